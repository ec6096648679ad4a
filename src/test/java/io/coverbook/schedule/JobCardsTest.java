package io.coverbook.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A card that is not exactly right is refused with its place and what is known (HOUSE 7). */
class JobCardsTest {

    private static final String GOOD = """
            job: month-end
            title: Close
            schedule: { cron: "0 0 6 * * ?", zone: UTC }
            after: []
            parameters:
              business-day: 2
              country: NO
              invoices: issue
            """;

    @ParameterizedTest(name = "{index} {0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # what stands in the good card | what stands there instead        | what is said
            job: month-end          | job: monthend                           | month-end.yaml line 1: 'monthend' is no job; known jobs: import, reconcile, month-end, deliver, purge
            job: month-end          | jobs: month-end                         | month-end.yaml line 1: 'jobs' is no key of a card; known: job, title, schedule, after, parameters
            job: month-end          | job: [month-end]                        | month-end.yaml line 1: one value is expected here
            job: month-end          | job: reconcile                          | month-end.yaml line 6: 'business-day' is no key of the parameters of reconcile; known: day, tolerate-holds
            title: Close            | title:                                  | month-end.yaml line 2: 'title' is empty; a line that tells people what the card does
            title: Close            | title: a\\ntitle: b                     | month-end.yaml line 3: 'title' stands there twice
            zone: UTC               | zone: Europe/Stokholm                   | month-end.yaml line 3: 'Europe/Stokholm' is no time zone; give UTC or a region such as Europe/Stockholm
            zone: UTC               | zone: Sweden/Stockholm                  | month-end.yaml line 3: 'Sweden/Stockholm' is no time zone; give UTC or a region such as Europe/Stockholm; alike: Europe/Stockholm
            zone: UTC               | zone: CET                               | month-end.yaml line 3: 'CET' is no time zone; give UTC or a region such as Europe/Stockholm
            zone: UTC               | zone: +02:00                            | month-end.yaml line 3: '+02:00' is no time zone; give UTC or a region such as Europe/Stockholm
            ', zone: UTC'           | ''                                      | month-end.yaml: 'zone' is missing; such as UTC or Europe/Stockholm
            0 0 6 * * ?             | 0 0 6 * *                               | month-end.yaml line 3: '0 0 6 * *' is no cron expression of Quartz (second minute hour day month weekday): Unexpected end of expression.
            0 0 6 * * ?             | 0 0 25 * * ?                            | month-end.yaml line 3: '0 0 25 * * ?' is no cron expression of Quartz (second minute hour day month weekday): Hour values must be between 0 and 23
            zone: UTC               | zone: UTC, missed: run-once             | month-end.yaml line 3: 'missed' is no key of a schedule; known: cron, zone
            after: []               | after: import                           | month-end.yaml line 4: a list is expected here, such as [import]
            after: []               | after: [import]                         | month-end.yaml: 'after' names 'import', and there is no such other card; known: month-end
            after: []               | after: [month-end]                      | month-end.yaml: 'after' names 'month-end', and there is no such other card; known: month-end
            business-day: 2         | bussiness-day: 2                        | month-end.yaml line 6: 'bussiness-day' is no key of the parameters of month-end; known: business-day, country, invoices, require-fresh, tolerate-holds
            business-day: 2         | business-day: 0                         | month-end.yaml line 6: '0' is no business-day; give 1 to 20
            business-day: 2         | business-day: 2.0                       | month-end.yaml line 6: '2.0' is no business-day; give 1 to 20
            country: NO             | country: Norway                         | month-end.yaml line 7: 'Norway' is no country; give a country such as SE whose public holidays count, or nothing
            invoices: issue         | invoices: yes                           | month-end.yaml line 8: 'yes' is no invoices; give issue or propose
            """)
    void a_card_that_is_wrong_says_where_and_what_is_known(String good, String wrong, String said) {
        String text = GOOD.replace(good, wrong.replace("\\n", "\n"));
        CardException refused = assertThrows(CardException.class, () -> JobCards.of(Map.of("month-end.yaml", text)));
        assertEquals(said, refused.getMessage());
    }

    @Test
    void the_good_card_is_read_as_it_is_written() {
        JobCard card = JobCards.of(Map.of("month-end.yaml", GOOD)).required("month-end");
        assertEquals(
                Map.of(
                        "business-day", "2",
                        "country", "NO",
                        "invoices", "issue",
                        "require-fresh", "true",
                        "tolerate-holds", ""),
                card.parameters());
        assertEquals(
                "on the second business day of the month after (holidays of NO), looked for every day at 06:00 UTC;"
                        + " issues the invoices",
                CronWords.of(card));
    }

    @Test
    void the_cards_of_the_folder_are_those_the_program_brings_along() {
        List<String> own = JobCards.read(Path.of("jobs")).all().stream()
                .map(JobCardsTest::told)
                .toList();
        assertEquals(
                own,
                JobCards.read(null).all().stream()
                        .map(JobCardsTest::told)
                        .sorted()
                        .toList());
        assertEquals(
                CardJob.labels().stream().sorted().toList(),
                JobCards.read(null).all().stream().map(JobCard::name).sorted().toList(),
                "each job has a card, each card a job");
    }

    private static String told(JobCard card) {
        return card.name() + " " + card.title() + " " + CronWords.of(card) + card.after() + card.parameters();
    }

    @Test
    void two_cards_do_not_do_the_same() {
        String drop =
                "job: import\ntitle: t\nschedule: { cron: \"0 0 * * * ?\", zone: UTC }\nparameters: { drop: a }\n";
        assertEquals(
                2,
                JobCards.of(Map.of("import.yaml", drop, "import-partner.yaml", drop.replace("drop: a", "drop: b")))
                        .all()
                        .size());
        assertThrows(CardException.class, () -> JobCards.of(Map.of("import.yaml", drop, "import-partner.yaml", drop)));
        assertThrows(CardException.class, () -> JobCards.of(Map.of("month-end.yaml", GOOD, "close.yaml", GOOD)));
    }

    @Test
    void a_folder_or_a_name_that_is_none_is_told(@TempDir Path folder) throws IOException {
        assertEquals("there is no folder " + folder.resolve("x") + " with cards", refused(folder.resolve("x")));
        assertEquals(
                "there is no card (*.yaml) in " + folder + "; known jobs: import, reconcile, month-end, deliver, purge",
                refused(folder));
        Files.writeString(folder.resolve("Month End.yaml"), GOOD);
        assertEquals(
                "Month End.yaml: the name of a card is small letters, digits and hyphens, then .yaml", refused(folder));
        Files.move(folder.resolve("Month End.yaml"), folder.resolve("month-end.yml"));
        assertEquals(
                folder.resolve("month-end.yml") + " would not be read: the name of a card ends with .yaml",
                refused(folder));
        Files.move(folder.resolve("month-end.yml"), folder.resolve("month-end.yaml"));
        CardException unknown =
                assertThrows(CardException.class, () -> JobCards.read(folder).required("reconcile"));
        assertEquals("there is no card 'reconcile'; known: month-end", unknown.getMessage());
    }

    private static String refused(Path folder) {
        return assertThrows(CardException.class, () -> JobCards.read(folder)).getMessage();
    }

    @ParameterizedTest
    @CsvSource({
        "0 0/10 * * * ?,every 10 minutes",
        "0 15 * * * ?,every hour at minute 15",
        "0 0 3 * * ?,every day at 03:00",
        "0 30 4 ? * SUN,every Sunday at 04:30",
        "0 0 6 ? * MON-FRI,Monday to Friday at 06:00",
        "0 0 6 1 * ?,on day 1 of every month at 06:00",
        "0 0 6 L * ?,on the last day of every month at 06:00",
        "0 0 6 ? * 2#1,by the expression 0 0 6 ? * 2#1"
    })
    void times_are_said_in_words(String cron, String words) {
        assertEquals(words, CronWords.times(cron));
    }
}
