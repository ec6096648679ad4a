package io.coverbook.reconcile;

import java.time.LocalDate;

/**
 * Something to be told to the customer, once (X20).
 *
 * @param objectId the plan's id (G7)
 * @param due the computed day, whenever it is sent (G7)
 */
public record Notice(Kind kind, String objectId, LocalDate due, String recipient) {

    /** What is told. */
    public enum Kind {
        RENEWAL_DUE,
        RENEWAL_LAPSED,
        AUTO_RENEWED_INFO,
        PRICE_CHANGE,
        PAYMENT_METHOD_EXPIRING,
        PAYMENT_FAILED,
        PLAN_ENDED
    }
}
