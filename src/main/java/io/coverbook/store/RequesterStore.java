package io.coverbook.store;

import io.coverbook.plan.Role;
import io.coverbook.plan.RoleScope;
import io.coverbook.request.HeldRole;
import io.coverbook.store.CoverStore.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who may ask for support: users and their roles, with the file and line that each was read from. */
public final class RequesterStore {

    private final Statements sql;

    public RequesterStore(Database database) {
        this.sql = database.statements();
    }

    /** A user that a word may mean: rank 1 is the very name, 2 the name in another case, 3 a part of it. */
    public record User(String name, int rank, long allOfThem) {}

    /** A role as it was read. */
    public record Told(HeldRole role, Source source) {}

    /** Users that the word may mean, the best first; the very one alone where it exists. */
    public List<User> find(String word, int most) {
        List<User> exact =
                sql.list("role_fact-exact", Map.of("word", word), (r, i) -> new User(Columns.text(r, "user_id"), 1, 1));
        return exact.isEmpty()
                ? sql.list(
                        "role_fact-find",
                        Map.of("word", word, "most", most),
                        (r, i) -> new User(Columns.text(r, "user_id"), r.getInt("rank"), r.getLong("all_of_them")))
                : exact;
    }

    /** Every role of the user on the day. */
    public List<Told> roles(String user, LocalDate on) {
        return sql.list("role_fact-held", Map.of("user", user, "on", on), (r, i) -> told(r));
    }

    /** Whether anything is known about roles at all. */
    public boolean rolesImported() {
        return sql.first("import_file-roles", Map.of(), (r, i) -> r.getBoolean("imported"))
                .orElse(false);
    }

    private static Told told(ResultSet r) throws SQLException {
        String written = Columns.text(r, "scope_written");
        RoleScope scope = RoleScope.of(written);
        if (scope == null) {
            throw new SQLException("stored scope " + written + " cannot be read");
        }
        HeldRole role = new HeldRole(
                Columns.code(r, "role", Role.class),
                scope,
                parts(r.getString("subscription_ids")),
                parts(r.getString("actions")),
                r.getBoolean("is_partner"),
                r.getBoolean("partner_benefit"));
        return new Told(role, new Source(r.getString("file"), r.getInt("line")));
    }

    private static List<String> parts(@Nullable String cell) {
        return cell == null || cell.isEmpty() ? List.of() : List.of(cell.split(";", -1));
    }
}
