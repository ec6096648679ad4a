package io.coverbook.secondmodel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The terms of a plan from its start on, and why there was no further one (X1, X6, B8, B11, B12). */
final class ModelCourse {

    private final ModelWorld world;
    private final ModelPlan plan;
    private final LocalDate known;
    private final List<Term> terms = new ArrayList<>();
    private @Nullable Ending ending;

    /** A month of the plan; {@code dunning} when it began although the payment failed (X19). */
    record Term(
            int number,
            LocalDate from,
            LocalDate through,
            String outcome,
            @Nullable Dunning dunning) {
        boolean contains(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(through);
        }
    }

    /** A failed payment: not covered from {@code suspended} until it is paid; null when it was never. */
    record Dunning(LocalDate suspended, @Nullable LocalDate paid) {}

    record Ending(LocalDate on, String outcome) {}

    private ModelCourse(ModelWorld world, ModelPlan plan, LocalDate known) {
        this.world = world;
        this.plan = plan;
        this.known = known;
    }

    /** The terms that begin by the day. */
    static ModelCourse of(ModelWorld world, ModelPlan plan, LocalDate through) {
        return new ModelCourse(world, plan, LocalDate.MAX).run(through);
    }

    /** The same by what had happened on a day: events dated later are left out (G8). */
    static ModelCourse asOf(ModelWorld world, ModelPlan plan, LocalDate through, LocalDate known) {
        return new ModelCourse(world, plan, known).run(through);
    }

    private ModelCourse run(LocalDate through) {
        if (plan.mergedInto != null) {
            return this;
        }
        for (int k = plan.first; !plan.termStart(k).isAfter(through); k++) {
            LocalDate from = plan.termStart(k);
            ending = whyNot(k, from);
            if (ending != null) {
                return this;
            }
            terms.add(new Term(k, from, plan.termStart(k + 1).minusDays(1), outcome(k, from), dunning(k, from)));
        }
        ending = cancelledBeforeStart();
        return this;
    }

    List<Term> terms() {
        return terms;
    }

    @Nullable Ending ending() {
        return ending;
    }

    boolean contains(LocalDate day) {
        return term(day) != null;
    }

    @Nullable Term term(LocalDate day) {
        for (Term term : terms) {
            if (term.contains(day)) {
                return term;
            }
        }
        return null;
    }

    @Nullable Term number(int number) {
        return terms.stream()
                .filter(term -> term.number() == number)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Ending cancelledBeforeStart() {
        return plan.cancellations.stream()
                .filter(c -> c.stands() && c.instant().isBefore(ModelFacts.midnight(plan.start)))
                .filter(c -> !c.day().isAfter(known))
                .findFirst()
                .map(c -> new Ending(c.day(), "ENDED_CANCELLED"))
                .orElse(null);
    }

    /** X6 in the order of B11: null when the term begins. */
    private @Nullable Ending whyNot(int k, LocalDate from) {
        if (from.equals(plan.start) && cancelledBeforeStart() != null) {
            return cancelledBeforeStart();
        }
        Instant begins = ModelFacts.midnight(from);
        if (plan.cancellations.stream()
                .anyMatch(c ->
                        c.stands() && c.instant().isBefore(begins) && !c.day().isAfter(known))) {
            return new Ending(from, "ENDED_CANCELLED");
        }
        if (plan.successions.stream()
                .anyMatch(s -> s.instant().isBefore(begins)
                        && !from.isBefore(s.by().start)
                        && !s.boughtOn().isAfter(known))) {
            return new Ending(from, "ENDED_UPGRADED");
        }
        if (accountClosed(from)) {
            return new Ending(from, "ENDED_ACCOUNT_CLOSED");
        }
        Term last = terms.isEmpty() ? null : terms.get(terms.size() - 1);
        boolean unpaid =
                last != null && last.dunning() != null && last.dunning().paid() == null;
        if (unpaid && !from.isAfter(world.day) && !from.isAfter(known)) {
            return new Ending(from, "ENDED_NONPAYMENT");
        }
        if (agreementOver(k, from)) {
            return new Ending(from, "ENDED_AGREEMENT");
        }
        boolean contractOver = plan.contractEnd != null && from.isAfter(plan.contractEnd);
        return contractOver && !plan.onlineLike(from) ? new Ending(from, "ENDED_CONTRACT") : null;
    }

    private boolean accountClosed(LocalDate day) {
        ModelAccount account = plan.home.account();
        return account != null
                && account.closed(day)
                && !account.closedSince(day).isAfter(known);
    }

    private boolean agreementOver(int k, LocalDate day) {
        ModelAgreement agreement = plan.home.agreement();
        if (agreement == null || agreement.statusSince(day).isAfter(known)) {
            return false;
        }
        String status = agreement.status(day);
        if (k == 0) {
            return agreement.over(day)
                    || status.equals("EXPIRED") && agreement.statusSince(day).isBefore(day);
        }
        return !List.of("ACTIVE", "EXTENDED").contains(status);
    }

    private String outcome(int k, LocalDate from) {
        if (k == 0) {
            return "FIRST";
        }
        if (held(from)) {
            return "HELD";
        }
        if (!plan.onlineLike(from)) {
            return from.equals(plan.start) ? "RENEWED" : "CONTINUES";
        }
        return !plan.unified() && fails(from) ? "RENEWED_PAST_DUE" : "RENEWED";
    }

    /** B14: a plan hold, or an account that is disabled on the day of renewal. */
    private boolean held(LocalDate from) {
        return plan.hold != null
                || plan.home.account() != null && plan.home.account().disabled(from);
    }

    private @Nullable Dunning dunning(int k, LocalDate from) {
        if (k == 0 || plan.unified() || held(from) || !plan.onlineLike(from) || !fails(from)) {
            return null;
        }
        LocalDate next = plan.termStart(k + 1);
        LocalDate paid = world.payments(plan.id, "SUCCESS").stream()
                .map(ModelFacts::day)
                .filter(day -> !day.isBefore(from) && day.isBefore(next) && !day.isAfter(world.day))
                .findFirst()
                .orElse(null);
        return new Dunning(from.plusDays(world.rules.number("dunning.grace-days", 14)), paid);
    }

    /** D1: decided for terms that have begun. */
    private boolean fails(LocalDate from) {
        ModelAccount account = plan.home.account();
        if (account == null || from.isAfter(world.day) || account.method(from).equals("WIRE")) {
            return false;
        }
        return account.cannotPay(from)
                || world.payments(plan.id, "DECLINED").stream()
                        .map(ModelFacts::day)
                        .anyMatch(from::equals);
    }
}
