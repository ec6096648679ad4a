package io.coverbook.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coverbook.billing.CreditTerms;
import io.coverbook.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other systems' tests expect of tax on invoices and of the credit notes that take it back. */
class PeerDocumentsTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            case | currency | lines                    | rate | tax    | total  | source
            J06c | EUR      | 68.33 68.33 68.33 68.33  | 0.20 | 54.66  | 327.98 | Lago credit_note_spec
            J07  | EUR      | 71.43                    | 0.20 | 14.29  | 85.72  | Lago terminated the same day
            J09a | JPY      | 15124                    | 0.10 | 1512   | 16636  | KillBillMoney: no decimals
            J09b | KWD      | 30.755                   | 0.05 | 1.538  | 32.293 | KillBillMoney: three decimals
            """)
    void the_tax_of_an_invoice(
            String id,
            String currency,
            String lines,
            BigDecimal rate,
            BigDecimal tax,
            BigDecimal total,
            String source) {
        Money subtotal = sum(currency, lines);
        assertEquals(tax, subtotal.times(rate).amount(), id + ": " + source);
        assertEquals(total, subtotal.plus(subtotal.times(rate)).amount(), id + ": " + source);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            case | lines                   | rate | credits                 | taxes                   | source
            J06b | 68.33 68.33             | 0.20 | 68.33 68.33             | 13.67 13.66             | Lago credit_note_spec: the last takes the rest
            J06e | 68.33 68.33 68.33 68.33 | 0.20 | 68.33 68.33 68.33 68.33 | 13.67 13.67 13.67 13.65 | Lago credit_note_spec: nothing creditable is left
            J06f | 68.33 68.33 68.33 68.33 | 0.20 | 68.33 13.67 22.33       | 13.67 2.73 4.47         | Lago credit_note_spec: in parts
            """)
    void the_tax_of_credit_notes(
            String id, String lines, BigDecimal rate, String credits, String taxes, String source) {
        Money subtotal = sum("EUR", lines);
        Money tax = subtotal.times(rate);
        Money credited = sum("EUR", "0");
        Money creditedTax = sum("EUR", "0");
        List<String> given = new ArrayList<>();
        for (String credit : credits.split(" ")) {
            Money amount = sum("EUR", credit);
            Money own = CreditTerms.tax(new CreditTerms.Credit(amount, rate, subtotal, tax, credited, creditedTax));
            credited = credited.plus(amount);
            creditedTax = creditedTax.plus(own);
            given.add(own.amount().toPlainString());
        }
        assertEquals(List.of(taxes.split(" ")), given, id + ": " + source);
        assertEquals(
                credited.equals(subtotal), creditedTax.equals(tax), id + ": all of the tax goes back with all of it");
    }

    private static Money sum(String currency, String lines) {
        Currency of = Currency.getInstance(currency);
        Money sum = Money.rounded(of, BigDecimal.ZERO);
        for (String line : lines.split(" ")) {
            sum = sum.plus(Money.rounded(of, new BigDecimal(line)));
        }
        return sum;
    }
}
