package io.coverbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.testkit.OpenBook;
import io.coverbook.testkit.OpenBook.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** E61 c with the other end: a cancellation told 47 days late is reviewed, and a person lets it count (X15, L19). */
@ExtendWith(OpenBook.Shared.class)
class ApproveCreditIT {

    private static final String HEAD = "subscription_id,billing_account_id,product_category,state,created_on,plan_tier,"
            + "channel,purchased_at,auto_renew,cancel_requested_at,cancel_channel";
    private static final String PLAN = "PL-1,BA-A,AZURE_SUPPORT,,,STANDARD,AZURE_PORTAL,2026-01-25T08:00:00Z,ON,";
    private static final String TERMS = "select charge_date, state from charge order by charge_date";
    private static final String NOTES = "select credit_note_number, reason, invoice_number, term, total, posting_month"
            + " from credit_note order by credit_note_number";

    private OpenBook book;

    @BeforeEach
    void a_cancellation_of_february_is_told_in_april(OpenBook open) throws IOException {
        book = open.empty();
        take(
                "billing-accounts-2026-03-01.csv",
                "billing_account_id,agreement_type,country,currency,payment_method",
                "BA-A,MCA,US,USD,WIRE");
        take("subscriptions-2026-03-01.csv", HEAD, "S1,BA-A,USAGE_BASED,ACTIVE,2025-01-01,,,,,,", PLAN + ",");
        for (String month : List.of("2026-01", "2026-02", "2026-03")) {
            book.run("month-end", month).expecting(0);
        }
        take(
                "subscriptions-2026-04-08.csv",
                HEAD,
                "S1,BA-A,USAGE_BASED,ACTIVE,2025-01-01,,,,,,",
                PLAN + "2026-02-20T10:00:00Z,AZURE_PORTAL");
        book.run("reconcile", "--as-of", "2026-04-09").expecting(0);
    }

    private void take(String name, String... lines) throws IOException {
        Path file = Files.writeString(book.folder("files").resolve(name), String.join("\n", lines) + "\n");
        book.run("import", file.toString()).expecting(0);
    }

    private static void says(Told told, String... parts) {
        for (String part : parts) {
            assertTrue(told.said().contains(part), () -> "no '" + part + "' in\n" + told.said());
        }
    }

    private Told approve(String... more) {
        List<String> words =
                new java.util.ArrayList<>(List.of("approve-credit", "PL-1", "--reason", "their ticket 4711"));
        words.addAll(List.of(more));
        return book.run(words.toArray(String[]::new)).expecting(0);
    }

    @Test
    void nothing_is_credited_until_somebody_says_so() throws SQLException {
        book.run("month-end", "2026-04").expecting(0);
        assertEquals(List.of("2026-01-25|INVOICED", "2026-02-25|INVOICED", "2026-03-25|INVOICED"), book.ask(TERMS));
        assertEquals(List.of(), book.ask(NOTES));
        assertEquals(
                List.of("2026-04-08|null"),
                book.ask("select first_seen, resolved_on from flag where code = 'BACKDATED_CANCEL_REVIEW'"));
    }

    @Test
    void approved_it_credits_what_began_after_the_cancellation() throws SQLException {
        says(approve("--as", "ann"), "Approved: the cancellation of plan PL-1 counts from its own day, by ann.");
        says(approve(), "was approved before, by ann", "nothing changed");
        book.run("month-end", "2026-04").expecting(0);
        assertEquals(List.of("2026-01-25|INVOICED", "2026-02-25|CREDITED", "2026-03-25|CREDITED"), book.ask(TERMS));
        assertEquals(
                List.of(
                        "CN-2026-000001|BACKDATED_CANCELLATION|INV-2026-000002|1|100.00|2026-04-01",
                        "CN-2026-000002|BACKDATED_CANCELLATION|INV-2026-000003|2|100.00|2026-04-01"),
                book.ask(NOTES));
        says(
                book.run("explain", "invoice", "cn-2026-000001"),
                "Credit note CN-2026-000001 gives BA-A back 100.00 USD in 2026-04 for term 1 of plan PL-1, invoiced by"
                        + " INV-2026-000002 line 1: the plan was cancelled before the term began",
                "asked for at 2026-02-20T10:00:00Z through AZURE_PORTAL",
                "subscriptions-2026-04-08.csv");
        says(book.run("explain", "invoice", "CN-2026-000009"), "No credit note CN-2026-000009 was issued.");
        book.run("month-end", "2026-05").expecting(0);
        assertEquals(2, book.ask(NOTES).size());
    }

    @Test
    void approved_goodwill_says_who_wanted_it() {
        book.run("credit", "INV-2026-000001", "1", "--amount", "12.50", "--reason", "slow answer", "--as", "ann")
                .expecting(0);
        book.run("month-end", "2026-04").expecting(0);
        says(
                book.run("explain", "invoice", "CN-2026-000001"),
                "gives BA-A back 12.50 USD",
                "by ann on 2026-06-15: slow answer");
    }
}
