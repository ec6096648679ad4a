package io.coverbook.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The audit: who changed what, each entry sealed with the one before it, so that none can be changed unseen. */
public final class AuditStore {

    private final Statements sql;

    public AuditStore(Database database) {
        this.sql = database.statements();
    }

    /** What is wrong with an entry. */
    public enum Fault {
        /** It says something else than was sealed. */
        CHANGED,
        /** It does not follow from the one before it: one was taken away, put in between or written anew. */
        UNLINKED
    }

    /** An entry that is not as it was written. */
    public record Broken(long id, Fault fault) {}

    /**
     * How the audit stands.
     *
     * @param entries how many there are
     * @param firstAt when the first was written, empty where there is none
     * @param last the number of the last entry, by the head that is kept apart from the entries; 0 before the first
     * @param hash its seal, in hexadecimal
     * @param standing whether the entries reach to the head and agree with it
     * @param broken the entries that are not as they were written, at most fifty
     */
    public record Verdict(
            long entries,
            @Nullable Instant firstAt,
            @Nullable Instant lastAt,
            long last,
            String hash,
            boolean standing,
            List<Broken> broken) {

        public Verdict {
            broken = List.copyOf(broken);
        }
    }

    /** Recomputes every seal. */
    public Verdict verify() {
        List<Broken> broken = new ArrayList<>();
        List<Verdict> heads = new ArrayList<>();
        sql.list("audit-verify", Map.of(), (r, i) -> {
            if (Columns.text(r, "what").equals("HEAD")) {
                return heads.add(head(r));
            }
            return broken.add(new Broken(r.getLong("id"), Columns.code(r, "what", Fault.class)));
        });
        if (heads.isEmpty()) {
            return new Verdict(0, null, null, 0, "", false, broken);
        }
        Verdict head = heads.get(0);
        return new Verdict(
                head.entries(), head.firstAt(), head.lastAt(), head.last(), head.hash(), head.standing(), broken);
    }

    private static Verdict head(ResultSet r) throws SQLException {
        return new Verdict(
                r.getLong("entries"),
                Columns.instantOrNull(r, "first_at"),
                Columns.instantOrNull(r, "last_at"),
                r.getLong("id"),
                Columns.text(r, "hash"),
                r.getBoolean("standing"),
                List.of());
    }

    /** The seal of an entry in hexadecimal, empty where there is no such entry. */
    public Optional<String> hash(long id) {
        return sql.first("audit-hash", Map.of("id", id), (r, i) -> Columns.text(r, "hash"));
    }
}
