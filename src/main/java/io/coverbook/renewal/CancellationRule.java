package io.coverbook.renewal;

import io.coverbook.plan.CancelChannel;
import io.coverbook.plan.Cancellation;
import io.coverbook.plan.Policies;
import io.coverbook.plan.SupportPlan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
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

    /** The instant that ends the plan, empty when nothing does, and what happened on the way. */
    public record Decision(@Nullable Instant effective, List<PlanEvent> events) {}

    private CancellationRule() {}

    public static Decision decide(SupportPlan plan, boolean renewsByItself, Policies policies) {
        List<PlanEvent> events = new ArrayList<>();
        for (Cancellation c : plan.cancellations()) {
            if (c.autoRenewOff() && !renewsByItself) {
                continue;
            }
            LocalDate day = policies.dayOf(c.at());
            if (!accepted(plan, renewsByItself, c)) {
                events.add(new PlanEvent(PlanEvent.Kind.CANCEL_WRONG_CHANNEL, day));
                continue;
            }
            Instant counts = backdated(c, policies, events);
            Instant on = c.withdrawnAt();
            if (on != null && on.isBefore(policies.beginningOf(nextTerm(plan, policies.dayOf(counts))))) {
                events.add(new PlanEvent(PlanEvent.Kind.PLAN_REACTIVATED, policies.dayOf(on)));
                continue;
            }
            return new Decision(counts, events);
        }
        return new Decision(null, events);
    }

    /** The first day of the term that a cancellation of that day prevents. */
    static LocalDate nextTerm(SupportPlan plan, LocalDate cancelledOn) {
        return plan.terms().from(plan.terms().firstFrom(cancelledOn.plusDays(1)));
    }

    /** Older than the limit, it counts only from the day it was seen, and a person decides about money (X15). */
    private static Instant backdated(Cancellation c, Policies policies, List<PlanEvent> events) {
        LocalDate seen = policies.dayOf(c.seenAt());
        long age = ChronoUnit.DAYS.between(policies.dayOf(c.at()), seen);
        if (c.fromTheStart() || age <= policies.cancellationBackdatingDays()) {
            return c.at();
        }
        events.add(new PlanEvent(PlanEvent.Kind.BACKDATED_CANCEL_REVIEW, seen));
        return c.seenAt();
    }

    private static boolean accepted(SupportPlan plan, boolean renewsByItself, Cancellation c) {
        CancelChannel via = c.via();
        if (via == null) {
            return true;
        }
        return (renewsByItself && ONLINE.contains(via)) || (!plan.channel().online() && SELLER.contains(via));
    }
}
