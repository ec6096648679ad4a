package io.coverbook.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.answer.SupportQuestion.QuestionException;
import io.coverbook.request.Issue;
import io.coverbook.request.RequestType;
import io.coverbook.request.Severity;
import io.coverbook.request.SupportRequest.Place;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionWordsTest {

    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("UTC");

    private static SupportQuestion read(String words) {
        Map<String, String> named = new LinkedHashMap<>();
        for (String pair : words.split(" ")) {
            String[] sides = pair.split("=", 2);
            named.put(sides[0], sides[1].replace('+', ' ').replace("plus", "+"));
        }
        return QuestionWords.read(named, ZONE, NOW);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            word                    | type                    | why
            TECHNICAL               | TECHNICAL               |
            technical+support       | TECHNICAL               | as people say it
            subscription-management | SUBSCRIPTION_MANAGEMENT | in any form
            sign-in                 | SUBSCRIPTION_MANAGEMENT | R31
            cancellation            | SUBSCRIPTION_MANAGEMENT | R65
            quota_adjustment        | QUOTA                   | R16
            account+transfer        | ACCOUNT_TRANSFER        | R16
            """)
    void types_have_several_names(String word, RequestType type, String why) {
        assertEquals(type, read("type=" + word).type(), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            words                        | severity | why
            type=TECHNICAL severity=b    | B        | R5
            type=TECHNICAL severity=minimal | C     | as the portal names it
            type=TECHNICAL severity=Moderate | B    |
            type=TECHNICAL severity=CRITICAL | A    |
            type=TECHNICAL               |          | not given
            """)
    void severities_have_the_portals_names(String words, Severity severity, String why) {
        assertEquals(severity, read(words).problem().severity(), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            words                                          | issue     | why
            type=TECHNICAL                                 | BREAK_FIX | R45
            type=TECHNICAL topic=how-to                    | ADVISORY  | R46
            type=TECHNICAL topic=CSP_MIGRATION             | ADVISORY  | R53
            type=TECHNICAL topic=third+party               | BREAK_FIX | R41
            type=TECHNICAL topic=something                 | BREAK_FIX | J5
            type=TECHNICAL topic=CODE_REVIEW issue=break-fix | BREAK_FIX | as it is said
            """)
    void the_topic_tells_the_issue_where_nobody_does(String words, Issue issue, String why) {
        assertEquals(issue, read(words).problem().issue(), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            words                                                  | says
            severity=A                                             | say what the request is about: --type TECHNICAL, BILLING
            type=tehcnical                                         | did you mean TECHNICAL?
            type=feedback                                          | through the links at the foot of the page it is about (R54)
            type=break-fix                                         | --type TECHNICAL --issue BREAK_FIX
            type=TECHNICAL severity=D                              | D' is no severity (INVALID_SEVERITY); there are A (critical), B (moderate), C (minimal) (R5)
            type=TECHNICAL severity=                               | INVALID_SEVERITY
            type=TECHNICAL severity=highestcriticalimpact          | a contract of its own, ask for A
            type=TECHNICAL language=german                         | did you mean de (German)? Support is given in en, fr
            type=TECHNICAL language=germn                          | did you mean de (German)?
            type=TECHNICAL language=deu                            | did you mean de (German)?
            type=TECHNICAL language=xx                             | is no language tag. Support is given in
            type=TECHNICAL country=UK                              | did you mean GB?
            type=TECHNICAL country=Sweeden                         | did you mean SE?
            type=TECHNICAL country=QQQQQQ                          | such as SE or US
            type=TECHNICAL zone=Europe/Berlim                      | did you mean Europe/Berlin?
            type=TECHNICAL zone=nowhere                            | such as Europe/Berlin
            type=TECHNICAL at=2026-04-11T11:00:00                  | write it with its offset
            type=TECHNICAL at=soon                                 | is no instant for --at
            type=TECHNICAL at=1969-12-31                           | lies outside of what is answered
            type=TECHNICAL at=1066-10-14T00:00:00Z                 | lies outside of what is answered
            type=TECHNICAL at=2100-01-01                           | lies outside of what is answered
            type=TECHNICAL at=2026-04-11 first-contact=2026-04-10  | lies before the request
            type=TECHNICAL issue=advisery                          | did you mean ADVISORY?
            type=TECHNICAL lifecycle=prview                        | did you mean PUBLIC_PREVIEW?
            type=TECHNICAL location=moon                           | write one of AZURE, LOCAL
            type=TECHNICAL choice=later                            | write one of ENGLISH_NOW, WAIT_NEXT_BUSINESS_DAY
            type=TECHNICAL user=                                   | --user is empty
            type=TECHNICAL request-state=OPEN                      | go with --type RCA alone
            type=RCA                                               | say which, such as --request-type TECHNICAL --request-state OPEN
            type=RCA request-type=TECHNICAL                        | say which
            type=RCA request-type=RCA request-state=OPEN           | say which
            type=RCA request-type=TECHNICL request-state=OPEN      | did you mean TECHNICAL?
            type=RCA request-type=TECHNICAL request-state=HALF     | write one of OPEN, CLOSED
            type=TECHNICAL sevrity=A                               | unknown word sevrity
            """)
    void a_word_that_means_nothing_is_refused_with_what_may_be_meant(String words, String says) {
        QuestionException refused = assertThrows(QuestionException.class, () -> read(words));
        assertTrue(refused.getMessage().contains(says), refused.getMessage());
    }

    @Test
    void what_is_not_said_is_usual() {
        SupportQuestion question = read("type=TECHNICAL");
        assertEquals(NOW, question.at());
        assertEquals("en", question.speech().language().getLanguage());
        assertEquals(Place.AZURE, question.problem().place());
        assertNull(question.speech().country());
        assertNull(question.who().subscription());
        assertNull(question.rootCause());
    }

    @Test
    void instants_have_an_offset_and_days_begin_in_the_zone_of_the_books() {
        assertEquals(
                Instant.parse("2026-04-11T09:00:00Z"),
                read("type=RCA request-type=BILLING request-state=closed at=2026-04-11T11:00plus02:00")
                        .at());
        assertEquals(
                Instant.parse("2026-04-10T22:00:00Z"),
                QuestionWords.read(
                                new TreeMap<>(Map.of("type", "QUOTA", "at", "2026-04-11")),
                                ZoneId.of("Europe/Stockholm"),
                                NOW)
                        .at());
    }

    @Test
    void countries_and_languages_have_other_spellings() {
        assertEquals("US", read("type=TECHNICAL country=usa").speech().country());
        assertEquals("SE", read("type=TECHNICAL country=se").speech().country());
        assertEquals(
                "pt-BR",
                read("type=TECHNICAL language=pt_BR").speech().language().toLanguageTag());
    }
}
