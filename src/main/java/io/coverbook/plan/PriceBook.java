package io.coverbook.plan;

import io.coverbook.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What the tiers cost a month, by currency and first day of validity, and the monthly exchange rates (X4, X5, F12). */
public final class PriceBook {

    /** The currency from which others are converted (F12). */
    public static final Currency BASE = Currency.getInstance("USD");

    private record Key(Tier tier, String currency) {}

    private record Month(YearMonth month, String currency) {}

    private final Map<Key, NavigableMap<LocalDate, BigDecimal>> prices = new HashMap<>();
    private final Map<Month, BigDecimal> rates = new HashMap<>();

    public PriceBook price(Tier tier, String currency, LocalDate validFrom, BigDecimal amount) {
        prices.computeIfAbsent(new Key(tier, currency), k -> new TreeMap<>()).put(validFrom, amount);
        return this;
    }

    public PriceBook rate(YearMonth month, String currency, BigDecimal rate) {
        rates.put(new Month(month, currency), rate);
        return this;
    }

    /** Whether the tier's list price never changes, in any currency. */
    public boolean steady(Tier tier) {
        return prices.entrySet().stream()
                .filter(entry -> entry.getKey().tier() == tier)
                .allMatch(entry -> entry.getValue().size() == 1);
    }

    /** The list price valid on the day, in that very currency. */
    public Optional<Money> listed(Tier tier, Currency currency, LocalDate day) {
        return Optional.ofNullable(prices.get(new Key(tier, currency.getCurrencyCode())))
                .map(byDay -> byDay.floorEntry(day))
                .map(entry -> Money.rounded(currency, entry.getValue()));
    }

    /** The dollar price of the day at the exchange rate of its month, rounded once (X5, P14). */
    public Optional<Money> converted(Tier tier, Currency currency, LocalDate day) {
        BigDecimal rate = rates.get(new Month(YearMonth.from(day), currency.getCurrencyCode()));
        NavigableMap<LocalDate, BigDecimal> dollars = prices.get(new Key(tier, BASE.getCurrencyCode()));
        Map.Entry<LocalDate, BigDecimal> price = dollars == null ? null : dollars.floorEntry(day);
        return rate == null || price == null
                ? Optional.empty()
                : Optional.of(Money.rounded(currency, price.getValue().multiply(rate)));
    }
}
