package io.coverbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.testkit.OpenBook;
import io.coverbook.testkit.Portfolio;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The cards as a timer, a CronJob and a person at night use them: exit codes, pauses, and what is shown. */
@ExtendWith(OpenBook.Shared.class)
class ScheduleIT {

    private OpenBook book;
    private Path data;
    private Path exports;
    private DrivenClock clock;
    private Root program;

    private record Said(int code, String out, String err) {

        Said expecting(int expected, String... parts) {
            assertEquals(expected, code, () -> out + err);
            for (String part : parts) {
                assertTrue((out + err).contains(part), () -> "no '" + part + "' in\n" + out + err);
            }
            return this;
        }
    }

    @BeforeEach
    void an_empty_book(OpenBook open) throws IOException {
        book = open.empty();
        exports = new Portfolio(3, 8).write(open.folder("exports"), 3);
        data = book.dataDir();
        clock = new DrivenClock(Instant.parse("2026-02-01T03:00:00Z"));
        program = new Root(clock);
        Program.commandLine(program, new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()))
                .parseArgs("--data-dir", data.toString(), "--as", "ann");
    }

    @AfterEach
    void close() throws IOException {
        program.close();
        Path drop = data.resolve("drop");
        if (Files.exists(drop)) {
            try (Stream<Path> paths = Files.walk(drop)) {
                for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private Said say(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        try (Root line = new Root(program)) {
            int code = Program.commandLine(line, new PrintWriter(out, true), new PrintWriter(err, true))
                    .execute(words);
            return new Said(code, out.toString(), err.toString());
        }
    }

    private void drop(String day) throws IOException {
        try (Stream<Path> files = Files.list(exports.resolve(day))) {
            for (Path file : files.toList()) {
                drop(file.getFileName().toString(), Files.readString(file));
            }
        }
    }

    private void drop(String name, String text) throws IOException {
        Path file = Files.createDirectories(data.resolve("drop/inbox")).resolve(name);
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(clock.instant().minusSeconds(60)));
    }

    /** From an empty book over the first month to its invoices. */
    @Test
    void every_card_ends_with_the_code_that_its_command_has() throws IOException {
        say("run", "reconcile").expecting(0, "Nothing is due of reconcile.");
        say("run", "month-end").expecting(0, "Nothing is due of month-end.");
        say("run", "import").expecting(0, "Nothing to import in " + data.resolve("drop/inbox"));
        say("run", "import").expecting(0, "Nothing is due of import.");
        drop("2026-01-31");
        say("run", "import").expecting(0, "subscriptions-2026-01-31.csv");
        say("run", "reconcile").expecting(0, "as the facts ask for on 2026-02-01");
        say("run", "reconcile").expecting(0, "Nothing is due of reconcile.");
        drop("subscriptions-2026-02-02.csv", "no,export\n1,2\n");
        clock.set(Instant.parse("2026-02-02T03:00:00Z"));
        say("run", "import").expecting(3);
        assertTrue(Files.exists(data.resolve("drop/failed/subscriptions-2026-02-02.csv")));

        clock.set(Instant.parse("2026-03-03T05:59:00Z"));
        say("run", "month-end").expecting(4, "2026-02");
        say("schedule").expecting(0, "blocked: a control failed or the facts are not fresh (4)");
        drop("2026-02-28");
        clock.set(Instant.parse("2026-03-03T06:00:00Z"));
        // What comes before it is done before it: the files, and every day since.
        Said proposed =
                say("run", "month-end").expecting(0, "subscriptions-2026-02-28.csv", "2026-03-03", "approve 2026-02");
        assertTrue(proposed.out().indexOf("on 2026-02-27") < proposed.out().indexOf("subscriptions-2026-02-28"));
        say("run", "month-end").expecting(0, "Nothing is due of month-end.");
        say("approve", "2026-02").expecting(0);
        say("run", "purge").expecting(0, "technical entr");
        say("run", "--due").expecting(0, "Nothing is due of any card.");
    }

    @Test
    void an_approval_that_is_missing_and_a_book_that_is_busy_have_codes_of_their_own()
            throws IOException, SQLException {
        Path cards = book.folder("cards");
        Files.writeString(
                cards.resolve("close.yaml"),
                "job: month-end\ntitle: Close\nschedule: { cron: \"0 0 6 * * ?\", zone: UTC }\n"
                        + "parameters: { invoices: issue }\n");
        drop("2026-01-31");
        drop("2026-02-28");
        clock.set(Instant.parse("2026-03-03T06:00:00Z"));
        say("import", data.resolve("drop/inbox").toString()).expecting(0);
        say("reconcile", "--as-of", "2026-02-01").expecting(0);
        String[] run = {"run", "close", "--jobs", cards.toString(), "--policy", "close.approval=SECOND_PERSON"};
        say(run).expecting(5);
        for (String lock : List.of("7203442", "7203441")) {
            try (Connection other = book.app()) {
                OpenBook.ask(other, "select pg_advisory_lock(" + lock + ")");
                say("run", "close", "--jobs", cards.toString()).expecting(75, "try again");
            }
        }
        say("run", "close", "--jobs", cards.toString()).expecting(0, "February 2026 is closed");
    }

    @Test
    void what_is_wrong_with_a_card_is_said_before_the_database_is_opened() throws IOException {
        Path cards = book.folder("cards");
        Path unused = book.folder("unused").resolve("data");
        for (List<String> command : List.of(List.of("serve"), List.of("schedule"), List.of("run", "reconcile"))) {
            for (List<String> wrong : List.of(
                    List.of("zone: UTC", "zone: Europe/Stokholm", "'Europe/Stokholm' is no time zone"),
                    List.of("reconcile", "reconsile", "known jobs: import, reconcile, month-end, deliver, purge"))) {
                Files.writeString(
                        cards.resolve("reconcile.yaml"),
                        "job: reconcile\ntitle: t\nschedule: { cron: \"0 0 3 * * ?\", zone: UTC }\n"
                                .replace(wrong.get(0), wrong.get(1)));
                List<String> words = new java.util.ArrayList<>(command);
                words.addAll(List.of("--jobs", cards.toString(), "--data-dir", unused.toString()));
                StringWriter err = new StringWriter();
                try (Root root = new Root(clock)) {
                    int code = Program.commandLine(
                                    root, new PrintWriter(new StringWriter()), new PrintWriter(err, true))
                            .execute(words.toArray(String[]::new));
                    assertEquals(2, code, err::toString);
                }
                assertTrue(err.toString().contains(wrong.get(2)), err::toString);
            }
        }
        assertFalse(Files.exists(unused), "nothing was opened");
        say("run", "nothing")
                .expecting(2, "there is no card 'nothing'; known: import, reconcile, month-end, deliver, purge");
        say("run").expecting(2, "name a card");
        say("schedule", "pause", "nothing").expecting(2, "there is no card 'nothing'");
    }

    @Test
    void a_database_that_cannot_be_reached_is_told_to_try_again() {
        StringWriter err = new StringWriter();
        String url = "jdbc:postgresql://127.0.0.1:1/nowhere?connectTimeout=2";
        for (String command : List.of("serve", "schedule")) {
            try (Root root = new Root(clock)) {
                int code = Program.commandLine(root, new PrintWriter(new StringWriter()), new PrintWriter(err, true))
                        .execute(command, "--db-url", url, "--data-dir", data.toString());
                assertEquals(75, code, err::toString);
            }
        }
        assertTrue(err.toString().contains("the database cannot be used"), err::toString);
    }

    @Test
    void a_drop_folder_that_is_none_does_not_stop_the_other_cards() throws IOException, SQLException {
        Files.writeString(data.resolve("drop"), "no folder");
        say("import", exports.resolve("2026-01-31").toString()).expecting(0);
        say("run", "import").expecting(75, "the drop folder cannot be used");
        say("run", "--due").expecting(75);
        assertEquals(
                List.of("import|75", "reconcile|0"),
                book.ask("select card, code from card_run where card <> 'purge' order by card_run_id offset 1"));
    }

    @Test
    void a_paused_card_waits_and_is_caught_up_with() throws IOException, SQLException {
        drop("2026-01-31");
        say("run", "--due").expecting(0);
        say("schedule", "pause", "reconcile", "--as", "bob").expecting(0, "reconcile is paused");
        say("schedule", "pause", "reconcile").expecting(0, "reconcile was paused before");
        clock.set(Instant.parse("2026-02-04T04:00:00Z"));
        assertFalse(say("run", "--due").expecting(0).out().contains("Everything recorded"));
        say("schedule")
                .expecting(0, "paused  since 2026-02-01 03:00 by bob", "due     2026-02-02, 2026-02-03, 2026-02-04");
        say("schedule", "resume", "reconcile").expecting(0, "reconcile is resumed");
        say("run", "--due").expecting(0);
        assertEquals(
                List.of("2026-02-01", "2026-02-02", "2026-02-03", "2026-02-04"),
                book.ask("select as_of from run where purpose = 'RECONCILE' order by run_id"));
    }

    @Test
    void what_failed_is_left_for_its_next_time_and_what_was_cut_short_is_not() throws IOException, SQLException {
        drop("2026-01-31");
        clock.set(Instant.parse("2026-02-02T00:00:00Z"));
        say("run", "--due").expecting(0);
        clock.set(Instant.parse("2026-03-03T06:00:00Z"));
        say("run", "--due").expecting(4);
        String tries = "select count(*) from card_run where card = 'month-end'";
        clock.set(Instant.parse("2026-03-03T06:05:00Z"));
        say("run", "--due").expecting(0, "Nothing is due");
        assertEquals(List.of("1"), book.ask(tries));
        book.ask("with cut as (update card_run set code = 137 where card = 'month-end' returning 1) select * from cut");
        say("run", "--due").expecting(4);
        assertEquals(List.of("2"), book.ask(tries));
        clock.set(Instant.parse("2026-03-04T06:00:00Z"));
        say("run", "--due").expecting(4);
        assertEquals(List.of("3"), book.ask(tries));
    }

    @Test
    void what_a_killed_program_left_is_mended_and_shown() throws IOException, SQLException {
        drop("2026-01-31");
        say("run", "--due").expecting(0);
        book.ask(
                "with run as (update run set state = 'RUNNING', ended_at = null where purpose = 'RECONCILE' returning 1),"
                        + " job as (update batch_job_execution set status = 'STARTED', end_time = null"
                        + " where job_execution_id = (select max(job_execution_id) from batch_job_execution) returning 1),"
                        + " card as (update card_run set ended_at = null, code = null where card = 'reconcile' returning 1)"
                        + " select 1");
        say("schedule").expecting(0, "2026-02-01: running");
        clock.set(Instant.parse("2026-02-02T03:00:00Z"));
        say("run", "--due")
                .expecting(
                        0,
                        "note: run 2 (reconcile as of 2026-02-01) was left by a program that is gone",
                        "1 entry of the job repository mended");
        assertEquals(List.of("0"), book.ask("select count(*) from run where state = 'RUNNING'"));
        assertEquals(
                List.of("137|its program was gone before it could say how it went", "0|"),
                book.ask("select code, case code when 0 then '' else said end from card_run where card = 'reconcile'"
                        + " order by card_run_id"));
        assertEquals(
                List.of("0"),
                book.ask("select count(*) from batch_job_execution where status not in ('COMPLETED', 'FAILED')"));
    }

    @Test
    void a_purge_takes_technical_entries_alone() throws IOException, SQLException {
        drop("2026-01-31");
        say("run", "--due").expecting(0);
        var tables = book.tables();
        String entries = "select (select count(*) from batch_job_execution) + (select count(*) from card_run)";
        clock.set(Instant.parse("2020-01-01T00:00:00Z"));
        say("purge", "--keep-days", "29").expecting(2, "at least 30");
        say("purge").expecting(0, "0 technical entries");
        assertFalse(book.ask(entries).equals(List.of("0")));
        clock.set(Instant.parse("2100-01-01T00:00:00Z"));
        say("purge", "--keep-days", "30").expecting(0);
        assertEquals(List.of("0"), book.ask(entries));
        assertEquals(tables, book.tables());
        assertEquals(
                List.of("1"), book.ask("select count(*) from audit where action = 'purge' and body not like '0 %'"));
    }

    @Test
    void the_schedule_answers_programs_too() throws IOException {
        drop("2026-01-31");
        say("run", "--due", "--json").expecting(0);
        JsonNode answer = JsonMapper.shared()
                .readTree(say("schedule", "--json").expecting(0).out());
        assertEquals(1, answer.get("schemaVersion").asInt());
        JsonNode reconcile = answer.get("cards").get(1);
        assertEquals("reconcile", reconcile.get("name").asString());
        assertEquals("every day at 03:00 UTC", reconcile.get("runs").asString());
        assertEquals(5, reconcile.get("next").size());
        assertEquals("2026-02-02T03:00:00Z", reconcile.get("next").get(0).asString());
        assertEquals(0, reconcile.get("last").get("code").asInt());
        assertEquals("2026-02-01", reconcile.get("last").get("about").asString());
        assertEquals("ann", reconcile.get("last").get("actor").asString());
        assertFalse(reconcile.get("paused").asBoolean());
        assertTrue(reconcile.get("last").get("said").asString().startsWith("Everything recorded"));
    }
}
