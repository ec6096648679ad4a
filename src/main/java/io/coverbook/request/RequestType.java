package io.coverbook.request;

/** What a request is about (R16, R27, R32, R44). */
public enum RequestType {
    TECHNICAL,
    BILLING,
    SUBSCRIPTION_MANAGEMENT,
    QUOTA,
    ACCOUNT_TRANSFER,
    /** The root cause of another request's problem, which is asked for while that request is open (R44). */
    RCA;

    /** Included for every customer, plan or not, and as often as needed (R1, R16). */
    public boolean free() {
        return switch (this) {
            case BILLING, SUBSCRIPTION_MANAGEMENT, QUOTA, ACCOUNT_TRANSFER -> true;
            case TECHNICAL, RCA -> false;
        };
    }
}
