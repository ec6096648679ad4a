package io.coverbook.answer;

import io.coverbook.answer.CoverAnswer.Fact;
import io.coverbook.answer.CoverAnswer.Mark;
import io.coverbook.answer.KnownCover.Other;
import io.coverbook.calendar.Term;
import io.coverbook.plan.Account.Payment;
import io.coverbook.plan.AccountVersion;
import io.coverbook.plan.AgreementVersion;
import io.coverbook.plan.Cancellation;
import io.coverbook.plan.PaymentEvent;
import io.coverbook.plan.PaymentMethod;
import io.coverbook.plan.PlanVersion;
import io.coverbook.renewal.Outcome;
import io.coverbook.renewal.PastDue;
import io.coverbook.renewal.PlanLife;
import io.coverbook.renewal.PlanStatus;
import io.coverbook.renewal.TermOutcome;
import io.coverbook.store.KnownStore.Evidence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The part of a chain of facts that is about plans: which there are, their terms, payments, holds and ends. */
final class PlanFacts {

    private final Place place;
    private final LocalDate day;
    private final List<Fact> facts = new ArrayList<>();

    private PlanFacts(Place place) {
        this.place = place;
        this.day = place.day();
    }

    static List<Fact> decide(Place place) {
        PlanFacts chain = new PlanFacts(place);
        List<PlanLife> plans = place.plans();
        if (plans.isEmpty()) {
            chain.add("plan", "none for " + place.name(), Mark.AGAINST, "X16.6", null);
        }
        for (PlanLife life : plans) {
            chain.plan(life);
            if (life.equals(plans.get(0))) {
                chain.term(life);
                chain.payment(life);
            }
            chain.hold(life);
            chain.ending(life);
        }
        chain.others();
        return chain.facts;
    }

    private void add(String what, String value, Mark mark, String rules, @Nullable Evidence<?> evidence) {
        facts.add(new Fact(what, value, mark, rules, CoverFacts.source(evidence)));
    }

    private void plan(PlanLife life) {
        PlanStatus status = place.status(life);
        add(
                "plan",
                life.plan().id() + ", " + Coverage.tier(life.plan().tier().name()) + ", " + status + ", from "
                        + life.plan().start()
                        + (life.mergedInto() == null ? "" : ", folded into " + life.mergedInto()),
                CoverFacts.mark(life.covers(day)),
                life.hold() != null ? "X11" : life.mergedInto() != null ? "X8" : "X16.3",
                line(life));
    }

    /** The line that states the plan as it counts: the newest (A5), of its coverage period if it has several (B9). */
    private @Nullable Evidence<?> line(PlanLife life) {
        if (life.plan().onAgreementRow()) {
            Evidence<AgreementVersion> found = null;
            for (Evidence<AgreementVersion> each : place.scope().told().agreement()) {
                AgreementVersion v = each.told();
                LocalDate start = v.coverageStart() == null ? v.startDate() : v.coverageStart();
                boolean states = v.ownTier() == life.plan().tier()
                        && start.equals(life.plan().start());
                found = !v.absent() && states ? each : found;
            }
            return found;
        }
        Evidence<PlanVersion> found = null;
        for (Evidence<PlanVersion> each : versions(life)) {
            found = each.told().absent() ? found : each;
        }
        return found;
    }

    private List<Evidence<PlanVersion>> versions(PlanLife life) {
        return place.scope().told().plans().getOrDefault(life.plan().id().value(), List.of());
    }

    private void term(PlanLife life) {
        Term term = CoverFacts.term(life, day);
        if (term == null) {
            return;
        }
        boolean begun = !term.from().isAfter(place.asOf());
        String how = begun
                ? TermOutcome.decide(place.scope().facts(), life, term).name()
                : "not begun as of " + place.asOf();
        add(
                "term",
                "number " + term.number() + ", " + term.from() + " through "
                        + term.until().minusDays(1) + ", " + how,
                CoverFacts.mark(!day.isBefore(term.from()) && day.isBefore(term.until())),
                "X1 X6",
                line(life));
    }

    /** Whether the renewal of the day could be collected (X19); plans of sellers are not collected by card. */
    private void payment(PlanLife life) {
        Term term = CoverFacts.term(life, day);
        if (term == null
                || life.hold() != null
                || !life.renewal().on(term.from())
                || TermOutcome.decide(place.scope().facts(), life, term) == Outcome.HELD) {
            return;
        }
        for (PastDue unpaid : life.pastDue()) {
            if (unpaid.term().from().equals(term.from())) {
                add(
                        "payment",
                        unpaid(unpaid),
                        CoverFacts.mark(!life.suspendedOn(day)),
                        "X19 P21",
                        unpaidLine(life, unpaid));
                return;
            }
        }
        Payment payment = place.scope().account().payment().on(term.from());
        boolean first = term.number() == 0;
        // A renewal to come that the card will not pay: nothing has failed yet, and nothing speaks for it either.
        boolean good = first || payment.validOn(term.from());
        String card = payment.expiry() == null ? "" : ", good through " + payment.expiry();
        add(
                "payment",
                payment.method()
                        + (payment.method() == PaymentMethod.WIRE ? "" : " " + payment.status() + card)
                        + (first
                                ? ", at the first term"
                                : (good ? ", at the renewal of " : ", not good for the renewal of ") + term.from()),
                good ? Mark.FOR : Mark.NEITHER,
                "X19 P22",
                place.scope().account().known()
                        ? place.evidence(
                                place.scope().told().account(), v -> v.payment().equals(payment), v -> place.policies()
                                        .dayOf(v.exportedAt()))
                        : null);
    }

