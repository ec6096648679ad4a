package io.coverbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.fault.FaultPoint;
import io.coverbook.testkit.OpenBook;
import io.coverbook.testkit.OpenBook.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exit code of every card in every situation, as a timer or a CronJob sees it (src/docs/operating.md, The schedule). */
@ExtendWith(OpenBook.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CardExitIT {

    private static final String IMPORTED = "march_imported";
    private static final String CLOSING = "march_to_be_closed";
    private static final Path EXPORTS = Path.of("sample-data/2026-03-31");
    private static final Instant FIRST = Instant.parse("2026-04-01T04:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-04-02T07:00:00Z");
    private static final String TIMES = "schedule: { cron: \"0 0 3 * * ?\", zone: UTC }\n";

    private final List<AutoCloseable> open = new ArrayList<>();
    private OpenBook book;
    private Path cards;
    private Path drop;
    private Instant now;
    private List<String> more;

    @BeforeAll
    void books(OpenBook shared) throws IOException {
        book = shared.empty();
        cards = book.folder("cards");
        drop = book.folder("drop").resolve("here");
        book.run("import", EXPORTS.toString()).expecting(0);
        book.keep(IMPORTED);
        book.run("reconcile", "--as-of", "2026-04-02", "--policy", "billing.first-month=2026-03")
                .expecting(0);
        book.keep(CLOSING);
    }

    private void card(String job, String parameters) throws IOException {
        Files.writeString(
                cards.resolve(job + ".yaml"),
                "job: " + job + "\ntitle: t\n" + TIMES
                        + (parameters.isEmpty() ? "" : "parameters: { " + parameters + " }\n"));
    }

    private void cards() throws IOException {
        card("import", "drop: " + drop);
        for (String job : List.of("reconcile", "month-end", "deliver", "purge")) {
            card(job, "");
        }
    }

    @AfterEach
    void nothing_is_planted() throws Exception {
        FaultPoint.plant(0);
        for (AutoCloseable each : open) {
            each.close();
        }
        open.clear();
        System.clearProperty("coverbook.smtp.host");
        System.clearProperty("coverbook.mail.to");
        System.clearProperty("coverbook.smtp.tls");
        System.clearProperty("coverbook.smtp.port");
        if (Files.exists(drop)) {
            try (Stream<Path> paths = Files.walk(drop)) {
                for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /** Makes the situation that a word names. */
    private void make(String word) throws IOException, SQLException {
        switch (word) {
            case "empty" -> book.empty();
            case "tolerant" -> card("import", "drop: " + drop + ", tolerate-rejects: 1");
            case "strict" -> card("reconcile", "tolerate-holds: 0");
            case "issuing" -> card("month-end", "invoices: issue");
            case "imported" -> book.like(IMPORTED);
            case "closing" -> book.like(CLOSING);
            case "second-day" -> now = SECOND;
            case "good-file" -> drop("subscriptions-2026-03-31.csv", text());
            case "bad-row" -> drop("subscriptions-2026-03-31.csv", text() + "one,two\n");
            case "no-export" -> drop("subscriptions-2026-03-31.csv", "no,export\n1,2\n");
            case "no-folder" -> Files.writeString(drop, "no folder");
            case "writing" -> locked("7203441");
            case "scheduling" -> locked("7203442");
            case "second-person" -> more.addAll(List.of("--policy", "close.approval=SECOND_PERSON"));
            case "bad-policy" -> more.addAll(List.of("--policy", "billing.zone=Nowhere"));
            case "fault" -> FaultPoint.plant(250);
            case "mail-waits" -> {
                mail();
                book.runAt(now, "deliver").expecting(0);
                now = now.plusSeconds(86_400);
            }
            case "mail-unset" -> {
                System.clearProperty("coverbook.smtp.host");
                System.clearProperty("coverbook.mail.to");
            }
            default -> throw new IllegalArgumentException(word);
        }
    }

    private static String text() throws IOException {
        return Files.readString(EXPORTS.resolve("subscriptions-2026-03-31.csv"));
    }

    private void drop(String name, String text) throws IOException {
        Path file = Files.createDirectories(drop.resolve("inbox")).resolve(name);
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(now.minusSeconds(60)));
    }

    private void locked(String lock) throws SQLException {
        Connection other = book.app();
        open.add(other);
        OpenBook.ask(other, "select pg_advisory_lock(" + lock + ")");
    }

    /** Nobody listens there. */
    private static void mail() {
        System.setProperty("coverbook.smtp.host", "127.0.0.1");
        System.setProperty("coverbook.smtp.port", "1");
        System.setProperty("coverbook.smtp.tls", "NONE");
        System.setProperty("coverbook.mail.to", "ops@example.com");
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            import    | 0  | no file                       | empty                         | Nothing to import
            import    | 0  | files taken                   | empty good-file               | subscriptions-2026-03-31.csv
            import    | 3  | a row rejected                | empty bad-row                 | subscriptions-2026-03-31.csv
            import    | 0  | a row rejected and tolerated  | empty bad-row tolerant             | subscriptions-2026-03-31.csv
            import    | 3  | a file refused                | empty no-export               | subscriptions-2026-03-31.csv
            import    | 75 | the folder cannot be used     | empty no-folder               | the drop folder cannot be used
            import    | 75 | another one writes            | empty good-file writing       | try again
            import    | 75 | another one works the cards   | empty good-file scheduling    | try again
            reconcile | 0  | nothing was ever imported     | empty                         | Nothing is due of reconcile
            reconcile | 0  | reconciled                    | imported                      | as the facts ask for on 2026-04-01
            reconcile | 0  | reconciled before             | closing                       | Nothing is due of reconcile
            reconcile | 3  | plans held, none tolerated    | imported strict                    | held
            reconcile | 1  | an unexpected error           | imported fault                | unexpected error
            reconcile | 75 | another one writes            | imported writing              | try again
            reconcile | 2  | a policy that is none         | imported bad-policy           | billing.zone
            month-end | 0  | the day has not come          | closing                       | Nothing is due of month-end
            month-end | 0  | proposed                      | closing second-day            | approve 2026-03
            month-end | 0  | closed                        | closing second-day issuing            | March 2026 is closed
            month-end | 4  | exports older than the month  | stale second-day              | March 2026 is NOT closed
            month-end | 5  | a second person is asked for  | closing second-day issuing second-person | approve
            month-end | 75 | another one writes            | closing second-day writing    | try again
            month-end | 1  | an unexpected error           | closing second-day fault      | unexpected error
            deliver   | 0  | nothing waits                 | imported                      | Nothing is due of deliver
            deliver   | 0  | a place is away, and it waits | imported mail-waits           | to be tried again
            deliver   | 2  | messages wait and nobody is set | imported mail-waits mail-unset | there is nobody to tell
            purge     | 0  | forgotten                     | imported                      | technical
            purge     | 75 | another one writes            | imported writing              | try again
            nothing   | 2  | no such card                  | empty                         | there is no card 'nothing'
            --due     | 0  | all done                      | empty good-file               | as the facts ask for on 2026-04-01
            --due     | 0  | nothing was ever imported     | empty                         | forgotten
            --due     | 3  | one card with rejected rows   | empty bad-row                 | as the facts ask for on 2026-04-01
            --due --lenient | 0  | the same, for runners that know no 3 | empty bad-row      | as the facts ask for on 2026-04-01
            import --lenient | 0 | a file refused          | empty no-export              | subscriptions-2026-03-31.csv
            import --lenient | 75 | the folder cannot be used | empty no-folder           | the drop folder cannot be used
            --due     | 75 | one card put off, others done | imported no-folder            | as the facts ask for on 2026-04-01
            --due     | 75 | another one works the cards   | imported scheduling           | try again
            """)
    void a_card_ends_with(String card, int code, String when, String situation, String says)
            throws IOException, SQLException {
        now = FIRST;
        more = new ArrayList<>();
        cards();
        for (String word : situation.split(" ")) {
            if (word.equals("stale")) {
                stale();
            } else {
                make(word);
            }
        }
        List<String> words = new ArrayList<>(List.of("run"));
        words.addAll(List.of(card.split(" ")));
        words.addAll(List.of("--jobs", cards.toString()));
        words.addAll(more);
        Told told = book.runAt(now, words.toArray(String[]::new));
        assertEquals(code, told.code(), () -> when + ": " + told.said());
        assertTrue(told.said().contains(says), () -> when + ": no '" + says + "' in\n" + told.said());
    }

    /** March is to be closed, and its last exports are of February. */
    private void stale() throws IOException, SQLException {
        book.empty();
        book.run("import", "sample-data/2026-02-28").expecting(0);
        book.run("reconcile", "--as-of", "2026-04-02", "--policy", "billing.first-month=2026-03")
                .expecting(0);
    }
}
