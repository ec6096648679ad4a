package io.coverbook.ingest;

/** What an export file is about (CONTRACT 2). */
public enum ExportKind {
    BILLING_ACCOUNTS("billing-accounts"),
    SUBSCRIPTIONS("subscriptions"),
    ENTERPRISE_AGREEMENTS("enterprise-agreements"),
    ROLE_ASSIGNMENTS("role-assignments"),
    PAYMENTS("payments"),
    /** What others recorded: compared with the facts, never one of them. */
    WITNESSES("witnesses");

    private final String label;

    ExportKind(String label) {
        this.label = label;
    }

    /** The name as it stands in file names, lists and tables. */
    public String label() {
        return label;
    }
}
