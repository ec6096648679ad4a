package io.coverbook.cli;

import io.coverbook.report.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code purge}: forgets old technical entries; facts, decisions and documents stay for ever. */
@Command(
        name = "purge",
        description =
                "Forgets technical entries about work of long ago, and messages that arrived; no fact, decision, audit entry or"
                        + " document is removed.")
final class PurgeCommand implements Callable<Integer> {

    private static final int FEWEST_DAYS = 30;

    @ParentCommand
    private @Nullable Root root;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--keep-days",
            paramLabel = "N",
            description = "how many days' entries are kept, at least 30 (default: 400)")
    private int keepDays = 400;

    @Override
    public Integer call() {
        Root program = Objects.requireNonNull(root);
        if (keepDays < FEWEST_DAYS) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "--keep-days is at least " + FEWEST_DAYS);
        }
        Instant before =
                program.clock().instant().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(keepDays));
        long forgotten = program.operations().purge(before);
        if (program.options().json()) {
            Map<String, @Nullable Object> answer = new LinkedHashMap<>();
            answer.put("schemaVersion", Json.SCHEMA_VERSION);
            answer.put("before", before);
            answer.put("forgotten", forgotten);
            Json.write(program.out(), answer);
        } else {
            program.out()
                    .println(forgotten + (forgotten == 1 ? " technical entry" : " technical entries") + " from before "
                            + before + " forgotten.");
        }
        program.out().flush();
        return Exit.DONE;
    }
}
