package io.coverbook.plan;

import io.coverbook.plan.CancellationHistory.Word;
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

    private static List<Cancellation> cancellations(List<PlanVersion> versions) {
        List<Word> words = new ArrayList<>(versions.size());
        for (int i = 0; i < versions.size(); i++) {
            PlanVersion v = versions.get(i);
            boolean cameBack = v.absent() && i < versions.size() - 1;
            if (!cameBack) {
                boolean dated = v.cancelRequestedAt() != null || v.autoRenewChangedAt() != null;
                Instant switchedOn = v.autoRenew() ? v.autoRenewChangedAt() : null;
                words.add(new Word(v.exportedAt(), told(v, i == 0), v.absent() || !dated, switchedOn));
            }
        }
        return CancellationHistory.of(words);
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
}
