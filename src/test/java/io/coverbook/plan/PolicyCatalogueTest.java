package io.coverbook.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.plan.PolicyCatalogue.Entry;
import io.coverbook.plan.PolicyCatalogue.PolicyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyCatalogueTest {

    private static final Path PAGE = Path.of("src/docs/policies.md");

    /** What can be read of the policies, by the key it is set with. */
    private static final Map<String, Function<Policies, Object>> READ = Map.ofEntries(
            Map.entry("billing.zone", p -> p.zone().getId()),
            Map.entry("billing.first-month", p -> String.valueOf(p.firstMonth())),
            Map.entry("close.approval", Policies::secondPerson),
            Map.entry("import.max-rejects", Policies::maxRejects),
            Map.entry("import.max-shrink", Policies::maxShrink),
            Map.entry("invoice.day.default", Policies::invoiceDayDefault),
            Map.entry("invoice.day.ea", Policies::invoiceDayEa),
            Map.entry("invoice.wire-terms-days", Policies::wireTermsDays),
            Map.entry("cancellation.backdating-days", Policies::cancellationBackdatingDays),
            Map.entry("seller.default-months", Policies::sellerDefaultMonths),
            Map.entry("pending-order.days", Policies::pendingOrderDays),
            Map.entry("temporary-support.days", Policies::temporarySupportDays),
            Map.entry("run.max-terms-per-plan", Policies::maxTermsPerPlan),
            Map.entry("notice.lead-days", Policies::noticeLeadDays),
            Map.entry("dunning.attempt-days", Policies::dunningAttemptDays),
            Map.entry("dunning.grace-days", Policies::dunningGraceDays),
            Map.entry("markets.denied", p -> p.denied().markets()),
            Map.entry("ea.upgrade-denied", p -> p.denied().upgrades()));

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            key                          | default        | set to           | then
            billing.zone                 | UTC            | Europe/Stockholm | Europe/Stockholm
            billing.first-month          | null           | 2026-03          | 2026-03
            close.approval               | false          | SECOND_PERSON    | true
            import.max-rejects           | 0.01           | 0                | 0
            import.max-shrink            | 0.05           | 1                | 1
            invoice.day.default          | 5              | 28               | 28
            invoice.day.ea               | 12             | 1                | 1
            invoice.wire-terms-days      | 30             | 0                | 0
            cancellation.backdating-days | 31             | 0                | 0
            seller.default-months        | 12             | 36               | 36
            pending-order.days           | 30             | 45               | 45
            temporary-support.days       | 30             | 14               | 14
            run.max-terms-per-plan       | 15             | 1000             | 1000
            notice.lead-days             | [60, 30, 7]    | 90, 14           | [90, 14]
            notice.lead-days             | [60, 30, 7]    | 365, 1           | [365, 1]
            dunning.attempt-days         | [0, 3, 7, 14]  | 0                | [0]
            dunning.grace-days           | 14             | 7                | 7
            markets.denied               | []             | kp               | [KP]
            ea.upgrade-denied            | []             | ' SE '           | [SE]
            """)
    void a_policy_is_at_its_default_until_it_is_set(String key, String standard, String value, String then) {
        Function<Policies, Object> read = READ.get(key);
        assertEquals(standard, String.valueOf(read.apply(Policies.DEFAULTS)));
        assertEquals(then, String.valueOf(read.apply(PolicyCatalogue.policies(Map.of(key, value)))));
    }

    @Test
    void every_policy_with_a_choice_can_be_read() {
        Set<String> open = new HashSet<>();
        PolicyCatalogue.entries().stream().filter(Entry::open).forEach(e -> open.add(e.key()));
        assertEquals(open, READ.keySet());
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            key                     | value          | said
            billing.zone            | Mars           | give a zone name such as UTC or Europe/Stockholm (P2: Azure bills in UTC)
            billing.first-month     | March          | give a month YYYY-MM, or empty
            close.approval          | TWO            | give NONE or SECOND_PERSON (L2: who issues a month)
            import.max-rejects      | 1.1            | give a share from 0 to 1
            invoice.day.ea          | 29             | give a day from 1 to 28
            dunning.attempt-days    | 3,7            | give days from 0 to 365, ascending from 0
            dunning.attempt-days    | 0,7,3          | give days from 0 to 365, ascending from 0
            dunning.grace-days      | 0              | give days from 1 to 365
            notice.lead-days        | 366            | give days from 1 to 365, separated by commas
            notice.lead-days        | 0              | give days from 1 to 365, separated by commas
            ea.upgrade-denied       | SE,            | give country codes such as SE
            markets.denied          | Sweden         | give country codes such as SE
            month.alignment         | CALENDAR       | give ANNIVERSARY, nothing else (P3: calendar months charge a late purchase twice
            purchase.proration      | DAILY          | give NONE, nothing else (P5: no refund at the end
            ea.cancellation         | AT_ANNIVERSARY | give PAID_MONTH, nothing else (P26: no rule says what an end at the anniversary
            invoice.grouping        | PLAN           | give ACCOUNT_AND_CURRENCY, nothing else (P17:
            """)
    void a_value_that_is_not_good_is_refused_and_the_good_ones_listed(String key, String value, String said) {
        PolicyException refusal =
                assertThrows(PolicyException.class, () -> PolicyCatalogue.policies(Map.of(key, value)));
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.startsWith("policy " + key + " cannot be '" + value.strip() + "'; " + said), message);
    }

    static List<Entry> fixed() {
        return PolicyCatalogue.entries().stream().filter(e -> !e.open()).toList();
    }

    @ParameterizedTest
    @MethodSource("fixed")
    void a_question_with_one_answer_takes_that_and_no_other(Entry entry) {
        assertEquals(Policies.DEFAULTS, PolicyCatalogue.policies(Map.of(entry.key(), entry.standard())));
        assertThrows(PolicyException.class, () -> PolicyCatalogue.policies(Map.of(entry.key(), "OTHER")));
        assertThrows(PolicyException.class, () -> PolicyCatalogue.policies(Map.of(entry.key(), "")));
    }

    @Test
    void an_unknown_key_is_refused_and_the_known_ones_listed() {
        PolicyException refusal =
                assertThrows(PolicyException.class, () -> PolicyCatalogue.policies(Map.of("dunning.grace", "7")));
        assertTrue(String.valueOf(refusal.getMessage()).contains("dunning.grace-days, "));
    }

    @Test
    void every_question_of_the_register_has_its_keys_in_order() {
        List<String> numbers = PolicyCatalogue.entries().stream()
                .map(Entry::number)
                .distinct()
                .filter(number -> number.startsWith("P"))
                .toList();
        assertEquals(IntStream.rangeClosed(1, 55).mapToObj(n -> "P" + n).toList(), numbers);
        assertEquals(
                PolicyCatalogue.entries().size(),
                PolicyCatalogue.entries().stream().map(Entry::key).distinct().count());
    }

    @Test
    void what_is_hashed_into_a_run_names_every_key_and_every_change() {
        String body = PolicyCatalogue.body(Map.of());
        assertEquals(PolicyCatalogue.entries().size(), body.lines().count());
        assertTrue(body.contains("\nmonth.alignment=ANNIVERSARY\n"), body);
        String set = PolicyCatalogue.body(
                Map.of("billing.first-month", YearMonth.of(2026, 3).toString()));
        assertEquals(body.replace("first-month=\n", "first-month=2026-03\n"), set);
    }

    /** Run with {@code -Dpage.write} to write the page anew. */
    @Test
    void the_page_lists_them_all() throws IOException {
        StringBuilder table = new StringBuilder();
        for (Entry e : PolicyCatalogue.entries()) {
            String value = e.standard().isEmpty() ? "(empty)" : "`" + e.standard() + "`";
            String good = e.open() ? e.good() : "only this";
            table.append("| %s | `%s` | %s | %s | %s |\n".formatted(e.number(), e.key(), value, good, e.why()));
        }
        String page = Files.readString(PAGE);
        String mark = "|---|---|---|---|---|\n";
        String head = page.substring(0, page.indexOf(mark) + mark.length());
        if (Boolean.getBoolean("page.write")) {
            Files.writeString(PAGE, head + table);
        }
        assertEquals(head + table, Files.readString(PAGE));
    }
}
