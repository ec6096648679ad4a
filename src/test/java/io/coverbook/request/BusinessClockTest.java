package io.coverbook.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.coverbook.request.HoursBook.Basis;
import io.coverbook.testkit.ListedHolidays;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessClockTest {

    private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private static OpeningHours hours(String where) {
        return switch (where) {
            case "Pacific" ->
                new OpeningHours("US", ZoneId.of("America/Los_Angeles"), LocalTime.of(6, 0), LocalTime.of(18, 0), WEEK);
            case "Tokyo" -> nineToFive("JP", "Asia/Tokyo");
            case "Berlin" -> nineToFive("DE", "Europe/Berlin");
            case "Stockholm" -> nineToFive("SE", "Europe/Stockholm");
            case "Riyadh" ->
                new OpeningHours(
                        "SA",
                        ZoneId.of("Asia/Riyadh"),
                        LocalTime.of(9, 0),
                        LocalTime.of(17, 0),
                        EnumSet.of(
                                DayOfWeek.SUNDAY,
                                DayOfWeek.MONDAY,
                                DayOfWeek.TUESDAY,
                                DayOfWeek.WEDNESDAY,
                                DayOfWeek.THURSDAY));
            default -> throw new IllegalArgumentException(where);
        };
    }

    private static OpeningHours nineToFive(String country, String zone) {
        return new OpeningHours(country, ZoneId.of(zone), LocalTime.of(9, 0), LocalTime.of(17, 0), WEEK);
    }

    private static BusinessClock clock(String where, String holidays) {
        Set<LocalDate> days = holidays == null
                ? Set.of()
                : Arrays.stream(holidays.split(" ")).map(LocalDate::parse).collect(Collectors.toSet());
        return new BusinessClock(hours(where), new ListedHolidays(days));
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            where     | holidays              | hours | from                      | until                     | why
            Pacific   |                       | 4     | 2026-03-06T16:30:00-08:00 | 2026-03-09T08:30:00-07:00 | E73, R10: over the weekend in which summer time begins
            Pacific   | 2026-07-03            | 8     | 2026-07-02T15:00:00-07:00 | 2026-07-06T11:00:00-07:00 | E73, R10: a holiday on Friday
            Berlin    | 2026-04-03 2026-04-06 | 8     | 2026-04-02T16:00:00+02:00 | 2026-04-07T16:00:00+02:00 | E73, R11: Easter
            Stockholm |                       | 8     | 2026-04-13T09:00:00+02:00 | 2026-04-13T17:00:00+02:00 | E73, P44: ends at closing time
            Stockholm |                       | 8     | 2026-04-13T17:00:00+02:00 | 2026-04-14T17:00:00+02:00 | E73, P44: closed at 17:00 sharp
            Stockholm |                       | 8     | 2026-04-13T16:59:59+02:00 | 2026-04-14T16:59:59+02:00 | P44: the last second is open
            Stockholm |                       | 8     | 2026-04-13T08:59:59+02:00 | 2026-04-13T17:00:00+02:00 | P44: before opening
            Berlin    |                       | 4     | 2026-04-11T11:00:00+02:00 | 2026-04-13T13:00:00+02:00 | E73: waits for Monday
            Tokyo     | 2026-04-29            | 2     | 2026-04-28T16:30:00+09:00 | 2026-04-30T10:30:00+09:00 | E73: Showa Day
            Stockholm |                       | 20    | 2026-04-13T09:00:00+02:00 | 2026-04-15T13:00:00+02:00 | two days and a half
            Riyadh    |                       | 8     | 2026-04-09T16:00:00+03:00 | 2026-04-12T16:00:00+03:00 | R11: other weekends
            Berlin    |                       | 8     | 2026-10-23T16:00:00+02:00 | 2026-10-26T16:00:00+01:00 | winter time begins
            Pacific   |                       | 8     | 2026-04-13T21:00:00-04:00 | 2026-04-14T14:00:00-07:00 | R10: asked from New York
            """)
    void open_time_is_counted(String where, String holidays, int hours, String from, String until, String why) {
        BusinessClock clock = clock(where, holidays);
        assertEquals(Optional.of(at(until)), clock.plus(at(from), Duration.ofHours(hours)), why);
        assertEquals(Duration.ofHours(hours), clock.between(at(from), at(until)), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            where   | holidays   | at                        | open  | opens                     | why
            Pacific |            | 2026-04-13T06:00:00-07:00 | true  | 2026-04-13T06:00:00-07:00 | R10: half-open
            Pacific |            | 2026-04-13T05:59:59-07:00 | false | 2026-04-13T06:00:00-07:00 | R10
            Pacific |            | 2026-04-13T17:59:59-07:00 | true  | 2026-04-13T17:59:59-07:00 | R10
            Pacific |            | 2026-04-13T18:00:00-07:00 | false | 2026-04-14T06:00:00-07:00 | R10
            Pacific |            | 2026-04-11T12:00:00-07:00 | false | 2026-04-13T06:00:00-07:00 | R10: Saturday
            Pacific | 2026-04-13 | 2026-04-13T12:00:00-07:00 | false | 2026-04-14T06:00:00-07:00 | R10: a holiday
            Tokyo   |            | 2026-04-12T23:30:00Z      | false | 2026-04-13T00:00:00Z      | R11: by the clock there
            """)
    void it_is_open_or_opens(String where, String holidays, String at, boolean open, String opens, String why) {
        BusinessClock clock = clock(where, holidays);
        assertEquals(open, clock.open(at(at)), why);
        assertEquals(Optional.of(at(opens)), clock.opening(at(at)), why);
    }

    @Test
    void whoever_never_opens_never_answers() {
        Holidays always = new Holidays() {
            @Override
            public Source source(String country, int year) {
                return Source.REFERENCE_FILE;
            }

            @Override
            public String on(String country, LocalDate day) {
                return "closed";
            }
        };
        BusinessClock clock = new BusinessClock(hours("Berlin"), always);
        assertEquals(Optional.empty(), clock.opening(Instant.EPOCH));
        assertEquals(Optional.empty(), clock.plus(Instant.EPOCH, Duration.ofHours(1)));
        assertFalse(clock.open(Instant.EPOCH));
    }

    @Test
    void midnight_closes_the_day_it_ends() {
        OpeningHours always = new OpeningHours(
                "DE",
                ZoneId.of("Europe/Berlin"),
                LocalTime.MIDNIGHT,
                LocalTime.MIDNIGHT,
                EnumSet.allOf(DayOfWeek.class));
        BusinessClock clock = new BusinessClock(always, ListedHolidays.of());
        Instant from = at("2026-03-28T23:30:00+01:00");
        assertEquals(Optional.of(from.plus(Duration.ofHours(30))), clock.plus(from, Duration.ofHours(30)));
    }

    @Test
    void hours_that_cannot_be_are_refused() {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        LocalTime nine = LocalTime.of(9, 0);
        assertThrows(IllegalArgumentException.class, () -> new OpeningHours("DE", zone, nine, nine, WEEK));
        assertThrows(
                IllegalArgumentException.class,
                () -> new OpeningHours("DE", zone, nine, LocalTime.of(17, 0), Set.of()));
    }

    @Test
    void a_country_without_hours_has_the_usual_ones() {
        HoursBook book = new HoursBook(
                Map.of("US", hours("Pacific")), Map.of("IT", ZoneId.of("Europe/Rome"), "US", ZoneId.of("UTC")));
        assertEquals(hours("Pacific"), book.of("US").hours());
        assertEquals(Basis.OF_THE_COUNTRY, book.of("US").basis());
        assertEquals(nineToFive("IT", "Europe/Rome"), book.of("IT").hours(), "R11: usually 9 to 17");
        assertEquals(Basis.USUAL, book.of("IT").basis());
        assertEquals(Basis.USUAL_IN_UTC, book.of("FR").basis());
        assertEquals("Z", book.of(null).hours().zone().getId());
        assertFalse(HoursBook.ownZone("US"), "R10: one window for North America");
        assertEquals(
                ZoneId.of("Australia/Perth"),
                nineToFive("AU", "Australia/Sydney")
                        .in(ZoneId.of("Australia/Perth"))
                        .zone());
    }
}
