package io.coverbook.answer;

import io.coverbook.ingest.ReferenceRows.Row;
import io.coverbook.store.ChainStore;
import io.coverbook.store.CoverStore.Source;
import io.coverbook.store.FactRow;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What an invoice asks for, line by line, and what its dates and tax rest on (X12, P15, P17). */
final class InvoiceChain {

    private static final String TAXES = "tax-rates.csv";

    private final ChainStore store;
    private final Chain chain;

    InvoiceChain(ChainStore store, Chain chain) {
        this.store = store;
        this.chain = chain;
    }

    Explanation explain(String number) {
        FactRow invoice = store.invoice(number).orElse(null);
        if (invoice == null) {
            return new Explanation("invoice", number, false, "No invoice " + number + " was issued.", List.of());
        }
        LocalDate last =
                Objects.requireNonNull(invoice.day("month_on")).plusMonths(1).minusDays(1);
        List<FactRow> lines = store.lines(number);
        Optional<FactRow> payer =
                chain.account(invoice.key("account_no"), last, "C11", "agreement_type", "country", "payment_method");
        boolean agreement = false;
        for (FactRow line : lines) {
            agreement |= "EA".equals(line.text("scope_type"));
            chain.add("line " + line.text("line"), line(line), "X12 X2", line.source());
        }
        chain.add(
                "subtotal",
                invoice.or("subtotal", "") + ", the sum of " + lines.size() + (lines.size() == 1 ? " line" : " lines"),
                "X12 I1",
                Chain.NOWHERE);
        tax(invoice, payer.map(row -> row.or("country", "")).orElse(""), last);
        String dayOf = agreement ? "invoice.day.ea" : "invoice.day.default";
        chain.add(
                "dates",
                "dated " + invoice.text("invoice_date") + (agreement ? ", the day for agreements" : "") + "; due "
                        + invoice.text("due_date") + ", paid by " + invoice.text("payment_method"),
                "C12 P17",
                Chain.NOWHERE);
        for (FactRow note : store.creditNotes(number)) {
            chain.add(
                    "credit note",
                    note.text("credit_note_number") + " in " + note.text("posting_month") + " for "
                            + note.text("plan_id")
                            + " term " + note.text("term") + ", " + note.text("reason") + ": " + note.text("amount")
                            + " and tax " + note.text("tax"),
                    "X15 C9 L13",
                    Chain.NOWHERE);
        }
        chain.run(invoice.key("run_id"), dayOf, "invoice.wire-terms-days", "invoice.grouping", "tax.base");
        return new Explanation("invoice", number, true, sentence(invoice), chain.facts());
    }

    private static String line(FactRow line) {
        return line.text("plan_id") + " term " + line.text("term") + ", "
                + Coverage.tier(line.or("tier", "")) + " for " + line.or("scope_type", "") + " " + line.text("scope_id")
                + ", " + line.text("charge_date") + " through " + line.text("service_through") + ": "
                + line.text("amount");
    }

    private void tax(FactRow invoice, String country, LocalDate last) {
        Optional<Row> row = store.reference(invoice.key("run_id"), TAXES).stream()
                .filter(r -> r.cell("country").equals(country))
                .filter(r -> !LocalDate.parse(r.cell("valid_from")).isAfter(last))
                .max(Comparator.comparing(r -> r.cell("valid_from")));
        String where = country.isEmpty() ? "" : " in " + country;
        String value = row.map(
                        r -> invoice.text("tax") + ", rate " + r.cell("rate") + where + " from " + r.cell("valid_from"))
                .orElseGet(() -> invoice.text("tax") + ", no rate is listed" + where);
        Source source = row.map(r -> new Source(TAXES, r.line())).orElse(Chain.NOWHERE);
        chain.add("tax", value, "P15 C10", source);
    }

    private static String sentence(FactRow invoice) {
        return "Invoice " + invoice.text("invoice_number") + " asks " + invoice.text("bill_to") + " for "
                + ChargeChain.money(invoice, "total") + " by " + Chain.day(invoice.day("due_date")) + " for "
                + invoice.text("posting_month") + ": " + invoice.text("subtotal") + " for "
                + (invoice.key("line_count") == 1 ? "1 term" : invoice.text("line_count") + " terms") + " and "
                + invoice.text("tax") + " tax. It is " + invoice.text("status") + ".";
    }
}
