package io.coverbook.calendar;

import java.time.LocalDate;

/** One paid month of a plan: the day {@code from} is in it, the day {@code until} is not. */
public record Term(int number, LocalDate from, LocalDate until) {

    public Term {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("term " + number + " is empty: " + from + " until " + until);
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }
}
