package io.coverbook.azure;

/** What kind of our own exports the rows of a list are told as. */
public enum AzureTarget {
    ACCOUNTS("billing-accounts"),
    AGREEMENTS("enterprise-agreements"),
    SUBSCRIPTIONS("subscriptions"),
    ROLES("role-assignments"),
    WITNESSES("witnesses");

    private final String label;

    AzureTarget(String label) {
        this.label = label;
    }

    /** As the kind of export is called (CONTRACT 2). */
    public String label() {
        return label;
    }
}
