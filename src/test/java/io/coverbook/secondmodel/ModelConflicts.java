package io.coverbook.secondmodel;

import io.coverbook.secondmodel.Cancellations.Cancellation;
import io.coverbook.secondmodel.ModelPlan.Succession;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which of the plans are in force: holds of their own (X11, C4), then the plans of a scope against each other (B7). */
final class ModelConflicts {

    private final ModelWorld world;
    private final int limit;

    private ModelConflicts(ModelWorld world) {
        this.world = world;
        this.limit = world.rules.number("cancellation.backdating-days", 31);
    }

    static void settle(ModelWorld world) {
        ModelConflicts conflicts = new ModelConflicts(world);
        Map<Scope, List<ModelPlan>> scopes = new LinkedHashMap<>();
        for (ModelPlan plan : world.plans) {
            plan.hold = conflicts.hold(plan);
            plan.cancellations.addAll(Cancellations.of(plan.sayings, plan.start, conflicts.limit));
            if (plan.hold == null) {
                scopes.computeIfAbsent(plan.home.scope(), scope -> new ArrayList<>())
                        .add(plan);
            }
        }
        scopes.values().forEach(plans -> conflicts.settle(ordered(plans)));
    }

    private @Nullable String hold(ModelPlan plan) {
        ModelPlan.Home home = plan.home;
        boolean ea = home.scope().ea();
        if (ea && home.agreement() == null) {
            return "PLAN_LINK_UNKNOWN_EA";
        }
        if (!ea && home.account() == null) {
            return "PLAN_SCOPE_UNKNOWN";
        }
        if (ea && plan.tier.equals("DEVELOPER")) {
            return "EA_DEVELOPER_NOT_ALLOWED";
        }
        String agreement = home.account() == null ? "" : home.account().agreement(plan.start);
        boolean refused = agreement.equals("MPA")
                || !ea && agreement.equals("EA")
                || !plan.sellerLike() && (ea || plan.unified());
        return refused ? "CHANNEL_NOT_ALLOWED" : null;
    }

    /** By start, and of the orders of one day that which breaks B6 least. */
    private static List<ModelPlan> ordered(List<ModelPlan> plans) {
        Map<LocalDate, List<ModelPlan>> days = new TreeMap<>();
        plans.forEach(plan ->
                days.computeIfAbsent(plan.start, day -> new ArrayList<>()).add(plan));
        List<ModelPlan> ordered = new ArrayList<>();
        days.values()
                .forEach(day -> ordered.addAll(orders(day).stream()
                        .min(Comparator.comparing(ModelConflicts::misplaced))
                        .orElseThrow()));
        return ordered;
    }

    private static List<List<ModelPlan>> orders(List<ModelPlan> plans) {
        if (plans.isEmpty()) {
            return List.of(List.of());
        }
        List<List<ModelPlan>> orders = new ArrayList<>();
        for (ModelPlan first : plans) {
            List<ModelPlan> others = new ArrayList<>(plans);
            others.remove(first);
            for (List<ModelPlan> rest : orders(others)) {
                List<ModelPlan> order = new ArrayList<>(List.of(first));
                order.addAll(rest);
                orders.add(order);
            }
        }
        return orders;
    }

    /** B6: pairs against "cancelled when the other was bought", then "the higher first", then "the smaller id first". */
    private static long misplaced(List<ModelPlan> order) {
        long misplaced = 0;
        for (int i = 0; i < order.size(); i++) {
            for (ModelPlan later : order.subList(i + 1, order.size())) {
                ModelPlan earlier = order.get(i);
                boolean first = earlier.cancelledAt(later.bought);
                boolean second = later.cancelledAt(earlier.bought);
                if (first != second) {
                    misplaced += second ? 1_000_000 : 0;
                } else if (earlier.rank() != later.rank()) {
                    misplaced += earlier.rank() < later.rank() ? 1_000 : 0;
                } else {
                    misplaced += earlier.id.compareTo(later.id) > 0 ? 1 : 0;
                }
            }
        }
        return misplaced;
    }

