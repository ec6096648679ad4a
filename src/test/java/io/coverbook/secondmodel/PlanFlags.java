package io.coverbook.secondmodel;

import io.coverbook.secondmodel.Findings.Key;
import io.coverbook.secondmodel.ModelCourse.Ending;
import io.coverbook.secondmodel.ModelCourse.Term;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Flags on plans (G3, G4, G5). */
final class PlanFlags {

    private final ModelWorld world;
    private final Findings findings;

    PlanFlags(ModelWorld world, Findings findings) {
        this.world = world;
        this.findings = findings;
    }

    private static Key key(String code, ModelPlan plan) {
        return new Key(code, "PLAN", plan.id);
    }

    void find(ModelCharges charges) {
        for (ModelPlan plan : world.plans) {
            holds(plan);
            events(plan);
            backdated(plan, charges);
            disabled(plan, charges);
            unsettled(plan);
            findings.daily(
                    key("PLAN_WITHOUT_SUBSCRIPTIONS", plan),
                    world.firstDay,
                    day -> world.plans.stream()
                                    .filter(period -> period.id.equals(plan.id))
                                    .anyMatch(period -> deserted(period, day))
                            ? "ACTION"
                            : null);
        }
        for (Charge charge : charges.all()) {
            charged(charge, charges);
        }
    }

    /** X11, G4: a plan hold lasts from the start of the plan to its end; an unknown scope until it is known. */
    private void holds(ModelPlan plan) {
        ModelCourse course = world.course(plan);
        LocalDate end = course.ending() == null ? null : course.ending().on();
        if (plan.hold != null && !course.terms().isEmpty()) {
            boolean unknown = plan.hold.endsWith("_UNKNOWN") || plan.hold.endsWith("_UNKNOWN_EA");
            LocalDate seen = ModelFacts.day(plan.seen);
            LocalDate from = unknown && seen.isAfter(plan.start) ? seen : plan.start;
            findings.state(key(plan.hold, plan), "BLOCKER", from, end);
        }
        Scope scope = plan.home.scope();
        LocalDate known = known(plan);
        LocalDate seen = ModelFacts.day(plan.seen);
        if (known != null && !course.terms().isEmpty()) {
            LocalDate from = seen.isAfter(plan.start) ? seen : plan.start;
            LocalDate until = end != null && end.isBefore(known) ? end : known;
            findings.state(
                    key(scope.ea() ? "PLAN_LINK_UNKNOWN_EA" : "PLAN_SCOPE_UNKNOWN", plan), "BLOCKER", from, until);
        }
    }

    /** The day of the export that brought the plan's account or agreement; null while none did. */
    private static @Nullable LocalDate known(ModelPlan plan) {
        Told object = plan.home.scope().ea() ? plan.home.agreement() : plan.home.account();
        return object == null ? null : object.firstSeen();
    }

    private void events(ModelPlan plan) {
        plan.wrongChannel.forEach(day -> findings.event(key("CANCEL_WRONG_CHANNEL", plan), "ACTION", day));
        plan.cancellations.stream()
                .filter(c -> c.withdrawn != null && !revivedByPurchase(plan, c) && !asksForWhatHappened(plan, c))
                .forEach(c -> findings.event(key("PLAN_REACTIVATED", plan), "INFO", ModelFacts.day(c.withdrawn)));
        plan.revivals.forEach(day -> findings.event(key("PLAN_REACTIVATED", plan), "INFO", day));
        plan.everySuccession().forEach(s -> findings.event(key("IMPLICIT_UPGRADE", plan), "ACTION", s.by().start));
        if (plan.overlapping) {
            findings.event(key("OVERLAPPING_PAID_TERMS", plan), "INFO", plan.start);
        }
    }

    private boolean revivedByPurchase(ModelPlan plan, Cancellations.Cancellation cancellation) {
        return world.plans.stream()
                .anyMatch(other -> other.mergedInto == plan && other.bought.equals(cancellation.withdrawn));
    }

