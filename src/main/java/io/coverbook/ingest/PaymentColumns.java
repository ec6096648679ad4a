package io.coverbook.ingest;

import io.coverbook.plan.PaymentResult;
import java.math.BigDecimal;
import java.time.Instant;

/** The columns of a payments file (CONTRACT 2.5; DECISIONS L19). */
final class PaymentColumns implements RowReader {

    private static final long KIND = 6;

    private static final Spellings<PaymentResult> RESULTS =
            Spellings.of(PaymentResult.class, "SUCCESS: Succeeded, Paid; DECLINED: Failed, BankDeclined");

    private final Column planId;
    private final Column at;
    private final Column result;
    private final Column invoiceNumber;
    private final Column amount;

    PaymentColumns(Header header) {
        planId = header.column("plan_id");
        at = header.column("at");
        result = header.column("result");
        invoiceNumber = header.column("invoice_number");
        amount = header.column("amount");
    }

    @Override
    public ExportRow row(Cells cells) {
        cells.beginFingerprint(KIND);
        String plan = cells.id(planId);
        Instant when = cells.instant(at);
        PaymentResult ended = cells.requiredChoice(result, RESULTS, PaymentResult.DECLINED);
        String invoice = cells.maybeId(invoiceNumber);
        BigDecimal paid = cells.maybePrice(amount, null);
        return new PaymentRow(cells.line(), cells.fingerprint(), plan, when, ended, invoice, paid);
    }
}
