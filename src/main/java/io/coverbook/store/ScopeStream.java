package io.coverbook.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The rows of one statement, scope by scope. Several streams in the same order are walked side by side: each gives the
 * rows of the scope that is asked for and keeps those of later ones.
 */
final class ScopeStream {

    private final ResultSet rows;
    private boolean more;

    /** Makes a value of the current row. */
    interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    ScopeStream(Connection connection, String statement) throws SQLException {
        this(connection, statement, Map.of());
    }

    ScopeStream(Connection connection, String statement, Map<String, ?> parameters) throws SQLException {
        rows = Statements.stream(connection, statement, parameters);
        more = rows.next();
    }

    boolean more() {
        return more;
    }

    long scope() throws SQLException {
        return rows.getLong("scope_no");
    }

    /** Takes the rows of the scope; empty when it has none here. */
    <T> List<T> take(long scope, Reading<T> reading) throws SQLException {
        List<T> taken = new ArrayList<>(2);
        while (more && scope() == scope) {
            taken.add(reading.read(rows));
            more = rows.next();
        }
        return taken;
    }
}
