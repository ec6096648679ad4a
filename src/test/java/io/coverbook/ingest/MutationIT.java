package io.coverbook.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.testkit.OpenBook;
import io.coverbook.testkit.Processes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Five hundred damaged files, or twenty thousand, imported in a heap of 256 MB without a crash, a hang, a wrong row, or a
 * changed fact from a file that was refused.
 */
@ExtendWith(OpenBook.Shared.class)
class MutationIT {

    @Test
    void no_damage_crashes_hangs_or_changes_another_row(OpenBook open) throws IOException {
        OpenBook book = open.empty();
        Path good = book.folder("good");
        Mutations.writeGood(good);
        assertTrue(book.run("import", "--partial", "--exported-at", "2026-03-01T00:00:00Z", good.toString())
                .said()
                .contains("export-0.csv"));
        boolean stress = Boolean.getBoolean("coverbook.stress");
        ProcessBuilder java = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Duser.timezone=Pacific/Auckland",
                "-Duser.language=tr",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Mutations.class.getName(),
                System.getProperty("seed", "1"),
                System.getProperty("mutations", stress ? "20000" : "500"),
                book.url(),
                book.dataDir().resolve("postgres/coverbook_app.password").toString()));
        Processes.Ended ended = Processes.toItsEnd(java, Duration.ofMinutes(stress ? 120 : 10));
        assertEquals(0, ended.exitCode(), ended::output);
        // Of both kinds there are many, or the damage would be of one kind alone.
        assertTrue(ended.output().contains("read=") && ended.output().contains("F13="), ended::output);
        System.out.print(ended.output());
    }
}
