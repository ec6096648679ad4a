package io.coverbook.cli;

import io.coverbook.batch.ImportOrder;
import io.coverbook.batch.Operations;
import io.coverbook.batch.Operations.MonthEndOrder;
import io.coverbook.batch.Results;
import io.coverbook.batch.Results.MonthEnd;
import io.coverbook.outbox.Outbox;
import io.coverbook.outbox.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code month-end YYYY-MM}: imports, reconciles, checks, issues and closes. */
@Command(name = "month-end", description = "Closes a month: imports, reconciles, checks, issues invoices, locks.")
final class MonthEndCommand implements Callable<Integer> {

    @ParentCommand
    private @Nullable Root root;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "YYYY-MM", description = "the month; open months before it are closed first")
    private @Nullable YearMonth month;

    @Option(names = "--exports", paramLabel = "PATH", description = "files or folders to import first")
    private List<Path> exports = List.of();

    @Option(names = "--preview", description = "stops before issuing and leaves a proposal for approve")
    private boolean preview;

    @Option(
            names = "--require-fresh",
            description =
                    "stops with exit code 4 when the month is not over or an export of a kind is older than its end")
    private boolean requireFresh;

    @Mixin
    private HoldOptions holds = new HoldOptions();

    @Mixin
    private ImportOptions options = new ImportOptions();

    @Override
    public Integer call() throws IOException {
        Root program = Objects.requireNonNull(root);
        YearMonth closing = Objects.requireNonNull(month);
        ImportCommand.exist(exports, Objects.requireNonNull(spec));
        Operations operations = program.operations();
        ImportOrder files = exports.isEmpty() ? null : order(closing, program);
        MonthEnd result;
        try (EarlyEntitlements early = new EarlyEntitlements(program)) {
            result = operations.monthEnd(new MonthEndOrder(closing, files, preview, requireFresh, early));
            MonthEndReport.tell(result, closing, program, early.table());
        }
        blocked(result, program);
        return switch (result.ending()) {
            case CLOSED, CLOSED_BEFORE, PROPOSED ->
                Math.max(ImportCommand.code(result.imported(), options), holds.code(program));
            case NOT_FRESH -> Exit.CONTROL;
            case AWAITS_APPROVAL -> Exit.APPROVAL;
            case CONTROLS_FAILED -> result.imported().anyRefused() ? Exit.REJECTED : Exit.CONTROL;
        };
    }

    /** A close that did not begin leaves no run to tell of it. */
    private static void blocked(MonthEnd result, Root program) {
        boolean refused = result.imported().anyRefused();
        if (result.run() == null && (refused || result.ending() == Results.Ending.NOT_FRESH)) {
            String why = refused ? "a file of its exports was refused" : "the facts do not reach its end";
            LocalDate today = LocalDate.ofInstant(program.clock().instant(), ZoneOffset.UTC);
            program.remark(new Outbox.Remark(
                    Topic.CLOSE_BLOCKED,
                    "CLOSE|" + result.month() + "|" + why + "|" + today,
                    result.month().toString(),
                    Map.of("period", result.month(), "why", why)));
        }
    }

    /** Files exported up to the end of the invoice day of the month after, and no later ones (L4). */
    private ImportOrder order(YearMonth closing, Root program) {
        int day = io.coverbook.plan.PolicyCatalogue.policies(
                        program.options().setting().policies())
                .invoiceDayDefault();
        Instant until = closing.plusMonths(1)
                .atDay(day)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .minusSeconds(1);
        return options.order(exports, false, until, program.options().dataDir());
    }
}
