package io.coverbook.store;

import io.coverbook.store.CoverStore.Source;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A recorded row as it is shown to people: its cells as text by the names of their columns, and the line of the export
 * it was read from, if it was read from one.
 */
public record FactRow(Source source, Map<String, String> cells) {

    private static final String FILE = "file";

    /** The cell; an empty one is null. */
    public @Nullable String text(String column) {
        return cells.get(column);
    }

    /** The cell, with nothing for an empty one. */
    public String or(String column, String none) {
        return cells.getOrDefault(column, none);
    }

    public @Nullable LocalDate day(String column) {
        String cell = cells.get(column);
        return cell == null ? null : LocalDate.parse(cell);
    }

    public @Nullable BigDecimal amount(String column) {
        String cell = cells.get(column);
        return cell == null ? null : new BigDecimal(cell);
    }

    /** A key; zero where there is none. */
    public long key(String column) {
        return Long.parseLong(cells.getOrDefault(column, "0"));
    }

    public boolean truth(String column) {
        return Boolean.parseBoolean(cells.get(column));
    }

    static FactRow read(ResultSet row, int number) throws SQLException {
        ResultSetMetaData about = row.getMetaData();
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 1; i <= about.getColumnCount(); i++) {
            String cell = cell(row, i, about.getColumnType(i));
            if (cell != null) {
                cells.put(about.getColumnLabel(i), cell);
            }
        }
        String lineColumn = cells.containsKey("file_line") ? "file_line" : "line";
        String line = cells.containsKey(FILE) ? cells.get(lineColumn) : null;
        return new FactRow(new Source(cells.get(FILE), line == null ? null : Integer.valueOf(line)), cells);
    }

    private static @Nullable String cell(ResultSet row, int at, int sqlType) throws SQLException {
        if (row.getString(at) == null) {
            return null;
        }
        return switch (sqlType) {
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
                row.getObject(at, java.time.OffsetDateTime.class).toInstant().toString();
            case Types.NUMERIC, Types.DECIMAL -> row.getBigDecimal(at).toPlainString();
            case Types.BIT, Types.BOOLEAN -> Boolean.toString(row.getBoolean(at));
            default -> row.getString(at);
        };
    }
}