    private void settle(List<ModelPlan> ordered) {
        for (ModelPlan plan : ordered) {
            if (ModelCourse.of(world, plan, plan.start).terms().isEmpty()) {
                continue;
            }
            List<ModelPlan> running = ordered.subList(0, ordered.indexOf(plan)).stream()
                    .filter(other -> !other.id.equals(plan.id) && other.inForce())
                    .filter(other -> ModelCourse.of(world, other, plan.start).contains(plan.start))
                    .toList();
            judge(plan, running);
        }
    }

    /** B7, the first that applies. */
    private void judge(ModelPlan plan, List<ModelPlan> running) {
        boolean ea = plan.home.scope().ea();
        boolean standard = running.stream().anyMatch(other -> other.tier.equals("STANDARD"));
        if (ea
                && standard
                && plan.tier.equals("PROFESSIONAL_DIRECT")
                && world.rules.upgradeDenied(world.country(plan.home, plan.start))) {
            plan.hold = "UPGRADE_NOT_AVAILABLE_IN_REGION";
            return;
        }
        List<ModelPlan> renewing = running.stream()
                .filter(other -> !other.cancelledAt(plan.bought))
                .toList();
        List<ModelPlan> cancelled =
                running.stream().filter(other -> other.cancelledAt(plan.bought)).toList();
        for (ModelPlan other : renewing) {
            if (other.rank() >= plan.rank()) {
                boolean same = other.rank() == plan.rank();
                plan.hold = ea
                        ? "EA_MULTIPLE_PLANS"
                        : same ? "DUPLICATE_PLAN_ON_ACCOUNT" : "LOWER_PLAN_WHILE_HIGHER_RENEWS";
                return;
            }
        }
        cancelled.stream()
                .filter(other -> other.rank() == plan.rank())
                .findFirst()
                .ifPresent(kept -> merge(plan, kept));
        renewing.forEach(other -> succeed(other, plan));
        plan.overlapping = cancelled.stream().anyMatch(other -> other.rank() > plan.rank());
    }

    /** X8: what was bought again goes on as the plan that was still paid for. */
    private void merge(ModelPlan plan, ModelPlan kept) {
        plan.mergedInto = kept;
        if (kept.cancellations.stream().anyMatch(c -> c.standsAt(plan.bought))) {
            // The row that was cancelled may go: its plan goes on as the other one.
            kept.cancellations.removeIf(
                    c -> c.told.equals(kept.missingSince) && c.seen.equals(c.told) && c.told.isAfter(plan.bought));
        }
        for (Cancellation cancellation : kept.cancellations) {
            if (cancellation.standsAt(plan.bought)) {
                cancellation.withdrawn = plan.bought;
            }
        }
        List<Succession> undone = kept.successions.stream()
                .filter(succession -> !succession.by().bought.isAfter(plan.bought))
                .toList();
        kept.successions.removeAll(undone);
        undone.forEach(each -> kept.undone.add(new ModelPlan.Undone(each, ModelFacts.day(plan.bought))));
        kept.cancellations.addAll(Cancellations.of(plan.sayings, kept.start, limit));
        plan.cancellations.clear();
        kept.revivals.add(plan.start);
    }

    /** X9, C7: as if cancelled when the higher plan was bought, with the limit for what came late. */
    private void succeed(ModelPlan old, ModelPlan plan) {
        LocalDate bought = ModelFacts.day(plan.bought);
        boolean late = old.seen.isBefore(plan.seen) && bought.isBefore(ModelFacts.day(plan.seen));
        boolean review = late && bought.plusDays(limit).isBefore(ModelFacts.day(plan.seen));
        Instant instant = review ? plan.seen : plan.bought;
        old.successions.add(new Succession(plan, instant, late, review));
    }
}