    /** X15, C7: money came back, or somebody must look whether it should. */
    private void backdated(ModelPlan plan, ModelCharges charges) {
        Ending ending = world.course(plan).ending();
        boolean credited = charges.all().stream()
                .anyMatch(charge -> charge.plan.equals(plan.id)
                        && charge.is("CREDITED")
                        && charge.reason.equals("BACKDATED_CANCELLATION"));
        plan.cancellations.stream()
                .flatMap(c -> c.withFormer().stream())
                .filter(c -> c.late && !asksForWhatHappened(plan, c))
                .forEach(c -> {
                    LocalDate seen = ModelFacts.day(c.seen);
                    if (c.review) {
                        findings.event(key("BACKDATED_CANCEL_REVIEW", plan), "ACTION", seen);
                    } else if (credited && ending != null) {
                        findings.event(key("BACKDATED_CANCEL_CREDITED", plan), "INFO", seen);
                    }
                });
        plan.everySuccession().stream().filter(ModelPlan.Succession::late).forEach(s -> {
            LocalDate seen = ModelFacts.day(s.by().seen);
            if (s.review()) {
                findings.event(key("BACKDATED_CANCEL_REVIEW", plan), "ACTION", seen);
            } else if (credited) {
                findings.event(key("BACKDATED_CANCEL_CREDITED", plan), "INFO", seen);
            }
        });
    }

    /** The plan had ended for good by the time this one asked for. */
    private static boolean asksForWhatHappened(ModelPlan plan, Cancellations.Cancellation cancellation) {
        return plan.cancellations.stream()
                .anyMatch(c -> c.stands()
                        && c.seen.isBefore(cancellation.seen)
                        && !c.instant().isAfter(cancellation.told));
    }

    /** E38: held from a renewal to the day on which the account is active again, told by event time. */
    private void disabled(ModelPlan plan, ModelCharges charges) {
        if (!plan.inForce() || plan.unified() || ModelCharges.standing(plan) != null) {
            return;
        }
        Map<LocalDate, LocalDate> held = new TreeMap<>();
        for (Term term : world.course(plan).terms()) {
            LocalDate released = ModelCharges.released(world, plan, term);
            boolean open = charges.all().stream()
                    .anyMatch(charge -> charge.plan.equals(plan.id)
                            && charge.term == term.number()
                            && charge.is("OPEN", "HELD", "INVOICED"));
            if (released != null && open) {
                held.put(term.from(), released);
            }
        }
        findings.daily(
                key("ACCOUNT_DISABLED_AT_RENEWAL", plan),
                plan.start,
                day -> held.entrySet().stream().anyMatch(e -> !day.isBefore(e.getKey()) && day.isBefore(e.getValue()))
                        ? "BLOCKER"
                        : null);
    }

    /** D4. */
    private void unsettled(ModelPlan plan) {
        for (Term term : world.course(plan).terms()) {
            if (term.dunning() != null) {
                LocalDate paid = term.dunning().paid();
                LocalDate suspended = term.dunning().suspended();
                LocalDate until = paid != null && paid.isBefore(suspended) ? paid : suspended;
                findings.state(key("PAST_DUE", plan), "ACTION", term.from(), until);
            }
        }
    }

    /** P38: a day of a term on which nothing is there to be supported. */
    private boolean deserted(ModelPlan plan, LocalDate day) {
        boolean paid = plan.inForce() && !plan.unified() && world.course(plan).contains(day);
        return paid
                && world.cover.subscriptions(plan.home.scope()).stream()
                        .noneMatch(s -> s.there(day) && s.scope(day).equals(plan.home.scope()));
    }

    private void charged(Charge charge, ModelCharges charges) {
        if (charge.late()) {
            LocalDate first = earliest(charges, charge.plan, Charge::late);
            findings.event(new Key("LATE_CHARGE", "PLAN", charge.plan), "INFO", first);
        }
        boolean money = List.of("NO_PRICE", "UNSUPPORTED_FREQUENCY", "INDIRECT_EA_WITHOUT_PARTNER", "SAFETY_BOUND")
                .contains(Objects.requireNonNullElse(charge.hold, ""));
        if (money) {
            LocalDate first = earliest(charges, charge.plan, other -> charge.hold.equals(other.hold));
            findings.state(new Key(charge.hold, "PLAN", charge.plan), "BLOCKER", first, null);
        }
    }

    private static LocalDate earliest(ModelCharges charges, String plan, java.util.function.Predicate<Charge> which) {
        return charges.all().stream()
                .filter(charge -> charge.plan.equals(plan) && which.test(charge))
                .map(charge -> charge.content.from())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
