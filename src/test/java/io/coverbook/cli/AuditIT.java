package io.coverbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.testkit.OpenBook;
import io.coverbook.testkit.OpenBook.Told;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people change is in the audit, in their name; and what is done to the audit shows. */
@ExtendWith(OpenBook.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditIT {

    private static final String KEPT = "audited";
    private static final Pattern SEAL = Pattern.compile("Last seal: (\\d+:[0-9a-f]{64})");

    /** What is said, and what the audit then says last: who, which action; a line without is one that changes nothing. */
    private static final String ACTS = """
            import sample-data/2026-02-28                                            | run done
            reconcile --as-of 2026-03-01                                             | run done
            month-end 2026-03 --exports sample-data --preview                        | run proposed
            approve 2026-03                                                          | run done
            schedule pause reconcile                                                 | pause card
            schedule pause reconcile                                                 |
            schedule resume reconcile                                                | resume card
            waive EA_MISSING_PLAN EA-700108 --until 2026-12-31 --reason tried        | waive
            purge                                                                    | purge
            agreements --flagged                                                     |
            audit verify                                                             |
            """;

    private OpenBook book;
    private String seal;

    @BeforeAll
    void everything_that_people_do(OpenBook shared) throws SQLException {
        book = shared.empty();
        int number = 0;
        String last = "";
        for (String act : ACTS.lines().toList()) {
            String[] parts = act.split("\\|", -1);
            String who = "person" + number++;
            String[] words = (parts[0].strip() + " --as " + who).split(" ");
            book.run(words).expecting(0);
            last = parts[1].isBlank() ? last : who + "|" + parts[1].strip();
            assertEquals(List.of(last), book.ask("select actor, action from audit order by id desc limit 1"), act);
        }
        assertEquals(List.of("person3|proposal of run 4 for 2026-03"), said("approve"));
        seal = seal(book.run("audit", "verify").expecting(0));
        book.keep(KEPT);
    }

    private List<String> said(String action) throws SQLException {
        return book.ask("select actor, body from audit where action = '" + action + "'");
    }

    private static String seal(Told told) {
        Matcher found = SEAL.matcher(told.said());
        assertTrue(found.find(), told.said());
        return found.group(1);
    }

    private void tamper(String orders) throws SQLException {
        try (Connection owner = book.like(KEPT).owner();
                Statement statement = owner.createStatement()) {
            statement.execute("alter table audit disable trigger user");
            for (String order : orders.split(";")) {
                statement.execute(order);
            }
            statement.execute("alter table audit enable trigger user");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            what was done is changed   | update audit set body = concat(body, '.') where id = 2     | entry 2 says something else than was sealed
            who did it is changed      | update audit set actor = 'nobody' where id = 1             | entry 1 says something else than was sealed
            the time is changed        | update audit set at = at + interval '1 second' where id = 3 | entry 3 says something else than was sealed
            the first is gone          | delete from audit where id = 1                             | entry 2 does not follow from the one before it
            one in the middle is gone  | delete from audit where id = 3                             | entry 4 does not follow from the one before it
            the last is gone           | delete from audit where id = (select max(id) from audit)   | entries are missing at the end
            all are gone               | delete from audit                                          | entries are missing at the end
            the head is moved          | update audit_head set id = id + 1                          | the head was moved
            the head is gone           | delete from audit_head                                     | the head was moved
            one is sealed anew         | update audit set body = 'x', hash = sha256(prev ~~ convert_to(concat_ws('~', id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), actor, action, 'x'), 'UTF8')) where id = 2 | entry 3 does not follow from the one before it
            """)
    void what_is_done_to_it_shows(String what, String order, String expected) throws SQLException {
        tamper(order.replace('~', '|'));
        Told told = book.run("audit", "verify").expecting(4);
        assertTrue(told.said().contains(expected), () -> what + ": " + told.said());
        JsonNode answer = JsonMapper.shared()
                .readTree(book.run("audit", "verify", "--json").expecting(4).said());
        assertFalse(answer.get("whole").asBoolean());
        assertTrue(answer.get("faults").toString().contains(expected), what);
    }

    /** The database alone cannot tell this; a seal that was noted elsewhere can. */
    @Test
    void what_was_cut_off_with_its_head_shows_by_a_seal_that_was_noted() throws SQLException {
        tamper("delete from audit where id = (select max(id) from audit);"
                + "update audit_head set id = (select max(id) from audit), hash = (select hash from audit order by id desc"
                + " limit 1)");
        book.run("audit", "verify").expecting(0);
        Told told = book.run("audit", "verify", "--noted", seal).expecting(4);
        assertTrue(told.said().contains("is not there, against what was noted"), told::said);
        // Somebody goes on, and the number is there again.
        book.run("schedule", "pause", "purge").expecting(0);
        told = book.run("audit", "verify", "--noted", seal).expecting(4);
        assertTrue(told.said().contains("has another seal, against what was noted"), told::said);
    }

    @Test
    void a_whole_one_goes_on_and_through_a_restore() throws SQLException {
        book.like(KEPT);
        Path file = book.folder("kept").resolve("all.zip");
        book.run("backup", file.toString()).expecting(0);
        book.bare().run("restore", file.toString(), "--as", "rose").expecting(0);
        Told told = book.run("audit", "verify", "--noted", seal).expecting(0);
        assertTrue(told.said().startsWith("The audit is whole: 11 entries from "), told::said);
        assertTrue(told.said().contains("and holds what was noted"), told::said);
        assertFalse(seal(told).equals(seal));
        assertEquals(1, said("restore").size());
        assertTrue(said("restore").get(0).startsWith("rose|"), said("restore")::toString);
        book.run("audit", "verify", "--noted", "1:0").expecting(2);
    }

    @Test
    void an_empty_one_is_whole() {
        Told told = book.empty().run("audit", "verify").expecting(0);
        assertTrue(told.said().startsWith("The audit is whole: 0 entries."), told::said);
        assertTrue(book.run("audit").expecting(0).said().contains("no change matches"));
    }

    @Test
    void it_is_listed_by_who_and_what() {
        book.like(KEPT);
        String all = book.run("audit", "--csv").expecting(0).said();
        assertEquals("id,at,actor,action,what,hash", all.lines().findFirst().orElseThrow());
        assertEquals(11, all.lines().count());
        List<String> paused = rows("--about", "card");
        assertEquals(2, paused.size());
        assertTrue(paused.get(0).contains(",person4,pause card,reconcile,"), paused::toString);
        assertEquals(2, rows("--by", "PERSON3").size());
        assertEquals(1, rows("--about", "ea-700108", "--by", "person7").size());
        assertEquals(0, rows("--until", "2020-01-01").size());
        assertEquals(10, rows("--since", "2020-01-01").size());
        assertTrue(book.run("audit").expecting(0).said().contains("10 changes"));
    }

    private List<String> rows(String... words) {
        String[] all = Arrays.copyOf(words, words.length + 2);
        System.arraycopy(words, 0, all, 1, words.length);
        all[0] = "audit";
        all[words.length + 1] = "--csv";
        return book.run(all).expecting(0).said().lines().skip(1).toList();
    }
}
