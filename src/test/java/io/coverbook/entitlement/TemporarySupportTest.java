package io.coverbook.entitlement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coverbook.plan.SupportLevel;
import io.coverbook.renewal.ScopeFacts;
import io.coverbook.renewal.ScopePlans;
import io.coverbook.testkit.Facts;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemporarySupportTest {

    /** Days as {@code first..last}, both counted. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            plans | scope | active | invalid | why
            | order=PENDING:STANDARD:2026-03-02 request=2026-03-05:STANDARD:text | 2026-03-05..2026-04-03 | | E47b R79 thirty days
            | order=PENDING:STANDARD:2026-03-02 request=2026-03-02:STANDARD:text | 2026-03-02..2026-03-31 | | X18 on the day of the order
            | order=PENDING:STANDARD:2026-03-02 request=2026-03-05:STANDARD:text,2026-03-25:STANDARD:text | 2026-03-05..2026-04-23 | | X18 a new request starts a new thirty days
            | order=PENDING:STANDARD:2026-03-02 request=2026-03-05:STANDARD:text,2026-04-10:STANDARD:text | 2026-03-05..2026-04-03, 2026-04-10..2026-05-09 | | F6 all requests; the order stale or not
            | order=PENDING:STANDARD:2026-03-02 request=2026-03-05:DEVELOPER:text | | 2026-03-05 | E49a
            | order=PENDING:STANDARD:2026-03-02 request=2026-03-05:PROFESSIONAL_DIRECT:text | | 2026-03-05 | E49b not the level ordered
            | order=PENDING:STANDARD:2026-03-02 request=2026-03-05:STANDARD | | 2026-03-05 | E49c no description
            | request=2026-03-05:STANDARD:text | | 2026-03-05 | E49d no order
            | order=PENDING:STANDARD:2026-03-02 request=2026-03-01T23:59:59Z:STANDARD:text | | 2026-03-01 | X18 the day before the order
            | order=PENDING:DEVELOPER:2026-03-02 request=2026-03-05:DEVELOPER:text | | 2026-03-05 | R80 R73 though it is the level ordered
            | order=PENDING:UNIFIED:2026-03-02 request=2026-03-05:UNIFIED:text | | 2026-03-05 | R80 Standard or Professional Direct
            | order=PENDING:STANDARD:2026-03-02,CANCELLED@2026-03-15 request=2026-03-05:STANDARD:text | 2026-03-05..2026-03-15 | | E47d
            | order=PENDING:STANDARD:2026-03-02,CANCELLED@2026-03-15 request=2026-03-15:STANDARD:text | 2026-03-15..2026-03-15 | | H3 the cancellation day still counts as pending
            | order=PENDING:STANDARD:2026-03-02,CANCELLED@2026-03-15 request=2026-03-16:STANDARD:text | | 2026-03-16 | F6
            | order=PENDING:STANDARD:2026-03-02@always request=2026-03-05:STANDARD:text | 2026-03-05..2026-04-03 | | A3 X18 the first export of the agreement showed the order
            | order=PENDING:STANDARD:2026-03-02@always request=2026-03-01:STANDARD:text | | 2026-03-01 | X18 nor then before the day of the order
            | order=PENDING:STANDARD:2026-03-02,FULFILLED@2026-03-18 request=2026-03-05:STANDARD:text:covered@2026-03-20 | 2026-03-05..2026-03-19 | | X18 H3 until the ordered coverage starts, though no plan covers
            | order=PENDING:STANDARD:2026-03-02,FULFILLED@2026-03-18 request=2026-03-10:STANDARD:text:covered@2026-03-05 | | | X18 nothing is left where the ordered coverage had started, whenever an export told so
            | order=PENDING:STANDARD:2026-03-02,FULFILLED@2026-03-18 request=2026-03-05:STANDARD:text:covered@2026-05-01 | 2026-03-05..2026-04-03 | | X18 thirty days at most
            EA:EA-1 STANDARD 2026-03-20 row | order=PENDING:STANDARD:2026-03-02,FULFILLED@2026-03-18 request=2026-03-05:STANDARD:text | 2026-03-05..2026-03-19 | | E47c
            EA:EA-1 STANDARD 2026-03-20 row | order=PENDING:STANDARD:2026-03-02,FULFILLED@2026-03-18 request=2026-03-18:STANDARD:text | | 2026-03-18 | H3 fulfilled is no longer pending
            PL-7 STANDARD 2026-03-10 | order=PENDING:STANDARD:2026-03-02 request=2026-03-05:STANDARD:text | 2026-03-05..2026-03-09 | | F6 any plan that covers ends it
            EA:EA-1 DEVELOPER 2026-03-10 row | order=PENDING:STANDARD:2026-03-02 request=2026-03-05:STANDARD:text | 2026-03-05..2026-04-03 | | F6 a held plan does not cover
            | order=PENDING:STANDARD:2026-03-02 request=2026-03-05:STANDARD,2026-03-07:STANDARD,2026-03-09:STANDARD:text | 2026-03-09..2026-04-07 | 2026-03-05, 2026-03-07 | F6 each by itself
            """)
    void the_days_of_temporary_support(String plans, String scope, String active, String invalid, String why) {
        TemporarySupport support = decide(plans, scope);
        String days = support.days().spans().stream()
                .map(span -> span.from() + ".." + span.until().minusDays(1))
                .collect(Collectors.joining(", "));
        assertEquals(active == null ? "" : active, days, why);
        assertEquals(
                invalid == null ? "" : invalid,
                support.invalidOn().stream().map(LocalDate::toString).collect(Collectors.joining(", ")),
                why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            day        | level               | why
            2026-03-04 |                     | before the request
            2026-03-05 | STANDARD            | E2 the level ordered then
            2026-03-15 | STANDARD            | H3
            2026-03-16 |                     | H3
            2026-03-22 | PROFESSIONAL_DIRECT | E2 of the second order
            2026-04-20 | PROFESSIONAL_DIRECT | X18
            2026-04-21 |                     | X18
            """)
    void support_has_the_level_of_its_own_order(LocalDate day, SupportLevel level, String why) {
        TemporarySupport support = decide(
                null,
                "order=PENDING:STANDARD:2026-03-02,CANCELLED@2026-03-15,PENDING:PROFESSIONAL_DIRECT:2026-03-20 "
                        + "request=2026-03-05:STANDARD:text,2026-03-22:PROFESSIONAL_DIRECT:text");
        assertEquals(level, support.levelOn(day), why);
        assertEquals(level != null, support.activeOn(day), why);
    }

    private static TemporarySupport decide(String plans, String scope) {
        ScopeFacts facts = Facts.of("EA " + scope, plans);
        return TemporarySupport.decide(
                facts.agreement(), ScopePlans.decide(facts, Facts.POLICIES, Facts.LATER), Facts.POLICIES);
    }
}
