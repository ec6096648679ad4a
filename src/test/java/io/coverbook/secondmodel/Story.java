package io.coverbook.secondmodel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A row through the exports of a portfolio: what each export says anew, and in which it is missing. */
final class Story {

    final FactKind kind;
    final String id;
    final int first;

    private final TreeMap<Integer, Map<String, String>> changes = new TreeMap<>();
    private final Set<Integer> missing = new HashSet<>();

    /** {@code first} is the export that is the first to show the row. */
    Story(FactKind kind, String id, int first) {
        this.kind = kind;
        this.id = id;
        this.first = first;
        then(first, kind.required.get(0), id);
    }

    /** From this export on the row also says this: columns and values in turns, an empty value takes it back. */
    Story then(int export, String... columnsAndValues) {
        Map<String, String> said = changes.computeIfAbsent(Math.max(first, export), i -> new TreeMap<>());
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            said.put(columnsAndValues[i], columnsAndValues[i + 1]);
        }
        return this;
    }

    /** The export does not show the row. */
    void missing(int export) {
        missing.add(export);
    }

    boolean shownBy(int export) {
        return export >= first && !missing.contains(export);
    }

    Map<String, String> row(int export) {
        Map<String, String> row = new TreeMap<>();
        changes.headMap(export, true).values().forEach(row::putAll);
        row.values().removeIf(String::isEmpty);
        return row;
    }

    static List<Map<String, String>> rows(List<Story> stories, FactKind kind, int export) {
        List<Map<String, String>> rows = new ArrayList<>();
        stories.stream()
                .filter(story -> story.kind == kind && story.shownBy(export))
                .forEach(story -> rows.add(story.row(export)));
        return rows;
    }
}
