package io.coverbook.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.testkit.OpenBook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Every statement of the shelf against the migrated schema, with the rights of the program: what can be prepared is
 * prepared and planned, which needs its tables, columns, types and grants; what cannot is run and undone.
 */
@ExtendWith(OpenBook.Shared.class)
class StatementsIT {

    private static final Path SHELF = Path.of("src/main/resources/io/coverbook/store");
    private static final Pattern COMMENT = Pattern.compile("--[^\n]*\n");

    /** A parameter as the program writes it; a double colon is a cast. */
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-z_]\\w*)\\b");

    /**
     * Made for one table after the other and mostly for the owner alone, which a backup that is restored runs all, or for one
     * moment, which an export takes.
     */
    private static final List<String> MADE_AS_THEY_RUN = List.of(
            "session-snapshot-take",
            "schema-copy-in",
            "schema-copy-out",
            "schema-empty",
            "schema-triggers-off",
            "schema-triggers-on",
            "schema-series-set",
            "schema-analyze");

    private static final byte[] EMPTY_BINARY_COPY = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff
    };

    private enum Way {
        PLANNED,
        COPIED,
        RUN
    }

    @Test
    void every_statement_fits_the_schema_and_the_rights_of_the_program(OpenBook book) throws Exception {
        book.empty();
        List<String> faults = new ArrayList<>();
        List<Way> ways = new ArrayList<>();
        try (Connection app = book.app()) {
            app.setAutoCommit(false);
            makeSessionTables(app);
            for (String name : names()) {
                try {
                    ways.add(check(app, name));
                } catch (SQLException e) {
                    faults.add(name + ": " + e.getMessage());
                }
                app.rollback();
            }
        }
        assertEquals(List.of(), faults);
        assertEquals(names().size(), ways.size());
        for (Way way : Way.values()) {
            assertTrue(ways.contains(way), way + " was no statement's way");
        }
    }

    /** The check itself: each of these is one of the faults it is there for. */
    @Test
    void a_wrong_table_column_type_and_a_missing_grant_are_found(OpenBook book) throws Exception {
        book.empty();
        try (Connection app = book.app()) {
            app.setAutoCommit(false);
            assertEquals("42P01", fault(app, "select 1 from charges where term = :term"));
            assertEquals("42703", fault(app, "update charge set amounts = :amount"));
            assertEquals("42883", fault(app, "select 1 from charge where term = upper(:term)"));
            assertEquals("42501", fault(app, "delete from charge where term = :term"));
            assertEquals("42501", fault(app, "truncate charge"));
            assertEquals("22P04", fault(app, "copy term_stage (plan_id) from stdin (format text, header match)"));
            assertEquals("", fault(app, "select 1 from charge where term = :term"));
        }
    }

    private static String fault(Connection app, String sql) throws SQLException {
        try {
            check(app, sql, "planted");
            return "";
        } catch (SQLException e) {
            return e.getSQLState();
        } finally {
            app.rollback();
        }
    }

    /** The tables that the program makes for one transaction, for all of them. */
    static void makeSessionTables(Connection app) throws IOException, SQLException {
        try (Statement statement = app.createStatement()) {
            for (String name : names()) {
                if (name.endsWith("-create")) {
                    statement.execute(Sql.text(name).replace(" on commit drop", ""));
                }
            }
        }
        app.commit();
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(SHELF)) {
            return files.map(file -> file.getFileName().toString().replace(".sql", ""))
                    .sorted()
                    .toList();
        }
    }

    private static Way check(Connection app, String name) throws SQLException {
        if (name.equals("export-copy")) {
            return Way.COPIED;
        }
        if (MADE_AS_THEY_RUN.contains(name)) {
            return Way.RUN;
        }
        if (name.startsWith("export-")) {
            String table = name.substring("export-".length());
            assertTrue(ExportStore.TABLES.contains(table), table + " is not among the tables that are exported");
            for (YearMonth period : new YearMonth[] {null, YearMonth.of(2026, 3)}) {
                String query = ExportStore.statement(table, LocalDate.of(2026, 3, 31), period);
                copyOut(app, Sql.text("export-copy").replace("@query", query));
            }
            return Way.COPIED;
        }
        return check(app, Sql.text(name), name);
    }

    private static Way check(Connection app, String sql, String name) throws SQLException {
        String text = COMMENT.matcher(sql).replaceAll("").strip();
        String verb = text.split("\\s", 2)[0];
        try (Statement statement = app.createStatement()) {
            return switch (verb) {
                case "select", "insert", "update", "delete", "with" -> {
                    Matcher parameters = PARAMETER.matcher(text);
                    List<String> nulls = new ArrayList<>();
                    String numbered = parameters.replaceAll(found -> {
                        nulls.add("null");
                        return "\\$" + nulls.size();
                    });
                    statement.execute("deallocate all");
                    statement.execute("prepare checked as " + numbered);
                    String values = nulls.isEmpty() ? "" : "(" + String.join(", ", nulls) + ")";
                    statement.execute("explain execute checked" + values);
                    yield Way.PLANNED;
                }
                case "copy" -> {
                    copyIn(app, text);
                    yield Way.COPIED;
                }
                case "create" -> Way.RUN; // made before, as others need what it makes
                case "truncate", "set", "drop", "analyze" -> {
                    statement.execute(text);
                    yield Way.RUN;
                }
                default -> throw new IllegalStateException(name + " begins with " + verb);
            };
        }
    }

    private static void copyIn(Connection app, String text) throws SQLException {
        CopyIn copy = app.unwrap(PGConnection.class).getCopyAPI().copyIn(text);
        try {
            copy.writeToCopy(EMPTY_BINARY_COPY, 0, EMPTY_BINARY_COPY.length);
            assertEquals(0, copy.endCopy());
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void copyOut(Connection app, String text) throws SQLException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        try {
            app.unwrap(PGConnection.class).getCopyAPI().copyOut(text, header);
        } catch (IOException e) {
            throw new SQLException(e);
        }
        assertTrue(header.size() > 0, text);
    }
}
