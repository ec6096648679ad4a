package io.coverbook.plan;

import io.coverbook.calendar.Terms;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A support plan as the newest export states it (A5), with the history of its cancellations (B1).
 *
 * @param start the first day of term 0
 * @param contractEnd the last day of a seller's contract as exported, empty when the row leaves it open
 * @param monthly whether the row asks for the one frequency there is, P1M (R68)
 * @param onAgreementRow stated on the agreement's own row instead of a row of its own
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
        List<Cancellation> cancellations) {

    public Terms terms() {
        return new Terms(start);
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
                others);
    }
}
