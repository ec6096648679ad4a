package io.coverbook.calendar;

import java.time.LocalDate;

/** A run of days: {@code from} is in it, {@code until} is not. {@link #NEVER} and {@link #EVER} stand for no bound. */
public record Span(LocalDate from, LocalDate until) {

    /** Before every day of business: the open beginning of a span. */
    public static final LocalDate EVER = LocalDate.of(1, 1, 1);

    /** After every day of business: the open end of a span. */
    public static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    public Span {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("empty span: " + from + " until " + until);
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }

    public boolean open() {
        return until.equals(NEVER);
    }
}
