package io.coverbook.cli;

import io.coverbook.schedule.CardRunner.Done;
import io.coverbook.schedule.CardRunner.Outcome;
import io.coverbook.schedule.JobCards;
import io.coverbook.schedule.Timetable;
import io.coverbook.store.RunStore.BusyException;
import org.quartz.SchedulerException;

/** The schedule as a program serves it: mends what was left behind, wakes the cards, and tells what was done. */
final class ServedSchedule implements AutoCloseable {

    private static final int CHECK_IN_MILLIS = 5_000;

    private final Timetable timetable;

    private ServedSchedule(Timetable timetable) {
        this.timetable = timetable;
    }

    static ServedSchedule start(Root program, JobCards cards) throws Exception {
        return start(program, cards, CHECK_IN_MILLIS);
    }

    /** @param checkInMillis how often programs show each other that they live */
    static ServedSchedule start(Root program, JobCards cards, int checkInMillis) throws Exception {
        ServedSchedule served = new ServedSchedule(timetable(program, cards, checkInMillis));
        served.timetable.start();
        return served;
    }

    private static Timetable timetable(Root program, JobCards cards, int checkInMillis) throws Exception {
        try {
            program.operations().repair();
        } catch (BusyException e) {
            program.err().println("Another program is writing; what a killed one left is looked for when it is done.");
        }
        Session.Source source = program.source();
        return Timetable.of(new Timetable.Ground(
                new Timetable.Database(source.data(), source.transactions(), CardOptions.node()),
                cards,
                CardOptions.runner(program, cards, new CardLine(program, false)),
                new Timetable.Pace(checkInMillis, Timetable.Pace.WATCH_TIMES),
                (card, outcome) -> tell(program, outcome)));
    }

    private static void tell(Root program, Outcome outcome) {
        for (Done done : outcome.done()) {
            program.err()
                    .println(done.due().card().name() + " " + done.due().about() + ": "
                            + ScheduleReport.result(done.said().code()));
        }
    }

    @Override
    public void close() throws SchedulerException {
        timetable.close();
    }
}
