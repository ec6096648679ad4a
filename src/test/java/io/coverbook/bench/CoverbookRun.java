package io.coverbook.bench;

import io.coverbook.bench.Part.Footprint;
import io.coverbook.bench.ScaleExports.Edition;
import io.coverbook.testkit.TakenApart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Coverbook as its users run it: as the launcher starts it, a command at a time, on one server from the first month on. */
final class CoverbookRun {

    static final String FIRST_START = "first start, tables made";
    static final String START = "start and stop alone";
    static final String FIRST = "first month-end";
    static final String AGAIN = "the same files again";
    static final String SECOND = "second month-end, 2 % changed";
    static final String DAY_IMPORT = "daily import, 0.1 % changed";
    static final String DAY_RECONCILE = "daily reconcile, 0.1 % changed";
    static final String CATCH_UP = "six months at once, May to October";
    static final String HISTORY = "51 further months, to have a history";
    static final String SIXTIETH = "the sixtieth month-end";

    /** Steps are recorded as they end and never changed, so their place in the table is their order. */
    private static final String STEPS =
            "select name, rows, millis from run_step where run_id > ? order by run_id, ctid";

    private final BenchOrder order;
    private final Path exports;
    private final BenchServer server;
    private final List<String> program;
    private final List<Part> parts = new ArrayList<>();
    private long lastRun;

    private CoverbookRun(BenchOrder order, Path exports, BenchServer server) throws IOException {
        this.order = order;
        this.program = TakenApart.in(order.folder().resolve("program"));
        this.exports = exports;
        this.server = server;
    }

    /** Runs all commands and keeps the tables of the first month, as the close exported them, in a folder. */
    static List<Part> run(BenchOrder order, Path exports, Path written) throws IOException, SQLException {
        try (BenchServer server = new BenchServer(order.folder().resolve("coverbook"))) {
            CoverbookRun run = new CoverbookRun(order, exports, server);
            run.command(FIRST_START, "plans");
            run.command(START, "plans");
            run.command(FIRST, "month-end", "2026-03", "--exports", run.folder(Edition.FIRST));
            run.keep(written);
            run.command(AGAIN, "month-end", "2026-03", "--exports", run.folder(Edition.FIRST));
            run.command(SECOND, "month-end", "2026-04", "--exports", run.folder(Edition.SECOND));
            run.command(DAY_IMPORT, "import", run.folder(Edition.DAY));
            run.command(DAY_RECONCILE, "reconcile", "--as-of", "2026-05-01");
            if (order.has("catchup") || order.has("history")) {
                run.command(CATCH_UP, "month-end", "2026-10");
            }
            if (order.has("history")) {
                run.command(HISTORY, "month-end", "2031-01");
                run.command(SIXTIETH, "month-end", "2031-02");
            }
            return run.parts;
        }
    }

    private String folder(Edition edition) {
        return edition.folder(exports).toString();
    }

    private void command(String name, String... words) throws IOException, SQLException {
        List<String> all = new ArrayList<>(program);
        all.addAll(Arrays.asList(words));
        all.addAll(List.of(
                "--data-dir",
                server.dataDir().toString(),
                "--reference",
                exports.resolve("reference").toString(),
                "--json",
                "--as",
                "bench"));
        long wal = server.walBytes();
        Watched watched = Watched.java(order, all.toArray(String[]::new));
        Footprint footprint = new Footprint(
                watched.heapBytes(), watched.residentBytes(), server.databaseBytes(), server.walBytes() - wal);
        parts.add(new Part(name, watched.seconds(), steps(), footprint));
    }

    private List<Timed> steps() throws SQLException {
        try (Connection connection = server.connect();
                var query = connection.prepareStatement(STEPS)) {
            query.setLong(1, lastRun);
            List<Timed> steps = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    steps.add(new Timed(row.getString(1), row.getLong(2), row.getLong(3) / 1000.0));
                }
            }
            try (Statement statement = connection.createStatement();
                    ResultSet last = statement.executeQuery("select coalesce(max(run_id), 0) from run")) {
                last.next();
                lastRun = last.getLong(1);
            }
            return steps;
        }
    }

    private void keep(Path written) throws IOException {
        Files.createDirectories(written);
        Path closed = server.dataDir().resolve("reports/2026-03");
        for (CopyFloor.Written table : CopyFloor.Written.values()) {
            Files.copy(
                    closed.resolve(table.file()), written.resolve(table.file()), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
