package io.coverbook.request;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The nine languages in which support is given, and when (R6 to R8). */
public enum SupportLanguage {
    ENGLISH("en"),
    FRENCH("fr"),
    ITALIAN("it"),
    JAPANESE("ja"),
    CHINESE_TRADITIONAL("zh-Hant"),
    KOREAN("ko"),
    PORTUGUESE("pt"),
    SPANISH("es"),
    GERMAN("de");

    private static final Set<String> TRADITIONAL_IN = Set.of("TW", "HK", "MO");

    private final String tag;

    SupportLanguage(String tag) {
        this.tag = tag;
    }

    /** Its BCP 47 tag. */
    public String tag() {
        return tag;
    }

    /** The offered language that a tag means; empty when support is not given in it. Countries do not matter (R6). */
    public static Optional<SupportLanguage> of(Locale wanted) {
        if (wanted.getLanguage().equals("zh")) {
            boolean traditional = wanted.getScript().isEmpty()
                    ? TRADITIONAL_IN.contains(wanted.getCountry())
                    : wanted.getScript().equals("Hant");
            return traditional ? Optional.of(CHINESE_TRADITIONAL) : Optional.empty();
        }
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(wanted.getLanguage()))
                .findFirst();
    }

    /** Around the clock in English, and in Japanese for severity A; all else in local business hours (R7, R8). */
    public SupportWindow window(Severity severity) {
        return this == ENGLISH || (this == JAPANESE && severity == Severity.A)
                ? SupportWindow.AROUND_THE_CLOCK
                : SupportWindow.BUSINESS_HOURS;
    }
}
