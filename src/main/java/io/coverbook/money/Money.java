package io.coverbook.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount of one currency, always at the currency's own number of decimals (ISO 4217): 100.00 USD, 15124 JPY,
 * 9.205 KWD. Rounding is half up (P14) and happens only in {@link #rounded}.
 */
public record Money(Currency currency, BigDecimal amount) {

    public Money {
        if (amount.scale() != decimals(currency)) {
            throw new IllegalArgumentException(amount + " is not an amount of " + currency);
        }
    }

    /** The nearest amount that the currency can express, half a unit up (P14). */
    public static Money rounded(Currency currency, BigDecimal amount) {
        return new Money(currency, amount.setScale(decimals(currency), RoundingMode.HALF_UP));
    }

    public static Money zero(Currency currency) {
        return rounded(currency, BigDecimal.ZERO);
    }

    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("currencies differ: " + currency + " and " + other.currency);
        }
        return new Money(currency, amount.add(other.amount));
    }

    /** This amount times a rate, rounded once (P14, P15). */
    public Money times(BigDecimal rate) {
        return rounded(currency, amount.multiply(rate));
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    private static int decimals(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }
}
