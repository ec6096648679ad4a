package io.coverbook.cli;

import io.coverbook.batch.Results.Reconciled;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code reconcile --as-of DATE}: the daily job. */
@Command(name = "reconcile", description = "Brings terms, charges, cover, verdicts, notices and flags to a day.")
final class ReconcileCommand implements Callable<Integer> {

    @ParentCommand
    private @Nullable Root root;

    @Option(names = "--as-of", paramLabel = "DATE", description = "the day (default: today, UTC)")
    private @Nullable LocalDate asOf;

    @Override
    public Integer call() {
        Root program = Objects.requireNonNull(root);
        LocalDate day = asOf == null ? LocalDate.ofInstant(program.clock().instant(), java.time.ZoneOffset.UTC) : asOf;
        Reconciled reconciled = program.operations().reconcile(day);
        program.out()
                .println("reconciled on " + reconciled.asOf()
                        + (reconciled.asOf().equals(day) ? "" : ", the latest day reconciled before"));
        program.out().flush();
        return Exit.DONE;
    }
}
