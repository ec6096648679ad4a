package io.coverbook.secondmodel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** All facts imported so far, as the exports told them one after the other, and what was counted while reading. */
final class ModelFacts {

    /** What one export said of a row; {@code gone}: it was a full snapshot without the row (A6). */
    record Version(Instant at, LocalDate seen, Map<String, String> cells, boolean gone) {

        Version(Instant at, Map<String, String> cells, boolean gone) {
            this(at, day(at), cells, gone);
        }

        String cell(String column) {
            return cells.getOrDefault(column, "");
        }

        String cell(String column, String otherwise) {
            return cells.getOrDefault(column, otherwise);
        }

        boolean has(String column) {
            return cells.containsKey(column);
        }
    }

    /** A row that lost against another of the same key in its file, or a file that came too late. */
    record Incident(String code, String type, String id, LocalDate day) {}

    private final Map<FactKind, Map<String, List<Version>>> rows = new EnumMap<>(FactKind.class);
    private final Map<FactKind, Instant> newest = new EnumMap<>(FactKind.class);
    private final List<List<String>> imports = new ArrayList<>();
    private final List<Incident> incidents = new ArrayList<>();
    private final List<Instant> roleExports = new ArrayList<>();
    private final Map<FactKind, Map<String, List<Version>>> present = new EnumMap<>(FactKind.class);

    ModelFacts() {
        for (FactKind kind : FactKind.values()) {
            rows.put(kind, new TreeMap<>());
        }
    }

    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    List<List<String>> imports() {
        return imports;
    }

    List<Incident> incidents() {
        return incidents;
    }

    List<Instant> roleExports() {
        return roleExports;
    }

    /** The rows of a kind by key, with every absence. */
    Map<String, List<Version>> history(FactKind kind) {
        return rows.get(kind);
    }

    /** The rows of a kind by key; a row that came back counts as never gone (A6). */
    Map<String, List<Version>> all(FactKind kind) {
        return present.computeIfAbsent(kind, this::present);
    }

    private Map<String, List<Version>> present(FactKind kind) {
        Map<String, List<Version>> known = new LinkedHashMap<>();
        rows.get(kind).forEach((key, versions) -> {
            List<Version> kept = new ArrayList<>();
            for (int i = 0; i < versions.size(); i++) {
                if (!versions.get(i).gone() || i == versions.size() - 1) {
                    kept.add(versions.get(i));
                }
            }
            known.put(key, kept);
        });
        return known;
    }

    /** A9, X21: a file twice is no file, an older one is refused, otherwise its rows are the newest word. */
    void take(Export export) {
        List<String> label =
                List.of(export.exportedAt().toString(), export.name(), export.kind().label, export.sha256());
        if (imports.stream()
                .anyMatch(row ->
                        row.get(0).equals(label.get(0)) && row.subList(2, 4).equals(label.subList(2, 4)))) {
            return;
        }
        List<String> row = new ArrayList<>(label);
        Instant last = newest.get(export.kind());
        int read = export.rows().size();
        if (export.kind() != FactKind.PAYMENTS
                && last != null
                && export.exportedAt().isBefore(last)) {
            row.addAll(List.of("" + read, "0", "0", "0", "0", "" + read));
            incidents.add(new Incident("STALE_EXPORT", "FILE", export.name(), day(export.exportedAt())));
        } else {
            Map<String, Map<String, String>> winners = winners(export);
            int[] count = count(export, winners);
            store(export, winners);
            row.addAll(
                    List.of("" + read, "" + count[0], "" + count[1], "" + count[2], "" + (read - winners.size()), "0"));
        }
        imports.add(row);
    }

    /** X21: the same key twice in a file: the later updated_at wins, else the later line. */
    private Map<String, Map<String, String>> winners(Export export) {
        Map<String, Map<String, String>> winners = new LinkedHashMap<>();
        for (Map<String, String> shown : export.rows()) {
            Map<String, String> row = export.kind().told(shown);
            String key = export.kind().key(row);
            Map<String, String> other = winners.get(key);
            if (other == null) {
                winners.put(key, row);
            } else if (!other.equals(row)) {
                incidents.add(
                        new Incident("DUPLICATE_CONFLICT", type(export.kind(), row), key, day(export.exportedAt())));
                boolean older = other.containsKey("updated_at")
                        && (!row.containsKey("updated_at")
                                || Instant.parse(row.get("updated_at"))
                                        .isBefore(Instant.parse(other.get("updated_at"))));
                winners.put(key, older ? other : row);
            }
        }
        return winners;
    }

    private static String type(FactKind kind, Map<String, String> row) {
        return switch (kind) {
            case ACCOUNTS -> "ACCOUNT";
            case AGREEMENTS -> "EA";
            case SUBSCRIPTIONS -> row.containsKey("plan_tier") ? "PLAN" : "SUBSCRIPTION";
            case ROLES -> "ROLE";
            case PAYMENTS -> "PLAN";
        };
    }

    private int[] count(Export export, Map<String, Map<String, String>> winners) {
        int[] count = new int[3];
        winners.forEach((key, cells) -> {
            List<Version> known = rows.get(export.kind()).get(key);
            if (known == null) {
                count[0]++;
            } else {
                Version latest = known.get(known.size() - 1);
                count[latest.gone() || !latest.cells().equals(cells) ? 1 : 2]++;
            }
        });
        return count;
    }

    private void store(Export export, Map<String, Map<String, String>> winners) {
        present.clear();
        Map<String, List<Version>> known = rows.get(export.kind());
        winners.forEach((key, cells) -> told(known.computeIfAbsent(key, k -> new ArrayList<>()), export, cells));
        if (export.kind() == FactKind.PAYMENTS) {
            return;
        }
        newest.put(export.kind(), export.exportedAt());
        if (!export.partial()) {
            known.forEach((key, versions) -> {
                if (!winners.containsKey(key)
                        && !versions.get(versions.size() - 1).gone()) {
                    Map<String, String> last = versions.get(versions.size() - 1).cells();
                    versions.add(new Version(export.exportedAt(), last, true));
                }
            });
        }
        if (export.kind() == FactKind.ROLES) {
            roleExports.add(export.exportedAt());
        }
    }

    private static void told(List<Version> versions, Export export, Map<String, String> cells) {
        if (!versions.isEmpty()
                && Objects.equals(versions.get(versions.size() - 1).at(), export.exportedAt())) {
            versions.remove(versions.size() - 1);
        }
        versions.add(new Version(export.exportedAt(), cells, false));
    }
}
