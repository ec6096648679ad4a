package io.coverbook.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.plan.PolicyCatalogue;
import io.coverbook.plan.TaxRates;
import io.coverbook.store.DocumentStore.Closing;
import io.coverbook.testkit.OpenBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every control of a close sees what it is there for. The wrong rows are written by the owner of the tables with their
 * triggers and checks off, for the program itself is refused them.
 */
@ExtendWith(OpenBook.Shared.class)
class ControlsIT {

    private static final String KEPT = "april_proposed";
    private static final YearMonth APRIL = YearMonth.of(2026, 4);

    private static OpenBook book;

    @BeforeAll
    static void april_is_proposed(OpenBook shared) {
        book = shared.empty();
        book.run("month-end", "2026-03", "--exports", "sample-data").expecting(0);
        book.run("month-end", "2026-04", "--exports", "sample-data", "--preview")
                .expecting(0);
        book.keep(KEPT);
    }

    private static Map<String, String> failing() throws SQLException {
        try (StoreProbe probe = new StoreProbe(book)) {
            String[] run = book.ask("select run_id, as_of from run order by run_id desc limit 1")
                    .get(0)
                    .split("\\|");
            Closing closing = new Closing(
                    APRIL,
                    LocalDate.parse(run[1]),
                    PolicyCatalogue.policies(Map.of("billing.first-month", "2026-03")),
                    new TaxRates(),
                    new RunMark(Long.parseLong(run[0]), 1));
            Map<String, String> failing = new TreeMap<>();
            for (Control control : probe.controls(closing)) {
                if (!control.holds()) {
                    failing.put(control.code(), String.valueOf(control.named()));
                } else {
                    assertNull(control.named(), control::code);
                }
            }
            return failing;
        }
    }

    private static void spoil(String table, String statement) throws SQLException {
        try (Connection owner = book.owner();
                Statement sql = owner.createStatement()) {
            sql.execute("alter table " + table + " disable trigger user");
            for (String check : book.ask(
                    "select conname from pg_constraint where contype = 'c' and conrelid = '" + table + "'::regclass")) {
                sql.execute("alter table " + table + " drop constraint " + check);
            }
            assertEquals(1, sql.executeUpdate(statement), "rows spoilt by " + statement);
        }
    }

