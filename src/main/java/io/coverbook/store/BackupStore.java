package io.coverbook.store;

import io.coverbook.fault.FaultPoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** Everything that the database keeps, table by table, out of it in one snapshot and back into an empty one. */
public final class BackupStore {

    private final DataSource source;

    /** On the data source of the program to read; on one of the owner of the tables to fill them. */
    public BackupStore(DataSource source) {
        this.source = source;
    }

    public static BackupStore of(Database database) {
        return new BackupStore(database.source());
    }

    /** A table and its columns in order, as the database quotes their names. */
    public record Table(String name, String columns) {}

    /** How many rows of a table were handed over. */
    public record Copied(Table table, long rows) {}

    /**
     * What was read.
     *
     * @param series the last number that every sequence had given when the last table was read: never less than a row has
     */
    public record Whole(String schema, String server, List<Copied> tables, Map<String, Long> series) {}

    /** Where the rows of a table go to. */
    public interface Target {
        OutputStream open(String table) throws IOException;
    }

    /** Where the rows of a table come from. */
    public interface Origin {
        InputStream open(String table) throws IOException;
    }

    /**
     * How a database stands.
     *
     * @param schema its version, empty when it was never migrated
     * @param used whether anything was ever recorded in it, or other tables are there
     */
    public record Standing(Optional<String> schema, boolean used) {}

    /** Hands over every table, all as of one moment; whoever writes meanwhile is not held up. */
    public Whole copyOut(Target target) throws IOException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            String schema = version(connection);
            List<Copied> copied = new ArrayList<>();
            for (Table table : tables(connection)) {
                try (OutputStream out = target.open(table.name())) {
                    FaultPoint.before("copy out");
                    long rows = connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut(of("schema-copy-out", table), out);
                    FaultPoint.after("copy out");
                    copied.add(new Copied(table, rows));
                }
            }
            Map<String, Long> series = new TreeMap<>();
            for (List<String> row : rows(connection, "schema-series")) {
                series.put(row.get(0), Long.valueOf(row.get(1)));
            }
            Whole whole =
                    new Whole(schema, rows(connection, "schema-server").get(0).get(0), copied, series);
            connection.rollback();
            connection.setReadOnly(false);
            return whole;
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    public Standing standing() {
        try (Connection connection = source.getConnection()) {
            if (!truth(connection, "schema-known")) {
                return new Standing(Optional.empty(), !tables(connection).isEmpty());
            }
            return new Standing(Optional.of(version(connection)), truth(connection, "run-any"));
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /** The tables as they are there, in the order of their names. */
    public List<Table> tables() {
        try (Connection connection = source.getConnection()) {
            return tables(connection);
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /**
     * Fills every table, in one transaction: everything or nothing. The rows must be as many as expected.
     *
     * @param expected how many rows each table gets, by its name
     */
    public long copyIn(Map<String, Long> expected, Map<String, Long> series, Origin origin) throws IOException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            List<Table> tables = inOrder(tables(connection), needs(connection));
            String all = String.join(", ", tables.stream().map(Table::name).toList());
            for (Table table : tables) {
                execute(connection, of("schema-triggers-off", table));
            }
            execute(connection, Sql.text("schema-empty").replace("@tables", all));
            long rows = 0;
            for (Table table : tables) {
                rows += fill(connection, table, expected.getOrDefault(table.name(), 0L), origin);
            }
            for (Map.Entry<String, Long> each : series.entrySet()) {
                try (PreparedStatement statement = connection.prepareStatement(Sql.text("schema-series-set"))) {
                    statement.setString(1, each.getKey());
                    statement.setLong(2, each.getValue());
                    statement.execute();
                }
            }
            for (Table table : tables) {
                execute(connection, of("schema-triggers-on", table));
            }
            connection.commit();
            connection.setAutoCommit(true);
            execute(connection, Sql.text("schema-analyze"));
            return rows;
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    private static long fill(Connection connection, Table table, long expected, Origin origin)
            throws SQLException, IOException {
        try (InputStream in = origin.open(table.name())) {
            FaultPoint.before("copy in");
            long rows =
                    connection.unwrap(PGConnection.class).getCopyAPI().copyIn(of("schema-copy-in", table), in, 1 << 16);
            FaultPoint.after("copy in");
            if (rows != expected) {
                throw new StoreException("table " + table.name() + " took " + rows + " of " + expected + " rows");
            }
            return rows;
        }
    }

    private static String version(Connection connection) throws SQLException {
        List<List<String>> found = rows(connection, "flyway_schema_history-version");
        return found.isEmpty() ? "" : found.get(0).get(0);
    }

    private static List<Table> tables(Connection connection) throws SQLException {
        List<Table> tables = new ArrayList<>();
        for (List<String> row : rows(connection, "schema-tables")) {
            tables.add(new Table(row.get(0), row.get(1)));
        }
        return tables;
    }

    private static Map<String, Set<String>> needs(Connection connection) throws SQLException {
        Map<String, Set<String>> needs = new TreeMap<>();
        for (List<String> row : rows(connection, "schema-references")) {
            needs.computeIfAbsent(row.get(0), name -> new TreeSet<>()).add(row.get(1));
        }
        return needs;
    }

    /** A table comes after those that its rows refer to. */
    static List<Table> inOrder(List<Table> tables, Map<String, Set<String>> needs) {
        Map<String, Table> left = new LinkedHashMap<>();
        tables.forEach(table -> left.put(table.name(), table));
        List<Table> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            List<Table> free = left.values().stream()
                    .filter(table -> {
                        Set<String> waiting = new HashSet<>(needs.getOrDefault(table.name(), Set.of()));
                        waiting.retainAll(left.keySet());
                        return waiting.isEmpty();
                    })
                    .toList();
            if (free.isEmpty()) {
                throw new StoreException("tables refer to each other in a circle: " + left.keySet());
            }
            free.forEach(table -> left.remove(table.name()));
            ordered.addAll(free);
        }
        return ordered;
    }

    private static String of(String statement, Table table) {
        return Sql.text(statement).replace("@table", table.name()).replace("@columns", table.columns());
    }

    private static void execute(Connection connection, String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private static boolean truth(Connection connection, String name) throws SQLException {
        return "t".equals(rows(connection, name).get(0).get(0));
    }

    private static List<List<String>> rows(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(Sql.text(name))) {
            List<List<String>> all = new ArrayList<>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(String.valueOf(rows.getString(i)));
                }
                all.add(row);
            }
            return all;
        }
    }
}
