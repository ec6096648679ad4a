package io.coverbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.testkit.OpenBook;
import io.coverbook.testkit.OpenBook.Told;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people decide, on the sample data with March closed: written down, audited, and followed by what comes next. */
@ExtendWith(OpenBook.Shared.class)
class PeopleIT {

    private static final String KEPT = "march_closed";
    private static final String DUPLICATE = "ecb3ccd4-7df6-4c40-9f5d-5d6318dad126";
    private static final String WRONG_CHANNEL = "f54b784a-9df6-4630-adbf-2af58ede4783";
    private static final String NO_PRICE = "4e4baaff-65e9-49df-a85e-fc62df028fb1";

    private static OpenBook book;

    @BeforeAll
    static void close_march(OpenBook shared) {
        book = shared.empty();
        book.run("month-end", "2026-03", "--exports", "sample-data").expecting(0);
        book.keep(KEPT);
    }

    private static void march_again() {
        book.like(KEPT);
    }

    private static Told say(int code, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        if (!all.contains("--reason")) {
            all.addAll(List.of("--reason", "as agreed"));
        }
        return book.run(all.toArray(String[]::new)).expecting(code);
    }

    private static void says(Told told, String... parts) {
        for (String part : parts) {
            assertTrue(told.said().contains(part), () -> "no '" + part + "' in\n" + told.said());
        }
    }

    private static String one(String query) throws SQLException {
        return book.ask(query).get(0);
    }

