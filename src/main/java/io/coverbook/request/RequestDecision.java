package io.coverbook.request;

/** What a request for support is answered with (RULES 7; J1, J3). */
public enum RequestDecision {
    ALLOWED,
    NO_SUBSCRIPTION,
    NO_PERMISSION,
    ON_PREMISES,
    NOT_COVERED,
    PARTNER_NEEDS_ADMIN_OR_OWNER,
    PRIVATE_OR_LIMITED_PREVIEW,
    PREVIEW_EXCEPTION,
    SERVICE_REGION_EXCEPTION,
    ADVISORY_NOT_IN_PLAN,
    ADVISORY_OUT_OF_SCOPE,
    SEVERITY_NOT_IN_PLAN,
    RCA_NOT_AVAILABLE
}
