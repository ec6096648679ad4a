package io.coverbook.plan;

/** Where an order of a plan for an Enterprise Agreement stands (X18). */
public enum OrderStatus {
    NONE,
    PENDING,
    FULFILLED,
    CANCELLED
}
