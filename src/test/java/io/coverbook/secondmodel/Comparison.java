package io.coverbook.secondmodel;

import java.util.Map;

/** One script, asked of both: where they disagree, and the smallest script that shows it. */
final class Comparison {

    private final Trial trial;

    Comparison(Trial trial) {
        this.trial = trial;
    }

    Differences of(Script script) {
        long t0 = System.nanoTime();
        Map<Table, String> model = SecondModel.tables(script);
        long t1 = System.nanoTime();
        try {
            Map<Table, String> t = trial.tables(script);
            System.err.println("model " + (t1 - t0) / 1000000 + " program " + (System.nanoTime() - t1) / 1000000
                    + " steps " + script.steps().size());
            return new Differences(model, t);
        } catch (Trial.Stopped e) {
            return new Differences(e.getMessage());
        }
    }

    /** The story of a disagreement: what differs, then the smallest script for the first table that does. */
    String story(long seed, Script script, Differences differences, int tries) {
        String subject = differences.subject();
        Script small = new Shrinker(
                        candidate -> !candidate.files().isEmpty()
                                && of(candidate).subjects().contains(subject),
                        tries)
                .shrink(script);
        return "seed %d%n%s%nsmallest script for %s:%n%s%nthere:%n%s%n"
                .formatted(seed, differences, subject, Trial.shown(small), of(small));
    }
}
