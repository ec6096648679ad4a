package io.coverbook.billing;

import java.time.LocalDate;
import java.time.YearMonth;

/** Decides in which month a charge is posted: its own while that is open, else the earliest open one (X3, X14). */
public final class PostingMonth {

    private PostingMonth() {}

    public static YearMonth decide(LocalDate chargeDate, YearMonth earliestOpen) {
        YearMonth own = YearMonth.from(chargeDate);
        return own.isBefore(earliestOpen) ? earliestOpen : own;
    }
}
