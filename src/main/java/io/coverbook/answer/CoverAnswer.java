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
 * @param known what was known when, in words; empty for what the last reconcile knew
 * @param covered empty when that cannot be told
 * @param interval the run of days of the answer
 * @param changes what would change it, each in a sentence
 * @param requesters who has a role on it; empty where nothing is known of roles or the subscription does not exist
 * @param neighbours the other subscriptions of the same account or agreement; empty when the subscription is in none
 */
public record CoverAnswer(
        List<Match> matches,
        long matchCount,
        @Nullable String subscriptionId,
        @Nullable String name,
        @Nullable LocalDate at,
        @Nullable String known,
        @Nullable Boolean covered,
        @Nullable Interval interval,
        String sentence,
        List<Fact> facts,
        List<String> changes,
        @Nullable Users requesters,
        @Nullable Neighbours neighbours,
        List<Interval> intervals) {

    /** Whether a fact speaks for cover or against it. */
    public enum Mark {
        FOR,
        AGAINST,
        NEITHER
    }

    /** One link of the chain: what is so, whether it speaks for cover, by which rules it matters, and where it was read. */
    public record Fact(String what, String value, Mark mark, String rule, Source source) {

        /** A fact that is no argument. */
        Fact(String what, String value, String rule, Source source) {
            this(what, value, Mark.NEITHER, rule, source);
        }
    }

    /** A user with a role, and what the roles allow (R33 to R35, R60). */
    public record User(
            String user,
            String role,
            boolean entitled,
            boolean mayCreate,
            boolean mayManage,
            boolean canAssignRole,
            Source source) {}

    /**
     * Who has a role on the subscription.
     *
     * @param count how many they are
     * @param mayCreate how many of them may make a request
     * @param canAssignRole how many of them may give others the role that makes requests
     * @param some the first of them, the highest role first
     */
    public record Users(int count, int mayCreate, int canAssignRole, List<User> some) {}

    /** Another subscription of the same account or agreement on the same day. */
    public record Neighbour(String subscriptionId, @Nullable String name, boolean covered, String reason) {}

    /**
     * Those who share the plan.
     *
     * @param scope the account or agreement
     * @param count how many others there are
     * @param atLeast whether there are more than were counted
     * @param covered how many of those counted are covered for technical support
     * @param some the first of them
     */
    public record Neighbours(String scope, int count, boolean atLeast, int covered, List<Neighbour> some) {}

    static CoverAnswer undecided(String sentence, List<Match> matches) {
        long count = matches.isEmpty() ? 0 : matches.get(0).allOfThem();
        return new CoverAnswer(
                matches, count, null, null, null, null, null, null, sentence, List.of(), List.of(), null, null,
                List.of());
    }
}
