package io.coverbook.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The three exports as tables with their keys, for those who load them without Coverbook. */
enum InputTable {
    ACCOUNTS(ScaleExports.ACCOUNTS),
    SUBSCRIPTIONS(ScaleExports.SUBSCRIPTIONS),
    AGREEMENTS(ScaleExports.AGREEMENTS);

    private static final Set<String> DATES = Set.of(
            "created_on",
            "state_since",
            "ended_on",
            "start_date",
            "end_date",
            "support_coverage_start",
            "support_coverage_end",
            "order_date");
    private static final Set<String> TIMES = Set.of("updated_at", "purchased_at", "cancel_requested_at");

    private final String kind;

    InputTable(String kind) {
        this.kind = kind;
    }

    String kind() {
        return kind;
    }

    String table() {
        return kind.replace('-', '_');
    }

    List<String> columns() {
        return Arrays.asList(ScaleExports.header(kind).split(","));
    }

    static String type(String column) {
        return DATES.contains(column) ? "date" : TIMES.contains(column) ? "timestamptz" : "text collate \"C\"";
    }

    /** The first column is the key. */
    String definition() {
        return columns().stream()
                .map(column -> column + " " + type(column))
                .collect(Collectors.joining(
                        ", ",
                        "create table " + table() + " (",
                        ", primary key (" + columns().get(0) + "))"));
    }
}
