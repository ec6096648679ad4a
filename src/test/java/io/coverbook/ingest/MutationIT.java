package io.coverbook.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coverbook.testkit.Processes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Five hundred damaged files, or twenty thousand, read in a heap of 256 MB without a crash, a hang or a wrong row. */
class MutationIT {

    @Test
    void no_damage_crashes_hangs_or_changes_another_row() throws IOException {
        boolean stress = Boolean.getBoolean("coverbook.stress");
        String seed = System.getProperty("seed", "1");
        ProcessBuilder java = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Duser.timezone=Pacific/Auckland",
                "-Duser.language=tr",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Mutations.class.getName(),
                seed,
                stress ? "20000" : "500"));
        Processes.Ended ended = Processes.toItsEnd(java, Duration.ofMinutes(stress ? 60 : 5));
        assertEquals(0, ended.exitCode(), ended::output);
    }
}
