package io.coverbook.bench;

import io.coverbook.bench.Part.Footprint;
import io.coverbook.bench.ScaleExports.Edition;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The floor F1: what the database alone needs for the same rows. COPY of the three input files into tables with their
 * keys in place, COPY of the rows that Coverbook wrote likewise, and a sorted COPY of the written rows out again, over
 * one connection, each COPY a transaction.
 */
final class CopyFloor {

    static final String NAME = "floor F1: plain COPY";

    /** The written tables (CONTRACT 3) with types, keys and the order they are exported in. */
    enum Written {
        CHARGES("""
                plan_id text collate "C", term int, charge_date date, service_from date, service_through date,
                tier text, amount numeric, currency text, state text, posting_month text, late boolean,
                hold_reason text, primary key (plan_id, term)""", "plan_id, term"),
        INVOICES("""
                invoice_number text collate "C" primary key, posting_month text, bill_to text collate "C",
                billing_profile_id text collate "C", currency text, invoice_date date, due_date date,
                subtotal numeric, tax numeric, total numeric, credit_applied numeric, status text,
                unique nulls not distinct (posting_month, bill_to, billing_profile_id, currency)""", "invoice_number"),
        INVOICE_LINES("""
                invoice_number text collate "C", line int, plan_id text collate "C", term int, scope_type text,
                scope_id text, tier text, charge_date date, service_from date, service_through date, quantity int,
                unit_price numeric, amount numeric, primary key (invoice_number, line), unique (plan_id, term)""", "invoice_number, line"),
        ENTITLEMENTS("""
                subscription_id text collate "C", valid_from date, valid_through date, tier text, source text,
                technical_support boolean, billing_support boolean, max_severity text, plan_id text, reason text,
                primary key (subscription_id, valid_from)""", "subscription_id, valid_from");

        private final String columns;
        private final String order;

        Written(String columns, String order) {
            this.columns = columns;
            this.order = order;
        }

        String file() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".csv";
        }

        private String table() {
            return "written_" + name().toLowerCase(Locale.ROOT);
        }
    }

    private final BenchOrder order;
    private final CopyManager copies;
    private final List<Timed> steps = new ArrayList<>();

    private CopyFloor(BenchOrder order, CopyManager copies) {
        this.order = order;
        this.copies = copies;
    }

    static Part run(BenchOrder order, Path exports, Path written) throws IOException, SQLException {
        try (BenchServer server = new BenchServer(order.folder().resolve("floor"));
                Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            for (InputTable table : InputTable.values()) {
                statement.execute(table.definition());
            }
            for (Written table : Written.values()) {
                statement.execute("create table " + table.table() + " (" + table.columns + ")");
            }
            CopyFloor floor =
                    new CopyFloor(order, connection.unwrap(PGConnection.class).getCopyAPI());
            long wal = server.walBytes();
            for (InputTable table : InputTable.values()) {
                floor.in(table.table(), Edition.FIRST.file(exports, table.kind()));
            }
            for (Written table : Written.values()) {
                floor.in(table.table(), written.resolve(table.file()));
            }
            long walBytes = server.walBytes() - wal;
            for (Written table : Written.values()) {
                floor.out(table);
            }
            Footprint footprint = new Footprint(0, 0, server.databaseBytes(), walBytes);
            return new Part(
                    NAME, floor.steps.stream().mapToDouble(Timed::seconds).sum(), floor.steps, footprint);
        }
    }

    private void in(String table, Path file) throws IOException, SQLException {
        try (InputStream content = Files.newInputStream(file)) {
            long begun = System.nanoTime();
            long rows = copies.copyIn("copy " + table + " from stdin (format csv, header)", content, 1 << 16);
            steps.add(new Timed("in " + table, rows, Timed.since(begun)));
        }
    }

    private void out(Written table) throws IOException, SQLException {
        String sorted = "copy (select * from " + table.table() + " order by " + table.order
                + ") to stdout (format csv, header)";
        Path file = order.folder().resolve("out.csv");
        long begun = System.nanoTime();
        long rows;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            rows = copies.copyOut(sorted, out);
        }
        steps.add(new Timed("out " + table.table(), rows, Timed.since(begun)));
        Files.delete(file);
    }
}
