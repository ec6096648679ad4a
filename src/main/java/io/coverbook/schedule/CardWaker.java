package io.coverbook.schedule;

import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** What Quartz fires: wakes the runner for the card that the job is named after. Carries no state and no rule. */
public final class CardWaker implements Job {

    private final Timetable timetable;

    CardWaker(Timetable timetable) {
        this.timetable = timetable;
    }

    @Override
    public void execute(JobExecutionContext context) {
        timetable.woken(context.getJobDetail().getKey().getName());
    }
}
