package io.coverbook.azure;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The names of values inside an entry: the path to them in small letters, with points between and without {@code
 * properties}, so that ARM's nested form, the command line's flat one and the dotted one of other tools are one (O33).
 * Every path is made once, however many entries have it.
 */
final class EntryNames {

    private static final int LIMIT = 100_000;

    /** Names that ARM gives to the entry itself, and some resources once more to one of their properties. */
    private static final Set<String> OF_THE_ENTRY = Set.of("id", "name", "type");

    /** Free words of the customer, which tell us nothing and have as many names as there are customers. */
    private static final Set<String> PASSED_OVER = Set.of("tags", "logos", "additionalproperties");

    private int made;
    private final Step root = new Step("", false);

    Step root() {
        return root;
    }

    /** One step of a path. */
    final class Step {

        final String name;
        final boolean passedOver;
        private final boolean properties;
        private final Map<String, Step> below = new HashMap<>();

        /** The entry that had a value here last, to notice a name that stands twice. */
        int seenIn = -1;

        private Step(String name, boolean properties) {
            this.name = name;
            this.properties = properties;
            this.passedOver = PASSED_OVER.contains(name);
        }

        /** The step to a field; null when there are more names than any export has. */
        Step field(String field) throws AzureFormException {
            Step known = below.get(field);
            if (known != null) {
                return known;
            }
            Step step = this;
            for (String part : field.split("\\.", -1)) {
                step = step.part(part.toLowerCase(Locale.ROOT).strip());
            }
            below.put(field, step);
            return step;
        }

        Step item(int index) throws AzureFormException {
            String key = Integer.toString(index);
            Step known = below.get(key);
            return known == null ? part(key) : known;
        }

        private Step part(String part) throws AzureFormException {
            Step known = below.get(part);
            if (known != null) {
                return known;
            }
            if (++made > LIMIT) {
                throw new AzureFormException(
                        AzureFormException.Trouble.LIMIT,
                        0,
                        "the entries have more than " + LIMIT + " different names; no export has that many");
            }
            Step step = new Step(joined(part), name.isEmpty() && part.equals("properties"));
            below.put(part, step);
            return step;
        }

        private String joined(String part) {
            if (part.equals("properties")) {
                return name;
            }
            if (name.isEmpty()) {
                return properties && OF_THE_ENTRY.contains(part) ? "properties." + part : part;
            }
            return name + "." + part;
        }
    }
}
