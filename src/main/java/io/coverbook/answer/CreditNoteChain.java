package io.coverbook.answer;

import io.coverbook.store.ChainStore;
import io.coverbook.store.FactRow;
import java.util.List;

/** What a credit note gives back, on which line of which invoice, and why (X15, C9, L13, P50). */
final class CreditNoteChain {

    private final ChainStore store;
    private final Chain chain;

    CreditNoteChain(ChainStore store, Chain chain) {
        this.store = store;
        this.chain = chain;
    }

    Explanation explain(String number) {
        FactRow note = store.creditNote(number).orElse(null);
        if (note == null) {
            return new Explanation("invoice", number, false, "No credit note " + number + " was issued.", List.of());
        }
        chain.add(
                "against",
                note.text("invoice_number") + " line " + note.text("line") + " of " + note.text("line_amount"),
                "X15 C9 I14",
                Chain.NOWHERE);
        String plan = note.or("plan_id", "");
        store.plan(plan).ifPresent(row -> chain.plan(row, chain.planVersions(row)));
        store.term(plan, (int) note.key("term"))
                .ifPresent(term -> chain.add("term", TermChain.term(term), "X1 X6", Chain.NOWHERE));
        if (note.text("wanted_by") != null) {
            chain.add(
                    "wanted",
                    "by " + note.text("wanted_by") + " on " + note.text("wanted_on") + ": " + note.text("wanted_for")
                            + (note.text("approved_by") == null ? "" : "; approved by " + note.text("approved_by")),
                    "P50",
                    Chain.NOWHERE);
        }
        chain.add(
                "tax",
                note.text("tax") + ", by the rate of the invoice; " + note.text("total") + " in all",
                "C9 C10",
                Chain.NOWHERE);
        chain.run(note.key("run_id"), "cancellation.backdating-days");
        return new Explanation("invoice", number, true, sentence(note), chain.facts());
    }

    private static String sentence(FactRow note) {
        return "Credit note " + note.text("credit_note_number") + " gives " + note.text("bill_to") + " back "
                + ChargeChain.money(note, "total") + " in " + note.text("posting_month") + " for term "
                + note.text("term") + " of plan " + note.text("plan_id") + ", invoiced by "
                + note.text("invoice_number") + " line " + note.text("line") + ": " + why(note.or("reason", ""))
                + ".";
    }

    private static String why(String reason) {
        return switch (reason) {
            case "BACKDATED_CANCELLATION" -> "the plan was cancelled before the term began, and that was learnt later";
            case "GOODWILL" -> "somebody wanted it so";
            default -> "later exports tell that the term was not due";
        };
    }
}
