package io.coverbook.testkit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Invented monthly rates from USD: a likely level for each currency and a small step every month. */
final class SampleRates {

    private static final String LEVELS =
            "AUD 1.5520,BRL 5.6400,CAD 1.3810,CHF 0.8120,CZK 21.4600,DKK 6.5130,EUR 0.8730,GBP 0.7540,INR 87.3100,"
                    + "JPY 149.400,KRW 1412.50,MXN 18.7300,NOK 10.2300,NZD 1.7150,PLN 3.7120,SEK 9.6400,SGD 1.3020";
    private static final YearMonth FIRST = YearMonth.of(2025, 1);
    private static final YearMonth LAST = YearMonth.of(2026, 12);

    private SampleRates() {}

    static String file() {
        Map<String, BigDecimal> rates = new LinkedHashMap<>();
        for (String level : LEVELS.split(",")) {
            rates.put(level.substring(0, 3), new BigDecimal(level.substring(4)));
        }
        Random random = new Random(2025);
        StringBuilder file = new StringBuilder("month,currency,rate\n");
        for (YearMonth month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
            for (Map.Entry<String, BigDecimal> rate : rates.entrySet()) {
                file.append(month)
                        .append(',')
                        .append(rate.getKey())
                        .append(',')
                        .append(rate.getValue())
                        .append('\n');
                BigDecimal step = BigDecimal.valueOf(9_880 + random.nextInt(241), 4);
                BigDecimal next = rate.getValue().multiply(step, MathContext.DECIMAL64);
                rate.setValue(next.setScale(rate.getValue().scale(), RoundingMode.HALF_UP));
            }
        }
        return file.toString();
    }
}
