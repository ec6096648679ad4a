package io.coverbook.secondmodel;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
        if (tries < 0) {
            Set<String> customers = differences.customers().isEmpty() ? stopping(script) : differences.customers();
            return "seed %d%n%s%nwhat was told of %s:%n%s%n"
                    .formatted(seed, differences, customers, about(script, customers));
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

    /** The customers with whose rows alone the two disagree as well. */
    private Set<String> stopping(Script script) {
        Set<String> customers = new TreeSet<>();
        for (int i = 0; i < 10; i++) {
            String name = "BA-a" + i + "-";
            Script alone = script.withFiles(file -> file.with(file.rows().stream()
                    .filter(row ->
                            RandomScript.anchor(file.kind() + " " + file.kind().key(row))
                                    || row.values().stream().anyMatch(value -> value.contains(name)))
                    .toList()));
            Differences own = of(alone);
            if (!own.none()) {
                customers.add("a" + i);
                System.out.println(name + " alone:\n" + own);
            }
        }
        return customers;
    }

    /** The script with only the rows of the customers on which the two disagree. */
    private static String about(Script script, Set<String> customers) {
        return Trial.shown(script)
                .lines()
                .filter(line -> !line.contains("BA-a")
                        || customers.stream().anyMatch(customer -> line.contains("BA-" + customer + "-")))
                .collect(Collectors.joining("\n"));
    }
}
