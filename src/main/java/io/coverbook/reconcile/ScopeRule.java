package io.coverbook.reconcile;

import io.coverbook.billing.ChargeHold;
import io.coverbook.billing.DesiredCharge;
import io.coverbook.billing.TermCharge;
import io.coverbook.calendar.DaySet;
import io.coverbook.calendar.Span;
import io.coverbook.calendar.Term;
import io.coverbook.entitlement.Cover;
import io.coverbook.entitlement.CoverSpan;
import io.coverbook.entitlement.ScopeCover;
import io.coverbook.entitlement.TemporarySupport;
import io.coverbook.plan.Agreement;
import io.coverbook.plan.PlanId;
import io.coverbook.plan.Policies;
import io.coverbook.plan.PriceBook;
import io.coverbook.plan.Ruling;
import io.coverbook.reconcile.ScopeDecision.TermState;
import io.coverbook.renewal.PlanLife;
import io.coverbook.renewal.ScopeFacts;
import io.coverbook.renewal.ScopePlans;
import io.coverbook.renewal.TermOutcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Puts the rules together: what should be recorded about one scope on a day (X1 to X7, X11, X16, X17). */
public final class ScopeRule {

    private static final BitSet NOTHING = new BitSet();

    private final PriceBook prices;
    private final Set<String> notOffered;
    private final Policies policies;
    private final LocalDate asOf;

    /**
     * The facts of one scope.
     *
     * @param elsewhere the days on which another agreement of the same customer is covered (R77)
     * @param recorded as in {@link ScopesTogether.Asked}
     */
    record Facts(ScopeFacts scope, Population population, DaySet elsewhere, Map<String, BitSet> recorded) {}

    /** @param notOffered the countries in which Azure is not offered (R1) */
    public ScopeRule(PriceBook prices, Set<String> notOffered, Policies policies, LocalDate asOf) {
        this.prices = prices;
        this.notOffered = notOffered;
        this.policies = policies;
        this.asOf = asOf;
    }

    LocalDate asOf() {
        return asOf;
    }

    /** The same rules on another day. */
    ScopeRule on(LocalDate day) {
        return new ScopeRule(prices, notOffered, policies, day);
    }

    /** The plans alone, for scopes whose cover matters to another scope's decision (R77). */
    List<PlanLife> lives(ScopeFacts scope) {
        return ScopePlans.decide(scope, policies, asOf);
    }

    /**
     * What the lives of its plans say about a scope whatever the day is, as long as no further term begins.
     *
     * @param verdict none of an account, and of an agreement that no export has shown
     */
    record Lasting(List<CoverSpan> cover, @Nullable AgreementVerdict verdict, List<TermState> terms) {}

    Lasting lasting(Facts facts, List<PlanLife> lives) {
        List<CoverSpan> cover = ScopeCover.decide(facts.scope(), lives, facts.elsewhere(), policies);
        Agreement ea = facts.scope().agreement();
        // Of an agreement that no export has shown nothing can be said, not even that it needs a plan (I7, P47).
        AgreementVerdict verdict = ea == null || !ea.known()
                ? null
                : AgreementVerdict.decide(
                        new AgreementVerdict.Facts(
                                ea,
                                withoutProgram(facts, lives, cover),
                                facts.population(),
                                TemporarySupport.decide(ea, lives, policies)),
                        policies);
        List<TermState> terms = new ArrayList<>();
        lives.forEach(life -> addTerms(facts.scope(), life, terms));
        return new Lasting(cover, verdict, terms);
    }

    ScopeDecision decide(Facts facts, List<PlanLife> lives, Lasting lasting) {
        AgreementVerdict verdict = lasting.verdict();
        List<DesiredCharge> charges = new ArrayList<>();
        for (PlanLife life : lives) {
            charges.addAll(charges(facts.scope(), life));
        }
        List<DesiredCharge> bounded = bounded(charges, facts);
        return new ScopeDecision(
                facts.scope().scope(),
                PlanStates.decide(lives, asOf),
                lasting.terms(),
                bounded,
                lasting.cover(),
                verdict == null ? List.of() : verdict.spans(),
                flags(facts, lives, bounded, verdict),
                new Notices(facts.scope(), prices, policies, asOf).decide(lives));
    }

