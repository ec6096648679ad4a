package io.coverbook.cli;

import io.coverbook.answer.CoverAnswer.Fact;
import io.coverbook.report.TextTable;
import io.coverbook.store.CoverStore.Source;
import io.coverbook.store.Listing.Form;
import java.util.List;

/** A chain of facts for people: what is so, below it by which rules and where it was read. */
final class FactTable {

    private FactTable() {}

    static String text(List<Fact> facts) {
        TextTable table = new TextTable().indented("  ").column("", Form.TEXT).column("", Form.TEXT);
        for (Fact fact : facts) {
            table.row(fact.what(), fact.value());
            table.row("", "  rule " + fact.rule().replace(" ", ", ") + read(fact.source()));
        }
        return table.text();
    }

    private static String read(Source source) {
        String file = source.file();
        return file == null ? "" : ", " + file + (source.line() == null ? "" : " line " + source.line());
    }
}
