package io.coverbook.schedule;

import io.coverbook.schedule.CardJob.Parameter;
import java.io.StringReader;
import java.text.ParseException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads one card. Strict: an unknown key, job or value is refused with its line and what is known. Values are taken as
 * they are written, so that the country NO is Norway and not a refusal.
 */
final class CardReader {

    private static final List<String> KEYS = List.of("job", "title", "schedule", "after", "parameters");
    private static final List<String> SCHEDULE = List.of("cron", "zone");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,59}\\.yaml");

    private final String file;

    CardReader(String file) {
        this.file = file;
    }

    JobCard read(String text) {
        if (!NAME.matcher(file).matches()) {
            throw new CardException(file + ": the name of a card is small letters, digits and hyphens, then .yaml");
        }
        Map<String, Node> keys = keys(root(text), KEYS, "a card");
        Node jobNode = required(keys, "job", "known jobs: " + String.join(", ", CardJob.labels()));
        CardJob job = CardJob.labelled(text(jobNode))
                .orElseThrow(() -> refusal(
                        jobNode,
                        "'" + text(jobNode) + "' is no job; known jobs: " + String.join(", ", CardJob.labels())));
        Node title = required(keys, "title", "a line that tells people what the card does");
        FireTimes times = times(required(keys, "schedule", "such as { cron: \"0 0 3 * * ?\", zone: UTC }"));
        return new JobCard(
                file.substring(0, file.length() - ".yaml".length()),
                job,
                text(title),
                times,
                list(keys.get("after")),
                parameters(job, keys.get("parameters")));
    }

    private Node root(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setCodePointLimit(100_000);
        try {
            Node root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                throw new CardException(file + " is empty; a card has " + String.join(", ", KEYS));
            }
            return root;
        } catch (YAMLException e) {
            throw new CardException(file + " is no YAML: " + e.getMessage());
        }
    }

    private FireTimes times(Node schedule) {
        Map<String, Node> keys = keys(schedule, SCHEDULE, "a schedule");
        Node cron = required(keys, "cron", "such as \"0 0 3 * * ?\" for every day at 03:00");
        Node zone = required(keys, "zone", "such as UTC or Europe/Stockholm");
        String name = text(zone);
        if (!name.equals("UTC")
                && !(name.contains("/") && ZoneId.getAvailableZoneIds().contains(name))) {
            throw refusal(
                    zone, "'" + name + "' is no time zone; give UTC or a region such as Europe/Stockholm" + near(name));
        }
        try {
            return FireTimes.of(text(cron), ZoneId.of(name));
        } catch (ParseException e) {
            throw refusal(
                    cron,
                    "'" + text(cron) + "' is no cron expression of Quartz (second minute hour day month weekday): "
                            + e.getMessage());
        }
    }

    /** Regions of the same city or the same beginning, for a name that was misspelt. */
    private static String near(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        String begin = last.substring(0, Math.min(4, last.length())).toLowerCase(java.util.Locale.ROOT);
        List<String> alike = ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> begin.length() >= 3
                        && zone.contains("/")
                        && zone.substring(zone.lastIndexOf('/') + 1)
                                .toLowerCase(java.util.Locale.ROOT)
                                .startsWith(begin))
                .sorted()
                .limit(5)
                .toList();
        return alike.isEmpty() ? "" : "; alike: " + String.join(", ", alike);
    }

    private Map<String, String> parameters(CardJob job, @Nullable Node node) {
        List<String> known = job.parameters().stream().map(Parameter::name).toList();
        Map<String, Node> given = node == null ? Map.of() : keys(node, known, "the parameters of " + job.label());
        Map<String, String> values = new LinkedHashMap<>();
        for (Parameter parameter : job.parameters()) {
            Node own = given.get(parameter.name());
            String value = own == null ? parameter.standard() : text(own);
            if (own != null && !value.matches(parameter.form())) {
                throw refusal(own, "'" + value + "' is no " + parameter.name() + "; give " + parameter.good());
            }
            values.put(parameter.name(), value);
        }
        return values;
    }

    private List<String> list(@Nullable Node node) {
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode items)) {
            throw refusal(node, "a list is expected here, such as [import]");
        }
        List<String> names = new ArrayList<>();
        items.getValue().forEach(item -> names.add(text(item)));
        return List.copyOf(names);
    }

    private Map<String, Node> keys(Node node, List<String> known, String of) {
        if (!(node instanceof MappingNode mapping)) {
            throw refusal(node, of + " has keys and values; known keys: " + String.join(", ", known));
        }
        Map<String, Node> keys = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (NodeTuple entry : mapping.getValue()) {
            String key = text(entry.getKeyNode());
            if (!known.contains(key)) {
                throw refusal(
                        entry.getKeyNode(),
                        "'" + key + "' is no key of " + of + "; known: " + String.join(", ", known));
            }
            if (!seen.add(key)) {
                throw refusal(entry.getKeyNode(), "'" + key + "' stands there twice");
            }
            keys.put(key, entry.getValueNode());
        }
        return keys;
    }

    private Node required(Map<String, Node> keys, String key, String good) {
        Node node = keys.get(key);
        if (node == null) {
            throw new CardException(file + ": '" + key + "' is missing; " + good);
        }
        if (node instanceof ScalarNode scalar && scalar.getValue().isBlank()) {
            throw refusal(node, "'" + key + "' is empty; " + good);
        }
        return node;
    }

    private String text(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().strip();
        }
        throw refusal(node, "one value is expected here");
    }

    private CardException refusal(Node at, String what) {
        return new CardException(file + " line " + (at.getStartMark().getLine() + 1) + ": " + what);
    }
}
