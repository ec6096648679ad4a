package io.coverbook.answer;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * When what was known counts (L20): on a day, or when a month was closed. Exactly one of the two is given.
 *
 * @param on by the exports of this day and earlier
 * @param close as the close of this month recorded it
 */
public record AsKnown(@Nullable LocalDate on, @Nullable YearMonth close) {

    public static AsKnown on(LocalDate day) {
        return new AsKnown(day, null);
    }

    public static AsKnown atClose(YearMonth month) {
        return new AsKnown(null, month);
    }

    @Override
    public String toString() {
        return String.valueOf(on == null ? close : on);
    }
}
