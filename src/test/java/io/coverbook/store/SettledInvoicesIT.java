package io.coverbook.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coverbook.testkit.OpenBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Invoices to be paid by wire: two months of one plan, due on 5 May and on 4 June (C14, E32, L19). */
@ExtendWith(OpenBook.Shared.class)
class SettledInvoicesIT {

    private static final String MARCH = "INV-2026-000001";
    private static final String PLAN =
            "subscription_id,billing_account_id,product_category,created_on,plan_tier,channel,purchased_at,cancel_requested_at";

    private OpenBook book;

    @BeforeEach
    void two_months_are_closed(OpenBook open) throws IOException {
        book = open.empty();
        closed("WIRE");
    }

    private void closed(String method) throws IOException {
        take(
                "billing-accounts-2026-03-31.csv",
                "billing_account_id,agreement_type,country,currency,payment_method",
                "BA-W,MCA,US,USD," + method);
        plan("2026-03-31", "");
        book.run("month-end", "2026-03").expecting(0);
        book.run("month-end", "2026-04").expecting(0);
    }

    private void plan(String day, String cancelled) throws IOException {
        take(
                "subscriptions-" + day + ".csv",
                PLAN,
                "SW,BA-W,,2025-01-01,,,,",
                "PL-1,BA-W,AZURE_SUPPORT,,STANDARD,AZURE_PORTAL,2026-03-10T08:00:00Z," + cancelled);
    }

    private void take(String name, String... lines) throws IOException {
        Path file = Files.writeString(book.folder("files").resolve(name), String.join("\n", lines) + "\n");
        book.run("import", file.toString()).expecting(0);
    }

    private void paid(String... rows) throws IOException {
        paidIn("payments-2026-06-01.csv", rows);
    }

    private void paidIn(String file, String... rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of("plan_id,at,result,invoice_number,amount"));
        lines.addAll(List.of(rows));
        take(file, lines.toArray(String[]::new));
    }

    private void stands(String day, String march, String april, String... flags) throws SQLException {
        book.run("reconcile", "--as-of", day).expecting(0);
        assertEquals(
                List.of(march, april), book.ask("select status from invoice order by invoice_number"), "on " + day);
        assertEquals(
                List.of(flags),
                book.ask("select object_type, object_id, severity, first_seen, resolved_on, origin from flag"
                        + " where code = 'INVOICE_OVERDUE'"),
                "on " + day);
    }

    @Test
    void nobody_pays() throws SQLException {
        stands("2026-05-05", "ISSUED", "ISSUED");
        stands("2026-05-06", "OVERDUE", "ISSUED", "ACCOUNT|BA-W|ACTION|2026-05-06|null|RECONCILE");
        stands("2026-06-10", "OVERDUE", "OVERDUE", "ACCOUNT|BA-W|ACTION|2026-05-06|null|RECONCILE");
    }

    @Test
    void a_payment_settles_the_oldest_line() throws IOException, SQLException {
        stands("2026-05-10", "OVERDUE", "ISSUED", "ACCOUNT|BA-W|ACTION|2026-05-06|null|RECONCILE");
        paid("PL-1,2026-05-20T10:00:00Z,DECLINED,,", "PL-1,2026-05-21T10:00:00Z,SUCCESS,,");
        stands("2026-05-20", "OVERDUE", "ISSUED", "ACCOUNT|BA-W|ACTION|2026-05-06|null|RECONCILE");
        stands("2026-05-31", "PAID", "ISSUED", "ACCOUNT|BA-W|ACTION|2026-05-06|2026-05-21|RECONCILE");
        stands("2026-06-10", "PAID", "OVERDUE", "ACCOUNT|BA-W|ACTION|2026-06-05|null|RECONCILE");
    }

    @Test
    void parts_add_up_on_the_invoice_they_name() throws IOException, SQLException {
        paid(
                "PL-1,2026-05-02T10:00:00Z,SUCCESS," + MARCH + ",60.00",
                "PL-1,2026-05-05T10:00:00Z,SUCCESS," + MARCH + ",40.00",
                "PL-2,2026-05-05T10:00:00Z,SUCCESS,INV-2026-000002,100.00");
        stands("2026-05-04", "ISSUED", "ISSUED");
        stands("2026-06-10", "PAID", "OVERDUE", "ACCOUNT|BA-W|ACTION|2026-06-05|null|RECONCILE");
    }

    @Test
    void a_late_file_of_old_payments_counts_from_its_days() throws IOException, SQLException {
        stands("2026-06-10", "OVERDUE", "OVERDUE", "ACCOUNT|BA-W|ACTION|2026-05-06|null|RECONCILE");
        paid("PL-1,2026-04-20T10:00:00Z,SUCCESS,,", "PL-1,2026-06-07T10:00:00Z,SUCCESS,,");
        stands("2026-06-10", "PAID", "PAID", "ACCOUNT|BA-W|ACTION|2026-06-05|2026-06-07|RECONCILE");
    }

    @Test
    void what_is_credited_is_owed_no_longer() throws IOException, SQLException {
        // The month from 10 April was never wanted: 26 days late, so its charge is credited (X15).
        plan("2026-05-04", "2026-04-08T10:00:00Z");
        paid("PL-1,2026-05-20T10:00:00Z,SUCCESS,,");
        stands("2026-06-10", "PAID", "PAID", "ACCOUNT|BA-W|ACTION|2026-05-06|2026-05-20|RECONCILE");
    }

    /** The status is that of the day, whatever it was before (C14). */
    @Test
    void a_card_that_failed_and_is_told_late_makes_the_invoice_unpaid_again() throws IOException, SQLException {
        book.empty();
        closed("CARD");
        stands("2026-05-10", "PAID", "PAID");
        paid("PL-1,2026-04-10T10:00:00Z,DECLINED,,");
        stands("2026-05-10", "PAID", "OVERDUE");
        paidIn("payments-2026-06-02.csv", "PL-1,2026-05-09T10:00:00Z,SUCCESS,,");
        stands("2026-05-10", "PAID", "PAID");
    }
}