    private List<Flag> flags(
            Facts facts, List<PlanLife> lives, List<DesiredCharge> charges, @Nullable AgreementVerdict verdict) {
        List<Flag> flags = new ArrayList<>(new Flags(facts, policies, asOf).decide(lives, charges, verdict));
        if (facts.scope().agreement() == null) {
            flags.addAll(AccountFlags.decide(facts.scope().account(), notOffered, policies, asOf));
        }
        return flags;
    }

    private List<CoverSpan> withoutProgram(Facts facts, List<PlanLife> lives, List<CoverSpan> cover) {
        boolean program = cover.stream().anyMatch(span -> span.cover().source() == Cover.Source.PROGRAM);
        return program ? ScopeCover.withoutProgram(facts.scope(), lives, facts.elsewhere(), policies) : cover;
    }

    private void addTerms(ScopeFacts scope, PlanLife life, List<TermState> terms) {
        int begun = life.termsBegunBy(asOf);
        for (int k = 0; k < begun; k++) {
            Term term = life.term(k);
            terms.add(new TermState(
                    life.plan().id(),
                    term,
                    TermOutcome.decide(scope, life, term),
                    life.plan().tier().billedHere()));
        }
    }

    /** A charge for every term begun from the first billed month on (L16). */
    private List<DesiredCharge> charges(ScopeFacts scope, PlanLife life) {
        if (!life.plan().tier().billedHere() || life.dismissedAt() != null) {
            return List.of();
        }
        TermCharge rule = new TermCharge(scope, prices, asOf);
        int first = policies.firstMonth() == null
                ? 0
                : Math.max(0, life.plan().terms().beginningIn(policies.firstMonth()));
        List<DesiredCharge> charges = new ArrayList<>();
        for (int k = first; k < life.termsBegunBy(asOf); k++) {
            charges.add(rule.decide(life, k));
        }
        return charges;
    }

    /** Of a plan with too many new charges at once all of these are held (B17), but for those released (X11). */
    private List<DesiredCharge> bounded(List<DesiredCharge> charges, Facts facts) {
        if (charges.size() <= policies.maxTermsPerPlan()) {
            return charges;
        }
        Map<PlanId, List<DesiredCharge>> byPlan = new LinkedHashMap<>();
        charges.forEach(charge ->
                byPlan.computeIfAbsent(charge.planId(), id -> new ArrayList<>()).add(charge));
        List<DesiredCharge> bounded = new ArrayList<>(charges.size());
        byPlan.forEach((id, own) -> {
            BitSet recorded = facts.recorded().getOrDefault(id.value(), NOTHING);
            LocalDate released = released(id, facts.scope());
            Predicate<DesiredCharge> known =
                    charge -> recorded.get(charge.term().number())
                            || !charge.term().from().isAfter(released);
            boolean tooMany = own.stream().filter(known.negate()).count() > policies.maxTermsPerPlan();
            for (DesiredCharge charge : own) {
                bounded.add(tooMany && !known.test(charge) ? charge.heldBy(ChargeHold.SAFETY_BOUND) : charge);
            }
        });
        return bounded;
    }

    /** Up to which day a person released the charges of a plan: those of terms begun by the day of the ruling. */
    private LocalDate released(PlanId id, ScopeFacts scope) {
        return scope.plans().stream()
                .filter(plan -> plan.id().equals(id))
                .map(plan -> plan.ruledAt(Ruling.Kind.RELEASE, ChargeHold.SAFETY_BOUND.name()))
                .filter(Objects::nonNull)
                .findFirst()
                .map(policies::dayOf)
                .orElse(Span.EVER);
    }
}
