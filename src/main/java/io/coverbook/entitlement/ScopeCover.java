package io.coverbook.entitlement;

import io.coverbook.calendar.DaySet;
import io.coverbook.calendar.Span;
import io.coverbook.plan.Agreement;
import io.coverbook.plan.OrderStatus;
import io.coverbook.plan.Policies;
import io.coverbook.plan.SupportLevel;
import io.coverbook.plan.Tier;
import io.coverbook.renewal.PlanHold;
import io.coverbook.renewal.PlanLife;
import io.coverbook.renewal.ScopeFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides what support a scope's subscriptions have on every day there is (X16 steps 3 to 6; X25).
 *
 * <p>One decision serves all subscriptions of the scope, however many: all under one account (R59) or under one
 * agreement (R78) share the plan.
 */
public final class ScopeCover {

    private final ScopeFacts facts;
    private final List<PlanLife> lives;
    private final TemporarySupport temporary;
    private final DaySet elsewhere;
    private final Policies policies;
    private final boolean withProgram;

    private ScopeCover(
            ScopeFacts facts, List<PlanLife> lives, DaySet elsewhere, Policies policies, boolean withProgram) {
        this.facts = facts;
        this.lives = lives;
        this.withProgram = withProgram;
        this.elsewhere = elsewhere;
        this.policies = policies;
        Agreement ea = facts.agreement();
        this.temporary = ea == null ? TemporarySupport.NONE : TemporarySupport.decide(ea, lives, policies);
    }

    /**
     * The cover of every day, in order, without gap.
     *
     * @param lives the plans of the scope as {@code ScopePlans} decided them
     * @param elsewhere the days on which another agreement of the same customer is covered by a plan (R77)
     */
    public static List<CoverSpan> decide(ScopeFacts facts, List<PlanLife> lives, DaySet elsewhere, Policies policies) {
        return new ScopeCover(facts, lives, elsewhere, policies, true).spans();
    }

    /** The same without what a programme brings, which is no plan: what the verdict on an agreement asks (R15, F2). */
    public static List<CoverSpan> withoutProgram(
            ScopeFacts facts, List<PlanLife> lives, DaySet elsewhere, Policies policies) {
        return new ScopeCover(facts, lives, elsewhere, policies, false).spans();
    }

    private List<CoverSpan> spans() {
        List<CoverSpan> spans = new ArrayList<>();
        LocalDate from = Span.EVER;
        Cover current = on(from);
        for (LocalDate day : changes()) {
            Cover next = on(day);
            if (!next.equals(current)) {
                spans.add(new CoverSpan(new Span(from, day), current));
                from = day;
                current = next;
            }
        }
        spans.add(new CoverSpan(new Span(from, Span.NEVER), current));
        return spans;
    }

    /** The days on which a plan of the scope covers. */
    public static DaySet coveredDays(List<PlanLife> lives) {
        List<Span> all = new ArrayList<>();
        for (PlanLife life : lives) {
            if (life.inForce()) {
                all.addAll(DaySet.of(List.of(life.paid()))
                        .minus(DaySet.of(life.cutOffs()))
                        .spans());
            }
        }
        return DaySet.of(all);
    }

    private Cover on(LocalDate day) {
        PlanLife best = best(day);
        if (best != null) {
            return Cover.ofPlan(best.plan().tier(), best.plan().id(), facts.agreement() != null);
        }
        SupportLevel ordered = temporary.levelOn(day);
        if (ordered != null) {
            return Cover.temporary(ordered);
        }
        if (withProgram && facts.account().benefit().on(day).supportsOn(day)) {
            return Cover.ofProgram();
        }
        return Cover.basic(reason(day));
    }

    /** The highest tier; at a tie the earlier start, then the smaller id (X16.3). Lives come in that order. */
    private @Nullable PlanLife best(LocalDate day) {
        PlanLife best = null;
        for (PlanLife life : lives) {
            if (life.covers(day)
                    && (best == null
                            || life.plan().tier().higherThan(best.plan().tier()))) {
                best = life;
            }
        }
        return best;
    }

