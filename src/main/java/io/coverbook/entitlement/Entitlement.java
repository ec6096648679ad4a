package io.coverbook.entitlement;

import io.coverbook.calendar.Span;
import io.coverbook.plan.PlanId;
import org.jspecify.annotations.Nullable;

/**
 * A row of the entitlement table without its subscription: what support it has during a run of days, and why (X16, E1).
 *
 * @param plan the plan that covers, or would if the subscription and its account were active
 * @param technical whether technical support may be used, which takes an active subscription and account
 */
public record Entitlement(
        Span days,
        SupportTier tier,
        Cover.Source source,
        @Nullable PlanId plan,
        boolean technical,
        CoverReason reason) {

    /** The same during other days. */
    Entitlement during(Span others) {
        return new Entitlement(others, tier, source, plan, technical, reason);
    }
}
