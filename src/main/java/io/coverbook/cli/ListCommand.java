package io.coverbook.cli;

import io.coverbook.answer.AdvisedListing;
import io.coverbook.answer.Codes;
import io.coverbook.report.CsvListing;
import io.coverbook.report.JsonListing;
import io.coverbook.report.TextListing;
import io.coverbook.store.ListStore;
import io.coverbook.store.Listing;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What the lists for people have in common: narrowed by options, as a table, as CSV or as JSON. */
abstract class ListCommand implements Callable<Integer> {

    private static final long SHOWN = 500;

    @ParentCommand
    private @Nullable Root root;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "rows of the table to show, 0 for all (default: " + SHOWN + "; CSV and JSON: all)")
    private @Nullable Long limit;

    private final ListStore.Kind kind;
    private final String noun;
    private final Set<String> left;

    /** {@code left} are the columns that only CSV and JSON show. */
    ListCommand(ListStore.Kind kind, String noun, Set<String> left) {
        this.kind = kind;
        this.noun = noun;
        this.left = left;
    }

    /** The values of the statement's parameters; those without one are null. */
    abstract void narrow(Map<String, @Nullable Object> filters);

    @Override
    public Integer call() {
        Root program = root();
        Map<String, @Nullable Object> filters = new HashMap<>();
        narrow(filters);
        PrintWriter out = program.out();
        if (program.options().json() && program.options().csv()) {
            throw mistake("give --json or --csv, not both");
        }
        if (program.options().json()) {
            JsonListing listing = new JsonListing(out);
            read(filters, listing);
            listing.end();
        } else if (program.options().csv()) {
            read(filters, new CsvListing(out));
        } else {
            TextListing listing = new TextListing(out, left, limit == null ? SHOWN : limit);
            read(filters, listing);
            listing.end(noun, Codes::advice);
            leftOut(filters);
        }
        out.flush();
        return Exit.DONE;
    }

    private void read(Map<String, @Nullable Object> filters, Listing listing) {
        Listing target = kind == ListStore.Kind.FLAGS ? new AdvisedListing(listing) : listing;
        new ListStore(root().database()).read(kind, filters, target);
    }

    /** A list that leaves waived flags out says so: they come back. */
    private void leftOut(Map<String, @Nullable Object> filters) {
        long waived = kind == ListStore.Kind.FLAGS ? new ListStore(root().database()).waived(filters) : 0;
        if (waived > 0) {
            root().out()
                    .println(String.format(Locale.ROOT, "%,d", waived) + (waived == 1 ? " more is" : " more are")
                            + " waived; --waived shows them too.");
        }
    }

    Root root() {
        return Objects.requireNonNull(root);
    }

    ParameterException mistake(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }

    /** The code meant by a word, or a message with the codes there are. */
    @Nullable String code(String option, @Nullable String word, Codes.Of codes) {
        return word == null
                ? null
                : codes.read(word)
                        .orElseThrow(() -> mistake("'" + word + "' is no value of " + option + "; there are "
                                + String.join(", ", codes.names())));
    }

    static @Nullable LocalDate first(@Nullable YearMonth month) {
        return month == null ? null : month.atDay(1);
    }

    /** The day on which the list is asked for. */
    static LocalDate today(Root program) {
        return LocalDate.ofInstant(program.clock().instant(), ZoneOffset.UTC);
    }

    /** The latest reconciled day, else today. */
    static LocalDate latest(Root program) {
        return new io.coverbook.store.RunStore(program.database())
                .reconciledOn()
                .orElseGet(() -> today(program));
    }
}
