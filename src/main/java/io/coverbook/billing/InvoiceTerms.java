package io.coverbook.billing;

import io.coverbook.money.Money;
import io.coverbook.plan.PaymentMethod;
import io.coverbook.plan.Policies;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Decides the dates, tax and total of an invoice from what it bills (X12; P15, P16, P17; DECISIONS C10 to C13).
 *
 * @param issued whether the invoice is issued at all: one over nothing is not (P18)
 */
public record InvoiceTerms(LocalDate invoiceDate, LocalDate dueDate, Money tax, Money total, boolean issued) {

    /**
     * What the invoice bills and to whom.
     *
     * @param agreementLine whether any line is of an Enterprise Agreement, which moves the date to its day (C12)
     * @param method how the bill-to account pays on the last day of the posting month (C11)
     * @param taxRate 0.25 for a quarter, of the bill-to account's country on the last day of the posting month (C10)
     */
    public record Bill(
            YearMonth postingMonth, Money subtotal, boolean agreementLine, PaymentMethod method, BigDecimal taxRate) {}

    public static InvoiceTerms decide(Bill bill, Policies policies) {
        int day = bill.agreementLine() ? policies.invoiceDayEa() : policies.invoiceDayDefault();
        LocalDate invoiceDate = bill.postingMonth().plusMonths(1).atDay(day);
        LocalDate dueDate =
                bill.method() == PaymentMethod.WIRE ? invoiceDate.plusDays(policies.wireTermsDays()) : invoiceDate;
        // One rounding on the subtotal: three lines of 8.85 at 25 % make 6.64, not three times 2.21 (E23).
        Money tax = bill.subtotal().times(bill.taxRate());
        Money total = bill.subtotal().plus(tax);
        return new InvoiceTerms(
                invoiceDate, dueDate, tax, total, !bill.subtotal().isZero());
    }
}
