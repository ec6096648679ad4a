package io.coverbook.cli;

import io.coverbook.report.ExportFiles;
import io.coverbook.report.Json;
import io.coverbook.store.ExportStore;
import io.coverbook.store.RunStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code export --out DIR}: every output table as CSV. */
@Command(name = "export", description = "Writes every output table as CSV.")
final class ExportCommand implements Callable<Integer> {

    @ParentCommand
    private @Nullable Root root;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "the folder to write to")
    private @Nullable Path out;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "the day of agreement verdicts (default: the latest reconciled)")
    private @Nullable LocalDate asOf;

    @Option(names = "--period", paramLabel = "YYYY-MM", description = "limits charges and documents to a posting month")
    private @Nullable YearMonth period;

    @Override
    public Integer call() throws IOException {
        Root program = Objects.requireNonNull(root);
        Path folder = Objects.requireNonNull(out);
        LocalDate latest = new RunStore(program.database())
                .reconciledOn()
                .orElseGet(() -> LocalDate.ofInstant(program.clock().instant(), ZoneOffset.UTC));
        String hash =
                ExportFiles.write(new ExportStore(program.database()), folder, asOf == null ? latest : asOf, period);
        if (program.options().json()) {
            Map<String, @Nullable Object> answer = new LinkedHashMap<>();
            answer.put("schemaVersion", Json.SCHEMA_VERSION);
            answer.put("folder", folder);
            answer.put("tables", ExportStore.TABLES);
            answer.put("hash", hash);
            Json.write(program.out(), answer);
        } else {
            program.out()
                    .println(
                            ExportStore.TABLES.size() + " tables written to " + folder + ", hash of the whole " + hash);
        }
        program.out().flush();
        return Exit.DONE;
    }
}
