package io.coverbook.testkit;

import io.coverbook.request.Holidays;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holidays of one calendar that is given as a list, the same for every country. */
public record ListedHolidays(Set<LocalDate> days) implements Holidays {

    public static ListedHolidays of(String... days) {
        return new ListedHolidays(
                java.util.Arrays.stream(days).map(LocalDate::parse).collect(java.util.stream.Collectors.toSet()));
    }

    @Override
    public Source source(String country, int year) {
        return Source.REFERENCE_FILE;
    }

    @Override
    public @Nullable String on(String country, LocalDate day) {
        return days.contains(day) ? "holiday" : null;
    }
}
