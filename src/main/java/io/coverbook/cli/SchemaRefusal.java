package io.coverbook.cli;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;

/**
 * Tables that this program must not touch, whatever exception that was wrapped in. Calling again cannot help: the call
 * names the wrong database, or the wrong program was called.
 *
 * @param message what is wrong and what to do, in one line
 */
record SchemaRefusal(String message) {

    private static final Pattern UNKNOWN = Pattern.compile("not resolved locally: (\\S+?)\\.?(?:\\s|$)");
    private static final Pattern CHANGED = Pattern.compile("mismatch for migration version (\\S+)");

    /** Empty when the tables were not the trouble. */
    static Optional<SchemaRefusal> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FlywayException refused) {
                return of(refused).map(SchemaRefusal::new);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> of(FlywayException refused) {
        if (refused.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
            return Optional.of("it holds tables that are none of this program's; give a database of its own");
        }
        if (refused.getErrorCode() != CoreErrorCode.VALIDATE_ERROR) {
            return Optional.empty();
        }
        String said = String.valueOf(refused.getMessage());
        Matcher unknown = UNKNOWN.matcher(said);
        if (unknown.find()) {
            return Optional.of("its tables are of schema " + unknown.group(1)
                    + ", which this program does not know; use a program at least as new as the one that made them");
        }
        Matcher changed = CHANGED.matcher(said);
        return Optional.of(
                "its tables were made by other steps" + (changed.find() ? " to schema " + changed.group(1) : "")
                        + " than those of this program; use the program that made them, or restore a backup into a new"
                        + " database");
    }
}
