package io.coverbook.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.testkit.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The commands that README.md gives for setting the program up, run as they stand there, in an empty folder. */
class ReadmeIT {

    private static final Path HERE = Path.of("").toAbsolutePath();
    private static final String BEGIN = "<!-- run:begin -->";
    private static final String END = "<!-- run:end -->";
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private Path folder;

    @BeforeEach
    void an_empty_folder() throws IOException {
        folder = Files.createTempDirectory("readme");
        // The server of a program that root runs belongs to somebody else, who must be able to walk here.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        // The program is where it is; what it writes goes to the folder it is called from.
        Files.createSymbolicLink(folder.resolve("coverbook"), HERE.resolve("coverbook"));
        Files.createSymbolicLink(folder.resolve("sample-data"), HERE.resolve("sample-data"));
    }

    @AfterEach
    void no_folder() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void the_commands_of_the_readme_close_a_month() throws IOException {
        List<String> commands = commands(Files.readString(HERE.resolve("README.md")));
        assertTrue(
                commands.get(0).startsWith("./coverbook month-end "), () -> "the first command is " + commands.get(0));
        for (int i = 0; i < 2; i++) {
            for (String command : commands) {
                Processes.Ended ended = run(command);
                assertEquals(0, ended.exitCode(), command + ":\n" + ended.output());
            }
        }
        assertTrue(Files.isDirectory(folder.resolve("data")), "the program keeps its files below ./data");
        Path out = folder.resolve("out");
        assertEquals(0, run("./coverbook export --out out").exitCode());
        try (Stream<String> months = Files.lines(out.resolve("months.csv"))) {
            assertEquals(
                    1, months.filter(line -> line.startsWith("2026-03,CLOSED,")).count());
        }
        try (Stream<String> invoices = Files.lines(out.resolve("invoices.csv"))) {
            assertTrue(invoices.count() > 50);
        }
    }

    @Test
    void markers_that_are_missing_or_empty_are_told() {
        assertThrows(AssertionError.class, () -> commands("# Coverbook\n```sh\n./coverbook\n```\n"));
        assertThrows(AssertionError.class, () -> commands(BEGIN + "\n" + END + "\n"));
        assertThrows(AssertionError.class, () -> commands(BEGIN + "\n```sh\n./coverbook\n```\n"));
        assertEquals(
                List.of("./coverbook a \\\n  b", "./coverbook c"),
                commands("x\n" + BEGIN + "\n```sh\n./coverbook a \\\n  b\n\n# why\n./coverbook c\n```\n" + END + "\n"));
    }

    private Processes.Ended run(String command) throws IOException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-ec", command).directory(folder.toFile());
        shell.environment().put("COVERBOOK_NO_BUILD", "1");
        shell.environment().keySet().removeIf(name -> name.startsWith("SPRING_") || name.equals("COVERBOOK_DATA_DIR"));
        return Processes.toItsEnd(shell, LIMIT);
    }

    /** What stands in code blocks between the markers, a command a line; a line that ends in a backslash goes on. */
    private static List<String> commands(String readme) {
        int begin = readme.indexOf(BEGIN);
        int end = readme.indexOf(END);
        assertTrue(
                begin >= 0 && end > begin,
                "README.md needs its set-up commands in a code block between " + BEGIN + " and " + END);
        List<String> commands = new ArrayList<>();
        boolean inside = false;
        StringBuilder command = new StringBuilder();
        for (String line : readme.substring(begin + BEGIN.length(), end).lines().toList()) {
            if (line.startsWith("```")) {
                inside = !inside;
            } else if (inside && !line.isBlank() && !line.startsWith("#")) {
                command.append(line);
                if (line.endsWith("\\")) {
                    command.append('\n');
                } else {
                    commands.add(command.toString());
                    command.setLength(0);
                }
            }
        }
        assertTrue(!commands.isEmpty(), "no command between the markers of README.md");
        return commands;
    }
}
