package io.coverbook.cli;

import io.coverbook.schedule.CardRunner.Outcome;
import io.coverbook.schedule.JobCards;
import io.coverbook.schedule.Timetable;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.quartz.SchedulerException;

/**
 * One of several programs that serve the cards, by a clock that is driven: in this process, or as a program of its own that
 * reads its orders from its parent ({@code clock INSTANT}, {@code fire CARD}) and says what it does.
 */
public final class ScheduleNode implements AutoCloseable {

    static final String READY = "node is ready";
    static final String SET = "clock is set";
    static final String TOLD = "told of ";

    /** The clock of tests is driven, that of Quartz is not: what it does by itself would come in between. */
    static final String NEVER = "0 0 0 1 1 ? 2099";

    private final Root root;
    private final Timetable timetable;

    ScheduleNode(Path dataDir, Path folder, DrivenClock clock, PrintWriter said, BiConsumer<String, Outcome> told)
            throws Exception {
        root = new Root(clock);
        Program.commandLine(root, said, said).parseArgs("--data-dir", dataDir.toString());
        JobCards cards = JobCards.read(folder);
        Session.Source source = root.source();
        timetable = Timetable.of(new Timetable.Ground(
                new Timetable.Database(source.data(), source.transactions(), CardOptions.node()),
                cards,
                CardOptions.runner(root, cards, new CardLine(root, false)),
                new Timetable.Pace(1_000, NEVER),
                told));
        timetable.start();
    }

    void fire(String card) throws SchedulerException {
        timetable.fire(card);
    }

    @Override
    public void close() throws SchedulerException {
        timetable.close();
        root.close();
    }

    public static void main(String[] args) throws Exception {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        DrivenClock clock = new DrivenClock(Instant.parse(args[2]));
        BiConsumer<String, Outcome> told = (card, outcome) -> out.println(TOLD + card + " " + outcome.code());
        try (ScheduleNode node = new ScheduleNode(Path.of(args[0]), Path.of(args[1]), clock, out, told)) {
            out.println(READY);
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                String[] words = order.split(" ", -1);
                if (words[0].equals("clock")) {
                    clock.set(Instant.parse(words[1]));
                    out.println(SET);
                } else {
                    node.fire(words[1]);
                }
            }
        }
    }
}
