package io.coverbook.cli;

import io.coverbook.batch.Results.ApprovalException;
import io.coverbook.batch.Results.BeforeFirstCloseException;
import io.coverbook.batch.Workshop.ClosedPolicyException;
import io.coverbook.ingest.ReferenceData.ReferenceException;
import io.coverbook.plan.PolicyCatalogue.PolicyException;
import io.coverbook.server.ServerException;
import io.coverbook.store.RunStore.BusyException;
import io.coverbook.store.RunStore.FencedException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import picocli.CommandLine;

/** Runs the program for one call: parses its words, runs the command, turns what went wrong into a message and a code. */
public final class Program {

    /** Wrong user or password, no such database: calling again does not help. */
    private static final Set<String> WRONG_CALL = Set.of("28", "3D");

    /** These, and a server that is away, starting, stopping or full. */
    private static final Set<String> UNUSABLE = Set.of("28", "3D", "08", "53", "57");

    private Program() {}

    /** The exit code for these words. */
    public static int run(Clock clock, String... words) {
        PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), false);
        PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
        try (Root root = new Root(clock, Terminal.ofProcess())) {
            int code = commandLine(root, out, err).execute(words);
            out.flush();
            return code;
        }
    }

    static CommandLine commandLine(Root root, PrintWriter out, PrintWriter err) {
        return new CommandLine(root)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(LocalDate.class, Words::day)
                .registerConverter(YearMonth.class, Words::month)
                .setParameterExceptionHandler(Words::refuse)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    int code = code(failure);
                    SQLException refused = refusal(failure);
                    err.println(
                            refused != null
                                    ? "the database cannot be used: " + refused.getMessage()
                                    : (code == Exit.ERROR ? "unexpected error: " : "") + message(failure));
                    if (code == Exit.ERROR || root.options().verbose()) {
                        failure.printStackTrace(err);
                    }
                    return code;
                });
    }

    /** A connection that was refused, whatever it was wrapped in; empty when the database was not the trouble. */
    private static @Nullable SQLException refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && UNUSABLE.contains(state(sql))) {
                return sql;
            }
        }
        return null;
    }

    /** The class of an SQL state: its first two characters. */
    private static String state(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.length() < 2 ? "" : state.substring(0, 2);
    }

    private static int code(Exception failure) {
        SQLException refused = refusal(failure);
        if (refused != null) {
            return WRONG_CALL.contains(state(refused)) ? Exit.USAGE : Exit.BUSY;
        }
        if (failure instanceof BusyException
                || failure instanceof FencedException
                || failure instanceof ServerException
                || failure instanceof CannotGetJdbcConnectionException) {
            return Exit.BUSY;
        }
        if (failure instanceof ApprovalException) {
            return Exit.APPROVAL;
        }
        if (failure instanceof BeforeFirstCloseException) {
            return Exit.CLOSED;
        }
        boolean usage = failure instanceof PolicyException
                || failure instanceof ReferenceException
                || failure instanceof ClosedPolicyException;
        return usage ? Exit.USAGE : Exit.ERROR;
    }

    private static String message(Exception failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
