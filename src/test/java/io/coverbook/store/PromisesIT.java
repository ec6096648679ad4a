package io.coverbook.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.testkit.OpenBook;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the database refuses after a month-end, whoever asks, and the nearest things that it must allow. */
@ExtendWith(OpenBook.Shared.class)
class PromisesIT {

    private static final String REFUSED = "23514";
    private static final String NOT_UNIQUE = "23505";
    private static final String NO_RIGHT = "42501";

    /** A charge of an open month, of a plan that does not exist. */
    private static final String CHARGE =
            "insert into charge values ('P', %d, '2026-05-03', '2026-06-03', 1, 'STANDARD',"
                    + " 'USD', 100.00, '%s', %s, %s, 'BA', 1, 1)";

    private static final String RUN = "insert into run (purpose, period, state, actor, second_person, approved_by,"
            + " rules_version, policy_hash, reference_hash) select 'MONTH_END', %s, '%s', 'ann', %s, %s, '1',"
            + " policy_hash, reference_hash from run limit 1";

    private static OpenBook closed;

    @BeforeAll
    static void close_march(OpenBook book) throws SQLException {
        closed = book.empty();
        book.run("month-end", "2026-03", "--exports", "sample-data").expecting(0);
        assertTrue(
                Integer.parseInt(book.ask("select count(*) from invoice_line").get(0)) > 80);
    }

    /** What the promise compares is every column but the payment status. */
    @Test
    void no_column_of_an_invoice_is_left_out_of_the_promise() throws SQLException {
        String promise = closed.ask("select prosrc from pg_proc where proname = 'invoice_only_status'")
                .get(0);
        List<String> columns = closed.ask("select column_name from information_schema.columns"
                + " where table_name = 'invoice' and column_name <> 'status' order by ordinal_position");
        String listed = String.join(", ", columns);
        String[] sides = promise.replaceAll("\\s+", " ").split("select " + listed + " from", -1);
        assertEquals(3, sides.length, promise);
        assertTrue(sides[1].contains("after_rows except") && sides[2].contains("before_rows"), promise);
    }

    /** Looked up once a statement. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            an invoice of no series | insert into invoice select 'NONE-2026', 1, 'NONE-1', posting_month, 'BA-x', null, currency, \
            invoice_date, due_date, payment_method, 0, 1, 0, 1, 0, 1, 'ISSUED', run_id from invoice limit 1
            an invoice of no run    | insert into invoice select i.series, s.last_no + 1, 'NONE-1', posting_month, 'BA-x', null, \
            currency, invoice_date, due_date, payment_method, 0, 1, 0, 1, 0, 1, 'ISSUED', 99999999 \
            from invoice i join document_series s using (series) limit 1
            a proposal of no run    | insert into proposed_invoice (run_id, no, bill_to, currency, agreement_line, line_count, \
            subtotal) values (99999999, 1, 'BA-x', 'USD', false, 1, 1)
            a proposed line of no run | insert into proposed_line values (99999999, 1, 1, 'P', 0)
            """)
    void what_is_named_must_be_there(String what, String sql) throws SQLException {
        assertEquals("23503", refusal(closed.owner(), sql), what);
    }

    /** Planned for a few rows and kept, a comparison of the two sides of a statement takes hours for half a million. */
    @Test
    void promises_are_kept_for_many_rows_at_once() throws SQLException {
        String invoices = "insert into invoice select 'T-1', n, 'T-1-' || n, '2030-01-01', 'BA-' || n, null, 'USD',"
                + " '2030-01-31', '2030-02-14', 'WIRE', 0, 1, 0, 1, 0, 1, 'ISSUED', 1 from generate_series(1, 20000) n";
        String charges =
                "insert into charge select 'T-' || n, 0, '2030-01-01', '2030-02-01', 1, 'STANDARD', 'USD', 1, 'OPEN',"
                        + " null, '2030-01-01', 'BA', 1, 1 from generate_series(1, 20000) n";
        try (Connection fresh = closed.owner();
                Statement statement = fresh.createStatement()) {
            fresh.setAutoCommit(false);
            statement.execute("insert into document_series values ('T-1', 0)");
            statement.execute(invoices);
            statement.execute(charges);
            statement.execute("set local statement_timeout = '20s'");
            assertEquals(20_000, statement.executeUpdate("update invoice set status = 'PAID' where series = 'T-1'"));
            assertEquals(
                    20_000, statement.executeUpdate("update charge set state = 'INVOICED' where plan_id like 'T-%'"));
            fresh.rollback();
        }
    }

