package io.coverbook.cli;

import io.coverbook.backup.BackupFile;
import io.coverbook.backup.Manifest;
import io.coverbook.report.Json;
import io.coverbook.store.BackupStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code backup FILE}: everything the database keeps, as of one moment, in one file. */
@Command(
        name = "backup",
        description = "Writes everything the database keeps at one moment into one file; others may write meanwhile.",
        footer = {
            "",
            "The file is readable by its owner alone and holds customer data, but no password and no token.",
            "Files of reports and exports are not in it; export writes them again."
        })
final class BackupCommand implements Callable<Integer> {

    @ParentCommand
    private @Nullable Root root;

    @Parameters(paramLabel = "FILE", description = "the file to make; one that is there is never overwritten")
    private @Nullable Path file;

    @Override
    public Integer call() throws IOException {
        Root program = Objects.requireNonNull(root);
        Path path = Objects.requireNonNull(file).toAbsolutePath();
        Manifest made = new BackupFile(path)
                .write(
                        BackupStore.of(program.database()),
                        Version.number(),
                        program.clock().instant());
        if (program.options().json()) {
            Map<String, @Nullable Object> answer = told(made);
            answer.put("file", path);
            Json.write(program.out(), answer);
        } else {
            program.out()
                    .printf(
                            "%,d rows of %d tables written to %s, schema %s.%n",
                            made.rows(), made.tables().size(), path, made.schema());
        }
        program.out().flush();
        return Exit.DONE;
    }

    static Map<String, @Nullable Object> told(Manifest manifest) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("schemaVersion", Json.SCHEMA_VERSION);
        answer.put("program", manifest.program());
        answer.put("schema", manifest.schema());
        answer.put("server", manifest.server());
        answer.put("made_at", manifest.madeAt());
        answer.put("tables", manifest.tables().size());
        answer.put("rows", manifest.rows());
        return answer;
    }
}
