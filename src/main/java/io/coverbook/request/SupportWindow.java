package io.coverbook.request;

/** When somebody answers (R7, R8). */
public enum SupportWindow {
    AROUND_THE_CLOCK("24x7"),
    BUSINESS_HOURS("BUSINESS_HOURS");

    private final String code;

    SupportWindow(String code) {
        this.code = code;
    }

    /** As it is written in answers. */
    public String code() {
        return code;
    }
}
