package io.coverbook.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.fault.FaultPoint;
import io.coverbook.store.StoreProbe;
import io.coverbook.testkit.OpenBook;
import io.coverbook.testkit.Portfolio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was done stays done: whoever repeats a command, or gives its parts in another order, changes nothing. */
@ExtendWith(OpenBook.Shared.class)
class ConvergenceIT {

    /** The rows of all tables that decisions are written to, with the transaction that wrote each. */
    private static final String ROWS_AND_WRITERS = """
            select 'charge' as t, plan_id || ' ' || term as k, xmin::text from charge
            union all select 'plan', plan_id, xmin::text from plan_state
            union all select 'term', plan_id || ' ' || term, xmin::text from term
            union all select 'entitlement', subscription_no || ' ' || from_on, xmin::text from entitlement
            union all select 'cover', scope_no || ' ' || from_on, xmin::text from scope_cover
            union all select 'verdict', scope_no || ' ' || from_on, xmin::text from ea_verdict
            union all select 'flag', code || object_type || object_id, xmin::text from flag
            union all select 'notice', kind || object_id || due_on, xmin::text from notice
            union all select 'invoice', invoice_number, xmin::text from invoice
            union all select 'payment', import_id || ' ' || line, xmin::text from payment
            union all select 'role', role_no || ' ' || subscription_id, xmin::text from role_subscription
            order by 1, 2""";

    private OpenBook book;
    private Path exports;

    @BeforeEach
    void a_customer_base(OpenBook open) throws IOException {
        book = open.empty();
        exports = new Portfolio(7, 40).write(open.folder("exports"), 3);
    }

    @Test
    void a_month_end_run_twice_is_run_once() throws SQLException {
        monthEnd("2026-02");
        monthEnd("2026-03");
        Map<String, String> once = book.tables();
        List<String> rows = book.ask(ROWS_AND_WRITERS);
        assertTrue(lines(once, "invoices.csv") > 10 && lines(once, "entitlements.csv") > 100, once::toString);

        assertTrue(monthEnd("2026-03").said().contains("was closed before: nothing changed"));
        assertTrue(monthEnd("2026-02").said().contains("was closed before: nothing changed"));

        assertEquals(once, book.tables());
        assertEquals(rows, book.ask(ROWS_AND_WRITERS));
    }

    @Test
    void a_reconcile_that_finds_its_work_done_writes_no_row() throws SQLException {
        book.run("import", exports.toString()).expecting(0);
        book.run("reconcile", "--as-of", "2026-03-31").expecting(0);
        List<String> rows = book.ask(ROWS_AND_WRITERS);
        Map<String, String> tables = book.tables();
        assertTrue(rows.size() > 500, () -> rows.size() + " rows");

        book.run("reconcile", "--as-of", "2026-03-31").expecting(0);
        assertEquals(rows, book.ask(ROWS_AND_WRITERS));
        // An earlier day is never gone back to (A10).
        book.run("reconcile", "--as-of", "2026-02-15").expecting(0);
        assertEquals(rows, book.ask(ROWS_AND_WRITERS));
        assertEquals(tables, book.tables());

        // The probe sees a write: a later day has more terms.
        book.run("reconcile", "--as-of", "2026-04-30").expecting(0);
        assertNotEquals(rows, book.ask(ROWS_AND_WRITERS));
    }

    /** Wherever one of several parts breaks off, nothing is told as done, and the next run does what is left. */
    @Test
    void a_part_that_fails_fails_the_run_and_the_next_one_goes_on() {
        book.run("import", exports.toString()).expecting(0);
        brokenOff("2026-03-31");
    }

    /** What was touched by a run that broke off is not forgotten by the next one. */
    @Test
    void a_part_that_fails_when_little_changes_leaves_nothing_out() {
        book.run("import", exports.toString()).expecting(0);
        book.run("reconcile", "--as-of", "2026-02-10").expecting(0);
        brokenOff("2026-03-31");
    }

