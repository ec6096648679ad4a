package io.coverbook.azure;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a list: its values by their flat names in small letters, such as {@code soldto.country} or {@code
 * suspensionreasondetails.0.reason}. It is used again for the next entry, so nobody keeps it.
 */
public final class AzureEntry {

    private final Map<String, String> values = new HashMap<>();
    private int number;
    private boolean object = true;

    void begin(int next) {
        values.clear();
        number = next;
        object = true;
    }

    void noObject() {
        object = false;
    }

    void put(String name, String value) {
        values.put(name, value);
    }

    /** The place of the entry in the file, the first being 1. */
    public int number() {
        return number;
    }

    /** Counts the entries of earlier pages, too. */
    public void renumber(int before) {
        number += before;
    }

    /** Not so when a list holds a bare value or a list where an entry belongs (C157). */
    boolean isObject() {
        return object;
    }

    /** Whether the source knows the value at all, be it empty. */
    boolean knows(String name) {
        return values.containsKey(name);
    }

    /** The value under the first of the names that has one, without blanks around it; missing, null and "" are none. */
    @Nullable String text(String... names) {
        for (String name : names) {
            String value = values.get(name);
            if (value != null) {
                String stripped = value.strip();
                if (!stripped.isEmpty()) {
                    return stripped;
                }
            }
        }
        return null;
    }

    /** The same with nothing as "". */
    String or(String... names) {
        String text = text(names);
        return text == null ? "" : text;
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** The value of a name, without blanks around it; null when there is none. */
    public @Nullable String value(String name) {
        return text(name);
    }

    /** The names of all values. */
    public Set<String> names() {
        return Set.copyOf(values.keySet());
    }

    /** For people who look for the entry: what tells it from others. */
    String shown() {
        String id = text("id", "name", "subscriptionid", "billingaccountid");
        return id == null ? "" : id;
    }
}
