package io.coverbook.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Policies and reference data as runs used them, kept under their hashes (L17), and choices made once (L16). */
public final class ReferenceStore {

    private final Statements sql;

    /** One file of reference data. */
    public record ReferenceFile(String name, String sha256, String content) {}

    /** The hashes that the last finished run used. */
    public record LastUsed(String policies, String reference) {}

    public ReferenceStore(Database database) {
        this.sql = database.statements();
    }

    /** Keeps a set of policies, one {@code key=value} a line. */
    public void keepPolicies(String hash, String body) {
        sql.together(() -> sql.update("policy_set-insert", Map.of("hash", hash, "body", body)));
    }

    public void keepReference(String hash, List<ReferenceFile> files) {
        sql.together(() -> {
            int rows = sql.update("reference_set-insert", Map.of("hash", hash));
            for (ReferenceFile file : files) {
                rows += sql.update(
                        "reference_file-insert",
                        Map.of(
                                "hash", hash,
                                "name", file.name(),
                                "sha256", file.sha256(),
                                "content", file.content()));
            }
            return rows;
        });
    }

    public Optional<LastUsed> lastUsed() {
        return sql.first(
                "run-last",
                Map.of(),
                (r, i) -> new LastUsed(Columns.text(r, "policy_hash"), Columns.text(r, "reference_hash")));
    }

    /** The policies under a hash, one {@code key=value} a line. */
    public Optional<String> policies(String hash) {
        return sql.first("policy_set-body", Map.of("hash", hash), (r, i) -> Columns.text(r, "body"));
    }

    /** The names of the files in which two sets of reference data differ. */
    public List<String> differences(String before, String now) {
        return sql.list("reference_file-differ", Map.of("old", before, "new", now), (r, i) -> r.getString(1));
    }

    public Optional<String> setting(String key) {
        return sql.first("setting-get", Map.of("key", key), (r, i) -> Columns.text(r, "value"));
    }

    public void choose(String key, String value, RunMark run) {
        sql.together(() -> sql.update("setting-put", Map.of("key", key, "value", value, "run", run.runId())));
    }
}
