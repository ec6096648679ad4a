package io.coverbook.azure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which support plan an offer id or a product's name stands for. Microsoft publishes the offers and no list of names, so
 * this is reference data (plan-names.csv) and not code.
 */
public final class PlanNames {

    /** Knows nothing; every plan then needs an offer or a name that somebody adds. */
    public static final PlanNames NONE = new PlanNames();

    private final Map<String, String> offers = new LinkedHashMap<>();
    private final List<String[]> names = new ArrayList<>();

    /** A table without lines, to be filled. */
    public PlanNames() {}

    /**
     * Adds an offer.
     *
     * @param tier as our own exports call it, such as PROFESSIONAL_DIRECT
     */
    public void offer(String id, String tier) {
        offers.put(form(id), tier);
    }

    /** A name that contains the text, whatever its case, blanks and hyphens; the first line that fits counts. */
    public void name(String text, String tier) {
        names.add(new String[] {form(text), tier});
    }

    boolean isOffer(@Nullable String offer) {
        return offer != null && offers.containsKey(form(offer));
    }

    /** The tier of the offer, else of the first text that names one; null when none does. */
    @Nullable String tier(@Nullable String offer, @Nullable String... texts) {
        String known = offer == null ? null : offers.get(form(offer));
        for (String text : texts) {
            if (known == null && text != null) {
                known = named(form(text));
            }
        }
        return known;
    }

    private @Nullable String named(String form) {
        for (String[] name : names) {
            if (form.contains(name[0])) {
                return name[1];
            }
        }
        return null;
    }

    private static String form(String text) {
        StringBuilder form = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).forEach(form::appendCodePoint);
        return form.toString().toLowerCase(Locale.ROOT);
    }
}
