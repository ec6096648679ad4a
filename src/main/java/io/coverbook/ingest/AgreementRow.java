package io.coverbook.ingest;

import io.coverbook.plan.AgreementStatus;
import io.coverbook.plan.CancelChannel;
import io.coverbook.plan.OrderStatus;
import io.coverbook.plan.Relationship;
import io.coverbook.plan.SupportLevel;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of an enterprise-agreements export (CONTRACT 2.3). Country, currency and customer stay empty when the row
 * leaves them to the billing account.
 */
public record AgreementRow(
        int line,
        long fingerprint,
        String eaId,
        String billingAccountId,
        AgreementStatus status,
        LocalDate startDate,
        LocalDate endDate,
        @Nullable String customerId,
        @Nullable LocalDate statusSince,
        Relationship relationship,
        @Nullable String partnerAccountId,
        @Nullable String country,
        @Nullable String currency,
        SupportLevel supportLevel,
        @Nullable LocalDate supportCoverageStart,
        @Nullable LocalDate supportCoverageEnd,
        @Nullable BigDecimal promoPrice,
        @Nullable LocalDate promoUntil,
        OrderStatus orderStatus,
        @Nullable SupportLevel orderedLevel,
        @Nullable LocalDate orderDate,
        @Nullable LocalDate orderChangedOn,
        @Nullable Instant tempRequestAt,
        @Nullable SupportLevel tempLevel,
        @Nullable String tempDescription,
        @Nullable String notificationContacts,
        @Nullable Instant cancelRequestedAt,
        @Nullable CancelChannel cancelChannel,
        @Nullable Instant updatedAt)
        implements ExportRow {}
