package io.coverbook.plan;

/** Whether a billing account can be billed and supported (P36). */
public enum AccountStatus {
    ACTIVE,
    DISABLED,
    CLOSED
}
