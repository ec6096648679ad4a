package io.coverbook.secondmodel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Policies (contract, section 5) and reference data (section 4). */
final class ModelRules {

    private static final Set<String> NONE = Set.of();

    private final Map<String, String> policies;
    private final List<Map<String, String>> prices;
    private final List<Map<String, String>> taxes;
    private final Map<String, BigDecimal> rates;
    private final Set<String> deniedUpgrades;
    private final Set<String> notOffered;

    ModelRules(Map<String, String> policies, Map<String, String> reference) {
        this.policies = policies;
        this.prices = rows(reference.getOrDefault("prices.csv", """
                tier,currency,valid_from,amount
                DEVELOPER,USD,2020-01-01,29.00
                STANDARD,USD,2020-01-01,100.00
                PROFESSIONAL_DIRECT,USD,2020-01-01,1000.00
                """));
        this.taxes = rows(reference.getOrDefault("tax-rates.csv", "country,valid_from,rate\n"));
        this.rates = rows(reference.getOrDefault("fx-rates.csv", "month,currency,rate\n")).stream()
                .collect(Collectors.toMap(
                        row -> row.get("month") + row.get("currency"), row -> new BigDecimal(row.get("rate"))));
        this.deniedUpgrades = countries(reference.get("ea-upgrade-regions.csv"), "available");
        this.notOffered = countries(reference.get("markets.csv"), "offered");
    }

    private static Set<String> countries(@Nullable String text, String column) {
        return text == null
                ? NONE
                : rows(text).stream()
                        .filter(row -> row.get(column).equals("false"))
                        .map(row -> row.get("country"))
                        .collect(Collectors.toSet());
    }

    private static List<Map<String, String>> rows(String text) {
        List<String> lines = text.lines().toList();
        String[] columns = lines.get(0).split(",");
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new TreeMap<>();
            for (int i = 0; i < columns.length; i++) {
                row.put(columns[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    int number(String key, int otherwise) {
        return Integer.parseInt(policies.getOrDefault(key, "" + otherwise));
    }

    List<Integer> numbers(String key, String otherwise) {
        return Arrays.stream(policies.getOrDefault(key, otherwise).split(","))
                .map(Integer::parseInt)
                .toList();
    }

    @Nullable YearMonth firstMonth() {
        String month = policies.getOrDefault("billing.first-month", "");
        return month.isEmpty() ? null : YearMonth.parse(month);
    }

    boolean upgradeDenied(String country) {
        return deniedUpgrades.contains(country);
    }

    boolean notOffered(String country) {
        return notOffered.contains(country);
    }

    /** The list price valid on a day (P12). */
    @Nullable BigDecimal price(String tier, String currency, LocalDate day) {
        return valid(prices, Map.of("tier", tier, "currency", currency), day, "amount");
    }

    BigDecimal taxRate(String country, LocalDate day) {
        BigDecimal rate = valid(taxes, Map.of("country", country), day, "rate");
        return rate == null ? BigDecimal.ZERO : rate;
    }

    @Nullable BigDecimal rate(String currency, YearMonth month) {
        return rates.get(month + currency);
    }

    private static @Nullable BigDecimal valid(
            List<Map<String, String>> rows, Map<String, String> key, LocalDate day, String column) {
        return rows.stream()
                .filter(row -> row.entrySet().containsAll(key.entrySet()))
                .filter(row -> row.get("valid_from").compareTo(day.toString()) <= 0)
                .max((a, b) -> a.get("valid_from").compareTo(b.get("valid_from")))
                .map(row -> new BigDecimal(row.get(column)))
                .orElse(null);
    }

    /** P14: half up, to the currency's own decimals. */
    static BigDecimal round(BigDecimal amount, String currency) {
        return amount.setScale(Currency.getInstance(currency).getDefaultFractionDigits(), RoundingMode.HALF_UP);
    }
}
