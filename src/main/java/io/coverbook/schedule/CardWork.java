package io.coverbook.schedule;

import io.coverbook.batch.Operations.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** What the schedule needs of the program around it: its commands, as a person would give them, and a look at what is. */
public interface CardWork {

    /**
     * How a command ended.
     *
     * @param code its exit code
     * @param text all it said
     */
    record Said(int code, String text) {}

    /** Runs a command to its end. */
    Said say(List<String> words);

    /** How far the daily and monthly work has come. */
    Standing standing(YearMonth asked);

    /** The path of the drop folder of an import card; of another card, nothing. */
    String drop(JobCard card);

    /** When each complete file in the drop folder of an import card was exported; nothing is moved. */
    List<Instant> waiting(JobCard card);

    /** When something that waits in the outbox is to be tried next; empty when nothing waits. */
    Optional<Instant> untold();

    /** Whether a day is a public holiday of a country. */
    boolean holiday(String country, LocalDate day);

    /** On whose behalf. */
    String actor();
}
