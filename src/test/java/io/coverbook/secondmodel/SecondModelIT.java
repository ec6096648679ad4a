package io.coverbook.secondmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coverbook.testkit.OpenBook;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Random portfolios, run through the program and through the second model: every row of every table is the same. */
@ExtendWith(OpenBook.Shared.class)
class SecondModelIT {

    private static final int TOGETHER = Integer.getInteger("together", 10);

    /** What the program does not write yet. */
    private static final Set<String> UNBUILT = Set.of();

    @Test
    void program_and_model_agree(OpenBook book) {
        long first = Long.getLong("seed", 1);
        int portfolios = Integer.getInteger("portfolios", 150);
        Comparison comparison = new Comparison(new Trial(book), UNBUILT);
        long rows = 0;
        List<String> disagreements = new ArrayList<>();
        for (long seed = first; seed < first + (portfolios + TOGETHER - 1) / TOGETHER; seed++) {
            Script script = RandomScript.of(seed, TOGETHER, EnumSet.allOf(Feature.class));
            Differences differences = comparison.of(script);
            rows += differences.rows();
            if (!differences.none()) {
                disagreements.add(comparison.story(seed, script, differences, Integer.getInteger("tries", 200)));
            }
        }
        System.out.printf(
                "second model: %d portfolios, %d rows compared, %d disagreements%n",
                portfolios, rows, disagreements.size());
        assertEquals("", String.join("\n", disagreements));
    }
}
