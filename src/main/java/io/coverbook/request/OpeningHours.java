package io.coverbook.request;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * When support is open in a country, half-open: at closing time it is closed (R10, R11, P44).
 *
 * @param country ISO 3166-1 alpha-2
 * @param closes midnight is that at the end of the day
 */
public record OpeningHours(String country, ZoneId zone, LocalTime opens, LocalTime closes, Set<DayOfWeek> weekdays) {

    public OpeningHours {
        if (weekdays.isEmpty()) {
            throw new IllegalArgumentException("no weekday");
        }
        if (!closes.equals(LocalTime.MIDNIGHT) && !opens.isBefore(closes)) {
            throw new IllegalArgumentException("closes before it opens");
        }
        weekdays = Set.copyOf(weekdays);
    }

    /** The same hours by the clock of another zone of the country. */
    public OpeningHours in(ZoneId other) {
        return new OpeningHours(country, other, opens, closes, weekdays);
    }

    Instant opening(LocalDate day) {
        return day.atTime(opens).atZone(zone).toInstant();
    }

    Instant closing(LocalDate day) {
        LocalDate ends = closes.equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day;
        return ends.atTime(closes).atZone(zone).toInstant();
    }
}
