package io.coverbook.request;

/** What a request about other makers' technology on Azure ends in, by where its cause was found (R41, R42). */
public enum ThirdPartyHelp {
    FULL,
    COMMERCIALLY_REASONABLE,
    REFERRED;

    /** Where the cause lies, once it was isolated. */
    public enum Cause {
        AZURE,
        OTHER,
        UNRESOLVED
    }

    public static ThirdPartyHelp decide(Cause cause) {
        return switch (cause) {
            case AZURE -> FULL;
            case OTHER -> COMMERCIALLY_REASONABLE;
            case UNRESOLVED -> REFERRED;
        };
    }
}
