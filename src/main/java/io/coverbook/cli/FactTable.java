package io.coverbook.cli;

import io.coverbook.answer.CoverAnswer.Fact;
import io.coverbook.answer.CoverAnswer.Mark;
import io.coverbook.report.TextTable;
import io.coverbook.store.CoverStore.Source;
import io.coverbook.store.Listing.Form;
import java.util.List;

/** A chain of facts for people: what is so, below it by which rules and where it was read. */
final class FactTable {

    private FactTable() {}

    /** With a mark before each where any speaks for something or against it. */
    static String text(List<Fact> facts) {
        boolean marked = facts.stream().anyMatch(fact -> fact.mark() != Mark.NEITHER);
        TextTable table = new TextTable().indented(marked ? "" : "  ");
        if (marked) {
            table.column("", Form.TEXT);
        }
        table.column("", Form.TEXT).column("", Form.TEXT);
        for (Fact fact : facts) {
            String read = "  rule " + fact.rule().replace(" ", ", ") + read(fact.source());
            if (marked) {
                table.row(mark(fact.mark()), fact.what(), fact.value());
                table.row("", "", read);
            } else {
                table.row(fact.what(), fact.value());
                table.row("", read);
            }
        }
        return table.text();
    }

    /** One character each, which a screen reader says too. */
    private static String mark(Mark mark) {
        return switch (mark) {
            case FOR -> "✔";
            case AGAINST -> "✘";
            case NEITHER -> "·";
        };
    }

    private static String read(Source source) {
        String file = source.file();
        return file == null ? "" : ", " + file + (source.line() == null ? "" : " line " + source.line());
    }
}
