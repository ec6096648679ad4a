package io.coverbook.cli;

import io.coverbook.batch.Operations;
import io.coverbook.batch.Progress;
import io.coverbook.batch.Setting;
import io.coverbook.batch.Workshop;
import io.coverbook.store.Database;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program as a whole: its common options, and the session its commands share. */
@Command(
        name = "coverbook",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Month-end billing and coverage for cloud support plans.",
        subcommands = {
            ImportCommand.class,
            ReconcileCommand.class,
            MonthEndCommand.class,
            ApproveCommand.class,
            ExportCommand.class,
            ListCommands.Agreements.class,
            ListCommands.Plans.class,
            ListCommands.Charges.class,
            ListCommands.Invoices.class,
            ListCommands.Flags.class,
            ListCommands.Notices.class,
            PoliciesCommand.class,
            DoCommand.class
        })
final class Root implements Callable<Integer>, AutoCloseable {

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Spec
    private @Nullable CommandSpec spec;

    private final Clock clock;
    private final @Nullable Root call;
    private @Nullable Session session;

    Root(Clock clock) {
        this(clock, null);
    }

    /** The program for one line of a script: the options and the session are those of the call. */
    Root(Clock clock, @Nullable Root call) {
        this.clock = clock;
        this.call = call;
        if (call != null) {
            options.within(call.options);
        }
    }

    @Override
    public Integer call() {
        CommandSpec own = spec;
        if (own == null) {
            throw new IllegalStateException("not parsed");
        }
        throw new ParameterException(own.commandLine(), "say what to do");
    }

    CommonOptions options() {
        return options;
    }

    Clock clock() {
        return clock;
    }

    /** The output of the program: data, nothing else. */
    PrintWriter out() {
        CommandSpec own = spec;
        if (own == null) {
            throw new IllegalStateException("not parsed");
        }
        return own.commandLine().getOut();
    }

    /** Messages and progress. */
    PrintWriter err() {
        CommandSpec own = spec;
        if (own == null) {
            throw new IllegalStateException("not parsed");
        }
        return own.commandLine().getErr();
    }

    /** Opened by the first command that needs it, after its options were found good. */
    Session session() {
        if (call != null) {
            return call.session();
        }
        if (session == null) {
            session = Session.open(options, clock);
        }
        return session;
    }

    Database database() {
        return session().database();
    }

    Operations operations() {
        Setting setting = options.setting();
        Workshop.validate(setting);
        Progress progress = options.quiet() ? Progress.SILENT : new PrintedProgress(err(), clock);
        return session().operations(setting, progress);
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
            session = null;
        }
    }
}
