package io.coverbook.renewal;

import io.coverbook.calendar.Span;
import io.coverbook.plan.CancelChannel;
import io.coverbook.plan.Cancellation;
import io.coverbook.plan.Policies;
import io.coverbook.plan.Ruling;
import io.coverbook.plan.SupportPlan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which cancellation of a plan counts, if any (X7, X8a, X15; DECISIONS B1 to B3, C7).
 *
 * <p>The FAQ: "Eftersom supportavtal faktureras månadsvis får du inte en proportionell återbetalning om du avslutar det
 * innan månaden är slut." (R66) The term that contains the cancellation is therefore the last, whole and paid.
 */
public final class CancellationRule {

    private static final Set<CancelChannel> ONLINE =
            EnumSet.of(CancelChannel.AZURE_PORTAL, CancelChannel.SUPPORT_REQUEST);
    private static final Set<CancelChannel> SELLER = EnumSet.of(CancelChannel.MS_REPRESENTATIVE, CancelChannel.PARTNER);

    /**
     * The instant that ends the plan, empty when nothing does, and what happened on the way.
     *
     * @param takenBack the days on which a wish stood until it was taken back (B15)
     */
    public record Decision(@Nullable Instant effective, List<PlanEvent> events, List<Span> takenBack) {}

    private CancellationRule() {}

    /** Of the wishes that stand, the one that counts first, however late another with an earlier date was told (C7). */
    public static Decision decide(SupportPlan plan, SelfRenewal renewal, Policies policies) {
        List<PlanEvent> events = new ArrayList<>();
        List<Span> takenBack = new ArrayList<>();
        for (Cancellation c : refused(plan, renewal, policies)) {
            events.add(new PlanEvent(PlanEvent.Kind.CANCEL_WRONG_CHANNEL, policies.dayOf(c.at())));
        }
        List<Cancellation> heard = new ArrayList<>(heard(plan, renewal, policies));
        heard.sort(Comparator.comparing(c -> counts(plan, c, policies)));
        Cancellation ends = null;
        Instant effective = null;
        for (Cancellation c : heard) {
            Instant counts = counts(plan, c, policies);
            // Too late to end the plan earlier, unless a person lets it (X15).
            if (effective == null || c.at().isBefore(effective)) {
                counts(plan, c, policies, events);
            }
            Instant on = c.withdrawnAt();
            if (on == null || !on.isBefore(policies.beginningOf(nextTerm(plan, policies.dayOf(counts))))) {
                ends = ends == null ? c : ends;
                effective = effective == null ? counts : effective;
            } else if (ends == null
                    || on.isBefore(Objects.requireNonNull(effective))
                    || Objects.requireNonNull(c.withdrawalSeenAt()).isBefore(ends.seenAt())) {
                // Taken back before anything ended the plan or was told to end it: that it happened stays told (G5).
                if (!replaced(c, heard)) {
                    events.add(new PlanEvent(PlanEvent.Kind.PLAN_REACTIVATED, policies.dayOf(on)));
                }
                days(policies.dayOf(counts), policies.dayOf(on)).ifPresent(takenBack::add);
            }
        }
        return new Decision(effective, events, takenBack);
    }

    /** The export that no longer has it tells of another wish instead: nobody wanted the plan to go on (B1). */
    private static boolean replaced(Cancellation c, List<Cancellation> heard) {
        Instant on = c.withdrawnAt();
        return on != null
                && on.equals(c.withdrawalSeenAt())
                && heard.stream()
                        .anyMatch(other -> !other.equals(c) && other.seenAt().equals(on));
    }

    /** From the day of the wish to the one on which it is taken back; empty when that is the same. */
    static Optional<Span> days(LocalDate wished, LocalDate takenBack) {
        return wished.isBefore(takenBack) ? Optional.of(new Span(wished, takenBack)) : Optional.empty();
    }

    /** The wishes that count: not those that came by a wrong way, nor one beside another that did count. */
    static List<Cancellation> heard(SupportPlan plan, SelfRenewal renewal, Policies policies) {
        List<Cancellation> heard = new ArrayList<>();
        Set<Instant> refused = new HashSet<>();
        refused(plan, renewal, policies).forEach(c -> refused.add(c.at()));
        for (Cancellation c : plan.cancellations()) {
            boolean renews = renewal.on(policies.dayOf(c.at()));
            boolean spokenFor = c.insteadOf() != null && !refused.contains(c.insteadOf());
            boolean idle = !c.accepted() && (spokenFor || (c.autoRenewOff() && !renews));
            if (!idle && accepted(plan, renews, c) && !corrected(plan, renewal, c, policies)) {
                heard.add(c.found());
            }
        }
        return heard;
    }

    /** The wishes that came by a wrong way (B3). */
    static List<Cancellation> refused(SupportPlan plan, SelfRenewal renewal, Policies policies) {
        return plan.cancellations().stream()
                .filter(c -> !accepted(plan, renewal.on(policies.dayOf(c.at())), c))
                .toList();
    }

    /** A later export gave it an earlier day, not too late for that to count (X15); of two such exports either will do. */
    static boolean corrected(SupportPlan plan, SelfRenewal renewal, Cancellation c, Policies policies) {
        return plan.cancellations().stream()
                .filter(by -> by.at().equals(c.correctedTo()) && c.seenAt().isBefore(by.seenAt()))
                .anyMatch(by -> corrected(plan, renewal, by, policies)
                        || (accepted(plan, renewal.on(policies.dayOf(by.at())), by)
                                && counts(plan, by, policies).equals(by.at())));
    }

    /** The first day of the term that a cancellation of that day prevents. */
    static LocalDate nextTerm(SupportPlan plan, LocalDate cancelledOn) {
        return plan.terms().from(plan.terms().firstFrom(cancelledOn.plusDays(1)));
    }

    /** The instant from which a wish counts, whatever becomes of it. */
    static Instant counts(SupportPlan plan, Cancellation c, Policies policies) {
        return counts(plan, c, policies, new ArrayList<>());
    }

    private static Instant counts(SupportPlan plan, Cancellation c, Policies policies, List<PlanEvent> events) {
        return c.fromTheStart() ? c.at() : backdated(plan, c.at(), c.seenAt(), policies, events);
    }

    /**
     * Seen later than it was asked for: within the limit what was charged meanwhile is credited; older, it counts only
     * from the day it was seen, unless a person approved that it is credited all the same (X15).
     */
    static Instant backdated(SupportPlan plan, Instant at, Instant seenAt, Policies policies, List<PlanEvent> events) {
        LocalDate seen = policies.dayOf(seenAt);
        long age = ChronoUnit.DAYS.between(policies.dayOf(at), seen);
        boolean approved = plan.ruled(Ruling.Kind.APPROVE_CREDIT, PlanEvent.Kind.BACKDATED_CANCEL_REVIEW.name());
        if (age > policies.cancellationBackdatingDays() && !approved) {
            events.add(new PlanEvent(PlanEvent.Kind.BACKDATED_CANCEL_REVIEW, seen));
            return seenAt;
        }
        if (age > 0) {
            events.add(new PlanEvent(PlanEvent.Kind.BACKDATED_CANCEL_CREDITED, seen));
        }
        return at;
    }

    private static boolean accepted(SupportPlan plan, boolean renews, Cancellation c) {
        CancelChannel via = c.via();
        if (via == null || c.autoRenewOff() || c.accepted()) {
            return true;
        }
        return (renews && ONLINE.contains(via)) || (!plan.channel().online() && SELLER.contains(via));
    }
}
