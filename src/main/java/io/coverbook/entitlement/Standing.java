package io.coverbook.entitlement;

import io.coverbook.plan.AccountStatus;
import io.coverbook.plan.SubscriptionState;

/**
 * Whether a subscription may use the cover of its scope (X16.7, E1). The later one wins where both the account and the
 * subscription have something to say.
 */
public enum Standing {
    GOOD(0),
    SUBSCRIPTION_INACTIVE(1),
    ACCOUNT_DISABLED(2),
    ACCOUNT_CLOSED(3);

    private final int code;

    Standing(int code) {
        this.code = code;
    }

    /** The number under which it is stored; the weightier has the higher one. */
    public int code() {
        return code;
    }

    /** Technical support in the first three states, none in DISABLED and EXPIRED (P35). Not for DELETED. */
    public static Standing of(SubscriptionState state) {
        return switch (state) {
            case ACTIVE, WARNED, PAST_DUE -> GOOD;
            case DISABLED, EXPIRED, DELETED -> SUBSCRIPTION_INACTIVE;
        };
    }

    public static Standing of(AccountStatus status) {
        return switch (status) {
            case ACTIVE -> GOOD;
            case DISABLED -> ACCOUNT_DISABLED;
            case CLOSED -> ACCOUNT_CLOSED;
        };
    }
}
