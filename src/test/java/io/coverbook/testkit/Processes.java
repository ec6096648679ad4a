package io.coverbook.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Other programs that tests run to their end. */
public final class Processes {

    /** How it ended, and all it said on both streams. */
    public record Ended(int exitCode, String output) {}

    private Processes() {}

    /** Runs the Maven that runs this build, in {@code folder}; offline when this build is. */
    public static Ended maven(Path folder, Duration limit, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(required("maven.home"), "bin", "mvn").toString(),
                "--batch-mode",
                "--no-transfer-progress",
                "-Dstyle.color=never"));
        if (required("maven.network").equals("offline true")) {
            command.add("--offline");
        }
        command.addAll(List.of(arguments));
        ProcessBuilder maven = new ProcessBuilder(command).directory(folder.toFile());
        maven.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return toItsEnd(maven, limit);
    }

    public static Ended toItsEnd(ProcessBuilder builder, Duration limit) throws IOException {
        Path output = Files.createTempFile("output", ".txt");
        try {
            Process process = builder.redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IOException(
                        builder.command() + " did not end in " + limit + ":\n" + Files.readString(output));
            }
            return new Ended(process.exitValue(), Files.readString(output));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(builder.command() + " was interrupted", e);
        } finally {
            Files.delete(output);
        }
    }

    private static String required(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("run by Maven only: the system property " + property + " is not set");
        }
        return value;
    }
}
