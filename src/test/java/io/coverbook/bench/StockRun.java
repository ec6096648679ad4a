package io.coverbook.bench;

import io.coverbook.bench.Part.Footprint;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** The stock way in a program of its own with the heap that Coverbook has, on a server of its own. */
final class StockRun {

    static final String NAME = "stock Spring Batch";

    private StockRun() {}

    static Part run(BenchOrder order, Path exports) throws IOException, SQLException {
        try (BenchServer server = new BenchServer(order.folder().resolve("stock"))) {
            long wal = server.walBytes();
            Watched watched = Watched.java(
                    order,
                    "-cp",
                    classPath(),
                    StockBatch.class.getName(),
                    server.url(),
                    server.user(),
                    server.password(),
                    exports.toString(),
                    String.join(",", order.parts()));
            List<Timed> steps = watched.out()
                    .lines()
                    .filter(line -> line.startsWith("step|"))
                    .map(line -> line.split("\\|"))
                    .map(cell -> new Timed(cell[1], Long.parseLong(cell[2]), Double.parseDouble(cell[3])))
                    .toList();
            Footprint footprint = new Footprint(
                    watched.heapBytes(), watched.residentBytes(), server.databaseBytes(), server.walBytes() - wal);
            return new Part(NAME, watched.seconds(), steps, footprint);
        }
    }

    /** That of this build: Failsafe starts its JVM with a jar that only names the real one. */
    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
