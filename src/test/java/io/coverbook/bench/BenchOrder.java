package io.coverbook.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is measured, from system properties.
 *
 * @param accounts {@code scale}: billing accounts, at least 100
 * @param runs {@code runs}: how often everything is done; medians are told
 * @param shape {@code shape}: how subscriptions lie among accounts
 * @param heap {@code heap}: of the programs that are measured, as {@code -Xmx} has it
 * @param parts {@code parts}: beside Coverbook, which always runs, {@code floor}, {@code stock} and {@code lookup}, the
 *     stock way with joined readers and with a look-up an item; and further months of Coverbook, {@code catchup} and
 *     {@code history}
 * @param folder {@code bench.dir}: where everything is made and, but for the report, removed again
 */
record BenchOrder(int accounts, int runs, Shape shape, String heap, List<String> parts, Path folder) {

    private static final Set<String> PARTS = Set.of("coverbook", "floor", "stock", "lookup", "catchup", "history");

    static BenchOrder given() {
        return new BenchOrder(
                Integer.getInteger("scale", 100_000),
                Integer.getInteger("runs", 3),
                Shape.valueOf(System.getProperty("shape", "LIFE").toUpperCase(Locale.ROOT)),
                System.getProperty("heap", "256m"),
                List.of(System.getProperty("parts", "floor,stock,lookup").split(",")),
                Path.of(System.getProperty("bench.dir", "target/bench")).toAbsolutePath());
    }

    BenchOrder {
        if (accounts < 100 || runs < 1) {
            throw new IllegalArgumentException("scale is at least 100 accounts, runs at least 1");
        }
        if (!PARTS.containsAll(parts)) {
            throw new IllegalArgumentException("parts are " + PARTS + ", not " + parts);
        }
    }

    boolean has(String part) {
        return parts.contains(part);
    }
}
