package io.coverbook.cli;

import io.coverbook.answer.QuestionWords;
import io.coverbook.answer.SupportAnswer;
import io.coverbook.answer.SupportAnswer.Note;
import io.coverbook.answer.SupportAnswer.Way;
import io.coverbook.answer.SupportDesk;
import io.coverbook.answer.SupportJson;
import io.coverbook.answer.SupportQuestion;
import io.coverbook.answer.SupportQuestion.QuestionException;
import io.coverbook.batch.Setting;
import io.coverbook.plan.PolicyCatalogue;
import io.coverbook.report.Json;
import io.coverbook.report.TextTable;
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
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ask}: may this request for support be made, is it covered, in which language and by when is it answered. */
@Command(
        name = "ask",
        description =
                "Says whether a request for support may be made, whether it is covered, and by when it is answered.",
        footer = {
            "",
            "Examples:",
            "  coverbook ask --type TECHNICAL --subscription 9f1c2d4e --user ann@example.com --severity B",
            "  coverbook ask --type TECHNICAL --subscription 9f1c2d4e --severity A --language de --country DE \\",
            "      --at 2026-04-11T11:00:00+02:00",
            "  coverbook ask --type RCA --request-type TECHNICAL --request-state OPEN --subscription 9f1c2d4e",
            "  coverbook ask --type BILLING"
        })
final class AskCommand implements Callable<Integer> {

    @ParentCommand
    private @Nullable Root root;

    @Spec
    private @Nullable CommandSpec spec;

