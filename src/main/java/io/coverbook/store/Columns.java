package io.coverbook.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Typed reading of columns. */
final class Columns {

    /** Behind every text that begins with the same, in the order of code points: no id has this character. */
    static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private Columns() {}

    /** A text that is never absent. */
    static String text(ResultSet row, String column) throws SQLException {
        return required(row.getString(column), column);
    }

    static <E extends Enum<E>> E code(ResultSet row, String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, text(row, column));
    }

    static <E extends Enum<E>> @Nullable E codeOrNull(ResultSet row, String column, Class<E> type) throws SQLException {
        String name = row.getString(column);
        return name == null ? null : Enum.valueOf(type, name);
    }

    static LocalDate date(ResultSet row, String column) throws SQLException {
        return required(row.getObject(column, LocalDate.class), column);
    }

    static @Nullable LocalDate dateOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return required(instantOrNull(row, column), column);
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static <T> T required(@Nullable T value, String column) throws SQLException {
        if (value == null) {
            throw new SQLException("column " + column + " is empty");
        }
        return value;
    }
}
