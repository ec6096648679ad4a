package io.coverbook.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.fault.FaultPoint;
import io.coverbook.testkit.OpenBook;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The built program is halted before or after statement, commit, COPY or file operation number N of a month-end and its
 * export; then the same command is run again, and every table is as if nothing had happened. The ordinary build takes
 * some of all N, evenly; profile {@code stress} takes every one, before and after. A failure names N and the kind.
 */
@ExtendWith(OpenBook.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultLoopIT {

    private static final String COUNT = "coverbook.fault.count";
    private static final int KILLED = 137;
    private static final int TAKEN = 16;

    private static final Set<String> COUNTED =
            Set.of("springframework.batch.core.repository", "at execute", "at commit", "at open ", "at move ");

    private OpenBook book;
    private Ordeal ordeal;
    private int points;

    @BeforeAll
    void count_the_points(OpenBook open) throws IOException {
        book = open;
        ordeal = new Ordeal(book, 11, 32);
        points = counted();
    }

    private int counted() throws IOException {
        ordeal.begin();
        System.setProperty(COUNT, "true");
        try {
            FaultPoint.plant(0);
            book.run(ordeal.words()).expecting(0);
            return (int) FaultPoint.hits();
        } finally {
            System.clearProperty(COUNT);
        }
    }

    @Test
    void halted_anywhere_and_run_again_is_never_halted() throws IOException, SQLException {
        boolean all = Boolean.getBoolean("coverbook.stress");
        int taken = 0;
        double stride = all ? 1 : Math.max(1, (double) points / TAKEN);
        for (double at = 1; at <= points; at += stride) {
            int n = (int) at;
            for (String kind : all ? List.of("BEFORE", "AFTER") : List.of(taken % 2 == 0 ? "BEFORE" : "AFTER")) {
                String name = "HALT_" + kind + " at " + n + " of " + points;
                ordeal.begin();
                List<String> fault = List.of("-Dcoverbook.fault.at=" + n, "-Dcoverbook.fault.kind=HALT_" + kind);
                OpenBook.Told told = book.child(fault, ordeal.words());
                // Points differ by a few from run to run, as a pool may or may not test a connection.
                assertTrue(told.code() == KILLED || n > points - 5 && told.code() == 0, () -> name + told);
                ordeal.goOn(name);
            }
            taken++;
        }
        assertTrue(taken >= Math.min(points, TAKEN) - 1, "only " + taken + " points of " + points + " were tried");
    }

    @Test
    void beyond_the_last_point_nothing_is_struck() throws IOException {
        ordeal.begin();
        book.child(
                        List.of("-Dcoverbook.fault.at=" + (points + 50), "-Dcoverbook.fault.kind=HALT_BEFORE"),
                        ordeal.words())
                .expecting(0);
    }

    /** The same in one process, by exceptions: their traces tell what is counted. */
    @Test
    void statements_commits_files_and_the_job_repository_are_all_counted() throws IOException, SQLException {
        Set<String> expected = new TreeSet<>(COUNTED);
        Set<String> seen = new TreeSet<>();
        ordeal.begin();
        // Evenly among all, then one by one among the first, where every third is a commit.
        for (int i = 1; i <= 40 && (i <= 8 || seen.size() < 3); i++) {
            strike(i <= 8 ? (long) points * i / 18 : 12 + i, ordeal.words()).forEach(seen::add);
        }
        // Files come last of all.
        for (int i = 0; i < 60 && !seen.containsAll(expected); i++) {
            strike(3L * i + 1, "export", "--out", book.folder("struck").toString())
                    .forEach(seen::add);
        }
        assertEquals(expected, seen);
        ordeal.goOn("exceptions");
    }

    /** Which of the expected operations the trace of the planted exception names. */
    private List<String> strike(long at, String... words) {
        FaultPoint.plant(at);
        String said = book.run(words).said();
        FaultPoint.plant(0);
        return COUNTED.stream().filter(said::contains).toList();
    }
}
