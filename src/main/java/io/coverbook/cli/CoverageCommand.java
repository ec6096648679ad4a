package io.coverbook.cli;

import io.coverbook.answer.AsKnown;
import io.coverbook.answer.CoverAnswer;
import io.coverbook.answer.CoverAnswer.Neighbours;
import io.coverbook.answer.CoverAnswer.User;
import io.coverbook.answer.CoverAnswer.Users;
import io.coverbook.answer.CoverJson;
import io.coverbook.answer.CoverLists.Asked;
import io.coverbook.answer.CoverOf;
import io.coverbook.answer.Coverage;
import io.coverbook.batch.Workshop;
import io.coverbook.report.CsvListing;
import io.coverbook.report.Json;
import io.coverbook.report.TextTable;
import io.coverbook.store.CoverStore.Interval;
import io.coverbook.store.Listing;
import io.coverbook.store.Listing.Column;
import io.coverbook.store.Listing.Form;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code coverage SUBSCRIPTION}: covered or not, by what, and why. */
@Command(
        name = "coverage",
        description =
                "Says whether a subscription is covered, by what, and why or why not; or lists those of somebody.",
        footer = {
            "",
            "Examples:",
            "  coverbook coverage 9f1c2d4e",
            "  coverbook coverage \"Payroll prod\" --at 2026-03-15",
            "  coverbook coverage 9f1c2d4e --at 2026-03-15 --known 2026-03",
            "  coverbook coverage --agreement EA-700209",
            "  coverbook coverage --user anna@example.com --csv"
        })
final class CoverageCommand implements Callable<Integer> {

    @ParentCommand
    private @Nullable Root root;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "SUBSCRIPTION",
            arity = "0..1",
            description = "its id or name, or a part that only one has")
    private @Nullable String word;

    @Option(names = "--account", paramLabel = "ID", description = "all subscriptions of a billing account")
    private @Nullable String account;

    @Option(names = "--agreement", paramLabel = "ID", description = "all subscriptions of an Enterprise Agreement")
    private @Nullable String agreement;

    @Option(names = "--customer", paramLabel = "ID", description = "all subscriptions of a customer")
    private @Nullable String customer;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "all subscriptions on which a user has a role, and what it allows")
    private @Nullable String user;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "rows of a list to show, 0 for all (default: 500; CSV and JSON: all)")
    private @Nullable Long limit;

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
        Asked list = asked();
        if (program.options().json() && program.options().csv()) {
            throw mistake("give --json or --csv, not both");
        }
        if (list == null) {
            one(program, Objects.requireNonNull(word));
        } else {
            CoverListing.print(list, program, limit == null ? CoverListing.SHOWN : limit);
        }
        program.out().flush();
        return Exit.DONE;
    }

    /** The list that is asked for, if it is one. */
    private @Nullable Asked asked() {
        List<Asked> lists = new ArrayList<>();
        add(lists, CoverOf.ACCOUNT, account);
        add(lists, CoverOf.AGREEMENT, agreement);
        add(lists, CoverOf.CUSTOMER, customer);
        add(lists, CoverOf.USER, user);
        if (lists.size() + (word == null ? 0 : 1) != 1) {
            throw mistake("give one of SUBSCRIPTION, --account, --agreement, --customer and --user");
        }
        return lists.isEmpty() ? null : lists.get(0);
    }

    private void add(List<Asked> lists, CoverOf of, @Nullable String whose) {
        if (whose != null) {
            lists.add(new Asked(of, whose, at, known));
        }
    }

    private ParameterException mistake(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }

    private void one(Root program, String subscription) {
        Coverage coverage = new Coverage(program.database());
        CoverAnswer answer = coverage.answer(subscription, at, known);
        if (program.options().json()) {
            Json.write(program.out(), Json.versioned(CoverJson.of(answer)));
        } else if (program.options().csv()) {
            intervals(answer, new CsvListing(program.out()));
        } else {
            print(answer, coverage.reconciled(), program.out());
        }
    }

    /** The rows of the entitlement table, the one of the day marked. */
    private static void intervals(CoverAnswer answer, Listing into) {
        into.columns(List.of(
                new Column("subscription_id", Form.TEXT),
                new Column("valid_from", Form.DAY),
                new Column("valid_through", Form.DAY),
                new Column("tier", Form.TEXT),
                new Column("source", Form.TEXT),
                new Column("technical_support", Form.TRUTH),
                new Column("plan_id", Form.TEXT),
                new Column("reason", Form.TEXT),
                new Column("asked", Form.TRUTH)));
        for (Interval i : answer.intervals()) {
            List<@Nullable Object> values = new ArrayList<>();
            Collections.addAll(
                    values,
                    answer.subscriptionId(),
                    i.from(),
                    i.through(),
                    i.tier(),
                    i.source(),
                    i.technical(),
                    i.planId(),
                    i.reason(),
                    i.equals(answer.interval()));
            into.row(values);
        }
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
        users(answer, out);
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

    private static void users(CoverAnswer answer, PrintWriter out) {
        Users all = answer.requesters();
        if (all == null) {
            return;
        }
        out.println();
        if (all.mayCreate() == 0) {
            String covered = Boolean.TRUE.equals(answer.covered()) ? ", although it is covered" : "";
            out.println("Nobody may make a support request for it" + covered + " (R35).");
        } else {
            out.println(all.mayCreate() + " may make a support request for it, " + all.canAssignRole()
                    + " may give others the role that does (R33, R34, R35)");
        }
        TextTable table = new TextTable().indented("  ");
        List.of("", "", "", "").forEach(title -> table.column(title, Form.TEXT));
        all.some().stream()
                .filter(User::mayCreate)
                .limit(5)
                .forEach(user -> table.row(
                        user.user(),
                        user.role(),
                        user.canAssignRole() ? "may assign" : "",
                        user.source().file() + " line " + user.source().line()));
        out.print(table.text());
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
        TextTable table = new TextTable().indented("  ");
        List.of("subscription", "name", "account").forEach(title -> table.column(title, Form.TEXT));
        answer.matches().forEach(match -> table.row(match.subscriptionId(), match.name(), match.account()));
        out.print(table.text());
        long more = answer.matchCount() - answer.matches().size();
        if (more > 0) {
            out.println("  and " + more + " more");
        }
    }
}
