package io.coverbook.answer;

import io.coverbook.answer.CoverAnswer.Fact;
import io.coverbook.request.BusinessClock;
import io.coverbook.request.DayCover;
import io.coverbook.request.Permission;
import io.coverbook.request.RequestCover;
import io.coverbook.request.RequestDecision;
import io.coverbook.request.ResponsePromise;
import io.coverbook.request.ResponseTargets.Counting;
import io.coverbook.request.ResponseTargets.Target;
import io.coverbook.request.SupportWindow;
import io.coverbook.store.CoverStore.Match;
import io.coverbook.store.RequesterStore.User;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request for support is answered with: may this person make it, and is it covered, always both (R27).
 *
 * @param subject whom and what it is about
 * @param decision empty when it cannot be told, which the sentence says
 * @param ruling whether the request is covered, whoever makes it
 * @param response in which language and by when; only of what is allowed
 * @param facts what the answer rests on, with rules and export lines
 */
public record SupportAnswer(
        SupportQuestion question,
        Subject subject,
        @Nullable RequestDecision decision,
        @Nullable Permission permission,
        @Nullable RequestCover ruling,
        @Nullable Response response,
        String sentence,
        List<Fact> facts,
        List<Note> notes) {

    /**
     * Whom and what an answer is about.
     *
     * @param subscriptionId the one that is meant; empty for none and for one that is not found
     * @param user who is meant
     * @param day of the request
     * @param cover of the subscription that day
     * @param matches the subscriptions that may be meant, when it is not one
     * @param users who may be meant, when it is not one
     */
    public record Subject(
            @Nullable String subscriptionId,
            @Nullable String name,
            @Nullable String user,
            LocalDate day,
            @Nullable DayCover cover,
            List<Match> matches,
            List<User> users) {}

    /**
     * How and by when a request is answered.
     *
     * @param country whose hours count; empty when it is not known
     */
    public record Response(
            @Nullable String country,
            BusinessClock clock,
            ResponsePromise promise,
            @Nullable Target target) {

        /** Whether opening hours have a part in it, or everything goes around the clock. */
        public boolean hoursMatter() {
            return promise.window() == SupportWindow.BUSINESS_HOURS || promise.counting() == Counting.BUSINESS;
        }
    }

    /**
     * Something to be known beside the answer.
     *
     * @param code of a flag, or one of its own
     */
    public record Note(String code, String text, String rules) {}

    /** What can be done while nobody speaks the language, for people; taken is what counts unless another is chosen. */
    public record Way(boolean taken, String choice, String begins, String answerBy) {}

    /** Empty where there is nothing to choose. */
    public List<Way> ways() {
        Response given = response;
        if (given == null) {
            return List.of();
        }
        ZoneId zone = given.clock().hours().zone();
        return given.promise().options().stream()
                .map(option -> new Way(
                        option.choice() == given.promise().choice(),
                        option.choice().name(),
                        option.starts().map(at -> SupportSaying.when(at, zone)).orElse("never"),
                        option.deadline()
                                .map(at -> SupportSaying.when(at, zone))
                                .orElse("nothing promised")))
                .toList();
    }

    /** The longest list of what may be meant, cut short. */
    public long allMatches() {
        if (!subject.matches().isEmpty()) {
            return subject.matches().get(0).allOfThem();
        }
        return subject.users().isEmpty() ? 0 : subject.users().get(0).allOfThem();
    }
}
