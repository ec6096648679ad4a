package io.coverbook.bench;

import io.coverbook.bench.ScaleExports.Edition;
import io.coverbook.ingest.ExportFile;
import io.coverbook.ingest.ExportFolder;
import io.coverbook.ingest.ExportReader;
import io.coverbook.ingest.ExportRow;
import io.coverbook.ingest.ExportSink;
import io.coverbook.ingest.FileRefusedException;
import io.coverbook.ingest.FileWarning;
import io.coverbook.ingest.IngestProbe;
import io.coverbook.ingest.ReadOptions;
import io.coverbook.ingest.ReadTotals;
import io.coverbook.ingest.Reject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** A row of the subscriptions export from the file to a typed row, and a day alone, beside the JDK's parser. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ParserSpeed {

    private static final int ROWS = 1_000;
    private static final int DAYS = 64;

    private final IngestProbe probe = new IngestProbe();
    private final String[] days = new String[DAYS];
    private Path folder;
    private ExportFile file;

    @Setup
    public void file() throws IOException {
        for (int i = 0; i < DAYS; i++) {
            days[i] = Draw.CREATED.day(i, 0);
        }
        folder = Files.createTempDirectory("rows");
        new ScaleExports(400, Shape.EVEN).write(folder);
        Path rows = folder.resolve("subscriptions-2026-03-31.csv");
        List<String> some = Files.readAllLines(Edition.FIRST.file(folder, ScaleExports.SUBSCRIPTIONS))
                .subList(0, 1 + ROWS);
        Files.writeString(rows, String.join("\n", some) + "\n");
        file = ExportFolder.find(List.of(rows), ReadOptions.standard()).files().get(0);
    }

    @TearDown
    public void remove() throws IOException {
        BenchServer.remove(folder);
    }

    /** Opened, decoded, cut, checked, typed and fingerprinted. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public void row(Blackhole taken) throws FileRefusedException {
        ReadTotals totals = ExportReader.read(file, ReadOptions.standard(), new ExportSink() {
            @Override
            public void row(ExportRow row) {
                taken.consume(row);
            }

            @Override
            public void reject(Reject reject) {
                throw new IllegalStateException(reject.toString());
            }

            @Override
            public void warning(FileWarning warning) {
                taken.consume(warning);
            }
        });
        taken.consume(totals);
    }

    @Benchmark
    @OperationsPerInvocation(DAYS)
    public void day(Blackhole taken) {
        for (String day : days) {
            taken.consume(probe.day(day));
        }
    }

    @Benchmark
    @OperationsPerInvocation(DAYS)
    public void dayByTheJdk(Blackhole taken) {
        for (String day : days) {
            taken.consume(LocalDate.parse(day));
        }
    }
}
