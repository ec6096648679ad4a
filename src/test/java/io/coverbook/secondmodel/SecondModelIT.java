package io.coverbook.secondmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coverbook.testkit.OpenBook;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Random portfolios, run through the program and through the second model: every row of every table is the same. */
@ExtendWith(OpenBook.Shared.class)
class SecondModelIT {

    private static final int TOGETHER = Integer.getInteger("together", 10);

    @Test
    void program_and_model_agree(OpenBook book) throws Trial.Stopped {
        long first = Long.getLong("seed", 1);
        int portfolios = Integer.getInteger("portfolios", 150);
        Trial trial = new Trial(book);
        long rows = 0;
        long program = 0;
        long model = 0;
        int disagreements = 0;
        StringBuilder told = new StringBuilder();
        for (long seed = first; seed < first + (portfolios + TOGETHER - 1) / TOGETHER; seed++) {
            Script script = RandomScript.of(seed, TOGETHER, EnumSet.noneOf(Feature.class));
            long t0 = System.nanoTime();
            Map<Table, String> theirs = trial.tables(script);
            long t1 = System.nanoTime();
            Map<Table, String> ours = SecondModel.tables(script);
            long t2 = System.nanoTime();
            program += t1 - t0;
            model += t2 - t1;
            Differences differences = new Differences(ours, theirs);
            rows += differences.rows();
            if (!differences.none()) {
                disagreements++;
                told.append("seed ").append(seed).append('\n').append(differences);
            }
        }
        System.out.printf(
                "second model: %d portfolios, %d rows compared, %d disagreements; program %d ms, model %d ms%n",
                portfolios, rows, disagreements, program / 1_000_000, model / 1_000_000);
        assertEquals("", told.toString());
    }
}
