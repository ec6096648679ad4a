package io.coverbook.plan;

import io.coverbook.plan.CancellationHistory.Word;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
                cancellations(withoutOldRequests(versions)),
                0,
                List.of(),
                List.of());
    }

    /** A request that was told and then taken back says nothing more, though the row keeps it (B1). */
    private static List<PlanVersion> withoutOldRequests(List<PlanVersion> versions) {
        if (versions.stream().noneMatch(PlanVersion::requestTakenBack)) {
            return versions;
        }
        List<PlanVersion> all = new ArrayList<>(versions.size());
        Set<Instant> told = new HashSet<>();
        Set<Instant> takenBack = new HashSet<>();
        for (PlanVersion v : versions) {
            Instant request = v.absent() ? null : v.cancelRequestedAt();
            if (request == null) {
                all.add(v);
                continue;
            }
            boolean back = v.requestTakenBack();
            all.add(takenBack.contains(request) || (back && told.contains(request)) ? v.withoutRequest() : v);
            told.add(request);
            if (back) {
                takenBack.add(request);
            }
        }
        return all;
    }

    private static List<Cancellation> cancellations(List<PlanVersion> versions) {
        List<Cancellation> asked = wishes(versions, false);
        boolean both = versions.stream().anyMatch(v -> v.cancelRequestedAt() != null && !v.autoRenew());
        if (!both) {
            return asked;
        }
        // A request that was refused leaves the switch as it is: renewal that is off is off (R64, X6a).
        List<Cancellation> switched = wishes(versions, true);
        List<Cancellation> all = new ArrayList<>();
        for (Cancellation each : asked) {
            all.add(each);
            switched.stream()
                    .filter(off -> !each.autoRenewOff() && each.at().equals(off.insteadOf()))
                    .forEach(all::add);
        }
        switched.stream().filter(off -> !all.contains(off)).toList().forEach(all::add);
        return List.copyOf(all);
    }

    private static List<Cancellation> wishes(List<PlanVersion> versions, boolean onlySwitch) {
        List<Word> words = new ArrayList<>(versions.size());
        for (int i = 0; i < versions.size(); i++) {
            PlanVersion v = versions.get(i);
            boolean cameBack = v.absent() && i < versions.size() - 1;
            if (!cameBack) {
                boolean request = v.cancelRequestedAt() != null && !onlySwitch;
                boolean dated = request || v.autoRenewChangedAt() != null;
                Instant switchedOn = v.autoRenew() ? v.autoRenewChangedAt() : null;
                Cancellation told = onlySwitch && !v.absent() ? switchedOff(v, i == 0) : told(v, i == 0);
                words.add(new Word(v.exportedAt(), told, request && !v.autoRenew(), v.absent() || !dated, switchedOn));
            }
        }
        return CancellationHistory.of(words);
    }

    /** What one version says: a request, else a switched-off renewal, else nothing. */
    private static @Nullable Cancellation told(PlanVersion v, boolean first) {
        Instant seen = v.exportedAt();
        if (v.absent()) {
            return new Cancellation(seen, null, false, seen, false);
        }
        Instant changed = v.autoRenewChangedAt();
        Instant requested = v.cancelRequestedAt();
        if (requested != null) {
            Cancellation request = new Cancellation(requested, v.cancelChannel(), false, seen, first);
            return v.requestTakenBack() ? request.withdrawn(Objects.requireNonNull(changed), seen) : request;
        }
        return switchedOff(v, first);
    }

    /** Renewal that is off, since the day told or the export (B1). */
    private static @Nullable Cancellation switchedOff(PlanVersion v, boolean first) {
        Instant changed = v.autoRenewChangedAt();
        Instant since = changed == null ? v.exportedAt() : changed;
        return v.autoRenew()
                ? null
                : new Cancellation(since, CancelChannel.AZURE_PORTAL, true, v.exportedAt(), first)
                        .insteadOf(v.cancelRequestedAt());
    }
}
