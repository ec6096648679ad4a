package io.coverbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program as a person uses it, on the sample data: one month-end after the other, and the lists in between. */
@TestMethodOrder(OrderAnnotation.class)
class CommandsIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-06T08:00:00Z"), ZoneOffset.UTC);
    private static final String COVERED = "0128028b-715f-497b-b0c2-d8d70789228d";

    @TempDir
    private static Path folder;

    private static Root program;

    private record Said(int code, String out, String err) {

        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    @BeforeAll
    static void open() {
        program = new Root(CLOCK);
        Program.commandLine(program, new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()))
                .parseArgs("--data-dir", folder.resolve("data").toString());
    }

    @AfterAll
    static void close() {
        program.close();
    }

    private static Said say(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        try (Root line = new Root(program)) {
            int code = Program.commandLine(line, new PrintWriter(out, true), new PrintWriter(err, true))
                    .execute(words);
            return new Said(code, out.toString(), err.toString());
        }
    }

    private static Said good(String... words) {
        Said said = say(words);
        assertEquals(Exit.DONE, said.code(), said.out() + said.err());
        return said;
    }

    private static void says(Said said, String... parts) {
        for (String part : parts) {
            assertTrue(said.out().contains(part), () -> "no '" + part + "' in\n" + said.out() + said.err());
        }
    }

    private static Path reports(String month) {
        return folder.resolve("data/reports").resolve(month);
    }

    @Test
    @Order(1)
    void before_anything_the_answers_say_so() {
        says(good("plans"), "Nothing found: no plan matches.");
        says(good("coverage", "x"), "No subscription has 'x' in its id or name.");
        assertTrue(good("coverage", "x", "--json").json().get("covered").isNull());
        assertEquals(Exit.APPROVAL, say("approve", "2026-03").code());
    }

    @Test
    @Order(2)
    void old_exports_stop_a_month_that_must_be_fresh() {
        Said said = say("month-end", "2026-04", "--exports", "sample-data/2026-02-28", "--require-fresh");
        assertEquals(Exit.CONTROL, said.code(), said.err());
        says(said, "April 2026 is NOT closed", "the newest export of subscriptions is of 2026-02-28");
        assertFalse(Files.exists(reports("2026-04")));
    }

    @Test
    @Order(3)
    void a_preview_shows_everything_and_issues_nothing() {
        Said said = good("month-end", "2026-03", "--exports", "sample-data", "--preview");
        says(
                said,
                "March 2026 is proposed",
                "Nothing is issued yet",
                "9 new, 77 renewed, 3 ended (3 cancelled)",
                "107 to be invoiced, 12 held",
                "105 to be issued",
                "EUR          23   6,605.82  0.00   6,605.82",
                "NO_PRICE: there is no price",
                "16 without a support plan; the 5 most urgent",
                "all 17 hold",
                "coverbook approve 2026-03");
        assertTrue(said.err().contains("decide"), said.err());
        says(good("invoices"), "Nothing found");
        assertTrue(Files.isRegularFile(reports("2026-03-preview").resolve("proposed-invoices.csv")));
        assertFalse(Files.exists(reports("2026-03")));
    }

    @Test
    @Order(4)
    void approving_issues_what_was_previewed() throws IOException {
        says(good("approve", "2026-03"), "March 2026 is closed", "105 issued", "107 invoiced, 12 held");
        assertEquals(
                106,
                Files.readAllLines(reports("2026-03").resolve("invoices.csv")).size());
        assertTrue(Files.readString(reports("2026-03").resolve("summary.txt")).contains("105 issued"));
    }

    @Test
    @Order(5)
    void a_closed_month_stays_and_its_folder_comes_back() throws IOException {
        byte[] before = Files.readAllBytes(reports("2026-03").resolve("invoices.csv"));
        delete(reports("2026-03"));
        says(good("month-end", "2026-03"), "March 2026 was closed before: nothing changed");
        assertEquals(
                new String(before, java.nio.charset.StandardCharsets.UTF_8),
                Files.readString(reports("2026-03").resolve("invoices.csv")));
        assertEquals(Exit.CLOSED, say("month-end", "2026-02").code());
        assertEquals(
                Exit.REJECTED,
                say("month-end", "2026-03", "--tolerate-holds", "3").code());
        good("month-end", "2026-03", "--tolerate-holds", "13");
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    @Order(6)
    void lists_can_be_narrowed_and_come_in_three_forms() {
        says(good("plans", "--held"), "7 plans", "HELD");
        says(good("charges", "--held"), "12 charges", "EA_MULTIPLE_PLANS");
        says(good("invoices", "--period", "2026-03", "--currency", "jpy"), "2 invoices", "JPY");
        says(good("flags", "--severity", "blocker", "--open"), "13 flags", "What they mean and what to do:");
        says(good("notices"), "PLAN_ENDED");
        says(good("agreements", "--flagged"), "20 agreements", "EA-700108", "2023-04-30");
        List<String> due = new ArrayList<>();
        good("agreements", "--flagged", "--json")
                .json()
                .get("rows")
                .forEach(row -> due.add(
                        row.get("due_date").isNull() ? "9" : row.get("due_date").stringValue()));
        assertEquals(due.stream().sorted().toList(), due);
        JsonNode invoices = good("invoices", "--json").json();
        assertEquals(105, invoices.get("rows").size());
        assertEquals(
                "INV-2026-000001",
                invoices.get("rows").get(0).get("invoice_number").stringValue());
        List<String> csv =
                good("flags", "--code", "NO_PRICE", "--csv").out().lines().toList();
        assertEquals(
                "severity,code,object_type,object_id,first_seen,resolved_on,waived_until,waived_by,waived_why,file,line,"
                        + "advice,who",
                csv.get(0));
        assertEquals(4, csv.size());
        says(good("charges", "--account", "Sandpiper"), "1 charge", "INVOICED");
    }

    @Test
    @Order(7)
    void coverage_says_why_and_where_it_was_read() {
        Said said = good("coverage", COVERED.substring(0, 8));
        says(
                said,
                "Covered for technical support by Standard through 2 April 2026, and renewing from there"
                        + " (plan 762e89b6-6f0b-4365-9936-5f7c6d316482, account BA-100407).",
                "rule X16.3, subscriptions-2026-02-28.csv line 455",
                "number 6, 2026-03-03 through 2026-04-02, RENEWED");
        says(
                good("coverage", COVERED, "--at", "2025-01-01"),
                "Not covered for technical support: account BA-100407 has no support plan (ACCOUNT_NO_PLAN).");
        says(good("coverage", COVERED, "--at", "2024-01-01"), "did not exist on 1 January 2024");
        says(good("coverage", "efdc57a7"), "account BA-100115 is DISABLED since 18 March 2026 (ACCOUNT_NOT_ACTIVE)");
        says(good("coverage", "00"), "may mean 79 subscriptions", "and 59 more");
        says(good("coverage", "01a3dc51-4781-4ba6-a8d0-5dba72e3de5b"), "is a support plan, not a subscription");
        JsonNode json = good("coverage", COVERED, "--json").json();
        assertEquals(1, json.get("schemaVersion").intValue());
        assertTrue(json.get("covered").booleanValue());
        assertEquals("STANDARD", json.get("tier").stringValue());
        assertEquals("2025-09-03", json.get("valid_from").stringValue());
        assertTrue(json.get("valid_through").isNull());
        assertEquals(448, json.get("facts").get(0).get("line").intValue());
    }

    @Test
    @Order(7)
    void explain_walks_a_row_back_to_files_prices_and_policies() {
        Said charge = good("explain", "charge", "EA:EA-700209/5");
        says(
                charge,
                "Term 5 of plan EA:EA-700209, 1 March 2026 through 31 March 2026: 1000.00 USD. It is invoiced, INV-2026-",
                "rule X1, A5, enterprise-agreements-2026-02-28.csv line 41",
                "1000.00 USD, the list price of Professional Direct from 2020-01-01",
                "rule X4, P12, prices.csv line 4",
                "MONTH_END 2026-03 as of 2026-03-31",
                "purchase.proration = NONE");
        assertEquals(
                charge.out(), good("explain", "charge", "EA:EA-700209", "5").out());
        says(
                good("explain", "flag", "no-price", "EA:EA-700133"),
                "NO_PRICE is raised since 15 March 2026 for PLAN EA:EA-700133: there is no price",
                "term 9, 2026-03-15 through 2026-04-14, no price yet",
                "rule X6, P36, billing-accounts-2026-02-28.csv line 72");
        String rival = "321df8ef-fa5f-44f7-be2c-1116fceac58a, Standard, bought 2025-09-06";
        says(good("explain", "charge", "ecb3ccd4-7df6-4c40-9f5d-5d6318dad126/0"), "beside", rival, "X10, B7");
        says(
                good("explain", "flag", "duplicate-plan-on-account", "ecb3ccd4-7df6-4c40-9f5d-5d6318dad126"),
                "beside",
                rival,
                "release the plan if both are");
        says(
                good("explain", "term", "EA:EA-700209/40"),
                "Plan EA:EA-700209 has no term 40: it would begin on 1 February 2029, which no reconcile has reached.");
        says(
                good("explain", "term", "cccb059e-1a08-481b-bdcd-9227ccfa5b56/16"),
                "it was cancelled",
                "rule X6, X7, B11");
        says(
                good("explain", "invoice", "inv-2026-000003"),
                "Invoice INV-2026-000003 asks BA-100103 for 870.87 GBP by 5 April 2026",
                "line 2",
                "subscriptions-2026-03-31.csv line 24",
                "invoice.day.default = 5");
        JsonNode json = good("explain", "entitlement", COVERED + "/2026-03-20", "--json")
                .json();
        assertEquals(1, json.get("schemaVersion").intValue());
        assertTrue(json.get("found").booleanValue());
        assertEquals(COVERED + "/2026-03-20", json.get("id").stringValue());
        assertEquals(448, json.get("facts").get(0).get("line").intValue());
        says(good("explain", "charge", "no-such-plan/0"), "No plan no-such-plan is recorded.");
        says(good("explain", "invoice", "INV-1999-000001"), "No invoice INV-1999-000001 was issued.");
    }

    @Test
    @Order(8)
    void rejected_rows_are_shown_with_what_to_do() throws IOException {
        Path file = folder.resolve("billing-accounts-2026-04-01-with-quite-a-long-name-for-a-file-of-this-kind.csv");
        Files.writeString(
                file, "billing_account_id,agreement_type,country,currency\nBA-9,MCB,SE,SEK\nBA-8,MCA,SE,SEK\n");
        Said said = say("import", file.toString(), "--partial", "--exported-at", "2026-04-01T00:00:00Z");
        assertEquals(Exit.REJECTED, said.code(), said.out() + said.err());
        says(said, "R04_ENUM", "agreement_type", "The other rows are in.", "…");
        JsonNode again = say("import", file.toString(), "--partial", "--exported-at", "2026-04-01T00:00:00Z", "--json")
                .json();
        assertEquals("SAME", again.get("files").get(0).get("result").stringValue());
        good(
                "import",
                file.toString(),
                "--partial",
                "--exported-at",
                "2026-04-02T00:00:00Z",
                "--tolerate-rejects",
                "1");
    }

    @Test
    @Order(9)
    void a_script_goes_on_after_rejects_and_stops_at_anything_else() throws IOException {
        Path script = folder.resolve("script");
        Files.writeString(
                script, "# a day\nreconcile --as-of 2026-04-10 --tolerate-holds 0\nplans --limit 1\nnonsense\nflags\n");
        Said said = say("do", script.toString());
        assertEquals(Exit.USAGE, said.code());
        says(said, "Everything recorded is as the facts ask for on 2026-04-10", "the first 1 shown");
        assertFalse(said.out().contains("EA_MISSING_PLAN"));
        assertTrue(said.err().contains("stopped at line 4 with exit code 2"), said.err());
        assertEquals(
                "2026-04-10",
                good("reconcile", "--as-of", "2026-04-01", "--json")
                        .json()
                        .get("as_of")
                        .stringValue());
    }

    @Test
    @Order(10)
    void the_next_month_closes_and_answers_in_json() {
        JsonNode closed = good("month-end", "2026-04", "--exports", "sample-data", "--json")
                .json();
        assertEquals("CLOSED", closed.get("ending").stringValue());
        assertEquals(17, closed.get("controls").size());
        assertTrue(closed.get("month_over").booleanValue());
        assertTrue(closed.get("invoices").size() > 10);
        assertEquals(
                15,
                good("export", "--out", folder.resolve("out").toString(), "--json")
                        .json()
                        .get("tables")
                        .size());
    }
}
