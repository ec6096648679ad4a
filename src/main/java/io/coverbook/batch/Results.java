package io.coverbook.batch;

import io.coverbook.store.CheckStore;
import io.coverbook.store.Control;
import io.coverbook.store.ImportOutcome;
import io.coverbook.store.RunMark;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the jobs answer. */
public final class Results {

    private Results() {}

    /** A file that was exported after the last day a month-end reads (L4). */
    public record Later(String file, Instant exportedAt) {}

    /**
     * What an import did with every file it found.
     *
     * @param difference what the files would change beside their rows, if that was asked for
     */
    public record Imported(
            List<ImportOutcome> files,
            List<String> ignored,
            List<Later> later,
            CheckStore.@Nullable Difference difference) {

        public static final Imported NOTHING = new Imported(List.of(), List.of(), List.of(), null);

        public long rejected() {
            return files.stream().mapToLong(file -> file.counts().rejected()).sum();
        }

        public boolean anyRefused() {
            return files.stream().anyMatch(file -> file.result() == ImportOutcome.Result.REFUSED);
        }
    }

    /** A reconcile: the day it brought everything to (A10). */
    public record Reconciled(LocalDate asOf, RunMark run) {}

    /** How a month-end can end. */
    public enum Ending {
        CLOSED,
        CLOSED_BEFORE,
        PROPOSED,
        AWAITS_APPROVAL,
        NOT_FRESH,
        CONTROLS_FAILED
    }

    /**
     * A month-end.
     *
     * @param month the month that the ending is about: an earlier one when that stopped the way
     * @param closedOnTheWay earlier months that were closed first (P48)
     */
    public record MonthEnd(
            YearMonth month,
            Ending ending,
            Imported imported,
            List<YearMonth> closedOnTheWay,
            List<Control> controls,
            @Nullable RunMark run,
            @Nullable LocalDate asOf) {}

    /**
     * How far the facts reach for a month (L21).
     *
     * @param over whether the month is over
     * @param older the kinds of export whose newest file was made before the month's last day, with that day
     * @param any whether anything was ever imported
     */
    public record Freshness(boolean over, Map<String, LocalDate> older, boolean any) {

        public boolean good() {
            return over && older.isEmpty() && any;
        }
    }

    /** The month lies before the first closed one; exit code 6. */
    public static final class BeforeFirstCloseException extends RuntimeException {

        private static final long serialVersionUID = 1;

        BeforeFirstCloseException(YearMonth month, YearMonth first) {
            super(month + " lies before " + first + ", the first month closed here; it cannot be closed any more");
        }
    }

    /** There is nothing to approve, or it is overtaken, or the wrong person asks; exit code 5. */
    public static final class ApprovalException extends RuntimeException {

        private static final long serialVersionUID = 1;

        ApprovalException(String message) {
            super(message);
        }
    }
}
