package io.coverbook.reconcile;

import io.coverbook.billing.ChargeHold;
import io.coverbook.billing.DesiredCharge;
import io.coverbook.billing.TermCharge;
import io.coverbook.calendar.DaySet;
import io.coverbook.calendar.Span;
import io.coverbook.plan.Agreement;
import io.coverbook.plan.PlanId;
import io.coverbook.plan.Policies;
import io.coverbook.plan.Tier;
import io.coverbook.reconcile.Flag.ObjectType;
import io.coverbook.reconcile.Flag.Severity;
import io.coverbook.reconcile.Flag.Subject;
import io.coverbook.renewal.PlanEvent;
import io.coverbook.renewal.PlanLife;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides which flags a scope raises by the day of the run (RULES 7; DECISIONS G1 to G5). */
final class Flags {

    private static final List<Severity> ACTION_ELSE_INFO = List.of(Severity.ACTION, Severity.INFO);
    private static final List<Severity> BLOCKER = List.of(Severity.BLOCKER, Severity.BLOCKER);
    private static final Map<PlanEvent.Kind, Severity> EVENTS = Map.of(
            PlanEvent.Kind.PLAN_REACTIVATED, Severity.INFO,
            PlanEvent.Kind.OVERLAPPING_PAID_TERMS, Severity.INFO,
            PlanEvent.Kind.CANCEL_WRONG_CHANNEL, Severity.ACTION,
            PlanEvent.Kind.BACKDATED_CANCEL_REVIEW, Severity.ACTION,
            PlanEvent.Kind.IMPLICIT_UPGRADE, Severity.ACTION);

    private final List<Flag> raised = new ArrayList<>();
    private final ScopeRule.Facts facts;
    private final Policies policies;
    private final LocalDate asOf;

    Flags(ScopeRule.Facts facts, Policies policies, LocalDate asOf) {
        this.facts = facts;
        this.policies = policies;
        this.asOf = asOf;
    }

    List<Flag> decide(List<PlanLife> lives, List<DesiredCharge> charges, @Nullable AgreementVerdict verdict) {
        Map<PlanId, List<PlanLife>> byPlan = new LinkedHashMap<>();
        lives.forEach(life -> byPlan.computeIfAbsent(life.plan().id(), id -> new ArrayList<>(1))
                .add(life));
        byPlan.forEach((id, periods) -> {
            ofEvents(id, periods);
            ofPlan(id, periods);
            List<DesiredCharge> own = charges.stream()
                    .filter(charge -> charge.planId().equals(id))
                    .toList();
            ofWaiting(own);
            ofCharges(own);
        });
        Agreement ea = facts.scope().agreement();
        if (ea != null && verdict != null) {
            ofAgreement(ea, verdict);
            state(
                    new Subject(FlagCode.EA_LEVEL_MISMATCH, ObjectType.EA, ea.id()),
                    LevelMismatch.days(ea, lives),
                    DaySet.ALL,
                    ACTION_ELSE_INFO);
        }
        return raised;
    }

    private void ofAgreement(Agreement ea, AgreementVerdict verdict) {
        state(
                new Subject(FlagCode.EA_MISSING_PLAN, ObjectType.EA, ea.id()),
                verdict.missing(),
                verdict.missingIsAction(),
                ACTION_ELSE_INFO);
        state(
                new Subject(FlagCode.EA_EXPIRED_WITH_SUBSCRIPTIONS, ObjectType.EA, ea.id()),
                verdict.expired(),
                DaySet.ALL,
                ACTION_ELSE_INFO);
        state(
                new Subject(FlagCode.EA_PLAN_PENDING, ObjectType.EA, ea.id()),
                verdict.ordered(),
                DaySet.NONE,
                ACTION_ELSE_INFO);
        state(
                new Subject(FlagCode.PENDING_ORDER_STALE, ObjectType.EA, ea.id()),
                verdict.stale(),
                DaySet.ALL,
                ACTION_ELSE_INFO);
        state(
                new Subject(FlagCode.EA_LEVEL_NOT_EXPORTED, ObjectType.EA, ea.id()),
                verdict.unknown().and(known(ea)),
                DaySet.NONE,
                ACTION_ELSE_INFO);
        Subject request = new Subject(FlagCode.TEMP_REQUEST_INVALID, ObjectType.EA, ea.id());
        verdict.invalidRequestsOn().stream()
                .filter(day -> !day.isAfter(asOf))
                .max(Comparator.naturalOrder())
                .ifPresent(newest -> raised.add(Flag.ofEvent(request, Severity.ACTION, newest)));
    }

    /** From the day of the first export that shows the agreement. */
    private DaySet known(Agreement ea) {
        Instant seen = ea.firstSeenAt();
        return seen == null ? DaySet.NONE : DaySet.of(List.of(new Span(policies.dayOf(seen), Span.NEVER)));
    }

    /** What happened twice is one flag, of the last time (G1). */
    private void ofEvents(PlanId id, List<PlanLife> periods) {
        Map<PlanEvent.Kind, LocalDate> latest = new EnumMap<>(PlanEvent.Kind.class);
        for (PlanLife period : periods) {
            for (PlanEvent event : period.events()) {
                if (!event.on().isAfter(asOf)) {
                    latest.merge(event.kind(), event.on(), (a, b) -> a.isBefore(b) ? b : a);
                }
            }
        }
        latest.forEach((kind, on) -> {
            Subject about = new Subject(FlagCode.valueOf(kind.name()), ObjectType.PLAN, id.value());
            raised.add(Flag.ofEvent(about, severity(kind), on));
        });
    }

