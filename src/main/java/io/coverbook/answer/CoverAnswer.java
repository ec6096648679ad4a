package io.coverbook.answer;

import io.coverbook.store.CoverStore.Interval;
import io.coverbook.store.CoverStore.Match;
import io.coverbook.store.CoverStore.Source;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a subscription is covered on a day, by what, and why.
 *
 * @param matches the subscriptions that may be meant, when it is not one
 * @param matchCount how many they are, the list being cut
 * @param subscriptionId empty when no single subscription is meant
 * @param covered empty when that cannot be told
 * @param interval the run of days of the answer
 */
public record CoverAnswer(
        List<Match> matches,
        long matchCount,
        @Nullable String subscriptionId,
        @Nullable String name,
        @Nullable LocalDate at,
        @Nullable Boolean covered,
        @Nullable Interval interval,
        String sentence,
        List<Fact> facts,
        List<Interval> intervals) {

    /** One link of the chain: what is so, by which rule it matters, and where it was read. */
    public record Fact(String what, String value, String rule, Source source) {}

    static CoverAnswer undecided(String sentence, List<Match> matches) {
        long count = matches.isEmpty() ? 0 : matches.get(0).allOfThem();
        return new CoverAnswer(matches, count, null, null, null, null, null, sentence, List.of(), List.of());
    }
}
