package io.coverbook.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a list as they are read: first the columns, once, then row after row. */
public interface Listing {

    /** What a column holds. */
    enum Form {
        TEXT,
        WHOLE,
        AMOUNT,
        DAY,
        TRUTH
    }

    /** A column by the name it has in the contract. */
    record Column(String name, Form form) {}

    void columns(List<Column> columns);

    /** One row; the values are of the types of the columns: String, Long, BigDecimal, LocalDate, Boolean. */
    void row(List<@Nullable Object> values);
}
