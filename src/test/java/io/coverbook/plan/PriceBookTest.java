package io.coverbook.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coverbook.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceBookTest {

    private final PriceBook prices = new PriceBook()
            .price(Tier.STANDARD, "USD", LocalDate.of(2020, 1, 1), new BigDecimal("100.00"))
            .price(Tier.STANDARD, "USD", LocalDate.of(2026, 4, 15), new BigDecimal("110.00"))
            .rate(YearMonth.of(2026, 4), "JPY", new BigDecimal("151.237"))
            .rate(YearMonth.of(2026, 4), "CLF", new BigDecimal("0.02"));

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            tier                | steady | why
            STANDARD            | false  | G9 a second price
            DEVELOPER           | true   | G9 one price, whatever others cost
            PROFESSIONAL_DIRECT | false  | G9 a second price in one of its currencies
            """)
    void a_tier_is_steady_while_it_has_one_price(Tier tier, boolean steady, String why) {
        prices.price(Tier.DEVELOPER, "USD", LocalDate.of(2020, 1, 1), new BigDecimal("29.00"))
                .price(Tier.PROFESSIONAL_DIRECT, "USD", LocalDate.of(2020, 1, 1), new BigDecimal("1000.00"))
                .price(Tier.PROFESSIONAL_DIRECT, "EUR", LocalDate.of(2020, 1, 1), new BigDecimal("920.00"))
                .price(Tier.PROFESSIONAL_DIRECT, "EUR", LocalDate.of(2026, 4, 15), new BigDecimal("930.00"));
        assertEquals(steady, prices.steady(tier), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            tier      | currency | day        | listed     | converted | why
            STANDARD  | USD      | 2026-04-14 | 100.00 USD |           | E20 the day before
            STANDARD  | USD      | 2026-04-15 | 110.00 USD |           | E20 P12
            STANDARD  | USD      | 2019-12-31 |            |           | X4 no row yet
            DEVELOPER | USD      | 2026-04-15 |            |           | X4 no row of this tier
            STANDARD  | JPY      | 2026-04-01 |            | 15124 JPY | E22 15123.7 rounded
            STANDARD  | JPY      | 2026-04-15 |            | 16636 JPY | F12 the month's rate, the day's price
            STANDARD  | JPY      | 2026-05-01 |            |           | C6 no rate for the month
            STANDARD  | KRW      | 2026-04-01 |            |           | C6
            STANDARD  | CLF      | 2026-04-01 |            | 2.0000 CLF | P14 four decimals
            """)
    void a_price_is_listed_or_converted_or_missing(
            Tier tier, String currency, LocalDate day, String listed, String converted, String why) {
        Currency code = Currency.getInstance(currency);
        assertEquals(Optional.ofNullable(listed), prices.listed(tier, code, day).map(Money::toString), why);
        assertEquals(
                Optional.ofNullable(converted),
                prices.converted(tier, code, day).map(Money::toString),
                why);
    }
}
