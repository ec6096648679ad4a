package io.coverbook.answer;

import java.util.Locale;

/** Whose subscriptions a list about cover tells. */
public enum CoverOf {
    ACCOUNT,
    AGREEMENT,
    CUSTOMER,
    USER;

    /** As people say it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
