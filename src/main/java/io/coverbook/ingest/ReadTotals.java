package io.coverbook.ingest;

import java.util.List;

/**
 * What was read from a file; {@code read} is always {@code good + rejected}.
 *
 * @param warnings how many kinds of warnings the file got
 * @param whole whether the file can be all that there is of its kind, so that what it lacks is gone
 * @param causes why rows were rejected, the most frequent first, so that one fault in 1 200 rows is one line to read
 */
public record ReadTotals(long read, long good, long rejected, int warnings, List<Cause> causes, boolean whole) {

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

        /** For people: {@code R04_ENUM state 'SPENDING_LIMIT': 1200 rows}. */
        public String text() {
            return code
                    + (field.isEmpty() ? "" : " " + field)
                    + (value.isEmpty() ? "" : " '" + value + "'")
                    + ": " + rows + (rows == 1 ? " row" : " rows");
        }
    }
}
