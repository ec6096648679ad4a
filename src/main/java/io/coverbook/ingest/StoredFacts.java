package io.coverbook.ingest;

import java.util.Map;
import java.util.Set;

/** What is stored, for sources that tell only a part of a row (DECISIONS L11): the rest is kept. */
public interface StoredFacts {

    /** Nothing is stored. */
    StoredFacts NONE = (kind, ids) -> Map.of();

    /**
     * The stored rows of a kind, by id: the values by the names of the contract's columns, as an export would write them.
     * Ids of role assignments are a role definition and a scope with a blank between; of those, what the definition allows
     * ({@code actions}) and what lies below the scope ({@code subscription_ids}) is asked for.
     */
    Map<String, Map<String, String>> of(ExportKind kind, Set<String> ids);
}
