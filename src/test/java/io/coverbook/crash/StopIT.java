package io.coverbook.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.testkit.OpenBook;
import io.coverbook.testkit.Portfolio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The built program is told to stop (SIGTERM) in the middle of a step: it ends after the step, in 25 seconds at most. */
@ExtendWith(OpenBook.Shared.class)
class StopIT {

    private static final Duration LIMIT = Duration.ofSeconds(25);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final String RUN = "select state, note from run order by run_id desc limit 1";

    /** Of this table alone: Quartz's own locks are waited for now and then. */
    private static final String WAITING =
            "select count(*) from pg_locks where not granted and relation = 'charge'::regclass";

    private OpenBook book;
    private Path said;

    @BeforeEach
    void an_imported_book(OpenBook open) throws IOException {
        book = open.empty();
        Path exports = new Portfolio(4, 8).write(open.folder("exports"), 2);
        book.run("import", exports.toString()).expecting(0);
        said = book.folder("said").resolve("said.txt");
    }

    @Test
    void a_command_stops_between_two_steps_and_goes_on_from_there() throws Exception {
        Map<String, String> undisturbed = undisturbed();
        Process program = start("month-end", "2026-02");
        try (Connection other = holdTheCharges(program)) {
            stop(program);
            other.rollback();
            assertStopped(program);
        }
        assertEquals(List.of("FAILED|told to stop, between two steps"), book.ask(RUN));
        assertEquals(
                List.of("STOPPED"),
                book.ask("select status from batch_job_execution order by job_execution_id desc limit 1"));
        goOn(undisturbed);
    }

    @Test
    void a_step_that_takes_too_long_is_undone_and_mended_by_the_next_command() throws Exception {
        Map<String, String> undisturbed = undisturbed();
        Process program = start("month-end", "2026-02");
        try (Connection other = holdTheCharges(program)) {
            stop(program);
            assertStopped(program);
            other.rollback();
        }
        assertEquals(List.of("RUNNING|null"), book.ask(RUN));
        awaitNobody();
        OpenBook.Told told =
                book.child(List.of(), "reconcile", "--as-of", "2026-02-28").expecting(0);
        assertTrue(told.said().contains("Everything recorded"), told::said);
        assertEquals(
                List.of("its program was gone"),
                book.ask("select note from run where state = 'FAILED' order by run_id desc limit 1"));
        goOn(undisturbed);
    }

    /** A program that serves: what the schedule works on ends the same way, and is done at the next start. */
    @Test
    void a_server_stops_between_two_steps_of_its_schedule() throws Exception {
        Process program = start("serve", "--port", "0");
        try (Connection other = holdTheCharges(program)) {
            stop(program);
            other.rollback();
            assertStopped(program);
        }
        assertEquals(List.of("FAILED|told to stop, between two steps"), book.ask(RUN));
        assertEquals(
                List.of("reconcile|143"),
                book.ask("select card, code from card_run where code <> 0 order by card_run_id"));
        assertEquals(0, book.child(List.of(), "run", "reconcile").expecting(0).code());
    }

    private Map<String, String> undisturbed() {
        book.keep("before_stop");
        book.run("month-end", "2026-02").expecting(0);
        Map<String, String> tables = book.tables();
        book.like("before_stop");
        return tables;
    }

    private Process start(String... words) throws IOException {
        return book.program(List.of(), words)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }

    /** Holds the table that the step `charge` writes, until the program waits for it. */
    private Connection holdTheCharges(Process program) throws SQLException, IOException {
        Connection other = book.owner();
        other.setAutoCommit(false);
        try (Statement hold = other.createStatement()) {
            hold.execute("lock table charge in share mode");
        }
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (book.ask(WAITING).equals(List.of("0"))) {
            if (System.nanoTime() > limit || !program.isAlive()) {
                throw new AssertionError("it never came to the step\n" + Files.readString(said));
            }
        }
        return other;
    }

    /** Waits until the program has seen it, so that the step does not end before. */
    private void stop(Process program) throws IOException {
        program.destroy();
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (!read().contains("Told to stop")) {
            if (System.nanoTime() > limit) {
                throw new AssertionError("it did not see the signal\n" + read());
            }
        }
    }

    private void assertStopped(Process program) throws Exception {
        assertTrue(program.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS), "it still runs");
        assertEquals(143, program.exitValue(), () -> "it said " + read());
    }

    private String read() {
        try {
            return Files.readString(said);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private void awaitNobody() throws SQLException {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (!book.ask("select count(*) from pg_stat_activity where application_name = 'coverbook'")
                .equals(List.of("0"))) {
            if (System.nanoTime() > limit) {
                throw new AssertionError("sessions of the stopped program are still there");
            }
        }
    }

    private void goOn(Map<String, String> undisturbed) {
        book.run("month-end", "2026-02").expecting(0);
        Map<String, String> now = book.tables();
        undisturbed.forEach((name, text) -> assertEquals(text, now.get(name), name));
    }
}
