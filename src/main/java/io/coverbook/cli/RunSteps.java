package io.coverbook.cli;

import io.coverbook.batch.Progress;
import io.coverbook.store.RunStore.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Hands progress on and remembers how long each step took, for the report at the end. */
final class RunSteps implements Progress {

    private static final Set<String> OF_MONTH =
            Set.of("decide", "charge", "cover", "settle", "propose", "control", "issue");

    private final Progress target;
    private final List<Step> done = new ArrayList<>();

    RunSteps(Progress target) {
        this.target = target;
    }

    List<Step> done() {
        return List.copyOf(done);
    }

    /** Whether the step is one of a month-end; the others are files. */
    static boolean ofMonth(String name) {
        return OF_MONTH.contains(name);
    }

    @Override
    public void run(String what) {
        target.run(what);
    }

    @Override
    public void step(String name) {
        target.step(name);
    }

    @Override
    public void rows(long rows) {
        target.rows(rows);
    }

    @Override
    public void done(String name, long millis, long rows) {
        done.add(new Step(name, millis, rows));
        target.done(name, millis, rows);
    }

    @Override
    public void note(String text) {
        target.note(text);
    }
}