    /** Of the program and of the owner alike: no role is above these. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a line is changed                  | update invoice_line set amount = amount + 1, unit_price = unit_price + 1
            a line is deleted                  | delete from invoice_line where line = 1
            lines are emptied                  | truncate invoice_line
            an invoice's total is changed      | update invoice set total = total + 1, tax = tax + 1
            an invoice's bill-to is changed    | update invoice set bill_to = concat(bill_to, 'x'), status = 'PAID'
            an invoice is deleted              | delete from invoice where no = 1
            invoices are emptied               | truncate invoice
            a credit note is changed           | update credit_note set amount = 0.01
            a credit note is deleted           | delete from credit_note
            a month is opened again            | delete from month_close
            a month's seal is changed          | update month_close set documents_hash = ''
            an invoiced amount is changed      | update charge set amount = amount + 1 where state = 'INVOICED'
            an invoiced day is moved           | update charge set charge_date = charge_date - 1 where state = 'INVOICED'
            an invoiced charge is billed again | update charge set state = 'OPEN' where state = 'INVOICED'
            an invoiced charge is voided       | update charge set state = 'VOIDED', posting_month = null where state = 'INVOICED'
            a charge is deleted                | delete from charge where state = 'HELD'
            charges are emptied                | truncate charge
            a run is forgotten                 | delete from run
            a run gets another number          | update run set run_id = default
            a series is forgotten              | delete from document_series
            a series gets another name         | update document_series set series = concat(series, 'x')
            the audit is changed               | update audit set actor = 'nobody'
            the audit is shortened             | delete from audit
            the audit is emptied               | truncate audit
            """)
    void issued_documents_never_change(String what, String sql) throws SQLException {
        String asOwner = refusal(closed.owner(), sql);
        String asProgram = refusal(closed.app(), sql);
        assertEquals(REFUSED, asOwner, what);
        assertTrue(asProgram.equals(REFUSED) || asProgram.equals(NO_RIGHT), () -> what + ": " + asProgram);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            OPEN     | HELD     | ''
            OPEN     | VOIDED   | ''
            OPEN     | INVOICED | ''
            OPEN     | CREDITED | 23514
            HELD     | OPEN     | ''
            HELD     | VOIDED   | ''
            HELD     | INVOICED | 23514
            HELD     | CREDITED | 23514
            VOIDED   | OPEN     | ''
            VOIDED   | HELD     | ''
            VOIDED   | INVOICED | 23514
            VOIDED   | CREDITED | 23514
            INVOICED | OPEN     | 23514
            INVOICED | HELD     | 23514
            INVOICED | VOIDED   | 23514
            INVOICED | CREDITED | ''
            CREDITED | OPEN     | 23514
            CREDITED | HELD     | 23514
            CREDITED | VOIDED   | 23514
            CREDITED | INVOICED | 23514
            """)
    void a_charge_moves_only_as_the_rules_say(String from, String to, String state) throws SQLException {
        assertEquals(
                state,
                refusal(
                        closed.app(),
                        charge(1, from),
                        "update charge set state = '%s', hold_reason = %s, posting_month = %s where plan_id = 'P'"
                                .formatted(to, reason(to), month(to))));
    }

    @Test
    void a_closed_month_takes_no_charge() throws SQLException {
        String late = charge(1, "OPEN").replace("2026-05-01", "2026-03-01");
        assertEquals(REFUSED, refusal(closed.app(), late));
        assertEquals("", refusal(closed.app(), late.replace("2026-03-01", "2026-04-01")));
        assertEquals(
                REFUSED,
                refusal(
                        closed.app(),
                        charge(1, "OPEN"),
                        "update charge set posting_month = '2026-03-01' where plan_id = 'P'"));
    }

    @Test
    void numbers_have_no_gap_and_no_repeat() throws SQLException {
        assertEquals("", refusal(closed.app(), invoice("max(no) + 1", 1)));
        assertEquals(REFUSED, refusal(closed.app(), invoice("max(no) + 2", 1)));
        assertEquals(NOT_UNIQUE, refusal(closed.app(), invoice("max(no)", 1)));
        assertEquals("", refusal(closed.app(), invoice("max(no) + 1", 1), invoice("max(no) + 1", 2)));
        assertEquals(REFUSED, refusal(closed.app(), invoice("max(no) + 1", 1), invoice("max(no) + 2", 2)));
    }

    @Test
    void lines_add_up_to_their_header() throws SQLException {
        assertEquals("", refusal(closed.app(), invoice("max(no) + 1", 1), line("100.00", 1)));
        assertEquals(REFUSED, refusal(closed.app(), invoice("max(no) + 1", 1), line("99.99", 1)));
        assertEquals(
                REFUSED,
                refusal(closed.app(), invoice("max(no) + 1", 1), line("100.00", 1), line("0.01", 2)),
                "a line that comes later");
        assertEquals(REFUSED, refusal(closed.app(), line("100.00", 1)), "lines without an invoice");
        assertEquals(
                NOT_UNIQUE,
                refusal(
                        closed.app(),
                        invoice("max(no) + 1", 1),
                        line("100.00", 1)
                                .replace(
                                        "'P', 0",
                                        "(select plan_id from invoice_line limit 1), "
                                                + "(select term from invoice_line limit 1)")),
                "a charge on two lines");
    }

    @Test
    void one_invoice_a_month_and_customer() throws SQLException {
        assertEquals(
                NOT_UNIQUE,
                refusal(
                        closed.app(),
                        invoice("max(no) + 1", 1),
                        invoice("max(no) + 1", 2).replace("BA-T2", "BA-T1")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            facts are deleted            | delete from account_fact
            facts are deleted            | delete from agreement_fact
            facts are deleted            | delete from plan_fact
            facts are deleted            | delete from subscription_fact
            facts are deleted            | delete from role_fact
            facts are emptied            | truncate account_fact
            payments are forgotten       | delete from payment
            a payment is made a success  | update payment set result = 'SUCCESS'
            the past is deleted          | delete from account_past
            the past is deleted          | delete from subscription_past
            the past is deleted          | delete from role_past
            the past is rewritten        | update plan_past set tier = 'DEVELOPER'
            the past is invented         | insert into agreement_past select * from agreement_fact
            imports are forgotten        | delete from import_file
            rejects are forgotten        | delete from import_reject
            runs are deleted             | delete from run
            a policy is rewritten        | update policy_set set body = ''
            reference data is rewritten  | update reference_file set content = ''
            a notice is taken back       | delete from notice
            a flag is deleted            | delete from flag
            the audit is written by hand | insert into audit select id + 1, at, actor, action, body, prev, hash from audit
            the audit's head is moved    | update audit_head set id = 0
            a table is made              | create table spare (id int)
            a table is altered           | alter table charge add column spare int
            a trigger is switched off    | alter table invoice_line disable trigger all
            a trigger is dropped         | drop trigger invoice_line_stays on invoice_line
            triggers are passed by       | set session_replication_role = 'replica'
            a table is dropped           | drop table invoice_line
            a right is given             | grant delete on invoice_line to coverbook_app
            another role is taken        | set role coverbook_owner
            a role is made               | create role spare login
            a program is run             | copy (select 1) to program 'true'
            a file is read               | select pg_read_file('/etc/hostname')
            migrations are rewritten     | delete from flyway_schema_history
            """)
    void the_program_may_not(String what, String sql) throws SQLException {
        String state = refusal(closed.app(), sql);
        // No right to grant is a warning, and nothing is granted.
        if (sql.startsWith("grant")) {
            assertEquals("", state, what);
            assertEquals(
                    List.of("f"), closed.ask("select has_table_privilege('coverbook_app', 'invoice_line', 'delete')"));
        } else {
            assertEquals(NO_RIGHT, state, what);
        }
    }

    @Test
    void one_run_at_a_time_and_one_close_a_month() throws SQLException {
        assertEquals("", refusal(closed.app(), run("2026-04-01", "RUNNING", false, null)));
        assertEquals(
                NOT_UNIQUE,
                refusal(
                        closed.app(),
                        run("2026-04-01", "RUNNING", false, null),
                        run("2026-05-01", "RUNNING", false, null)));
        assertEquals(
                NOT_UNIQUE,
                refusal(
                        closed.app(),
                        run("2026-04-01", "PROPOSED", false, null),
                        run("2026-05-01", "APPROVED", false, null)));
        assertEquals("", refusal(closed.app(), run("2026-04-01", "DONE", false, null)));
        assertEquals(NOT_UNIQUE, refusal(closed.app(), run("2026-03-01", "DONE", false, null)));
    }

    @Test
    void nobody_approves_his_own_proposal_where_two_are_asked_for() throws SQLException {
        assertEquals(REFUSED, refusal(closed.app(), run("2026-04-01", "DONE", true, null)), "nobody approved");
        assertEquals(REFUSED, refusal(closed.app(), run("2026-04-01", "DONE", true, "ann")), "the proposer approved");
        assertEquals("", refusal(closed.app(), run("2026-04-01", "DONE", true, "bo")));
        assertEquals(
                REFUSED,
                refusal(
                        closed.app(),
                        run("2026-04-01", "PROPOSED", true, null),
                        "update run set state = 'RUNNING', approved_by = 'ann' where state = 'PROPOSED'"));
    }

    @ParameterizedTest
    @CsvSource({
        "account, scope_no",
        "agreement, scope_no",
        "plan, plan_id",
        "subscription, subscription_no",
    })
    void what_an_update_replaced_is_kept(String table, String key) throws SQLException {
        try (Connection app = closed.app();
                Statement statement = app.createStatement()) {
            app.setAutoCommit(false);
            long facts = statement.executeUpdate("update %s_fact set import_id = 999, line = 7".formatted(table));
            assertTrue(facts > 40, () -> table + " has " + facts);
            String kept = ("select count(*) from %s_past p join %s_fact f using (%s) where f.import_id = 999"
                            + " and p.import_id = (select max(import_id) from %s_past q where q.%s = p.%s)")
                    .formatted(table, table, key, table, key, key);
            assertEquals(List.of(String.valueOf(facts)), OpenBook.ask(app, kept));
            // The same import again brings nothing new to keep.
            String past = "select count(*) from " + table + "_past";
            List<String> before = OpenBook.ask(app, past);
            statement.executeUpdate("update %s_fact set line = 8".formatted(table));
            assertEquals(before, OpenBook.ask(app, past));
            app.rollback();
        }
    }

    @Test
    void the_audit_is_a_chain_that_shows_where_it_was_broken() throws SQLException {
        assertEquals(List.of(), broken(closed.owner(), ""));
        assertEquals(List.of("2"), broken(closed.owner(), "update audit set body = body || '.' where id = 2"));
        assertEquals(List.of("2"), broken(closed.owner(), "update audit set actor = 'somebody' where id = 2"));
        assertEquals(
                List.of("2"), broken(closed.owner(), "update audit set at = at + interval '1 second' where id = 2"));
        assertEquals(List.of("2"), broken(closed.owner(), "delete from audit where id = 1"));
        assertEquals(
                List.of("head"), broken(closed.owner(), "delete from audit where id = (select max(id) from audit)"));
    }

    /** Entries that do not follow from the one before, after the owner has tampered with the table. */
    private static List<String> broken(Connection connection, String tampering) throws SQLException {
        try (Connection owner = connection;
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            if (!tampering.isEmpty()) {
                statement.execute("alter table audit disable trigger user");
                assertEquals(1, statement.executeUpdate(tampering));
            }
            List<String> found = OpenBook.ask(owner, """
                    select id from (
                        select id, hash, prev, lag(hash, 1, '\\x00'::bytea) over (order by id) as before,
                               sha256(prev || convert_to(concat_ws('|', id,
                                   to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), actor, action, body), 'UTF8'))
                                   as should
                        from audit) a
                    where hash <> should or prev <> before
                    order by id""");
            found.addAll(OpenBook.ask(owner, """
                    select 'head' from audit_head h
                    where not exists (select from audit a where a.id = h.id and a.hash = h.hash)"""));
            assertTrue(Integer.parseInt(OpenBook.ask(owner, "select max(id) from audit_head")
                            .get(0))
                    >= 2);
            owner.rollback();
            return found;
        }
    }

