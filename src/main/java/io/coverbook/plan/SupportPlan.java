package io.coverbook.plan;

import io.coverbook.calendar.Terms;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A support plan as the newest export states it (A5), with the history of its cancellations (B1).
 *
 * @param start the first day of term 0
 * @param contractEnd the last day of a seller's contract as exported, empty when the row leaves it open
 * @param monthly whether the row asks for the one frequency there is, P1M (R68)
 * @param onAgreementRow stated on the agreement's own row instead of a row of its own
 * @param firstTerm the number of its first term: not 0 for a later coverage period of a plan on an agreement row, which
 *     is a plan of its own to the rules, with the same id (B9)
 * @param payments attempts to collect money, in order
 * @param rulings what people decided about it, in order
 */
public record SupportPlan(
        PlanId id,
        Scope scope,
        Tier tier,
        Channel channel,
        LocalDate start,
        Instant purchasedAt,
        @Nullable LocalDate contractEnd,
        @Nullable BigDecimal promoPrice,
        @Nullable LocalDate promoUntil,
        boolean monthly,
        boolean onAgreementRow,
        Instant firstSeenAt,
        List<Cancellation> cancellations,
        int firstTerm,
        List<PaymentEvent> payments,
        List<Ruling> rulings) {

    public Terms terms() {
        return new Terms(start);
    }

    /** Whether a person decided so about that flag. */
    public boolean ruled(Ruling.Kind kind, String code) {
        return ruledAt(kind, code) != null;
    }

    /** When a person last decided so about that flag, empty when nobody did. */
    public @Nullable Instant ruledAt(Ruling.Kind kind, String code) {
        return rulings.stream()
                .filter(r -> r.kind() == kind && r.code().equals(code))
                .map(Ruling::at)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The same plan with other cancellations: what X8 makes of a plan bought again. */
    public SupportPlan withCancellations(List<Cancellation> others) {
        return new SupportPlan(
                id,
                scope,
                tier,
                channel,
                start,
                purchasedAt,
                contractEnd,
                promoPrice,
                promoUntil,
                monthly,
                onAgreementRow,
                firstSeenAt,
                others,
                firstTerm,
                payments,
                rulings);
    }

    /** The same plan with what is told elsewhere than on its row. */
    public SupportPlan with(List<PaymentEvent> collected, List<Ruling> decided) {
        return new SupportPlan(
                id,
                scope,
                tier,
                channel,
                start,
                purchasedAt,
                contractEnd,
                promoPrice,
                promoUntil,
                monthly,
                onAgreementRow,
                firstSeenAt,
                cancellations,
                firstTerm,
                collected,
                decided);
    }
}
