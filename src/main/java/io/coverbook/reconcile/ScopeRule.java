package io.coverbook.reconcile;

import io.coverbook.billing.ChargeHold;
import io.coverbook.billing.DesiredCharge;
import io.coverbook.billing.TermCharge;
import io.coverbook.calendar.DaySet;
import io.coverbook.calendar.Term;
import io.coverbook.entitlement.CoverSpan;
import io.coverbook.entitlement.ScopeCover;
import io.coverbook.entitlement.TemporarySupport;
import io.coverbook.plan.AccountStatus;
import io.coverbook.plan.Agreement;
import io.coverbook.plan.Policies;
import io.coverbook.plan.PriceBook;
import io.coverbook.reconcile.ScopeDecision.PlanState;
import io.coverbook.reconcile.ScopeDecision.TermState;
import io.coverbook.renewal.Outcome;
import io.coverbook.renewal.PlanLife;
import io.coverbook.renewal.PlanStatus;
import io.coverbook.renewal.ScopeFacts;
import io.coverbook.renewal.ScopePlans;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts the rules together: what should be recorded about one scope on a day (X1 to X7, X11, X16, X17). */
public final class ScopeRule {

    private final PriceBook prices;
    private final Policies policies;
    private final LocalDate asOf;

    /**
     * The facts of one scope.
     *
     * @param elsewhere the days on which another agreement of the same customer is covered (R77)
     * @param recorded how many charges each plan has already, not counting those that the safety bound holds (B17)
     */
    public record Facts(ScopeFacts scope, Population population, DaySet elsewhere, Map<String, Integer> recorded) {}

    public ScopeRule(PriceBook prices, Policies policies, LocalDate asOf) {
        this.prices = prices;
        this.policies = policies;
        this.asOf = asOf;
    }

    /** The plans alone, for scopes whose cover matters to another scope's decision (R77). */
    public List<PlanLife> lives(ScopeFacts scope) {
        return ScopePlans.decide(scope, policies);
    }

    public ScopeDecision decide(Facts facts, List<PlanLife> lives) {
        List<CoverSpan> cover = ScopeCover.decide(facts.scope(), lives, facts.elsewhere(), policies);
        Agreement ea = facts.scope().agreement();
        // Of an agreement that no export has shown nothing can be said, not even that it needs a plan (I7, P47).
        AgreementVerdict verdict = ea == null || !ea.known()
                ? null
                : AgreementVerdict.decide(
                        new AgreementVerdict.Facts(
                                ea, cover, facts.population(), TemporarySupport.decide(ea, lives, policies)),
                        policies);
        List<PlanState> plans = new ArrayList<>();
        List<TermState> terms = new ArrayList<>();
        List<DesiredCharge> charges = new ArrayList<>();
        for (PlanLife life : lives) {
            plans.add(new PlanState(life, PlanStatus.on(life, asOf), PlanStatus.coveredThrough(life, asOf)));
            addTerms(facts.scope(), life, terms);
            charges.addAll(charges(facts, life));
        }
        return new ScopeDecision(
                facts.scope().scope(),
                plans,
                terms,
                charges,
                cover,
                verdict == null ? List.of() : verdict.spans(),
                new Flags(facts, policies, asOf).decide(lives, charges, verdict),
                Notices.decide(facts.scope(), lives, asOf));
    }

    private void addTerms(ScopeFacts scope, PlanLife life, List<TermState> terms) {
        int begun = life.termsBegunBy(asOf);
        for (int k = 0; k < begun; k++) {
            Term term = life.term(k);
            terms.add(new TermState(life.plan().id(), term, outcome(scope, life, term)));
        }
    }

    /** How a term began (B14). */
    private static Outcome outcome(ScopeFacts scope, PlanLife life, Term term) {
        if (term.number() == 0) {
            return Outcome.FIRST;
        }
        if (life.hold() != null || scope.account().status().on(term.from()) == AccountStatus.DISABLED) {
            return Outcome.HELD;
        }
        return life.renewsByItself() ? Outcome.RENEWED : Outcome.CONTINUES;
    }

    /** A charge for every term begun from the first billed month on; too many at once are held (L16, B17). */
    private List<DesiredCharge> charges(Facts facts, PlanLife life) {
        if (!life.plan().tier().billedHere()) {
            return List.of();
        }
        TermCharge rule = new TermCharge(facts.scope(), prices, asOf);
        int first = policies.firstMonth() == null
                ? 0
                : Math.max(0, life.plan().terms().beginningIn(policies.firstMonth()));
        List<DesiredCharge> charges = new ArrayList<>();
        for (int k = first; k < life.termsBegunBy(asOf); k++) {
            charges.add(rule.decide(life, k));
        }
        int recorded = facts.recorded().getOrDefault(life.plan().id().value(), 0);
        if (charges.size() - recorded > policies.maxTermsPerPlan()) {
            int known = recorded;
            for (int i = known; i < charges.size(); i++) {
                charges.set(i, charges.get(i).heldBy(ChargeHold.SAFETY_BOUND));
            }
        }
        return charges;
    }
}
