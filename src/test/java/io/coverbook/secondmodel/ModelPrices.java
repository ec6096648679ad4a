package io.coverbook.secondmodel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** What a term costs: promotion, list price, or the dollar price at the month's rate (X4, X5, C4, C6). */
final class ModelPrices {

    private final ModelWorld world;

    ModelPrices(ModelWorld world) {
        this.world = world;
    }

    /** The currency of a charge on the day, empty when nobody knows it. */
    String currency(ModelPlan plan, LocalDate day) {
        ModelPlan.Home home = plan.home;
        String own = home.agreement() == null ? "" : home.agreement().on(day).cell("currency");
        if (!own.isEmpty()) {
            return own;
        }
        return home.account() == null ? "" : home.account().currency(day);
    }

    boolean promoted(ModelPlan plan, LocalDate day) {
        LocalDate until = Told.date(plan.row.cell("promo_until"));
        return plan.row.has("promo_price") && (until == null || !day.isAfter(until));
    }

    /** Null: there is no price. */
    @Nullable BigDecimal amount(ModelPlan plan, LocalDate day) {
        String currency = currency(plan, day);
        if (currency.isEmpty()) {
            return null;
        }
        if (promoted(plan, day)) {
            return ModelRules.round(new BigDecimal(plan.row.cell("promo_price")), currency);
        }
        BigDecimal listed = world.rules.price(plan.tier, currency, day);
        if (listed != null) {
            return ModelRules.round(listed, currency);
        }
        BigDecimal dollars = dollars(plan, day);
        BigDecimal rate = world.rules.rate(currency, YearMonth.from(day));
        return dollars == null || rate == null ? null : ModelRules.round(dollars.multiply(rate), currency);
    }

    /** The price to be converted: only for accounts under a customer agreement. */
    private @Nullable BigDecimal dollars(ModelPlan plan, LocalDate day) {
        boolean converts = !plan.home.scope().ea()
                && plan.home.account() != null
                && plan.home.account().agreement(day).equals("MCA");
        return converts ? world.rules.price(plan.tier, "USD", day) : null;
    }

    /** What PRICE_CHANGE compares: a converted price is compared in dollars (G9). */
    @Nullable String told(ModelPlan plan, LocalDate day) {
        BigDecimal amount = amount(plan, day);
        if (amount == null) {
            return null;
        }
        String currency = currency(plan, day);
        boolean listed = promoted(plan, day) || world.rules.price(plan.tier, currency, day) != null;
        return listed
                ? amount.stripTrailingZeros().toPlainString()
                : "USD"
                        + java.util.Objects.requireNonNull(dollars(plan, day))
                                .stripTrailingZeros()
                                .toPlainString();
    }
}
