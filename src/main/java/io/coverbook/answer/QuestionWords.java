package io.coverbook.answer;

import io.coverbook.answer.SupportQuestion.Problem;
import io.coverbook.answer.SupportQuestion.QuestionException;
import io.coverbook.answer.SupportQuestion.Speech;
import io.coverbook.answer.SupportQuestion.Who;
import io.coverbook.ingest.Nearest;
import io.coverbook.ingest.Spellings;
import io.coverbook.request.Issue;
import io.coverbook.request.Lifecycle;
import io.coverbook.request.RequestType;
import io.coverbook.request.ResponsePromise.Choice;
import io.coverbook.request.Severity;
import io.coverbook.request.SupportLanguage;
import io.coverbook.request.SupportRequest.Place;
import io.coverbook.request.SupportRequest.RootCause;
import io.coverbook.request.Topic;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the words of a question, however it came: those of the options of {@code ask} by their names without the hyphens
 * before. Codes are read as in exports, in any case and with other marks between their words.
 */
public final class QuestionWords {

    /** The names of all words, in the order in which they are best told. */
    public static final List<String> NAMES = List.of(
            "type",
            "subscription",
            "user",
            "severity",
            "language",
            "service",
            "region",
            "lifecycle",
            "issue",
            "topic",
            "location",
            "country",
            "zone",
            "choice",
            "request-type",
            "request-state",
            "at",
            "first-contact");

    private enum State {
        OPEN,
        CLOSED
    }

    private static final Spellings<RequestType> TYPES = Spellings.of(
            RequestType.class,
            "TECHNICAL: TechnicalSupport; SUBSCRIPTION_MANAGEMENT: Subscription, SignIn, Cancellation;"
                    + " QUOTA: QuotaAdjustment, QuotaIncrease; ACCOUNT_TRANSFER: Transfer;"
                    + " RCA: RootCauseAnalysis, RootCause");
    private static final Spellings<Severity> SEVERITIES =
            Spellings.of(Severity.class, "A: Critical, SevA; B: Moderate, SevB; C: Minimal, SevC");
    private static final Spellings<Issue> ISSUES = Spellings.of(Issue.class, "ADVISORY: Advice");
    private static final Spellings<Topic> TOPICS = Spellings.of(Topic.class, "");
    private static final Spellings<Place> PLACES = Spellings.of(Place.class, "LOCAL: OnPremises, OnPrem; AZURE: Cloud");
    private static final Spellings<Lifecycle> LIFECYCLES = Spellings.of(
            Lifecycle.class,
            "GA: GenerallyAvailable, GeneralAvailability; PUBLIC_PREVIEW: Preview, Public; LIMITED_PREVIEW: Limited;"
                    + " PRIVATE_PREVIEW: Private");
    private static final Spellings<Choice> CHOICES =
            Spellings.of(Choice.class, "ENGLISH_NOW: English; WAIT_NEXT_BUSINESS_DAY: Wait");
    private static final Spellings<State> STATES = Spellings.of(State.class, "");

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final Map<String, String> words;
    private final ZoneId zone;

    private QuestionWords(Map<String, String> words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
    }

    /**
     * The question that the words ask.
     *
     * @param words by the names above; those that are not given are left out
     * @param zone in which a day begins (P2)
     * @param now when the request is submitted unless the words say it
     * @throws QuestionException for a word that means nothing, or that does not go with the others
     */
    public static SupportQuestion read(Map<String, String> words, ZoneId zone, Instant now) {
        for (String name : new TreeSet<>(words.keySet())) {
            if (!NAMES.contains(name)) {
                throw new QuestionException("unknown word " + name + "; there are " + String.join(", ", NAMES));
            }
        }
        return new QuestionWords(words, zone).question(now);
    }

