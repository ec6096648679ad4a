package io.coverbook.plan;

/** The tiers that can be bought, lowest first: the order of R62. */
public enum Tier {
    DEVELOPER,
    STANDARD,
    PROFESSIONAL_DIRECT,
    UNIFIED;

    public boolean higherThan(Tier other) {
        return compareTo(other) > 0;
    }

    /** UNIFIED is priced by contract and billed elsewhere (P41, R74). */
    public boolean billedHere() {
        return this != UNIFIED;
    }
}
