package io.coverbook.ingest;

/** Makes the rows of one kind of export. */
interface RowReader {

    /** The row of the cells; arbitrary when the cells end up with faults, and then not to be handed on. */
    ExportRow row(Cells cells);

    /** The one for a kind. */
    static RowReader of(ExportKind kind, Header header) {
        return switch (kind) {
            case BILLING_ACCOUNTS -> new AccountColumns(header);
            case SUBSCRIPTIONS -> new SubscriptionColumns(header);
            case ENTERPRISE_AGREEMENTS -> new AgreementColumns(header);
            case ROLE_ASSIGNMENTS -> new RoleColumns(header);
            case PAYMENTS -> new PaymentColumns(header);
            case WITNESSES -> new WitnessColumns(header);
        };
    }
}