    /** The first of X25 that applies, as far as the scope decides it. */
    private CoverReason reason(LocalDate day) {
        if (lives.stream().anyMatch(life -> life.suspendedOn(day))) {
            return CoverReason.PLAN_SUSPENDED;
        }
        if (heldOn(day, true)) {
            return CoverReason.DEVELOPER_NOT_ALLOWED_ON_EA;
        }
        if (heldOn(day, false)) {
            return CoverReason.PLAN_HELD;
        }
        Agreement ea = facts.agreement();
        if (ea != null && TemporarySupport.pendingOn(ea, day)) {
            return temporary.requestedBy(day) ? CoverReason.TEMPORARY_EXPIRED : CoverReason.PENDING_ORDER_NOT_ACTIVATED;
        }
        if (lives.stream().anyMatch(life -> awaited(life, day))) {
            return CoverReason.PLAN_NOT_STARTED;
        }
        if (lives.stream().anyMatch(life -> coveredBefore(life, day))) {
            return CoverReason.PLAN_ENDED;
        }
        if (ea != null && elsewhere.contains(day)) {
            return CoverReason.PLAN_LINKED_TO_OTHER_EA;
        }
        if (facts.account().benefit().on(day).termsUnknown()) {
            return CoverReason.PROGRAM_TERMS_UNKNOWN;
        }
        return ea == null ? CoverReason.ACCOUNT_NO_PLAN : CoverReason.EA_NO_PLAN;
    }

    private boolean heldOn(LocalDate day, boolean developerOnAgreement) {
        return lives.stream()
                .filter(life -> life.hold() != null && life.paidOn(day))
                .anyMatch(life -> !developerOnAgreement
                        || (life.hold() == PlanHold.EA_DEVELOPER_NOT_ALLOWED
                                && life.plan().tier() == Tier.DEVELOPER));
    }

    private static boolean coveredBefore(PlanLife life, LocalDate day) {
        return life.inForce()
                && life.plan().start().isBefore(day)
                && life.covers(life.plan().start());
    }

    /** Bought and not yet begun (E5). */
    private boolean awaited(PlanLife life, LocalDate day) {
        if (life.hold() != null || life.mergedInto() != null) {
            return false;
        }
        LocalDate until = life.neverStarts() && life.ending() != null
                ? life.ending().on()
                : life.plan().start();
        return !day.isBefore(bought(life)) && day.isBefore(until);
    }

    /** The day of purchase; of a plan on the agreement's row, the day its order was fulfilled (E5). */
    private LocalDate bought(PlanLife life) {
        Agreement ea = facts.agreement();
        if (!life.plan().onAgreementRow() || ea == null) {
            return policies.dayOf(life.plan().purchasedAt());
        }
        return ea.order().steps().stream()
                .filter(step -> step.value().status() == OrderStatus.FULFILLED
                        && !step.from().equals(Span.EVER))
                .map(step -> step.from())
                .findFirst()
                .orElse(life.plan().start());
    }

    private SortedSet<LocalDate> changes() {
        SortedSet<LocalDate> days = new TreeSet<>(elsewhere.changes());
        for (PlanLife life : lives) {
            days.add(bought(life));
            days.add(life.plan().start());
            days.add(life.plan().start().plusDays(1));
            if (life.ending() != null) {
                days.add(life.ending().on());
            }
            life.cutOffs().forEach(cut -> {
                days.add(cut.from());
                days.add(cut.until());
            });
        }
        facts.account().benefit().steps().forEach(step -> {
            days.add(step.from());
            LocalDate validTo = step.value().validTo();
            if (validTo != null) {
                days.add(validTo.plusDays(1));
            }
        });
        days.addAll(temporary.validOn());
        temporary.activations().forEach(each -> days.add(each.days().until()));
        Agreement ea = facts.agreement();
        if (ea != null) {
            ea.order().steps().forEach(step -> {
                days.add(step.from());
                if (step.value().on() != null) {
                    days.add(step.value().on());
                }
            });
        }
        days.remove(Span.EVER);
        days.remove(Span.NEVER);
        return days;
    }
}
