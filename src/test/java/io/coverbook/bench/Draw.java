package io.coverbook.bench;

import java.time.LocalDate;
import java.util.UUID;

/** What chance decides about an account, drawn anew for each question, so that no draw depends on another. */
enum Draw {
    AGREEMENT,
    COUNTRY,
    CARD,
    ACCOUNT_CHANGE,
    CREATED,
    PLAN,
    TIER,
    CHANNEL,
    BOUGHT,
    CANCELLED,
    UPGRADED,
    PLAN_CHANGE,
    LEVEL,
    LEVEL_CHANGE,
    LARGE,
    SUBSCRIPTION,
    SUBSCRIPTION_CHANGE,
    NEW_SUBSCRIPTION,
    DAY_CHANGE;

    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);

    /** A number from 0 to {@code bound - 1}, the same for the same two numbers. */
    int below(int bound, long account, long item) {
        return (int) Long.remainderUnsigned(bits(account, item), bound);
    }

    boolean perMille(int chance, long account, long item) {
        return below(1000, account, item) < chance;
    }

    /** A random identifier in the form of RFC 9562, version 4. */
    String id(long account, long item) {
        long high = bits(account, item);
        long low = mixed(high + STEP);
        return new UUID((high & ~0xF000L) | 0x4000L, (low & ~(3L << 62)) | (2L << 62)).toString();
    }

    /** A day of the six years before 2026. */
    String day(long account, long item) {
        return FIRST_DAY.plusDays(below(2190, account, item)).toString();
    }

    private long bits(long account, long item) {
        return mixed(mixed(mixed((ordinal() + 1) * STEP) + account) + item * STEP);
    }

    /** The finisher of SplittableRandom. */
    private static long mixed(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
