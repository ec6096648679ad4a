package io.coverbook.cli;

import io.coverbook.batch.Progress;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Says on stderr what the jobs are doing: on a terminal one line that changes while a step runs, elsewhere a line when
 * a step is done and a sign of life every few seconds before that.
 */
final class PrintedProgress implements Progress, AutoCloseable {

    private static final long LIVE_MILLIS = 250;
    private static final long PLAIN_MILLIS = 5_000;
    private static final String WIPE = "\r\u001b[K";

    private final PrintWriter err;
    private final Clock clock;
    private final boolean live;
    private @Nullable ScheduledThreadPoolExecutor ticker;
    private @Nullable String running;
    private long began;
    private long rows;

    PrintedProgress(PrintWriter err, Clock clock, boolean live) {
        this.err = err;
        this.clock = clock;
        this.live = live;
    }

    @Override
    public synchronized void run(String what) {
        say("== " + what);
    }

    @Override
    public synchronized void step(String name) {
        running = name;
        began = clock.millis();
        rows = 0;
        if (ticker == null) {
            long pace = live ? LIVE_MILLIS : PLAIN_MILLIS;
            ticker = new ScheduledThreadPoolExecutor(1, daemon());
            var unused = ticker.scheduleAtFixedRate(this::tick, pace, pace, TimeUnit.MILLISECONDS);
        }
        if (live) {
            tick();
        }
    }

    @Override
    public synchronized void rows(long read) {
        rows = read;
    }

    @Override
    public synchronized void done(String name, long millis, long written) {
        running = null;
        say(String.format(
                Locale.ROOT,
                "   %-44s %,12d rows %8.1f s%s",
                shown(name),
                written,
                millis / 1000.0,
                rate(written, millis)));
    }

    @Override
    public synchronized void note(String text) {
        say("   note: " + text);
    }

    /** Nothing more is said, and nothing goes on behind. */
    @Override
    public synchronized void close() {
        if (ticker != null) {
            ticker.shutdownNow();
            ticker = null;
        }
        if (live && running != null) {
            err.print(WIPE);
            err.flush();
        }
        running = null;
    }

    private synchronized void tick() {
        String name = running;
        long millis = clock.millis() - began;
        if (name == null || (!live && millis < PLAIN_MILLIS)) {
            return;
        }
        String read = rows == 0 ? "" : String.format(Locale.ROOT, "%,d rows", rows);
        String line = String.format(
                Locale.ROOT, "   %-44s %17s %8.1f s%s", shown(name), read, millis / 1000.0, rate(rows, millis));
        if (live) {
            err.print(WIPE + line);
        } else {
            err.println(line + " (still running)");
        }
        err.flush();
    }

    private static String shown(String name) {
        return io.coverbook.report.TextTable.shortened(name, 44);
    }

    /** Only where there is enough to divide. */
    private static String rate(long rows, long millis) {
        return millis < 1_000 || rows < 1_000 ? "" : String.format(Locale.ROOT, "  %,d rows/s", rows * 1_000 / millis);
    }

    private void say(String line) {
        err.println((live ? WIPE : "") + line);
        err.flush();
    }

    private static ThreadFactory daemon() {
        return work -> {
            Thread thread = new Thread(work, "progress");
            thread.setDaemon(true);
            return thread;
        };
    }
}
