package io.coverbook.reconcile;

import io.coverbook.calendar.DaySet;
import io.coverbook.plan.Agreement;
import io.coverbook.plan.AgreementStatus;
import io.coverbook.renewal.PlanLife;
import java.time.LocalDate;
import java.util.List;

/**
 * Decides whether the coverage that an agreement's row states lies outside the agreement's term, as exports do show it
 * (FORMATS O21). In the extended term plans are bought rightly.
 */
final class CoverageTerm {

    private CoverageTerm() {}

    /** Every day or none. */
    static DaySet outside(Agreement ea, List<PlanLife> lives) {
        return lives.stream().anyMatch(life -> life.plan().onAgreementRow() && outside(ea, life))
                ? DaySet.ALL
                : DaySet.NONE;
    }

    private static boolean outside(Agreement ea, PlanLife life) {
        LocalDate start = life.plan().start();
        LocalDate end = life.contractEnd();
        boolean late = start.isAfter(ea.endDate()) && ea.status().on(start) != AgreementStatus.EXTENDED;
        return late || (end != null && end.isBefore(ea.startDate()));
    }
}
