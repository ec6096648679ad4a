package io.coverbook.billing;

import io.coverbook.money.Money;
import io.coverbook.plan.Agreement;
import io.coverbook.plan.AgreementType;
import io.coverbook.plan.PriceBook;
import io.coverbook.plan.SupportPlan;
import io.coverbook.renewal.ScopeFacts;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what a term that begins on a day costs: the price of its first day, never split (X4, X5, P12). */
public final class TermPrice {

    private final ScopeFacts facts;
    private final PriceBook prices;

    /**
     * What a term costs.
     *
     * @param amount in the currency of the charge
     * @param agreed the promotional or listed price it comes from; in dollars where that is converted
     */
    public record Quote(Money amount, Money agreed) {

        /** Whether a customer would call this another price: not when only the rate or the currency moved (G9). */
        public boolean differsFrom(Quote before) {
            return amount.currency().equals(before.amount.currency()) && !agreed.equals(before.agreed);
        }
    }

    public TermPrice(ScopeFacts facts, PriceBook prices) {
        this.facts = facts;
        this.prices = prices;
    }

    /** The agreement's currency, else the account's on the day; empty when nobody knows it (X5, P13). */
    @Nullable Currency currencyOn(LocalDate day) {
        Agreement ea = facts.agreement();
        String own = ea == null ? null : ea.currency();
        String code = own == null ? facts.account().currency().on(day) : own;
        return code.isEmpty() ? null : Currency.getInstance(code);
    }

    /** The promotional price while it lasts, else the list price of the day, else dollars converted (X4, X5, P51). */
    public Optional<Quote> decide(SupportPlan plan, LocalDate day) {
        Currency currency = currencyOn(day);
        if (currency == null) {
            return Optional.empty();
        }
        if (plan.promoPrice() != null && (plan.promoUntil() == null || !day.isAfter(plan.promoUntil()))) {
            Money promo = Money.rounded(currency, plan.promoPrice());
            return Optional.of(new Quote(promo, promo));
        }
        Optional<Quote> listed = prices.listed(plan.tier(), currency, day).map(price -> new Quote(price, price));
        boolean mca =
                facts.agreement() == null && facts.account().agreementType().on(day) == AgreementType.MCA;
        return listed.isPresent() || !mca ? listed : converted(plan, currency, day);
    }

    private Optional<Quote> converted(SupportPlan plan, Currency currency, LocalDate day) {
        return prices.converted(plan.tier(), currency, day)
                .map(amount -> new Quote(
                        amount, prices.listed(plan.tier(), PriceBook.BASE, day).orElse(amount)));
    }
}
