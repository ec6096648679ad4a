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

    private static final List<String> OTHERS =
            TABLES.stream().filter(table -> !table.equals(LARGEST)).toList();

    private final Database database;

    public ExportStore(Database database) {
        this.database = database;
    }

    /** Where the rows of a table go. */
    public interface Target {
        OutputStream open(String table) throws IOException;
    }

    /** The largest table as a run left it, on its way to its target while the run goes on. */
    public static final class Early implements AutoCloseable {

        private final RunMark run;
        private final SideWork<Boolean> work;

        private Early(RunMark run, SideWork<Boolean> work) {
            this.run = run;
            this.work = work;
        }

        /** Waits until its target is closed. */
        @Override
        public void close() {
            try {
                work.close();
            } catch (SQLException e) {
                throw new StoreException(e);
            }
        }
    }

    /** Begins with the largest table, which nothing changes any more before the run has ended. */
    public Early early(RunMark run, Target target, LocalDate on, @Nullable YearMonth period) throws IOException {
        SideWork<Boolean> work = new SideWork<>("export", () -> {
            try (Connection connection = database.source().getConnection()) {
                begin(connection);
                write(connection, List.of(LARGEST), target, on, period);
                connection.rollback();
                return true;
            }
        });
        try {
            if (FaultPoint.armed()) {
                work.result(); // one after the other, so that faults strike at the same place each time
            }
            return new Early(run, work);
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /**
     * Writes every table, all as of one moment. The largest goes over a connection of its own, beside the others, so targets
     * are opened by two threads.
     *
     * @param on the day for which verdicts and months are told
     * @param period the posting month that charges and documents are limited to, empty for all
     * @param early the largest table, if it was begun with
     * @return whether what was begun with is the largest table still; otherwise a run came after, and it was written anew
     */
    public boolean write(Target target, LocalDate on, @Nullable YearMonth period, @Nullable Early early)
            throws IOException {
        try (Connection connection = database.source().getConnection()) {
            begin(connection);
            if (early == null || newestRun(connection) != early.run.runId()) {
                writeAll(connection, target, on, period);
                return false;
            }
            write(connection, OTHERS, target, on, period);
            connection.rollback();
            early.work.result();
            return true;
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    private static long newestRun(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(Sql.text("run-newest"))) {
            row.next();
            return row.getLong(1);
        }
    }

    private void writeAll(Connection connection, Target target, LocalDate on, @Nullable YearMonth period)
            throws IOException, SQLException {
        try (Connection beside = database.source().getConnection()) {
            begin(beside);
            share(connection, beside);
            try (SideWork<Boolean> work =
                    new SideWork<>("export", () -> write(beside, List.of(LARGEST), target, on, period))) {
                if (FaultPoint.armed()) {
                    work.result(); // one after the other, so that faults strike at the same place each time
                }
                write(connection, OTHERS, target, on, period);
                work.result();
            }
            beside.rollback();
            connection.rollback();
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
        }
    }

    private static boolean write(
            Connection connection, List<String> tables, Target target, LocalDate on, @Nullable YearMonth period)
            throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(Sql.text("session-bulk-memory"));
        }
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
