package io.coverbook.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the rows of a file and hands them on, the rejected ones with their causes. */
final class RowOutlet {

    private static final int CAUSES_KEPT = 200;
    private static final int REJECTS_KEPT = 100_000;

    private record CauseKey(RejectCode code, String field, String value) {}

    private static final class Tally {
        private final Reject first;
        private long rows;

        private Tally(Reject first) {
            this.first = first;
        }
    }

    private final ExportSink sink;
    private final Map<CauseKey, Tally> causes = new HashMap<>();
    private final List<Reject> kept = new ArrayList<>();
    private long good;
    private long rejected;

    RowOutlet(ExportSink sink) {
        this.sink = sink;
    }

    /** Hands the row on, or a reject when its cells have faults. */
    void take(ExportRow row, Cells cells, String raw) {
        if (cells.faults().none()) {
            good++;
            sink.row(row);
        } else {
            reject(cells.faults().reject(cells.line(), raw));
        }
    }

    void reject(int line, RejectCode code, String message) {
        reject(new Reject(line, code, "", "", message, ""));
    }

    void reject(Reject reject) {
        rejected++;
        boolean byValue = reject.code() == RejectCode.R04_ENUM && causes.size() < CAUSES_KEPT;
        CauseKey cause = new CauseKey(reject.code(), reject.field(), byValue ? reject.value() : "");
        causes.computeIfAbsent(cause, key -> new Tally(reject)).rows++;
        if (kept.size() < REJECTS_KEPT) {
            kept.add(reject);
        }
        sink.reject(reject);
    }

    /** The rejects, the first hundred thousand of them. */
    List<Reject> kept() {
        return List.copyOf(kept);
    }

    void warning(FileWarning warning) {
        sink.warning(warning);
    }

    long good() {
        return good;
    }

    long rejected() {
        return rejected;
    }

    List<ReadTotals.Cause> causes() {
        return causes.entrySet().stream()
                .map(e -> new ReadTotals.Cause(
                        e.getKey().code(),
                        e.getKey().field(),
                        e.getKey().value(),
                        e.getValue().rows,
                        e.getValue().first))
                .sorted(Comparator.comparingLong(ReadTotals.Cause::rows)
                        .reversed()
                        .thenComparing(ReadTotals.Cause::code)
                        .thenComparing(ReadTotals.Cause::field)
                        .thenComparing(ReadTotals.Cause::value))
                .toList();
    }
}
