package io.coverbook.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** A plan's own months, each beginning on the day of the month on which the plan was bought (X1, P3). */
public record Terms(LocalDate anchor) {

    /** Counted from the anchor, never from the term before: 31 January, 28 February, 31 March. */
    public Term number(int k) {
        return new Term(k, from(k), from(k + 1));
    }

    /** The first day of term {@code k}. */
    public LocalDate from(int k) {
        return anchor.plusMonths(k);
    }

    /** The number of the term that contains the day; negative before the anchor. */
    public int containing(LocalDate day) {
        int k = beginningIn(YearMonth.from(day));
        return from(k).isAfter(day) ? k - 1 : k;
    }

    /** The smallest {@code k >= 0} whose first day is not before the day. */
    public int firstFrom(LocalDate day) {
        if (!day.isAfter(anchor)) {
            return 0;
        }
        int k = beginningIn(YearMonth.from(day));
        return from(k).isBefore(day) ? k + 1 : k;
    }

    /** Exactly one term begins in every calendar month from the month of the anchor on; this is its number. */
    public int beginningIn(YearMonth month) {
        return (int) YearMonth.from(anchor).until(month, ChronoUnit.MONTHS);
    }
}
