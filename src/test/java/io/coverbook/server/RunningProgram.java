package io.coverbook.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The tests' end of a {@link ServerProgram}. */
final class RunningProgram implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter orders;

    private final Path errors;

    private RunningProgram(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
    }

    static RunningProgram launch(Path dataDir, List<Path> classPath, String... prefix) throws IOException {
        List<String> words = new ArrayList<>(List.of(prefix));
        words.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                String.join(
                        File.pathSeparator,
                        classPath.stream().map(Path::toString).toList()),
                ServerProgram.class.getName(),
                dataDir.toString()));
        Path errors = Files.createTempFile(dataDir, "program", ".err");
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(dataDir.toFile())
                .redirectError(ProcessBuilder.Redirect.to(errors.toFile()));
        RunningProgram program = new RunningProgram(builder.start(), errors);
        assertEquals("READY", program.answer());
        return program;
    }

    static RunningProgram launch(Path dataDir) throws IOException {
        return launch(dataDir, classPath());
    }

    static List<Path> classPath() {
        return List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
                .map(Path::of)
                .toList();
    }

    /** Tells the program to open the server, without waiting for it. */
    RunningProgram begin() throws IOException {
        return order();
    }

    private RunningProgram order() throws IOException {
        orders.newLine();
        orders.flush();
        return this;
    }

    private String answer() throws IOException {
        List<String> log = new ArrayList<>();
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(ServerProgram.ANSWER)) {
                return line.substring(ServerProgram.ANSWER.length());
            }
            log.add(line);
        }
        throw new AssertionError(
                "the program ended without an answer, having said " + log + " and " + Files.readString(errors));
    }

    String url() throws IOException {
        return answer();
    }

    String closeServer() throws IOException {
        return order().answer();
    }

    void kill() {
        process.destroyForcibly();
        Leftovers.await("the killed program to be gone", () -> !process.isAlive());
    }

    @Override
    public void close() {
        kill();
    }
}
