package io.coverbook.renewal;

import io.coverbook.calendar.Span;
import io.coverbook.calendar.Term;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A term that was renewed and could not be paid at once (X19).
 *
 * @param failedOn the days of the attempts that failed, the first being the first day of the term
 * @param paidOn the day of the payment, empty while there is none
 * @param suspendedOn the day on which the grace was over unpaid, empty when it was not
 * @param expiredOn the day on which the next term would have begun, when it came unpaid
 */
public record PastDue(
        Term term,
        List<LocalDate> failedOn,
        @Nullable LocalDate paidOn,
        @Nullable LocalDate suspendedOn,
        @Nullable LocalDate expiredOn) {

    /** The days on which the plan covers though it is not paid; none when it was paid on the very day (D4). */
    public Optional<Span> grace() {
        LocalDate until = suspendedOn != null ? suspendedOn : paidOn != null ? paidOn : expiredOn;
        LocalDate end = until == null ? Span.NEVER : until;
        return term.from().isBefore(end) ? Optional.of(new Span(term.from(), end)) : Optional.empty();
    }

    /** The days on which the plan gives no support because it is not paid; open until it is (E8). */
    public Optional<Span> suspension() {
        return suspendedOn == null
                ? Optional.empty()
                : Optional.of(new Span(suspendedOn, paidOn == null ? Span.NEVER : paidOn));
    }
}
