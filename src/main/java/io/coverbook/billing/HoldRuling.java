package io.coverbook.billing;

import io.coverbook.plan.Ruling;
import java.util.EnumSet;
import java.util.Set;

/** Which holds a person may decide about, and how (X11, DECISIONS L19). The others end when the facts are mended. */
public final class HoldRuling {

    /** Held in doubt, and right after all. Nobody can release a plan of nobody (P47), nor Developer for agreements (R73). */
    private static final Set<ChargeHold> RELEASE = EnumSet.of(
            ChargeHold.CHANNEL_NOT_ALLOWED,
            ChargeHold.UPGRADE_NOT_AVAILABLE_IN_REGION,
            ChargeHold.EA_MULTIPLE_PLANS,
            ChargeHold.DUPLICATE_PLAN_ON_ACCOUNT,
            ChargeHold.LOWER_PLAN_WHILE_HIGHER_RENEWS,
            ChargeHold.UNSUPPORTED_FREQUENCY,
            ChargeHold.SAFETY_BOUND);

    private HoldRuling() {}

    /** Whether such a decision about the hold can be made. */
    public static boolean allowed(Ruling.Kind kind, ChargeHold hold) {
        return switch (kind) {
            case RELEASE -> RELEASE.contains(hold);
            case DISMISS -> hold.ofPlan();
            case APPROVE_CREDIT -> false;
        };
    }
}
