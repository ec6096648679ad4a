package io.coverbook.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coverbook.schedule.DueWork.Moment;
import io.coverbook.schedule.DueWork.Recorded;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the cards ask for by a moment, less what is recorded; sources: CONTRACT 1, DECISIONS L10, RELIABILITY 5.3. */
class DueWorkTest {

    private static final BiPredicate<String, LocalDate> HOLIDAYS = (country, day) -> country.equals("SE")
            && (day.getMonthValue() == 1 && (day.getDayOfMonth() == 1 || day.getDayOfMonth() == 6));

    private static JobCard card(String name, String cron, String zone, String... parameters) {
        StringBuilder text = new StringBuilder(
                "job: " + name + "\ntitle: t\nschedule: { cron: \"" + cron + "\", zone: " + zone + " }\n");
        if (parameters.length > 0) {
            text.append("parameters:\n");
        }
        for (String parameter : parameters) {
            text.append("  ").append(parameter).append('\n');
        }
        return new CardReader(name + ".yaml").read(text.toString());
    }

    private static String due(JobCard card, Recorded recorded, String now, boolean asked) {
        return due(List.of(card), recorded, now, asked ? Set.of(card.name()) : Set.of());
    }

    private static String due(List<JobCard> cards, Recorded recorded, String now, Set<String> asked) {
        return DueWork.of(cards, recorded, new Moment(Instant.parse(now), asked), HOLIDAYS).stream()
                .map(due -> due.card().name() + " " + due.about() + " at " + due.at())
                .collect(Collectors.joining("; "));
    }

    private static Recorded reconciled(@Nullable String day) {
        return new Recorded(true, day == null ? null : LocalDate.parse(day), null, null, null, null, Map.of());
    }

    private static Recorded open(String month, @Nullable String proposed) {
        YearMonth proposal = proposed == null ? null : YearMonth.parse(proposed);
        return new Recorded(true, null, YearMonth.parse(month), proposal, null, null, Map.of());
    }

    @ParameterizedTest(name = "{index} {8}")
    @CsvSource(delimiter = '|', textBlock = """
            # cron           | zone             | day      | reconciled | now                  | asked | count | due                                      | why
            0 0 3 * * ?      | UTC              | current  | 2026-03-30 | 2026-03-31T02:59:59Z | false | 0     | ''                                       | its time has not come
            0 0 3 * * ?      | UTC              | current  | 2026-03-30 | 2026-03-31T03:00:00Z | false | 1     | 2026-03-31 at 2026-03-31T03:00:00Z       | to the second
            0 0 3 * * ?      | UTC              | current  | 2026-03-31 | 2026-03-31T03:00:00Z | false | 0     | ''                                       | fired twice, done once
            0 0 3 * * ?      | UTC              | previous | 2026-03-30 | 2026-03-31T23:00:00Z | false | 0     | ''                                       | the day is not over
            0 0 3 * * ?      | UTC              | previous | 2026-03-30 | 2026-04-01T03:00:00Z | false | 1     | 2026-03-31 at 2026-04-01T03:00:00Z       | the day before
            0 0 3 * * ?      | UTC              | current  |            | 2026-03-31T02:00:00Z | false | 1     | 2026-03-30 at 2026-03-30T03:00:00Z       | the first ever: the latest day alone
            0 0 3 * * ?      | UTC              | current  | 2026-03-30 | 2026-03-31T01:00:00Z | true  | 1     | 2026-03-31 at 2026-03-31T01:00:00Z       | a person asks before its time
            0 0 3 * * ?      | UTC              | current  | 2026-12-31 | 2026-03-31T04:00:00Z | true  | 0     | ''                                       | A10: nobody goes back
            0 0 3 * * ?      | UTC              | current  | 2025-12-31 | 2026-04-01T03:00:00Z | false | 91    | 2026-01-01 at 2026-01-01T03:00:00Z       | three months without anybody, each day for itself
            0 0 3 * * ?      | UTC              | current  | 2028-02-27 | 2028-03-01T03:00:00Z | false | 3     | 2028-02-28 at 2028-02-28T03:00:00Z       | a leap day is a day
            0 0 3 ? * MON-FRI | UTC             | current  | 2026-03-27 | 2026-03-30T03:00:00Z | false | 3     | 2026-03-28 at 2026-03-30T03:00:00Z       | a weekend is done on Monday
            0 30 2 * * ?     | Europe/Stockholm | current  | 2026-03-28 | 2026-03-29T20:00:00Z | false | 0     | ''                                       | 02:30 does not exist that night
            0 30 2 * * ?     | Europe/Stockholm | current  | 2026-03-28 | 2026-03-30T00:30:00Z | false | 2     | 2026-03-29 at 2026-03-30T00:30:00Z       | so that day is done the next night, in order
            0 30 2 * * ?     | Europe/Stockholm | current  | 2026-10-24 | 2026-10-25T00:30:00Z | false | 0     | ''                                       | the first 02:30 of two is not it
            0 30 2 * * ?     | Europe/Stockholm | current  | 2026-10-24 | 2026-10-25T01:30:00Z | false | 1     | 2026-10-25 at 2026-10-25T01:30:00Z       | the second is
            0 30 2 * * ?     | Europe/Stockholm | current  | 2026-10-25 | 2026-10-25T12:00:00Z | false | 0     | ''                                       | and once is enough
            0 0 3 * * ?      | Pacific/Auckland | current  | 2026-03-30 | 2026-03-30T14:00:00Z | false | 1     | 2026-03-31 at 2026-03-30T14:00:00Z       | the day is that of the zone
            """)
    void days(
            String cron,
            String zone,
            String day,
            @Nullable String reconciled,
            String now,
            boolean asked,
            int count,
            String first,
            String why) {
        String due = due(card("reconcile", cron, zone, "day: " + day), reconciled(reconciled), now, asked);
        List<String> all = due.isEmpty() ? List.of() : Arrays.asList(due.split("; ", -1));
        assertEquals(count, all.size(), due);
        assertEquals(first, all.isEmpty() ? "" : all.get(0).replace("reconcile ", ""), why);
    }

