package io.coverbook.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/**
 * The records of a file as simple eyes see them: the lines of a table, or the entries of a list; to tell which of them a
 * damage has touched.
 */
final class Records {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<String> records;
    private final String header;
    private final boolean quoted;
    private final boolean broken;

    private Records(List<String> records, String header, boolean quoted, boolean broken) {
        this.records = records;
        this.header = header;
        this.quoted = quoted;
        this.broken = broken;
    }

    static Records of(String name, byte[] content) {
        return name.contains(".json") ? entries(content) : lines(content);
    }

    private static Records lines(byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            lines.add(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
        }
        String header =
                lines.stream().filter(line -> !line.isEmpty()).findFirst().orElse("");
        return new Records(lines, header, text.contains("\""), false);
    }

    private static Records entries(byte[] content) {
        List<String> entries = new ArrayList<>();
        boolean broken = false;
        try (MappingIterator<JsonNode> roots = JSON.readerFor(JsonNode.class).readValues(content)) {
            while (roots.hasNextValue()) {
                addEntries(roots.nextValue(), entries);
            }
        } catch (JacksonException e) {
            broken = true;
        }
        return new Records(entries, "", false, broken);
    }

    private static void addEntries(JsonNode root, List<String> entries) {
        if (root.isArray()) {
            root.forEach(entry -> entries.add(entry.toString()));
            return;
        }
        for (Map.Entry<String, JsonNode> field : root.properties()) {
            boolean list =
                    field.getKey().equalsIgnoreCase("value") || field.getKey().equalsIgnoreCase("items");
            if (list && field.getValue().isArray()) {
                field.getValue().forEach(entry -> entries.add(entry.toString()));
                return;
            }
        }
        entries.add(root.toString());
    }

    /** The record of that line or number, under its header. */
    String text(int line) {
        return header + "\n" + bare(line);
    }

    String bare(int line) {
        return line < 1 || line > records.size() ? "" : records.get(line - 1);
    }

    List<String> all() {
        return records;
    }

    String header() {
        return header;
    }

    /** No reader can read it whole. */
    boolean broken() {
        return broken;
    }

    /** How many rows a table has below its header; -1 where a row may run over several lines. */
    long rows() {
        return quoted ? -1 : records.stream().filter(line -> !line.isEmpty()).count() - 1;
    }
}
