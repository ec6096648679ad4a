package io.coverbook.entitlement;

import io.coverbook.calendar.DaySet;
import io.coverbook.calendar.Span;
import io.coverbook.plan.Agreement;
import io.coverbook.plan.Agreement.Order;
import io.coverbook.plan.Agreement.TemporaryRequest;
import io.coverbook.plan.OrderStatus;
import io.coverbook.plan.Policies;
import io.coverbook.plan.SupportLevel;
import io.coverbook.renewal.PlanLife;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides on which days support is active because an ordered plan is on its way (X18; R79, R80).
 *
 * <p>The FAQ lets a customer with a pending order activate support through a subscription-management request that
 * states the type of plan ordered and describes the problem.
 *
 * @param activations what the valid requests brought, in order of request; nothing where the coverage had started before
 * @param validOn the days of the requests that hold, in order of request
 * @param invalidOn the days of the requests that do not hold, in order of request
 */
public record TemporarySupport(List<Activation> activations, List<LocalDate> validOn, List<LocalDate> invalidOn) {

    public static final TemporarySupport NONE = new TemporarySupport(List.of(), List.of(), List.of());

    /** Support at the level ordered, for some days. */
    public record Activation(Span days, SupportLevel level) {}

    public static TemporarySupport decide(Agreement agreement, List<PlanLife> lives, Policies policies) {
        List<Activation> activations = new ArrayList<>();
        List<LocalDate> validOn = new ArrayList<>();
        List<LocalDate> invalidOn = new ArrayList<>();
        for (TemporaryRequest request : agreement.requests()) {
            LocalDate day = policies.dayOf(request.at());
            SupportLevel level = request.level();
            if (level != null && valid(agreement, request, day)) {
                validOn.add(day);
                LocalDate until = until(agreement, request, lives, policies);
                if (day.isBefore(until)) {
                    activations.add(new Activation(new Span(day, until), level));
                }
            } else {
                invalidOn.add(day);
            }
        }
        return new TemporarySupport(List.copyOf(activations), List.copyOf(validOn), List.copyOf(invalidOn));
    }

    /** Whether an order is pending on the day, counted from its own date. */
    public static boolean pendingOn(Agreement agreement, LocalDate day) {
        Order order = agreement.order().on(day);
        return order.pending() && (order.on() == null || !day.isBefore(order.on()));
    }

    public boolean activeOn(LocalDate day) {
        return levelOn(day) != null;
    }

    /** The level of the newest request that is active on the day, empty when none is. */
    public @Nullable SupportLevel levelOn(LocalDate day) {
        SupportLevel level = null;
        for (Activation each : activations) {
            level = each.days().contains(day) ? each.level() : level;
        }
        return level;
    }

    /** Whether a valid request was made on the day or before it. */
    public boolean requestedBy(LocalDate day) {
        return validOn.stream().anyMatch(each -> !each.isAfter(day));
    }

    public DaySet days() {
        return DaySet.of(activations.stream().map(Activation::days).toList());
    }

    private static boolean valid(Agreement agreement, TemporaryRequest request, LocalDate day) {
        SupportLevel level = request.level();
        boolean buyable = level == SupportLevel.STANDARD || level == SupportLevel.PROFESSIONAL_DIRECT;
        return buyable
                && request.described()
                && pendingOn(agreement, day)
                && level == agreement.order().on(day).level();
    }

    /** Thirty days, less when the order is cancelled, its coverage starts or any plan begins to cover (X18, F6, H3). */
    private static LocalDate until(Agreement ea, TemporaryRequest request, List<PlanLife> lives, Policies policies) {
        LocalDate from = policies.dayOf(request.at());
        LocalDate until = from.plusDays(policies.temporarySupportDays());
        if (request.coverageStart() != null && request.coverageStart().isBefore(until)) {
            until = request.coverageStart();
        }
        for (int i = 0; i < ea.order().steps().size(); i++) {
            Order order = ea.order().steps().get(i).value();
            LocalDate changed = ea.order().steps().get(i).from();
            boolean gone = !order.pending() && order.status() != OrderStatus.FULFILLED;
            if (gone && changed.isAfter(from) && changed.isBefore(until)) {
                until = changed;
            }
        }
        for (PlanLife life : lives) {
            LocalDate start = life.plan().start();
            if (life.covers(start) && start.isAfter(from) && start.isBefore(until)) {
                until = start;
            }
        }
        return until;
    }
}
