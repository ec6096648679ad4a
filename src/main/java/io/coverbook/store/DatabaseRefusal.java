package io.coverbook.store;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/**
 * A database that cannot be used, whatever exception that was wrapped in.
 *
 * @param wrongCall whether calling again cannot help: wrong user or password, no such database
 */
public record DatabaseRefusal(boolean wrongCall, String message) {

    /** Classes of SQL states: the first two characters. */
    private static final Set<String> WRONG_CALL = Set.of("28", "3D");

    /** These, and a server that is away, starting, stopping or full. */
    private static final Set<String> UNUSABLE = Set.of("28", "3D", "08", "53", "57");

    /** Empty when the database was not the trouble. */
    public static Optional<DatabaseRefusal> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && UNUSABLE.contains(state(sql))) {
                return Optional.of(
                        new DatabaseRefusal(WRONG_CALL.contains(state(sql)), String.valueOf(sql.getMessage())));
            }
        }
        return Optional.empty();
    }

    private static String state(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.length() < 2 ? "" : state.substring(0, 2);
    }
}
