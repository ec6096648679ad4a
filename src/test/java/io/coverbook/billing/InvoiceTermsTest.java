package io.coverbook.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coverbook.money.Money;
import io.coverbook.plan.PaymentMethod;
import io.coverbook.testkit.Facts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceTermsTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            month   | subtotal | cur | ea    | method | rate | dated      | due        | tax    | total   | issued | why
            2026-03 | 100.00   | USD | false | CARD   | 0    | 2026-04-05 | 2026-04-05 | 0.00   | 100.00  | true   | E01
            2026-04 | 100.00   | USD | true  | WIRE   | 0    | 2026-05-12 | 2026-06-11 | 0.00   | 100.00  | true   | E39 C12
            2026-03 | 100.00   | USD | false | WIRE   | 0    | 2026-04-05 | 2026-05-05 | 0.00   | 100.00  | true   | E32
            2026-03 | 100.00   | USD | false | NONE   | 0    | 2026-04-05 | 2026-04-05 | 0.00   | 100.00  | true   | C11
            2026-12 | 100.00   | USD | true  | CARD   | 0    | 2027-01-12 | 2027-01-12 | 0.00   | 100.00  | true   | P17 over the year
            2026-03 | 1100.00  | USD | false | CARD   | 0.25 | 2026-04-05 | 2026-04-05 | 275.00 | 1375.00 | true   | E23a
            2026-03 | 26.55    | USD | false | CARD   | 0.25 | 2026-04-05 | 2026-04-05 | 6.64   | 33.19   | true   | E23b
            2026-04 | 15124    | JPY | false | CARD   | 0.1  | 2026-05-05 | 2026-05-05 | 1512   | 16636   | true   | E22 no decimals
            2026-04 | 0.00     | USD | true  | WIRE   | 0.25 | 2026-05-12 | 2026-06-11 | 0.00   | 0.00    | false  | E54 C13 P18
            """)
    void the_dates_tax_and_total_of_an_invoice(
            YearMonth month,
            BigDecimal subtotal,
            String cur,
            boolean ea,
            PaymentMethod method,
            BigDecimal rate,
            LocalDate dated,
            LocalDate due,
            BigDecimal tax,
            BigDecimal total,
            boolean issued,
            String why) {
        Currency currency = Currency.getInstance(cur);
        InvoiceTerms.Bill bill = new InvoiceTerms.Bill(month, new Money(currency, subtotal), ea, method, rate);
        InvoiceTerms expected =
                new InvoiceTerms(dated, due, new Money(currency, tax), new Money(currency, total), issued);
        assertEquals(expected, InvoiceTerms.decide(bill, Facts.POLICIES), why);
    }
}
