package io.coverbook.plan;

import org.jspecify.annotations.Nullable;

/** The support level an Enterprise Agreement row states. */
public enum SupportLevel {
    NONE,
    DEVELOPER,
    STANDARD,
    PROFESSIONAL_DIRECT,
    UNIFIED,
    OTHER,
    /** The source cannot tell; not the same as NONE (DECISIONS L11). */
    NOT_EXPORTED;

    /** The tier of that name, empty for the others (CONTRACT 2.3). */
    public @Nullable Tier tier() {
        return switch (this) {
            case NONE, OTHER, NOT_EXPORTED -> null;
            case DEVELOPER -> Tier.DEVELOPER;
            case STANDARD -> Tier.STANDARD;
            case PROFESSIONAL_DIRECT -> Tier.PROFESSIONAL_DIRECT;
            case UNIFIED -> Tier.UNIFIED;
        };
    }
}
