package io.coverbook.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The tests' end of a {@link ScheduleNode} that is a program of its own. */
final class ScheduleChild implements AutoCloseable {

    /** What is told when it begins to work. */
    static final String BEGAN = "began";

    private final Process process;
    private final BufferedWriter orders;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final StringBuilder log = new StringBuilder();

    /** @param told is told of every card that it worked off, and when it begins */
    ScheduleChild(Path dataDir, Path cards, Instant now, Consumer<String> told) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Duser.timezone=UTC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ScheduleNode.class.getName(),
                        dataDir.toString(),
                        cards.toString(),
                        now.toString())
                .redirectErrorStream(true)
                .start();
        orders = process.outputWriter(StandardCharsets.UTF_8);
        Thread listener = new Thread(() -> listen(told), "child");
        listener.setDaemon(true);
        listener.start();
        await(ScheduleNode.READY);
    }

    private void listen(Consumer<String> told) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (log) {
                    log.append(line).append('\n');
                }
                said.add(line);
                if (line.startsWith(ScheduleNode.TOLD)) {
                    told.accept(line.substring(ScheduleNode.TOLD.length()));
                } else if (line.startsWith("== ")) {
                    told.accept(BEGAN);
                }
            }
        } catch (IOException e) {
            said.add("its output ended: " + e.getMessage());
        }
    }

    /** Waits for a line that begins so. */
    void await(String beginning) {
        try {
            for (String line = said.poll(60, TimeUnit.SECONDS); line != null; line = said.poll(60, TimeUnit.SECONDS)) {
                if (line.startsWith(beginning)) {
                    return;
                }
            }
            synchronized (log) {
                throw new AssertionError("it never said '" + beginning + "' but\n" + log);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    void clock(Instant now) throws IOException {
        order("clock " + now);
        await(ScheduleNode.SET);
    }

    void fire(String card) throws IOException {
        order("fire " + card);
    }

    private void order(String order) throws IOException {
        orders.write(order);
        orders.newLine();
        orders.flush();
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