    private final Map<String, String> words = new LinkedHashMap<>();

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "TECHNICAL, BILLING, SUBSCRIPTION_MANAGEMENT, QUOTA, ACCOUNT_TRANSFER or RCA")
    void type(@Nullable String word) {
        given("type", word);
    }

    @Option(
            names = "--subscription",
            paramLabel = "SUBSCRIPTION",
            description = "its id or name, or a part that only one has")
    void subscription(@Nullable String word) {
        given("subscription", word);
    }

    @Option(names = "--user", paramLabel = "USER", description = "who asks, or a part of the name that only one has")
    void user(@Nullable String word) {
        given("user", word);
    }

    @Option(names = "--severity", paramLabel = "A|B|C", description = "how much it hurts (default: C, the least)")
    void severity(@Nullable String word) {
        given("severity", word);
    }

    @Option(names = "--language", paramLabel = "TAG", description = "such as de or pt-BR (default: en)")
    void language(@Nullable String word) {
        given("language", word);
    }

    @Option(names = "--service", paramLabel = "SERVICE", description = "what it is about, as services.csv names it")
    void service(@Nullable String word) {
        given("service", word);
    }

    @Option(names = "--region", paramLabel = "REGION", description = "where that service runs")
    void region(@Nullable String word) {
        given("region", word);
    }

    @Option(
            names = "--lifecycle",
            paramLabel = "STAGE",
            description = "GA, PUBLIC_PREVIEW, PRIVATE_PREVIEW or LIMITED_PREVIEW (default: as services.csv says)")
    void lifecycle(@Nullable String word) {
        given("lifecycle", word);
    }

    @Option(names = "--issue", paramLabel = "ISSUE", description = "BREAK_FIX or ADVISORY (default: by the topic)")
    void issue(@Nullable String word) {
        given("issue", word);
    }

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            description = "HOW_TO, CODE_REVIEW, ARCHITECTURE_REVIEW, PERFORMANCE_TUNING, ON_SITE, IMPLEMENTATION,"
                    + " CSP_MIGRATION, CODE_SAMPLE, GUEST_OS or THIRD_PARTY")
    void topic(@Nullable String word) {
        given("topic", word);
    }

    @Option(names = "--location", paramLabel = "PLACE", description = "AZURE (default) or LOCAL")
    void location(@Nullable String word) {
        given("location", word);
    }

    @Option(
            names = "--country",
            paramLabel = "CC",
            description = "whose business hours count (default: the billing account's)")
    void country(@Nullable String word) {
        given("country", word);
    }

    @Option(names = "--zone", paramLabel = "ZONE", description = "of the caller, in a country with several time zones")
    void zone(@Nullable String word) {
        given("zone", word);
    }

    @Option(
            names = "--choice",
            paramLabel = "CHOICE",
            description = "while nobody speaks the language: ENGLISH_NOW (default for A and B) or"
                    + " WAIT_NEXT_BUSINESS_DAY (default for C)")
    void choice(@Nullable String word) {
        given("choice", word);
    }

    @Option(names = "--request-type", paramLabel = "TYPE", description = "of the request whose root cause is asked for")
    void requestType(@Nullable String word) {
        given("request-type", word);
    }

    @Option(names = "--request-state", paramLabel = "STATE", description = "of that request: OPEN or CLOSED")
    void requestState(@Nullable String word) {
        given("request-state", word);
    }

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "when it is submitted, such as 2026-04-11T11:00:00+02:00 (default: now)")
    void at(@Nullable String word) {
        given("at", word);
    }

    @Option(
            names = "--first-contact",
            paramLabel = "INSTANT",
            description = "when an engineer began to work on it: tells whether that was in time")
    void firstContact(@Nullable String word) {
        given("first-contact", word);
    }

    private void given(String name, @Nullable String word) {
        if (word != null) {
            words.put(name, word);
        }
    }

    @Override
    public Integer call() {
        Root program = Objects.requireNonNull(root);
        Setting setting = program.options().setting();
        ZoneId days = PolicyCatalogue.policies(setting.policies()).zone();
        SupportQuestion question = question(days, program);
        LocalDate reconciled = new RunStore(program.database()).reconciledOn().orElse(null);
        SupportAnswer answer =
                new SupportDesk(program.database(), days, setting.reference().support(), reconciled).answer(question);
        if (program.options().json()) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("schemaVersion", Json.SCHEMA_VERSION);
            json.putAll(SupportJson.of(answer));
            Json.write(program.out(), json);
        } else {
            print(answer, program.out());
        }
        program.out().flush();
        return Exit.DONE;
    }

    private SupportQuestion question(ZoneId days, Root program) {
        CommandSpec own = Objects.requireNonNull(spec);
        try {
            return QuestionWords.read(words, days, program.clock().instant());
        } catch (QuestionException e) {
            throw new ParameterException(own.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static void print(SupportAnswer answer, PrintWriter out) {
        out.println(answer.sentence());
        meant(answer, out);
        if (!answer.facts().isEmpty()) {
            out.println();
            out.print(FactTable.text(answer.facts()));
        }
        if (!answer.ways().isEmpty()) {
            ways(answer.ways(), out);
        }
        if (!answer.notes().isEmpty()) {
            out.println();
            for (Note note : answer.notes()) {
                out.println("Note: " + note.text() + " (" + note.code() + ", "
                        + note.rules().replace(" ", ", ") + ")");
            }
        }
    }

    private static void meant(SupportAnswer answer, PrintWriter out) {
        TextTable table = new TextTable().indented("  ");
        List.of("", "", "").forEach(title -> table.column(title, Form.TEXT));
        answer.subject().matches().forEach(match -> table.row(match.subscriptionId(), match.name(), match.account()));
        answer.subject().users().forEach(each -> table.row(each.name(), "", ""));
        out.print(table.text());
        long more = answer.allMatches()
                - answer.subject().matches().size()
                - answer.subject().users().size();
        if (more > 0) {
            out.println("  and " + more + " more");
        }
    }

    private static void ways(List<Way> ways, PrintWriter out) {
        TextTable table = new TextTable().column("", Form.TEXT);
        List.of("choice", "begins", "answer by").forEach(title -> table.column(title, Form.TEXT));
        ways.forEach(way -> table.row(way.taken() ? ">" : "", way.choice(), way.begins(), way.answerBy()));
        out.println();
        out.print(table.text());
    }
}
