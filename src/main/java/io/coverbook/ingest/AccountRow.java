package io.coverbook.ingest;

import io.coverbook.plan.AccountStatus;
import io.coverbook.plan.AgreementType;
import io.coverbook.plan.PaymentMethod;
import io.coverbook.plan.PaymentMethodStatus;
import io.coverbook.plan.Program;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** A line of a billing-accounts export (CONTRACT 2.1), its defaults filled in. */
public record AccountRow(
        int line,
        long fingerprint,
        String billingAccountId,
        AgreementType agreementType,
        String country,
        String currency,
        String customerId,
        @Nullable String displayName,
        AccountStatus status,
        @Nullable LocalDate statusSince,
        @Nullable LocalDate currencySince,
        PaymentMethod paymentMethod,
        PaymentMethodStatus paymentMethodStatus,
        @Nullable YearMonth paymentMethodExpiry,
        @Nullable String billingProfileId,
        @Nullable Program program,
        @Nullable LocalDate benefitValidTo,
        @Nullable Integer incidentsRemaining,
        @Nullable LocalDate createdOn,
        @Nullable Instant updatedAt,
        @Nullable String legalName,
        @Nullable String street,
        @Nullable String city,
        @Nullable String postalCode,
        @Nullable String vatId,
        @Nullable String eMail,
        @Nullable String purchaseOrder)
        implements ExportRow {}
