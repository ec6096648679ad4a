package io.coverbook.cli;

import io.coverbook.backup.BackupFile;
import io.coverbook.backup.Manifest;
import io.coverbook.backup.Restore;
import io.coverbook.backup.Restore.Restored;
import io.coverbook.report.Json;
import io.coverbook.server.Credentials;
import io.coverbook.store.Database;
import io.coverbook.store.RunStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code restore FILE}: a backup into an empty database. */
@Command(
        name = "restore",
        description = "Puts a backup into an empty database and brings its tables up to date.",
        footer = {
            "",
            "The whole file is compared with its checksums first; then all rows come in, or none. A database that was",
            "used is refused, and so is a backup that a newer program made.",
            "",
            "Example:",
            "  coverbook restore coverbook-2026-04-01.zip --data-dir restored"
        })
final class RestoreCommand implements Callable<Integer> {

    @ParentCommand
    private @Nullable Root root;

    @Parameters(paramLabel = "FILE", description = "the backup")
    private @Nullable Path file;

    @Option(names = "--check", description = "looks only whether the file is whole; needs no database")
    private boolean check;

    @Override
    public Integer call() throws IOException {
        Root program = Objects.requireNonNull(root);
        BackupFile backup = new BackupFile(Objects.requireNonNull(file));
        if (check) {
            Manifest manifest = backup.verify();
            tell(program, manifest, null);
            return Exit.DONE;
        }
        try (Access access = Access.to(program.options())) {
            Credentials maker = access.maker();
            DriverManagerDataSource source = new DriverManagerDataSource(access.url(), maker.user(), maker.password());
            Restored restored = new Restore(source, access.app().user()).from(backup);
            new RunStore(new Database(source, new JdbcTransactionManager(source)))
                    .audit(
                            program.options().actor(),
                            "restore",
                            restored.rows() + " rows as they were "
                                    + restored.manifest().madeAt());
            tell(program, restored.manifest(), restored);
        }
        return Exit.DONE;
    }

    private void tell(Root program, Manifest manifest, @Nullable Restored restored) {
        if (program.options().json()) {
            Map<String, @Nullable Object> answer = BackupCommand.told(manifest);
            answer.put("restored", restored != null);
            answer.put("schema_now", restored == null ? null : restored.schema());
            Json.write(program.out(), answer);
        } else if (restored == null) {
            program.out()
                    .printf(
                            "%s is whole: %,d rows of %d tables, made %s by %s, schema %s.%n",
                            file,
                            manifest.rows(),
                            manifest.tables().size(),
                            manifest.madeAt(),
                            manifest.program(),
                            manifest.schema());
        } else {
            program.out()
                    .printf(
                            "%,d rows of %d tables restored as they were %s, schema %s%s.%n",
                            restored.rows(),
                            manifest.tables().size(),
                            manifest.madeAt(),
                            manifest.schema(),
                            restored.schema().equals(manifest.schema()) ? "" : ", brought up to " + restored.schema());
        }
        program.out().flush();
    }
}
