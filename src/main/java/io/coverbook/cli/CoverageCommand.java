package io.coverbook.cli;

import io.coverbook.answer.AsKnown;
import io.coverbook.answer.CoverAnswer;
import io.coverbook.answer.CoverAnswer.Neighbours;
import io.coverbook.answer.CoverJson;
import io.coverbook.answer.Coverage;
import io.coverbook.batch.Workshop;
import io.coverbook.report.Json;
import io.coverbook.report.TextTable;
import io.coverbook.store.CoverStore.Interval;
import io.coverbook.store.Listing.Form;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code coverage SUBSCRIPTION}: covered or not, by what, and why. */
@Command(
        name = "coverage",
        description = "Says whether a subscription is covered, by what, and why or why not.",
        footer = {
            "",
            "Examples:",
            "  coverbook coverage 9f1c2d4e",
            "  coverbook coverage \"Payroll prod\" --at 2026-03-15",
            "  coverbook coverage 9f1c2d4e --at 2026-03-15 --known 2026-03"
        })
final class CoverageCommand implements Callable<Integer> {

    @ParentCommand
    private @Nullable Root root;

    @Parameters(paramLabel = "SUBSCRIPTION", description = "its id or name, or a part that only one has")
    private @Nullable String word;

    @Option(names = "--at", paramLabel = "DATE", description = "the day (default: the latest reconciled)")
    private @Nullable LocalDate at;

    @Option(
            names = "--known",
            paramLabel = "DATE|YYYY-MM",
            description = "by what the exports of this day and earlier told, or as the close of this month recorded it")
    private @Nullable AsKnown known;

    @Override
    public Integer call() {
        Root program = Objects.requireNonNull(root);
        Workshop.validate(program.options().setting());
        Coverage coverage = new Coverage(program.database());
        CoverAnswer answer = coverage.answer(Objects.requireNonNull(word), at, known);
        if (program.options().json()) {
            Json.write(program.out(), Json.versioned(CoverJson.of(answer)));
        } else {
            print(answer, coverage.reconciled(), program.out());
        }
        program.out().flush();
        return Exit.DONE;
    }

    private static void print(CoverAnswer answer, @Nullable LocalDate reconciled, PrintWriter out) {
        out.println(answer.sentence());
        if (answer.subscriptionId() == null) {
            matches(answer, out);
            return;
        }
        out.println();
        String name = answer.name() == null ? "" : answer.name() + ", ";
        out.println(name + answer.subscriptionId() + ", on " + answer.at());
        if (answer.known() != null) {
            out.println(answer.known());
        } else if (reconciled != null && answer.at() != null && answer.at().isAfter(reconciled)) {
            out.println(
                    "This day lies after the latest reconciled one, " + reconciled + ": so far as is known by then.");
        }
        out.print(FactTable.text(answer.facts()));
        out.println();
        intervals(answer, out);
        if (!answer.changes().isEmpty()) {
            out.println();
            out.println("What would change it");
            answer.changes().forEach(change -> out.println("  - " + change));
        }
        neighbours(answer.neighbours(), out);
        out.println();
        out.println("Support for billing and subscription management is included for every subscription (R1).");
    }

    private static void intervals(CoverAnswer answer, PrintWriter out) {
        TextTable intervals = new TextTable().column("", Form.TEXT);
        List.of("from", "through", "tier", "source", "technical", "reason", "plan")
                .forEach(title -> intervals.column(title, Form.TEXT));
        for (Interval i : answer.intervals()) {
            intervals.row(
                    i.equals(answer.interval()) ? ">" : "",
                    i.from(),
                    i.through() == null ? "open" : i.through(),
                    i.tier(),
                    i.source(),
                    i.technical() ? "yes" : "no",
                    i.reason(),
                    i.planId());
        }
        out.print(intervals.text());
    }

    private static void neighbours(@Nullable Neighbours all, PrintWriter out) {
        if (all == null) {
            return;
        }
        out.println();
        if (all.count() == 0) {
            out.println("No other subscription is in " + all.scope() + " on this day.");
            return;
        }
        String many = all.atLeast() ? "More than " + all.count() : String.valueOf(all.count());
        out.println(many + (all.count() == 1 ? " other" : " others") + " in " + all.scope() + ", " + all.covered()
                + " covered" + (all.atLeast() ? " of those counted" : ""));
        TextTable table = new TextTable().indented("  ");
        List.of("", "", "").forEach(title -> table.column(title, Form.TEXT));
        all.some().forEach(each -> table.row(each.subscriptionId(), each.name(), each.reason()));
        out.print(table.text());
    }

    private static void matches(CoverAnswer answer, PrintWriter out) {
        if (answer.matches().size() < 2) {
            return;
        }
        TextTable table =
                new TextTable().indented("  ").column("subscription", Form.TEXT).column("name", Form.TEXT);
        answer.matches().forEach(match -> table.row(match.subscriptionId(), match.name()));
        out.print(table.text());
        long more = answer.matchCount() - answer.matches().size();
        if (more > 0) {
            out.println("  and " + more + " more");
        }
    }
}
