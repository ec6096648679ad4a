package io.coverbook.plan;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What one export told about a billing account, as far as rules use it; {@code absent} when the row was missing (A6). */
public record AccountVersion(
        Instant exportedAt,
        boolean absent,
        AgreementType agreementType,
        String country,
        String currency,
        @Nullable LocalDate currencySince,
        String customerId,
        AccountStatus status,
        @Nullable LocalDate statusSince,
        Account.Payment payment,
        Account.Benefit benefit,
        @Nullable String billingProfileId,
        @Nullable String eMail) {}
