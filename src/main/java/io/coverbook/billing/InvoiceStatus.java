package io.coverbook.billing;

import java.time.LocalDate;

/** Whether an issued invoice is paid by a day (C14). */
public enum InvoiceStatus {
    ISSUED,
    PAID,
    OVERDUE;

    /**
     * Decides the status on a day.
     *
     * @param unpaid whether any line is neither paid nor credited
     */
    public static InvoiceStatus on(LocalDate day, LocalDate invoiceDate, LocalDate dueDate, boolean unpaid) {
        if (!unpaid && !day.isBefore(invoiceDate)) {
            return PAID;
        }
        return unpaid && day.isAfter(dueDate) ? OVERDUE : ISSUED;
    }
}
