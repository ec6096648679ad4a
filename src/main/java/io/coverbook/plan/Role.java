package io.coverbook.plan;

/** What a user may be on a subscription (CONTRACT 2.4), the highest first (DECISIONS E10). */
public enum Role {
    ACCOUNT_ADMIN(1),
    OWNER(2),
    SERVICE_ADMIN(3),
    CO_ADMIN(4),
    CONTRIBUTOR(5),
    SUPPORT_REQUEST_CONTRIBUTOR(6),
    CUSTOM(7),
    READER(8);

    private final int rank;

    Role(int rank) {
        this.rank = rank;
    }

    /** The place in the order, 1 for the highest; stored with the role, so that sets can tell the highest of several. */
    public int rank() {
        return rank;
    }

    /** Retired on 31 August 2024 and still accepted, for the source names it (R33, P43). */
    public boolean retired() {
        return this == SERVICE_ADMIN || this == CO_ADMIN;
    }
}
