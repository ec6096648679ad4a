package io.coverbook.crash;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.testkit.OpenBook;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The built program is killed (SIGKILL) at random times of a month-end, up to three times on one book, and run again.
 * {@code -Dseed=} replays the times, as far as a machine runs alike twice.
 */
@ExtendWith(OpenBook.Shared.class)
class KillIT {

    @Test
    void killed_at_any_time_and_run_again_is_never_killed(OpenBook book)
            throws IOException, SQLException, InterruptedException {
        long seed = Long.getLong("seed", 20260331);
        int wanted = Boolean.getBoolean("coverbook.stress") ? 200 : 10;
        SplittableRandom random = new SplittableRandom(seed);
        Ordeal ordeal = new Ordeal(book, 13, 32);
        ordeal.begin();
        long began = System.nanoTime();
        book.child(List.of(), ordeal.words()).expecting(0);
        long whole = Duration.ofNanos(System.nanoTime() - began).toMillis();
        int kills = 0;
        int rounds = 0;
        while (kills < wanted) {
            ordeal.begin();
            int inARow = 1 + random.nextInt(3);
            StringBuilder story = new StringBuilder("seed " + seed + ", round " + rounds + ", killed after ms");
            for (int i = 0; i < inARow && kills < wanted; i++) {
                // The first third is the start of Java, where there is little to break.
                long after = whole / 3 + random.nextLong(whole * 2 / 3);
                Process program = book.program(List.of(), ordeal.words())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (program.waitFor(after, TimeUnit.MILLISECONDS)) {
                    whole = Math.min(whole, after); // the machine was busier when this was measured
                } else {
                    program.destroyForcibly();
                    kills++;
                }
                program.waitFor();
                story.append(' ').append(after);
            }
            ordeal.goOn(story.toString());
            rounds++;
            assertTrue(rounds < wanted * 5, story + ": the program is always done before it is killed");
        }
    }
}
