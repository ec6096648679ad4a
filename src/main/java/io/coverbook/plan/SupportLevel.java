package io.coverbook.plan;

/** The support level an Enterprise Agreement row states. */
public enum SupportLevel {
    NONE,
    DEVELOPER,
    STANDARD,
    PROFESSIONAL_DIRECT,
    UNIFIED,
    OTHER
}
