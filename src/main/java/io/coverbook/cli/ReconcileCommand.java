package io.coverbook.cli;

import io.coverbook.batch.Results.Reconciled;
import io.coverbook.report.Json;
import io.coverbook.store.MonthStore;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code reconcile --as-of DATE}: the daily job. */
@Command(name = "reconcile", description = "Brings terms, charges, cover, verdicts, notices and flags to a day.")
final class ReconcileCommand implements Callable<Integer> {

    @ParentCommand
    private @Nullable Root root;

    @Option(names = "--as-of", paramLabel = "DATE", description = "the day (default: today, UTC)")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--all",
            description = "decides everything again, also what rests until a later day and has no news")
    private boolean all;

    @Mixin
    private HoldOptions holds = new HoldOptions();

    @Override
    public Integer call() {
        Root program = Objects.requireNonNull(root);
        LocalDate day = asOf == null ? LocalDate.ofInstant(program.clock().instant(), java.time.ZoneOffset.UTC) : asOf;
        Reconciled reconciled = program.operations().reconcile(day, all);
        long held = new MonthStore(program.database()).heldPlans();
        if (program.options().json()) {
            Map<String, @Nullable Object> answer = new LinkedHashMap<>();
            answer.put("schemaVersion", Json.SCHEMA_VERSION);
            answer.put("as_of", reconciled.asOf());
            answer.put("asked_for", day);
            answer.put("held_plans", held);
            Json.write(program.out(), answer);
        } else {
            String later = reconciled.asOf().equals(day) ? "" : ", the latest day reconciled before";
            program.out().println("Everything recorded is as the facts ask for on " + reconciled.asOf() + later + ".");
            if (held > 0) {
                program.out()
                        .println(held + (held == 1 ? " plan is" : " plans are")
                                + " held or have a charge that is: coverbook charges --held");
            }
        }
        program.out().flush();
        return holds.code(program);
    }
}
