package io.coverbook.cli;

import io.coverbook.batch.Operations;
import io.coverbook.batch.Progress;
import io.coverbook.batch.Setting;
import io.coverbook.batch.StopSign;
import io.coverbook.batch.Workshop;
import io.coverbook.outbox.Outbox;
import io.coverbook.outbox.Topic;
import io.coverbook.store.Database;
import io.coverbook.store.RunStore.Step;
import io.coverbook.store.StoreException;
import io.coverbook.web.WebServer;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
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
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done; also: nothing to do, already imported, closed before",
            "1:unexpected error",
            "2:the call is wrong",
            "3:done, but rows were rejected or plans are held beyond what is tolerated",
            "4:a control failed or the facts are not fresh; nothing was issued",
            "5:approval is missing, or the proposal is overtaken by new facts",
            "6:the month lies before the first closed one",
            "75:busy, try again: another run is writing, or the database is away",
            "130, 143:stopped by a signal, between two steps where that was possible in time"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  coverbook month-end 2026-03 --exports exports/ --preview",
            "  coverbook approve 2026-03",
            "  coverbook agreements --flagged",
            "  coverbook coverage 9f1c2d4e --at 2026-03-15",
            "  coverbook ask --type TECHNICAL --subscription 9f1c2d4e --user ann@example.com --severity B"
        },
        subcommands = {
            ImportCommand.class,
            TemplateCommand.class,
            ReconcileCommand.class,
            MonthEndCommand.class,
            ApproveCommand.class,
            RunCommand.class,
            ScheduleCommand.class,
            PurgeCommand.class,
            ExportCommand.class,
            CoverageCommand.class,
            AskCommand.class,
            ExplainCommand.class,
            ListCommands.Agreements.class,
            ListCommands.Plans.class,
            ListCommands.Charges.class,
            ListCommands.Invoices.class,
            ListCommands.Flags.class,
            ListCommands.Notices.class,
            ListCommands.Entitlements.class,
            PeopleCommands.Release.class,
            PeopleCommands.Dismiss.class,
            PeopleCommands.ApproveCredit.class,
            PeopleCommands.Waive.class,
            PeopleCommands.Credit.class,
            PoliciesCommand.class,
            AuditCommand.class,
            DeliverCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            ServeCommand.class,
            DoCommand.class
        })
final class Root implements Callable<Integer>, AutoCloseable {

    private static final Duration TO_A_SAFE_POINT = Duration.ofSeconds(15);

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Spec
    private @Nullable CommandSpec spec;

    private final Clock clock;
    private final Terminal terminal;
    private final @Nullable Root call;
    private final StopSign stop;
    private volatile @Nullable Session session;
    private volatile @Nullable WebServer serving;
    private @Nullable PrintedProgress progress;
    private @Nullable RunSteps steps;
    private @Nullable Operations operations;
    private final List<Outbox.Remark> remarks = new ArrayList<>();

    Root(Clock clock) {
        this(clock, Terminal.NONE);
    }

    Root(Clock clock, Terminal terminal) {
        this.clock = clock;
        this.terminal = terminal;
        this.call = null;
        this.stop = new StopSign();
    }

    /** The program for one line of a script: the options and the session are those of the call. */
    Root(Root call) {
        this.clock = call.clock;
        this.terminal = call.terminal;
        this.call = call;
        this.stop = call.stop;
        options.within(call.options);
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
        Session open = session;
        if (open == null) {
            open = Session.open(options, clock, stop);
            session = open;
        }
        return open;
    }

    Database database() {
        return session().database();
    }

    /** The jobs, told about on stderr unless that is not wanted. */
    Operations operations() {
        if (operations == null) {
            Setting setting = options.setting();
            Workshop.validate(setting);
            Progress told = Progress.SILENT;
            if (!options.quiet()) {
                progress = new PrintedProgress(err(), clock, terminal.err());
                told = progress;
            }
            steps = new RunSteps(told);
            operations = session().operations(setting, steps);
        }
        return operations;
    }

    /** The steps that ran so far, with how long they took. */
    List<Step> steps() {
        return steps == null ? List.of() : steps.done();
    }

    /** Whether the answer may have colours. */
    boolean colors() {
        return terminal.out() && options.color();
    }

    /** Ends the line that tells what is running, before something else is said. */
    void silence() {
        if (progress != null) {
            progress.close();
        }
    }

    /** What is to be ended first when the program is told to stop. */
    void serving(WebServer what) {
        Root outermost = call;
        if (outermost == null) {
            serving = what;
        } else {
            outermost.serving(what);
        }
    }

    StopSign stop() {
        return stop;
    }

    /** The data source and transactions, for what looks after its own tables. */
    Session.Source source() {
        return session().source();
    }

    /**
     * The program was told to stop: what runs ends at its next safe point, within the time that is given to programs that
     * stop; what takes longer ends undone. The server of the data directory is not left behind.
     */
    void stopped() {
        long beganNanos = System.nanoTime();
        if (stop.raise()) {
            err().println("Told to stop: what runs ends after its present step, or undone if that takes too long.");
            err().flush();
        }
        WebServer web = serving;
        if (web != null) {
            web.close();
        }
        try {
            stop.awaitQuiet(TO_A_SAFE_POINT.minusNanos(System.nanoTime() - beganNanos));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Session open = session;
        if (open != null) {
            open.leaveServer();
        }
    }

    /** Work that no run tells of could not begin; told once a day for each reason. */
    void workFailed(String work, String why) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        remark(new Outbox.Remark(
                Topic.WORK_FAILED, "WORK|" + work + "|" + why + "|" + today, work, Map.of("work", work, "why", why)));
    }

    /** Something to be told that nothing in the database tells of. */
    void remark(Outbox.Remark remark) {
        remarks.add(remark);
    }

    /**
     * Tells what the command has done, if anybody is to be told. What does not arrive waits for the next call, and never
     * changes how the command ends.
     */
    void tell() {
        Root outermost = call == null ? this : call;
        if (outermost.session == null || !Telling.places().anybody()) {
            return;
        }
        try {
            Telling telling = new Telling(Telling.places(), database(), clock, options.actor());
            Outbox.Told told = telling.outbox().deliver(telling.day(), Telling.lettersSent(), remarks);
            told.problems().forEach(problem -> err().println("not told yet, " + problem));
        } catch (DataAccessException | StoreException | TransactionException e) {
            err().println("nothing was told: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        silence();
        Session open = session;
        if (open != null) {
            open.close();
            session = null;
        }
    }
}
