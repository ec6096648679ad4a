package io.coverbook.request;

import io.coverbook.entitlement.SupportTier;

/** What kind of technical help is wanted; a request is of exactly one kind (R45, R46). */
public enum Issue {
    /** Something that does not work as it should and needs repair. */
    BREAK_FIX,
    /** Help with how something is done. */
    ADVISORY;

    /** Repair comes with every plan, advice with Professional Direct and Unified (R45 to R47). */
    public boolean offered(SupportTier tier) {
        return switch (tier) {
            case BASIC -> false;
            case LIMITED_PROGRAM, DEVELOPER, STANDARD -> this == BREAK_FIX;
            case PROFESSIONAL_DIRECT, UNIFIED -> true;
        };
    }
}
