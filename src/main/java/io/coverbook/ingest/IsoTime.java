package io.coverbook.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days, months and instants of ISO 8601, read by hand: strictly, in ASCII digits, from 1970 to 2099 (DECISIONS L5). The
 * parsers of the JDK make reading a file more than three times slower.
 */
final class IsoTime {

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2099;
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final int[] DAYS_BEFORE = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    private static final int DAY_LENGTH = 10;
    private static final int FURTHEST_OFFSET = 17;
    private static final int SECONDS_OF_DAY = 86_400;
    private static final long LAST_SECOND = LocalDate.of(LAST_YEAR + 1, 1, 1).toEpochDay() * SECONDS_OF_DAY - 1;

    /** As people and spreadsheets write days. */
    private static final Pattern DAY_OF_PEOPLE = Pattern.compile("[0-9]{1,2}([./-])[0-9]{1,2}\\1[0-9]{4}");

    private static final String SAY_FORM =
            "; or say how the whole file writes days with --date-format, such as dd.MM.yyyy";
    private static final String SAY_DAY = "write it as YYYY-MM-DD, such as 2026-04-30";
    private static final String SAY_INSTANT =
            "write it with time and offset from UTC, such as 2026-04-30T22:15:00Z or 2026-05-01T00:15:00+02:00";

    private IsoTime() {}

    static @Nullable LocalDate day(String text, Faults faults) {
        if (text.length() != DAY_LENGTH || !dayForm(text)) {
            faults.add(
                    RejectCode.R05_DATE_SYNTAX,
                    "not a date; " + SAY_DAY + (DAY_OF_PEOPLE.matcher(text).matches() ? SAY_FORM : ""));
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        if (!exists(year, month, day)) {
            faults.add(RejectCode.R05_DATE_SYNTAX, "there is no such day in the calendar; correct the date");
            return null;
        }
        if (!inRange(year)) {
            faults.add(RejectCode.R06_DATE_RANGE, outOfRange());
            return null;
        }
        return LocalDate.of(year, month, day);
    }

    static @Nullable YearMonth month(String text, Faults faults) {
        int year = text.length() == 7 && text.charAt(4) == '-' ? number(text, 0, 4) : -1;
        int month = year < 0 ? -1 : number(text, 5, 7);
        if (month < 1 || month > 12) {
            faults.add(RejectCode.R05_DATE_SYNTAX, "not a month; write it as YYYY-MM, such as 2028-02");
            return null;
        }
        if (!inRange(year)) {
            faults.add(RejectCode.R06_DATE_RANGE, outOfRange());
            return null;
        }
        return YearMonth.of(year, month);
    }

    /** An instant to the microsecond, as finely as it is stored; what is finer is cut off. */
    static @Nullable Instant instant(String text, Faults faults) {
        if (text.length() < DAY_LENGTH || !dayForm(text)) {
            faults.add(RejectCode.R05_DATE_SYNTAX, "not an instant; " + SAY_INSTANT);
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int second = secondOfDay(text);
        int fractionEnd = second < 0 ? -1 : endOfFraction(text);
        int offset = fractionEnd < 0 ? Integer.MIN_VALUE : offset(text, fractionEnd);
        if (offset == Integer.MIN_VALUE) {
            faults.add(RejectCode.R05_DATE_SYNTAX, whyNoInstant(text));
            return null;
        }
        if (!exists(year, month, day)) {
            faults.add(RejectCode.R05_DATE_SYNTAX, "there is no such day in the calendar; correct the date");
            return null;
        }
        long epoch = inRange(year) ? epochDay(year, month, day) * SECONDS_OF_DAY + second - offset : -1;
        if (epoch < 0 || epoch > LAST_SECOND) {
            faults.add(RejectCode.R06_DATE_RANGE, outOfRange());
            return null;
        }
        return Instant.ofEpochSecond(epoch, nanos(text, fractionEnd));
    }

    /** Whether an instant is written more finely than it is stored. */
    static boolean finerThanStored(String text) {
        int dot = text.indexOf('.');
        return dot >= 0 && endOfFraction(text) - dot > 7;
    }

    private static String whyNoInstant(String text) {
        if (text.length() == DAY_LENGTH) {
            return "the time is missing; " + SAY_INSTANT;
        }
        boolean timeGood = secondOfDay(text) >= 0;
        return (timeGood ? "the offset from UTC is missing or unreadable; " : "not an instant; ") + SAY_INSTANT;
    }

    private static String outOfRange() {
        return "outside 1970-01-01 to 2099-12-31; correct it, and leave the cell empty for 'no date'";
    }

    private static boolean dayForm(String text) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && number(text, 0, 4) >= 0
                && number(text, 5, 7) >= 0
                && number(text, 8, 10) >= 0;
    }

    private static boolean inRange(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static boolean exists(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1) {
            return false;
        }
        return day <= DAYS[month - 1] || (month == 2 && day == 29 && Year.isLeap(year));
    }

    /** Days since 1970-01-01 for the years 1970 to 2099, in which every fourth year is a leap year. */
    private static long epochDay(int year, int month, int day) {
        int years = year - FIRST_YEAR;
        int leapDays = (years + 1) / 4 + (month > 2 && year % 4 == 0 ? 1 : 0);
        return years * 365L + leapDays + DAYS_BEFORE[month - 1] + day - 1;
    }

    /** Of {@code THH:MM} or {@code THH:MM:SS} behind the day; -1 when it is neither. */
    private static int secondOfDay(String text) {
        if (text.length() < 16 || text.charAt(10) != 'T' || text.charAt(13) != ':') {
            return -1;
        }
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = 0;
        if (text.length() > 16 && text.charAt(16) == ':') {
            second = text.length() < 19 ? -1 : number(text, 17, 19);
        }
        boolean good = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        return good ? hour * 3600 + minute * 60 + second : -1;
    }

    /** Where the offset begins; -1 when the fraction of the second is not 1 to 9 digits. */
    private static int endOfFraction(String text) {
        if (text.length() == 16 || text.charAt(16) != ':') {
            return 16;
        }
        if (text.length() <= 19 || text.charAt(19) != '.') {
            return 19;
        }
        int end = 20;
        while (end < text.length() && digit(text.charAt(end))) {
            end++;
        }
        return end == 20 || end > 29 ? -1 : end;
    }

    private static long nanos(String text, int end) {
        if (end <= 20) {
            return 0;
        }
        long micros = 0;
        for (int i = 20; i < 26; i++) {
            micros = micros * 10 + (i < end ? text.charAt(i) - '0' : 0);
        }
        return micros * 1000;
    }

    /** In seconds, for {@code Z} or {@code +HH:MM}; the smallest int when it is neither. */
    private static int offset(String text, int from) {
        int length = text.length() - from;
        if (length == 1 && text.charAt(from) == 'Z') {
            return 0;
        }
        if (length != 6 || text.charAt(from + 3) != ':') {
            return Integer.MIN_VALUE;
        }
        int hours = number(text, from + 1, from + 3);
        int minutes = number(text, from + 4, from + 6);
        char sign = text.charAt(from);
        if ((sign != '+' && sign != '-') || hours < 0 || hours > FURTHEST_OFFSET || minutes < 0 || minutes > 59) {
            return Integer.MIN_VALUE;
        }
        int seconds = hours * 3600 + minutes * 60;
        return sign == '-' ? -seconds : seconds;
    }

    /** -1 when a character is not one of 0 to 9; digits of other scripts are none. */
    private static int number(String text, int from, int until) {
        int value = 0;
        for (int i = from; i < until; i++) {
            char c = text.charAt(i);
            if (!digit(c)) {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
