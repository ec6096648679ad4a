package io.coverbook.renewal;

import io.coverbook.calendar.Span;
import io.coverbook.calendar.Term;
import io.coverbook.plan.PlanId;
import io.coverbook.plan.Ruling;
import io.coverbook.plan.SupportPlan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the facts make of a plan: which terms it has, whether it is in force, when and why it ends. It depends on the day
 * of the run only in what is not paid: nobody can say before a renewal whether it will fail (X6: event time decides).
 *
 * @param hold why its validity is in doubt, empty for a plan in force
 * @param mergedInto the plan that it only reactivated (X8)
 * @param renewal on which days it renews by itself (B3)
 * @param contractEnd the last day of a seller's contract as it counts, even where the plan renews past it (B5, P23)
 * @param ending the first term that does not begin, empty for a plan that goes on and for a merged one
 * @param endings everything that can end it, of which {@code ending} comes first
 * @param pastDue the terms that could not be paid at once (X19)
 * @param takenBack days on which it stood to end by a wish or a higher plan, until that was taken back (B1, X8)
 * @param closed days on which its account is closed or its agreement over, also where no term would begin (B15, G8)
 * @param cutOffs days inside the terms on which it does not cover all the same (A8, P28, P36, X19)
 */
public record PlanLife(
        SupportPlan plan,
        @Nullable PlanHold hold,
        @Nullable PlanId mergedInto,
        SelfRenewal renewal,
        @Nullable LocalDate contractEnd,
        @Nullable Ending ending,
        List<Ending> endings,
        List<PastDue> pastDue,
        List<Span> takenBack,
        List<Span> closed,
        List<Span> cutOffs,
        List<PlanEvent> events) {

    /**
     * Where the plan stops.
     *
     * @param term the number of the first term that does not begin
     * @param on its first day, or the day of the cancellation for a plan that never started (B11)
     * @param known the day from which the plan counts as ending; empty for a contract that simply runs out and for an
     *     agreement that is still pending (B15)
     */
    public record Ending(
            int term,
            LocalDate on,
            Outcome outcome,
            @Nullable LocalDate known) {}

    public boolean inForce() {
        return hold == null && mergedInto == null && !neverStarts();
    }

    /**
     * Whether anything that ends it is dated on or before the day, be it that a contract runs out first, or that it is
     * taken back after the day (B15).
     */
    public boolean endingKnownOn(LocalDate day) {
        return closedOn(day)
                || takenBack.stream().anyMatch(days -> days.contains(day))
                || endings.stream()
                        .anyMatch(end -> end.known() != null && !end.known().isAfter(day));
    }

    /** Whether its account is closed or its agreement over on the day (B15, G8). */
    public boolean closedOn(LocalDate day) {
        return closed.stream().anyMatch(days -> days.contains(day));
    }

    /** When a person dismissed its hold: nothing is charged then, and no term begins after that day (X11, L1). */
    public @Nullable Instant dismissedAt() {
        return hold == null ? null : plan.ruledAt(Ruling.Kind.DISMISS, hold.name());
    }

    public boolean neverStarts() {
        return ending != null && ending.term() == 0;
    }

    /** Whether term {@code k} begins (X6). */
    public boolean hasTerm(int k) {
        return k >= 0 && mergedInto == null && (ending == null || k < ending.term());
    }

    /** Whether the plan waits for its payment on the day, and covers meanwhile (D4). */
    public boolean pastDueOn(LocalDate day) {
        return pastDue.stream().anyMatch(unpaid -> has(unpaid.grace(), day));
    }

    /** Whether the plan gives no support on the day because nobody paid in time (X19). */
    public boolean suspendedOn(LocalDate day) {
        return paidOn(day) && pastDue.stream().anyMatch(unpaid -> has(unpaid.suspension(), day));
    }

    private static boolean has(Optional<Span> days, LocalDate day) {
        return days.isPresent() && days.get().contains(day);
    }

    /** The number of terms that have begun by the end of the day. */
    public int termsBegunBy(LocalDate day) {
        if (mergedInto != null || day.isBefore(plan.start())) {
            return 0;
        }
        int begun = plan.terms().containing(day) + 1;
        return ending == null ? begun : Math.min(begun, ending.term());
    }

    /** Its {@code k}-th term, with its number: that of a later coverage period is higher (B9). */
    public Term term(int k) {
        Term own = plan.terms().number(k);
        return new Term(plan.firstTerm() + k, own.from(), own.until());
    }

    /** The days its terms span, whether or not it covers on them. Only for plans that have a term. */
    public Span paid() {
        return new Span(plan.start(), ending == null ? Span.NEVER : plan.terms().from(ending.term()));
    }

    /** Whether a term contains the day. */
    public boolean paidOn(LocalDate day) {
        return hasTerm(0) && paid().contains(day);
    }

    /** Whether the plan gives support on the day (X16.3). */
    public boolean covers(LocalDate day) {
        return inForce() && paid().contains(day) && cutOffs.stream().noneMatch(cut -> cut.contains(day));
    }
}
