package io.coverbook.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coverbook.plan.PriceBook;
import io.coverbook.plan.Tier;
import io.coverbook.renewal.PlanLife;
import io.coverbook.renewal.ScopeFacts;
import io.coverbook.renewal.ScopePlans;
import io.coverbook.testkit.Facts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermChargeTest {

    private final PriceBook prices = Facts.prices()
            .price(Tier.STANDARD, "SEK", LocalDate.of(2020, 1, 1), new BigDecimal("1000.00"))
            .price(Tier.STANDARD, "SEK", LocalDate.of(2026, 4, 15), new BigDecimal("1100.00"))
            .rate(YearMonth.of(2026, 4), "JPY", new BigDecimal("151.237"));

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            plan | scope | k | charge | why
            PL-1 STANDARD 2026-03-28T10:00Z                           |                           | 0  | 2026-03-28 100.00 USD OPEN to BA-A  | E01 no fraction of the month
            PL-1 STANDARD 2026-03-28T10:00Z                           |                           | 1  | 2026-04-28 100.00 USD OPEN to BA-A  | E01
            PL-1 STANDARD 2026-03-31T23:30:00-07:00                   |                           | 0  | 2026-04-01 100.00 USD OPEN to BA-A  | E25 P2
            PL-1 DEVELOPER 2026-04-12                                 | type=MOSP                 | 0  | 2026-04-12 29.00 USD OPEN to BA-A   | E18
            PL-1 STANDARD 2026-01-10                                  | currency=SEK              | 3  | 2026-04-10 1000.00 SEK OPEN to BA-A | E20 anchor 10: the price of the first day
            PL-1 STANDARD 2026-01-10                                  | currency=SEK              | 4  | 2026-05-10 1100.00 SEK OPEN to BA-A | E20
            PL-1 STANDARD 2026-01-15                                  | currency=SEK              | 3  | 2026-04-15 1100.00 SEK OPEN to BA-A | E20 anchor 15
            PL-1 STANDARD 2026-01-20                                  | currency=SEK              | 3  | 2026-04-20 1100.00 SEK OPEN to BA-A | E20 anchor 20
            PL-1 STANDARD 2026-04-01                                  | currency=JPY              | 0  | 2026-04-01 15124 JPY OPEN to BA-A   | E22 MCA: converted
            PL-1 STANDARD 2026-04-01                                  | currency=JPY              | 1  | 2026-05-01 ? JPY NO_PRICE to BA-A   | C6 no rate of the month
            PL-1 STANDARD 2026-04-01                                  | currency=JPY type=MOSP    | 0  | 2026-04-01 ? JPY NO_PRICE to BA-A   | C6 conversion only on a customer agreement
            PL-1 STANDARD 2026-04-01                                  | currency=KRW type=MOSP    | 0  | 2026-04-01 ? KRW NO_PRICE to BA-A   | E22 C4 the amount stays empty
            PL-1 STANDARD 2026-04-10                                  | currency=USD,EUR@2026-05-01 | 0 | 2026-04-10 100.00 USD OPEN to BA-A | P13 the day of the charge
            PL-1 STANDARD 2026-04-10                                  | currency=USD,EUR@2026-05-01 | 1 | 2026-05-10 92.00 EUR OPEN to BA-A  | P13
            PL-1 STANDARD 2026-01-01 promo=0.00                       |                           | 11 | 2026-12-01 0.00 USD OPEN to BA-A    | E54 P51 no end told
            PL-1 STANDARD 2026-01-01 promo=0.00 until=2026-06-30      |                           | 5  | 2026-06-01 0.00 USD OPEN to BA-A    | X4
            PL-1 STANDARD 2026-01-01 promo=0.00 until=2026-06-30      |                           | 6  | 2026-07-01 100.00 USD OPEN to BA-A  | E54 then the list price
            PL-1 STANDARD 2026-01-01 promo=8.85 until=2026-06-01      |                           | 5  | 2026-06-01 8.85 USD OPEN to BA-A    | X4 start_k on the last day
            PL-1 STANDARD 2026-01-01 promo=50.00                      | currency=KRW type=MOSP    | 0  | 2026-01-01 50 KRW OPEN to BA-A      | X4 promo before list, in whole won
            PL-1 STANDARD 2026-01-01 freq=P1Y                         |                           | 0  | 2026-01-01 100.00 USD UNSUPPORTED_FREQUENCY to BA-A | R68
            PL-1 UNIFIED 2026-01-01 freq=P1Y                          |                           | 0  | 2026-01-01 ? USD CHANNEL_NOT_ALLOWED to BA-A | C4 plan holds first
            PL-1 STANDARD 2026-01-01                                  | unknown                   | 0  | 2026-01-01 ?  PLAN_SCOPE_UNKNOWN to BA-A | C4 E65 nobody knows the currency
            PL-1 STANDARD 2026-03-20                                  | status=DISABLED@2026-04-18 | 0 | 2026-03-20 100.00 USD OPEN to BA-A  | E38
            PL-1 STANDARD 2026-03-20                                  | status=DISABLED@2026-04-18 | 1 | 2026-04-20 100.00 USD ACCOUNT_DISABLED_AT_RENEWAL to BA-A | E38 P36
            PL-1 STANDARD 2026-04-20                                  | status=DISABLED@2026-04-18 | 0 | 2026-04-20 100.00 USD OPEN to BA-A  | C5 K7 only k >= 1
            PL-1 STANDARD 2026-03-20                                  | status=DISABLED@2026-04-18,ACTIVE@2026-04-25 | 1 | 2026-04-20 100.00 USD OPEN to BA-A | E38 C5 released
            PL-1 STANDARD 2026-03-20                                  | status=DISABLED@2026-04-18,ACTIVE@2027-02-01 | 1 | 2026-04-20 100.00 USD ACCOUNT_DISABLED_AT_RENEWAL to BA-A | C5 not before the day of the run
            PL-1 STANDARD 2026-03-20                                  | status=DISABLED@2026-04-18,CLOSED@2026-04-25 | 1 | 2026-04-20 100.00 USD ACCOUNT_DISABLED_AT_RENEWAL to BA-A | C5 closing does not release
            PL-1 STANDARD 2026-03-20                                  | status=DISABLED@2026-04-18 currency=KRW type=MOSP | 1 | 2026-04-20 ? KRW ACCOUNT_DISABLED_AT_RENEWAL to BA-A | C4 NO_PRICE last
            PL-1 STANDARD 2025-07-01 end=2026-06-30                   | EA                        | 9  | 2026-04-01 100.00 USD OPEN to BA-E  | E39 C11
            PL-1 STANDARD 2025-07-01 end=2026-06-30                   | EA money=EUR              | 9  | 2026-04-01 92.00 EUR OPEN to BA-E   | X5 the EA's currency
            PL-1 STANDARD 2026-04-01                                  | EA money=JPY type=MCA     | 0  | 2026-04-01 ? JPY NO_PRICE to BA-E   | C6 FX only for account scope
            PL-1 STANDARD 2025-07-01 end=2026-06-30                   | EA indirect=PA-1          | 9  | 2026-04-01 100.00 USD OPEN to PA-1  | P30 C11
            PL-1 STANDARD 2025-07-01 end=2026-06-30                   | EA indirect               | 9  | 2026-04-01 100.00 USD INDIRECT_EA_WITHOUT_PARTNER to nobody | P30
            PL-1 STANDARD 2025-07-01 freq=P1Y                         | EA indirect               | 9  | 2026-04-01 100.00 USD UNSUPPORTED_FREQUENCY to nobody | C4 first wins
            PL-1 DEVELOPER 2026-04-01                                 | EA                        | 0  | 2026-04-01 29.00 USD EA_DEVELOPER_NOT_ALLOWED to BA-E | E41
            PL-1 STANDARD 2026-03-01                                  | EA status=DISABLED@2026-03-15 | 1 | 2026-04-01 100.00 USD ACCOUNT_DISABLED_AT_RENEWAL to BA-E | B13
            """)
    void the_charge_of_a_term(String plan, String scope, int k, String charge, String why) {
        ScopeFacts facts = Facts.of(scope, plan);
        PlanLife life = ScopePlans.decide(facts, Facts.POLICIES, Facts.LATER).get(0);
        DesiredCharge made = new TermCharge(facts, prices, LocalDate.of(2027, 1, 1)).decide(life, k);
        String said = made.term().from() + " "
                + (made.amount() == null ? "?" : made.amount().amount().toPlainString()) + " " + made.currency() + " "
                + (made.hold() == null ? made.state() : made.hold()) + " to "
                + (made.billTo() == null ? "nobody" : made.billTo());
        assertEquals(charge, said, why);
        assertEquals(made.hold() == null ? ChargeState.OPEN : ChargeState.HELD, made.state(), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            plans | hold | why
            PL-1 STANDARD 2026-01-10; PL-2 STANDARD 2026-02-20            | DUPLICATE_PLAN_ON_ACCOUNT      | E13 X11
            PL-1 PROFESSIONAL_DIRECT 2026-01-10; PL-2 STANDARD 2026-02-20 | LOWER_PLAN_WHILE_HIGHER_RENEWS | X10 X11
            """)
    void a_held_plan_is_charged_term_by_term_and_not_invoiced(String plans, ChargeHold hold, String why) {
        ScopeFacts facts = Facts.of("", plans);
        List<PlanLife> lives = ScopePlans.decide(facts, Facts.POLICIES, Facts.LATER);
        TermCharge rule = new TermCharge(facts, prices, LocalDate.of(2026, 5, 1));
        assertEquals(hold, rule.decide(lives.get(1), 0).hold(), why);
        assertEquals(hold, rule.decide(lives.get(1), 1).hold(), why);
        assertEquals(true, hold.ofPlan(), why);
        assertEquals(null, rule.decide(lives.get(0), 1).hold(), "X13 only the affected plan");
        assertEquals(
                hold,
                rule.decide(lives.get(1), 0).heldBy(ChargeHold.SAFETY_BOUND).hold(),
                "the first hold stays");
    }
}
