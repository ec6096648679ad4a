package io.coverbook.bench;

import io.coverbook.report.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What the runs took, as a text for people and as JSON for programs: medians, and ratios that are taken run by run. */
final class BenchReport {

    private static final double MB = 1024.0 * 1024;

    private final BenchOrder order;
    private final List<Map<String, Part>> runs;

    /**
     * @param runs the parts by name, in the order in which they were run; each run has the same, and they the same steps
     */
    BenchReport(BenchOrder order, List<Map<String, Part>> runs) {
        this.order = order;
        this.runs = List.copyOf(runs);
    }

    private record Ratio(String what, double value, String goal) {}

    /** Tables of all parts, then the ratios. */
    String text() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%n%,d accounts, shape %s, heap %s, medians of %d%n",
                order.accounts(),
                order.shape(),
                order.heap(),
                runs.size()));
        for (Part part : runs.get(0).values()) {
            text.append(String.format(
                    Locale.ROOT, "%n%-46s %12s %9s %11s %7s%n", part.name(), "rows", "seconds", "rows/s", "of F1"));
            for (int i = 0; i < part.steps().size(); i++) {
                int step = i;
                Timed first = part.steps().get(i);
                line(text, first.step(), first.rows(), p -> p.steps().get(step).seconds(), part.name());
            }
            if (part.steps().size() > 1) {
                line(text, "all steps", 0, Part::stepSeconds, part.name());
            }
            if (part.footprint().residentBytes() > 0) {
                line(text, "from start to end of the program", 0, Part::seconds, part.name());
            }
            text.append("  ").append(needed(part.name())).append('\n');
        }
        text.append(String.format(Locale.ROOT, "%n%-72s %8s   %s%n", "in short", "", "goal"));
        for (Ratio ratio : ratios()) {
            text.append(String.format(Locale.ROOT, "  %-70s %8.2f   %s%n", ratio.what(), ratio.value(), ratio.goal()));
        }
        return text.toString();
    }

    private void line(StringBuilder text, String what, long rows, ToDoubleFunction<Part> seconds, String part) {
        double median = median(run -> seconds.applyAsDouble(run.get(part)));
        String ofFloor = hasFloor()
                ? String.format(Locale.ROOT, "%.2f", median(run -> seconds.applyAsDouble(run.get(part)) / floor(run)))
                : "";
        text.append(String.format(
                Locale.ROOT,
                "  %-44s %12s %9.2f %11s %7s%n",
                what,
                rows == 0 ? "" : String.format(Locale.ROOT, "%,d", rows),
                median,
                rows == 0 || median == 0 ? "" : String.format(Locale.ROOT, "%,.0f", rows / median),
                ofFloor));
    }

    private String needed(String part) {
        String memory = String.format(
                Locale.ROOT,
                "heap %.0f MB, resident %.0f MB; ",
                median(run -> run.get(part).footprint().heapBytes() / MB),
                median(run -> run.get(part).footprint().residentBytes() / MB));
        return (runs.get(0).get(part).footprint().residentBytes() == 0 ? "" : memory)
                + String.format(
                        Locale.ROOT,
                        "database %.0f MB, write-ahead log %.0f MB",
                        median(run -> run.get(part).footprint().databaseBytes() / MB),
                        median(run -> run.get(part).footprint().walBytes() / MB));
    }

    private List<Ratio> ratios() {
        List<Ratio> ratios = new ArrayList<>();
        if (hasFloor()) {
            add(
                    ratios,
                    "first month-end, files to exported tables, of F1",
                    "1.0, 1.5 at most",
                    r -> first(r) / floor(r));
            add(
                    ratios,
                    "  the same with start and stop of the program, of F1",
                    "",
                    r -> seconds(r, CoverbookRun.FIRST) / floor(r));
            add(
                    ratios,
                    "  its steps alone, without exported tables, of F1",
                    "",
                    r -> r.get(CoverbookRun.FIRST).stepSeconds() / floor(r));
        }
        add(
                ratios,
                "second month-end, of the first",
                "0.45, 0.65 at most",
                r -> net(r, CoverbookRun.SECOND) / first(r));
        add(
                ratios,
                "the same files again, seconds with start and stop",
                "5 at most",
                r -> seconds(r, CoverbookRun.AGAIN));
        add(
                ratios,
                "daily reconcile, of the first month-end",
                "0.08 at most",
                r -> net(r, CoverbookRun.DAY_RECONCILE) / first(r));
        add(
                ratios,
                "  with the import of the day's files before it",
                "",
                r -> (net(r, CoverbookRun.DAY_IMPORT) + net(r, CoverbookRun.DAY_RECONCILE)) / first(r));
        if (order.has("stock")) {
            add(
                    ratios,
                    "stock Spring Batch with joined readers, of Coverbook",
                    "3",
                    r -> stock(r, StockBatch.JOINED) / first(r));
        }
        if (order.has("lookup")) {
            add(
                    ratios,
                    "stock Spring Batch with a look-up an item, of Coverbook",
                    "8",
                    r -> stock(r, StockBatch.LOOKED_UP) / first(r));
        }
        Map<String, Part> one = runs.get(0);
        if (one.containsKey(CoverbookRun.CATCH_UP)) {
            add(
                    ratios,
                    "six months at once, of six times the second",
                    "",
                    r -> net(r, CoverbookRun.CATCH_UP) / (6 * net(r, CoverbookRun.SECOND)));
        }
        if (one.containsKey(CoverbookRun.SIXTIETH)) {
            add(
                    ratios,
                    "the sixtieth month-end, of the second",
                    "",
                    r -> net(r, CoverbookRun.SIXTIETH) / net(r, CoverbookRun.SECOND));
        }
        add(ratios, "first month-end, microseconds a row of the subscriptions", "", r -> first(r) * 1e6 / usages(r));
        add(
                ratios,
                "most resident memory of any command, MB",
                "500 at most",
                r -> r.values().stream()
                                .filter(part -> !part.name().equals(StockRun.NAME))
                                .mapToDouble(part -> part.footprint().residentBytes())
                                .max()
                                .orElse(0)
                        / MB);
        add(
                ratios,
                "write-ahead log of the first month-end, MB",
                "5,120 at a million accounts",
                r -> wal(r, CoverbookRun.FIRST));
        add(
                ratios,
                "write-ahead log of the second month-end, MB",
                "1,536 at a million accounts",
                r -> wal(r, CoverbookRun.SECOND));
        return ratios;
    }

    private static double wal(Map<String, Part> run, String part) {
        return run.get(part).footprint().walBytes() / MB;
    }

    /** The rows that the first import of subscriptions read. */
    private static double usages(Map<String, Part> run) {
        return run.get(CoverbookRun.FIRST).steps().stream()
                .filter(step -> step.step().startsWith(ScaleExports.SUBSCRIPTIONS))
                .mapToDouble(Timed::rows)
                .sum();
    }

    private void add(List<Ratio> ratios, String what, String goal, ToDoubleFunction<Map<String, Part>> value) {
        ratios.add(new Ratio(what, median(value), goal));
    }

    private boolean hasFloor() {
        return order.has("floor");
    }

    private static double floor(Map<String, Part> run) {
        return seconds(run, CopyFloor.NAME);
    }

    private static double seconds(Map<String, Part> run, String part) {
        return run.get(part).seconds();
    }

    private static double first(Map<String, Part> run) {
        return net(run, CoverbookRun.FIRST);
    }

    /** Without what the program needs to start and stop when it has nothing to do; the steps at least. */
    private static double net(Map<String, Part> run, String part) {
        return Math.max(run.get(part).stepSeconds(), seconds(run, part) - seconds(run, CoverbookRun.START));
    }

    /** The imports and the two steps that go this way. */
    private static double stock(Map<String, Part> run, String way) {
        return run.get(StockRun.NAME).steps().stream()
                .filter(step ->
                        step.step().startsWith(StockBatch.IMPORT) || step.step().endsWith(way))
                .mapToDouble(Timed::seconds)
                .sum();
    }

    private double median(ToDoubleFunction<Map<String, Part>> value) {
        double[] sorted = runs.stream().mapToDouble(value).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** The same with every run, and with the machine and the settings it was measured on. */
    String json(Map<String, String> settings, Map<String, List<Long>> inputs) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("schemaVersion", Json.SCHEMA_VERSION);
        answer.put("accounts", order.accounts());
        answer.put("shape", order.shape().name());
        answer.put("heap", order.heap());
        answer.put("cores", Runtime.getRuntime().availableProcessors());
        answer.put("java", System.getProperty("java.version"));
        answer.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        answer.put("server", settings);
        answer.put("input_rows", inputs);
        List<Map<String, Object>> ratios = new ArrayList<>();
        for (Ratio ratio : ratios()) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("what", ratio.what().strip());
            told.put("value", rounded(ratio.value()));
            told.put("goal", ratio.goal());
            ratios.add(told);
        }
        answer.put("ratios", ratios);
        answer.put(
                "runs",
                runs.stream()
                        .map(run -> run.values().stream().map(BenchReport::part).toList())
                        .toList());
        StringWriter text = new StringWriter();
        try (PrintWriter out = new PrintWriter(text)) {
            Json.write(out, answer);
        }
        return text.toString();
    }

    private static Map<String, Object> part(Part part) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("part", part.name());
        told.put("seconds", rounded(part.seconds()));
        told.put("heap_bytes", part.footprint().heapBytes());
        told.put("resident_bytes", part.footprint().residentBytes());
        told.put("database_bytes", part.footprint().databaseBytes());
        told.put("wal_bytes", part.footprint().walBytes());
        told.put("steps", part.steps().stream().map(BenchReport::step).toList());
        return told;
    }

    private static Map<String, Object> step(Timed step) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("step", step.step());
        told.put("rows", step.rows());
        told.put("seconds", rounded(step.seconds()));
        return told;
    }

    /** With three decimals: figures that are read by people first. */
    private static Object rounded(double value) {
        return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP);
    }
}
