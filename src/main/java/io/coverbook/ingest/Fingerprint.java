package io.coverbook.ingest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A 64-bit hash of the typed values of a row, taken in the order of its fields.
 *
 * <p>Stored with the row and compared at the next import, so it must never change between versions without a migration:
 * an enum counts by its name, not its place; every value is preceded by a mark of its form, so that an empty cell and a
 * value cannot meet, nor two neighbours run into each other.
 */
final class Fingerprint {

    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final long FIRST_MIX = 0xBF58476D1CE4E5B9L;
    private static final long SECOND_MIX = 0x94D049BB133111EBL;

    private static final long ABSENT = 1;
    private static final long TEXT = 2;
    private static final long WORD = 3;
    private static final long WHOLE = 4;
    private static final long DAY = 5;
    private static final long MONTH = 6;
    private static final long INSTANT = 7;
    private static final long AMOUNT = 8;
    private static final long TRUTH = 9;

    private long state;

    /** @param kind keeps rows of different kinds apart */
    void begin(long kind) {
        state = mix(kind * STEP);
    }

    long value() {
        return mix(state);
    }

    void text(@Nullable String value) {
        if (value == null) {
            add(ABSENT);
            return;
        }
        int length = value.length();
        add(TEXT + ((long) length << 8));
        int i = 0;
        for (; i + 4 <= length; i += 4) {
            add(value.charAt(i)
                    | (long) value.charAt(i + 1) << 16
                    | (long) value.charAt(i + 2) << 32
                    | (long) value.charAt(i + 3) << 48);
        }
        long rest = 0;
        for (; i < length; i++) {
            rest = rest << 16 | value.charAt(i);
        }
        add(rest);
    }

    void word(@Nullable Enum<?> value) {
        tagged(WORD, value == null ? null : Long.valueOf(value.name().hashCode()));
    }

    void whole(@Nullable Integer value) {
        tagged(WHOLE, value == null ? null : Long.valueOf(value));
    }

    void day(@Nullable LocalDate value) {
        if (value == null) {
            add(ABSENT);
        } else {
            add(DAY);
            add(value.toEpochDay());
        }
    }

    void month(@Nullable YearMonth value) {
        tagged(MONTH, value == null ? null : Long.valueOf(value.getYear() * 12L + value.getMonthValue()));
    }

    void instant(@Nullable Instant value) {
        if (value == null) {
            add(ABSENT);
        } else {
            add(INSTANT);
            add(value.getEpochSecond());
            add(value.getNano());
        }
    }

    /** Amounts count by their value: 100, 100.0 and 100.00 are one. */
    void amount(@Nullable BigDecimal value) {
        if (value == null) {
            add(ABSENT);
        } else {
            add(AMOUNT);
            text(value.stripTrailingZeros().toPlainString());
        }
    }

    void truth(boolean value) {
        add(TRUTH);
        add(value ? 1 : 0);
    }

    private void tagged(long tag, @Nullable Long value) {
        if (value == null) {
            add(ABSENT);
        } else {
            add(tag);
            add(value);
        }
    }

    private void add(long value) {
        state = Long.rotateLeft((state ^ value) * FIRST_MIX, 27) + STEP;
    }

    /** The finaliser of SplitMix64: every bit of the input touches every bit of the result. */
    private static long mix(long value) {
        long z = (value ^ value >>> 30) * FIRST_MIX;
        z = (z ^ z >>> 27) * SECOND_MIX;
        return z ^ z >>> 31;
    }
}
