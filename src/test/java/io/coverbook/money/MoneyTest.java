package io.coverbook.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            currency | amount   | rounded | why
            USD      | 8.845    | 8.85    | P14 HALF_UP
            USD      | 8.8449   | 8.84    | P14
            USD      | -8.845   | -8.85   | P14 away from zero on both sides
            JPY      | 15123.7  | 15124   | E22 no decimals in yen
            KRW      | 0.5      | 1       | P14
            KWD      | 9.2045   | 9.205   | P14 three decimals in dinar
            USD      | 100      | 100.00  | E01
            """)
    void amounts_are_rounded_half_up_to_what_the_currency_can_express(
            String currency, BigDecimal amount, String rounded, String why) {
        Money money = Money.rounded(Currency.getInstance(currency), amount);
        assertEquals(rounded + " " + currency, money.toString(), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            amount  | rate | product | why
            1100.00 | 0.25 | 275.00  | E23a
            26.55   | 0.25 | 6.64    | E23b rounded once
            8.85    | 0.25 | 2.21    | E23b the line alone, three of which would make 6.63
            0.00    | 0.25 | 0.00    | P18
            """)
    void a_product_is_rounded_once(BigDecimal amount, BigDecimal rate, String product, String why) {
        Money money = new Money(Currency.getInstance("USD"), amount);
        assertEquals(product, money.times(rate).amount().toPlainString(), why);
    }

    @Test
    void an_amount_has_exactly_the_decimals_of_its_currency() {
        Currency usd = Currency.getInstance("USD");
        BigDecimal oneDecimal = new BigDecimal("1.0");
        assertThrows(IllegalArgumentException.class, () -> new Money(usd, oneDecimal));
        assertEquals("0.00 USD", Money.zero(usd).toString());
        assertTrue(Money.zero(usd).isZero());
    }

    @Test
    void currencies_are_never_added_to_one_another() {
        Money dollars = Money.zero(Currency.getInstance("USD"));
        Money yen = Money.zero(Currency.getInstance("JPY"));
        assertThrows(IllegalArgumentException.class, () -> dollars.plus(yen), "P13 an invoice has one currency");
        assertEquals(dollars, dollars.plus(dollars));
    }
}
