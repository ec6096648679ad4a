package io.coverbook.ingest;

/**
 * One good line of an export.
 *
 * <p>{@code line} is the number of the line in the file on which the row begins, the header being line 1; {@code
 * fingerprint} is a 64-bit hash of the typed content (not of the spelling, the column order or the line), equal for
 * equal content, with which an unchanged row is recognised.
 */
public sealed interface ExportRow
        permits AccountRow, SubscriptionRow, PlanRow, AgreementRow, RoleRow, PaymentRow, WitnessRow {

    int line();

    long fingerprint();
}
