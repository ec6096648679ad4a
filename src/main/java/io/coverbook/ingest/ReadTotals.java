package io.coverbook.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was read from a file; {@code read} is always {@code good + rejected}.
 *
 * @param warnings how many kinds of warnings the file got
 * @param whole whether the file can be all that there is of its kind, so that what it lacks is gone
 * @param rejects the file of the rejected rows, if one was written
 * @param causes why rows were rejected, the most frequent first, so that one fault in 1 200 rows is one line to read
 */
public record ReadTotals(
        long read,
        long good,
        long rejected,
        int warnings,
        List<Cause> causes,
        boolean whole,
        @Nullable Path rejects) {

    private static final int EXAMPLE = 40;

    public ReadTotals {
        if (read != good + rejected) {
            throw new IllegalStateException(
                    "rows got lost: read " + read + ", good " + good + ", rejected " + rejected);
        }
    }

    /**
     * Rows rejected for the same reason.
     *
     * @param value the value they share where the code is about unknown values, else empty
     * @param first the first of them
     */
    public record Cause(RejectCode code, String field, String value, long rows, Reject first) {

        /** For people: {@code 412 rows: unknown plan_tier 'PRODIREKT', did you mean STANDARD? (R04_ENUM, line 17)}. */
        public String text() {
            String message = first.message();
            int also = message.indexOf("; also wrong in this row:");
            String what = also < 0 ? message : message.substring(0, also);
            String example = first.value().isEmpty() || message.contains(first.value())
                    ? ""
                    : " '" + Printable.cutAt(first.value(), EXAMPLE) + "'";
            return String.format(Locale.ROOT, "%,d", rows) + (rows == 1 ? " row: " : " rows: ") + what + " ("
                    + (field.isEmpty() ? "" : field + example + ", ") + code + ", " + (rows == 1 ? "" : "first ")
                    + "line "
                    + first.line() + ")";
        }
    }
}
