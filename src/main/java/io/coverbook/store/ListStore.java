package io.coverbook.store;

import io.coverbook.store.Listing.Column;
import io.coverbook.store.Listing.Form;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists for people, read in one sweep and handed on row by row, however long they are. */
public final class ListStore {

    private final Statements sql;

    /** The lists there are. */
    public enum Kind {
        PLANS("plan_state-list"),
        CHARGES("charge-list"),
        INVOICES("invoice-list"),
        AGREEMENTS("ea_verdict-list"),
        FLAGS("flag-list"),
        NOTICES("notice-list"),
        ENTITLEMENTS("entitlement-list"),
        AUDIT("audit-list"),
        PROPOSED_INVOICES("proposed_invoice-list"),
        PROPOSED_LINES("proposed_line-list");

        private final String statement;

        Kind(String statement) {
            this.statement = statement;
        }
    }

    public ListStore(Database database) {
        this.sql = database.statements();
    }

    /**
     * Reads a list.
     *
     * @param filters every parameter of the statement; null lets everything through. A page of flags, invoices or
     *     agreements: {@code most} rows after {@code skip}; of entitlements: {@code most} subscriptions whose ids come
     *     {@code after} one
     */
    public void read(Kind kind, Map<String, @Nullable Object> filters, Listing listing) {
        Map<String, @Nullable Object> parameters = new HashMap<>(filters);
        parameters.putIfAbsent("most", null);
        parameters.putIfAbsent("skip", 0L);
        parameters.putIfAbsent("after", "");
        sql.sweep(kind.statement, parameters, rows -> {
            List<Column> columns = columns(rows.getMetaData());
            listing.columns(columns);
            while (rows.next()) {
                listing.row(values(rows, columns));
            }
            return true;
        });
    }

    /** How many flags a list with these filters leaves out because they are waived. */
    public long waived(Map<String, @Nullable Object> filters) {
        return filters.get("waived") == null ? sql.number("flag-waived-count", filters) : 0;
    }

    private static List<Column> columns(ResultSetMetaData about) throws SQLException {
        List<Column> columns = new ArrayList<>();
        for (int i = 1; i <= about.getColumnCount(); i++) {
            columns.add(new Column(about.getColumnLabel(i), form(about.getColumnType(i))));
        }
        return columns;
    }

    private static Form form(int sqlType) {
        return switch (sqlType) {
            case Types.BIGINT, Types.INTEGER, Types.SMALLINT -> Form.WHOLE;
            case Types.NUMERIC, Types.DECIMAL -> Form.AMOUNT;
            case Types.DATE -> Form.DAY;
            case Types.BIT, Types.BOOLEAN -> Form.TRUTH;
            default -> Form.TEXT;
        };
    }

    private static List<@Nullable Object> values(ResultSet rows, List<Column> columns) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            values.add(value(rows, i + 1, columns.get(i).form()));
        }
        return values;
    }

    private static @Nullable Object value(ResultSet rows, int at, Form form) throws SQLException {
        return switch (form) {
            case TEXT -> rows.getString(at);
            case WHOLE -> rows.getString(at) == null ? null : rows.getLong(at);
            case AMOUNT -> rows.getBigDecimal(at);
            case DAY -> rows.getObject(at, LocalDate.class);
            case TRUTH -> rows.getObject(at, Boolean.class);
        };
    }
}
