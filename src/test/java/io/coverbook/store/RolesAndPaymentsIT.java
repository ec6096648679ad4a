package io.coverbook.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.testkit.OpenBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files of payments and of role assignments: what they add, change, count and remove (A7, I9, L19). */
@ExtendWith(OpenBook.Shared.class)
class RolesAndPaymentsIT {

    private static final String COUNTS =
            "select read, added, changed, unchanged, duplicates, rejected, removed, outcome from import_file"
                    + " where file = '%s' order by import_id desc limit 1";

    private OpenBook book;
    private Path exports;

    @BeforeEach
    void a_new_book(OpenBook open) {
        book = open.empty();
        exports = open.folder("files");
    }

    private String imported(int code, String name, String... lines) throws IOException, SQLException {
        Path file = Files.writeString(exports.resolve(name), String.join("\n", lines) + "\n");
        book.run("import", file.toString()).expecting(code);
        return book.ask(COUNTS.formatted(name)).get(0);
    }

    private String payments(int code, String day, String... rows) throws IOException, SQLException {
        String[] lines = new String[rows.length + 1];
        lines[0] = "plan_id,at,result,invoice_number,amount";
        System.arraycopy(rows, 0, lines, 1, rows.length);
        return imported(code, "payments-" + day + ".csv", lines);
    }

    private String roles(int code, String day, String... rows) throws IOException, SQLException {
        String[] lines = new String[rows.length + 1];
        lines[0] = "user,role,scope,subscription_ids,actions";
        System.arraycopy(rows, 0, lines, 1, rows.length);
        return imported(code, "role-assignments-" + day + ".csv", lines);
    }

    @Test
    void payments_are_added_once_whatever_order_their_files_come_in() throws IOException, SQLException {
        assertEquals(
                "5|3|0|0|1|1|0|ACCEPTED",
                payments(
                        3,
                        "2026-04-06",
                        "PL-1,2026-04-06T12:00:00Z,SUCCESS,,",
                        "PL-1,2026-04-06T14:00:00+02:00,success,,",
                        "PL-1,2026-04-06T12:00:00Z,SUCCESS,,40.00",
                        "EA:EA-1,2026-04-05T12:00:00Z,DECLINED,INV-2026-000001,100",
                        "PL-1,yesterday,SUCCESS,,"));
        // Older, and no less true: nothing is stale, and what was told before is unchanged.
        assertEquals(
                "3|1|0|2|0|0|0|ACCEPTED",
                payments(
                        0,
                        "2026-04-01",
                        "PL-1,2026-04-06T12:00:00Z,SUCCESS,,40",
                        "EA:EA-1,2026-04-05T12:00:00Z,DECLINED,INV-2026-000001,100.0",
                        "PL-1,2026-03-01T00:00:00Z,DECLINED,,"));
        // A file without them removes nothing.
        assertEquals("1|1|0|0|0|0|0|ACCEPTED", payments(0, "2026-05-01", "PL-2,2026-05-01T00:00:00Z,SUCCESS,,"));
        assertEquals(
                List.of(
                        "EA:EA-1|DECLINED|INV-2026-000001|100|payments-2026-04-06.csv|5",
                        "PL-1|DECLINED|null|null|payments-2026-04-01.csv|4",
                        "PL-1|SUCCESS|null|40|payments-2026-04-06.csv|4",
                        "PL-1|SUCCESS|null|null|payments-2026-04-06.csv|2",
                        "PL-2|SUCCESS|null|null|payments-2026-05-01.csv|2"),
                book.ask("select plan_id, result, invoice_number, trim_scale(amount), file, p.line from payment p"
                        + " join import_file using (import_id) order by plan_id, at, amount nulls last"));
        assertEquals(List.of("0"), book.ask("select count(*) from flag"));
    }

