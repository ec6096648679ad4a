package io.coverbook.ingest;

import io.coverbook.plan.Tier;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody else recorded about a subscription or a plan: compared with the facts, never one of them.
 *
 * @param type what it records, by which and the id it is told apart
 * @param source the list it comes from
 * @param amount in the currency's units, as it was written; negative for a credit
 * @param throughOn the last day it counts for, included
 * @param detail more of it that rules ask for: {@code SUPPORT} on a bill for support, the actions of a role definition
 */
public record WitnessRow(
        int line,
        long fingerprint,
        Type type,
        String id,
        @Nullable String source,
        @Nullable String billingAccountId,
        @Nullable String subscriptionId,
        @Nullable String name,
        @Nullable Tier tier,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable LocalDate fromOn,
        @Nullable LocalDate throughOn,
        @Nullable Instant at,
        @Nullable String state,
        @Nullable String detail)
        implements ExportRow {

    /** What is recorded. */
    public enum Type {
        SUBSCRIPTION,
        INVOICE,
        TRANSACTION,
        TICKET,
        PRODUCT,
        ORDER,
        ROLE_DEFINITION,
        MANAGEMENT_GROUP,
        OTHER
    }
}
