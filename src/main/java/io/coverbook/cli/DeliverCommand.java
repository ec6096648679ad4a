package io.coverbook.cli;

import io.coverbook.outbox.Outbox;
import io.coverbook.outbox.Outbox.Draft;
import io.coverbook.outbox.Outbox.Preview;
import io.coverbook.outbox.Outbox.Told;
import io.coverbook.outbox.Places;
import io.coverbook.report.Json;
import java.io.PrintWriter;
import java.time.LocalDate;
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

/** {@code deliver}: tells what has happened, and tries again what did not arrive. */
@Command(
        name = "deliver",
        description =
                "Tells by e-mail and webhook what has happened and was not told, and tries again what did not arrive.",
        footer = {
            "",
            "Whom to tell is set in the environment (COVERBOOK_MAIL_TO, COVERBOOK_SMTP_HOST, COVERBOOK_WEBHOOK_URL and",
            "others, see the configuration page). Runs call it at their end; call it every few minutes for what waits.",
            "Letters to customers about notices are shown with --letters, and sent only with --send-letters.",
            "",
            "Examples:",
            "  coverbook deliver --dry-run",
            "  coverbook deliver --letters"
        })
final class DeliverCommand implements Callable<Integer> {

    @ParentCommand
    private @Nullable Root root;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--dry-run", description = "shows what would be told; keeps and sends nothing")
    private boolean dryRun;

    @Option(names = "--letters", description = "shows the letters that would go to customers; keeps and sends nothing")
    private boolean letters;

    @Option(names = "--send-letters", description = "writes to customers, too (also COVERBOOK_LETTERS=send)")
    private boolean sendLetters;

    @Option(
            names = "--since",
            paramLabel = "DATE",
            description = "the first day whose notices are written about; counts once, when letters begin"
                    + " (default: the latest reconciled day)")
    private @Nullable LocalDate since;

    @Override
    public Integer call() {
        Root program = Objects.requireNonNull(root);
        Places places = Telling.places();
        boolean send = sendLetters || Telling.lettersSent();
        if (!dryRun && !letters && !places.anybody() && !(send && places.mail() != null)) {
            throw mistake("there is nobody to tell: set COVERBOOK_SMTP_HOST with COVERBOOK_MAIL_TO, or"
                    + " COVERBOOK_WEBHOOK_URL with COVERBOOK_WEBHOOK_SECRET");
        }
        if (send && places.mail() == null && !dryRun && !letters) {
            throw mistake("letters go by e-mail: set COVERBOOK_SMTP_HOST");
        }
        Telling telling = new Telling(
                places, program.database(), program.clock(), program.options().actor());
        Outbox outbox = telling.outbox();
        if (dryRun || letters) {
            show(program, outbox.preview(telling.day(), since == null ? telling.day() : since));
            return Exit.DONE;
        }
        if (send && since != null) {
            outbox.beginLetters(since);
        }
        tell(program, outbox.deliver(telling.day(), send, List.of()));
        return Exit.DONE;
    }

    private void show(Root program, Preview preview) {
        PrintWriter out = program.out();
        if (program.options().json()) {
            Map<String, @Nullable Object> answer = new LinkedHashMap<>();
            answer.put("schemaVersion", Json.SCHEMA_VERSION);
            answer.put("would_tell", preview.lines());
            answer.put(
                    "letters",
                    preview.letters().stream().map(DeliverCommand::draft).toList());
            Json.write(out, answer);
        } else if (letters) {
            for (Draft draft : preview.letters()) {
                out.println("To       " + draft.recipient());
                out.println("Subject  " + draft.subject());
                out.println();
                out.println(draft.text());
            }
            out.println(letters(preview) + "; none is sent (--send-letters sends them).");
        } else {
            preview.lines().forEach(out::println);
            int events = preview.lines().size();
            out.println(events + (events == 1 ? " event" : " events") + " would be told; " + letters(preview)
                    + " would be written. Nothing is sent.");
        }
        out.flush();
    }

    private static String letters(Preview preview) {
        int count = preview.letters().size();
        return count + (count == 1 ? " letter" : " letters");
    }

    private static Map<String, @Nullable Object> draft(Draft draft) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("recipient", draft.recipient());
        all.put("subject", draft.subject());
        all.put("text", draft.text());
        return all;
    }

    private static void tell(Root program, Told told) {
        if (program.options().json()) {
            Map<String, @Nullable Object> answer = new LinkedHashMap<>();
            answer.put("schemaVersion", Json.SCHEMA_VERSION);
            answer.put("new", told.kept());
            answer.put("sent", told.sent());
            answer.put("waiting", told.waiting());
            answer.put("refused", told.refused());
            answer.put("problems", told.problems());
            Json.write(program.out(), answer);
        } else {
            program.out()
                    .println(told.kept() + " new, " + told.sent() + " sent, " + told.waiting() + " to be tried again, "
                            + told.refused() + " refused.");
            told.problems().forEach(problem -> program.out().println("  " + problem));
        }
        program.out().flush();
    }

    private ParameterException mistake(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }
}
