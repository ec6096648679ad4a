package io.coverbook.reconcile;

import io.coverbook.calendar.DaySet;
import io.coverbook.calendar.Span;
import io.coverbook.plan.Agreement;
import io.coverbook.plan.Tier;
import io.coverbook.renewal.PlanLife;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Decides when an agreement's row states another level than the best plan linked to it (DECISIONS B10). */
final class LevelMismatch {

    private LevelMismatch() {}

    static DaySet days(Agreement ea, List<PlanLife> lives) {
        SortedSet<LocalDate> days = new TreeSet<>(ea.level().changes());
        days.add(Span.EVER);
        for (PlanLife life : lives) {
            if (life.inForce()) {
                days.add(life.paid().from());
                days.add(life.paid().until());
                life.cutOffs().forEach(cut -> days.addAll(List.of(cut.from(), cut.until())));
            }
        }
        days.remove(Span.NEVER);
        List<Span> differing = new ArrayList<>();
        for (LocalDate day : days) {
            Tier stated = ea.level().on(day).tier();
            PlanLife best = best(lives, day);
            boolean differs = stated != null
                    && best != null
                    && !best.plan().onAgreementRow()
                    && best.plan().tier() != stated;
            if (differs) {
                LocalDate next =
                        days.tailSet(day.plusDays(1)).stream().findFirst().orElse(Span.NEVER);
                differing.add(new Span(day, next));
            }
        }
        return DaySet.of(differing);
    }

    private static @Nullable PlanLife best(List<PlanLife> lives, LocalDate day) {
        PlanLife best = null;
        for (PlanLife life : lives) {
            boolean better =
                    best == null || life.plan().tier().higherThan(best.plan().tier());
            best = life.covers(day) && better ? life : best;
        }
        return best;
    }
}
