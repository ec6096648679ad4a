package io.coverbook.outbox;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One event in one line, for people. */
final class Headline {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private Headline() {}

    static String of(Topic topic, Facts facts) {
        return switch (topic) {
            case CLOSE_BLOCKED -> month(facts) + " is not closed: " + why(facts);
            case APPROVAL_AWAITED ->
                month(facts) + " is proposed by " + facts.text("actor") + " and waits for somebody else";
            case WORK_FAILED -> facts.text("work") + ": " + facts.text("why");
            case RUN_FAILED -> run(facts) + " failed: " + facts.text("note");
            case RUN_STOPPED -> run(facts) + " stopped: its program is gone, or ended with an error";
            case IMPORT_SHRUNK, FILE_REFUSED ->
                facts.text("file") + ": " + facts.text("message") + " (" + facts.text("code") + ")";
            case ROWS_REJECTED ->
                facts.text("file") + ": " + number(facts, "rows_rejected") + " of " + number(facts, "rows_read")
                        + " rows rejected";
            case AGREEMENT_WITHOUT_PLAN -> agreement(facts);
            case RENEWAL_DUE -> renewal(facts, "ends on");
            case RENEWAL_LAPSED -> renewal(facts, "ended on");
            case MONTH_PROPOSED -> month(facts) + " is proposed; nothing is issued yet";
            case MONTH_CLOSED -> closed(facts);
            case RUN_DONE -> done(facts);
        };
    }

    private static String why(Facts facts) {
        String why = facts.text("why");
        return why.isEmpty() ? "a control failed (run " + facts.text("run_id") + ")" : why;
    }

    private static String month(Facts facts) {
        String period = facts.text("period");
        return period.isEmpty() ? "the month" : YearMonth.parse(period).format(MONTH);
    }

    private static String run(Facts facts) {
        String what = facts.text("purpose").toLowerCase(Locale.ROOT).replace('_', '-');
        String day = facts.text("period").isEmpty() ? facts.text("as_of") : facts.text("period");
        return "Run " + facts.text("run_id") + ", " + what + (day.isEmpty() ? "" : " " + day);
    }

    private static String agreement(Facts facts) {
        String due = facts.text("due_date");
        return facts.text("agreement") + "  " + facts.text("customer") + ", "
                + some(facts, "subscriptions", "active subscription") + ", without a plan since " + facts.text("since")
                + (due.isEmpty() ? "" : ", due " + due);
    }

    private static String renewal(Facts facts, String ends) {
        return facts.text("scope") + "  " + facts.text("customer") + ": plan " + facts.text("plan") + " "
                + Letters.tier(facts.text("tier")) + " " + ends + " " + facts.text("contract_end");
    }

    private static String closed(Facts facts) {
        List<String> parts = new ArrayList<>();
        parts.add(some(facts, "invoices", "invoice")
                + (facts.text("totals").isEmpty()
                        ? ""
                        : " (" + facts.text("totals").replace("=", " ").replace(";", ", ") + ")"));
        parts.add(some(facts, "credit_notes", "credit note"));
        if (facts.number("held") > 0) {
            parts.add(some(facts, "held", "charge") + " held");
        }
        return month(facts) + " is closed: " + String.join(", ", parts);
    }

    private static String done(Facts facts) {
        List<String> parts = new ArrayList<>();
        if (facts.number("files") > 0) {
            parts.add(some(facts, "files", "file") + ", " + some(facts, "rows_read", "row") + " read, "
                    + number(facts, "rows_rejected") + " rejected, " + some(facts, "files_refused", "file")
                    + " refused");
        }
        parts.add(some(facts, "rows_written", "row") + " written in "
                + String.format(Locale.ROOT, "%.1f s", facts.number("millis") / 1000.0));
        return run(facts) + ": " + String.join(", ", parts);
    }

    private static String some(Facts facts, String name, String one) {
        return number(facts, name) + " " + one + (facts.number(name) == 1 ? "" : "s");
    }

    private static String number(Facts facts, String name) {
        return String.format(Locale.ROOT, "%,d", facts.number(name));
    }
}