    @ParameterizedTest(name = "{index} {7}")
    @CsvSource(delimiter = '|', textBlock = """
            # n | country | invoices | open    | proposed | now                  | due                                                                                        | why
            2   | ''      | issue    | 2026-02 |          | 2026-03-03T05:59:59Z | ''                                                                                         | not yet
            2   | ''      | issue    | 2026-02 |          | 2026-03-03T06:00:00Z | month-end 2026-02 at 2026-03-03T06:00:00Z                                                  | Monday and Tuesday
            1   | ''      | issue    | 2026-01 |          | 2026-02-02T06:00:00Z | month-end 2026-01 at 2026-02-02T06:00:00Z                                                  | the first is a Sunday
            3   | ''      | issue    | 2026-04 |          | 2026-05-05T06:00:00Z | month-end 2026-04 at 2026-05-05T06:00:00Z                                                  | a Friday, a Monday, a Tuesday
            2   | ''      | issue    | 2025-12 |          | 2026-01-02T06:00:00Z | month-end 2025-12 at 2026-01-02T06:00:00Z                                                  | no holidays are asked for
            2   | SE      | issue    | 2025-12 |          | 2026-01-02T06:00:00Z | ''                                                                                         | New Year's Day does not count
            2   | SE      | issue    | 2025-12 |          | 2026-01-05T06:00:00Z | month-end 2025-12 at 2026-01-05T06:00:00Z                                                  | nor does a weekend
            3   | SE      | issue    | 2025-12 |          | 2026-01-07T06:00:00Z | month-end 2025-12 at 2026-01-07T06:00:00Z                                                  | nor Epiphany
            2   | ''      | issue    | 2026-01 |          | 2026-04-02T06:00:00Z | month-end 2026-01 at 2026-02-03T06:00:00Z; month-end 2026-02 at 2026-03-03T06:00:00Z; month-end 2026-03 at 2026-04-02T06:00:00Z | three months, each on its own day
            2   | ''      | propose  | 2026-01 |          | 2026-04-02T06:00:00Z | month-end 2026-01 at 2026-02-03T06:00:00Z                                                  | a proposal waits for a person, the next month for that
            2   | ''      | propose  | 2026-01 | 2026-01  | 2026-04-02T06:00:00Z | ''                                                                                         | a good one stands
            2   | ''      | propose  | 2026-02 | 2026-01  | 2026-04-02T06:00:00Z | month-end 2026-02 at 2026-03-03T06:00:00Z                                                  | one of another month is none
            2   | ''      | issue    | 2026-02 | 2026-02  | 2026-03-04T06:00:00Z | month-end 2026-02 at 2026-03-03T06:00:00Z                                                  | a card that issues does not wait
            2   | ''      | issue    | 2028-02 |          | 2028-03-02T06:00:00Z | month-end 2028-02 at 2028-03-02T06:00:00Z                                                  | after a leap day
            """)
    void months(
            int n,
            String country,
            String invoices,
            String open,
            @Nullable String proposed,
            String now,
            String expected,
            String why) {
        JobCard card = card(
                "month-end",
                "0 0 6 * * ?",
                "UTC",
                "business-day: " + n,
                "country: \"" + country + "\"",
                "invoices: " + invoices);
        assertEquals(expected, due(card, open(open, proposed), now, false), why);
    }

