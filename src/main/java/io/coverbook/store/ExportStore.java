package io.coverbook.store;

import io.coverbook.fault.FaultPoint;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
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

    /** Half of all rows, and more. */
    private static final String LARGEST = "entitlements";

    private final Database database;

    public ExportStore(Database database) {
        this.database = database;
    }

    /** Where the rows of a table go. */
    public interface Target {
        OutputStream open(String table) throws IOException;
    }

    /**
     * Writes every table, all as of one moment. The largest goes over a connection of its own, beside the others, so targets
     * are opened by two threads.
     *
     * @param on the day for which verdicts and months are told
     * @param period the posting month that charges and documents are limited to, empty for all
     */
    public void write(Target target, LocalDate on, @Nullable YearMonth period) throws IOException {
        List<String> others =
                TABLES.stream().filter(table -> !table.equals(LARGEST)).toList();
        try (Connection connection = database.source().getConnection();
                Connection beside = database.source().getConnection()) {
            begin(connection);
            begin(beside);
            share(connection, beside);
            try (SideWork<Boolean> work =
                    new SideWork<>("export", () -> write(beside, List.of(LARGEST), target, on, period))) {
                if (FaultPoint.armed()) {
                    work.result(); // one after the other, so that faults strike at the same place each time
                }
                write(connection, others, target, on, period);
                work.result();
            }
            beside.rollback();
            connection.rollback();
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    private static void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    }

    /** Both see the same moment. */
    private static void share(Connection connection, Connection beside) throws SQLException {
        try (Statement statement = connection.createStatement();
                Statement other = beside.createStatement()) {
            try (ResultSet row = statement.executeQuery(Sql.text("session-snapshot"))) {
                row.next();
                other.execute(Sql.text("session-snapshot-take").replace("@snapshot", row.getString(1)));
            }
            statement.execute(Sql.text("session-bulk-memory"));
            other.execute(Sql.text("session-bulk-memory"));
        }
    }

    private static boolean write(
            Connection connection, List<String> tables, Target target, LocalDate on, @Nullable YearMonth period)
            throws SQLException, IOException {
        for (String table : tables) {
            try (OutputStream out = target.open(table)) {
                copy(connection, statement(table, on, period), out);
            }
        }
        return true;
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
