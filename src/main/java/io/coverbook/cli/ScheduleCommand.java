package io.coverbook.cli;

import io.coverbook.report.Json;
import io.coverbook.schedule.CardRunner;
import io.coverbook.schedule.CardState;
import io.coverbook.schedule.JobCards;
import io.coverbook.store.ScheduleStore;
import io.coverbook.store.ScheduleStore.Node;
import io.coverbook.store.ScheduleStore.Pause;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code schedule}: what runs when, what it did last, and what is due; {@code pause} and {@code resume}. */
@Command(
        name = "schedule",
        description = "Shows what runs when by itself, what it did last, and what is due.",
        subcommands = {ScheduleCommand.PauseCommand.class, ScheduleCommand.ResumeCommand.class},
        footer = {
            "",
            "Examples:",
            "  coverbook schedule",
            "  coverbook schedule pause month-end",
            "  coverbook run reconcile             (now, by hand)"
        })
final class ScheduleCommand implements Callable<Integer> {

    @ParentCommand
    private @Nullable Root root;

    @Mixin
    private CardOptions cards = new CardOptions();

    @Override
    public Integer call() {
        Root program = program();
        JobCards all = cards.cards(program);
        CardRunner runner = CardOptions.runner(program, all, new CardLine(program, true));
        List<CardState> states = runner.states();
        List<Node> nodes = new ScheduleStore(program.database()).nodes();
        Instant now = program.clock().instant();
        if (program.options().json()) {
            Json.write(program.out(), ScheduleReport.json(states, nodes, now));
        } else {
            program.out().print(ScheduleReport.text(states, nodes, now));
        }
        program.out().flush();
        return Exit.DONE;
    }

    private Root program() {
        return Objects.requireNonNull(root);
    }

    /** The last word about a card is kept, with who said it. */
    private int say(String card, boolean paused, CardOptions options) {
        Root program = program();
        options.cards(program).required(card);
        ScheduleStore store = new ScheduleStore(program.database());
        Instant now = program.clock().instant();
        Pause before = store.pauses().get(card);
        boolean same = (before != null && before.paused()) == paused;
        if (!same) {
            store.pause(card, new Pause(paused, now, program.options().actor()));
        }
        program.out()
                .println(card
                        + (same ? " was " : " is ")
                        + (paused
                                ? "paused" + (same ? " before" : "")
                                        + "; what becomes due waits until coverbook schedule" + " resume " + card
                                : (same ? "not paused" : "resumed; what became due meanwhile is done in order")));
        program.out().flush();
        return Exit.DONE;
    }

    /** {@code schedule pause CARD}. */
    @Command(
            name = "pause",
            mixinStandardHelpOptions = true,
            description = "Leaves a card out of the schedule until it is resumed; by hand it still runs.")
    static final class PauseCommand implements Callable<Integer> {

        @ParentCommand
        private @Nullable ScheduleCommand schedule;

        @Parameters(paramLabel = "CARD", description = "the card, by the name of its file")
        private String card = "";

        @Mixin
        private CardOptions cards = new CardOptions();

        @Override
        public Integer call() {
            return Objects.requireNonNull(schedule).say(card, true, cards);
        }
    }

    /** {@code schedule resume CARD}. */
    @Command(
            name = "resume",
            mixinStandardHelpOptions = true,
            description = "Takes a card into the schedule again; what became due meanwhile is done in order.")
    static final class ResumeCommand implements Callable<Integer> {

        @ParentCommand
        private @Nullable ScheduleCommand schedule;

        @Parameters(paramLabel = "CARD", description = "the card, by the name of its file")
        private String card = "";

        @Mixin
        private CardOptions cards = new CardOptions();

        @Override
        public Integer call() {
            return Objects.requireNonNull(schedule).say(card, false, cards);
        }
    }
}
