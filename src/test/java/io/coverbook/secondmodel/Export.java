package io.coverbook.secondmodel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One file: its kind, when it was exported, and its rows, each the cells that are not empty by column. */
record Export(FactKind kind, Instant exportedAt, boolean partial, List<Map<String, String>> rows) {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    Export with(List<Map<String, String>> others) {
        return new Export(kind, exportedAt, partial, others);
    }

    String name() {
        return kind.label + "-" + STAMP.format(exportedAt) + ".csv";
    }

    String text() {
        Set<String> columns = new LinkedHashSet<>(kind.required);
        rows.stream().map(Map::keySet).map(TreeSet::new).forEach(columns::addAll);
        StringBuilder text = new StringBuilder(String.join(",", columns)).append('\n');
        for (Map<String, String> row : rows) {
            text.append(columns.stream()
                            .map(column -> Table.quoted(row.getOrDefault(column, "")))
                            .collect(Collectors.joining(",")))
                    .append('\n');
        }
        return text.toString();
    }

    String sha256() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
