package io.coverbook.entitlement;

import io.coverbook.plan.PlanId;
import io.coverbook.plan.SupportLevel;
import io.coverbook.plan.Tier;
import org.jspecify.annotations.Nullable;

/**
 * The support that a scope's subscriptions have: a row of the entitlement table without its subscription and its days.
 *
 * @param plan the plan that covers, only with source PLAN (E2)
 */
public record Cover(
        SupportTier tier, Source source, @Nullable PlanId plan, CoverReason reason) {

    /** Where the support comes from. */
    public enum Source {
        PLAN,
        TEMPORARY,
        PROGRAM,
        NONE
    }

    public static Cover ofPlan(Tier tier, PlanId plan, boolean agreement) {
        return new Cover(
                SupportTier.of(tier), Source.PLAN, plan, agreement ? CoverReason.EA_PLAN : CoverReason.ACCOUNT_PLAN);
    }

    public static Cover temporary(SupportLevel level) {
        return new Cover(SupportTier.valueOf(level.name()), Source.TEMPORARY, null, CoverReason.TEMPORARY_ORDER);
    }

    /** Limited support that comes with a programme, never a plan (R15). */
    public static Cover ofProgram() {
        return new Cover(SupportTier.LIMITED_PROGRAM, Source.PROGRAM, null, CoverReason.PROGRAM_BENEFIT);
    }

    /** Billing and subscription-management support only, which every subscription has (R1, R16). */
    public static Cover basic(CoverReason why) {
        return new Cover(SupportTier.BASIC, Source.NONE, null, why);
    }

    public boolean technical() {
        return source != Source.NONE;
    }
}
