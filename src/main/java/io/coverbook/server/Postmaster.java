package io.coverbook.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The server process that a cluster's pid file names. The file may be older than the process: see {@link #alive}. */
record Postmaster(long pid, int port) {

    private static final Path PROC = Path.of("/proc");
    private static final int LINE_OF_PID = 0;
    private static final int LINE_OF_PORT = 3;

    static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /** Nothing if there is no file, or if it is not (yet) complete. */
    static Optional<Postmaster> named(Path cluster) {
        try {
            return parse(Files.readAllLines(file(cluster), StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new ServerException(
                    "Cannot read " + file(cluster) + " (" + e + "). Run as the user whom the data directory belongs to,"
                            + " or choose another --data-dir.",
                    e);
        }
    }

    static Optional<Postmaster> parse(List<String> lines) {
        if (lines.size() <= LINE_OF_PORT) {
            return Optional.empty();
        }
        String pid = lines.get(LINE_OF_PID).strip();
        String port = lines.get(LINE_OF_PORT).strip();
        if (!pid.matches("[1-9]\\d{0,17}") || !port.matches("[1-9]\\d{0,4}")) {
            return Optional.empty();
        }
        return Optional.of(new Postmaster(Long.parseLong(pid), Integer.parseInt(port)));
    }

    /** Whether the process lives and is a server of this very cluster; a number is soon given to another program. */
    boolean alive(Path cluster) {
        return ProcessHandle.of(pid).map(process -> serves(process, cluster)).orElse(false);
    }

    /** Whether a process is a part of a server of the cluster: the working directory of all of them is the cluster. */
    static boolean serves(ProcessHandle process, Path cluster) {
        if (!Files.isDirectory(PROC.resolve("self"))) {
            return process.info()
                    .commandLine()
                    .map(line -> line.contains("postgres") && line.contains(cluster.toString()))
                    .orElse(false);
        }
        Path about = PROC.resolve(Long.toString(process.pid()));
        try {
            return Files.readString(about.resolve("comm")).strip().equals("postgres")
                    && Files.isSameFile(about.resolve("cwd"), cluster);
        } catch (IOException e) {
            // It is gone by now, a zombie, or another user's: in no case a server of ours.
            return false;
        }
    }
}
