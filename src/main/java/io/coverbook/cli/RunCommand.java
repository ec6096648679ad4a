package io.coverbook.cli;

import io.coverbook.report.Json;
import io.coverbook.schedule.CardRunner;
import io.coverbook.schedule.CardRunner.Done;
import io.coverbook.schedule.CardRunner.Outcome;
import io.coverbook.schedule.JobCards;
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

/** {@code run CARD}: works off what is due of a card, exactly as the schedule does. */
@Command(
        name = "run",
        description = "Works off what is due of a card, as the schedule does: days, months and files that were missed"
                + " come first, each for itself.",
        footer = {
            "",
            "Examples:",
            "  coverbook run reconcile",
            "  coverbook run --due         (all cards that are not paused: for a timer or a CronJob)"
        })
final class RunCommand implements Callable<Integer> {

    @ParentCommand
    private @Nullable Root root;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "CARD", description = "the card, by the name of its file")
    private @Nullable String card;

    @Option(names = "--due", description = "whatever is due of any card that is not paused")
    private boolean due;

    @Option(
            names = "--lenient",
            description =
                    "ends with 0 instead of 3 (rejected rows, a refused file, held plans): for runners that take any"
                            + " other code as a failure")
    private boolean lenient;

    @Mixin
    private CardOptions cards = new CardOptions();

    @Override
    public Integer call() {
        Root program = Objects.requireNonNull(root);
        String name = card;
        if ((name == null) != due) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "name a card, or give --due for all of them");
        }
        JobCards all = cards.cards(program);
        if (name != null) {
            all.required(name);
        }
        CardRunner runner = CardOptions.runner(program, all, new CardLine(program, true));
        Outcome outcome = name == null ? runner.catchUp() : runner.run(all.required(name), true);
        tell(program, outcome, name == null ? "any card" : name);
        return lenient && outcome.code() == Exit.REJECTED ? Exit.DONE : outcome.code();
    }

    private static void tell(Root program, Outcome outcome, String what) {
        if (program.options().json()) {
            Map<String, @Nullable Object> answer = new LinkedHashMap<>();
            answer.put("schemaVersion", Json.SCHEMA_VERSION);
            answer.put("code", outcome.code());
            List<Map<String, @Nullable Object>> pieces = new ArrayList<>();
            for (Done done : outcome.done()) {
                Map<String, @Nullable Object> piece = new LinkedHashMap<>();
                piece.put("card", done.due().card().name());
                piece.put("about", done.due().about());
                piece.put("due", done.due().at());
                piece.put("code", done.said().code());
                piece.put("said", done.said().text());
                pieces.add(piece);
            }
            answer.put("done", pieces);
            Json.write(program.out(), answer);
        } else if (outcome.done().isEmpty()) {
            program.out()
                    .println(
                            outcome.code() == Exit.DONE
                                    ? "Nothing is due of " + what + "."
                                    : "Another program is working through the schedule; try again when it is done.");
        } else if (outcome.done().get(0).due().about().isEmpty()) {
            program.err().println(outcome.done().get(0).said().text());
        }
        program.out().flush();
    }
}
