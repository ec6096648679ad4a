package io.coverbook.backup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup says of itself, the last entry of its archive.
 *
 * @param program the version of the program that made it
 * @param schema the version of the tables: the newest migration there was
 * @param server the version of PostgreSQL it was read from
 * @param madeAt an instant, as ISO 8601 writes it
 * @param tables in the order of their names
 * @param series the last number that each sequence had given
 */
public record Manifest(
        String program, String schema, String server, String madeAt, List<Part> tables, Map<String, Long> series) {

    static final String NAME = "manifest.json";

    private static final String FORMAT = "coverbook-backup";
    private static final int VERSION = 1;
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * One table.
     *
     * @param columns in the order of the rows
     * @param bytes and {@code sha256} of its rows as they are unpacked
     */
    public record Part(String name, String columns, long rows, long bytes, String sha256) {

        String entry() {
            return "tables/" + name + ".copy";
        }
    }

    public long rows() {
        return tables.stream().mapToLong(Part::rows).sum();
    }

    byte[] json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("format", FORMAT);
        all.put("formatVersion", VERSION);
        all.put("program", program);
        all.put("schema", schema);
        all.put("server", server);
        all.put("madeAt", madeAt);
        all.put("tables", tables);
        all.put("series", series);
        return MAPPER.writeValueAsBytes(all);
    }

    static Manifest read(byte[] json) {
        try {
            JsonNode all = MAPPER.readTree(json);
            if (!all.path("format").asString("").equals(FORMAT)) {
                throw BackupException.refused("this archive is no backup of Coverbook");
            }
            if (all.path("formatVersion").asInt(0) != VERSION) {
                throw BackupException.refused("this backup has form "
                        + all.path("formatVersion").asInt(0) + ", and this program knows form " + VERSION
                        + "; restore it with the program that made it, " + text(all, "program"));
            }
            List<Part> parts = new ArrayList<>();
            for (JsonNode part : all.path("tables")) {
                parts.add(new Part(
                        text(part, "name"),
                        text(part, "columns"),
                        part.path("rows").asLong(),
                        part.path("bytes").asLong(),
                        text(part, "sha256")));
            }
            Map<String, Long> series = new LinkedHashMap<>();
            all.path("series")
                    .properties()
                    .forEach(each -> series.put(each.getKey(), each.getValue().asLong()));
            return new Manifest(
                    text(all, "program"), text(all, "schema"), text(all, "server"), text(all, "madeAt"), parts, series);
        } catch (JacksonException e) {
            throw BackupException.damaged("what the backup says of itself cannot be read: " + e.getOriginalMessage());
        }
    }

    private static String text(JsonNode node, String name) {
        String text = node.path(name).asString("");
        if (text.isEmpty()) {
            throw BackupException.damaged("the backup does not say its " + name);
        }
        return text;
    }
}