    @Test
    void roles_come_change_and_go() throws IOException, SQLException {
        assertEquals(
                "6|5|0|0|1|0|0|ACCEPTED",
                roles(
                        0,
                        "2026-03-01",
                        "ann,OWNER,S-1,,",
                        "ann,Owner,/subscriptions/S-1,,",
                        "bo,CO_ADMIN,S-1,,",
                        "bo,CUSTOM,/providers/Microsoft.Management/managementGroups/M,S-1;S-2,*/read",
                        "cy,READER,/,,",
                        "cy,OWNER,/subscriptions/S-1/resourceGroups/rg,,"));
        assertEquals(List.of("ann|OWNER|S-1", "bo|CO_ADMIN|S-1", "bo|CUSTOM|S-1", "bo|CUSTOM|S-2"), reached());
        assertEquals(
                "3|1|1|1|0|0|3|ACCEPTED",
                roles(
                        0,
                        "2026-03-05",
                        "ann,OWNER,/subscriptions/S-1/,,",
                        "bo,CUSTOM,/providers/Microsoft.Management/managementGroups/M,S-2;S-3,Microsoft.Support/*",
                        "di,READER,S-3,,"));
        assertEquals(List.of("ann|OWNER|S-1", "bo|CUSTOM|S-2", "bo|CUSTOM|S-3", "di|READER|S-3"), reached());
        assertEquals(
                List.of("2026-03-01|f", "2026-03-05|t"),
                book.ask("select exported_on, may_create from (select * from role_fact union all"
                        + " select * from role_past) v where user_id = 'bo' and role = 'CUSTOM' order by 1"));
        assertEquals(
                List.of("bo|CO_ADMIN", "cy|OWNER", "cy|READER"),
                book.ask("select user_id, role from role_fact where absent order by 1, 2"));
    }

    private List<String> reached() throws SQLException {
        return book.ask("select user_id, role, subscription_id from role_subscription join role_fact using (role_no)"
                + " order by 1, 2, 3");
    }

    @Test
    void half_a_file_of_roles_removes_nothing_and_an_old_one_is_refused() throws IOException, SQLException {
        String[] many = new String[60];
        for (int i = 0; i < many.length; i++) {
            many[i] = "u-%03d,OWNER,S-1,,".formatted(i);
        }
        assertEquals("60|60|0|0|0|0|0|ACCEPTED", roles(0, "2026-03-02", many));
        assertEquals("2|0|0|1|0|1|0|ACCEPTED", roles(3, "2026-03-03", many[0], "u-new,GOD,S-1,,"));
        assertEquals("1|0|0|0|0|1|0|STALE", roles(3, "2026-03-01", many[0]));
        Path part = Files.writeString(
                exports.resolve("role-assignments-2026-03-04.csv"), "user,role,scope\nu-new,READER,S-1\n");
        book.run("import", part.toString(), "--partial").expecting(0);
        assertEquals(List.of("61"), book.ask("select count(*) from role_fact where not absent"));
        // No shrink control: all but one may go at once (A7).
        assertEquals("1|0|0|1|0|0|60|ACCEPTED", roles(0, "2026-03-05", many[0]));
    }

    @Test
    void two_different_rows_for_one_role_are_flagged_and_the_later_one_counts() throws IOException, SQLException {
        assertEquals(
                "2|1|0|0|1|0|0|ACCEPTED",
                roles(0, "2026-03-01", "bo,CUSTOM,/subscriptions/S-1,,*", "bo,CUSTOM,S-1,,*/read"));
        assertEquals(List.of("f"), book.ask("select may_create from role_fact"));
        assertEquals(
                List.of("DUPLICATE_CONFLICT|ROLE|bo|CUSTOM|S-1|ACTION|2026-03-01|null"),
                book.ask("select code, object_type, object_id, severity, first_seen, resolved_on from flag"));
    }

    @Test
    void a_check_shows_the_difference_and_writes_nothing() throws IOException, SQLException {
        Path pay = Files.writeString(
                exports.resolve("payments-2026-04-06.csv"),
                "plan_id,at,result\nPL-1,2026-04-06T12:00:00Z,SUCCESS\nPL-1,2026-04-07T12:00:00Z,SUCCESS\n");
        Path who = Files.writeString(
                exports.resolve("role-assignments-2026-04-06.csv"), "user,role,scope\nann,OWNER,S-1\n");
        String said = book.run("import", "--check", pay.toString(), who.toString())
                .expecting(0)
                .said();
        assertTrue(said.contains("payments-2026-04-06.csv") && said.contains("role-assignments-2026-04-06.csv"), said);
        assertEquals(
                List.of("0|0|0"),
                book.ask("select (select count(*) from payment), (select count(*) from role_fact),"
                        + " (select count(*) from import_file)"));
    }
}
