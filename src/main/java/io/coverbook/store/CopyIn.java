package io.coverbook.store;

import io.coverbook.fault.FaultPoint;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Rows on their way into a table by COPY in PostgreSQL's binary format, sent in blocks, each a COPY of its own, so that
 * several tables can be filled over one connection in turn. Rows must be written field by field in the order of
 * the statement's columns.
 */
final class CopyIn {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int BLOCK = 4 << 20;
    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long EPOCH_SECOND = EPOCH_DAY * 86_400;
    private static final BigInteger DIGIT = BigInteger.valueOf(10_000);

    private final Connection connection;
    private final String statement;
    private final int columns;
    private final @Nullable BlockSender sender;
    private byte[] spare = {};
    private byte[] block = new byte[1 << 16];
    private int length;
    private long rows;
    private long sent;

    /** The COPY statement in {@code NAME.sql}, for rows of that many columns. */
    CopyIn(Connection connection, String name, int columns) {
        this(connection, name, columns, null);
    }

    /** The same, its blocks sent by the sender while the next is filled. */
    CopyIn(Connection connection, String name, int columns, @Nullable BlockSender sender) {
        this.sender = sender;
        this.connection = connection;
        this.statement = Sql.text(name);
        this.columns = columns;
        begin();
    }

    /** Begins the next row. */
    CopyIn row() throws SQLException {
        if (length > BLOCK) {
            send();
        }
        rows++;
        room(2);
        int16(columns);
        return this;
    }

    CopyIn text(@Nullable String value) {
        if (value == null) {
            return absent();
        }
        int most = value.length() * 3;
        room(4 + most);
        int at = length;
        length += 4;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                length = at + 4;
                byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
                System.arraycopy(bytes, 0, block, length, bytes.length);
                length += bytes.length;
                break;
            }
            block[length++] = (byte) c;
        }
        putInt(at, length - at - 4);
        return this;
    }

    CopyIn code(@Nullable Enum<?> value) {
        return text(value == null ? null : value.name());
    }

    CopyIn int8OrNull(@Nullable Long value) {
        return value == null ? absent() : int8(value);
    }

    CopyIn int8(long value) {
        room(12);
        int32(8);
        int64(value);
        return this;
    }

    CopyIn int4(int value) {
        room(8);
        int32(4);
        int32(value);
        return this;
    }

    CopyIn int4OrNull(@Nullable Integer value) {
        return value == null ? absent() : int4(value);
    }

    CopyIn int2(int value) {
        room(6);
        int32(2);
        int16(value);
        return this;
    }

    CopyIn bool(boolean value) {
        room(5);
        int32(1);
        block[length++] = (byte) (value ? 1 : 0);
        return this;
    }

    CopyIn date(@Nullable LocalDate value) {
        return value == null ? absent() : int4((int) (value.toEpochDay() - EPOCH_DAY));
    }

    CopyIn instant(@Nullable Instant value) {
        return value == null
                ? absent()
                : int8((value.getEpochSecond() - EPOCH_SECOND) * 1_000_000 + value.getNano() / 1_000);
    }

    /** Keeps the scale: 100.00 stays 100.00. */
    CopyIn numeric(@Nullable BigDecimal value) {
        if (value == null) {
            return absent();
        }
        int fraction = (value.scale() + 3) / 4;
        BigInteger unscaled = value.unscaledValue().abs().multiply(BigInteger.TEN.pow(fraction * 4 - value.scale()));
        short[] digits = new short[unscaled.bitLength() / 13 + 1];
        int n = 0;
        while (unscaled.signum() != 0) {
            BigInteger[] split = unscaled.divideAndRemainder(DIGIT);
            digits[n++] = split[1].shortValue();
            unscaled = split[0];
        }
        room(12 + 2 * n);
        int32(8 + 2 * n);
        int16(n);
        int16(n - fraction - 1);
        int16(value.signum() < 0 ? 0x4000 : 0);
        int16(value.scale());
        while (n > 0) {
            int16(digits[--n]);
        }
        return this;
    }

    /** Sends what is left and says how many rows went, once they have arrived. The database's own count must agree. */
    long finish() throws SQLException {
        if (rows > 0) {
            send();
        }
        if (sender != null) {
            sender.settle();
        }
        return sent;
    }

    private CopyIn absent() {
        room(4);
        int32(-1);
        return this;
    }

    private void begin() {
        length = 0;
        rows = 0;
        room(SIGNATURE.length + 8);
        System.arraycopy(SIGNATURE, 0, block, 0, SIGNATURE.length);
        length = SIGNATURE.length;
        int32(0);
        int32(0);
    }

    private void send() throws SQLException {
        room(2);
        int16(-1);
        FaultPoint.before("copy");
        if (sender == null) {
            copy(block, length, rows);
        } else {
            byte[] full = block;
            int bytes = length;
            long count = rows;
            sender.send(() -> copy(full, bytes, count));
            block = spare; // what was sent before this one has arrived, so its room is free
            spare = full;
            if (FaultPoint.armed()) {
                sender.settle(); // a fault after the block strikes when it has arrived
            }
        }
        FaultPoint.after("copy");
        sent += rows;
        begin();
    }

    private long copy(byte[] content, int bytes, long count) throws SQLException {
        org.postgresql.copy.CopyIn copy =
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
        try {
            copy.writeToCopy(content, 0, bytes);
            long counted = copy.endCopy();
            if (counted != count) {
                throw new SQLException("COPY took " + counted + " of " + count + " rows: " + statement);
            }
            return counted;
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void room(int bytes) {
        if (block.length - length < bytes) {
            block = Arrays.copyOf(block, Math.max(block.length * 2, length + bytes));
        }
    }

    private void int16(int value) {
        block[length++] = (byte) (value >>> 8);
        block[length++] = (byte) value;
    }

    private void int32(int value) {
        putInt(length, value);
        length += 4;
    }

    private void int64(long value) {
        int32((int) (value >>> 32));
        int32((int) value);
    }

    private void putInt(int at, int value) {
        block[at] = (byte) (value >>> 24);
        block[at + 1] = (byte) (value >>> 16);
        block[at + 2] = (byte) (value >>> 8);
        block[at + 3] = (byte) value;
    }
}