    @ParameterizedTest(name = "{index} {4}")
    @CsvSource(delimiter = '|', textBlock = """
            # exported                                  | now                  | asked | due                                                                    | why
            2026-03-31T10:01:00Z                        | 2026-03-31T10:09:00Z | false | ''                                                                     | the next look is at 10:10
            2026-03-31T10:01:00Z                        | 2026-03-31T10:10:00Z | false | import 2026-03-31T10:10:00Z at 2026-03-31T10:10:00Z                    | now it is
            2026-03-31T10:01:00Z                        | 2026-03-31T10:09:00Z | true  | import 2026-03-31T10:09:00Z at 2026-03-31T10:09:00Z                    | a person asks
            2026-03-31T10:01:00Z 2026-03-31T10:05:00Z   | 2026-03-31T12:00:00Z | false | import 2026-03-31T10:10:00Z at 2026-03-31T10:10:00Z                    | together, as they would have been
            2026-01-31T00:00:00Z 2026-02-28T00:00:00Z   | 2026-03-31T12:00:00Z | false | import 2026-01-31T00:00:00Z at 2026-01-31T00:00:00Z; import 2026-02-28T00:00:00Z at 2026-02-28T00:00:00Z | apart, as they would have been
            2030-01-01T00:00:00Z                        | 2026-03-31T12:00:00Z | false | import 2026-03-31T12:00:00Z at 2026-03-31T12:00:00Z                    | from the future: taken, and warned of
            """)
    void files(String exported, String now, boolean asked, String expected, String why) {
        List<Instant> waiting =
                Arrays.stream(exported.split(" ", -1)).map(Instant::parse).toList();
        Recorded recorded = new Recorded(false, null, null, null, null, null, Map.of("import", waiting));
        assertEquals(expected, due(card("import", "0 0/10 * * * ?", "UTC"), recorded, now, asked), why);
    }

    @ParameterizedTest(name = "{index} {4}")
    @CsvSource(delimiter = '|', textBlock = """
            # done               | now                  | asked | due                                          | why
                                 | 2026-03-31T12:00:00Z | false | purge 2026-03-31 at 2026-03-31T12:00:00Z     | never done
            2026-03-29T04:30:01Z | 2026-03-31T12:00:00Z | false | ''                                           | done on Sunday
            2026-03-22T04:30:01Z | 2026-03-31T12:00:00Z | false | purge 2026-03-31 at 2026-03-29T04:30:00Z     | one Sunday missed
            2026-01-04T04:30:01Z | 2026-03-31T12:00:00Z | false | purge 2026-03-31 at 2026-01-11T04:30:00Z     | many missed are one
            2026-03-31T11:00:00Z | 2026-03-31T12:00:00Z | true  | purge 2026-03-31 at 2026-03-31T12:00:00Z     | a person asks
            """)
    void purges(@Nullable String done, String now, boolean asked, String expected, String why) {
        Recorded recorded =
                new Recorded(true, null, null, null, done == null ? null : Instant.parse(done), null, Map.of());
        assertEquals(expected, due(card("purge", "0 30 4 ? * SUN", "UTC"), recorded, now, asked), why);
    }

