package io.coverbook.reconcile;

import io.coverbook.calendar.Span;
import io.coverbook.plan.PlanId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on an agreement during a run of days.
 *
 * @param plan the plan that covers, only with COVERED (F2)
 * @param reason a code of X25, or EA_TRANSFERRED, EA_TERMINATED, EA_NOT_STARTED
 * @param due by when a plan should be there, only where one is missing (F3, F8)
 */
public record VerdictSpan(
        Span days,
        Verdict verdict,
        @Nullable PlanId plan,
        String reason,
        @Nullable LocalDate due) {

    VerdictSpan during(Span others) {
        return new VerdictSpan(others, verdict, plan, reason, due);
    }
}
