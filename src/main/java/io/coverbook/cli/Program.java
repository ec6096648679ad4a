package io.coverbook.cli;

import io.coverbook.answer.AsKnown;
import io.coverbook.answer.PeopleDesk.RefusedException;
import io.coverbook.answer.PeopleDesk.SamePersonException;
import io.coverbook.backup.BackupException;
import io.coverbook.batch.Results.ApprovalException;
import io.coverbook.batch.Results.BeforeFirstCloseException;
import io.coverbook.batch.StopSign.StoppedException;
import io.coverbook.batch.Workshop.ClosedPolicyException;
import io.coverbook.cli.Variable.UnreadableException;
import io.coverbook.ingest.ReferenceData.ReferenceException;
import io.coverbook.outbox.Places.PlaceException;
import io.coverbook.plan.PolicyCatalogue.PolicyException;
import io.coverbook.schedule.CardException;
import io.coverbook.server.ServerException;
import io.coverbook.store.DatabaseRefusal;
import io.coverbook.store.RunStore.BusyException;
import io.coverbook.store.RunStore.FencedException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import picocli.CommandLine;

/** Runs the program for one call: parses its words, runs the command, turns what went wrong into a message and a code. */
public final class Program {

    /** The commands whose end is told of. */
    private static final Set<String> TOLD = Set.of("import", "reconcile", "month-end", "approve");

    /** What an error that nobody foresaw is told with. */
    static final String UNEXPECTED = "unexpected error: ";

    private Program() {}

    /** The exit code for these words. */
    public static int run(Clock clock, String... words) {
        PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), false);
        PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
        try (Root root = new Root(clock, Terminal.ofProcess())) {
            // A signal ends the process with its own code; only the server must not stay behind.
            Thread stop = new Thread(root::stopped, "stop");
            Runtime.getRuntime().addShutdownHook(stop);
            int code = commandLine(root, out, err).execute(words);
            out.flush();
            forget(stop);
            return code;
        }
    }

    /** While the program is being stopped its hooks are running already, and end it with the code of the signal. */
    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // Told to stop: nothing is left to forget.
            return;
        }
    }

    static CommandLine commandLine(Root root, PrintWriter out, PrintWriter err) {
        CommandLine program = new CommandLine(root);
        program.getSubcommands().values().forEach(command -> command.getCommandSpec()
                .mixinStandardHelpOptions(true));
        return program.setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(LocalDate.class, Words::day)
                .registerConverter(YearMonth.class, Words::month)
                .registerConverter(AsKnown.class, Words::known)
                .setExecutionStrategy(parsed -> executed(root, parsed))
                .setParameterExceptionHandler(Words::refuse)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    root.silence();
                    int code = code(failure);
                    err.println(refusal(failure)
                            .map(refusal -> "the database cannot be used: " + refusal)
                            .orElseGet(() -> (code == Exit.ERROR ? UNEXPECTED : "") + message(failure)));
                    if (code == Exit.ERROR || root.options().verbose()) {
                        failure.printStackTrace(err);
                    }
                    return code;
                });
    }

    /** Runs the command; what changes something is told of afterwards, however it ended. */
    private static int executed(Root root, CommandLine.ParseResult parsed) {
        CommandLine.ParseResult command = parsed.subcommand();
        boolean tells = command != null && tells(command.commandSpec().name()) && !command.isUsageHelpRequested();
        if (tells) {
            // A place that cannot be right is told before the work, not after it.
            Telling.places();
        }
        try {
            return new CommandLine.RunLast().execute(parsed);
        } finally {
            if (tells) {
                root.tell();
            }
        }
    }

    /** Whether the end of a command is told of by the command itself. */
    static boolean tells(String command) {
        return TOLD.contains(command);
    }

    /** What is wrong with the database, when that is what is wrong. */
    private static Optional<String> refusal(Exception failure) {
        return DatabaseRefusal.in(failure).map(DatabaseRefusal::message).or(() -> SchemaRefusal.in(failure)
                .map(SchemaRefusal::message));
    }

    private static int code(Exception failure) {
        Optional<DatabaseRefusal> refusal = DatabaseRefusal.in(failure);
        if (refusal.isPresent()) {
            return refusal.get().wrongCall() ? Exit.USAGE : Exit.BUSY;
        }
        if (SchemaRefusal.in(failure).isPresent()) {
            return Exit.USAGE;
        }
        if (failure instanceof BusyException
                || failure instanceof FencedException
                || failure instanceof ServerException
                || failure instanceof CannotGetJdbcConnectionException) {
            return Exit.BUSY;
        }
        if (failure instanceof StoppedException) {
            return Exit.STOPPED;
        }
        if (failure instanceof ApprovalException || failure instanceof SamePersonException) {
            return Exit.APPROVAL;
        }
        if (failure instanceof BackupException backup) {
            return backup.isDamaged() ? Exit.CONTROL : Exit.USAGE;
        }
        if (failure instanceof BeforeFirstCloseException) {
            return Exit.CLOSED;
        }
        boolean usage = failure instanceof PolicyException
                || failure instanceof RefusedException
                || failure instanceof ReferenceException
                || failure instanceof CardException
                || failure instanceof ClosedPolicyException
                || failure instanceof PlaceException
                || failure instanceof UnreadableException;
        return usage ? Exit.USAGE : Exit.ERROR;
    }

    private static String message(Exception failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
