package io.coverbook.store;

import io.coverbook.plan.Role;
import io.coverbook.store.CoverStore.Source;
import io.coverbook.store.KnownStore.Known;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who and what a word may mean: accounts, agreements, customers and users; and the roles of users as they were known. */
public final class DirectoryStore {

    private final Statements sql;

    public DirectoryStore(Database database) {
        this.sql = database.statements();
    }

    /**
     * Something that a word may mean: rank 1 is its very id, 2 its id or name in another case, 3 a part of it.
     *
     * @param scopeNo the number of an account or agreement, 0 for others
     */
    public record Entry(String id, @Nullable String name, int rank, long allOfThem, long scopeNo) {}

    /**
     * A role on a day, as it was read.
     *
     * @param subscriptionId the one asked about that it reaches, empty for one at the root and where none was asked about
     * @param reached all that its row names
     * @param everywhere whether it reaches every subscription there is
     */
    public record HeldRole(
            String user,
            Role role,
            String scope,
            @Nullable String subscriptionId,
            Set<String> reached,
            boolean everywhere,
            boolean entitling,
            boolean mayCreate,
            boolean mayManage,
            boolean canAssign,
            Source source) {}

    public List<Entry> accounts(String word, int most) {
        return scopes("ACCOUNT", word, most);
    }

    public List<Entry> agreements(String word, int most) {
        return scopes("EA", word, most);
    }

    private List<Entry> scopes(String type, String word, int most) {
        List<Entry> exact = sql.list("scope-exact", Map.of("type", type, "word", word), DirectoryStore::entry);
        return exact.isEmpty()
                ? sql.list("scope-find", Map.of("type", type, "word", word, "most", most), DirectoryStore::entry)
                : exact;
    }

    public List<Entry> customers(String word, int most) {
        return sql.list("account_fact-customer", Map.of("word", word, "most", most), DirectoryStore::entry);
    }

    /** Users that the word may mean; the very one alone where it exists. */
    public List<Entry> users(String word, int most) {
        List<Entry> exact = sql.list(
                "role_fact-exact",
                Map.of("word", word),
                (r, i) -> new Entry(Columns.text(r, "user_id"), null, 1, 1, 0));
        return exact.isEmpty()
                ? sql.list(
                        "role_fact-find",
                        Map.of("word", word, "most", most),
                        (r, i) -> new Entry(
                                Columns.text(r, "user_id"), null, r.getInt("rank"), r.getLong("all_of_them"), 0))
                : exact;
    }

    private static Entry entry(ResultSet r, int row) throws SQLException {
        return new Entry(
                Columns.text(r, "id"),
                r.getString("name"),
                r.getInt("rank"),
                r.getLong("all_of_them"),
                r.getLong("scope_no"));
    }

    /** The accounts that were the customer's at some time: which were, their own facts tell. */
    public Set<Long> accountsOf(String customer) {
        return new LinkedHashSet<>(
                sql.list("account-customer-scopes", Map.of("customer", customer), (r, i) -> r.getLong(1)));
    }

    /** All subscriptions in order of id, so many at a time. */
    public List<String> subscriptionsAfter(String after, int most) {
        return sql.list(
                "subscription_fact-after",
                Map.of("after", after, "most", most),
                (r, i) -> Columns.text(r, "subscription_id"));
    }

    /** The oldest export of roles; empty when none was imported, so that nothing is known of roles. */
    public Optional<Instant> firstRoles() {
        return sql.list(
                        "import_file-roles-first",
                        Map.of(),
                        (r, i) -> Optional.ofNullable(Columns.instantOrNull(r, "first")))
                .get(0);
    }

    /** The roles of a user on a day, the highest first. */
    public List<HeldRole> rolesOf(String user, LocalDate on, LocalDate first, Known known) {
        Map<String, Object> parameters = parameters(on, first, known);
        parameters.put("user", user);
        return sql.list("role-known-of-user", parameters, DirectoryStore::role);
    }

    /** The roles on some subscriptions on a day, the highest first. */
    public List<HeldRole> rolesOn(Collection<String> subscriptions, LocalDate on, LocalDate first, Known known) {
        Map<String, Object> parameters = parameters(on, first, known);
        parameters.put("subscriptions", subscriptions.toArray(String[]::new));
        return sql.list("role-known-of-subscription", parameters, DirectoryStore::role);
    }

    private static Map<String, Object> parameters(LocalDate on, LocalDate first, Known known) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("on", on);
        parameters.put("first", first);
        parameters.put("before", known.before().atOffset(ZoneOffset.UTC));
        parameters.put("run", known.lastRun());
        return parameters;
    }

    private static HeldRole role(ResultSet r, int row) throws SQLException {
        String reached = r.getString("subscription_ids");
        return new HeldRole(
                Columns.text(r, "user_id"),
                Columns.code(r, "role", Role.class),
                Columns.text(r, "scope_written"),
                r.getString("subscription_id"),
                reached == null || reached.isEmpty() ? Set.of() : new LinkedHashSet<>(List.of(reached.split(";", -1))),
                r.getBoolean("everywhere"),
                r.getBoolean("entitling"),
                r.getBoolean("may_create"),
                r.getBoolean("may_manage"),
                r.getBoolean("can_assign"),
                new Source(Columns.text(r, "file"), r.getInt("line")));
    }
}
