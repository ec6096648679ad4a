package io.coverbook.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Two month-ends and a day, beside plain COPY and beside the stock parts of Spring Batch, each on a new server with the same
 * settings, in turn, as often as asked. Profile {@code bench} runs it; src/docs/performance.md tells how.
 */
class MonthEndBench {

    private final BenchOrder order = BenchOrder.given();

    @Test
    void month_ends_beside_plain_copy_and_stock_batch() throws IOException, SQLException {
        Path exports = order.folder().resolve("exports");
        Path written = order.folder().resolve("written");
        BenchServer.remove(exports);
        try {
            say("making the exports of " + order.accounts() + " accounts");
            Map<String, List<Long>> inputs = new ScaleExports(order.accounts(), order.shape()).write(exports);
            say(inputs.toString());
            List<Map<String, Part>> runs = new ArrayList<>();
            for (int i = 1; i <= order.runs(); i++) {
                Map<String, Part> run = run(i, exports, written);
                check(run, inputs);
                runs.add(run);
            }
            BenchReport report = new BenchReport(order, runs);
            say(report.text());
            Files.writeString(order.folder().resolve(name() + ".txt"), report.text());
            Files.writeString(order.folder().resolve(name() + ".json"), report.json(settings(), inputs));
        } finally {
            BenchServer.remove(exports);
            BenchServer.remove(written);
        }
    }

    private String name() {
        return "month-end-" + order.accounts() + "-" + order.shape().name().toLowerCase(Locale.ROOT);
    }

    private Map<String, Part> run(int number, Path exports, Path written) throws IOException, SQLException {
        Map<String, Part> parts = new LinkedHashMap<>();
        say("run " + number + " of " + order.runs() + ": Coverbook");
        for (Part part : CoverbookRun.run(order, exports, written)) {
            parts.put(part.name(), part);
        }
        if (order.has("floor")) {
            say("run " + number + ": plain COPY");
            parts.put(CopyFloor.NAME, CopyFloor.run(order, exports, written));
        }
        if (order.has("stock") || order.has("lookup")) {
            say("run " + number + ": stock Spring Batch");
            parts.put(StockRun.NAME, StockRun.run(order, exports));
        }
        return parts;
    }

    /** Whoever is measured must have done the work: all rows in, and as many out of the floor as went into it. */
    private void check(Map<String, Part> run, Map<String, List<Long>> inputs) {
        Map<String, Long> expected = new TreeMap<>();
        for (InputTable table : InputTable.values()) {
            expected.put(table.table(), inputs.get(table.kind()).get(0));
        }
        if (order.has("floor")) {
            assertEquals(expected, rows(run.get(CopyFloor.NAME), "in ", expected));
            Map<String, Long> into = rows(run.get(CopyFloor.NAME), "in ", Map.of());
            Map<String, Long> out = rows(run.get(CopyFloor.NAME), "out ", Map.of());
            into.keySet().removeAll(expected.keySet());
            assertEquals(into, out);
            assertTrue(out.get("written_entitlements") > 0 && out.get("written_charges") > 0, out::toString);
        }
        if (run.containsKey(StockRun.NAME)) {
            assertEquals(expected, rows(run.get(StockRun.NAME), StockBatch.IMPORT, expected));
        }
        List<Timed> first = run.get(CoverbookRun.FIRST).steps();
        long read = first.stream().mapToLong(Timed::rows).sum();
        assertTrue(read > expected.get("subscriptions"), first::toString);
    }

    /** The rows of the steps whose name begins so; of the tables given alone, unless none is. */
    private static Map<String, Long> rows(Part part, String prefix, Map<String, Long> tables) {
        Map<String, Long> rows = new TreeMap<>();
        for (Timed step : part.steps()) {
            if (step.step().startsWith(prefix)) {
                String table = step.step().substring(prefix.length());
                if (tables.isEmpty() || tables.containsKey(table)) {
                    rows.put(table, step.rows());
                }
            }
        }
        return rows;
    }

    private Map<String, String> settings() throws IOException, SQLException {
        try (BenchServer server = new BenchServer(order.folder().resolve("settings"))) {
            return server.settings();
        }
    }

    private static void say(String what) {
        System.out.println(what);
    }
}
