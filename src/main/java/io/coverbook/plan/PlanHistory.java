package io.coverbook.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a support plan out of its versions: the newest counts, only cancellations are kept as history (A5, B1). */
public final class PlanHistory {

    private static final String MONTHLY = "P1M";

    private PlanHistory() {}

    /**
     * The plan as it stands.
     *
     * @param versions in order of export, at least one
     */
    public static SupportPlan of(PlanId id, Scope scope, List<PlanVersion> versions, Policies policies) {
        PlanVersion newest = versions.get(versions.size() - 1);
        return new SupportPlan(
                id,
                scope,
                newest.tier(),
                newest.channel(),
                newest.coverageStart() == null ? policies.dayOf(newest.purchasedAt()) : newest.coverageStart(),
                newest.purchasedAt(),
                newest.contractEnd(),
                newest.promoPrice(),
                newest.promoUntil(),
                newest.billingFrequency().equals(MONTHLY),
                false,
                versions.get(0).exportedAt(),
                cancellations(versions),
                0,
                List.of(),
                List.of());
    }

    /** Every wish to end the plan, with the day it was taken back if it was (B1). */
    private static List<Cancellation> cancellations(List<PlanVersion> versions) {
        List<Cancellation> all = new ArrayList<>();
        Cancellation open = null;
        for (int i = 0; i < versions.size(); i++) {
            PlanVersion v = versions.get(i);
            boolean cameBack = v.absent() && i < versions.size() - 1;
            if (cameBack) {
                continue;
            }
            Cancellation told = told(v, i == 0);
            if (told == null) {
                if (open != null) {
                    all.add(open.withdrawn(renewedAt(v, open)));
                    open = null;
                }
            } else if (open == null) {
                open = told;
            } else if (!undatedRepeat(v, open) && !told.at().equals(open.at())) {
                open = told;
            }
        }
        if (open != null) {
            all.add(open);
        }
        return List.copyOf(all);
    }

    /** What one version says: a request, else a switched-off renewal, else nothing. */
    private static @Nullable Cancellation told(PlanVersion v, boolean first) {
        Instant seen = v.exportedAt();
        if (v.absent()) {
            return new Cancellation(seen, null, false, seen, false, null);
        }
        Instant changed = v.autoRenewChangedAt();
        Instant requested = v.cancelRequestedAt();
        if (requested != null) {
            Instant on = v.autoRenew() && changed != null && changed.isAfter(requested) ? changed : null;
            return new Cancellation(requested, v.cancelChannel(), false, seen, first, on);
        }
        if (v.autoRenew()) {
            return null;
        }
        return new Cancellation(changed == null ? seen : changed, CancelChannel.AZURE_PORTAL, true, seen, first, null);
    }

    /** Renewal still off and still without a date: the first export that showed it keeps its day. */
    private static boolean undatedRepeat(PlanVersion v, Cancellation open) {
        return open.autoRenewOff() && v.cancelRequestedAt() == null && v.autoRenewChangedAt() == null;
    }

    private static Instant renewedAt(PlanVersion v, Cancellation open) {
        Instant changed = v.autoRenewChangedAt();
        return v.autoRenew() && changed != null && changed.isAfter(open.at()) ? changed : v.exportedAt();
    }
}