    private SupportQuestion question(Instant now) {
        RequestType type = type();
        String at = words.get("at");
        Instant submitted = at == null ? now : instant("at", at);
        String contact = words.get("first-contact");
        Instant contacted = contact == null ? null : instant("first-contact", contact);
        if (contacted != null && contacted.isBefore(submitted)) {
            throw new QuestionException("the first contact, " + contacted + ", lies before the request, " + submitted);
        }
        return new SupportQuestion(
                type,
                new Who(given("subscription"), given("user")),
                problem(),
                new Speech(language(), country(), contactZone(), code("choice", CHOICES)),
                rootCause(type),
                submitted,
                contacted);
    }

    private RequestType type() {
        String word = words.get("type");
        if (word == null || word.isBlank()) {
            throw new QuestionException("say what the request is about: --type "
                    + Arrays.stream(RequestType.values()).map(Enum::name).collect(Collectors.joining(", ")));
        }
        if (ISSUES.spelled(word) != null) {
            throw new QuestionException("'" + word + "' is a kind of technical request; write --type TECHNICAL --issue "
                    + ISSUES.spelled(word));
        }
        if (word.strip().equalsIgnoreCase("feedback")) {
            throw new QuestionException("feedback is no request for support: give it through the links at the foot of"
                    + " the page it is about (R54)");
        }
        RequestType type = TYPES.spelled(word);
        if (type == null) {
            throw new QuestionException(TYPES.unknown("type", word));
        }
        return type;
    }

    private Problem problem() {
        String topicWord = given("topic");
        Topic topic = topicWord == null ? null : TOPICS.spelled(topicWord);
        Issue issue = code("issue", ISSUES);
        if (issue == null) {
            issue = topic == null || topic == Topic.THIRD_PARTY ? Issue.BREAK_FIX : Issue.ADVISORY;
        }
        Place place = code("location", PLACES);
        return new Problem(
                issue,
                severity(),
                topic,
                topicWord,
                place == null ? Place.AZURE : place,
                given("service"),
                given("region"),
                code("lifecycle", LIFECYCLES));
    }

    /** The topic that a word for none comes nearest to; empty when none is near. */
    static @Nullable String nearestTopic(String word) {
        return Nearest.of(
                word.strip().toUpperCase(Locale.ROOT).replaceAll("[- ]+", "_"),
                Arrays.stream(Topic.values()).map(Enum::name).toList());
    }

    private @Nullable Severity severity() {
        String word = words.get("severity");
        if (word == null) {
            return null;
        }
        Severity severity = SEVERITIES.spelled(word);
        if (severity != null) {
            return severity;
        }
        String highest = word.replaceAll("[-_ ]", "").equalsIgnoreCase("highestcriticalimpact")
                ? "; the highest critical impact is a matter of a contract of its own, ask for A"
                : "";
        throw new QuestionException("'" + word + "' is no severity (INVALID_SEVERITY)" + highest + "; there are "
                + Arrays.stream(Severity.values())
                        .map(each -> each + " (" + each.meaning().split(":", -1)[0] + ")")
                        .collect(Collectors.joining(", "))
                + " (R5)");
    }

    private @Nullable RootCause rootCause(RequestType type) {
        String of = given("request-type");
        State state = code("request-state", STATES);
        if (type != RequestType.RCA) {
            if (of != null || state != null) {
                throw new QuestionException("--request-type and --request-state go with --type RCA alone (R44)");
            }
            return null;
        }
        RequestType asked = of == null ? null : TYPES.spelled(of);
        if (of != null && asked == null) {
            throw new QuestionException(TYPES.unknown("request type", of));
        }
        if (asked == null || state == null || asked == RequestType.RCA) {
            throw new QuestionException("a root cause is that of another request: say which, such as"
                    + " --request-type TECHNICAL --request-state OPEN (R44)");
        }
        return new RootCause(asked, state == State.OPEN);
    }

