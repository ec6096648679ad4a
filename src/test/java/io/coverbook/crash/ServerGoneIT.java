package io.coverbook.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.testkit.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database is killed under a program that serves: it ends with 75, and whoever starts it again has it all. */
class ServerGoneIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    Path folder;

    @Test
    void a_program_that_serves_ends_so_that_it_is_started_again() throws Exception {
        Path said = folder.resolve("said.txt");
        Path data = folder.resolve("data");
        Process serving = program(data, "serve", "--port", "0")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            long limit = System.nanoTime() + PATIENCE.toNanos();
            while (!Files.readString(said).contains("Works off the schedule")) {
                assertTrue(System.nanoTime() < limit && serving.isAlive(), () -> "it never served\n" + read(said));
            }
            long postmaster = Long.parseLong(Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"))
                    .get(0));
            assertTrue(ProcessHandle.of(postmaster).orElseThrow().destroyForcibly());
            assertTrue(serving.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS), () -> "it still runs\n" + read(said));
        } finally {
            serving.destroyForcibly().waitFor();
        }
        assertEquals(75, serving.exitValue(), () -> read(said));
        assertTrue(read(said).contains("The database of this data directory was ended from outside; start again."));
        Processes.Ended again = Processes.toItsEnd(program(data, "schedule"), PATIENCE);
        assertEquals(0, again.exitCode(), again::output);
    }

    private static ProcessBuilder program(Path data, String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                System.getProperty("coverbook.jar")));
        command.addAll(List.of(words));
        command.addAll(List.of("--data-dir", data.toString()));
        return new ProcessBuilder(command);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
