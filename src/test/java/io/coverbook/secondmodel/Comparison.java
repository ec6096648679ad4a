package io.coverbook.secondmodel;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** One script, asked of both: where they disagree, and the smallest script that shows it. */
final class Comparison {

    private final Trial trial;
    private final Set<String> unbuilt;

    /** Flags and notices of the kinds in {@code unbuilt} are not compared. */
    Comparison(Trial trial, Set<String> unbuilt) {
        this.trial = trial;
        this.unbuilt = unbuilt;
    }

    Differences of(Script script) {
        Map<Table, String> model = SecondModel.tables(script);
        try {
            return new Differences(model, trial.tables(script), unbuilt);
        } catch (Trial.Stopped e) {
            return new Differences(Objects.requireNonNull(e.getMessage()));
        }
    }

    /** The story of a disagreement: what differs, then the smallest script for the first table that does. */
    String story(long seed, Script script, Differences differences, int tries) {
        if (tries == 0) {
            return "seed %d%n%s%n".formatted(seed, differences);
        }
        String asked = System.getProperty("subject", differences.subject());
        String subject = differences.subjects().contains(asked) ? asked : differences.subject();
        Script small = new Shrinker(
                        candidate -> !candidate.files().isEmpty()
                                && of(candidate).subjects().contains(subject),
                        tries)
                .shrink(script);
        return "seed %d%n%s%nsmallest script for %s:%n%s%nthere:%n%s%n"
                .formatted(seed, differences, subject, Trial.shown(small), of(small));
    }
}
