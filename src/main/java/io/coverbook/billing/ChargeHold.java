package io.coverbook.billing;

import io.coverbook.renewal.PlanHold;

/** Why a charge is not invoiced, in the order in which the first wins (X11, C4). */
public enum ChargeHold {
    PLAN_LINK_UNKNOWN_EA,
    PLAN_SCOPE_UNKNOWN,
    EA_DEVELOPER_NOT_ALLOWED,
    CHANNEL_NOT_ALLOWED,
    UPGRADE_NOT_AVAILABLE_IN_REGION,
    EA_MULTIPLE_PLANS,
    DUPLICATE_PLAN_ON_ACCOUNT,
    LOWER_PLAN_WHILE_HIGHER_RENEWS,
    UNSUPPORTED_FREQUENCY,
    INDIRECT_EA_WITHOUT_PARTNER,
    ACCOUNT_DISABLED_AT_RENEWAL,
    NO_PRICE,
    SAFETY_BOUND;

    /** A held plan holds its charges for the same reason. */
    static ChargeHold of(PlanHold hold) {
        return valueOf(hold.name());
    }

    /** Whether the plan itself is held, so that it does not cover either. */
    public boolean ofPlan() {
        return compareTo(LOWER_PLAN_WHILE_HIGHER_RENEWS) <= 0;
    }
}
