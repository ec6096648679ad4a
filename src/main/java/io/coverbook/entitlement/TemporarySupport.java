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
 * @param spans the days of each valid request, in order of request
 * @param level the level of the order, empty when no request is valid
 * @param invalidOn the day of the newest request that does not hold, empty when there is none
 */
public record TemporarySupport(
        List<Span> spans,
        @Nullable SupportLevel level,
        @Nullable LocalDate invalidOn) {

    private static final TemporarySupport NONE = new TemporarySupport(List.of(), null, null);

    public static TemporarySupport decide(Agreement agreement, List<PlanLife> lives, Policies policies) {
        TemporarySupport sum = NONE;
        for (TemporaryRequest request : agreement.requests()) {
            LocalDate day = policies.dayOf(request.at());
            if (valid(agreement, request, day)) {
                List<Span> spans = new ArrayList<>(sum.spans);
                spans.add(new Span(day, until(agreement, lives, day, policies)));
                sum = new TemporarySupport(spans, request.level(), sum.invalidOn);
            } else {
                sum = new TemporarySupport(sum.spans, sum.level, day);
            }
        }
        return sum;
    }

    /** Whether an order is pending on the day, counted from its own date. */
    public static boolean pendingOn(Agreement agreement, LocalDate day) {
        Order order = agreement.order().on(day);
        return order.pending() && (order.on() == null || !day.isBefore(order.on()));
    }

    public boolean activeOn(LocalDate day) {
        return spans.stream().anyMatch(span -> span.contains(day));
    }

    /** Whether a valid request was made on the day or before it. */
    public boolean requestedBy(LocalDate day) {
        return spans.stream().anyMatch(span -> !span.from().isAfter(day));
    }

    public DaySet days() {
        return DaySet.of(spans);
    }

    private static boolean valid(Agreement agreement, TemporaryRequest request, LocalDate day) {
        SupportLevel level = request.level();
        boolean buyable = level == SupportLevel.STANDARD || level == SupportLevel.PROFESSIONAL_DIRECT;
        return buyable
                && request.described()
                && pendingOn(agreement, day)
                && level == agreement.order().on(day).level();
    }

    /** Thirty days, less when the order is cancelled or a plan begins to cover (F6, H3). */
    private static LocalDate until(Agreement ea, List<PlanLife> lives, LocalDate from, Policies policies) {
        LocalDate until = from.plusDays(policies.temporarySupportDays());
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
