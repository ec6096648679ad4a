package io.coverbook.cli;

import io.coverbook.answer.PeopleDesk;
import io.coverbook.answer.PeopleDesk.Outcome;
import io.coverbook.plan.PolicyCatalogue;
import io.coverbook.plan.Ruling;
import io.coverbook.report.Json;
import io.coverbook.store.PeopleStore.Voice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
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

/** What people decide (L19): {@code release}, {@code dismiss}, {@code approve-credit}, {@code waive}, {@code credit}. */
final class PeopleCommands {

    private static final String PLAN = "the plan's id";

    private PeopleCommands() {}

    /** A decision: somebody makes it for a reason, and both are written down. */
    abstract static class Decision implements Callable<Integer> {

        @ParentCommand
        private @Nullable Root root;

        @Spec
        private @Nullable CommandSpec spec;

        @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why; kept with the decision")
        private String reason = "";

        abstract Outcome decide(PeopleDesk desk);

        @Override
        public Integer call() {
            Root program = root();
            if (reason.isBlank()) {
                throw mistake("--reason is empty; say why, for those who read it later");
            }
            PolicyCatalogue.policies(program.options().setting().policies());
            Voice voice = new Voice(
                    program.options().actor(), reason.strip(), program.clock().instant());
            Outcome outcome = decide(new PeopleDesk(program.database(), voice));
            if (program.options().json()) {
                Map<String, @Nullable Object> json = new LinkedHashMap<>();
                json.put("schemaVersion", Json.SCHEMA_VERSION);
                json.put("changed", outcome.changed());
                json.put("sentence", outcome.sentence());
                Json.write(program.out(), json);
            } else {
                program.out().println(outcome.sentence());
            }
            program.out().flush();
            return Exit.DONE;
        }

        Root root() {
            return Objects.requireNonNull(root);
        }

        ParameterException mistake(String message) {
            return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
        }
    }

    /** A decision about a hold. */
    abstract static class HoldDecision extends Decision {

        @Parameters(paramLabel = "PLAN", description = PLAN)
        private String plan = "";

        @Option(names = "--flag", paramLabel = "CODE", description = "which hold, when there are several")
        private @Nullable String flag;

        private final Ruling.Kind kind;

        HoldDecision(Ruling.Kind kind) {
            this.kind = kind;
        }

        @Override
        Outcome decide(PeopleDesk desk) {
            return desk.rule(kind, plan, flag);
        }
    }

    @Command(name = "release", description = "Lifts a hold: what it held is posted, late where its month is closed.")
    static final class Release extends HoldDecision {
        Release() {
            super(Ruling.Kind.RELEASE);
        }
    }

    @Command(
            name = "dismiss",
            description = "Lets a held plan go: what was held is voided, and no further term begins.")
    static final class Dismiss extends HoldDecision {
        Dismiss() {
            super(Ruling.Kind.DISMISS);
        }
    }

    @Command(
            name = "approve-credit",
            description = "Lets a cancellation that came too late count from its own day, with credit notes.")
    static final class ApproveCredit extends Decision {

        @Parameters(paramLabel = "PLAN", description = PLAN)
        private String plan = "";

        @Override
        Outcome decide(PeopleDesk desk) {
            return desk.approveCredit(plan);
        }
    }

    @Command(
            name = "waive",
            description = "Takes an open flag off the worklists until a day; what it holds stays held.")
    static final class Waive extends Decision {

        @Parameters(index = "0", paramLabel = "CODE", description = "the flag, such as EA_MISSING_PLAN")
        private String code = "";

        @Parameters(index = "1", paramLabel = "OBJECT", description = "the id of what it is about")
        private String object = "";

        @Option(names = "--until", paramLabel = "DATE", required = true, description = "the last day it is waived")
        private @Nullable LocalDate until;

        @Override
        Outcome decide(PeopleDesk desk) {
            return desk.waive(code, object, Objects.requireNonNull(until), ListCommand.today(root()));
        }
    }

    @Command(
            name = "credit",
            description = "Gives back a part of an invoiced line as goodwill, with a credit note at the next close.",
            footer = {
                "",
                "Examples:",
                "  coverbook credit INV-2026-000012 1 --amount 20.00 --reason \"outage of 3 March\"",
                "  coverbook credit INV-2026-000012 1 --approve --as bo --reason \"agreed\""
            })
    static final class Credit extends Decision {

        @Parameters(index = "0", paramLabel = "INVOICE", description = "the number of the invoice")
        private String invoice = "";

        @Parameters(index = "1", paramLabel = "LINE", description = "the number of its line")
        private int line;

        @Option(names = "--amount", paramLabel = "A", description = "what is given back, without tax")
        private @Nullable BigDecimal amount;

        @Option(
                names = "--approve",
                description = "agrees to what somebody else asked for (policy close.approval=SECOND_PERSON)")
        private boolean approve;

        @Override
        Outcome decide(PeopleDesk desk) {
            String number = invoice.toUpperCase(Locale.ROOT);
            if (approve == (amount != null)) {
                throw mistake("give --amount A to ask for a credit, or --approve to agree to one");
            }
            boolean second = PolicyCatalogue.policies(root().options().setting().policies())
                    .secondPerson();
            return amount == null ? desk.approve(number, line) : desk.credit(number, line, amount, second);
        }
    }
}
