package io.coverbook.billing;

import io.coverbook.money.Money;
import java.math.BigDecimal;

/** Decides the tax of a credit note (C9, L13): its share at the invoice's rate, and what is left with the last one. */
public final class CreditTerms {

    /**
     * What is credited and what the invoice and its earlier credit notes hold.
     *
     * @param credited net amount already credited on the invoice
     * @param creditedTax tax already credited on the invoice
     */
    public record Credit(
            Money amount, BigDecimal taxRate, Money subtotal, Money invoiceTax, Money credited, Money creditedTax) {}

    private CreditTerms() {}

    public static Money tax(Credit credit) {
        boolean last = credit.credited()
                        .plus(credit.amount())
                        .amount()
                        .compareTo(credit.subtotal().amount())
                == 0;
        return last
                ? Money.rounded(
                        credit.amount().currency(),
                        credit.invoiceTax()
                                .amount()
                                .subtract(credit.creditedTax().amount()))
                : credit.amount().times(credit.taxRate());
    }
}
