package io.coverbook.entitlement;

import io.coverbook.plan.Tier;

/** The tiers of support a subscription can have, with the highest severity each may use (R4, E2). */
public enum SupportTier {
    BASIC(""),
    LIMITED_PROGRAM("C"),
    DEVELOPER("C"),
    STANDARD("A"),
    PROFESSIONAL_DIRECT("A"),
    UNIFIED("A");

    private final String maxSeverity;

    SupportTier(String maxSeverity) {
        this.maxSeverity = maxSeverity;
    }

    static SupportTier of(Tier tier) {
        return valueOf(tier.name());
    }

    /** A is the highest; empty where there is no technical support. */
    public String maxSeverity() {
        return maxSeverity;
    }
}
