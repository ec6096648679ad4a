package io.coverbook.entitlement;

import io.coverbook.plan.SubscriptionState;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What one export told about a subscription; {@code absent} when the row was missing (A6). */
public record SubscriptionVersion(
        LocalDate exportedOn,
        boolean absent,
        String accountId,
        @Nullable String eaId,
        SubscriptionState state,
        @Nullable LocalDate stateSince,
        LocalDate createdOn,
        @Nullable LocalDate scopeSince,
        @Nullable LocalDate endedOn) {

    /** Deleted by its state or by its last day; a missing row counts as deleted on the day of the export (A6, A8). */
    boolean deleted() {
        return absent || state == SubscriptionState.DELETED || endedOn != null;
    }

    @Nullable LocalDate deletedOn() {
        return absent ? exportedOn : endedOn != null ? endedOn : stateSince;
    }
}
