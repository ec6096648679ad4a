package io.coverbook.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coverbook.plan.PriceBook;
import io.coverbook.plan.Tier;
import io.coverbook.renewal.ScopeFacts;
import io.coverbook.renewal.ScopePlans;
import io.coverbook.testkit.Facts;
import io.coverbook.testkit.Said;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the customer is told, and when (X20). */
class NoticesTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            plans | scope | as of | notices | why
            PL-1 STANDARD 2026-01-15 cancel=2026-03-31T09:00Z | | 2026-04-14 | | E04 not yet
            PL-1 STANDARD 2026-01-15 cancel=2026-03-31T09:00Z | | 2026-04-15 | PLAN_ENDED PL-1 2026-04-15 BA-A | E04 G12
            PL-1 STANDARD 2026-01-15 cancel=2026-03-31T09:00Z | mail=a@b.example | 2026-04-15 | PLAN_ENDED PL-1 2026-04-15 a@b.example | G12
            PL-1 STANDARD 2026-01-15 cancel=2026-03-31T09:00Z; PL-2 PROFESSIONAL_DIRECT 2026-03-31T09:05Z | | 2026-12-31 | | G11 another plan covers that day
            PL-1 STANDARD 2026-05-10 start=2026-06-01 cancel=2026-05-20 | | 2026-12-31 | | G11 never started
            PL-1 STANDARD 2026-01-10; PL-2 STANDARD 2026-02-20 cancel=2026-03-01 | | 2026-12-31 | | G7 a held plan
            PL-1 STANDARD 2026-01-20 | status=CLOSED@2026-04-10 | 2026-04-11 | PLAN_ENDED PL-1 2026-04-11 BA-A | E37 the day after the last covered
            PL-1 STANDARD 2026-03-01 | pay=CARD:2030-12 | 2026-12-31 | | X20 nothing happens
            """)
    void a_plan_that_ends(String plans, String scope, LocalDate asOf, String notices, String why) {
        assertEquals(notices == null ? "" : notices, notices(plans, scope, Facts.prices(), asOf), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            plans | scope | as of | notices | why
            PL-1 STANDARD 2025-07-01 end=2026-06-30 | EA | 2026-04-30 | | E35
            PL-1 STANDARD 2025-07-01 end=2026-06-30 | EA | 2026-05-31 | RENEWAL_DUE PL-1 2026-05-01 BA-E; RENEWAL_DUE PL-1 2026-05-31 BA-E | E35 P24
            PL-1 STANDARD 2025-07-01 end=2026-06-30 | EA | 2026-07-01 | PLAN_ENDED PL-1 2026-07-01 BA-E; RENEWAL_DUE PL-1 2026-05-01 BA-E; RENEWAL_DUE PL-1 2026-05-31 BA-E; RENEWAL_DUE PL-1 2026-06-23 BA-E; RENEWAL_LAPSED PL-1 2026-07-01 BA-E | E35
            PL-1 STANDARD 2025-07-01 end=2026-06-30 | EA contacts=x;y | 2026-05-01 | RENEWAL_DUE PL-1 2026-05-01 x;y | G12
            PL-1 STANDARD 2025-07-01 end=2026-06-30 | EA contacts=x indirect=PA-1 | 2026-05-01 | RENEWAL_DUE PL-1 2026-05-01 x;PA-1 | G12 the partner too
            PL-1 STANDARD 2025-07-01 end=2026-06-30 | EA indirect=PA-1 mail=a@b partnermail=p@q | 2026-05-01 | RENEWAL_DUE PL-1 2026-05-01 a@b;p@q | G12
            PL-1 STANDARD 2025-07-01 end=2026-06-30 cancel=2026-04-10 | EA | 2026-05-31 | PLAN_ENDED PL-1 2026-05-01 BA-E | G8 cancelled before
            PL-1 STANDARD 2025-07-01 end=2026-06-30 cancel=2026-05-10 | EA | 2026-07-31 | PLAN_ENDED PL-1 2026-06-01 BA-E; RENEWAL_DUE PL-1 2026-05-01 BA-E | G8 cancelled between two notices
            PL-1 STANDARD 2026-01-10 end=2026-06-30 | EA status=CLOSED@2026-05-20,ACTIVE@2026-06-05 | 2026-06-30 | RENEWAL_DUE PL-1 2026-05-01 BA-E; RENEWAL_DUE PL-1 2026-06-23 BA-E | G8 closed on the day of one notice, though no month begins while it is
            PL-1 STANDARD 2026-01-10 end=2026-06-30 | EA ea=EXPIRED@2026-05-20,EXTENDED@2026-06-05 | 2026-06-30 | RENEWAL_DUE PL-1 2026-05-01 BA-E; RENEWAL_DUE PL-1 2026-06-23 BA-E | G8 the agreement over on the day of one notice
            PL-1 STANDARD 2026-01-10 end=2026-06-30 | EA status=CLOSED@2026-06-28,ACTIVE@2026-07-05 | 2026-07-31 | PLAN_ENDED PL-1 2026-07-10 BA-E; RENEWAL_DUE PL-1 2026-05-01 BA-E; RENEWAL_DUE PL-1 2026-05-31 BA-E; RENEWAL_DUE PL-1 2026-06-23 BA-E | G8 closed on the day after the contract: no lapse
            PL-1 STANDARD 2026-01-10 cancel=2026-05-20 on=2026-06-05 end=2026-06-30 | EA | 2026-06-30 | RENEWAL_DUE PL-1 2026-05-01 BA-E; RENEWAL_DUE PL-1 2026-05-31 BA-E; RENEWAL_DUE PL-1 2026-06-23 BA-E | G8 B1 a cancellation that was taken back is none
            PL-1 STANDARD 2026-05-20 end=2026-06-30 | EA | 2026-06-23 | RENEWAL_DUE PL-1 2026-05-31 BA-E; RENEWAL_DUE PL-1 2026-06-23 BA-E | G8 none before S
            PL-1 UNIFIED 2025-07-01 end=2026-06-30 | EA | 2026-05-01 | RENEWAL_DUE PL-1 2026-05-01 BA-E | G10 Unified too
            PL-1 STANDARD 2025-04-01 end=2026-04-15 | EA end=2026-04-15 ea=EXTENDED@2026-04-16 | 2026-04-30 | RENEWAL_DUE PL-1 2026-02-14 BA-E; RENEWAL_DUE PL-1 2026-03-16 BA-E; RENEWAL_DUE PL-1 2026-04-08 BA-E; RENEWAL_LAPSED PL-1 2026-04-16 BA-E | E45 G10 before the last covered day
            PL-1 STANDARD 2025-04-01 end=2026-04-15 | EA end=2026-04-15 ea=TERMINATED@2026-04-15 | 2026-04-16 | PLAN_ENDED PL-1 2026-04-16 BA-E; RENEWAL_DUE PL-1 2026-02-14 BA-E; RENEWAL_DUE PL-1 2026-03-16 BA-E; RENEWAL_DUE PL-1 2026-04-08 BA-E | E45 G8 the agreement was over the day before
            EA:EA-1 STANDARD 2025-12-13 end=2026-01-14 row | EA end=2026-01-14 ea=EXPIRED@2026-01-15,TERMINATED@2026-02-01 | 2026-03-01 | PLAN_ENDED EA:EA-1 2026-01-15 BA-E; RENEWAL_DUE EA:EA-1 2025-12-15 BA-E; RENEWAL_DUE EA:EA-1 2026-01-07 BA-E | G8 over since it expired, and gone from the list later
            PL-1 STANDARD 2026-01-01 channel=MS_REPRESENTATIVE end=2026-06-30 | | 2026-07-01 | AUTO_RENEWED_INFO PL-1 2026-07-01 BA-A; RENEWAL_DUE PL-1 2026-05-01 BA-A; RENEWAL_DUE PL-1 2026-05-31 BA-A; RENEWAL_DUE PL-1 2026-06-23 BA-A | E34 P23
            PL-1 STANDARD 2026-01-01 channel=MS_REPRESENTATIVE end=2026-06-30 cancel=2026-06-10 | | 2026-07-01 | PLAN_ENDED PL-1 2026-07-01 BA-A; RENEWAL_DUE PL-1 2026-05-01 BA-A; RENEWAL_DUE PL-1 2026-05-31 BA-A | P23 cancelled: neither renewed nor lapsed
            PL-1 STANDARD 2026-01-01 channel=MS_REPRESENTATIVE end=2026-06-30; PL-2 PROFESSIONAL_DIRECT 2026-02-10 first=2026-07-20 | | 2026-07-01 | AUTO_RENEWED_INFO PL-1 2026-07-01 BA-A; RENEWAL_DUE PL-1 2026-05-01 BA-A; RENEWAL_DUE PL-1 2026-05-31 BA-A; RENEWAL_DUE PL-1 2026-06-23 BA-A | G8 C7 bought over before, and the month after the contract begins all the same
            PL-1 STANDARD 2026-01-01 channel=MS_REPRESENTATIVE end=2026-06-30 | type=MOSP,MCA@2026-05-15 | 2026-07-01 | AUTO_RENEWED_INFO PL-1 2026-07-01 BA-A; RENEWAL_DUE PL-1 2026-05-01 BA-A; RENEWAL_DUE PL-1 2026-05-31 BA-A; RENEWAL_DUE PL-1 2026-06-23 BA-A | P55 a customer agreement by then
            PL-1 STANDARD 2026-01-01 end=2026-06-30 | | 2026-07-01 | | B5 the contract end of an online plan is ignored
            EA:EA-1 STANDARD 2025-07-01 end=2026-06-30 row; EA:EA-1 STANDARD 2026-07-01 end=2027-06-30 number=12 row | EA | 2026-07-01 | RENEWAL_DUE EA:EA-1 2026-05-01 BA-E; RENEWAL_DUE EA:EA-1 2026-05-31 BA-E; RENEWAL_DUE EA:EA-1 2026-06-23 BA-E | B9 renewed in time: not lapsed
            EA:EA-1 STANDARD 2025-07-01 end=2026-06-30 row; EA:EA-1 STANDARD 2026-07-03 end=2027-06-30 number=12 row | EA | 2026-07-03 | PLAN_ENDED EA:EA-1 2026-07-01 BA-E; RENEWAL_DUE EA:EA-1 2026-05-01 BA-E; RENEWAL_DUE EA:EA-1 2026-05-31 BA-E; RENEWAL_DUE EA:EA-1 2026-06-23 BA-E; RENEWAL_LAPSED EA:EA-1 2026-07-01 BA-E | B9 with a gap
            """)
    void a_contract_that_ends(String plans, String scope, LocalDate asOf, String notices, String why) {
        assertEquals(notices == null ? "" : notices, notices(plans, scope, Facts.prices(), asOf), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            plans | scope | as of | notices | why
            PL-1 STANDARD 2026-03-30 | pay=CARD:2026-04 | 2026-04-29 | | E28 G9 the renewal of 04-30 is paid with it
            PL-1 STANDARD 2026-03-30 | pay=CARD:2026-04 | 2026-05-29 | PAYMENT_METHOD_EXPIRING PL-1 2026-04-30 BA-A | E28
            PL-1 STANDARD 2026-04-20 | pay=CARD:2026-04 | 2026-05-10 | PAYMENT_METHOD_EXPIRING PL-1 2026-04-20 BA-A | G8 moved to S
            PL-1 STANDARD 2026-03-30 cancel=2026-04-10 | pay=CARD:2026-04 | 2026-05-10 | PLAN_ENDED PL-1 2026-04-30 BA-A | G8 cancelled before
            PL-1 STANDARD 2026-03-30 | pay=WIRE | 2026-05-29 | | D1 WIRE never
            PL-1 STANDARD 2026-03-30 | pay=NONE | 2026-04-29 | | X20 no card, none expiring
            PL-1 STANDARD 2026-03-30 | pay=CARD:2026-04,CARD:2031-12@2026-05-10 | 2026-06-30 | PAYMENT_METHOD_EXPIRING PL-1 2026-04-30 BA-A | G9 the card known on the day, though another came in time
            PL-1 STANDARD 2026-03-01 | pay=CARD:2026-03 | 2026-05-31 | PAYMENT_FAILED PL-1 2026-04-01 BA-A; PAYMENT_FAILED PL-1 2026-04-04 BA-A; PAYMENT_FAILED PL-1 2026-04-08 BA-A; PAYMENT_FAILED PL-1 2026-04-15 BA-A; PAYMENT_METHOD_EXPIRING PL-1 2026-03-02 BA-A; PLAN_ENDED PL-1 2026-05-01 BA-A | E29
            PL-1 STANDARD 2026-03-01 paid=2026-04-06 | pay=CARD:2026-03 | 2026-04-30 | PAYMENT_FAILED PL-1 2026-04-01 BA-A; PAYMENT_FAILED PL-1 2026-04-04 BA-A; PAYMENT_METHOD_EXPIRING PL-1 2026-03-02 BA-A | E30
            PL-1 STANDARD 2026-03-01 paid=2026-04-01 | pay=CARD:2026-03 | 2026-04-30 | PAYMENT_FAILED PL-1 2026-04-01 BA-A; PAYMENT_METHOD_EXPIRING PL-1 2026-03-02 BA-A | D3 the first attempt failed all the same
            PL-1 STANDARD 2026-03-01 paid=2026-04-20 | pay=CARD:2026-03 | 2026-04-30 | PAYMENT_FAILED PL-1 2026-04-01 BA-A; PAYMENT_FAILED PL-1 2026-04-04 BA-A; PAYMENT_FAILED PL-1 2026-04-08 BA-A; PAYMENT_FAILED PL-1 2026-04-15 BA-A; PAYMENT_METHOD_EXPIRING PL-1 2026-03-02 BA-A | E31
            PL-1 STANDARD 2026-03-01 cancel=2026-04-10 | pay=INACTIVE | 2026-05-01 | PAYMENT_FAILED PL-1 2026-04-01 BA-A; PAYMENT_FAILED PL-1 2026-04-04 BA-A; PAYMENT_FAILED PL-1 2026-04-08 BA-A; PAYMENT_FAILED PL-1 2026-04-15 BA-A; PLAN_ENDED PL-1 2026-05-01 BA-A | G11 suspended, then over: told when it is over
            """)
    void a_card_that_fails(String plans, String scope, LocalDate asOf, String notices, String why) {
        assertEquals(notices == null ? "" : notices, notices(plans, scope, Facts.prices(), asOf), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            plans | scope | as of | notices | why
            PL-1 STANDARD 2026-01-10 | | 2026-05-31 | PRICE_CHANGE PL-1 2026-04-10 BA-A | E20 anchor 10: first new term 05-10
            PL-1 STANDARD 2026-01-15 | | 2026-05-31 | PRICE_CHANGE PL-1 2026-03-16 BA-A | E20 anchor 15
            PL-1 STANDARD 2026-01-20 | | 2026-05-31 | PRICE_CHANGE PL-1 2026-03-21 BA-A | E20 anchor 20
            PL-1 STANDARD 2026-01-15 | | 2026-03-15 | | E20 not yet
            PL-1 STANDARD 2026-03-28 | | 2026-05-31 | PRICE_CHANGE PL-1 2026-03-29 BA-A | G9
            PL-1 STANDARD 2026-01-15 cancel=2026-03-10 | | 2026-05-31 | PLAN_ENDED PL-1 2026-03-15 BA-A | G8
            PL-1 STANDARD 2026-01-15 cancel=2026-03-20 | status=CLOSED@2026-03-15,ACTIVE@2026-03-18 | 2026-05-31 | PLAN_ENDED PL-1 2026-04-15 BA-A | G8 closed on the day, and the month does not come
            PL-1 STANDARD 2026-01-15; PL-2 PROFESSIONAL_DIRECT 2026-01-20 first=2026-05-20 | status=CLOSED@2026-03-20 | 2026-03-20 | | G8 C7 bought over before the day, and the month does not come, though for another reason
            PL-1 STANDARD 2026-01-15; PL-2 PROFESSIONAL_DIRECT 2026-01-20 first=2026-05-20 | | 2026-03-20 | PRICE_CHANGE PL-1 2026-03-16 BA-A | G8 C7 bought over, and the month comes anyway
            PL-1 STANDARD 2026-01-15 | status=CLOSED@2026-03-15,ACTIVE@2026-03-18 | 2026-05-31 | PRICE_CHANGE PL-1 2026-03-16 BA-A | G8 closed on the day, and the month comes anyway
            PL-1 STANDARD 2026-01-15 cancel=2026-03-20 | | 2026-05-31 | PLAN_ENDED PL-1 2026-04-15 BA-A; PRICE_CHANGE PL-1 2026-03-16 BA-A | G8 cancelled after it was told
            PL-1 DEVELOPER 2026-01-15 | | 2026-05-31 | | G9 another tier
            PL-1 STANDARD 2026-01-15 promo=0.00 until=2026-06-30 | | 2026-07-31 | PRICE_CHANGE PL-1 2026-06-15 BA-A | G9 the promotion ends
            PL-1 DEVELOPER 2026-01-15 promo=0.00 until=2026-06-30 | | 2026-07-31 | PRICE_CHANGE PL-1 2026-06-15 BA-A | G9 the promotion ends, at a list price that never changes
            PL-1 STANDARD 2026-01-15 | EA ea=EXPIRED@2026-04-10 | 2026-03-31 | PRICE_CHANGE PL-1 2026-03-16 BA-E | G8 the agreement expires after the day of the notice
            PL-1 STANDARD 2026-01-15 | EA ea=EXPIRED@2026-03-10 | 2026-03-31 | PLAN_ENDED PL-1 2026-03-15 BA-E | G8 it expired before
            PL-1 STANDARD 2026-01-15 promo=0.00 | | 2026-07-31 | | P51 a promotion without end
            PL-1 STANDARD 2026-01-15 | currency=USD,EUR@2026-05-01 | 2026-03-31 | PRICE_CHANGE PL-1 2026-03-16 BA-A | G9 the dollar price, not the change of currency
            PL-1 STANDARD 2026-01-15 | currency=USD,EUR@2026-02-01 | 2026-12-31 | | G9 a change of currency is none of price
            PL-1 STANDARD 2026-01-15 | currency=JPY | 2026-12-31 | PRICE_CHANGE PL-1 2026-03-16 BA-A | G9 the rate moves each month, the dollar price once
            PL-1 STANDARD 2026-01-15 promo=100 until=2026-02-20 | currency=JPY | 2026-03-10 | PRICE_CHANGE PL-1 2026-02-13 BA-A | G9 from promotion to rate
            PL-1 UNIFIED 2026-01-15 | EA begin=2026-01-01 | 2026-10-31 | | G9 UNIFIED never
            PL-1 STANDARD 2026-01-15 channel=MS_SELLER end=2026-04-14 | type=MOSP | 2026-04-13 | RENEWAL_DUE PL-1 2026-02-13 BA-A; RENEWAL_DUE PL-1 2026-03-15 BA-A; RENEWAL_DUE PL-1 2026-04-07 BA-A | X20 no term begins after the contract
            PL-1 STANDARD 2026-01-15 channel=MS_SELLER end=2026-04-15 | type=MOSP | 2026-03-20 | PRICE_CHANGE PL-1 2026-03-16 BA-A; RENEWAL_DUE PL-1 2026-02-14 BA-A; RENEWAL_DUE PL-1 2026-03-16 BA-A | X20 the last one does
            """)
    void a_price_that_changes(String plans, String scope, LocalDate asOf, String notices, String why) {
        PriceBook prices = Facts.prices().price(Tier.STANDARD, "USD", LocalDate.of(2026, 4, 15), new BigDecimal("110"));
        for (int month = 1; month <= 12; month++) {
            prices.rate(YearMonth.of(2026, month), "JPY", new BigDecimal(150 + month));
        }
        assertEquals(notices == null ? "" : notices, notices(plans, scope, prices, asOf), why);
    }

    private static String notices(String plans, String scope, PriceBook prices, LocalDate asOf) {
        ScopeFacts facts = Facts.of(scope, plans);
        return Said.notices(new Notices(facts, prices, Facts.POLICIES, asOf)
                .decide(ScopePlans.decide(facts, Facts.POLICIES, asOf)));
    }
}
