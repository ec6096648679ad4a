package io.coverbook.reconcile;

import io.coverbook.billing.ChargeHold;
import io.coverbook.billing.DesiredCharge;
import io.coverbook.calendar.DaySet;
import io.coverbook.calendar.Span;
import io.coverbook.plan.Agreement;
import io.coverbook.plan.Tier;
import io.coverbook.reconcile.Flag.ObjectType;
import io.coverbook.reconcile.Flag.Severity;
import io.coverbook.reconcile.Flag.Subject;
import io.coverbook.renewal.PlanEvent;
import io.coverbook.renewal.PlanLife;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
    private final LocalDate asOf;

    private Flags(LocalDate asOf) {
        this.asOf = asOf;
    }

    static List<Flag> decide(
            ScopeRule.Facts facts,
            List<PlanLife> lives,
            List<DesiredCharge> charges,
            @Nullable AgreementVerdict verdict,
            LocalDate asOf) {
        Flags flags = new Flags(asOf);
        lives.forEach(life -> flags.ofPlan(life, facts));
        flags.ofCharges(charges);
        Agreement ea = facts.scope().agreement();
        if (ea != null && verdict != null && ea.known()) {
            flags.ofAgreement(ea, verdict);
        }
        return flags.raised;
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
        Subject request = new Subject(FlagCode.TEMP_REQUEST_INVALID, ObjectType.EA, ea.id());
        verdict.invalidRequestsOn().stream()
                .filter(day -> !day.isAfter(asOf))
                .max(Comparator.naturalOrder())
                .ifPresent(newest -> raised.add(Flag.ofEvent(request, Severity.ACTION, newest)));
    }

    private void ofPlan(PlanLife life, ScopeRule.Facts facts) {
        String id = life.plan().id().value();
        for (PlanEvent event : life.events()) {
            if (!event.on().isAfter(asOf)) {
                FlagCode code = FlagCode.valueOf(event.kind().name());
                raised.add(Flag.ofEvent(new Subject(code, ObjectType.PLAN, id), severity(event.kind()), event.on()));
            }
        }
        if (!life.hasTerm(0)) {
            return;
        }
        DaySet paid = DaySet.of(List.of(life.paid()));
        if (life.hold() != null) {
            state(new Subject(FlagCode.valueOf(life.hold().name()), ObjectType.PLAN, id), paid, DaySet.ALL, BLOCKER);
        } else if (life.plan().tier() != Tier.UNIFIED) {
            state(
                    new Subject(FlagCode.PLAN_WITHOUT_SUBSCRIPTIONS, ObjectType.PLAN, id),
                    paid.minus(facts.population().present()),
                    DaySet.ALL,
                    ACTION_ELSE_INFO);
        }
    }

    /** A held charge, from the day of the first that is held now (G4). Holds of the plan are raised with the plan. */
    private void ofCharges(List<DesiredCharge> charges) {
        for (DesiredCharge charge : charges) {
            ChargeHold hold = charge.hold();
            if (hold != null && !hold.ofPlan()) {
                Subject about = new Subject(
                        FlagCode.valueOf(hold.name()),
                        ObjectType.PLAN,
                        charge.planId().value());
                if (raised.stream()
                        .noneMatch(f -> f.code() == about.code() && f.objectId().equals(about.objectId()))) {
                    state(about, DaySet.of(List.of(new Span(charge.term().from(), Span.NEVER))), DaySet.ALL, BLOCKER);
                }
            }
        }
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
