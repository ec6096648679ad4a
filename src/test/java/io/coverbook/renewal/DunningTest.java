package io.coverbook.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coverbook.plan.Policies;
import io.coverbook.plan.PolicyCatalogue;
import io.coverbook.testkit.Facts;
import io.coverbook.testkit.Said;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a renewal that cannot be paid (X19). A term is past due {@code since failures paid suspended ended}. */
class DunningTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            plan | scope | as of | past due | life | status | why
            2026-03-01 | pay=CARD:2026-03 | 2026-03-31 | | PL-1 goes on | ACTIVE | E29 before the renewal nobody knows
            2026-03-01 | pay=CARD:2026-03 | 2026-04-01 | 04-01 x1 | PL-1 goes on | PAST_DUE | E29
            2026-03-01 | pay=CARD:2026-03 | 2026-04-08 | 04-01 x3 | PL-1 goes on | PAST_DUE | E29 D+7
            2026-03-01 | pay=CARD:2026-03 | 2026-04-14 | 04-01 x3 | PL-1 goes on | PAST_DUE | E29 the last day of grace
            2026-03-01 | pay=CARD:2026-03 | 2026-04-15 | 04-01 x4 suspended 04-15 | PL-1 goes on | SUSPENDED | E29
            2026-03-01 | pay=CARD:2026-03 | 2026-05-01 | 04-01 x4 suspended 04-15 ended 05-01 | PL-1 ENDED_NONPAYMENT 2026-05-01 | ENDED | E29
            2026-03-01 | pay=CARD:2026-03 | 2026-12-31 | 04-01 x4 suspended 04-15 ended 05-01 | PL-1 ENDED_NONPAYMENT 2026-05-01 | ENDED | E29 no second dunning
            2026-03-01 paid=2026-04-06 | pay=CARD:2026-03 | 2026-04-05 | 04-01 x2 | PL-1 goes on | PAST_DUE | A1 a payment counts from its day
            2026-03-01 paid=2026-04-06 | pay=CARD:2026-03 | 2026-04-30 | 04-01 x2 paid 04-06 | PL-1 goes on | ACTIVE | E30
            2026-03-01 paid=2026-04-06 | pay=CARD:2026-03 | 2026-05-01 | 04-01 x2 paid 04-06; 05-01 x1 | PL-1 goes on | PAST_DUE | D5 a payment makes no card valid
            2026-03-01 paid=2026-04-15 | pay=CARD:2026-03 | 2026-04-30 | 04-01 x3 paid 04-15 | PL-1 goes on | ACTIVE | D3 on the last day
            2026-03-01 paid=2026-04-20 | pay=CARD:2026-03 | 2026-04-30 | 04-01 x4 paid 04-20 suspended 04-15 | PL-1 goes on | ACTIVE | E31
            2026-03-01 paid=2026-04-30 | pay=CARD:2026-03 | 2026-05-01 | 04-01 x4 paid 04-30 suspended 04-15; 05-01 x1 | PL-1 goes on | PAST_DUE | D2 the last day of the term
            2026-03-01 paid=2026-05-01 | pay=CARD:2026-03 | 2026-05-02 | 04-01 x4 suspended 04-15 ended 05-01 | PL-1 ENDED_NONPAYMENT 2026-05-01 | ENDED | D2 too late
            2026-03-01 paid=2026-03-31 | pay=CARD:2026-03 | 2026-04-15 | 04-01 x4 suspended 04-15 | PL-1 goes on | SUSPENDED | D2 paid before it was due
            2026-03-01 | pay=INACTIVE | 2026-04-02 | 04-01 x1 | PL-1 goes on | PAST_DUE | X19 an inactive method
            2026-03-01 | pay=NONE | 2026-04-02 | 04-01 x1 | PL-1 goes on | PAST_DUE | D1 no method
            2026-03-01 | pay=WIRE | 2026-12-31 | | PL-1 goes on | ACTIVE | D1 WIRE never
            2026-03-01 | pay=CARD:2026-03,CARD:2031-12@2026-04-10 | 2026-04-12 | 04-01 x3 | PL-1 goes on | PAST_DUE | D1 the method is that of the day of renewal; a new card pays nothing by itself
            2026-03-01 | pay=NONE,CARD:2031-12@2026-03-20 | 2026-04-12 | | PL-1 goes on | ACTIVE | D1 D5 a valid card in time
            2026-03-01 declined=2026-04-01T09:00Z | | 2026-04-04 | 04-01 x2 | PL-1 goes on | PAST_DUE | D1 declined on the day
            2026-03-01 declined=2026-04-02 | | 2026-04-04 | | PL-1 goes on | ACTIVE | D1 on another day
            2026-03-01 declined=2026-04-01 | pay=WIRE | 2026-04-04 | | PL-1 goes on | ACTIVE | D1 WIRE never
            2026-03-01 declined=2026-03-01 | | 2026-03-04 | | PL-1 goes on | ACTIVE | D1 not the first term
            2026-01-30 | pay=CARD:2026-04 | 2026-05-29 | | PL-1 goes on | ACTIVE | E28 P22 valid through the last day of April
            2026-01-30 | pay=CARD:2026-04 | 2026-05-30 | 05-30 x1 | PL-1 goes on | PAST_DUE | E28
            2026-03-01 cancel=2026-04-10 | pay=NONE | 2026-04-20 | 04-01 x4 suspended 04-15 | PL-1 ENDED_CANCELLED 2026-05-01 | SUSPENDED | X7 the running term is still due
            2026-03-01 cancel=2026-04-10 | pay=NONE | 2026-05-01 | 04-01 x4 suspended 04-15 ended 05-01 | PL-1 ENDED_CANCELLED 2026-05-01 | ENDED | B11 cancelled before not paid
            2026-03-01 | pay=NONE status=DISABLED@2026-03-20 | 2026-04-20 | | PL-1 goes on | ACTIVE | D1 a disabled account's renewal is held
            2026-03-01 | pay=NONE status=DISABLED@2026-04-02 | 2026-04-20 | 04-01 x4 suspended 04-15 | PL-1 goes on | SUSPENDED | K7 dunning of the running term goes on
            2026-03-01 channel=MS_SELLER end=2026-12-31 | pay=NONE type=MOSP | 2026-04-20 | | PL-1 ENDED_CONTRACT 2027-01-01 | ACTIVE | D1 a seller's plan
            2026-03-01 channel=MS_SELLER end=2026-12-31 | pay=NONE | 2026-04-20 | 04-01 x4 suspended 04-15 | PL-1 goes on | SUSPENDED | P23 on a customer agreement
            2026-03-01 channel=MS_SELLER end=2026-12-31 | pay=NONE type=MOSP,MCA@2026-05-01 | 2026-05-02 | 05-01 x1 | PL-1 goes on | PAST_DUE | P55 from the day of the change
            2026-01-31 | pay=NONE | 2026-03-30 | 02-28 x4 suspended 03-14 | PL-1 goes on | SUSPENDED | E02 counted from the anchor
            2026-01-31 | pay=NONE | 2026-03-31 | 02-28 x4 suspended 03-14 ended 03-31 | PL-1 ENDED_NONPAYMENT 2026-03-31 | ENDED | E02
            """)
    void a_renewal_that_is_not_paid(
            String plan, String scope, LocalDate asOf, String pastDue, String life, PlanStatus status, String why) {
        List<PlanLife> lives = lives(plan, scope, asOf, Facts.POLICIES);
        assertEquals(pastDue == null ? "" : pastDue, said(lives.get(0)), why);
        assertEquals(life, Said.lives(lives), why);
        assertEquals(status, PlanStatus.on(lives.get(0), asOf), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            attempts | grace | as of | past due | why
            0,5,10   | 20    | 2026-04-20 | 04-01 x3 | P21 other days
            0,5,10   | 20    | 2026-04-21 | 04-01 x3 suspended 04-21 | P21
            0        | 1     | 2026-04-02 | 04-01 x1 suspended 04-02 | P21
            0,40     | 60    | 2026-05-31 | 04-01 x1 ended 05-01 | D3 nothing after the next term would begin
            """)
    void the_schedule_is_a_policy(String attempts, String grace, LocalDate asOf, String pastDue, String why) {
        Policies policies =
                PolicyCatalogue.policies(Map.of("dunning.attempt-days", attempts, "dunning.grace-days", grace));
        assertEquals(
                pastDue, said(lives("2026-03-01", "pay=NONE", asOf, policies).get(0)), why);
    }

    private static List<PlanLife> lives(String plan, String scope, LocalDate asOf, Policies policies) {
        return ScopePlans.decide(Facts.of(scope, "PL-1 STANDARD " + plan), policies, asOf);
    }

    private static String said(PlanLife life) {
        return life.pastDue().stream()
                .map(p -> day(p.term().from()) + " x" + p.failedOn().size()
                        + (p.paidOn() == null ? "" : " paid " + day(p.paidOn()))
                        + (p.suspendedOn() == null ? "" : " suspended " + day(p.suspendedOn()))
                        + (p.expiredOn() == null ? "" : " ended " + day(p.expiredOn())))
                .collect(Collectors.joining("; "));
    }

    private static String day(LocalDate day) {
        return day.toString().substring(5);
    }
}
