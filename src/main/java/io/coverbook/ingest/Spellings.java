package io.coverbook.ingest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a column may be spelled: as in the contract; with other case, hyphens, underscores and blanks; and as
 * the Azure APIs and tools write them (FORMATS 10).
 */
public final class Spellings<E extends Enum<E>> {

    private final Map<String, E> forms = new TreeMap<>();
    private final Map<String, E> names;
    private final List<String> allowed;

    private Spellings(Class<E> type) {
        names = Arrays.stream(type.getEnumConstants()).collect(Collectors.toMap(Enum::name, e -> e));
        allowed = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        names.forEach((name, value) -> forms.put(form(name), value));
    }

    /**
     * The spellings of a type's values.
     *
     * @param others other words by value, such as {@code "ON: TRUE, YES; OFF: FALSE, NO"}
     */
    public static <E extends Enum<E>> Spellings<E> of(Class<E> type, String others) {
        Spellings<E> spellings = new Spellings<>(type);
        for (String entry : others.isEmpty() ? new String[0] : others.split(";", -1)) {
            String[] sides = entry.split(":", -1);
            E value = Enum.valueOf(type, sides[0].strip());
            for (String word : sides[1].split(",", -1)) {
                E taken = spellings.forms.put(form(word), value);
                if (taken != null) {
                    throw new IllegalArgumentException(word.strip() + " stands for " + taken + " and " + value);
                }
            }
        }
        return spellings;
    }

    /** The value of exactly the contract's spelling. */
    @Nullable E named(String cell) {
        return names.get(cell);
    }

    /** The value of any spelling that is taken. */
    public @Nullable E spelled(String cell) {
        return forms.get(form(cell));
    }

    /** Says that a cell is none of them, which one may be meant, and which there are. */
    public String unknown(String column, String cell) {
        String near = Nearest.of(form(cell), forms.keySet());
        E meant = near == null ? null : forms.get(near);
        return "unknown " + column + " '" + Printable.cut(cell) + "'"
                + (meant == null ? "; write one of " : ", did you mean " + meant + "? Allowed are ")
                + String.join(", ", allowed);
    }

    private static String form(String cell) {
        StringBuilder form = new StringBuilder(cell.length());
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c != '-' && c != '_' && c != ' ') {
                form.append(c);
            }
        }
        return form.toString().toUpperCase(Locale.ROOT);
    }
}
