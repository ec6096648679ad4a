package io.coverbook.store;

import io.coverbook.ingest.ExportKind;
import io.coverbook.ingest.StoredFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks up what is stored about the rows of a source that tells only a part of each (L11). */
final class KnownFacts implements StoredFacts {

    private static final String ID = "id";
    private static final String DETAIL = "detail";

    private final Statements sql;

    KnownFacts(Statements sql) {
        this.sql = sql;
    }

    @Override
    public Map<String, Map<String, String>> of(ExportKind kind, Set<String> ids) {
        return switch (kind) {
            case BILLING_ACCOUNTS -> rows("account_fact-known", ids);
            case ENTERPRISE_AGREEMENTS -> rows("agreement_fact-known", ids);
            case SUBSCRIPTIONS -> {
                Map<String, Map<String, String>> known = rows("subscription_fact-known", ids);
                known.putAll(rows("plan_fact-known", ids));
                yield known;
            }
            case ROLE_ASSIGNMENTS -> roles(ids);
            case PAYMENTS, WITNESSES -> Map.of();
        };
    }

    private Map<String, Map<String, String>> rows(String statement, Set<String> ids) {
        Map<String, Map<String, String>> rows = new HashMap<>();
        for (FactRow row : sql.list(statement, Map.of("ids", List.copyOf(ids)), FactRow::read)) {
            rows.put(row.or(ID, ""), row.cells());
        }
        return rows;
    }

    /** Each id is a role definition and a scope with a blank between. */
    private Map<String, Map<String, String>> roles(Set<String> ids) {
        Set<String> asked = new LinkedHashSet<>();
        ids.forEach(id -> asked.addAll(parts(id)));
        Map<String, Map<String, String>> details = rows("witness_fact-known", asked);
        Map<String, Map<String, String>> known = new HashMap<>();
        for (String id : ids) {
            List<String> parts = parts(id);
            Map<String, String> cells = new HashMap<>();
            put(details.get(parts.get(0)), "actions", cells);
            put(details.get(parts.get(1)), "subscription_ids", cells);
            known.put(id, cells);
        }
        return known;
    }

    private static void put(
            @org.jspecify.annotations.Nullable Map<String, String> from, String column, Map<String, String> into) {
        String detail = from == null ? null : from.get(DETAIL);
        if (detail != null) {
            into.put(column, detail);
        }
    }

    private static List<String> parts(String id) {
        int blank = id.indexOf(' ');
        List<String> parts = new ArrayList<>();
        parts.add(blank < 0 ? "" : id.substring(0, blank));
        parts.add(blank < 0 ? id : id.substring(blank + 1));
        return parts;
    }
}
