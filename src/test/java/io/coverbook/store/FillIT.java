package io.coverbook.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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

/** Tables that are filled when they hold nothing: never again, and with all their keys afterwards. */
@ExtendWith(OpenBook.Shared.class)
class FillIT {

    private static final String KEYS = "select pg_get_indexdef(indexrelid) from pg_index"
            + " where indrelid in ('subscription_fact'::regclass, 'entitlement'::regclass) order by 1";
    private static final String PROMISES =
            "select conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint"
                    + " where conrelid in ('subscription_fact'::regclass, 'entitlement'::regclass) order by 1";

    private static OpenBook closed;
    private static List<String> keys;
    private static List<String> promises;

    @BeforeAll
    static void close_march(OpenBook book) throws SQLException {
        closed = book.empty();
        keys = closed.ask(KEYS);
        promises = closed.ask(PROMISES);
        closed.run("month-end", "2026-03", "--exports", "sample-data").expecting(0);
    }

    @Test
    void both_have_the_keys_and_the_checks_that_they_had_when_empty() throws SQLException {
        assertEquals(keys, closed.ask(KEYS));
        assertEquals(promises, closed.ask(PROMISES));
        assertNotEquals(List.of("0"), closed.ask("select count(*) from entitlement"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            entitlements are filled again   | 55000 | select fill_entitlements(1)
            subscriptions are filled again  | 55000 | select fill_subscriptions(1, now())
            the filling is begun and not ended | 42501 | select begin_fill('entitlement')
            keys are taken away             | 42501 | select take_keys('entitlement')
            keys are made of any words      | 42501 | select make_keys(array['drop table entitlement'])
            """)
    void the_program_may_do_no_more(String what, String state, String sql) throws SQLException {
        try (Connection app = closed.app();
                Statement statement = app.createStatement()) {
            SQLException refused = assertThrows(SQLException.class, () -> statement.execute(sql), what);
            assertEquals(state, refused.getSQLState(), what);
        }
    }
}
