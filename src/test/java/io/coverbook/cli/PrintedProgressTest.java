package io.coverbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What is said while jobs run. */
class PrintedProgressTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-01T00:00:00Z"), ZoneOffset.UTC);

    private final StringWriter err = new StringWriter();

    private PrintedProgress progress(boolean live) {
        return new PrintedProgress(new PrintWriter(err), CLOCK, live);
    }

    @Test
    void elsewhere_than_on_a_terminal_there_is_a_plain_line_for_each_step() {
        try (PrintedProgress progress = progress(false)) {
            progress.run("import");
            progress.step("subscriptions.csv");
            progress.rows(500);
            progress.done("subscriptions.csv", 2_000, 1_000_000);
        }
        assertEquals(
                "== import\n   subscriptions.csv                               1,000,000 rows      2.0 s  500,000 rows/s\n",
                err.toString().replace(System.lineSeparator(), "\n"));
    }

    @Test
    void on_a_terminal_the_running_step_is_shown_and_wiped() {
        try (PrintedProgress progress = progress(true)) {
            progress.step("decide");
            assertTrue(err.toString().contains("decide"));
        }
        assertTrue(err.toString().endsWith("\r\u001b[K"), err.toString());
    }

    @Test
    void nothing_goes_on_after_the_end() throws InterruptedException {
        PrintedProgress progress = progress(true);
        progress.step("decide");
        Thread ticker = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("progress"))
                .findFirst()
                .orElseThrow();
        progress.close();
        ticker.join(10_000);
        assertFalse(ticker.isAlive());
    }
}