    @Test
    void a_decision_is_kept_and_audited_with_who_and_why() throws SQLException {
        march_again();
        says(
                say(0, "release", DUPLICATE, "--as", "ann", "--reason", "both are wanted"),
                "Released: DUPLICATE_PLAN_ON_ACCOUNT of plan " + DUPLICATE + ", by ann.",
                "It takes effect with the next reconcile or month-end.");
        assertEquals(
                "RELEASE|DUPLICATE_PLAN_ON_ACCOUNT|2026-06-15 12:00:00+00|ann|both are wanted",
                one("select kind, code, at at time zone 'UTC' || '+00', actor, reason from ruling"));
        assertEquals(
                "ann|release|plan " + DUPLICATE + ", DUPLICATE_PLAN_ON_ACCOUNT: both are wanted",
                one("select actor, action, body from audit order by id desc limit 1"));
        says(say(0, "release", DUPLICATE), "was decided so before, by ann", "nothing changed");
        assertEquals("1", one("select count(*) from ruling"));
        says(
                say(0, "dismiss", DUPLICATE, "--flag", "duplicate-plan-on-account", "--json"),
                "\"changed\" : true",
                "Dismissed: DUPLICATE_PLAN_ON_ACCOUNT");
        assertEquals("2", one("select count(*) from ruling"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            release no-such-plan | no plan no-such-plan is recorded
            release 4e4baaff-65e9-49df-a85e-fc62df028fb1 | has no hold to release
            release 4e4baaff-65e9-49df-a85e-fc62df028fb1 --flag NO_PRICE | nobody can release NO_PRICE; it goes when a price or an exchange rate is there
            release f54b784a-9df6-4630-adbf-2af58ede4783 --flag EA_MULTIPLE_PLANS | is not held by EA_MULTIPLE_PLANS now
            dismiss 0ee620b4-0498-41f0-9fbc-1e3494c5cb5d --flag UNSUPPORTED_FREQUENCY | nobody can dismiss UNSUPPORTED_FREQUENCY
            release f54b784a-9df6-4630-adbf-2af58ede4783 --flag WHY | is no flag; holds to release are CHANNEL_NOT_ALLOWED
            approve-credit ecb3ccd4-7df6-4c40-9f5d-5d6318dad126 | has no cancellation to review
            waive EA_MISSING_PLAN EA-700108 --until 2026-06-14 | has passed; give a day from 2026-06-15 on
            waive EA_MISSING_PLAN EA-700209 --until 2026-07-01 | EA_MISSING_PLAN is not open for EA-700209
            credit INV-2026-999999 1 --amount 1 | no line 1 on an invoice INV-2026-999999
            credit INV-2026-000003 1 --amount 79.18 | 79.17 GBP can still be credited
            credit INV-2026-000003 1 --amount 0.001 | is no amount of GBP
            credit INV-2026-000003 1 --amount -1 | is no amount of GBP
            credit INV-2026-000003 1 | give --amount A to ask for a credit, or --approve
            """)
    void what_cannot_be_decided_so_is_refused_and_changes_nothing(String words, String hint) throws SQLException {
        march_again();
        String before = one("select count(*) from audit");
        says(say(2, words.split(" ")), hint);
        assertEquals(before, one("select count(*) from audit"));
        assertEquals(
                "0",
                one("select (select count(*) from ruling) + (select count(*) from waiver)"
                        + " + (select count(*) from goodwill)"));
    }

    @Test
    void a_reason_is_asked_for() {
        assertEquals(2, book.run("release", DUPLICATE).code());
        assertEquals(2, book.run("release", DUPLICATE, "--reason", " ").code());
    }

    @Test
    void a_waived_flag_is_off_the_worklists_until_its_day() {
        march_again();
        assertTrue(book.run("flags", "--open").said().contains("EA-700108"));
        says(
                say(0, "waive", "ea-missing-plan", "EA-700108", "--until", "2026-06-30", "--as", "ops"),
                "Waived until 2026-06-30: EA_MISSING_PLAN of EA EA-700108, by ops.");
        assertFalse(book.run("flags", "--open").said().contains("EA-700108"));
        says(book.run("flags", "--open"), "1 more is waived; --waived shows them too.");
        says(book.run("flags", "--object", "EA-700108", "--code", "EA_MISSING_PLAN"), "no flag matches", "1 more is");
        assertFalse(book.run("flags", "--code", "NO_PRICE").said().contains("more is waived"));
        assertFalse(book.run("flags", "--waived").said().contains("more is waived"));
        assertFalse(book.run("agreements", "--flagged").said().contains("EA-700108"));
        says(book.run("flags", "--open", "--waived"), "EA-700108", "2026-06-30", "ops", "as agreed");
        says(book.run("agreements", "--flagged", "--waived"), "EA-700108");
        says(book.run("explain", "flag", "EA_MISSING_PLAN", "EA-700108"), "until 2026-06-30, by ops", "as agreed");
        say(0, "waive", "EA_MISSING_PLAN", "EA-700108", "--until", "2026-06-15");
        assertFalse(book.run("flags", "--open").said().contains("EA-700108"));
    }

    @Test
    void a_waived_blocker_still_holds_its_money() throws SQLException {
        march_again();
        says(
                say(0, "waive", "NO_PRICE", NO_PRICE, "--until", "2026-12-31", "--as", "finance"),
                "What it holds stays held.");
        book.run("month-end", "2026-04", "--exports", "sample-data").expecting(0);
        assertEquals("HELD", one("select distinct state from charge where plan_id = '" + NO_PRICE + "'"));
    }

    @Test
    void goodwill_is_issued_with_the_next_close_and_taxed_like_its_invoice() throws SQLException {
        march_again();
        says(
                say(0, "credit", "inv-2026-000003", "1", "--amount", "20.5", "--as", "ann"),
                "Credit of 20.50 GBP on INV-2026-000003 line 1",
                "The credit note is issued with the next close.");
        say(0, "credit", "INV-2026-000003", "1", "--amount", "58.67");
        says(say(2, "credit", "INV-2026-000003", "1", "--amount", "0.01"), "0.00 GBP can still be credited");
        book.run("month-end", "2026-04", "--exports", "sample-data").expecting(0);
        assertEquals(
                List.of("20.50|GOODWILL|INV-2026-000003|2026-04-01", "58.67|GOODWILL|INV-2026-000003|2026-04-01"),
                book.ask("select amount, reason, invoice_number, posting_month from credit_note"
                        + " where reason = 'GOODWILL' order by amount"));
        book.run("month-end", "2026-05").expecting(0);
        assertEquals("2", one("select count(*) from credit_note where reason = 'GOODWILL'"));
        says(book.run("explain", "invoice", "INV-2026-000003"), "GOODWILL: 20.50 and tax 0.00");
    }

    @Test
    void a_second_person_agrees_before_a_credit_is_issued() throws SQLException {
        march_again();
        String second = "close.approval=SECOND_PERSON";
        says(
                say(0, "credit", "INV-2026-000003", "2", "--amount", "10", "--as", "ann", "--policy", second),
                "It needs the approval of somebody else");
        says(say(5, "credit", "INV-2026-000003", "2", "--approve", "--as", "ann"), "somebody else has to approve it");
        book.run("month-end", "2026-04", "--exports", "sample-data").expecting(0);
        assertEquals("0", one("select count(*) from credit_note where reason = 'GOODWILL'"));
        says(say(0, "credit", "INV-2026-000003", "2", "--approve", "--as", "bo"), "Approved: credit of 10.00 GBP");
        says(say(0, "credit", "INV-2026-000003", "2", "--approve", "--as", "bo"), "waits for approval");
        book.run("month-end", "2026-05").expecting(0);
        assertEquals(
                "10.00|2026-05-01", one("select amount, posting_month from credit_note where reason = 'GOODWILL'"));
    }

    @Test
    void the_database_keeps_what_people_said() throws SQLException {
        march_again();
        say(0, "release", WRONG_CHANNEL);
        say(0, "waive", "NO_PRICE", NO_PRICE, "--until", "2026-12-31");
        say(0, "credit", "INV-2026-000003", "1", "--amount", "1", "--as", "ann");
        String goodwill = "insert into goodwill (invoice_number, line, amount, second_person, at, actor, reason)"
                + " values ('INV-2026-000003', %s, false, now(), 'x', 'r')";
        List<String> refused = List.of(
                "update ruling set reason = 'x'",
                "delete from waiver",
                "truncate goodwill cascade",
                "update goodwill set amount = 1",
                "delete from goodwill_approval",
                "insert into goodwill_approval values (1, 'ann', now(), 'ann', 'r')",
                goodwill.formatted("1, 78.18"),
                goodwill.formatted("9, 1"),
                "insert into ruling (plan_id, kind, code, at, actor, reason) values ('P', 'RELEASE', 'X', now(), 'x', ' ')");
        try (Connection owner = book.owner();
                Statement sql = owner.createStatement()) {
            for (String statement : refused) {
                SQLException refusal = assertThrows(SQLException.class, () -> sql.execute(statement), statement);
                assertEquals("23514", refusal.getSQLState(), statement);
            }
            sql.execute(goodwill.formatted("1, 78.17"));
        }
    }

    @Test
    void what_is_released_is_charged_late_and_what_is_dismissed_is_void() throws SQLException {
        march_again();
        say(0, "release", DUPLICATE);
        say(0, "dismiss", WRONG_CHANNEL);
        book.run("month-end", "2026-04", "--exports", "sample-data").expecting(0);
        assertEquals(
                List.of("INVOICED|2026-04-01"),
                book.ask("select distinct state, posting_month from charge where plan_id = '" + DUPLICATE + "'"));
        assertEquals("VOIDED", one("select distinct state from charge where plan_id = '" + WRONG_CHANNEL + "'"));
        assertEquals(
                "LATE_CHARGE",
                one("select code from flag where object_id = '" + DUPLICATE + "' and code = 'LATE_CHARGE'"));
        says(
                book.run("explain", "flag", "DUPLICATE_PLAN_ON_ACCOUNT", DUPLICATE),
                "is resolved since",
                "RELEASE, by tester at 2026-06-15T12:00:00Z: as agreed");
    }

    @Test
    void a_decision_after_the_preview_overtakes_the_proposal() {
        march_again();
        book.run("month-end", "2026-04", "--exports", "sample-data", "--preview")
                .expecting(0);
        say(0, "release", WRONG_CHANNEL);
        says(book.run("approve", "2026-04").expecting(5), "is overtaken", "rulings to 1");
    }
}
