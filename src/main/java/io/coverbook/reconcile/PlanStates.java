package io.coverbook.reconcile;

import io.coverbook.calendar.Span;
import io.coverbook.plan.PlanId;
import io.coverbook.reconcile.ScopeDecision.PlanState;
import io.coverbook.renewal.Outcome;
import io.coverbook.renewal.PlanLife;
import io.coverbook.renewal.PlanStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides the row of each plan on the day of the run: of several coverage periods, the latest begun speaks (B9, B15). */
final class PlanStates {

    private static final Set<Outcome> CANCELLED = EnumSet.of(Outcome.ENDED_CANCELLED, Outcome.ENDED_UPGRADED);

    private PlanStates() {}

    static List<PlanState> decide(List<PlanLife> lives, LocalDate asOf) {
        Map<PlanId, List<PlanLife>> byPlan = new LinkedHashMap<>();
        lives.forEach(life -> byPlan.computeIfAbsent(life.plan().id(), id -> new ArrayList<>(1))
                .add(life));
        return byPlan.values().stream().map(periods -> state(periods, asOf)).toList();
    }

    private static PlanState state(List<PlanLife> periods, LocalDate asOf) {
        PlanLife speaks = periods.get(0);
        LocalDate start = periods.get(0).plan().start();
        LocalDate covered = null;
        for (PlanLife period : periods) {
            LocalDate from = period.plan().start();
            start = from.isBefore(start) ? from : start;
            // One that is cancelled before it begins has nothing to say.
            boolean began = !from.isAfter(asOf) && (period.plan().firstTerm() == 0 || !period.neverStarts());
            if (began && !from.isBefore(speaks.plan().start())) {
                speaks = period;
            }
            covered = later(covered, PlanStatus.coveredThrough(period, asOf));
        }
        PlanLife.Ending ending = speaks.ending();
        PlanLife.Ending ended = ending == null || ending.on().isAfter(asOf) ? null : ending;
        boolean ends = speaks.endingKnownOn(asOf);
        return new PlanState(speaks, start, PlanStatus.on(speaks, asOf), covered, ended, cancelled(periods), ends);
    }

    /** From the end of each period that was cancelled or bought over, to the start of the next one. */
    private static List<Span> cancelled(List<PlanLife> periods) {
        List<Span> days = new ArrayList<>(1);
        for (PlanLife period : periods) {
            PlanLife.Ending ending = period.ending();
            if (ending != null && CANCELLED.contains(ending.outcome())) {
                LocalDate begun = period.plan().start();
                boolean first =
                        periods.stream().noneMatch(other -> other.plan().start().isBefore(begun));
                LocalDate from = first || ending.on().isAfter(begun) ? ending.on() : begun;
                LocalDate until = periods.stream()
                        .map(other -> other.plan().start())
                        .filter(begun::isBefore)
                        .min(Comparator.naturalOrder())
                        .orElse(Span.NEVER);
                if (from.isBefore(until)) {
                    days.add(new Span(from, until));
                }
            }
        }
        return days;
    }

    private static @Nullable LocalDate later(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null || (b != null && b.isAfter(a)) ? b : a;
    }
}
