package io.coverbook.renewal;

/** Why the validity of a plan is in doubt: it is charged but not invoiced, and does not cover (X11). */
public enum PlanHold {
    PLAN_LINK_UNKNOWN_EA,
    PLAN_SCOPE_UNKNOWN,
    EA_DEVELOPER_NOT_ALLOWED,
    CHANNEL_NOT_ALLOWED,
    UPGRADE_NOT_AVAILABLE_IN_REGION,
    EA_MULTIPLE_PLANS,
    DUPLICATE_PLAN_ON_ACCOUNT,
    LOWER_PLAN_WHILE_HIGHER_RENEWS
}
