package io.coverbook.server;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** How long something may still take. Measured on the machine's steady clock, so a change of the time of day is no matter. */
final class Patience {

    private static final Duration STEP = Duration.ofMillis(20);

    private final long beganNanos = System.nanoTime();
    private final Duration limit;

    Patience(Duration limit) {
        this.limit = limit;
    }

    boolean over() {
        return System.nanoTime() - beganNanos > limit.toNanos();
    }

    /** Waits a moment before the next look. */
    void pause() {
        LockSupport.parkNanos(STEP.toNanos());
        if (Thread.currentThread().isInterrupted()) {
            throw new ServerException(
                    "Interrupted while waiting for the embedded PostgreSQL; start the command again.");
        }
    }
}
