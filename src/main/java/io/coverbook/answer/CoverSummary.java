package io.coverbook.answer;

import io.coverbook.answer.CoverAnswer.Fact;
import io.coverbook.store.DirectoryStore.Entry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a list of subscriptions comes to.
 *
 * @param matches what the word may mean, when it is not one; then nothing else is told
 * @param id of the account, agreement, customer or user
 * @param known what was known when, in words; empty for what the last reconcile knew
 * @param facts what all of the list share: of an account or agreement its own chain, of a user the roles
 * @param count how many subscriptions exist on the day
 * @param covered how many of them are covered for technical support
 * @param tiers how many of the covered have which tier
 * @param reasons how many of the others are not covered for which reason
 * @param unasked how many are covered and nobody may make a request for; empty where nothing is known of roles
 */
public record CoverSummary(
        CoverOf of,
        List<Entry> matches,
        long matchCount,
        @Nullable String id,
        @Nullable String name,
        @Nullable LocalDate at,
        @Nullable String known,
        String sentence,
        List<Fact> facts,
        long count,
        long covered,
        Map<String, Long> tiers,
        Map<String, Long> reasons,
        @Nullable Long unasked) {

    static CoverSummary undecided(CoverOf of, String sentence, List<Entry> matches) {
        long count = matches.isEmpty() ? 0 : matches.get(0).allOfThem();
        return new CoverSummary(
                of, matches, count, null, null, null, null, sentence, List.of(), 0, 0, Map.of(), Map.of(), null);
    }
}
