package io.coverbook.cli;

import io.coverbook.answer.CoverAnswer.Fact;
import io.coverbook.answer.Explanation;
import io.coverbook.answer.Explanations;
import io.coverbook.plan.PolicyCatalogue;
import io.coverbook.report.Json;
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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code explain KIND ID}: what a row of the output rests on. */
@Command(
        name = "explain",
        description = "Walks a row of the output back to the facts, rules, policies and prices it rests on.",
        footer = {
            "",
            "Examples:",
            "  coverbook explain charge PL-1/3            the charge of term 3 of plan PL-1",
            "  coverbook explain term PL-1 3              why that term began, or did not",
            "  coverbook explain invoice INV-2026-000012",
            "  coverbook explain invoice CN-2026-000003   a credit note",
            "  coverbook explain flag NO_PRICE PL-1",
            "  coverbook explain entitlement 9f1c2d4e 2026-03-15"
        })
final class ExplainCommand implements Callable<Integer> {

    /** What can be explained. */
    enum Kind {
        CHARGE,
        TERM,
        INVOICE,
        FLAG,
        ENTITLEMENT
    }

    @ParentCommand
    private @Nullable Root root;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "KIND", description = "charge, term, invoice, flag or entitlement")
    private @Nullable Kind kind;

    @Parameters(
            index = "1..*",
            arity = "1..2",
            paramLabel = "ID",
            description = "PLAN/TERM, NUMBER, CODE/OBJECT or SUBSCRIPTION/DATE; the parts may be given apart")
    private List<String> words = List.of();

    @Override
    public Integer call() {
        Root program = Objects.requireNonNull(root);
        ZoneId zone =
                PolicyCatalogue.policies(program.options().setting().policies()).zone();
        Kind asked = Objects.requireNonNull(kind);
        String[] id = parts(asked);
        Integer number = asked == Kind.CHARGE || asked == Kind.TERM ? number(id[1]) : null;
        LocalDate day = asked == Kind.ENTITLEMENT && !id[1].isEmpty() ? Words.day(id[1]) : null;
        Explanations explanations = new Explanations(program.database(), zone);
        Explanation explanation =
                switch (asked) {
                    case CHARGE -> explanations.charge(id[0], Objects.requireNonNull(number));
                    case TERM -> explanations.term(id[0], Objects.requireNonNull(number));
                    case INVOICE -> explanations.invoice(id[0]);
                    case FLAG -> explanations.flag(id[0], id[1]);
                    case ENTITLEMENT -> explanations.entitlement(id[0], day);
                };
        if (program.options().json()) {
            Json.write(program.out(), json(explanation));
        } else {
            program.out().println(explanation.sentence());
            if (!explanation.facts().isEmpty()) {
                program.out().println();
                program.out().print(FactTable.text(explanation.facts()));
            }
        }
        program.out().flush();
        return Exit.DONE;
    }

    /** Both parts of the id, whether given as two words or as one with a slash between. */
    private String[] parts(Kind asked) {
        String first = words.get(0);
        if (words.size() > 1) {
            return new String[] {first, words.get(1)};
        }
        int slash = asked == Kind.FLAG ? first.indexOf('/') : first.lastIndexOf('/');
        boolean one = asked == Kind.INVOICE || (asked == Kind.ENTITLEMENT && slash < 0);
        if (!one && slash < 0) {
            throw mistake("'" + first + "' names no " + asked.name().toLowerCase(java.util.Locale.ROOT) + "; write "
                    + (asked == Kind.FLAG ? "CODE/OBJECT, such as NO_PRICE/PL-1" : "PLAN/TERM, such as PL-1/3"));
        }
        return one ? new String[] {first, ""} : new String[] {first.substring(0, slash), first.substring(slash + 1)};
    }

    private int number(String word) {
        if (!word.matches("[0-9]{1,5}")) {
            throw mistake("'" + word + "' is no number of a term; terms are counted from 0");
        }
        return Integer.parseInt(word);
    }

    private ParameterException mistake(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }

    private static Map<String, @Nullable Object> json(Explanation explanation) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("schemaVersion", Json.SCHEMA_VERSION);
        json.put("kind", explanation.kind());
        json.put("id", explanation.id());
        json.put("found", explanation.found());
        json.put("sentence", explanation.sentence());
        json.put("facts", explanation.facts().stream().map(ExplainCommand::fact).toList());
        return json;
    }

    private static Map<String, @Nullable Object> fact(Fact fact) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("what", fact.what());
        json.put("value", fact.value());
        json.put("rules", List.of(fact.rule().split(" ")));
        json.put("file", fact.source().file());
        json.put("line", fact.source().line());
        return json;
    }
}
