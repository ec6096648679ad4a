package io.coverbook.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The built jar as the launcher starts it: taken apart, with an archive of its classes. */
public final class TakenApart {

    private static final long LIMIT_SECONDS = 120;

    private TakenApart() {}

    /** Makes both in the folder, as the launcher's build does, and returns the words that start the program. */
    public static List<String> in(Path folder) throws IOException {
        Path jar = Path.of(System.getProperty("coverbook.jar"));
        int left = java(
                "-Djarmode=tools", "-jar", jar.toString(), "extract", "--force", "--destination", folder.toString());
        if (left != 0) {
            throw new IllegalStateException(jar + " was not taken apart into " + folder + ", exit " + left);
        }
        String apart = folder.resolve(jar.getFileName()).toString();
        Path archive = folder.resolve("coverbook.jsa");
        Files.deleteIfExists(archive);
        java(
                "-XX:+UseSerialGC",
                "-Xlog:disable",
                "-XX:ArchiveClassesAtExit=" + archive,
                "-jar",
                apart,
                "plans",
                "--db-url",
                "jdbc:postgresql://127.0.0.1:1/none",
                "--db-user",
                "none");
        if (!Files.isRegularFile(archive)) {
            throw new IllegalStateException("no archive of classes was made: " + archive);
        }
        return List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off", "-jar", apart);
    }

    private static int java(String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", command) + " did not end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
