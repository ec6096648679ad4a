package io.coverbook.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.testkit.OpenBook;
import io.coverbook.testkit.Portfolio;
import io.coverbook.testkit.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** To decide only what does not rest comes to the same as to decide everything. {@code -Dseed=} replays one. */
@ExtendWith(OpenBook.Shared.class)
class RestIT {

    private static final int ACCOUNTS = 16;

    private static OpenBook book;

    @BeforeAll
    static void open(OpenBook open) {
        book = open;
    }

    static LongStream seeds() {
        return Seeds.first(3);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_rests_need_not_be_decided(long seed) throws IOException, SQLException {
        SplittableRandom random = new SplittableRandom(seed);
        Path exports = new Portfolio(seed, ACCOUNTS).write(book.folder("exports"), 3);
        book.empty();
        long rested = 0;
        for (LocalDate exported :
                List.of(LocalDate.of(2026, 1, 31), LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 31))) {
            book.run("import", exports.resolve(exported.toString()).toString()).expecting(0);
            LocalDate day = exported;
            for (int i = 0; i < 3; i++) {
                book.run("reconcile", "--as-of", day.toString()).expecting(0);
                rested +=
                        number("select count(*) from scope where scope_no not in (select scope_no from decided_stage)");
                Map<String, String> some = book.tables();
                book.run("reconcile", "--all", "--as-of", day.toString()).expecting(0);
                assertEquals(
                        0,
                        number(
                                "select count(*) from scope where scope_no not in (select scope_no from decided_stage)"));
                same(book.tables(), some, "seed " + seed + " on " + day);
                day = day.plusDays(1 + random.nextInt(8));
            }
        }
        assertTrue(rested > ACCOUNTS, () -> "hardly anything rested, seed " + seed);
    }

    /** What people say about a plan, other policies and an import that was not reconciled are news, too. */
    @Test
    void without_news_nothing_is_decided_twice() throws IOException, SQLException {
        Path exports = new Portfolio(1, ACCOUNTS).write(book.folder("exports"), 2);
        book.empty();
        book.run("import", exports.resolve("2026-01-31").toString()).expecting(0);
        book.run("reconcile", "--as-of", "2026-01-31").expecting(0);
        long all = number("select count(*) from scope");
        assertEquals(all, decided(), "the first time");
        book.run("reconcile", "--as-of", "2026-01-31").expecting(0);
        assertEquals(0, decided(), "the same day again");
        book.run("reconcile", "--as-of", "2026-01-31", "--policy", "run.max-terms-per-plan=61")
                .expecting(0);
        assertEquals(all, decided(), "by another policy");
        book.run("reconcile", "--as-of", "2026-01-31").expecting(0);
        assertEquals(all, decided(), "by the policy before");
        change("update decision_mark set complete = false");
        book.run("reconcile", "--as-of", "2026-01-31").expecting(0);
        assertEquals(all, decided(), "after a run that broke off");
        change("delete from scope_rest");
        book.run("reconcile", "--as-of", "2026-01-31").expecting(0);
        assertEquals(all, decided(), "after a crash of the server, which empties what is written without a log");
        book.run("import", exports.resolve("2026-02-28").toString()).expecting(0);
        book.run("reconcile", "--as-of", "2026-01-31").expecting(0);
        long told = decided();
        assertTrue(told > 0 && told < all, () -> told + " of " + all + " have news");
        book.run("reconcile", "--as-of", "2026-02-01").expecting(0);
        assertTrue(decided() >= told, "nothing is said to rest while exports tell of later days");
    }

    private static void same(Map<String, String> all, Map<String, String> some, String when) {
        assertEquals(new TreeSet<>(all.keySet()), new TreeSet<>(some.keySet()), when);
        all.forEach((table, rows) -> assertEquals(rows, some.get(table), when + ", " + table));
    }

    private static long decided() throws SQLException {
        return number("select count(*) from decided_stage");
    }

    private static long number(String question) throws SQLException {
        try (Connection owner = book.owner();
                Statement statement = owner.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            assertTrue(answer.next());
            return answer.getLong(1);
        }
    }

    private static void change(String order) throws SQLException {
        try (Connection owner = book.owner();
                Statement statement = owner.createStatement()) {
            statement.execute(order);
        }
    }
}
