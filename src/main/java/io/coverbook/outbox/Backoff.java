package io.coverbook.outbox;

import java.time.Duration;
import java.time.Instant;

/** When something that did not arrive is tried again: after a minute, then twice as long each time, up to an hour. */
final class Backoff {

    /** After so long nobody waits for it any more. */
    static final Duration PATIENCE = Duration.ofDays(7);

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLINGS = 6;

    private Backoff() {}

    /** @param before how many attempts there were before the one that failed now */
    static Instant next(int before, Instant now) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(before, DOUBLINGS));
        return now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }

    static boolean over(Instant happened, Instant now) {
        return now.isAfter(happened.plus(PATIENCE));
    }
}
