package io.coverbook.cli;

import io.coverbook.report.Json;
import io.coverbook.store.AuditStore;
import io.coverbook.store.AuditStore.Broken;
import io.coverbook.store.AuditStore.Fault;
import io.coverbook.store.AuditStore.Verdict;
import io.coverbook.store.ListStore.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code audit}: who changed what and when; {@code audit verify}: whether that is still as it was written. */
@Command(
        name = "audit",
        description = "Lists who changed what and when; audit verify tells whether that is as it was written.",
        subcommands = AuditCommand.Verify.class,
        footer = {
            "",
            "Examples:",
            "  coverbook audit --by ann --since 2026-03-01",
            "  coverbook audit --about EA-700108",
            "  coverbook audit verify"
        })
final class AuditCommand extends ListCommand {

    @Option(names = "--by", paramLabel = "NAME", description = "changed by somebody with this in the name")
    private @Nullable String by;

    @Option(names = "--about", paramLabel = "TEXT", description = "with this in what was done or to what")
    private @Nullable String about;

    @Option(names = "--since", paramLabel = "DATE", description = "on this day or later, in UTC")
    private @Nullable LocalDate since;

    @Option(names = "--until", paramLabel = "DATE", description = "on this day or earlier, in UTC")
    private @Nullable LocalDate until;

    AuditCommand() {
        super(Kind.AUDIT, "change", Set.of("hash"));
    }

    @Override
    void narrow(Map<String, @Nullable Object> filters) {
        filters.put("actor", by);
        filters.put("words", about);
        filters.put("since", since);
        filters.put("until", until);
    }

    /** {@code audit verify}. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description =
                    "Tells whether every entry of the audit is as it was written and none is gone; exit code 4 if not.",
            footer = {
                "",
                "Each entry is sealed with the one before it. What it prints as the last seal can be noted elsewhere, and",
                "given again later: that shows an audit which was written anew from an entry on, or cut short.",
                "",
                "Example:",
                "  coverbook audit verify --noted 42:0b5e1c..."
            })
    static final class Verify implements Callable<Integer> {

        private static final Pattern SEAL = Pattern.compile("(\\d{1,18}):([0-9a-fA-F]{64})");

        @ParentCommand
        private @Nullable AuditCommand audit;

        @Spec
        private @Nullable CommandSpec spec;

        @Option(
                names = "--noted",
                paramLabel = "N:SEAL",
                description = "a seal that was printed before; may be repeated")
        private List<String> noted = new ArrayList<>();

        @Override
        public Integer call() {
            List<Matcher> seals = noted.stream().map(this::seal).toList();
            Root program = Objects.requireNonNull(audit).root();
            AuditStore store = new AuditStore(program.database());
            Verdict verdict = store.verify();
            List<String> faults = new ArrayList<>();
            verdict.broken().forEach(broken -> faults.add(said(broken)));
            if (!verdict.standing()) {
                faults.add("entries are missing at the end, or the head was moved: it stands at " + verdict.last()
                        + ", and there are " + verdict.entries());
            }
            for (Matcher seal : seals) {
                long id = Long.parseLong(seal.group(1));
                String now = store.hash(id).orElse("");
                if (!now.equals(seal.group(2).toLowerCase(Locale.ROOT))) {
                    faults.add("entry " + id + (now.isEmpty() ? " is not there" : " has another seal")
                            + ", against what was noted");
                }
            }
            tell(program, verdict, faults, seals.size());
            return faults.isEmpty() ? Exit.DONE : Exit.CONTROL;
        }

        private Matcher seal(String text) {
            Matcher seal = SEAL.matcher(text.strip());
            if (!seal.matches()) {
                throw new ParameterException(
                        Objects.requireNonNull(spec).commandLine(),
                        "'" + text
                                + "' is no seal as audit verify prints it: a number, a colon and 64 digits and letters");
            }
            return seal;
        }

        private static String said(Broken broken) {
            return "entry " + broken.id()
                    + (broken.fault() == Fault.CHANGED
                            ? " says something else than was sealed"
                            : " does not follow from the one before it: one is gone, or was put in or written anew");
        }

        private static void tell(Root program, Verdict verdict, List<String> faults, int noted) {
            String last = verdict.last() + ":" + verdict.hash();
            if (program.options().json()) {
                Map<String, @Nullable Object> answer = new LinkedHashMap<>();
                answer.put("schemaVersion", Json.SCHEMA_VERSION);
                answer.put("whole", faults.isEmpty());
                answer.put("entries", verdict.entries());
                answer.put("first_at", verdict.firstAt());
                answer.put("last_at", verdict.lastAt());
                answer.put("last", last);
                answer.put("faults", faults);
                Json.write(program.out(), answer);
            } else if (faults.isEmpty()) {
                program.out()
                        .printf(
                                Locale.ROOT,
                                "The audit is whole: %,d %s%s%s.%n",
                                verdict.entries(),
                                verdict.entries() == 1 ? "entry" : "entries",
                                days(verdict),
                                noted == 0 ? "" : ", and holds what was noted");
                program.out().println("Last seal: " + last);
            } else {
                program.out().println("THE AUDIT IS NOT AS IT WAS WRITTEN:");
                faults.forEach(fault -> program.out().println("  " + fault));
                program.out()
                        .println("Compare it with a backup (coverbook restore FILE --data-dir DIR, coverbook audit).");
            }
            program.out().flush();
        }

        private static String days(Verdict verdict) {
            Instant first = verdict.firstAt();
            Instant last = verdict.lastAt();
            return first == null || last == null
                    ? ""
                    : " from " + LocalDate.ofInstant(first, ZoneOffset.UTC) + " to "
                            + LocalDate.ofInstant(last, ZoneOffset.UTC);
        }
    }
}
