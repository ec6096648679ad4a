package io.coverbook.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a month comes to, added up for people.
 *
 * @param began terms by how they began, {@code ended} plans by how they ended
 * @param held what is held at the end of the month, whenever it was charged
 * @param missing the most urgent agreements without a plan, of {@code missingCount}
 */
public record MonthFigures(
        YearMonth month,
        LocalDate asOf,
        List<Count> began,
        List<Count> ended,
        List<Sum> charges,
        List<Sum> held,
        List<Documents> invoices,
        List<Documents> creditNotes,
        List<Missing> missing,
        long missingCount) {

    /** How many of something. */
    public record Count(String code, long count) {}

    /** Amounts of one state or reason in one currency; both may be unknown for a charge without a price. */
    public record Sum(
            String code,
            @Nullable String currency,
            long count,
            @Nullable BigDecimal amount) {}

    /** Documents in one currency. */
    public record Documents(String currency, long count, BigDecimal net, BigDecimal tax, BigDecimal total) {}

    /** An agreement that has no plan. */
    public record Missing(
            String agreementId, String customer, @Nullable LocalDate due, long subscriptions) {}

    public long count(List<Documents> documents) {
        return documents.stream().mapToLong(Documents::count).sum();
    }
}
