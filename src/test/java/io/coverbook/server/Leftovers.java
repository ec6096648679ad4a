package io.coverbook.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Ends what a failed test left running, and finds out whether anything does. */
final class Leftovers {

    private Leftovers() {}

    static Path clusterIn(Path dataDir) {
        return dataDir.resolve("postgres").resolve("cluster");
    }

    static Postmaster postmaster(Path dataDir) {
        Path cluster = clusterIn(dataDir);
        return Postmaster.named(cluster).filter(named -> named.alive(cluster)).orElseThrow();
    }

    static boolean running(Path dataDir) {
        return !processes(dataDir).isEmpty();
    }

    static List<ProcessHandle> processes(Path dataDir) {
        return ProcessHandle.allProcesses()
                .filter(process -> Postmaster.serves(process, clusterIn(dataDir)))
                .toList();
    }

    static void end(Path dataDir) {
        processes(dataDir).forEach(ProcessHandle::destroyForcibly);
        await("the processes of " + dataDir + " to end", () -> !running(dataDir));
    }

    static void await(String what, java.util.function.BooleanSupplier happened) {
        Patience patience = new Patience(Duration.ofSeconds(30));
        while (!happened.getAsBoolean()) {
            if (patience.over()) {
                throw new AssertionError("waited in vain for " + what);
            }
            patience.pause();
        }
    }
}
