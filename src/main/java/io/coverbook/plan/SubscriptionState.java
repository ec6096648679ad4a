package io.coverbook.plan;

/** The state of a subscription (P35). */
public enum SubscriptionState {
    ACTIVE,
    WARNED,
    PAST_DUE,
    DISABLED,
    EXPIRED,
    DELETED
}