    /** The SQL state with which the last of the orders is refused, empty when all are accepted. Nothing stays. */
    private static String refusal(Connection connection, String... orders) throws SQLException {
        try (Connection own = connection;
                Statement statement = own.createStatement()) {
            own.setAutoCommit(false);
            for (int i = 0; i < orders.length - 1; i++) {
                statement.execute(orders[i]);
            }
            try {
                statement.execute(orders[orders.length - 1]);
                return "";
            } catch (SQLException e) {
                return e.getSQLState();
            } finally {
                own.rollback();
            }
        }
    }

    private static String charge(int term, String state) {
        return CHARGE.formatted(term, state, reason(state), month(state));
    }

    private static String reason(String state) {
        return state.equals("HELD") ? "'NO_PRICE'" : "null";
    }

    private static String month(String state) {
        return state.equals("HELD") || state.equals("VOIDED") ? "null" : "'2026-05-01'";
    }

    /** An invoice over one line of 100.00 for a customer of its own. */
    private static String invoice(String no, int customer) {
        return "insert into invoice select 'INV-2026', %s, 'TEST-%d', '2026-05-01', 'BA-T%d', null, 'USD', '2026-06-05',"
                        .formatted(no, customer, customer)
                + " '2026-07-05', 'WIRE', 0, 100.00, 0, 100.00, 0, 1, 'ISSUED', 1 from invoice where series = 'INV-2026'";
    }

    private static String line(String amount, int line) {
        return ("insert into invoice_line values ('TEST-1', %d, 'P', 0, 1, 'STANDARD', '2026-05-03', '2026-06-03', 1,"
                        + " %s, %s)")
                .formatted(line, amount, amount)
                .replace("'P', 0", line == 1 ? "'P', 0" : "'P', " + line);
    }

    private static String run(String period, String state, boolean secondPerson, String approvedBy) {
        return RUN.formatted(
                "date '" + period + "'", state, secondPerson, approvedBy == null ? "null" : "'" + approvedBy + "'");
    }
}
