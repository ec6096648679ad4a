package io.coverbook.reconcile;

import io.coverbook.calendar.DaySet;
import io.coverbook.calendar.Span;
import io.coverbook.reconcile.Flag.ObjectType;
import io.coverbook.reconcile.Flag.Severity;
import io.coverbook.reconcile.Flag.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides whether somebody who pays by wire owes for longer than agreed (X19; DECISIONS G3, G4). */
public final class OverdueInvoices {

    private static final List<Severity> ACTION = List.of(Severity.ACTION, Severity.ACTION);

    /**
     * An issued invoice of which at least one line must be paid; one that is credited whole is none.
     *
     * @param settledOn the day on which the last of these lines was paid, {@link Span#NEVER} while it is not
     */
    public record Owed(LocalDate dueDate, LocalDate settledOn) {

        /** From the day after the due date until the day of the payment. */
        private Optional<Span> overdue() {
            LocalDate from = dueDate.plusDays(1);
            return from.isBefore(settledOn) ? Optional.of(new Span(from, settledOn)) : Optional.empty();
        }
    }

    private OverdueInvoices() {}

    /** The flag on the account that pays; null when nothing was overdue by the day. */
    public static @Nullable Flag decide(String billTo, List<Owed> invoices, LocalDate asOf) {
        DaySet overdue = DaySet.of(
                invoices.stream().flatMap(owed -> owed.overdue().stream()).toList());
        Subject about = new Subject(FlagCode.INVOICE_OVERDUE, ObjectType.ACCOUNT, billTo);
        return Flag.ofState(about, overdue, DaySet.ALL, ACTION, asOf);
    }
}
