package io.coverbook.request;

/** How far a service, a feature or a region has been released, the most open first (R18 to R22). */
public enum Lifecycle {
    GA,
    PUBLIC_PREVIEW,
    LIMITED_PREVIEW,
    PRIVATE_PREVIEW;

    /** Previews come as they are: without service levels and warranties, under terms of their own (R23). */
    public boolean serviceLevels() {
        return this == GA;
    }

    /** Private and limited previews are helped by the community alone (R26). */
    public boolean communityOnly() {
        return this == PRIVATE_PREVIEW || this == LIMITED_PREVIEW;
    }
}
