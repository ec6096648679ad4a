package io.coverbook.request;

/** What a technical question is about, where that decides (R41, R47 to R53). */
public enum Topic {
    HOW_TO,
    CODE_REVIEW,
    ARCHITECTURE_REVIEW,
    PERFORMANCE_TUNING,
    ON_SITE,
    IMPLEMENTATION,
    CSP_MIGRATION,
    CODE_SAMPLE,
    GUEST_OS,
    THIRD_PARTY;

    /** Whether advice reaches it: public documentation does, work for one customer does not (R47 to R51, R53). */
    public boolean advised() {
        return this == HOW_TO || this == THIRD_PARTY;
    }

    /** What nobody does under any plan, however the request is called: come along, build, or migrate (R49, R53). */
    public boolean neverDone() {
        return this == ON_SITE || this == IMPLEMENTATION || this == CSP_MIGRATION;
    }

    /** The rule that draws the line. */
    public String rule() {
        return switch (this) {
            case HOW_TO -> "R50";
            case CODE_REVIEW, ARCHITECTURE_REVIEW, PERFORMANCE_TUNING -> "R48";
            case ON_SITE, IMPLEMENTATION -> "R49";
            case CSP_MIGRATION -> "R53";
            case CODE_SAMPLE, GUEST_OS -> "R51";
            case THIRD_PARTY -> "R41";
        };
    }
}
