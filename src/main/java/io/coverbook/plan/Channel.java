package io.coverbook.plan;

/** Through whom a plan was bought (R55 to R57). */
public enum Channel {
    AZURE_WEBSITE(true),
    AZURE_PORTAL(true),
    MCA(true),
    MS_REPRESENTATIVE(false),
    MS_SELLER(false),
    RESELLER(false),
    PARTNER(false);

    private final boolean online;

    Channel(boolean online) {
        this.online = online;
    }

    /** Bought online: renews by itself and is cancelled in the portal (R64, R70, P49). */
    public boolean online() {
        return online;
    }
}
