package io.coverbook.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coverbook.testkit.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How {@code ./coverbook} starts the program: from the unpacked jar only while that is the jar's own. */
class QuickStartIT {

    private static final Instant BUILT = Instant.parse("2026-03-01T00:00:00Z");
    private static final String ENCODINGS = "-XX:+UseSerialGC -Dfile.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8"
            + " -Dsun.stderr.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8";

    @TempDir
    private Path folder;

    private Path root;

    /** A root with a blank in its name, and a Java that only says how it was called, one word a pair of brackets. */
    @BeforeEach
    void a_built_program() throws IOException {
        root = Files.createDirectory(folder.resolve("a root")).toRealPath();
        Files.copy(Path.of("coverbook"), root.resolve("coverbook"));
        file("target/coverbook.jar", "", BUILT);
        file("target/coverbook.jar.original", "", BUILT);
        file("jdk/release", "JAVA_VERSION=\"17.0.1\"\n", BUILT);
        String java = """
                #!/bin/sh
                for word; do
                    case $word in
                        *' '*) printf '[%s] ' "$word" ;;
                        *) printf '%s ' "$word" ;;
                    esac
                done
                """;
        Files.setPosixFilePermissions(file("jdk/bin/java", java, BUILT), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path file(String name, String text, Instant time) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(time));
        return file;
    }

    private String called(String... words) throws IOException {
        ProcessBuilder launcher =
                new ProcessBuilder("sh", root.resolve("coverbook").toString());
        launcher.command().addAll(List.of(words));
        launcher.environment().put("JAVA_HOME", root.resolve("jdk").toString());
        launcher.environment().put("COVERBOOK_NO_BUILD", "1");
        launcher.environment().remove("COVERBOOK_JAVA_OPTS");
        Processes.Ended ended = Processes.toItsEnd(launcher, Duration.ofMinutes(1));
        assertEquals(0, ended.exitCode(), ended.output());
        return ended.output().strip().replace(root.toString(), "ROOT").replace("-Xmx512m " + ENCODINGS, "FLAGS");
    }

    @Test
    void the_jar_is_run_as_it_is() throws IOException {
        assertEquals("FLAGS -jar [ROOT/target/coverbook.jar] month-end 2026-03", called("month-end", "2026-03"));
        assertEquals(
                "FLAGS -XX:TieredStopAtLevel=1 -jar [ROOT/target/coverbook.jar] coverage [Payroll prod]",
                called("coverage", "Payroll prod"));
    }

    @Test
    void an_unpacked_jar_is_run_while_it_is_the_newer() throws IOException {
        file("target/quick/coverbook.jar", "", BUILT);
        file("target/quick/java", "17.0.1\n", BUILT.plusSeconds(60));
        assertEquals("FLAGS -jar [ROOT/target/quick/coverbook.jar] do script", called("do", "script"));
        file("target/quick/coverbook.jsa", "", BUILT);
        assertEquals(
                "FLAGS -XX:TieredStopAtLevel=1 [-XX:SharedArchiveFile=ROOT/target/quick/coverbook.jsa] -Xlog:cds=off"
                        + " -Xlog:cds+dynamic=off -jar [ROOT/target/quick/coverbook.jar] plans",
                called("plans"));
        file("target/coverbook.jar.original", "", BUILT.plusSeconds(61));
        assertEquals("FLAGS -jar [ROOT/target/coverbook.jar] do script", called("do", "script"), "built since");
    }

    @Test
    void another_java_does_not_take_what_this_one_left() throws IOException {
        file("target/quick/coverbook.jar", "", BUILT);
        file("target/quick/java", "21.0.2\n", BUILT.plusSeconds(60));
        assertEquals("FLAGS -jar [ROOT/target/coverbook.jar] do script", called("do", "script"));
    }
}
