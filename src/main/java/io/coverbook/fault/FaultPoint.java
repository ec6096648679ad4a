package io.coverbook.fault;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A numbered point in the program: every statement, COPY, commit and file operation passes one. With {@code
 * -Dcoverbook.fault.at=N} the process halts at the N-th, before or after the operation ({@code
 * -Dcoverbook.fault.kind=HALT_BEFORE|HALT_AFTER|EXCEPTION}), as if the power had gone.
 */
public final class FaultPoint {

    /** The status of a process that was killed. */
    private static final int KILLED = 137;

    private static final @Nullable String KIND = System.getProperty("coverbook.fault.kind");
    private static final AtomicLong HITS = new AtomicLong();

    private static volatile long at = Long.getLong("coverbook.fault.at", 0);

    /** What a test throws instead of halting, so that it can go on in the same process. */
    public static final class Planted extends RuntimeException {

        private static final long serialVersionUID = 1;

        Planted(String where) {
            super("planted fault at " + where);
        }
    }

    private FaultPoint() {}

    /** Whether a fault is planted at all; nothing needs to be wrapped when not. */
    public static boolean armed() {
        return at != 0 || Boolean.getBoolean("coverbook.fault.count");
    }

    /** Plants the fault at the N-th point from now, or none with 0. For tests in one process. */
    public static void plant(long number) {
        HITS.set(0);
        at = number;
    }

    /** How many points were passed since the start or the last planting. */
    public static long hits() {
        return HITS.get();
    }

    /** To be called before the operation. */
    public static void before(String where) {
        if (HITS.incrementAndGet() == at && !"HALT_AFTER".equals(KIND)) {
            strike(where);
        }
    }

    /** To be called after the operation, which has then happened though nobody was told. */
    public static void after(String where) {
        if (HITS.get() == at && "HALT_AFTER".equals(KIND)) {
            strike(where);
        }
    }

    private static void strike(String where) {
        if (KIND == null || "EXCEPTION".equals(KIND)) {
            throw new Planted(where);
        }
        Runtime.getRuntime().halt(KILLED);
    }
}
