package io.coverbook.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coverbook.calendar.DaySet;
import io.coverbook.plan.Policies;
import io.coverbook.plan.PolicyCatalogue;
import io.coverbook.plan.PriceBook;
import io.coverbook.plan.Tier;
import io.coverbook.reconcile.Population;
import io.coverbook.reconcile.ScopeDecision;
import io.coverbook.reconcile.ScopeRule;
import io.coverbook.renewal.ScopeFacts;
import io.coverbook.testkit.Facts;
import io.coverbook.testkit.Said;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What other systems' own tests are given, and what a plan charged in advance, in full and without proration makes of
 * it. The case numbers are those of our list of peer cases; the source names the test it was read in. Where the peer
 * prorates, its result differs: these rows prove that no proration slips in.
 */
class PeerChargesTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            case | plans | as of | charges | source
            A02 | PL-1 STANDARD 2024-01-31 | 2024-03-31 | 2024-01-31 100.00; 2024-02-29 100.00; 2024-03-31 100.00 | Meteroid test_anniversary_billing
            A07 | PL-1 STANDARD 2012-03-31 promo=29.95 cancel=2012-06-10 | 2012-12-31 | 2012-03-31 29.95; 2012-04-30 29.95; 2012-05-31 29.95 | Kill Bill testBasePlanCompleteWithBillingDayInPast
            A09 | PL-1 STANDARD 2017-01-31 | 2017-03-31 | 2017-01-31 100.00; 2017-02-28 100.00; 2017-03-31 100.00 | Kill Bill testWithBCDLargerThanEndMonth
            A30 | PL-1 STANDARD 2024-06-01 | 2024-01-01 | | Meteroid periods.rs
            B02a | PL-1 STANDARD 2011-02-15 | 2011-03-01 | 2011-02-15 100.00 | Kill Bill GenericProRationTestBase
            B02b | PL-1 STANDARD 2011-02-15 | 2011-03-14 | 2011-02-15 100.00 | Kill Bill GenericProRationTestBase
            B02c | PL-1 STANDARD 2011-02-15 | 2011-03-15 | 2011-02-15 100.00; 2011-03-15 100.00 | Kill Bill GenericProRationTestBase
            B02d | PL-1 STANDARD 2011-02-15 | 2011-03-16 | 2011-02-15 100.00; 2011-03-15 100.00 | Kill Bill GenericProRationTestBase
            B03a | PL-1 STANDARD 2011-12-15 | 2012-01-14 | 2011-12-15 100.00 | Kill Bill CrossingYearBoundary
            B03b | PL-1 STANDARD 2011-12-15 | 2012-01-15 | 2011-12-15 100.00; 2012-01-15 100.00 | Kill Bill CrossingYearBoundary
            B05 | PL-1 STANDARD 2012-02-15 | 2012-03-15 | 2012-02-15 100.00; 2012-03-15 100.00 | Kill Bill LeapYear_StartingMidFebruary
            B06 | PL-1 STANDARD 2012-01-15 | 2012-02-03 | 2012-01-15 100.00 | Kill Bill TestProRation
            B08a | PL-1 STANDARD 2024-05-01 | 2024-04-30 | | Kill Bill invoice_subsystem.adoc
            B08b | PL-1 STANDARD 2024-05-01 | 2024-05-31 | 2024-05-01 100.00 | Kill Bill invoice_subsystem.adoc
            B08c | PL-1 STANDARD 2024-05-01 | 2024-06-30 | 2024-05-01 100.00; 2024-06-01 100.00 | Kill Bill invoice_subsystem.adoc
            B09 | PL-1 STANDARD 2011-09-01 promo=10 | 2011-10-03 | 2011-09-01 10.00; 2011-10-01 10.00 | Kill Bill testWithSingleMonthlyEvent
            B11 | PL-1 STANDARD 2024-01-01 promo=0 | 2024-02-01 | 2024-01-01 0.00; 2024-02-01 0.00 | Kill Bill testZeroDollarEvents
            B12 | PL-1 STANDARD 2024-06-20 | 2024-06-20 | 2024-06-20 100.00 | Lago organization_billing_service_spec
            B16b | PL-1 STANDARD 2013-08-01 promo=1000 | 2013-08-31 | 2013-08-01 1000.00 | Kill Bill integration tests
            C03a | PL-1 STANDARD 2011-01-01 cancel=2011-01-15 | 2011-01-01 | 2011-01-01 100.00 | Kill Bill testCancelledBeforeOnePeriod
            C03b | PL-1 STANDARD 2011-01-01 cancel=2011-01-15 | 2011-01-15 | 2011-01-01 100.00 | Kill Bill testCancelledBeforeOnePeriod
            C03c | PL-1 STANDARD 2011-01-01 cancel=2011-01-15 | 2011-04-05 | 2011-01-01 100.00 | Kill Bill testCancelledBeforeOnePeriod
            C05 | PL-1 STANDARD 2010-06-17 cancel=2010-07-25 | 2010-12-31 | 2010-06-17 100.00; 2010-07-17 100.00 | Kill Bill TestTrailingProRation
            C06 | PL-1 STANDARD 2010-12-15 cancel=2011-03-17 | 2011-12-31 | 2010-12-15 100.00; 2011-01-15 100.00; 2011-02-15 100.00; 2011-03-15 100.00 | Kill Bill testStartTargetEnd
            C09 | PL-1 STANDARD 2024-01-31 promo=3500 cancel=2024-03-10 | 2024-12-31 | 2024-01-31 3500.00; 2024-02-29 3500.00 | Meteroid test_subscription_cancellation
            C11 | PL-1 STANDARD 2024-01-31 cancel=2024-02-28T23:59:59Z | 2024-12-31 | 2024-01-31 100.00 | Meteroid test_mrr_cancellation_at_period_boundary
            C12 | PL-1 STANDARD 2024-03-04T08:00Z cancel=2024-03-04T09:00Z | 2024-12-31 | 2024-03-04 100.00 | Lago terminated on the day of creation
            C13 | PL-1 STANDARD 2023-09-05 promo=1000 cancel=2023-10-04T23:59:59Z | 2023-12-31 | 2023-09-05 1000.00 | Lago ending at is the billing date
            C16 | PL-1 STANDARD 2015-09-01 start=2015-10-01 cancel=2015-09-30T23:59:59Z | 2015-12-31 | | Kill Bill testCancelFutureSubscriptionWithPolicy
            C17 | PL-1 STANDARD 2024-05-10 start=2024-06-01 cancel=2024-05-20 | 2024-12-31 | | Lago pending
            C19 | PL-1 STANDARD 2024-01-10 cancel=2024-01-20 on=2024-02-09T23:00Z | 2024-03-10 | 2024-01-10 100.00; 2024-02-10 100.00; 2024-03-10 100.00 | Kill Bill CancelUncancel
            C20 | PL-1 STANDARD 2024-01-10 cancel=2024-01-20 on=2024-02-10; PL-2 STANDARD 2024-02-12 | 2024-03-12 | 2024-01-10 100.00; 2024-02-12 100.00; 2024-03-12 100.00 | Stripe: a new subscription is needed
            C22 | PL-1 STANDARD 2023-04-23 promo=19.95 cancel=2023-05-15 | 2023-05-23 | 2023-04-23 19.95 | Kill Bill testInvoiceTrailingProration1
            C26 | PL-1 STANDARD 2024-01-15 cancel=2024-02-13T09:00Z; PL-2 STANDARD 2024-02-13T09:01Z | 2024-02-28 | 2024-01-15 100.00; 2024-02-15 100.00 | Lago terminate_recreate_spec
            D01 | PL-1 STANDARD 2011-02-07 cancel=2011-02-15T08:00Z; PL-2 PROFESSIONAL_DIRECT 2011-02-15T08:01Z | 2011-04-21 | 2011-02-07 100.00; 2011-02-15 1000.00; 2011-03-15 1000.00; 2011-04-15 1000.00 | Kill Bill testPlanChange_BeforeBillingDay
            D02 | PL-1 STANDARD 2011-02-07 cancel=2011-03-07; PL-2 PROFESSIONAL_DIRECT 2011-03-07 | 2011-04-21 | 2011-02-07 100.00; 2011-03-07 100.00; 2011-03-07 1000.00; 2011-04-07 1000.00 | Kill Bill testPlanChange_OnBillingDay: a cancellation on the boundary is in the new month (P7)
            D02b | PL-1 STANDARD 2011-02-07 cancel=2011-03-06T23:59:59Z; PL-2 PROFESSIONAL_DIRECT 2011-03-07 | 2011-04-21 | 2011-02-07 100.00; 2011-03-07 1000.00; 2011-04-07 1000.00 | the same a second earlier
            D05 | PL-1 DEVELOPER 2024-04-01 cancel=2024-04-16T08:00Z; PL-2 STANDARD 2024-04-16T08:01Z | 2024-04-30 | 2024-04-01 29.00; 2024-04-16 100.00 | Stripe prorations: here the new plan in full, nothing back
            D08 | PL-1 STANDARD 2024-04-01T08:00Z cancel=2024-04-01T09:00Z; PL-2 PROFESSIONAL_DIRECT 2024-04-01T09:30Z cancel=2024-04-01T10:00Z | 2024-12-31 | 2024-04-01 100.00; 2024-04-01 1000.00 | Kill Bill testCreateChangeCancelSubscriptionWithDateTime
            D11 | PL-1 PROFESSIONAL_DIRECT 2024-04-10 cancel=2024-04-10T08:00Z; PL-2 STANDARD 2024-04-10T09:00Z | 2024-04-30 | 2024-04-10 1000.00; 2024-04-10 100.00 | Kill Bill testTwoMonthlySubscriptionsWithAlignedBillingDates
            E01 | PL-1 STANDARD 2023-01-01 channel=MS_SELLER end=2023-03-31 | 2023-12-31 | 2023-01-01 100.00; 2023-02-01 100.00; 2023-03-01 100.00 | Kill Bill testSimpleFixedTermExpiry
            E10 | PL-1 STANDARD 2023-01-15 channel=MS_SELLER | 2024-12-31 | 2023-01-15 100.00; 2023-02-15 100.00; 2023-03-15 100.00; 2023-04-15 100.00; 2023-05-15 100.00; 2023-06-15 100.00; 2023-07-15 100.00; 2023-08-15 100.00; 2023-09-15 100.00; 2023-10-15 100.00; 2023-11-15 100.00; 2023-12-15 100.00 | Chargebee: sold for 12 billing cycles
            G03 | PL-1 STANDARD 2015-11-01T07:01:01Z cancel=2015-12-01 | 2015-11-30 | 2015-11-01 100.00 | Kill Bill testCancellationFrom_PDT_to_PST
            G06c | PL-1 STANDARD 2013-08-02T18:00Z | 2013-08-31 | 2013-08-02 100.00 | Kill Bill test_with_dates_timezones: one zone, UTC (P2)
            H12 | PL-1 STANDARD 2024-10-15 | 2024-11-30 | 2024-10-15 100.00; 2024-11-15 100.00 | AWS: there half a month first
            I02 | PL-1 STANDARD 2024-01-10 | 2024-02-10 | 2024-01-10 100.00; 2024-02-10 100.00 | Kill Bill: two whole periods in one run, the oldest first
            """)
    void what_is_charged(String id, String plans, LocalDate asOf, String charges, String source) {
        assertEquals(
                charges == null ? "" : charges,
                Said.charges(decide(plans, "type=MOSP", prices(), Policies.DEFAULTS, asOf)
                        .charges()),
                id + ": " + source);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            case | plans | changes | as of | charges | source
            F02 | PL-1 STANDARD 2018-03-15 | 2018-05-01 59.95 | 2018-05-31 | 2018-03-15 49.95; 2018-04-15 49.95; 2018-05-15 59.95 | Kill Bill testSubscriptionNotAlignedWithVersionChange
            F03 | PL-1 STANDARD 2022-03-15 | 2022-05-01 59.95 | 2022-05-31 | 2022-03-15 49.95; 2022-04-15 49.95; 2022-05-15 59.95 | Kill Bill CustomConfig NotAlignedWithVersionChange1
            F05 | PL-1 STANDARD 2022-04-15 | 2022-04-01 59.95 | 2022-05-31 | 2022-04-15 59.95; 2022-05-15 59.95 | Kill Bill CustomConfig Change3
            F05b1 | PL-1 STANDARD 2023-03-28 | 2023-04-20 59.95 | 2023-05-06 | 2023-03-28 49.95; 2023-04-28 59.95 | Kill Bill testSubscriptionWithBothAccounts
            F05b2 | PL-1 STANDARD 2023-04-06 | 2023-04-20 59.95 | 2023-05-06 | 2023-04-06 49.95; 2023-05-06 59.95 | Kill Bill 1842: billed 49.95 there
            F06 | PL-1 STANDARD 2026-07-01 | 2026-07-01 100; 2026-07-15 50; 2026-07-18 150 | 2026-09-30 | 2026-07-01 100.00; 2026-08-01 150.00; 2026-09-01 150.00 | Kill Bill testTwoCatalogChangesWithinSameBillingCycle
            F07 | PL-1 STANDARD 2026-07-16 | 2026-07-01 100; 2026-07-15 50; 2026-07-18 150 | 2026-08-31 | 2026-07-16 50.00; 2026-08-16 150.00 | Kill Bill testSingleCatalogChangeWithinBillingCycle
            D04 | PL-1 STANDARD 2011-08-01 | 2011-08-01 5; 2011-09-01 10; 2011-10-01 30 | 2011-11-30 | 2011-08-01 5.00; 2011-09-01 10.00; 2011-10-01 30.00; 2011-11-01 30.00 | Kill Bill testOnePlan_ThreeMonthlyPhases_ChangeEOT
            """)
    void what_is_charged_when_prices_change(
            String id, String plans, String changes, LocalDate asOf, String charges, String source) {
        PriceBook prices =
                new PriceBook().price(Tier.STANDARD, "USD", LocalDate.of(2000, 1, 1), new BigDecimal("49.95"));
        for (String change : changes.split("; ")) {
            String[] part = change.split(" ");
            prices.price(Tier.STANDARD, "USD", LocalDate.parse(part[0]), new BigDecimal(part[1]));
        }
        assertEquals(
                charges,
                Said.charges(decide(plans, "type=MOSP", prices, Policies.DEFAULTS, asOf)
                        .charges()),
                id + ": " + source);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            case | plans | scope | as of | cover | source
            C02 | PL-1 STANDARD 2024-03-01 cancel=2024-03-12 | | 2024-04-30 | BASIC ACCOUNT_NO_PLAN; 2024-03-01 STANDARD ACCOUNT_PLAN PL-1; 2024-04-01 BASIC PLAN_ENDED | Google Standard Support
            C03 | PL-1 STANDARD 2011-01-01 cancel=2011-01-15 | | 2011-04-05 | BASIC ACCOUNT_NO_PLAN; 2011-01-01 STANDARD ACCOUNT_PLAN PL-1; 2011-02-01 BASIC PLAN_ENDED | Kill Bill testCancelledBeforeOnePeriod
            C05 | PL-1 STANDARD 2010-06-17 cancel=2010-07-25 | | 2010-12-31 | BASIC ACCOUNT_NO_PLAN; 2010-06-17 STANDARD ACCOUNT_PLAN PL-1; 2010-08-17 BASIC PLAN_ENDED | Kill Bill TestTrailingProRation
            C08 | PL-1 STANDARD 2024-01-31 cancel=2024-03-10 | | 2024-12-31 | BASIC ACCOUNT_NO_PLAN; 2024-01-31 STANDARD ACCOUNT_PLAN PL-1; 2024-03-31 BASIC PLAN_ENDED | Meteroid test_subscription_with_end_date: there cut to 03-10
            C16 | PL-1 STANDARD 2015-10-01 start=2015-10-01 cancel=2015-09-30 | | 2015-12-31 | BASIC ACCOUNT_NO_PLAN | Kill Bill testCancelFutureSubscriptionWithPolicy
            C19 | PL-1 STANDARD 2024-01-10 cancel=2024-01-20 on=2024-02-09 | | 2024-03-10 | BASIC ACCOUNT_NO_PLAN; 2024-01-10 STANDARD ACCOUNT_PLAN PL-1 | Kill Bill CancelUncancel: no gap
            D10 | PL-1 STANDARD 2024-01-10 cancel=2024-01-20T08:00Z; PL-2 PROFESSIONAL_DIRECT 2024-01-20T09:00Z | | 2024-03-10 | BASIC ACCOUNT_NO_PLAN; 2024-01-10 STANDARD ACCOUNT_PLAN PL-1; 2024-01-20 PROFESSIONAL_DIRECT ACCOUNT_PLAN PL-2 | OpenMeter: one active per feature; here the highest tier
            E09a | PL-1 STANDARD 2024-01-01 end=2024-12-31 | EA begin=2024-01-01 end=2024-06-15 ea=EXPIRED@2024-06-16 | 2024-12-31 | BASIC EA_NO_PLAN; 2024-01-01 STANDARD EA_PLAN PL-1; 2024-07-01 BASIC PLAN_ENDED | Azure enrollment Expired
            E09b | | EA begin=2024-01-01 order=PENDING:STANDARD:2024-03-02 request=2024-03-05:STANDARD:text | 2024-03-31 | BASIC EA_NO_PLAN; 2024-03-02 BASIC PENDING_ORDER_NOT_ACTIVATED; 2024-03-05 STANDARD TEMPORARY_ORDER; 2024-04-04 BASIC TEMPORARY_EXPIRED | Azure: a pending order
            F10 | PL-1 STANDARD 2024-01-10 | currency=KRW type=MOSP | 2024-02-09 | BASIC ACCOUNT_NO_PLAN; 2024-01-10 STANDARD ACCOUNT_PLAN PL-1 | Kill Bill parked accounts: here only the charge waits
            """)
    void what_is_covered(String id, String plans, String scope, LocalDate asOf, String cover, String source) {
        assertEquals(
                cover,
                Said.cover(
                        decide(plans, scope, prices(), Policies.DEFAULTS, asOf).cover()),
                id + ": " + source);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            case | plans | recorded | policy | as of | charges | source
            H03 | PL-1 STANDARD 2024-02-15 first=2024-03-20 | | billing.first-month= | 2024-03-20 | 2024-02-15 100.00; 2024-03-15 100.00 | Stripe backdating: 14/28 there
            H08 | PL-1 STANDARD 2024-01-01 | | billing.first-month=2024-07 | 2024-07-31 | 2024-07-01 100.00 | Zuora catch-up: charged through June elsewhere (L16)
            I03 | PL-1 STANDARD 2011-09-01 | 0-3 | run.max-terms-per-plan=15 | 2011-12-03 | 2011-09-01 100.00; 2011-10-01 100.00; 2011-11-01 100.00; 2011-12-01 100.00 | Kill Bill testSingleEventWithExistingInvoice: the same four again
            I09 | PL-1 STANDARD 2024-01-01 | | run.max-terms-per-plan=2 | 2024-03-01 | 2024-01-01 100.00 HELD SAFETY_BOUND; 2024-02-01 100.00 HELD SAFETY_BOUND; 2024-03-01 100.00 HELD SAFETY_BOUND | Kill Bill maxDailyNumberOfItemsSafetyBound
            """)
    void what_is_charged_late_or_at_once(
            String id, String plans, String recorded, String policy, LocalDate asOf, String charges, String source) {
        String[] pair = policy.split("=", 2);
        Policies policies = PolicyCatalogue.policies(Map.of(pair[0], pair[1]));
        ScopeFacts facts = Facts.of("type=MOSP", plans);
        ScopeRule rule = new ScopeRule(prices(), Set.of(), policies, asOf);
        Population all = new Population(DaySet.ALL, DaySet.ALL);
        ScopeDecision decision = Facts.decide(rule, facts, all, Map.of("PL-1", Facts.terms(recorded)));
        assertEquals(charges, Said.charges(decision.charges()), id + ": " + source);
    }

    private static PriceBook prices() {
        LocalDate from = LocalDate.of(2000, 1, 1);
        PriceBook prices = new PriceBook();
        for (String price : List.of("DEVELOPER 29", "STANDARD 100", "PROFESSIONAL_DIRECT 1000")) {
            String[] part = price.split(" ");
            prices.price(Tier.valueOf(part[0]), "USD", from, new BigDecimal(part[1]));
        }
        return prices;
    }

    private static ScopeDecision decide(
            String plans, String scope, PriceBook prices, Policies policies, LocalDate asOf) {
        ScopeFacts facts = Facts.of(scope, plans);
        ScopeRule rule = new ScopeRule(prices, Set.of(), policies, asOf);
        Population all = new Population(DaySet.ALL, DaySet.ALL);
        return Facts.decide(rule, facts, all, Map.of("PL-1", Facts.terms("0-99")));
    }
}
