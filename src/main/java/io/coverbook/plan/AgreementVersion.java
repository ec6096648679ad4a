package io.coverbook.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What one export told about an Enterprise Agreement; {@code absent} when the row was missing (A6). */
public record AgreementVersion(
        Instant exportedAt,
        boolean absent,
        String accountId,
        AgreementStatus status,
        @Nullable LocalDate statusSince,
        LocalDate startDate,
        LocalDate endDate,
        Relationship relationship,
        @Nullable String partnerAccountId,
        @Nullable String country,
        @Nullable String currency,
        SupportLevel supportLevel,
        @Nullable LocalDate coverageStart,
        @Nullable LocalDate coverageEnd,
        @Nullable BigDecimal promoPrice,
        @Nullable LocalDate promoUntil,
        OrderStatus orderStatus,
        @Nullable SupportLevel orderedLevel,
        @Nullable LocalDate orderDate,
        @Nullable LocalDate orderChangedOn,
        Agreement.@Nullable TemporaryRequest request,
        @Nullable String notificationContacts,
        @Nullable Instant cancelRequestedAt,
        @Nullable CancelChannel cancelChannel) {

    /** The tier of the plan that the row itself states, empty when it states none (CONTRACT 2.3). */
    public @Nullable Tier ownTier() {
        return supportLevel.tier();
    }
}
