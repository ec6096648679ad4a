package io.coverbook.secondmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.testkit.OpenBook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Random portfolios, run through the program and through the second model: every row of every table is the same.
 *
 * <p>{@code -Dit.test=SecondModelIT -Dseed=1 -Dportfolios=150} (or {@code -Dseeds=1,3}) chooses them; {@code -Dtries=-1}
 * shows what was told of the customers who differ, {@code -Dtries=200} makes the story small. Which side is wrong is
 * decided by the rules, one by one.
 */
@ExtendWith(OpenBook.Shared.class)
class SecondModelIT {

    private static final int TOGETHER = Integer.getInteger("together", 10);

    /** Flags and notices that are not compared: none. */
    private static final Set<String> NOT_COMPARED = Set.of();

    @Test
    void program_and_model_agree(OpenBook book) {
        Comparison comparison = new Comparison(new Trial(book), NOT_COMPARED);
        long rows = 0;
        long[] seeds = seeds();
        List<String> disagreements = new ArrayList<>();
        for (long seed : seeds) {
            Script script = RandomScript.of(seed, TOGETHER, EnumSet.allOf(Feature.class));
            Differences differences = comparison.of(script);
            rows += differences.rows();
            if (!differences.none()) {
                disagreements.add(comparison.story(seed, script, differences, Integer.getInteger("tries", 0)));
            }
        }
        System.out.printf(
                "second model: %d portfolios, %d rows compared, %d disagreements%n",
                seeds.length * TOGETHER, rows, disagreements.size());
        assertEquals("", String.join("\n", disagreements));
        assertTrue(rows > 50L * seeds.length, rows + " rows");
    }

    private static long[] seeds() {
        String chosen = System.getProperty("seeds", "");
        if (!chosen.isEmpty()) {
            return Arrays.stream(chosen.split(",")).mapToLong(Long::parseLong).toArray();
        }
        long first = Long.getLong("seed", 1);
        int scripts = Integer.getInteger("portfolios", 150) / TOGETHER;
        return LongStream.range(first, first + scripts).toArray();
    }
}
