package io.coverbook.billing;

import io.coverbook.calendar.Term;
import io.coverbook.money.Money;
import io.coverbook.plan.PlanId;
import io.coverbook.plan.Tier;
import org.jspecify.annotations.Nullable;

/**
 * What should be charged for one term of a plan.
 *
 * @param currency ISO 4217, empty when nobody knows it
 * @param amount empty when there is no price (C4)
 * @param hold why it is not invoiced, empty for a charge in order
 * @param billTo the account that is invoiced, empty when nobody is known (P30)
 */
public record DesiredCharge(
        PlanId planId,
        Term term,
        Tier tier,
        String currency,
        @Nullable Money amount,
        @Nullable ChargeHold hold,
        @Nullable String billTo) {

    public ChargeState state() {
        return hold == null ? ChargeState.OPEN : ChargeState.HELD;
    }

    public DesiredCharge heldBy(ChargeHold reason) {
        return hold == null ? new DesiredCharge(planId, term, tier, currency, amount, reason, billTo) : this;
    }
}
