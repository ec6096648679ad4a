package io.coverbook.entitlement;

/** Why a subscription is covered, or is not; of the negative ones the first that applies is given (X25, E6). */
public enum CoverReason {
    ACCOUNT_PLAN,
    EA_PLAN,
    TEMPORARY_ORDER,
    PROGRAM_BENEFIT,
    ACCOUNT_NOT_ACTIVE,
    SUBSCRIPTION_NOT_ACTIVE,
    PLAN_SUSPENDED,
    DEVELOPER_NOT_ALLOWED_ON_EA,
    PLAN_HELD,
    PENDING_ORDER_NOT_ACTIVATED,
    TEMPORARY_EXPIRED,
    PLAN_NOT_STARTED,
    PLAN_ENDED,
    PLAN_LINKED_TO_OTHER_EA,
    PROGRAM_TERMS_UNKNOWN,
    EA_NO_PLAN,
    ACCOUNT_NO_PLAN
}
