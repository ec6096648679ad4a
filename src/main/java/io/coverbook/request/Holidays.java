package io.coverbook.request;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The public holidays of countries (R10, R11). */
public interface Holidays {

    /** Where the holidays of a country's year were found. */
    enum Source {
        REFERENCE_FILE,
        LIBRARY,
        NONE
    }

    Source source(String country, int year);

    /** The holiday's name; null on any other day, and on every day of a country without a calendar. */
    @Nullable String on(String country, LocalDate day);
}
