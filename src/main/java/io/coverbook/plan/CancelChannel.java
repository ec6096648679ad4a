package io.coverbook.plan;

/** Through whom a cancellation came (R64, R67). */
public enum CancelChannel {
    AZURE_PORTAL,
    SUPPORT_REQUEST,
    MS_REPRESENTATIVE,
    PARTNER
}
