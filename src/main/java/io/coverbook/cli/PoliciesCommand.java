package io.coverbook.cli;

import io.coverbook.plan.PolicyCatalogue;
import io.coverbook.report.CsvListing;
import io.coverbook.report.JsonListing;
import io.coverbook.report.TextTable;
import io.coverbook.store.Listing;
import io.coverbook.store.Listing.Column;
import io.coverbook.store.Listing.Form;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code policies}: what can be set, to what, and what it is now. Needs no database. */
@Command(
        name = "policies",
        description = "Lists the policies with their values, defaults and meanings; set one with --policy KEY=VALUE.")
final class PoliciesCommand implements Callable<Integer> {

    private static final List<Column> COLUMNS = List.of(
            new Column("number", Form.TEXT),
            new Column("key", Form.TEXT),
            new Column("value", Form.TEXT),
            new Column("default", Form.TEXT),
            new Column("good", Form.TEXT),
            new Column("meaning", Form.TEXT));

    @ParentCommand
    private @Nullable Root root;

    @Override
    public Integer call() {
        Root program = Objects.requireNonNull(root);
        Map<String, String> set = program.options().setting().policies();
        PolicyCatalogue.policies(set);
        Map<String, String> values = new HashMap<>();
        PolicyCatalogue.body(set).lines().forEach(line -> {
            int at = line.indexOf('=');
            values.put(line.substring(0, at), line.substring(at + 1));
        });
        if (program.options().json()) {
            JsonListing listing = new JsonListing(program.out());
            print(values, listing);
            listing.end();
        } else if (program.options().csv()) {
            print(values, new CsvListing(program.out()));
        } else {
            program.out().println("These can be set with --policy KEY=VALUE:");
            program.out().print(table(true, values));
            program.out().println();
            program.out().println("These have one answer; another one is refused:");
            program.out().print(table(false, values));
        }
        program.out().flush();
        return Exit.DONE;
    }

    private static String table(boolean open, Map<String, String> values) {
        TextTable table = new TextTable();
        table.column("policy", Form.TEXT).column("value", Form.TEXT);
        if (open) {
            table.column("default", Form.TEXT).column("may be", Form.TEXT);
        }
        table.column("", Form.TEXT).column("why", Form.TEXT);
        PolicyCatalogue.entries().stream().filter(e -> e.open() == open).forEach(e -> {
            String value = shown(values.get(e.key()));
            if (open) {
                table.row(e.key(), value, shown(e.standard()), e.good(), e.number(), e.why());
            } else {
                table.row(e.key(), value, e.number(), e.why());
            }
        });
        return table.text();
    }

    private static String shown(@Nullable String value) {
        return value == null || value.isEmpty() ? "-" : value;
    }

    private static void print(Map<String, String> values, Listing listing) {
        listing.columns(COLUMNS);
        PolicyCatalogue.entries()
                .forEach(e -> listing.row(
                        Arrays.asList(e.number(), e.key(), values.get(e.key()), e.standard(), e.good(), e.why())));
    }
}