    @Test
    void nothing_is_wrong_with_what_the_program_wrote() throws SQLException {
        book.like(KEPT);
        assertEquals(Map.of(), failing());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            i01-lines     | null                         | charge           | update charge set amount = amount + 1 where ctid = (select min(c.ctid) from charge c where state = 'OPEN' and posting_month = '2026-04-01')
            i01-count     | [-:\\w]+/\\d+                | proposed_line    | delete from proposed_line where ctid = (select max(ctid) from proposed_line where run_id = (select max(run_id) from run))
            i02-charges   | [-:\\w]+/\\d+                | charge           | delete from charge where ctid = (select min(c.ctid) from charge c where state = 'HELD')
            i03-amounts   | [-:\\w]+/\\d+                | charge           | update charge set amount = null where ctid = (select min(c.ctid) from charge c where state = 'INVOICED')
            i05-covered   | [-\\w]+                      | entitlement      | delete from entitlement where ctid = (select min(e.ctid) from entitlement e where until_on > '2100-01-01' and from_on < '2026-04-01')
            i06-intervals | [-\\w]+                      | entitlement      | update entitlement set until_on = until_on + 1 where ctid = (select min(e.ctid) from entitlement e where until_on < '2100-01-01')
            i07-verdicts  | [-\\w]+                      | ea_verdict       | delete from ea_verdict where ctid = (select min(v.ctid) from ea_verdict v where until_on > '2026-05-01' and from_on < '2026-04-01')
            i08-verdicts  | [-\\w]+                      | ea_verdict       | update ea_verdict set verdict = 'MISSING', plan_id = null where ctid = (select min(v.ctid) from ea_verdict v where verdict = 'COVERED' and until_on > '2026-05-01' and from_on < '2026-04-01')
            i08-verdicts  | [-\\w]+                      | ea_verdict       | update ea_verdict set plan_id = 'EA:OTHER' where ctid = (select min(v.ctid) from ea_verdict v where verdict = 'COVERED' and until_on > '2026-05-01' and from_on < '2026-04-01')
            i09-rows      | [-\\w]+\\.csv                | import_file      | update import_file set read = read + 1 where import_id = (select min(import_id) from import_file)
            i10-held      | [-:\\w]+/\\d+                | charge           | update charge set state = 'HELD', hold_reason = 'NO_PRICE' where ctid = (select min(c.ctid) from charge c where state = 'OPEN' and posting_month = '2026-04-01')
            i11-closed    | null                         | invoice          | update invoice set billing_profile_id = 'another' where ctid = (select min(ctid) from invoice)
            i12-renewing  | (ACCOUNT!EA) [-\\w]+         | plan_state       | update plan_state set scope_no = (select min(scope_no) from plan_state where status = 'ACTIVE' and not ends) where plan_id = (select max(plan_id) from plan_state where status = 'ACTIVE' and not ends)
            i13-developer | [-\\w]+(, [-\\w]+)*          | cover            | update cover set tier = 'DEVELOPER' where cover_no = (select min(cover_no) from scope_cover join scope using (scope_no) join cover using (cover_no) where scope_type = 'EA' and source = 'PLAN')
            i14-credits   | [-:\\w]+/\\d+                | proposed_credit  | update proposed_credit set amount = amount + 1000 where ctid = (select min(ctid) from proposed_credit)
            i15-ended     | [-:\\w]+/\\d+(, [-:\\w]+/\\d+){0,2} | plan_state       | update plan_state set ending_on = '2026-01-01' where plan_id = (select min(plan_id) from plan_state where status = 'ACTIVE' and not ends)
            i16-plans     | [-\\w]+                      | subscription_fact| update subscription_fact set subscription_id = (select min(plan_id) from plan_fact where not absent) where subscription_no = (select min(subscription_no) from subscription_fact where not absent)
            series        | null                         | document_series  | update document_series set last_no = last_no + 1 where series = (select min(series) from document_series)
            """)
    void a_wrong_row_fails_its_control_and_is_named(String control, String named, String table, String statement)
            throws SQLException {
        book.like(KEPT);
        spoil(table, statement);
        String said = failing().get(control);
        assertTrue(said != null, () -> control + " holds in spite of " + statement);
        assertTrue(said.matches(named.replace('!', '|')), () -> control + " names " + said);
    }

    @Test
    void a_failed_control_stops_the_close_and_says_which() throws SQLException {
        book.like(KEPT);
        spoil("import_file", "update import_file set read = read + 1 where import_id = 1");
        String said = book.run("approve", "2026-04").expecting(4).said();
        String file =
                book.ask("select file from import_file where import_id = 1").get(0);
        assertEquals(
                "failed control found should be such as I9 rows read are rows accounted for N N " + file,
                said.replaceAll("(?s).*(failed control.*?" + file + ").*", "$1")
                        .replaceAll("\\s+", " ")
                        .replaceAll("\\b\\d{3,}\\b(?!-)", "N"),
                said);
        assertEquals(List.of("2026-03-01"), new ArrayList<>(book.ask("select month from month_close")));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            first level | second level | charged terms | source
            UNIFIED     | STANDARD     | 2             | B9 P41 the first period is billed elsewhere
            STANDARD    | UNIFIED      | 0 1           | B9 P41 the second one is
            """)
    void each_coverage_period_of_an_agreement_has_its_own_level(
            String first, String second, String charged, String source) throws IOException, SQLException {
        book.empty();
        Path files = book.folder("files");
        Files.writeString(files.resolve("billing-accounts-2026-03-05.csv"), """
                billing_account_id,agreement_type,country,currency,payment_method
                BA-1,EA,US,USD,WIRE
                """);
        agreement(files, "2026-03-05", first + ",2026-03-05,2026-05-04");
        agreement(files, "2026-05-10", second + ",2026-05-10,2026-12-31");
        book.run("month-end", "2026-05", "--exports", files.toString(), "--policy", "billing.first-month=2026-03")
                .expecting(0);
        assertEquals(
                List.of("0", "1", "2"), book.ask("select term from term where service_from < '2026-06-01' order by 1"));
        List<String> terms = book.ask("select term from charge where charge_date < '2026-06-01' order by 1");
        assertEquals(charged, String.join(" ", terms), source);
        String said = book.run("explain", "charge", "EA:EA-1/" + (terms.contains("0") ? 2 : 0))
                .expecting(0)
                .said();
        assertEquals(true, said.contains("is Unified: it covers, and its fee is billed elsewhere"), said);
        assertEquals(false, failing().containsKey("i02-charges"), source);
        spoil("charge", "delete from charge where term = " + terms.get(0));
        assertEquals(true, failing().containsKey("i02-charges"), "a charge is missing");
    }

    private static void agreement(Path files, String day, String period) throws IOException {
        Files.writeString(files.resolve("enterprise-agreements-" + day + ".csv"), """
                ea_id,billing_account_id,status,start_date,end_date,support_level,support_coverage_start,support_coverage_end
                EA-1,BA-1,ACTIVE,2026-01-01,2027-12-31,%s
                """.formatted(period));
    }
}
