package io.coverbook.cli;

import io.coverbook.answer.CoverAnswer;
import io.coverbook.answer.CoverAnswer.Fact;
import io.coverbook.answer.Coverage;
import io.coverbook.plan.PolicyCatalogue;
import io.coverbook.report.Json;
import io.coverbook.report.TextTable;
import io.coverbook.store.CoverStore;
import io.coverbook.store.CoverStore.Interval;
import io.coverbook.store.CoverStore.Match;
import io.coverbook.store.Listing.Form;
import io.coverbook.store.RunStore;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        description = "Says whether a subscription is covered, by what, and why or why not.",
        footer = {
            "",
            "Examples:",
            "  coverbook coverage 9f1c2d4e",
            "  coverbook coverage \"Payroll prod\" --at 2026-03-15"
        })
final class CoverageCommand implements Callable<Integer> {

    @ParentCommand
    private @Nullable Root root;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "SUBSCRIPTION", description = "its id or name, or a part that only one has")
    private @Nullable String word;

    @Option(names = "--at", paramLabel = "DATE", description = "the day (default: the latest reconciled)")
    private @Nullable LocalDate at;

    @Option(names = "--known", paramLabel = "DATE", hidden = true)
    private @Nullable LocalDate known;

    @Override
    public Integer call() {
        Root program = Objects.requireNonNull(root);
        if (known != null) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--known is not available yet: the answer rests on everything imported so far");
        }
        ZoneId zone =
                PolicyCatalogue.policies(program.options().setting().policies()).zone();
        LocalDate reconciled = new RunStore(program.database()).reconciledOn().orElse(null);
        CoverAnswer answer = new Coverage(new CoverStore(program.database(), zone), reconciled)
                .answer(Objects.requireNonNull(word), at);
        if (program.options().json()) {
            Json.write(program.out(), json(answer));
        } else {
            print(answer, reconciled, program.out());
        }
        program.out().flush();
        return Exit.DONE;
    }

    private static void print(CoverAnswer answer, @Nullable LocalDate reconciled, PrintWriter out) {
        if (answer.subscriptionId() == null) {
            out.println(answer.sentence());
            matches(answer, out);
            return;
        }
        out.println(answer.sentence());
        out.println();
        String name = answer.name() == null ? "" : answer.name() + ", ";
        out.println(name + answer.subscriptionId() + ", on " + answer.at());
        if (reconciled != null && answer.at() != null && answer.at().isAfter(reconciled)) {
            out.println(
                    "This day lies after the latest reconciled one, " + reconciled + ": so far as is known by then.");
        }
        out.print(FactTable.text(answer.facts()));
        out.println();
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
        out.println();
        out.println("Support for billing and subscription management is included for every subscription (R1).");
    }

    private static void matches(CoverAnswer answer, PrintWriter out) {
        if (answer.matches().isEmpty()) {
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

    private static Map<String, @Nullable Object> json(CoverAnswer answer) {
        Interval now = answer.interval();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("schemaVersion", Json.SCHEMA_VERSION);
        json.put("subscription_id", answer.subscriptionId());
        json.put("display_name", answer.name());
        json.put("at", answer.at());
        json.put("covered", answer.covered());
        json.put("tier", now == null ? null : now.tier());
        json.put("source", now == null ? null : now.source());
        json.put("plan_id", now == null ? null : now.planId());
        json.put("reason", now == null ? null : now.reason());
        json.put("valid_from", now == null ? null : now.from());
        json.put("valid_through", now == null ? null : now.through());
        json.put("sentence", answer.sentence());
        json.put("facts", answer.facts().stream().map(CoverageCommand::fact).toList());
        json.put(
                "intervals",
                answer.intervals().stream().map(CoverageCommand::interval).toList());
        json.put(
                "matches", answer.matches().stream().map(CoverageCommand::match).toList());
        return json;
    }

    private static Map<String, @Nullable Object> fact(Fact fact) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("what", fact.what());
        json.put("value", fact.value());
        json.put("rule", fact.rule());
        json.put("file", fact.source().file());
        json.put("line", fact.source().line());
        return json;
    }

    private static Map<String, @Nullable Object> interval(Interval interval) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("valid_from", interval.from());
        json.put("valid_through", interval.through());
        json.put("tier", interval.tier());
        json.put("source", interval.source());
        json.put("technical_support", interval.technical());
        json.put("plan_id", interval.planId());
        json.put("reason", interval.reason());
        return json;
    }

    private static Map<String, @Nullable Object> match(Match match) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("subscription_id", match.subscriptionId());
        json.put("display_name", match.name());
        return json;
    }
}