    private Locale language() {
        String word = given("language");
        if (word == null) {
            return Locale.ENGLISH;
        }
        Locale wanted = Locale.forLanguageTag(word.strip().replace('_', '-'));
        if (LANGUAGES.contains(wanted.getLanguage())) {
            return wanted;
        }
        Map<String, String> named = new TreeMap<>();
        for (String code : LANGUAGES) {
            Locale each = Locale.forLanguageTag(code);
            named.put(each.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
            named.put(each.getISO3Language(), code);
        }
        String plain = word.strip().toLowerCase(Locale.ROOT);
        String near = named.containsKey(plain) ? plain : Nearest.of(plain, named.keySet());
        String meant = near == null ? null : named.get(near);
        throw new QuestionException("'" + word + "' is no language tag"
                + (meant == null
                        ? "."
                        : "; did you mean " + meant + " ("
                                + Locale.forLanguageTag(meant).getDisplayLanguage(Locale.ENGLISH) + ")?")
                + " Support is given in "
                + Arrays.stream(SupportLanguage.values())
                        .map(SupportLanguage::tag)
                        .collect(Collectors.joining(", "))
                + ", and in English for all others (R6)");
    }

    private @Nullable String country() {
        String word = given("country");
        if (word == null) {
            return null;
        }
        String code = word.strip().toUpperCase(Locale.ROOT);
        if (COUNTRIES.contains(code)) {
            return code;
        }
        Map<String, String> named = new TreeMap<>();
        for (String each : COUNTRIES) {
            Locale country = new Locale.Builder().setRegion(each).build();
            named.put(country.getDisplayCountry(Locale.ENGLISH).toUpperCase(Locale.ROOT), each);
            named.put(country.getISO3Country(), each);
        }
        named.put("UK", "GB");
        if (code.length() == 3 && named.containsKey(code)) {
            return named.get(code);
        }
        String near = named.containsKey(code) ? code : Nearest.of(code, named.keySet());
        throw new QuestionException("'" + word + "' is no country of ISO 3166"
                + (near == null ? ", such as SE or US" : "; did you mean " + named.get(near) + "?"));
    }

    private @Nullable ZoneId contactZone() {
        String word = given("zone");
        if (word == null) {
            return null;
        }
        try {
            return ZoneId.of(word.strip());
        } catch (DateTimeException e) {
            String near = Nearest.of(word.strip(), new TreeSet<>(ZoneId.getAvailableZoneIds()));
            QuestionException refusal = new QuestionException("'" + word + "' is no time zone"
                    + (near == null ? ", such as Europe/Berlin" : "; did you mean " + near + "?"));
            refusal.initCause(e);
            throw refusal;
        }
    }

    private Instant instant(String name, String word) {
        Instant at = parsed(name, word.strip());
        if (at.isBefore(EARLIEST) || !at.isBefore(LATEST)) {
            throw new QuestionException(
                    "--" + name + " " + word + " lies outside of what is answered, 1970-01-01 to 2099-12-31");
        }
        return at;
    }

    /** An instant with its offset, or a day, which stands for its beginning. */
    private Instant parsed(String name, String word) {
        try {
            return word.length() <= "2026-03-31".length()
                    ? LocalDate.parse(word).atStartOfDay(zone).toInstant()
                    : OffsetDateTime.parse(word).toInstant();
        } catch (DateTimeException e) {
            QuestionException refusal = new QuestionException(
                    "'" + word + "' is no instant for --" + name
                            + "; write it with its offset, such as 2026-04-11T11:00:00+02:00 or 2026-04-11T09:00:00Z, or a day");
            refusal.initCause(e);
            throw refusal;
        }
    }

    private <E extends Enum<E>> @Nullable E code(String name, Spellings<E> spellings) {
        String word = given(name);
        if (word == null) {
            return null;
        }
        E value = spellings.spelled(word);
        if (value == null) {
            throw new QuestionException(spellings.unknown(name, word));
        }
        return value;
    }

    /** A word that is not blank. */
    private @Nullable String given(String name) {
        String word = words.get(name);
        if (word != null && word.isBlank()) {
            throw new QuestionException("--" + name + " is empty; leave it out or give it a value");
        }
        return word == null ? null : word.strip();
    }
}
