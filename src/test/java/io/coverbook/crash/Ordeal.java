package io.coverbook.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.coverbook.testkit.OpenBook;
import io.coverbook.testkit.Portfolio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A month-end and its export, to be interrupted; and what they leave when nobody interrupts them. */
final class Ordeal {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final OpenBook book;
    private final Path script;
    private final Path out;
    private final Map<String, String> undisturbed;

    Ordeal(OpenBook book, long seed, int customers) throws IOException {
        this.book = book;
        Path exports = new Portfolio(seed, customers).write(book.folder("exports"), 3);
        out = book.folder("out").resolve("tables");
        script = book.folder("script").resolve("month-end.txt");
        // Two months, so that closed documents, a due month and one on the way are there when the power goes.
        Files.writeString(
                script,
                "month-end 2026-02 --exports " + exports + "\nmonth-end 2026-03 --exports " + exports
                        + "\nexport --out " + out + "\n");
        book.empty();
        book.run("do", script.toString()).expecting(0);
        undisturbed = OpenBook.texts(out);
        assertEquals(16, undisturbed.size());
        for (String table : List.of("invoices", "charges", "entitlements", "flags", "plans", "ea-status")) {
            assertFalse(undisturbed.get(table + ".csv").lines().count() < 5, table);
        }
    }

    String[] words() {
        return new String[] {"do", script.toString()};
    }

    /** An empty book and no files. */
    void begin() throws IOException {
        book.empty();
        if (Files.exists(out)) {
            for (Path file : files()) {
                Files.delete(file);
            }
            Files.delete(out);
        }
    }

    private List<Path> files() throws IOException {
        try (var files = Files.walk(out)) {
            return files.filter(file -> !file.equals(out))
                    .sorted((a, b) -> b.compareTo(a))
                    .toList();
        }
    }

    /** Runs the same again, as a person would, and compares everything with what the undisturbed run left. */
    void goOn(String after) throws IOException, SQLException {
        awaitTheEndOfItsSessions();
        book.run(words()).expecting(0);
        Map<String, String> now = OpenBook.texts(out);
        assertEquals(undisturbed.keySet(), now.keySet(), after);
        for (String name : undisturbed.keySet()) {
            assertEquals(undisturbed.get(name), now.get(name), after + ": " + name);
        }
        assertEquals(List.of("0"), book.ask("select count(*) from run where state = 'RUNNING'"), after);
    }

    /** The server finishes a statement whose program is gone before it notices; until then the lock is held. */
    private void awaitTheEndOfItsSessions() throws SQLException {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        String sessions = "select count(*) from pg_stat_activity where application_name = 'coverbook'";
        while (!book.ask(sessions).equals(List.of("0"))) {
            if (System.nanoTime() > limit) {
                throw new AssertionError("sessions of a killed program are still there");
            }
        }
    }
}
