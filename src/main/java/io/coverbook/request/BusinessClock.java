package io.coverbook.request;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Counts open time: weekdays within opening hours that are no holidays, through every change of the clock (R10, R11, P44).
 */
public record BusinessClock(OpeningHours hours, Holidays holidays) {

    /** Longer than any closure that is meant; beyond it the calendar is taken to have no end of holidays. */
    private static final int DAYS_MOST = 400;

    public boolean open(LocalDate day) {
        return hours.weekdays().contains(day.getDayOfWeek()) && holidays.on(hours.country(), day) == null;
    }

    public boolean open(Instant at) {
        LocalDate day = dayOf(at);
        return open(day) && !at.isBefore(hours.opening(day)) && at.isBefore(hours.closing(day));
    }

    /** The instant itself while it is open, else the next opening; empty when none comes within a year. */
    public Optional<Instant> opening(Instant from) {
        if (open(from)) {
            return Optional.of(from);
        }
        LocalDate day = dayOf(from);
        for (int i = 0; i <= DAYS_MOST; i++, day = day.plusDays(1)) {
            if (open(day) && !hours.opening(day).isBefore(from)) {
                return Optional.of(hours.opening(day));
            }
        }
        return Optional.empty();
    }

    /** When that much open time has passed; what runs out at closing time ends there. Empty when it never does. */
    public Optional<Instant> plus(Instant from, Duration open) {
        Duration left = open;
        LocalDate day = dayOf(from);
        for (int i = 0; i <= DAYS_MOST; i++, day = day.plusDays(1)) {
            Duration here = openTime(day, from, Instant.MAX);
            if (!here.isZero()) {
                Instant begins = later(hours.opening(day), from);
                if (left.compareTo(here) <= 0) {
                    return Optional.of(begins.plus(left));
                }
                left = left.minus(here);
            }
        }
        return Optional.empty();
    }

    /** The open time between two instants. */
    public Duration between(Instant from, Instant until) {
        Duration sum = Duration.ZERO;
        LocalDate last = dayOf(until);
        for (LocalDate day = dayOf(from); !day.isAfter(last); day = day.plusDays(1)) {
            sum = sum.plus(openTime(day, from, until));
        }
        return sum;
    }

    private Duration openTime(LocalDate day, Instant from, Instant until) {
        if (!open(day)) {
            return Duration.ZERO;
        }
        Instant begins = later(hours.opening(day), from);
        Instant ends = hours.closing(day).isBefore(until) ? hours.closing(day) : until;
        return begins.isBefore(ends) ? Duration.between(begins, ends) : Duration.ZERO;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private LocalDate dayOf(Instant at) {
        return at.atZone(hours.zone()).toLocalDate();
    }
}
