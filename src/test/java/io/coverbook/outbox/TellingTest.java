package io.coverbook.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.outbox.Letters.Language;
import io.coverbook.outbox.Places.PlaceException;
import io.coverbook.reconcile.Notice;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is told is said right, goes only where it may, and is tried again at the right time. */
class TellingTest {

    private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");

    /** The example of the Standard Webhooks specification. */
    @Test
    void a_signature_is_that_of_the_specification() {
        Webhook webhook = new Webhook(URI.create("https://example.com"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertEquals(
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                webhook.signature("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", "{\"test\": 2432232314}"));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "2, 4", "3, 8", "4, 16", "5, 32", "6, 60", "7, 60", "100, 60"})
    void what_did_not_arrive_waits_twice_as_long_each_time_up_to_an_hour(int before, int minutes) {
        assertEquals(NOON.plus(Duration.ofMinutes(minutes)), Backoff.next(before, NOON));
    }

    @Test
    void after_a_week_nobody_waits_any_more() {
        assertFalse(Backoff.over(NOON, NOON.plus(Duration.ofDays(7))));
        assertTrue(Backoff.over(NOON, NOON.plus(Duration.ofDays(7)).plusSeconds(1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            MONTH_END | FAILED    | false | controls failed for 2026-03 | CLOSE_BLOCKED
            MONTH_END | FAILED    | false | its program was gone        | RUN_FAILED
            RECONCILE | FAILED    | false | controls failed for 2026-03 | RUN_FAILED
            MONTH_END | FAILED    | false | told to stop, between two steps | -
            RECONCILE | FAILED    | true  | told to stop, between two steps | -
            MONTH_END | PROPOSED  | true  | ''                          | APPROVAL_AWAITED
            MONTH_END | PROPOSED  | false | ''                          | MONTH_PROPOSED
            MONTH_END | DONE      | true  | ''                          | MONTH_CLOSED
            IMPORT    | DONE      | false | ''                          | RUN_DONE
            RECONCILE | DONE      | false | ''                          | RUN_DONE
            IMPORT    | STOPPED   | false | ''                          | RUN_STOPPED
            MONTH_END | DISCARDED | false | ''                          | -
            MONTH_END | APPROVED  | true  | ''                          | -
            """)
    void the_end_of_a_run_has_its_topic(String purpose, String state, boolean second, String note, Topic topic) {
        assertEquals(topic, Topic.ofRun(purpose, state, second, note).orElse(null));
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSED, F21_SHRINK_GUARD, IMPORT_SHRUNK",
        "REFUSED, F22_REJECT_THRESHOLD, FILE_REFUSED",
        "ACCEPTED, '', ROWS_REJECTED",
        "STALE, '', ROWS_REJECTED"
    })
    void a_file_has_its_topic(String outcome, String code, Topic topic) {
        assertEquals(topic, Topic.ofFile(outcome, code));
    }

    @Test
    void a_mail_says_first_what_needs_somebody_and_is_never_endless() {
        List<Digest.Item> items = new ArrayList<>();
        items.add(item(
                Topic.MONTH_CLOSED,
                Map.of("period", "2026-03", "invoices", 105, "totals", "AUD=1658.03;EUR=6605.82", "held", 12)));
        items.add(item(Topic.RUN_DONE, Map.of("purpose", "RECONCILE", "run_id", 7, "as_of", "2026-04-01")));
        for (int i = 0; i < 30; i++) {
            items.add(item(
                    Topic.AGREEMENT_WITHOUT_PLAN,
                    Map.of("agreement", "EA-" + i, "customer", "C", "since", "2026-03-01")));
        }
        Digest digest = Digest.of(items);
        assertEquals("Coverbook: 30 agreements without a plan, 2026-03 is closed", digest.subject());
        List<String> lines = digest.text().lines().toList();
        assertEquals("NEEDS SOMEBODY", lines.get(0));
        assertEquals("Agreements without a support plan: 30", lines.get(2));
        assertTrue(
                digest.text().contains("\n  and 5 more\n  > coverbook agreements --flagged shows all\n"),
                digest.text());
        assertTrue(
                digest.text()
                        .contains("  March 2026 is closed: 105 invoices (AUD 1658.03, EUR 6605.82), 0 credit notes,"
                                + " 12 charges held\n"),
                digest.text());
        assertTrue(digest.text().indexOf("TO BE KNOWN") > digest.text().indexOf("NEEDS SOMEBODY"));
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void every_topic_has_a_line_and_a_heading(Topic topic) {
        assertFalse(Headline.of(topic, Facts.of(Map.of())).isBlank());
        assertFalse(topic.heading().isBlank() || topic.few().isBlank());
    }

    private static Digest.Item item(Topic topic, Map<String, Object> facts) {
        return new Digest.Item(topic, Facts.of(new HashMap<>(facts)), "", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://hooks.example.com/x      | 0123456789abcdef01234567 | good
            http://127.0.0.1:8080/x          | 0123456789abcdef01234567 | good
            http://192.0.2.1/x               | 0123456789abcdef01234567 | https alone
            https://hooks.example.com/x      | short                    | at least 24
            https://u:p@hooks.example.com/x  | 0123456789abcdef01234567 | user or password
            ftp://hooks.example.com/x        | 0123456789abcdef01234567 | begins with https
            https://hooks.example.com/x      | whsec_%%%%%%%%%%%%%%%%%% | not base64
            """)
    void a_webhook_is_reached_safely_or_not_at_all(String url, String secret, String said) {
        String answer = "good";
        try {
            String shown = new Places.Hook(URI.create(url), secret).toString();
            assertFalse(shown.contains(secret), shown);
        } catch (PlaceException e) {
            answer = e.getMessage();
        }
        assertTrue(answer.contains(said), answer);
    }

    @ParameterizedTest
    @CsvSource({
        "ann@example.com, true",
        "'ann@example.com\nBcc: all@example.com', false",
        "'ann@example.com, bob@example.com', false",
        "Ann <ann@example.com>, false",
        "BA-100101, false",
        "ann@, false",
        "'', false"
    })
    void an_address_is_one_address(String text, boolean good) {
        assertEquals(good, Places.isAddress(text));
    }

    @Test
    void a_password_shows_nowhere() {
        Places.Mail mail = new Places.Mail(
                "mail.example.com", 587, Places.Tls.STARTTLS, "u", "marker-secret", "a@example.com", List.of());
        assertFalse(mail.toString().contains("marker-secret"));
        assertThrows(
                PlaceException.class,
                () -> new Places.Mail(
                        "mail.example.com", 587, Places.Tls.STARTTLS, "u", null, "a@example.com", List.of()));
        assertEquals(
                "550 ***@example.com unknown",
                Masked.of("550 <ann.b+c@example.com> unknown".replace("<", "").replace(">", "")));
    }

    @Test
    void there_is_a_letter_for_every_notice_in_both_languages() {
        Map<String, Object> facts = new HashMap<>(Map.of(
                "customer",
                "Pietrasole",
                "plan",
                "EA:EA-1",
                "tier",
                "PROFESSIONAL_DIRECT",
                "scope",
                "EA-1",
                "contract_end",
                "2026-03-31",
                "covered_through",
                "2026-03-31",
                "due_date",
                "2026-03-01"));
        assertEquals(Arrays.stream(Notice.Kind.values()).map(Enum::name).toList(), Letters.KINDS);
        Letters letters = new Letters(null);
        for (Language language : Language.values()) {
            for (String kind : Letters.KINDS) {
                facts.put("kind", kind);
                MailPost.Letter letter = letters.write(language, List.of(Facts.of(new HashMap<>(facts))));
                assertTrue(letter.subject().contains("Professional Direct"), letter.subject());
                assertTrue(letter.text().contains("EA:EA-1") && letter.text().contains("Pietrasole"), letter.text());
                assertFalse((letter.subject() + letter.text()).matches("(?s).*[{}].*"), letter.text());
            }
        }
        facts.put("kind", "RENEWAL_DUE");
        Facts due = Facts.of(new HashMap<>(facts));
        assertTrue(letters.write(Language.EN, List.of(due)).text().contains("ends on 31 March 2026"));
        assertTrue(letters.write(Language.DE, List.of(due)).text().contains("endet am 31. März 2026"));
    }

    @Test
    void what_would_be_said_twice_is_said_once() {
        Map<String, Object> facts = Map.of(
                "kind",
                "RENEWAL_DUE",
                "customer",
                "C",
                "plan",
                "P-1",
                "tier",
                "STANDARD",
                "contract_end",
                "2026-03-31");
        Map<String, Object> other = new HashMap<>(facts);
        other.put("plan", "P-2");
        Facts one = Facts.of(new HashMap<>(facts));
        MailPost.Letter letter =
                new Letters(null).write(Language.EN, List.of(one, one, Facts.of(new HashMap<>(other))));
        assertEquals(2, letter.text().split("does not renew by itself|does not renew", -1).length - 1, letter.text());
        assertEquals("Your support plans for Azure", letter.subject());
    }

    @ParameterizedTest
    @CsvSource({"DE, DE", "AT, DE", "CH, DE", "SE, EN", "'', EN"})
    void a_letter_is_in_the_language_of_the_country(String country, Language language) {
        assertEquals(language, Language.of(country));
    }

    @Test
    void letters_of_ones_own_replace_what_they_name_and_are_checked(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("letters-en.properties");
        Files.writeString(file, "greeting = Dear {customer}\n");
        Facts facts = Facts.of(new HashMap<>(Map.of("kind", "PLAN_ENDED", "customer", "C", "tier", "STANDARD")));
        MailPost.Letter letter = new Letters(folder).write(Language.EN, List.of(facts));
        assertTrue(letter.text().startsWith("Dear C\n\nYour support plan Standard"), letter.text());
        Files.writeString(file, "greeting = Dear {name}\n");
        assertTrue(assertThrows(PlaceException.class, () -> new Letters(folder))
                .getMessage()
                .contains("{name} is none of"));
        Files.writeString(file, "hello = Dear\n");
        assertThrows(PlaceException.class, () -> new Letters(folder));
    }
}
