package io.coverbook.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The tax rates by country and first day of validity; where none is listed there is no tax (P15). */
public final class TaxRates {

    private final Map<String, NavigableMap<LocalDate, BigDecimal>> rates = new HashMap<>();

    public TaxRates rate(String country, LocalDate validFrom, BigDecimal rate) {
        rates.computeIfAbsent(country, c -> new TreeMap<>()).put(validFrom, rate);
        return this;
    }

    /** 0.25 for a quarter. */
    public BigDecimal on(String country, LocalDate day) {
        NavigableMap<LocalDate, BigDecimal> own = rates.get(country);
        Map.Entry<LocalDate, BigDecimal> rate = own == null ? null : own.floorEntry(day);
        return rate == null ? BigDecimal.ZERO : rate.getValue();
    }
}
