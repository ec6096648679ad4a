package io.coverbook.answer;

import io.coverbook.answer.KnownCover.Decided;
import io.coverbook.answer.KnownCover.Other;
import io.coverbook.plan.Agreement;
import io.coverbook.plan.Policies;
import io.coverbook.renewal.PlanLife;
import io.coverbook.renewal.PlanStatus;
import io.coverbook.store.KnownStore.Evidence;
import io.coverbook.store.KnownStore.Known;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An account or agreement on a day, with its plans.
 *
 * @param account the billing account
 * @param scope that whose plan is shared: the agreement, or the account itself
 */
record Place(Decided account, Decided scope, LocalDate day, LocalDate asOf, Policies policies) {

    static Place of(Decided account, Decided scope, LocalDate day, Known known) {
        return new Place(account, scope, day, known.asOf(), known.policies());
    }

    /** The same day from another agreement of the customer. */
    Place at(Other other) {
        Decided there = new Decided(other.told(), other.lives(), scope.elsewhere(), scope.cover(), List.of());
        return new Place(account, there, day, asOf, policies);
    }

    @Nullable Agreement agreement() {
        return scope.facts().agreement();
    }

    /** The account or agreement in words. */
    String name() {
        return name(scope);
    }

    static String name(Decided scope) {
        return (scope.facts().scope().isAgreement() ? "agreement " : "account ")
                + scope.facts().scope().id();
    }

    /** What a line told that holds on the day: the last such line by then, else the first one after (A3). */
    <V> @Nullable Evidence<V> evidence(List<Evidence<V>> told, Predicate<V> holds, Function<V, LocalDate> exportedOn) {
        Evidence<V> found = null;
        for (Evidence<V> each : told) {
            boolean late = exportedOn.apply(each.told()).isAfter(day);
            if (holds.test(each.told()) && (found == null || !late)) {
                found = each;
            }
        }
        return found;
    }

    /** The plan with a term on the day, whatever hinders it from covering; the best first, as cover is decided. */
    @Nullable PlanLife plan() {
        return plans().stream().findFirst().orElse(null);
    }

    /** The plans of the scope that matter on the day: what covers, what has a term, what came before, what comes after. */
    List<PlanLife> plans() {
        List<PlanLife> lives = new ArrayList<>(scope.lives());
        lives.sort(Comparator.comparing((PlanLife life) -> rank(life))
                .thenComparing(life -> life.plan().tier(), Comparator.reverseOrder())
                .thenComparing(life -> life.plan().start(), Comparator.reverseOrder())
                .thenComparing(life -> life.plan().id()));
        List<PlanLife> shown = new ArrayList<>();
        for (PlanLife life : lives) {
            // Of the coverage periods of one plan the one of the day speaks (B9).
            if (shown.stream()
                    .noneMatch(each -> each.plan().id().equals(life.plan().id()))) {
                shown.add(life);
            }
        }
        return shown.subList(0, Math.min(shown.size(), 4));
    }

    private int rank(PlanLife life) {
        if (life.covers(day)) {
            return 0;
        }
        return life.paidOn(day) ? 1 : life.plan().start().isAfter(day) ? 3 : 2;
    }

    PlanStatus status(PlanLife life) {
        return PlanStatus.on(life, day);
    }
}
