package io.coverbook.ingest;

import io.coverbook.plan.CancelChannel;
import io.coverbook.plan.Channel;
import io.coverbook.plan.Tier;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of a subscriptions export with category AZURE_SUPPORT: a support plan (CONTRACT 2.2), its defaults filled in.
 * {@code billingFrequency} is kept as written: what is not P1M is stored and held, not rejected (R68).
 */
public record PlanRow(
        int line,
        long fingerprint,
        String planId,
        String billingAccountId,
        @Nullable String displayName,
        Tier tier,
        Channel channel,
        Instant purchasedAt,
        @Nullable LocalDate coverageStart,
        @Nullable LocalDate contractEnd,
        boolean autoRenew,
        @Nullable Instant autoRenewChangedAt,
        @Nullable Instant cancelRequestedAt,
        @Nullable CancelChannel cancelChannel,
        String billingFrequency,
        @Nullable BigDecimal promoPrice,
        @Nullable LocalDate promoUntil,
        @Nullable String linkedEaId,
        @Nullable Instant updatedAt)
        implements ExportRow {}
