package io.coverbook.ingest;

import io.coverbook.plan.ProductCategory;
import io.coverbook.plan.SubscriptionState;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A line of a subscriptions export that a plan can cover (CONTRACT 2.2, category not AZURE_SUPPORT), its defaults filled in. */
public record SubscriptionRow(
        int line,
        long fingerprint,
        String subscriptionId,
        String billingAccountId,
        @Nullable String displayName,
        ProductCategory productCategory,
        @Nullable String eaId,
        SubscriptionState state,
        @Nullable LocalDate stateSince,
        LocalDate createdOn,
        @Nullable LocalDate scopeSince,
        @Nullable LocalDate endedOn,
        @Nullable Instant updatedAt)
        implements ExportRow {}
