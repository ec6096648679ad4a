package io.coverbook.renewal;

import io.coverbook.plan.AgreementType;
import io.coverbook.plan.Policies;
import io.coverbook.plan.Ruling;
import io.coverbook.plan.SupportPlan;
import io.coverbook.plan.Tier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides about all plans of one scope together, in the order in which they start: which are in force, held, merged or
 * superseded, and which terms each has (X6 to X11; DECISIONS B4 to B12).
 */
public final class ScopePlans {

    private final ScopeFacts facts;
    private final List<PlanDraft> drafts = new ArrayList<>();

    private ScopePlans(ScopeFacts facts) {
        this.facts = facts;
    }

    /**
     * The life of every plan of the scope, in order of start.
     *
     * @param asOf the day of the run, after which nobody knows yet whether a renewal is paid (E8)
     */
    public static List<PlanLife> decide(ScopeFacts facts, Policies policies, LocalDate asOf) {
        ScopePlans rule = new ScopePlans(facts);
        List<PlanDraft> drafts = facts.plans().stream()
                .map(plan -> new PlanDraft(plan, facts, policies, asOf))
                .toList();
        drafts.forEach(rule::holdByItself);
        inOrder(drafts).forEach(rule::admit);
        return rule.drafts.stream().map(PlanDraft::life).toList();
    }

    /** By start; on one day the one cancelled before the other was bought first, then the higher tier, then the id (B6). */
    private static List<PlanDraft> inOrder(List<PlanDraft> drafts) {
        List<PlanDraft> left = new ArrayList<>(drafts);
        left.sort(Comparator.comparing((PlanDraft d) -> d.plan().start())
                .thenComparing(d -> d.plan().tier(), Comparator.reverseOrder())
                .thenComparing(d -> d.plan().id()));
        List<PlanDraft> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            PlanDraft next = nobodyPrecedes(left);
            ordered.add(next);
            left.remove(next);
        }
        return ordered;
    }

    /** "Cancelled before" is no order by itself: the first in line waits for those that must precede it, and for no other. */
    private static PlanDraft nobodyPrecedes(List<PlanDraft> left) {
        PlanDraft next = left.get(0);
        Set<PlanDraft> waiting = new HashSet<>();
        while (waiting.add(next)) {
            PlanDraft waits = next;
            next = left.stream()
                    .filter(other -> !waiting.contains(other) && precedes(other, waits))
                    .findFirst()
                    .orElse(next);
        }
        return next;
    }

    /** A plan that is held whatever the others are has no say in their order. */
    private static boolean precedes(PlanDraft a, PlanDraft b) {
        return a.plan().start().isBefore(b.plan().start())
                || (a.plan().start().equals(b.plan().start())
                        && !a.held()
                        && !b.held()
                        && !renewing(a, b.plan())
                        && renewing(b, a.plan()));
    }

    private void holdByItself(PlanDraft p) {
        PlanHold dismissed = dismissed(p.plan());
        p.hold(dismissed == null ? unreleased(p.plan(), invalid(p.plan())) : dismissed);
    }

    private void admit(PlanDraft p) {
        if (p.held() || p.life().neverStarts()) {
            drafts.add(p);
            return;
        }
        List<PlanDraft> running = drafts.stream()
                .filter(q -> !q.plan().id().equals(p.plan().id()))
                .filter(q -> q.life().inForce() && q.life().paidOn(p.plan().start()))
                .toList();
        PlanHold hold = conflict(p.plan(), running);
        p.hold(hold);
        if (hold == null) {
            settle(p, running);
        }
        drafts.add(p);
    }

    /** A hold that a person dismissed stands for good, whatever the facts become (X11). */
    private static @Nullable PlanHold dismissed(SupportPlan plan) {
        return Arrays.stream(PlanHold.values())
                .filter(hold -> plan.ruled(Ruling.Kind.DISMISS, hold.name()))
                .findFirst()
                .orElse(null);
    }

    /** The hold, unless a person released the plan from it (X11). */
    private static @Nullable PlanHold unreleased(SupportPlan plan, @Nullable PlanHold hold) {
        return hold == null || plan.ruled(Ruling.Kind.RELEASE, hold.name()) ? null : hold;
    }

    /** Holds that the plan carries in itself (R55, R57, R73, B4, P47). */
    private @Nullable PlanHold invalid(SupportPlan plan) {
        if (facts.agreement() != null) {
            return !facts.agreement().known()
                    ? PlanHold.PLAN_LINK_UNKNOWN_EA
                    : plan.tier() == Tier.DEVELOPER
                            ? PlanHold.EA_DEVELOPER_NOT_ALLOWED
                            : plan.channel().online() ? PlanHold.CHANNEL_NOT_ALLOWED : null;
        }
        if (!facts.account().known()) {
            return PlanHold.PLAN_SCOPE_UNKNOWN;
        }
        AgreementType type = facts.account().agreementType().on(plan.start());
        boolean wrongAccount = type == AgreementType.MPA || type == AgreementType.EA;
        boolean unifiedOnline = plan.tier() == Tier.UNIFIED && plan.channel().online();
        return wrongAccount || unifiedOnline ? PlanHold.CHANNEL_NOT_ALLOWED : null;
    }

    /** Holds that come from a plan that runs already (B7.1, B7.2). */
    private @Nullable PlanHold conflict(SupportPlan p, List<PlanDraft> running) {
        boolean upgrade = facts.agreement() != null && p.tier() == Tier.PROFESSIONAL_DIRECT;
        if (upgrade
                && !facts.upgradeOffered()
                && !p.ruled(Ruling.Kind.RELEASE, PlanHold.UPGRADE_NOT_AVAILABLE_IN_REGION.name())
                && running.stream().anyMatch(q -> q.plan().tier() == Tier.STANDARD)) {
            return PlanHold.UPGRADE_NOT_AVAILABLE_IN_REGION;
        }
        for (PlanDraft q : running) {
            if (renewing(q, p) && !p.tier().higherThan(q.plan().tier())) {
                PlanHold hold = unreleased(p, second(p, q));
                if (hold != null) {
                    return hold;
                }
            }
        }
        return null;
    }

    private PlanHold second(SupportPlan p, PlanDraft q) {
        return facts.agreement() != null
                ? PlanHold.EA_MULTIPLE_PLANS
                : p.tier() == q.plan().tier()
                        ? PlanHold.DUPLICATE_PLAN_ON_ACCOUNT
                        : PlanHold.LOWER_PLAN_WHILE_HIGHER_RENEWS;
    }

    /** What an accepted plan does to those that run: reactivate, supersede, overlap (B7.3). */
    private void settle(PlanDraft p, List<PlanDraft> running) {
        LocalDate start = p.plan().start();
        for (PlanDraft q : running) {
            boolean renewing = renewing(q, p.plan());
            if (!renewing && q.plan().tier() == p.plan().tier()) {
                q.reactivate(p);
                p.mergeInto(q.plan().id());
            }
        }
        for (PlanDraft q : running) {
            boolean renewing = renewing(q, p.plan());
            if (renewing && p.plan().tier().higherThan(q.plan().tier())) {
                q.supersede(p.plan());
            } else if (!renewing && q.plan().tier().higherThan(p.plan().tier())) {
                p.event(new PlanEvent(PlanEvent.Kind.OVERLAPPING_PAID_TERMS, start));
            }
        }
    }

    /** Not cancelled, nor superseded, at or before the other's purchase. */
    private static boolean renewing(PlanDraft q, SupportPlan p) {
        Instant ends = q.endsAt();
        return ends == null || ends.isAfter(p.purchasedAt());
    }
}