    private void brokenOff(String day) {
        book.keep("before");
        FaultPoint.plant(Long.MAX_VALUE);
        book.run("reconcile", "--as-of", day).expecting(0);
        long points = FaultPoint.hits();
        Map<String, String> whole = book.tables();
        System.setProperty("coverbook.parts", "3");
        try {
            for (int tenth = 3; tenth <= 9; tenth++) {
                book.like("before");
                FaultPoint.plant(points * tenth / 10);
                OpenBook.Told broken = book.run("reconcile", "--as-of", day);
                FaultPoint.plant(0);
                assertTrue(broken.code() != 0 && broken.said().contains("planted fault"), broken::said);
                book.run("reconcile", "--as-of", day).expecting(0);
                assertEquals(whole, book.tables(), "broken off at " + tenth + " tenths");
            }
        } finally {
            FaultPoint.plant(0);
            System.clearProperty("coverbook.parts");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_order_of_arrival_within_a_time_and_the_calls_do_not_matter(long seed) throws IOException {
        book.run("import", exports.toString()).expecting(0);
        book.run("reconcile", "--as-of", "2026-03-31").expecting(0);
        Map<String, String> together = withoutImports(book.tables());

        book.empty();
        Random random = new Random(seed);
        for (Path day : sorted(exports)) {
            List<Path> files = new ArrayList<>(sorted(day));
            Collections.shuffle(files, random);
            List<String> words = new ArrayList<>(List.of("import"));
            for (Path file : files) {
                words.add(file.toString());
                if (random.nextBoolean()) {
                    book.run(words.toArray(String[]::new)).expecting(0);
                    words = new ArrayList<>(List.of("import"));
                }
            }
            if (words.size() > 1) {
                book.run(words.toArray(String[]::new)).expecting(0);
            }
        }
        book.run("reconcile", "--as-of", "2026-03-31").expecting(0);
        assertEquals(together, withoutImports(book.tables()));
    }

    @Test
    void the_same_file_again_is_no_new_import() throws IOException, SQLException {
        book.run("import", exports.toString()).expecting(0);
        List<String> facts = book.ask("select subscription_id, import_id, line from subscription_fact order by 1");
        String imports = book.tables().get("imports.csv");
        assertEquals(1 + 3 * 5, imports.lines().count());

        assertTrue(book.run("import", exports.toString()).expecting(0).said().contains("imported before"));
        // Another name, the same time and content.
        Path copy = book.folder("copy").resolve("Subscriptions (1) 2026-03-31.csv");
        Files.copy(exports.resolve("2026-03-31/subscriptions-2026-03-31.csv"), copy);
        book.run("import", copy.toString(), "--exported-at", "2026-03-31T00:00:00Z")
                .expecting(0);

        assertEquals(imports, book.tables().get("imports.csv"));
        assertEquals(facts, book.ask("select subscription_id, import_id, line from subscription_fact order by 1"));
    }

    @Test
    void months_on_the_way_are_closed_first_as_if_each_had_been_asked_for() throws SQLException {
        book.run("import", exports.toString()).expecting(0);
        book.run("month-end", "2026-01", "--policy", "billing.first-month=2026-01")
                .expecting(0);
        book.run("month-end", "2026-03", "--policy", "billing.first-month=2026-01")
                .expecting(0);
        assertEquals(
                List.of("2026-01-01", "2026-02-01", "2026-03-01"),
                book.ask("select month from month_close order by 1"));
        Map<String, String> jumped = book.tables();

        book.empty();
        book.run("import", exports.toString()).expecting(0);
        for (String month : List.of("2026-01", "2026-02", "2026-03")) {
            book.run("month-end", month, "--policy", "billing.first-month=2026-01")
                    .expecting(0);
        }
        assertEquals(jumped, book.tables());
        book.run("month-end", "2025-12", "--policy", "billing.first-month=2026-01")
                .expecting(6);
    }

    @Test
    void of_two_programs_the_second_is_told_to_come_back() throws SQLException {
        try (Connection other = book.app()) {
            OpenBook.ask(other, "select pg_try_advisory_lock(7203441)");
            assertTrue(monthEndWith(75, "2026-03").said().contains("another run is writing"));
            book.run("import", exports.toString()).expecting(75);
            book.run("reconcile").expecting(75);
            assertEquals(List.of("0"), book.ask("select count(*) from run"));
        }
        monthEnd("2026-03");
    }

    @Test
    void a_run_whose_program_was_killed_is_gone_on_with_and_its_old_program_locked_out() throws SQLException {
        book.run("import", exports.toString()).expecting(0);
        book.ask("with orphan as (insert into run (purpose, as_of, period, state, actor, rules_version, policy_hash,"
                + " reference_hash) select 'MONTH_END', '2026-03-31', '2026-03-01', 'RUNNING', actor, rules_version,"
                + " policy_hash, reference_hash from run limit 1 returning run_id) select run_id from orphan");
        String orphan =
                book.ask("select run_id from run where state = 'RUNNING'").get(0);
        try (StoreProbe probe = new StoreProbe(book)) {
            probe.fence(Long.parseLong(orphan), 1);
            book.run("month-end", "2026-03").expecting(0);
            assertEquals(
                    List.of("DONE|2|tester"), book.ask("select state, epoch, actor from run where run_id = " + orphan));
            assertTrue(probe.fenced(Long.parseLong(orphan), 1));
        }
    }

    /** Its job had ended, and nobody had written down yet that the run was done. */
    @ParameterizedTest
    @ValueSource(strings = {"IMPORT", "RECONCILE"})
    void a_run_whose_program_was_killed_after_its_last_step_is_gone_on_with(String purpose) throws SQLException {
        String[] words = purpose.equals("IMPORT")
                ? new String[] {"import", exports.toString()}
                : new String[] {"reconcile", "--as-of", "2026-03-31"};
        book.run(words).expecting(0);
        String run = book.ask("with killed as (update run set state = 'RUNNING', ended_at = null where purpose = '"
                        + purpose + "' returning run_id) select run_id from killed")
                .get(0);
        book.run(words).expecting(0);
        assertEquals(List.of("DONE|2"), book.ask("select state, epoch from run where run_id = " + run));
    }

    @Test
    void a_run_that_is_still_going_and_was_taken_over_writes_nothing_more() throws SQLException {
        book.run("import", exports.toString()).expecting(0);
        book.ask("with orphan as (insert into run (purpose, as_of, state, actor, rules_version, policy_hash,"
                + " reference_hash) select 'RECONCILE', '2026-03-31', 'RUNNING', actor, rules_version,"
                + " policy_hash, reference_hash from run limit 1 returning run_id) select run_id from orphan");
        long orphan = Long.parseLong(
                book.ask("select run_id from run where state = 'RUNNING'").get(0));
        try (StoreProbe probe = new StoreProbe(book)) {
            assertEquals(2, probe.takeOver(LocalDate.of(2026, 3, 31)));
            assertTrue(probe.fenced(orphan, 1));
            probe.fence(orphan, 2);
        }
    }

    private OpenBook.Told monthEnd(String month) {
        return monthEndWith(0, month);
    }

    private OpenBook.Told monthEndWith(int code, String month) {
        return book.run("month-end", month, "--exports", exports.toString()).expecting(code);
    }

    private static long lines(Map<String, String> tables, String name) {
        return tables.get(name).lines().count();
    }

    /** Imports tell how the files came; everything else must be equal. */
    private static Map<String, String> withoutImports(Map<String, String> tables) {
        tables.remove("imports.csv");
        tables.remove("SHA256SUMS");
        return tables;
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
