package io.coverbook.cli;

import io.coverbook.batch.Results.Imported;
import io.coverbook.report.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "files, or folders with their subfolders")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--check", description = "looks only: shows what would change and writes nothing")
    private boolean check;

    @Mixin
    private ImportOptions options = new ImportOptions();

    @Override
    public Integer call() {
        Root program = Objects.requireNonNull(root);
        exist(paths, Objects.requireNonNull(spec));
        Imported imported = program.operations()
                .importFiles(options.order(paths, check, null, program.options().dataDir()));
        if (program.options().json()) {
            Map<String, @Nullable Object> answer = new LinkedHashMap<>();
            answer.put("schemaVersion", Json.SCHEMA_VERSION);
            answer.put("checked_only", check);
            answer.put("files", ImportReport.files(imported));
            answer.put("ignored", imported.ignored());
            Json.write(program.out(), answer);
        } else {
            program.out().print(ImportReport.text(imported, check));
        }
        program.out().flush();
        return code(imported, options);
    }

    /** A path that does not exist is a mistake in the call, not in the data. */
    static void exist(List<Path> paths, CommandSpec spec) {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new ParameterException(spec.commandLine(), "no file or folder " + path);
            }
        }
    }

    static int code(Imported imported, ImportOptions options) {
        return imported.anyRefused() || !options.tolerates(imported.rejected()) ? Exit.REJECTED : Exit.DONE;
    }
}
