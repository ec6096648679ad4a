package io.coverbook.answer;

import io.coverbook.ingest.ReferenceRows.Row;
import io.coverbook.money.Money;
import io.coverbook.plan.PriceBook;
import io.coverbook.store.ChainStore;
import io.coverbook.store.CoverStore.Source;
import io.coverbook.store.FactRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the rows that an amount came from: a promotional price, a list price, or a dollar price and its rate (X4, X5). */
final class PriceChain {

    private static final String PRICES = "prices.csv";
    private static final String RATES = "fx-rates.csv";

    private final ChainStore store;
    private final Chain chain;

    PriceChain(ChainStore store, Chain chain) {
        this.store = store;
        this.chain = chain;
    }

    /** Adds the price of a charge, with the line of the plan's row or of the reference data of the run. */
    void of(FactRow charge, @Nullable FactRow planRow) {
        LocalDate day = Objects.requireNonNull(charge.day("charge_date"));
        BigDecimal amount = charge.amount("amount");
        String code = charge.text("currency");
        String tier = charge.or("tier", "");
        if (amount == null || code == null) {
            chain.add(
                    "price",
                    "none for " + Coverage.tier(tier) + (code == null ? ", the currency is not known" : " in " + code)
                            + " on " + day,
                    "X4 X5 C6",
                    Chain.NOWHERE);
            return;
        }
        Money charged = Money.rounded(Currency.getInstance(code), amount);
        if (planRow != null && promotional(planRow, charged, day)) {
            String until = planRow.text("promo_until");
            chain.add(
                    "price",
                    charged + ", the plan's own promotional price" + (until == null ? "" : " until " + until),
                    "X4 P51",
                    planRow.source());
            return;
        }
        List<Row> prices = store.reference(charge.key("run_id"), PRICES);
        Optional<Row> listed = price(prices, tier, code, day);
        if (listed.isPresent() && same(charged, cell(listed.get(), "amount"))) {
            list(listed.get(), tier, charged.toString());
        } else if (!converted(charge, prices, charged)) {
            chain.add(
                    "price",
                    charged + ", as recorded then; the plan's row and the reference data of that run say otherwise now",
                    "X4 A5",
                    Chain.NOWHERE);
        }
    }

    private static boolean promotional(FactRow plan, Money charged, LocalDate day) {
        BigDecimal promo = plan.amount("promo_price");
        LocalDate until = plan.day("promo_until");
        return promo != null && (until == null || !day.isAfter(until)) && same(charged, promo);
    }

    private boolean converted(FactRow charge, List<Row> prices, Money charged) {
        LocalDate day = Objects.requireNonNull(charge.day("charge_date"));
        String tier = charge.or("tier", "");
        String month = YearMonth.from(day).toString();
        Optional<Row> dollars = price(prices, tier, PriceBook.BASE.getCurrencyCode(), day);
        Optional<Row> rate = store.reference(charge.key("run_id"), RATES).stream()
                .filter(row -> row.cell("month").equals(month)
                        && row.cell("currency").equals(charged.currency().getCurrencyCode()))
                .findFirst();
        if (dollars.isEmpty() || rate.isEmpty()) {
            return false;
        }
        BigDecimal price = cell(dollars.get(), "amount");
        BigDecimal times = cell(rate.get(), "rate");
        if (!same(charged, price.multiply(times))) {
            return false;
        }
        list(dollars.get(), tier, Money.rounded(PriceBook.BASE, price).toString());
        chain.add(
                "rate",
                times.toPlainString() + " " + charged.currency() + " for a dollar in " + month + "; " + price + " x "
                        + times.toPlainString() + " = " + charged,
                "X5 P14",
                new Source(RATES, rate.get().line()));
        return true;
    }

    private void list(Row row, String tier, String amount) {
        chain.add(
                "price",
                amount + ", the list price of " + Coverage.tier(tier) + " from " + row.cell("valid_from"),
                "X4 P12",
                new Source(PRICES, row.line()));
    }

    private static Optional<Row> price(List<Row> prices, String tier, String currency, LocalDate day) {
        return prices.stream()
                .filter(row ->
                        row.cell("tier").equals(tier) && row.cell("currency").equals(currency))
                .filter(row -> !LocalDate.parse(row.cell("valid_from")).isAfter(day))
                .max(Comparator.comparing(row -> row.cell("valid_from")));
    }

    private static BigDecimal cell(Row row, String column) {
        return new BigDecimal(row.cell(column));
    }

    private static boolean same(Money charged, BigDecimal price) {
        return Money.rounded(charged.currency(), price).equals(charged);
    }
}
