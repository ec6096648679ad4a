package io.coverbook.plan;

/** How an attempt to collect money ended (CONTRACT 2.5). */
public enum PaymentResult {
    SUCCESS,
    DECLINED
}