    /** The states of a plan, whichever of its coverage periods is in them (B9). */
    private void ofPlan(PlanId id, List<PlanLife> periods) {
        Map<FlagCode, DaySet> days = new EnumMap<>(FlagCode.class);
        for (PlanLife period : periods) {
            if (period.hasTerm(0)) {
                DaySet paid = DaySet.of(List.of(period.paid()));
                states(period, paid).forEach((code, own) -> days.merge(code, own, DaySet::or));
            }
        }
        days.forEach((code, all) -> {
            boolean action = code == FlagCode.PLAN_WITHOUT_SUBSCRIPTIONS || code == FlagCode.PAST_DUE;
            state(new Subject(code, ObjectType.PLAN, id.value()), all, DaySet.ALL, action ? ACTION_ELSE_INFO : BLOCKER);
        });
    }

    private Map<FlagCode, DaySet> states(PlanLife life, DaySet paid) {
        Map<FlagCode, DaySet> days = new EnumMap<>(FlagCode.class);
        FlagCode unknown =
                life.plan().scope().isAgreement() ? FlagCode.PLAN_LINK_UNKNOWN_EA : FlagCode.PLAN_SCOPE_UNKNOWN;
        days.put(unknown, orphaned(life).and(paid));
        if (life.hold() != null && !life.hold().name().equals(unknown.name())) {
            days.put(FlagCode.valueOf(life.hold().name()), undecided(life, paid));
        } else if (life.hold() == null && life.plan().tier() != Tier.UNIFIED) {
            days.put(
                    FlagCode.PLAN_WITHOUT_SUBSCRIPTIONS,
                    paid.minus(facts.population().present()));
        }
        List<Span> grace = new ArrayList<>();
        life.pastDue().forEach(unpaid -> unpaid.grace().ifPresent(grace::add));
        days.put(FlagCode.PAST_DUE, DaySet.of(grace).and(paid));
        return days;
    }

    /** A hold that somebody dismissed waits for nobody any more. */
    private DaySet undecided(PlanLife life, DaySet paid) {
        Instant dismissed = life.dismissedAt();
        return dismissed == null
                ? paid
                : paid.minus(DaySet.of(List.of(new Span(policies.dayOf(dismissed), Span.NEVER))));
    }

    /** The days on which exports showed the plan but not its account or agreement (P47, G4). */
    private DaySet orphaned(PlanLife life) {
        LocalDate from = policies.dayOf(life.plan().firstSeenAt());
        Agreement ea = facts.scope().agreement();
        boolean known = ea == null ? facts.scope().account().known() : ea.known();
        Instant seen = ea == null ? facts.scope().account().firstSeenAt() : ea.firstSeenAt();
        LocalDate until = !known ? Span.NEVER : seen == null ? from : policies.dayOf(seen);
        return from.isBefore(until) ? DaySet.of(List.of(new Span(from, until))) : DaySet.NONE;
    }

    /** A renewal that met a disabled account, until the account is active again (C5, G4). */
    private void ofWaiting(List<DesiredCharge> charges) {
        List<Span> waiting = new ArrayList<>();
        for (DesiredCharge charge : charges) {
            boolean heldBefore =
                    charge.hold() != null && charge.hold().compareTo(ChargeHold.ACCOUNT_DISABLED_AT_RENEWAL) < 0;
            if (!heldBefore) {
                TermCharge.waiting(facts.scope().account(), charge.term()).ifPresent(waiting::add);
            }
        }
        if (!waiting.isEmpty()) {
            state(subject(ChargeHold.ACCOUNT_DISABLED_AT_RENEWAL, charges), DaySet.of(waiting), DaySet.ALL, BLOCKER);
        }
    }

    /** A held charge, from the day of the first that is held now (G4). Holds of the plan are raised with the plan. */
    private void ofCharges(List<DesiredCharge> charges) {
        Set<ChargeHold> told = EnumSet.of(ChargeHold.ACCOUNT_DISABLED_AT_RENEWAL);
        for (DesiredCharge charge : charges) {
            ChargeHold hold = charge.hold();
            if (hold != null && !hold.ofPlan() && told.add(hold)) {
                DaySet held = DaySet.of(List.of(new Span(charge.term().from(), Span.NEVER)));
                state(subject(hold, charges), held, DaySet.ALL, BLOCKER);
            }
        }
    }

    private static Subject subject(ChargeHold hold, List<DesiredCharge> charges) {
        return new Subject(
                FlagCode.valueOf(hold.name()),
                ObjectType.PLAN,
                charges.get(0).planId().value());
    }

    private void state(Subject about, DaySet days, DaySet severe, List<Severity> severeElse) {
        Flag flag = Flag.ofState(about, days, severe, severeElse, asOf);
        if (flag != null) {
            raised.add(flag);
        }
    }

    private static Severity severity(PlanEvent.Kind kind) {
        return EVENTS.getOrDefault(kind, Severity.INFO);
    }
}
