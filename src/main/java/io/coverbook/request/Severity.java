package io.coverbook.request;

import io.coverbook.entitlement.SupportTier;

/** How much a problem hurts the business, the worst first (R5). */
public enum Severity {
    A("critical: significant loss or degradation of services, immediate attention needed"),
    B("moderate: loss or degradation of services, work can reasonably go on impaired"),
    C("minimal: minor impediments");

    private final String meaning;

    Severity(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }

    /** Whether the plan may use it: Developer and limited support only C, Basic none (R4). */
    public boolean within(SupportTier tier) {
        String highest = tier.maxSeverity();
        return !highest.isEmpty() && compareTo(valueOf(highest)) >= 0;
    }
}
