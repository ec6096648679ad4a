package io.coverbook.billing;

import io.coverbook.calendar.Span;
import io.coverbook.calendar.Term;
import io.coverbook.calendar.Timeline;
import io.coverbook.money.Money;
import io.coverbook.plan.Account;
import io.coverbook.plan.AccountStatus;
import io.coverbook.plan.Agreement;
import io.coverbook.plan.PriceBook;
import io.coverbook.plan.Relationship;
import io.coverbook.plan.Ruling;
import io.coverbook.plan.SupportPlan;
import io.coverbook.renewal.PlanLife;
import io.coverbook.renewal.ScopeFacts;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what one term of a plan costs and whether that can be invoiced (X2 to X5, X11).
 *
 * <p>Quantity 1 whatever the number of subscriptions or users: "Månadskostnaden för supportavtalet" covers one billing
 * account (R58) or one agreement (R76). A term that begins is charged in full; nothing is ever prorated (R66, P5).
 */
public final class TermCharge {

    private final ScopeFacts facts;
    private final TermPrice price;
    private final LocalDate asOf;

    public TermCharge(ScopeFacts facts, PriceBook prices, LocalDate asOf) {
        this.facts = facts;
        this.price = new TermPrice(facts, prices);
        this.asOf = asOf;
    }

    public DesiredCharge decide(PlanLife life, int k) {
        Term term = life.term(k);
        SupportPlan plan = life.plan();
        Currency currency = price.currencyOn(term.from());
        Money amount =
                price.decide(plan, term.from()).map(TermPrice.Quote::amount).orElse(null);
        String code = currency == null ? "" : currency.getCurrencyCode();
        return new DesiredCharge(plan.id(), term, plan.tier(), code, amount, hold(life, term, amount), billTo());
    }

    /** The account that pays: the scope's own, or the partner of an indirect agreement (C11, P30). */
    private @Nullable String billTo() {
        Agreement ea = facts.agreement();
        return ea != null && ea.relationship() == Relationship.INDIRECT
                ? ea.partnerAccountId()
                : facts.account().id();
    }

    /** The first reason that applies, in the order of {@link ChargeHold}. */
    private @Nullable ChargeHold hold(PlanLife life, Term term, @Nullable Money amount) {
        if (life.hold() != null) {
            return ChargeHold.of(life.hold());
        }
        boolean released = life.plan().ruled(Ruling.Kind.RELEASE, ChargeHold.UNSUPPORTED_FREQUENCY.name());
        if (!life.plan().monthly() && !released) {
            return ChargeHold.UNSUPPORTED_FREQUENCY;
        }
        if (billTo() == null) {
            return ChargeHold.INDIRECT_EA_WITHOUT_PARTNER;
        }
        if (waiting(facts.account(), term).stream()
                .anyMatch(span -> span.until().isAfter(asOf))) {
            return ChargeHold.ACCOUNT_DISABLED_AT_RENEWAL;
        }
        return amount == null ? ChargeHold.NO_PRICE : null;
    }

    /**
     * The days on which a renewal's charge waits: from the first day of a term that meets a disabled account until the
     * account is active again. Closing it does not release the charge (C5).
     */
    public static Optional<Span> waiting(Account account, Term term) {
        Timeline<AccountStatus> status = account.status();
        if (term.number() == 0 || status.on(term.from()) != AccountStatus.DISABLED) {
            return Optional.empty();
        }
        LocalDate until = status.steps().stream()
                .filter(step -> step.from().isAfter(term.from()) && step.value() == AccountStatus.ACTIVE)
                .map(step -> step.from())
                .findFirst()
                .orElse(Span.NEVER);
        return Optional.of(new Span(term.from(), until));
    }
}
