package io.coverbook.cli;

import io.coverbook.batch.Progress;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;

/** Says on stderr what the jobs are doing, a line a step. */
final class PrintedProgress implements Progress {

    private final PrintWriter err;
    private final Clock clock;

    PrintedProgress(PrintWriter err, Clock clock) {
        this.err = err;
        this.clock = clock;
    }

    @Override
    public void run(String what) {
        say("== " + what + " (" + clock.instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS) + ")");
    }

    @Override
    public void step(String name) {
        // The line comes when the step is done; a long one is announced by the live display.
    }

    @Override
    public void done(String name, long millis, long rows) {
        say(String.format(Locale.ROOT, "   %-44s %,12d rows %8.1f s", name, rows, millis / 1000.0));
    }

    @Override
    public void note(String text) {
        say("   note: " + text);
    }

    private void say(String line) {
        err.println(line);
        err.flush();
    }
}
