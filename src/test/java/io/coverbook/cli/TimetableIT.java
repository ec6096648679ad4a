package io.coverbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.coverbook.testkit.OpenBook;
import io.coverbook.testkit.Portfolio;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Quartz on its tables: wakes at its times, keeps no object, and may wake as often as it likes. */
@ExtendWith(OpenBook.Shared.class)
class TimetableIT {

    private static final String RECONCILE =
            "job: reconcile\ntitle: t\nschedule: { cron: \"0 0 3 * * ?\", zone: Europe/Stockholm }\n";
    private static final String EVERY_SECOND =
            "job: month-end\ntitle: t\nschedule: { cron: \"* * * * * ?\", zone: UTC }\n";

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final DrivenClock clock = new DrivenClock(Instant.parse("2026-02-03T04:00:00Z"));
    private OpenBook book;
    private Path cards;

    @BeforeEach
    void an_imported_book(OpenBook open) throws IOException {
        book = open.empty();
        cards = open.folder("cards");
        book.run("import", new Portfolio(6, 6).write(open.folder("exports"), 1).toString())
                .expecting(0);
        Files.writeString(cards.resolve("reconcile.yaml"), RECONCILE);
    }

    private ScheduleNode node() throws Exception {
        return new ScheduleNode(
                book.dataDir(),
                cards,
                clock,
                new PrintWriter(Writer.nullWriter()),
                (card, outcome) -> told.add(
                        card + " " + outcome.code() + " " + outcome.done().size()));
    }

    private String next() throws InterruptedException {
        String line = told.poll(60, TimeUnit.SECONDS);
        assertNotNull(line, "nobody was woken");
        return line;
    }

    @Test
    void cards_are_woken_at_their_times_by_the_clock_of_the_machine() throws Exception {
        Files.writeString(cards.resolve("month-end.yaml"), EVERY_SECOND);
        try (ScheduleNode node = node()) {
            node.fire("reconcile");
            int woken = 0;
            while (woken < 3) {
                woken += next().startsWith("month-end ") ? 1 : 0;
            }
        }
    }

    @Test
    void woken_many_times_a_card_is_done_once() throws Exception {
        try (ScheduleNode node = node()) {
            assertEquals(" 0 1", next(), "at once, as a program begins to serve");
            clock.set(Instant.parse("2026-02-04T04:00:00Z"));
            for (int i = 0; i < 5; i++) {
                node.fire("reconcile");
            }
            assertEquals("reconcile 0 1", next());
            for (int i = 1; i < 5; i++) {
                assertEquals("reconcile 0 0", next());
            }
        }
        assertEquals(
                List.of("2026-02-03", "2026-02-04"),
                book.ask("select as_of from run where purpose = 'RECONCILE' order by run_id"));
    }

    @Test
    void its_tables_hold_times_in_their_zones_and_no_object() throws Exception {
        try (ScheduleNode node = node()) {
            // What wakes a card now is an entry of its own until it is done.
            next();
            node.fire("reconcile");
            next();
        }
        assertEquals(
                List.of("WATCH|" + ScheduleNode.NEVER + "|UTC", "reconcile|0 0 3 * * ?|Europe/Stockholm"),
                book.ask("select trigger_name, cron_expression, time_zone_id from qrtz_cron_triggers"
                        + " order by trigger_name collate \"C\""));
        assertEquals(List.of("CRON"), book.ask("select distinct trigger_type from qrtz_triggers"));
        assertEquals(
                List.of("0"),
                book.ask("select count(*) from (select job_data from qrtz_job_details union all select job_data from"
                        + " qrtz_triggers) d where substring(job_data from 1 for 2) = '\\xaced'"));
        assertEquals(List.of("0"), book.ask("select count(*) from qrtz_blob_triggers"));
    }

    @Test
    void a_card_that_is_taken_away_is_woken_no_more() throws Exception {
        Files.writeString(cards.resolve("month-end.yaml"), EVERY_SECOND);
        node().close();
        assertEquals(List.of("WATCH", "month-end", "reconcile"), jobs());
        Files.delete(cards.resolve("month-end.yaml"));
        node().close();
        assertEquals(List.of("WATCH", "reconcile"), jobs());
    }

    private List<String> jobs() throws SQLException {
        return book.ask("select job_name from qrtz_job_details order by job_name collate \"C\"");
    }
}
