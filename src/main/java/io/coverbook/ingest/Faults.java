package io.coverbook.ingest;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with the row at hand, in the order of the contract's columns; used again for every row. */
final class Faults {

    /** One cell that cannot be read. */
    record Fault(RejectCode code, String field, String value, String message) {}

    private static final String WHOLE_ROW = "";

    private final List<Fault> faults = new ArrayList<>();
    private String field = WHOLE_ROW;
    private String value = "";

    void nextRow() {
        faults.clear();
        field = WHOLE_ROW;
        value = "";
    }

    /** Names the cell that is read next. */
    void at(String column, String cell) {
        field = column;
        value = cell;
    }

    void add(RejectCode code, String message) {
        faults.add(new Fault(code, field, Printable.cut(value), message));
    }

    boolean none() {
        return faults.isEmpty();
    }

    List<Fault> all() {
        return faults;
    }

    /** The first fault makes the reject; the others are named in its message, so that one correction is enough. */
    Reject reject(int line, String record) {
        Fault first = faults.get(0);
        StringBuilder message = new StringBuilder(first.message());
        if (faults.size() > 1) {
            message.append("; also wrong in this row:");
            for (Fault other : faults.subList(1, faults.size())) {
                message.append(' ')
                        .append(other.field())
                        .append(" (")
                        .append(other.code())
                        .append(')');
            }
        }
        return new Reject(
                line, first.code(), first.field(), first.value(), message.toString(), Printable.cutAt(record, 4000));
    }
}