    @ParameterizedTest(name = "{index} {4}")
    @CsvSource(delimiter = '|', textBlock = """
            # next try           | now                  | asked | due                                                         | why
                                 | 2026-03-31T12:00:00Z | false | ''                                                          | nothing waits
            2026-03-31T11:58:00Z | 2026-03-31T12:00:00Z | false | deliver 2026-03-31T11:58:00Z at 2026-03-31T12:00:00Z        | at the card's next time
            2026-03-31T12:01:00Z | 2026-03-31T12:04:00Z | false | ''                                                          | not yet
            2026-03-31T12:01:00Z | 2026-03-31T12:04:00Z | true  | deliver 2026-03-31T12:01:00Z at 2026-03-31T12:04:00Z        | a person asks
            2026-03-31T13:00:00Z | 2026-03-31T12:04:00Z | true  | ''                                                          | nobody may be pressed before
            2026-01-31T13:00:00Z | 2026-03-31T12:00:00Z | false | deliver 2026-01-31T13:00:00Z at 2026-01-31T13:00:00Z        | nobody served for a while
            """)
    void messages(@Nullable String next, String now, boolean asked, String expected, String why) {
        Recorded recorded =
                new Recorded(true, null, null, null, null, next == null ? null : Instant.parse(next), Map.of());
        assertEquals(expected, due(card("deliver", "0 0/5 * * * ?", "UTC"), recorded, now, asked), why);
    }

    /** Before anything was imported a reconcile would choose the first billed month for nobody (L16). */
    @Test
    void an_empty_book_has_neither_days_nor_months_to_do() {
        Recorded nothing = new Recorded(false, null, YearMonth.of(2026, 1), null, null, null, Map.of());
        List<JobCard> cards = List.of(card("reconcile", "0 0 3 * * ?", "UTC"), card("month-end", "0 0 6 * * ?", "UTC"));
        assertEquals("", due(cards, nothing, "2026-06-15T12:00:00Z", Set.of("reconcile", "month-end")));
    }

    /** Files, days and months are worked off as if somebody had served all the time. */
    @Test
    void what_was_missed_comes_in_the_order_of_its_time() {
        List<JobCard> cards = List.of(
                card("month-end", "0 0 6 * * ?", "UTC", "invoices: issue"),
                card("reconcile", "0 0 3 * * ?", "UTC"),
                card("import", "0 0/10 * * * ?", "UTC"));
        Recorded recorded = new Recorded(
                true,
                LocalDate.of(2026, 2, 1),
                YearMonth.of(2026, 1),
                null,
                null,
                null,
                Map.of("import", List.of(Instant.parse("2026-02-02T03:00:00Z"))));
        assertEquals(
                "import 2026-02-02T03:00:00Z at 2026-02-02T03:00:00Z; reconcile 2026-02-02 at 2026-02-02T03:00:00Z;"
                        + " reconcile 2026-02-03 at 2026-02-03T03:00:00Z; month-end 2026-01 at 2026-02-03T06:00:00Z;"
                        + " reconcile 2026-02-04 at 2026-02-04T03:00:00Z",
                due(cards, recorded, "2026-02-04T07:00:00Z", Set.of()));
    }

    @Test
    void a_piece_of_work_is_the_command_a_person_would_give() {
        Map<String, String> said = new LinkedHashMap<>();
        List<JobCard> cards = new ArrayList<>(JobCards.read(null).all());
        cards.add(card(
                "month-end", "0 0 6 * * ?", "UTC", "invoices: issue", "require-fresh: false", "tolerate-holds: 7"));
        for (JobCard card : cards) {
            Due due = new Due(card, Instant.EPOCH, "ABOUT", card.job() != CardJob.IMPORT);
            said.merge(card.name(), String.join(" ", CardRunner.words(due, "DROP")), (a, b) -> a + "; " + b);
        }
        assertEquals(
                Map.of(
                        "import", "import --drop DROP --settle 10 --tolerate-rejects 0 --until ABOUT",
                        "reconcile", "reconcile --as-of ABOUT",
                        "month-end", "month-end ABOUT --preview --require-fresh; month-end ABOUT --tolerate-holds 7",
                        "deliver", "deliver",
                        "purge", "purge --keep-days 400"),
                said);
    }

    @Test
    void a_month_end_shows_the_days_it_closes_on() {
        JobCard card = card("month-end", "0 0 6 * * ?", "UTC", "business-day: 2", "country: SE");
        List<Instant> next = DueWork.closings(card, Instant.parse("2025-12-02T06:00:00Z"), 3, HOLIDAYS);
        assertEquals(
                List.of(
                        Instant.parse("2026-01-05T06:00:00Z"),
                        Instant.parse("2026-02-03T06:00:00Z"),
                        Instant.parse("2026-03-03T06:00:00Z")),
                next);
    }
}
