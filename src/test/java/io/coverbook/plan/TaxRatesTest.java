package io.coverbook.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rate of a country on a day (P15, C10). */
class TaxRatesTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            country | day        | rate | why
            SE      | 2026-03-31 | 0.25 | E23a
            SE      | 2026-06-30 | 0.12 | C10 the row valid that day
            SE      | 2026-05-31 | 0.25 | C10 the day before
            SE      | 2019-12-31 | 0    | before the first row there is no tax
            US      | 2026-03-31 | 0    | P15 no tax where none is listed
            """)
    void on_a_day(String country, LocalDate day, BigDecimal rate, String why) {
        TaxRates rates = new TaxRates()
                .rate("SE", LocalDate.of(2020, 1, 1), new BigDecimal("0.25"))
                .rate("SE", LocalDate.of(2026, 6, 1), new BigDecimal("0.12"));
        assertEquals(rate, rates.on(country, day), why);
    }
}
