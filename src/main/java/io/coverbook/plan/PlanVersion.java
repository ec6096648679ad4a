package io.coverbook.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What one export told about a support plan; {@code absent} when the row was missing (A6). */
public record PlanVersion(
        Instant exportedAt,
        boolean absent,
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
        @Nullable LocalDate promoUntil) {

    /** Renewal is on, and was switched on after the request that the row still shows: that is taken back (B1). */
    boolean requestTakenBack() {
        return autoRenew
                && cancelRequestedAt != null
                && autoRenewChangedAt != null
                && autoRenewChangedAt.isAfter(cancelRequestedAt);
    }

    PlanVersion withoutRequest() {
        return new PlanVersion(
                exportedAt,
                absent,
                tier,
                channel,
                purchasedAt,
                coverageStart,
                contractEnd,
                autoRenew,
                autoRenewChangedAt,
                null,
                null,
                billingFrequency,
                promoPrice,
                promoUntil);
    }
}
