package io.coverbook.report;

import io.coverbook.store.Control;
import io.coverbook.store.Listing.Form;
import io.coverbook.store.MonthFigures;
import io.coverbook.store.MonthFigures.Count;
import io.coverbook.store.MonthFigures.Documents;
import io.coverbook.store.MonthFigures.Missing;
import io.coverbook.store.MonthFigures.Sum;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What a month comes to, on one screen. */
public final class MonthScreen {

    private static final Map<String, String> ENDINGS = Map.of(
            "ENDED_CANCELLED", "cancelled",
            "ENDED_UPGRADED", "upgraded",
            "ENDED_ACCOUNT_CLOSED", "account closed",
            "ENDED_NONPAYMENT", "not paid",
            "ENDED_AGREEMENT", "agreement over",
            "ENDED_CONTRACT", "contract over");

    private final MonthFigures figures;
    private final boolean proposed;
    private final UnaryOperator<String> advice;

    /**
     * @param proposed whether the documents are proposed only
     * @param advice what a reason for holding a charge means
     */
    public MonthScreen(MonthFigures figures, boolean proposed, UnaryOperator<String> advice) {
        this.figures = figures;
        this.proposed = proposed;
        this.advice = advice;
    }

    /** The part about plans, money and agreements. */
    public String text() {
        return plans() + charges() + invoices() + creditNotes() + held() + missing();
    }

    /** One line when all hold; else the failed ones with both figures and the first of what makes them differ. */
    public static String controls(List<Control> controls) {
        if (controls.isEmpty()) {
            return "";
        }
        List<Control> failed =
                controls.stream().filter(control -> !control.holds()).toList();
        int holding = controls.size() - failed.size();
        String line = title("Controls")
                + (failed.isEmpty() ? "all " + controls.size() + " hold" : holding + " of " + controls.size() + " hold")
                + "\n";
        TextTable table = new TextTable()
                .indented("  ")
                .column("failed control", Form.TEXT)
                .column("found", Form.TEXT)
                .column("should be", Form.TEXT)
                .column("such as", Form.TEXT);
        failed.forEach(control -> table.row(control.what(), control.left(), control.right(), control.named()));
        return failed.isEmpty() ? line : line + table.text();
    }

    /** The left margin that all lines share. */
    public static String title(String words) {
        return String.format(Locale.ROOT, "%-13s ", words);
    }

    private String plans() {
        long first = count("FIRST");
        long renewed = count("RENEWED") + count("RENEWED_PAST_DUE");
        long overdue = count("RENEWED_PAST_DUE");
        long ended = figures.ended().stream().mapToLong(Count::count).sum();
        String how = figures.ended().stream()
                .map(end -> number(end.count()) + " " + ENDINGS.getOrDefault(end.code(), end.code()))
                .collect(Collectors.joining(", ", " (", ")"));
        return title("Plans")
                + number(first) + " new, " + number(renewed) + " renewed"
                + (overdue == 0 ? "" : " (" + number(overdue) + " of them with a payment due)")
                + ", " + number(ended) + " ended" + (ended == 0 ? "" : how) + "\n";
    }

    private long count(String outcome) {
        return figures.began().stream()
                .filter(count -> count.code().equals(outcome))
                .mapToLong(Count::count)
                .sum();
    }

    private String charges() {
        Map<String, Long> byState = new TreeMap<>();
        figures.charges().forEach(sum -> byState.merge(sum.code(), sum.count(), Long::sum));
        List<String> words = new ArrayList<>();
        for (String state : List.of("INVOICED", "OPEN", "HELD", "CREDITED", "VOIDED")) {
            long count = byState.getOrDefault(state, 0L);
            if (count > 0) {
                String what = state.equals("OPEN") && proposed ? "to be invoiced" : state.toLowerCase(Locale.ROOT);
                words.add(number(count) + " " + what);
            }
        }
        return title("Charges") + (words.isEmpty() ? "none" : String.join(", ", words)) + "\n";
    }

    private String invoices() {
        String what = proposed ? "to be issued" : "issued";
        String line = title("Invoices") + number(figures.count(figures.invoices())) + " " + what + "\n";
        return figures.invoices().isEmpty() ? line : line + documents(figures.invoices());
    }

    private String creditNotes() {
        if (figures.creditNotes().isEmpty()) {
            return title("Credit notes") + "none\n";
        }
        String what = proposed ? " to be issued" : " issued";
        return title("Credit notes") + number(figures.count(figures.creditNotes())) + what + "\n"
                + documents(figures.creditNotes());
    }

    private static String documents(List<Documents> all) {
        TextTable table = new TextTable()
                .indented("  ")
                .column("currency", Form.TEXT)
                .column("count", Form.WHOLE)
                .column("net", Form.AMOUNT)
                .column("tax", Form.AMOUNT)
                .column("total", Form.AMOUNT);
        all.forEach(sum -> table.row(sum.currency(), sum.count(), sum.net(), sum.tax(), sum.total()));
        return table.text();
    }

    private String held() {
        if (figures.held().isEmpty()) {
            return title("Held") + "nothing\n";
        }
        long count = figures.held().stream().mapToLong(Sum::count).sum();
        TextTable table = new TextTable()
                .indented("  ")
                .column("", Form.WHOLE)
                .column("", Form.AMOUNT)
                .column("", Form.TEXT)
                .column("", Form.TEXT);
        figures.held()
                .forEach(sum -> table.row(
                        sum.count(),
                        sum.amount() == null ? "no price" : sum.amount(),
                        sum.currency(),
                        sum.code() + ": " + advice.apply(sum.code())));
        return title("Held") + number(count) + (count == 1 ? " charge is" : " charges are")
                + " not invoiced until somebody decides (coverbook charges --held)\n" + table.text();
    }

    private String missing() {
        if (figures.missingCount() == 0) {
            return title("Agreements") + "every agreement that needs a plan has one\n";
        }
        int shown = figures.missing().size();
        String most = figures.missingCount() > shown ? "; the " + shown + " most urgent" : "";
        TextTable table = new TextTable()
                .indented("  ")
                .column("agreement", Form.TEXT)
                .column("customer", Form.TEXT)
                .column("due", Form.TEXT)
                .column("active subscriptions", Form.WHOLE);
        for (Missing missing : figures.missing()) {
            boolean late = missing.due() != null && missing.due().isBefore(figures.asOf());
            table.row(
                    missing.agreementId(),
                    TextTable.shortened(missing.customer(), 40),
                    missing.due() == null ? "" : missing.due() + (late ? " (overdue)" : ""),
                    missing.subscriptions());
        }
        return title("Agreements") + number(figures.missingCount()) + " without a support plan" + most
                + " (coverbook agreements --flagged)\n" + table.text();
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
