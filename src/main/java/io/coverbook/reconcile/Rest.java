package io.coverbook.reconcile;

import io.coverbook.calendar.DaySet;
import io.coverbook.calendar.Span;
import io.coverbook.renewal.PlanLife;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * How long what was decided about scopes stays as it is while no fact comes: until a term begins, an end or a deadline comes,
 * a notice is due. Nothing else about a scope depends on the day of the run. A decision is never looked back on: what has
 * begun by a day stays told on every later one, so that a decision that is the same on two days is the same between them.
 */
public final class Rest {

    /** Longer than from one month-end to the next; a day more would spare nothing. */
    private static final int MOST_DAYS = 40;

    private Rest() {}

    /**
     * The last day before a term of a plan of the scope begins, or its subscriptions come or go. Of scopes that are decided
     * together the earliest counts.
     */
    public static LocalDate atMost(List<PlanLife> lives, Population population, LocalDate asOf) {
        LocalDate next = asOf.plusDays(MOST_DAYS + 1L);
        for (PlanLife life : lives) {
            int term = life.termsBegunBy(asOf);
            if (life.hasTerm(term)) {
                next = earlier(next, life.term(term).from());
            }
        }
        for (DaySet days : List.of(population.present(), population.active())) {
            for (Span span : days.spans()) {
                next = span.from().isAfter(asOf) ? earlier(next, span.from()) : next;
                next = span.until().isAfter(asOf) ? earlier(next, span.until()) : next;
            }
        }
        return next.minusDays(1);
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    /**
     * The last day through which the decision holds, {@code asOf} at least.
     *
     * @param same whether the decision of a later day equals that of {@code asOf}
     */
    public static LocalDate through(LocalDate asOf, LocalDate atMost, Predicate<LocalDate> same) {
        if (!atMost.isAfter(asOf) || same.test(atMost)) {
            return atMost.isAfter(asOf) ? atMost : asOf;
        }
        long good = asOf.toEpochDay();
        long other = atMost.toEpochDay();
        while (other - good > 1) {
            long middle = (good + other) / 2;
            if (same.test(LocalDate.ofEpochDay(middle))) {
                good = middle;
            } else {
                other = middle;
            }
        }
        return LocalDate.ofEpochDay(good);
    }
}
