package io.coverbook.ingest;

import io.coverbook.plan.PaymentResult;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a payments file (CONTRACT 2.5): an attempt to collect money for a plan.
 *
 * @param invoiceNumber the invoice that was paid, where the source knows it (DECISIONS L19)
 * @param amount how much, in the invoice's currency; empty for all that was owed (DECISIONS L19)
 */
public record PaymentRow(
        int line,
        long fingerprint,
        String planId,
        Instant at,
        PaymentResult result,
        @Nullable String invoiceNumber,
        @Nullable BigDecimal amount)
        implements ExportRow {}
