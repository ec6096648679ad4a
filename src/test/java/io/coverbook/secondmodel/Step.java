package io.coverbook.secondmodel;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** One command of a script. */
sealed interface Step {

    /** {@code import} of the files in this order. */
    record Import(List<Export> files) implements Step {}

    /** {@code reconcile --as-of}. */
    record Reconcile(LocalDate asOf) implements Step {}

    /** {@code month-end}. */
    record MonthEnd(YearMonth month) implements Step {}
}
