package io.coverbook.azure;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as Azure's interfaces write them: up to seven decimals, with or without zone, with blanks inside (O18, O19). */
final class AzureTime {

    private static final int LAST_YEAR = 9998;
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern CARD = Pattern.compile("([0-9]{1,2})/([0-9]{4})");
    private static final Pattern COVERAGE =
            Pattern.compile("([0-9]{1,2}/[0-9]{1,2}/[0-9]{4})\\s*[-\\u2013]\\s*([0-9]{1,2}/[0-9]{1,2}/[0-9]{4})");

    private AzureTime() {}

    /** What a text says; neither of both for a text that is no time, {@code none} for one that stands for "never". */
    record Read(@Nullable Instant at, boolean none, boolean zoned) {}

    static @Nullable Read read(String text) {
        String tight = text.indexOf(' ') < 0
                ? text
                : text.replaceAll("(?<=[T:])\\s+|\\s+(?=[T:])", "").strip();
        try {
            if (DAY.matcher(tight).matches()) {
                return told(LocalDate.parse(tight).atStartOfDay().atOffset(ZoneOffset.UTC), true);
            }
            String iso = tight.indexOf('T') < 0 ? tight.replace(' ', 'T') : tight;
            boolean zoned = iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10;
            return told(
                    zoned ? OffsetDateTime.parse(iso) : LocalDateTime.parse(iso).atOffset(ZoneOffset.UTC), zoned);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Read told(OffsetDateTime time, boolean zoned) {
        boolean none = time.getYear() <= 1 || time.getYear() > LAST_YEAR;
        return new Read(none ? null : time.toInstant().truncatedTo(ChronoUnit.MICROS), none, zoned);
    }

    /** The month in which a card is good for the last time: {@code 4/2028}, or an instant in it (O22). */
    static @Nullable YearMonth month(String text) {
        Matcher card = CARD.matcher(text);
        try {
            if (card.matches()) {
                return YearMonth.of(Integer.parseInt(card.group(2)), Integer.parseInt(card.group(1)));
            }
        } catch (DateTimeException e) {
            return null;
        }
        Read read = read(text);
        Instant at = read == null ? null : read.at();
        return at == null ? null : YearMonth.from(at.atOffset(ZoneOffset.UTC));
    }

    /** {@code 1/26/2021 - 6/30/2021}, month first, both days included (O20); null when it is something else. */
    static LocalDate @Nullable [] coverage(String text) {
        Matcher days = COVERAGE.matcher(text);
        if (!days.matches()) {
            return null;
        }
        try {
            return new LocalDate[] {us(days.group(1)), us(days.group(2))};
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalDate us(String text) {
        String[] parts = text.split("/", -1);
        return LocalDate.of(Integer.parseInt(parts[2]), Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }
}
