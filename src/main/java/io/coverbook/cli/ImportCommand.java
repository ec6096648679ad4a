package io.coverbook.cli;

import io.coverbook.batch.Results.Imported;
import io.coverbook.report.Json;
import io.coverbook.store.ImportOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code import PATH...}: reads export files or folders in order of export. */
@Command(name = "import", description = "Reads export files or folders, in order of export.")
final class ImportCommand implements Callable<Integer> {

    @ParentCommand
    private @Nullable Root root;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--drop",
            paramLabel = "DIR",
            description = "takes what lies complete in DIR/inbox, and moves it to DIR/done/YYYY-MM or DIR/failed with a"
                    + " result beside it")
    private @Nullable Path drop;

    @Option(
            names = "--settle",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "how long a file in the inbox must lie unchanged (default: 10)")
    private long settle;

    @Option(
            names = "--until",
            paramLabel = "INSTANT",
            converter = ImportOptions.InstantConverter.class,
            description = "leaves files that were exported later, such as after 2026-03-31T23:59:59Z")
    private @Nullable Instant until;

    @Parameters(arity = "0..*", paramLabel = "PATH", description = "files, or folders with their subfolders")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--check", description = "looks only: shows what would change and writes nothing")
    private boolean check;

    @Mixin
    private ImportOptions options = new ImportOptions();

    @Override
    public Integer call() {
        Root program = Objects.requireNonNull(root);
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        if ((drop == null) == paths.isEmpty()) {
            throw new ParameterException(line, "give files or folders to import, or --drop DIR");
        }
        if (drop != null && check) {
            throw new ParameterException(line, "--check moves nothing; give the path of the inbox instead of --drop");
        }
        return drop == null ? files(program) : dropped(program, drop);
    }

    /** A disk that is full or may not be written is tried again later (C188). */
    private int dropped(Root program, Path root) {
        DropFolder folder =
                new DropFolder(root, Duration.ofSeconds(settle), program.clock().instant());
        try {
            List<Path> claimed = folder.claim(until);
            folder.left().forEach(file -> program.out().println(file));
            if (claimed.isEmpty()) {
                program.out().println("Nothing to import in " + root.resolve("inbox"));
                program.out().flush();
                return Exit.DONE;
            }
            Imported imported =
                    program.operations().importFiles(options.order(List.of(folder.processing()), false, null, root));
            folder.settle(claimed, imported);
            tell(program, imported);
            return code(imported, options);
        } catch (IOException e) {
            program.out().flush();
            String why = "the drop folder cannot be used: " + e.getMessage() + "; free the disk and try again";
            program.err().println(why);
            program.workFailed("import", why);
            return Exit.BUSY;
        }
    }

    private int files(Root program) {
        exist(paths, Objects.requireNonNull(spec));
        Imported imported = program.operations()
                .importFiles(
                        options.order(paths, check, until, program.options().dataDir()));
        tell(program, imported);
        return code(imported, options);
    }

    private void tell(Root program, Imported imported) {
        if (program.options().json()) {
            Map<String, @Nullable Object> answer = new LinkedHashMap<>();
            answer.put("schemaVersion", Json.SCHEMA_VERSION);
            answer.put("checked_only", check);
            answer.put("files", ImportReport.files(imported));
            if (imported.difference() != null) {
                answer.put("difference", CheckReport.json(imported.difference()));
            }
            answer.put("ignored", imported.ignored());
            Json.write(program.out(), answer);
        } else {
            program.out().print(ImportReport.text(imported, check));
        }
        program.out().flush();
    }

    /** A path that does not exist is a mistake in the call, not in the data. */
    static void exist(List<Path> paths, CommandSpec spec) {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new ParameterException(spec.commandLine(), "no file or folder " + path);
            }
        }
    }

    /** Whether nothing of such a file is taken, and somebody has to do something about it. */
    static boolean refused(ImportOutcome.Result result) {
        return result == ImportOutcome.Result.REFUSED || result == ImportOutcome.Result.STALE;
    }

    static int code(Imported imported, ImportOptions options) {
        return imported.anyRefused() || !options.tolerates(imported.rejected()) ? Exit.REJECTED : Exit.DONE;
    }
}