    private static String unpaid(PastDue unpaid) {
        String failed = "the renewal of " + unpaid.term().from() + " could not be collected";
        String tries =
                unpaid.failedOn().size() > 1 ? ", tried " + unpaid.failedOn().size() + " times" : "";
        String suspended = unpaid.suspendedOn() == null ? "" : ", suspended on " + unpaid.suspendedOn();
        return failed + tries + suspended + (unpaid.paidOn() == null ? ", not paid" : ", paid on " + unpaid.paidOn());
    }

    /** The payment that settled it, else the attempt that failed, else the account's row that shows why it must fail. */
    private @Nullable Evidence<?> unpaidLine(PlanLife life, PastDue unpaid) {
        LocalDate told = unpaid.paidOn() == null ? unpaid.term().from() : unpaid.paidOn();
        for (Evidence<PaymentEvent> each :
                place.scope().told().payments().getOrDefault(life.plan().id().value(), List.of())) {
            if (place.policies().dayOf(each.told().at()).equals(told)) {
                return each;
            }
        }
        Payment payment = place.scope().account().payment().on(unpaid.term().from());
        return place.<AccountVersion>evidence(
                place.scope().told().account(), v -> v.payment().equals(payment), v -> place.policies()
                        .dayOf(v.exportedAt()));
    }

    private void hold(PlanLife life) {
        if (life.hold() != null) {
            String code = life.hold().name();
            add("hold", code + ": " + Codes.advice(code), Mark.AGAINST, "X11", line(life));
        }
    }

    /** Why the plan stops, if that is known on the day or has happened. */
    private void ending(PlanLife life) {
        PlanLife.Ending ending = life.ending();
        if (ending == null || life.hold() != null) {
            return;
        }
        Mark mark = ending.on().isAfter(day) ? Mark.NEITHER : Mark.AGAINST;
        Evidence<PlanVersion> told = ending.outcome() == Outcome.ENDED_CANCELLED ? cancelled(life, ending) : null;
        String asked = told == null ? "" : asked(told.told());
        String when = ending.on().isAfter(day) ? "no term from " + ending.on() + " on" : "ended on " + ending.on();
        add(
                "ending",
                when + ", " + ending.outcome() + ": " + cause(ending.outcome()) + asked + " ("
                        + life.plan().id() + ")",
                mark,
                TermChain.rules(ending.outcome()),
                told == null ? line(life) : told);
    }

    /** Why there is no further term, said of what has come and of what will. */
    static String cause(Outcome outcome) {
        return switch (outcome) {
            case ENDED_CANCELLED -> "the plan is cancelled";
            case ENDED_UPGRADED -> "a higher plan takes its place";
            case ENDED_ACCOUNT_CLOSED -> "the account is closed";
            case ENDED_NONPAYMENT -> "a renewal is not paid within its term";
            case ENDED_AGREEMENT -> "the agreement is not in force";
            case ENDED_CONTRACT -> "the contract runs out, and such a plan does not renew by itself";
            case FIRST, RENEWED, RENEWED_PAST_DUE, CONTINUES, HELD -> "it goes on";
        };
    }

    private static String asked(PlanVersion v) {
        if (v.absent()) {
            return "; it is missing from this export";
        }
        return v.cancelRequestedAt() == null
                ? "; renewal was switched off" + (v.autoRenewChangedAt() == null ? "" : " at " + v.autoRenewChangedAt())
                : "; asked for at " + v.cancelRequestedAt()
                        + (v.cancelChannel() == null ? "" : " through " + v.cancelChannel());
    }

    /** The export that first showed the cancellation that counts. */
    private @Nullable Evidence<PlanVersion> cancelled(PlanLife life, PlanLife.Ending ending) {
        for (Cancellation c : life.plan().cancellations()) {
            boolean counts = Objects.equals(place.policies().dayOf(c.at()), ending.known())
                    || Objects.equals(place.policies().dayOf(c.seenAt()), ending.known());
            for (Evidence<PlanVersion> each : versions(life)) {
                if (counts && each.told().exportedAt().equals(c.seenAt())) {
                    return each;
                }
            }
        }
        return null;
    }

    /** Plans of the same customer's other agreements, which do not reach this one (R77). */
    private void others() {
        for (Other other : place.scope().others()) {
            other.lives().stream()
                    .filter(life -> life.covers(day))
                    .limit(1)
                    .forEach(life -> facts.add(new Fact(
                            "elsewhere",
                            "plan " + life.plan().id() + ", "
                                    + Coverage.tier(life.plan().tier().name()) + ", covers agreement "
                                    + other.told().facts().scope().id() + " of the same customer, and only that",
                            Mark.NEITHER,
                            "R77 X25",
                            CoverFacts.source(new PlanFacts(place.at(other)).line(life)))));
        }
    }
}
