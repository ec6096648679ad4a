package io.coverbook.plan;

/** How the bill-to account pays (X19, P17). */
public enum PaymentMethod {
    CARD,
    WIRE,
    NONE
}
