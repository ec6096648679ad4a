package io.coverbook.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Java program run to its end and watched from outside.
 *
 * @param heapBytes the most that was on the heap when a collection began or ended
 * @param residentBytes the most memory that the process had, as Linux tells it; 0 on other systems
 */
record Watched(double seconds, long heapBytes, long residentBytes, String out) {

    private static final int LOOK_MILLIS = 100;
    private static final Pattern RESIDENT = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final Pattern HEAP = Pattern.compile("(\\d+)M->(\\d+)M\\(\\d+M\\)");
    private static final long MB = 1024L * 1024;

    /**
     * Runs java with the launcher's collector and the heap given.
     *
     * @throws IllegalStateException if the program does not end with 0
     */
    static Watched java(BenchOrder order, String... words) throws IOException {
        Path said = Files.createTempFile(Files.createDirectories(order.folder()), "said", ".txt");
        Path collections = Files.createTempFile(order.folder(), "gc", ".txt");
        try {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx" + order.heap(),
                    "-XX:+UseSerialGC",
                    "-Xlog:gc:file=" + collections + "::filecount=0"));
            command.addAll(List.of(words));
            long begun = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(said.toFile())
                    .start();
            long resident = 0;
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                resident = Math.max(resident, resident(process.pid()));
            }
            double seconds = Timed.since(begun);
            String out = Files.readString(said);
            if (process.exitValue() != 0) {
                throw new IllegalStateException(
                        String.join(" ", words) + " ended with " + process.exitValue() + ":\n" + out);
            }
            return new Watched(seconds, heap(Files.readString(collections)), resident, out);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            Files.delete(said);
            Files.delete(collections);
        }
    }

    private static long resident(long pid) throws IOException {
        Path status = Path.of("/proc/" + pid + "/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        try {
            Matcher peak = RESIDENT.matcher(Files.readString(status));
            return peak.find() ? Long.parseLong(peak.group(1)) * 1024 : 0;
        } catch (IOException e) {
            // It ended between the two looks; the peak was seen before.
            if (Files.exists(status)) {
                throw e;
            }
            return 0;
        }
    }

    static long heap(String collections) {
        long most = 0;
        Matcher collection = HEAP.matcher(collections);
        while (collection.find()) {
            most = Math.max(most, Math.max(Long.parseLong(collection.group(1)), Long.parseLong(collection.group(2))));
        }
        return most * MB;
    }
}
