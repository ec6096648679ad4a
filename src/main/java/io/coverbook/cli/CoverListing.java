package io.coverbook.cli;

import io.coverbook.answer.CoverJson;
import io.coverbook.answer.CoverLists;
import io.coverbook.answer.CoverLists.Asked;
import io.coverbook.answer.CoverSummary;
import io.coverbook.report.CsvListing;
import io.coverbook.report.JsonListing;
import io.coverbook.report.TextListing;
import io.coverbook.report.TextTable;
import io.coverbook.store.Listing.Form;
import java.io.PrintWriter;
import java.util.Set;

/** The subscriptions of somebody with their cover, as a table with what they come to, as CSV or as JSON. */
final class CoverListing {

    static final long SHOWN = 500;

    private static final Set<String> LEFT = Set.of("source", "max_severity", "valid_from", "ea_id");

    private CoverListing() {}

    static void print(Asked asked, Root program, long limit) {
        PrintWriter out = program.out();
        CoverLists lists = new CoverLists(program.database());
        if (program.options().json()) {
            JsonListing listing = new JsonListing(out);
            listing.end(CoverJson.of(lists.read(asked, listing)));
        } else if (program.options().csv()) {
            lists.read(asked, new CsvListing(out));
        } else {
            TextListing listing = new TextListing(out, LEFT, limit);
            tell(lists.read(asked, listing), listing, out);
        }
    }

    private static void tell(CoverSummary summary, TextListing listing, PrintWriter out) {
        out.println(summary.sentence());
        if (summary.id() == null) {
            matches(summary, out);
            return;
        }
        if (summary.known() != null) {
            out.println(summary.known());
        }
        if (!summary.facts().isEmpty()) {
            out.println();
            out.print(FactTable.text(summary.facts()));
        }
        if (summary.count() > 0) {
            out.println();
            listing.end("subscription", code -> "");
            TextTable counts =
                    new TextTable().indented("  ").column("", Form.TEXT).column("", Form.WHOLE);
            summary.tiers().forEach((tier, count) -> counts.row("covered, " + tier, count));
            summary.reasons().forEach((reason, count) -> counts.row("not covered, " + reason, count));
            out.print(counts.text());
        }
    }

    private static void matches(CoverSummary summary, PrintWriter out) {
        if (summary.matches().isEmpty()) {
            return;
        }
        TextTable table = new TextTable()
                .indented("  ")
                .column(summary.of().word(), Form.TEXT)
                .column("name", Form.TEXT);
        summary.matches().forEach(match -> table.row(match.id(), match.name()));
        out.print(table.text());
        long more = summary.matchCount() - summary.matches().size();
        if (more > 0) {
            out.println("  and " + more + " more");
        }
    }
}
