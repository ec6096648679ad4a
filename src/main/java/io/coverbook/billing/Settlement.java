package io.coverbook.billing;

import io.coverbook.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides which invoice lines of a plan are paid, and since when (DECISIONS C14, L19): a payment is booked on the oldest
 * line that still needs one, or on the invoice it names; one without an amount pays a line, parts add up.
 */
public final class Settlement {

    private static final BigDecimal WITHOUT_END = new BigDecimal("1e30");

    /**
     * A line that must be paid, neither charged to a card that worked nor credited.
     *
     * @param gross the line with its share of the invoice's tax
     */
    public record Owed(String invoiceNumber, LocalDate chargeDate, Money gross) {}

    /** Money that came in for the plan, in the currency of its lines. */
    public record Paid(
            LocalDate on,
            @Nullable String invoiceNumber,
            @Nullable BigDecimal amount) {}

    private final List<Owed> lines;
    private final List<BigDecimal> open = new ArrayList<>();
    private final List<Optional<LocalDate>> settled = new ArrayList<>();

    private Settlement(List<Owed> lines) {
        this.lines = lines;
        for (Owed line : lines) {
            open.add(line.gross().amount());
            settled.add(line.gross().isZero() ? Optional.of(line.chargeDate()) : Optional.empty());
        }
    }

    /**
     * The day on which each line was paid, empty while it is not; in the order of the lines.
     *
     * @param lines of one plan, the oldest first
     * @param payments of the plan that worked, in order of time
     */
    public static List<Optional<LocalDate>> decide(List<Owed> lines, List<Paid> payments) {
        Settlement settlement = new Settlement(lines);
        payments.forEach(settlement::book);
        return List.copyOf(settlement.settled);
    }

    private void book(Paid payment) {
        BigDecimal left = payment.amount() == null ? WITHOUT_END : payment.amount();
        for (int i = 0; i < lines.size() && left.signum() > 0; i++) {
            if (settled.get(i).isPresent() || !meant(lines.get(i), payment)) {
                continue;
            }
            BigDecimal part = left.min(open.get(i));
            open.set(i, open.get(i).subtract(part));
            if (open.get(i).signum() == 0) {
                settled.set(i, Optional.of(payment.on()));
            }
            left = payment.amount() == null ? BigDecimal.ZERO : left.subtract(part);
        }
    }

    private static boolean meant(Owed line, Paid payment) {
        return payment.invoiceNumber() == null
                ? !line.chargeDate().isAfter(payment.on())
                : payment.invoiceNumber().equals(line.invoiceNumber());
    }
}
