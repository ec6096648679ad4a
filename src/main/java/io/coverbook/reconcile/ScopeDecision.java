package io.coverbook.reconcile;

import io.coverbook.billing.DesiredCharge;
import io.coverbook.calendar.Span;
import io.coverbook.calendar.Term;
import io.coverbook.entitlement.CoverSpan;
import io.coverbook.plan.PlanId;
import io.coverbook.plan.Scope;
import io.coverbook.renewal.Outcome;
import io.coverbook.renewal.PlanLife;
import io.coverbook.renewal.PlanStatus;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that should be recorded about one scope on the day of the run: the desired state. */
public record ScopeDecision(
        Scope scope,
        List<PlanState> plans,
        List<TermState> terms,
        List<DesiredCharge> charges,
        List<CoverSpan> cover,
        List<VerdictSpan> verdicts,
        List<Flag> flags,
        List<Notice> notices) {

    /**
     * A row of the plans table.
     *
     * @param life the coverage period that speaks for the plan
     * @param start of its first one
     * @param ended how it came to its end, empty while it has not
     * @param cancelled days whose charges, once invoiced, are credited because of a cancellation or a higher plan (C9)
     * @param ends whether anything that ends it is dated by the day of the run
     */
    public record PlanState(
            PlanLife life,
            LocalDate start,
            PlanStatus status,
            @Nullable LocalDate coveredThrough,
            PlanLife.@Nullable Ending ended,
            List<Span> cancelled,
            boolean ends) {}

    /**
     * A row of the terms table.
     *
     * @param billed it has a charge unless it began before the first billed month: of a period of a plan on an agreement's
     *     row this is said of its own level, which need not be the plan's (B9, P41)
     */
    public record TermState(PlanId plan, Term term, Outcome outcome, boolean billed) {}
}
