package io.coverbook.plan;

/** Whether the registered payment method may be used. */
public enum PaymentMethodStatus {
    ACTIVE,
    INACTIVE
}
