package io.coverbook.store;

import io.coverbook.fault.FaultPoint;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** The output tables of the contract (CONTRACT 3), written by the database itself, sorted and ready. */
public final class ExportStore {

    /** Every table, in the order of the contract. */
    public static final List<String> TABLES = List.of(
            "plans",
            "terms",
            "endings",
            "charges",
            "invoices",
            "invoice-lines",
            "credit-notes",
            "entitlements",
            "ea-status",
            "flags",
            "notices",
            "entitled-users",
            "imports",
            "rejects",
            "months");

    private final Database database;

    public ExportStore(Database database) {
        this.database = database;
    }

    /** Where the rows of a table go. */
    public interface Target {
        OutputStream open(String table) throws IOException;
    }

    /**
     * Writes every table, all as of one moment.
     *
     * @param on the day for which verdicts and months are told
     * @param period the posting month that charges and documents are limited to, empty for all
     */
    public void write(Target target, LocalDate on, @Nullable YearMonth period) throws IOException {
        try (Connection connection = database.source().getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (Statement statement = connection.createStatement()) {
                statement.execute(Sql.text("session-bulk-memory"));
            }
            for (String table : TABLES) {
                try (OutputStream out = target.open(table)) {
                    copy(connection, statement(table, on, period), out);
                }
            }
            connection.rollback();
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    private static void copy(Connection connection, String query, OutputStream out) throws SQLException, IOException {
        FaultPoint.before("copy out");
        String statement = Sql.text("export-copy").replace("@query", query);
        connection.unwrap(PGConnection.class).getCopyAPI().copyOut(statement, out);
        FaultPoint.after("copy out");
    }

    /** COPY takes no parameters, so the two dates are written in; they are dates by type, never text from outside. */
    static String statement(String table, LocalDate on, @Nullable YearMonth period) {
        String month = period == null ? "null::date" : "date '" + period.atDay(1) + "'";
        return Sql.text("export-" + table).replace("@period", month).replace("@on", "date '" + on + "'");
    }
}
