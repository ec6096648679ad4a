package io.coverbook.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.plan.Tier;
import io.coverbook.request.ResponsePromise.Choice;
import io.coverbook.request.ResponsePromise.Option;
import io.coverbook.request.ResponsePromise.Wish;
import io.coverbook.request.ResponseTargets.Counting;
import io.coverbook.request.ResponseTargets.Target;
import io.coverbook.testkit.ListedHolidays;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponsePromiseTest {

    private static final Instant OPEN = Instant.parse("2026-04-08T10:00:00Z");
    private static final Instant SATURDAY = at("2026-04-11T11:00:00+02:00");
    private static final Target FOUR_HOURS = new Target(Duration.ofHours(4), Counting.WALL);
    private static final Target EIGHT_OPEN_HOURS = new Target(Duration.ofHours(8), Counting.BUSINESS);

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static BusinessClock clock(String zone) {
        OpeningHours hours = new OpeningHours(
                "XX",
                ZoneId.of(zone),
                LocalTime.of(9, 0),
                LocalTime.of(17, 0),
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
        return new BusinessClock(hours, ListedHolidays.of());
    }

    private static ResponsePromise promise(Wish wish) {
        return ResponsePromise.decide(wish, clock("Europe/Berlin"));
    }

    private static Wish wish(String language, Severity severity, Target target, Instant at) {
        return new Wish(Locale.forLanguageTag(language), severity, false, null, target, at);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            asked   | serves  | a              | b              | c              | why
            en      | en      | 24x7           | 24x7           | 24x7           | E71, R6, R7
            en-GB   | en      | 24x7           | 24x7           | 24x7           | R6: countries do not matter
            ja      | ja      | 24x7           | BUSINESS_HOURS | BUSINESS_HOURS | E71, R7, R8
            fr      | fr      | BUSINESS_HOURS | BUSINESS_HOURS | BUSINESS_HOURS | E71, R8
            fr-CA   | fr      | BUSINESS_HOURS | BUSINESS_HOURS | BUSINESS_HOURS | R6
            it      | it      | BUSINESS_HOURS | BUSINESS_HOURS | BUSINESS_HOURS | E71, R8
            zh-Hant | zh-Hant | BUSINESS_HOURS | BUSINESS_HOURS | BUSINESS_HOURS | E71, R8
            zh-TW   | zh-Hant | BUSINESS_HOURS | BUSINESS_HOURS | BUSINESS_HOURS | R6: written so there
            zh-HK   | zh-Hant | BUSINESS_HOURS | BUSINESS_HOURS | BUSINESS_HOURS | R6
            ko      | ko      | BUSINESS_HOURS | BUSINESS_HOURS | BUSINESS_HOURS | E71, R8
            pt      | pt      | BUSINESS_HOURS | BUSINESS_HOURS | BUSINESS_HOURS | E71, R8
            pt-BR   | pt      | BUSINESS_HOURS | BUSINESS_HOURS | BUSINESS_HOURS | E71, R6
            es-MX   | es      | BUSINESS_HOURS | BUSINESS_HOURS | BUSINESS_HOURS | E71, R6
            de      | de      | BUSINESS_HOURS | BUSINESS_HOURS | BUSINESS_HOURS | E71, R8
            sv      | en      | 24x7           | 24x7           | 24x7           | E71, R6: Swedish is not among the nine
            nl      | en      | 24x7           | 24x7           | 24x7           | E71, R6
            zh      | en      | 24x7           | 24x7           | 24x7           | R6: simplified unless said otherwise
            zh-Hans | en      | 24x7           | 24x7           | 24x7           | E71, R6
            zh-Hans-TW | en   | 24x7           | 24x7           | 24x7           | R6: the script counts
            zh-CN   | en      | 24x7           | 24x7           | 24x7           | R6
            """)
    void nine_languages_have_their_windows(String asked, String serves, String a, String b, String c, String why) {
        List<String> windows = List.of(a, b, c);
        for (Severity severity : Severity.values()) {
            ResponsePromise promise = promise(wish(asked, severity, FOUR_HOURS, OPEN));
            assertEquals(serves, promise.language().tag(), why);
            assertEquals(windows.get(severity.ordinal()), promise.window().code(), why);
            assertEquals(asked.startsWith(serves.substring(0, 2)), promise.offered(), why);
            assertEquals(!asked.startsWith("en") && serves.equals("en"), promise.translationOnRequest(), "R9");
            assertTrue(promise.options().isEmpty(), "R9: nothing to choose while it is open");
        }
        assertEquals(9, SupportLanguage.values().length, "R6");
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            language | severity | choice                | takes                 | in | due                       | why
            de       | A        |                       | ENGLISH_NOW           | en | 2026-04-11T15:00:00+02:00 | R9, P44
            de       | B        |                       | ENGLISH_NOW           | en | 2026-04-11T15:00:00+02:00 | E73, R9, P44
            de       | B        | WAIT_NEXT_BUSINESS_DAY| WAIT_NEXT_BUSINESS_DAY| de | 2026-04-13T13:00:00+02:00 | E73, R9, J2
            de       | C        |                       | WAIT_NEXT_BUSINESS_DAY| de | 2026-04-13T13:00:00+02:00 | R9, P44
            de       | C        | ENGLISH_NOW           | ENGLISH_NOW           | en | 2026-04-11T15:00:00+02:00 | R9
            ja       | A        |                       |                       | ja | 2026-04-11T15:00:00+02:00 | R7: around the clock
            ja       | A        | ENGLISH_NOW           | ENGLISH_NOW           | en | 2026-04-11T15:00:00+02:00 | a wish all the same
            ja       | B        |                       | ENGLISH_NOW           | en | 2026-04-11T15:00:00+02:00 | R8, R9
            sv       | B        | WAIT_NEXT_BUSINESS_DAY|                       | en | 2026-04-11T15:00:00+02:00 | R6: there is nobody to wait for
            en       | B        | ENGLISH_NOW           |                       | en | 2026-04-11T15:00:00+02:00 | R7
            """)
    void outside_the_window_there_is_a_choice(
            String language, Severity severity, Choice choice, Choice takes, String in, String due, String why) {
        Locale asked = Locale.forLanguageTag(language);
        ResponsePromise promise = promise(new Wish(asked, severity, false, choice, FOUR_HOURS, SATURDAY));
        assertEquals(takes, promise.choice(), why);
        assertEquals(in, promise.answersIn().tag(), why);
        assertEquals(Optional.of(at(due)), promise.deadline(), why);
        assertEquals(in.equals("en") && !language.equals("en"), promise.translationOnRequest(), why);
    }

    @Test
    void both_choices_are_told_with_their_times() {
        ResponsePromise promise = promise(wish("de", Severity.B, FOUR_HOURS, SATURDAY));
        assertFalse(promise.open());
        assertEquals(
                List.of(
                        new Option(
                                Choice.ENGLISH_NOW,
                                Optional.of(SATURDAY),
                                Optional.of(at("2026-04-11T15:00:00+02:00"))),
                        new Option(
                                Choice.WAIT_NEXT_BUSINESS_DAY,
                                Optional.of(at("2026-04-13T09:00:00+02:00")),
                                Optional.of(at("2026-04-13T13:00:00+02:00")))),
                promise.options());
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            language | severity | target   | zone          | at                        | counts   | due                       | why
            en       | A        | WALL     | Europe/Berlin | 2026-03-29T01:40:00+01:00 | WALL     | 2026-03-29T06:40:00+02:00 | E73, P44: real hours through the change of the clock
            en       | B        | WALL     | Europe/Berlin | 2026-04-11T11:00:00+02:00 | WALL     | 2026-04-11T15:00:00+02:00 | E73, P44
            ja       | A        | WALL     | Asia/Tokyo    | 2026-04-12T23:30:00+09:00 | WALL     | 2026-04-13T03:30:00+09:00 | E73, R7
            ja       | B        | WALL     | Asia/Tokyo    | 2026-04-28T16:30:00+09:00 | BUSINESS | 2026-04-29T12:30:00+09:00 | E73, J2: within the window open time counts
            de       | A        | WALL     | Europe/Berlin | 2026-04-13T16:00:00+02:00 | BUSINESS | 2026-04-14T12:00:00+02:00 | P44: windows with hours count open time
            en       | C        | BUSINESS | Europe/Berlin | 2026-04-11T11:00:00+02:00 | BUSINESS | 2026-04-13T17:00:00+02:00 | J6: the clock starts at the next opening
            de       | C        | BUSINESS | Europe/Berlin | 2026-04-13T09:00:00+02:00 | BUSINESS | 2026-04-13T17:00:00+02:00 | E73
            """)
    void targets_count_by_window(
            String language,
            Severity severity,
            Counting target,
            String zone,
            String at,
            Counting counts,
            String due,
            String why) {
        Target promised = target == Counting.WALL ? FOUR_HOURS : EIGHT_OPEN_HOURS;
        ResponsePromise promise = ResponsePromise.decide(wish(language, severity, promised, at(at)), clock(zone));
        assertEquals(counts, promise.counting(), why);
        assertEquals(Optional.of(at(due)), promise.deadline(), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            language | severity | window         | translation | due                       | why
            en       | A        | 24x7           | false       | 2026-04-11T15:00:00+02:00 | E72, R25
            en       | B        | 24x7           | false       | 2026-04-11T15:00:00+02:00 | E72, R25
            de       | B        | 24x7           | true        | 2026-04-11T15:00:00+02:00 | E72, R25: English alone
            ja       | A        | 24x7           | true        | 2026-04-11T15:00:00+02:00 | R25
            en       | C        | BUSINESS_HOURS | false       | 2026-04-13T13:00:00+02:00 | E72, P45, J7
            de       | C        | BUSINESS_HOURS | true        | 2026-04-13T13:00:00+02:00 | P45
            """)
    void public_previews_are_answered_in_english(
            String language, Severity severity, String window, boolean translation, String due, String why) {
        ResponsePromise promise =
                promise(new Wish(Locale.forLanguageTag(language), severity, true, null, FOUR_HOURS, SATURDAY));
        assertEquals("en", promise.language().tag(), why);
        assertEquals(window, promise.window().code(), why);
        assertEquals(translation, promise.translationOnRequest(), why);
        assertEquals(Optional.of(at(due)), promise.deadline(), why);
        assertTrue(promise.options().isEmpty(), why);
    }

    @Test
    void where_nothing_is_promised_there_is_no_deadline() {
        ResponsePromise promise = promise(wish("de", Severity.B, null, SATURDAY));
        assertEquals(Optional.empty(), promise.deadline());
        assertEquals(Optional.of(SATURDAY), promise.starts());
        assertEquals(Optional.empty(), promise.options().get(1).deadline());
        assertEquals(Optional.empty(), promise.kept(SATURDAY, SATURDAY, clock("Europe/Berlin")), "R39");
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            severity | target   | contact                   | minutes | in time | why
            B        | WALL     | 2026-04-11T15:00:00+02:00 | 240     | true    | R39: on the minute
            B        | WALL     | 2026-04-11T15:00:01+02:00 | 240     | false   | R39
            C        | BUSINESS | 2026-04-13T10:00:00+02:00 | 60      | true    | R39: the weekend does not count
            C        | BUSINESS | 2026-04-14T09:00:01+02:00 | 480     | false   | R39
            """)
    void a_promise_is_kept_or_not(
            Severity severity, Counting target, String contact, long minutes, boolean inTime, String why) {
        Target promised = target == Counting.WALL ? FOUR_HOURS : EIGHT_OPEN_HOURS;
        ResponsePromise promise = promise(wish("en", severity, promised, SATURDAY));
        ResponsePromise.Kept kept =
                promise.kept(SATURDAY, at(contact), clock("Europe/Berlin")).orElseThrow();
        assertEquals(minutes, kept.elapsed().toMinutes(), why);
        assertEquals(inTime, kept.inTime(), why);
    }

    @Test
    void targets_are_those_of_the_day() {
        ResponseTargets targets = new ResponseTargets();
        targets.target(Tier.STANDARD, Severity.A, LocalDate.parse("2016-01-01"), FOUR_HOURS);
        targets.target(Tier.STANDARD, Severity.A, LocalDate.parse("2020-01-01"), EIGHT_OPEN_HOURS);
        assertEquals(Optional.empty(), targets.of(Tier.STANDARD, Severity.A, LocalDate.parse("2015-12-31")));
        assertEquals(Optional.of(FOUR_HOURS), targets.of(Tier.STANDARD, Severity.A, LocalDate.parse("2019-12-31")));
        assertEquals(
                Optional.of(EIGHT_OPEN_HOURS), targets.of(Tier.STANDARD, Severity.A, LocalDate.parse("2020-01-01")));
        assertEquals(Optional.empty(), targets.of(Tier.DEVELOPER, Severity.A, LocalDate.parse("2026-01-01")), "R4");
    }
}
