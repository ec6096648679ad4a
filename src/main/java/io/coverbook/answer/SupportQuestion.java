package io.coverbook.answer;

import io.coverbook.request.Issue;
import io.coverbook.request.Lifecycle;
import io.coverbook.request.RequestType;
import io.coverbook.request.ResponsePromise.Choice;
import io.coverbook.request.Severity;
import io.coverbook.request.SupportRequest.Place;
import io.coverbook.request.SupportRequest.RootCause;
import io.coverbook.request.Topic;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ask} is asked, every word understood but those of subscription, user, service and region, which the
 * database and the reference data know.
 *
 * @param who who asks for which subscription
 * @param problem what the request is about
 * @param speech in which language the answer is wanted, and where
 * @param rootCause the request whose root cause is asked for, with type RCA alone
 * @param at when the request is submitted
 * @param firstContact when an engineer began to work on it, if that is known (R39)
 */
public record SupportQuestion(
        RequestType type,
        Who who,
        Problem problem,
        Speech speech,
        @Nullable RootCause rootCause,
        Instant at,
        @Nullable Instant firstContact) {

    /** The words for a subscription and a user; empty for none. */
    public record Who(
            @Nullable String subscription, @Nullable String user) {}

    /**
     * What does not work or is to be known.
     *
     * @param severity empty when none was given
     * @param topicWord the topic as it was written, known or not
     */
    public record Problem(
            Issue issue,
            @Nullable Severity severity,
            @Nullable Topic topic,
            @Nullable String topicWord,
            Place place,
            @Nullable String service,
            @Nullable String region,
            @Nullable Lifecycle lifecycle) {}

    /**
     * Language, country and what to do while nobody speaks the one in the other.
     *
     * @param country ISO 3166-1 alpha-2; empty for that of the billing account
     * @param zone of the person to be called, in a country with several
     */
    public record Speech(
            Locale language,
            @Nullable String country,
            @Nullable ZoneId zone,
            @Nullable Choice choice) {}

    /** A word that means nothing here; the message says what may be meant. */
    public static final class QuestionException extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        QuestionException(String message) {
            super(message);
        }
    }
}
