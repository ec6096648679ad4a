package io.coverbook.secondmodel;

import io.coverbook.secondmodel.Cancellations.Cancellation;
import io.coverbook.secondmodel.ModelCourse.Ending;
import io.coverbook.secondmodel.ModelCourse.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Plans, terms and endings as of a day (B11 to B16). */
final class ModelStandings {

    private final ModelWorld world;

    ModelStandings(ModelWorld world) {
        this.world = world;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private Map<String, List<ModelPlan>> byId() {
        return world.plans.stream()
                .sorted(Comparator.comparing(plan -> plan.start))
                .collect(Collectors.groupingBy(plan -> plan.id, LinkedHashMap::new, Collectors.toList()));
    }

    /** B9: of several periods the latest of which a term has begun, else the first. */
    private ModelPlan current(List<ModelPlan> periods) {
        return periods.stream()
                .filter(period -> !period.start.isAfter(world.day)
                        && !world.course(period).terms().isEmpty())
                .reduce((a, b) -> b)
                .orElse(periods.get(0));
    }

    List<List<String>> plans() {
        List<List<String>> rows = new ArrayList<>();
        byId().forEach((id, periods) -> {
            ModelPlan plan = current(periods);
            rows.add(List.of(
                    id,
                    plan.home.scope().type(),
                    plan.home.scope().id(),
                    plan.tier,
                    plan.channel,
                    periods.get(0).start.toString(),
                    status(plan),
                    text(periods.stream()
                            .map(this::coveredThrough)
                            .filter(day -> day != null)
                            .max(Comparator.naturalOrder())
                            .orElse(null)),
                    text(plan.contractEnd),
                    plan.mergedInto == null ? "" : plan.mergedInto.id));
        });
        return rows;
    }

    private boolean ended(ModelPlan plan) {
        Ending ending = world.course(plan).ending();
        return ending != null && !ending.on().isAfter(world.day);
    }

    /** B15, the first that applies. */
    String status(ModelPlan plan) {
        if (plan.mergedInto != null) {
            return "MERGED";
        }
        if (ended(plan)) {
            return "ENDED";
        }
        if (plan.start.isAfter(world.day)) {
            return "SCHEDULED";
        }
        if (plan.hold != null) {
            return "HELD";
        }
        if (world.cover.suspended(plan, world.day)) {
            return "SUSPENDED";
        }
        if (pastDue(plan)) {
            return "PAST_DUE";
        }
        return ending(plan) ? "ENDING" : "ACTIVE";
    }

    private boolean pastDue(ModelPlan plan) {
        Term term = world.course(plan).term(world.day);
        return term != null && term.dunning() != null && term.dunning().paid() == null;
    }

    private boolean ending(ModelPlan plan) {
        LocalDate day = world.day;
        for (Cancellation cancellation : plan.cancellations) {
            boolean withdrawn = cancellation.withdrawn != null
                    && !ModelFacts.day(cancellation.withdrawn).isAfter(day);
            if (!cancellation.day().isAfter(day) && !withdrawn) {
                return true;
            }
        }
        // Bought over by the day and not yet bought again: what comes after the day is compared with it, too (A1).
        if (plan.undone.stream().anyMatch(u -> !u.succession().boughtOn().isAfter(day) && u.on().isAfter(day))) {
            return true;
        }
        ModelPlan.Home home = plan.home;
        return plan.successions.stream().anyMatch(s -> !s.boughtOn().isAfter(day))
                || home.account() != null && home.account().toldClosed(day)
                || home.agreement() != null && home.agreement().toldOver(day);
    }

    /** B16: the last covered day of the terms that have begun. */
    private @Nullable LocalDate coveredThrough(ModelPlan plan) {
        if (!plan.inForce()) {
            return null;
        }
        LocalDate begun = world.course(plan).terms().stream()
                .filter(term -> !term.from().isAfter(world.day))
                .map(Term::through)
                .reduce((a, b) -> b)
                .orElse(LocalDate.MIN);
        return world.cover.covered(plan).floor(begun);
    }

    List<List<String>> terms() {
        List<List<String>> rows = new ArrayList<>();
        for (ModelPlan plan : world.plans) {
            for (Term term : world.course(plan).terms()) {
                if (!term.from().isAfter(world.day)) {
                    rows.add(List.of(
                            plan.id,
                            "" + term.number(),
                            term.from().toString(),
                            term.through().toString(),
                            term.outcome()));
                }
            }
        }
        return rows;
    }

    List<List<String>> endings() {
        List<List<String>> rows = new ArrayList<>();
        byId().forEach((id, periods) -> {
            ModelPlan plan = current(periods);
            Ending ending = world.course(plan).ending();
            if (ending != null && ended(plan)) {
                rows.add(List.of(id, ending.on().toString(), ending.outcome()));
            }
        });
        return rows;
    }
}
