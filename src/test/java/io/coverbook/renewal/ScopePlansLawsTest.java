package io.coverbook.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.plan.Cancellation;
import io.coverbook.plan.SupportPlan;
import io.coverbook.testkit.AnyScope;
import io.coverbook.testkit.Facts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScopePlansLawsTest {

    private static final LocalDate LAST = LocalDate.of(2027, 12, 31);
    private static final int SCOPES_A_SEED = 20;

    /** A scope in the words of {@link Facts}, kept so that a failing law can show it. */
    private record Any(String scope, List<String> rows) {

        List<SupportPlan> plans() {
            return Facts.plans(scope, String.join(";", rows));
        }

        List<PlanLife> lives(List<SupportPlan> plans) {
            return ScopePlans.decide(Facts.of(scope, plans), Facts.POLICIES, Facts.LATER);
        }

        List<PlanLife> lives() {
            return lives(plans());
        }
    }

    private static List<Any> some(SplittableRandom random) {
        List<Any> all = new ArrayList<>();
        for (int i = 0; i < SCOPES_A_SEED; i++) {
            AnyScope any = new AnyScope(random, i % 2 == 1);
            all.add(new Any(any.scope(), any.plans()));
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("io.coverbook.testkit.Seeds#hundred")
    void the_order_of_the_rows_does_not_matter(SplittableRandom random) {
        for (Any any : some(random)) {
            List<SupportPlan> shuffled = any.plans().size() < 2 ? any.plans() : shuffled(any.plans(), random);
            assertEquals(any.lives(), any.lives(shuffled), () -> "X23 " + any);
        }
    }

    @ParameterizedTest
    @MethodSource("io.coverbook.testkit.Seeds#hundred")
    void every_plan_has_exactly_one_life(SplittableRandom random) {
        for (Any any : some(random)) {
            assertEquals(
                    any.plans().stream().map(SupportPlan::id).sorted().toList(),
                    any.lives().stream().map(life -> life.plan().id()).sorted().toList());
        }
    }

    /**
     * I12: of the plans in force on a day at most one goes on; the others are cancelled, superseded or at the end of
     * their contract. An upgrade seen late ends the old plan only when it was seen (C7), here at most fifty days on.
     */
    @ParameterizedTest
    @MethodSource("io.coverbook.testkit.Seeds#hundred")
    void at_most_one_plan_of_a_scope_renews_on_any_day(SplittableRandom random) {
        for (Any any : some(random)) {
            List<PlanLife> lives = any.lives();
            for (LocalDate day = LocalDate.of(2026, 1, 1); day.isBefore(LAST); day = day.plusDays(7)) {
                LocalDate on = day;
                List<PlanLife> renewing = lives.stream()
                        .filter(life -> life.inForce() && life.paidOn(on) && goesOn(life, on.plusDays(60)))
                        .toList();
                assertTrue(renewing.size() <= 1, () -> "I12 " + on + " " + any + " " + renewing);
            }
        }
    }

    private static boolean goesOn(PlanLife life, LocalDate until) {
        PlanLife.Ending ending = life.ending();
        return ending == null
                || (ending.on().isAfter(until)
                        && (ending.known() == null || ending.known().isAfter(until)));
    }

    /** I15, X6: no term begins on or after the end, and the term before the end does begin. */
    @ParameterizedTest
    @MethodSource("io.coverbook.testkit.Seeds#hundred")
    void no_term_begins_after_the_end(SplittableRandom random) {
        for (Any any : some(random)) {
            for (PlanLife life : any.lives()) {
                int begun = life.termsBegunBy(LAST);
                if (life.ending() != null) {
                    assertTrue(begun <= life.ending().term(), () -> "I15 " + any);
                    assertTrue(!life.hasTerm(life.ending().term()));
                }
                if (begun > 0 && life.ending() != null) {
                    LocalDate lastBegan = life.term(begun - 1).from();
                    assertTrue(lastBegan.isBefore(life.ending().on()), () -> "I15 " + any);
                }
                for (int k = 0; k < begun; k++) {
                    assertTrue(life.hasTerm(k) && life.paidOn(life.term(k).from()), () -> "no gap " + any);
                }
            }
        }
    }

    /** R66: whatever began before a cancellation stays, whole; nothing begins that would not have begun without it. */
    @ParameterizedTest
    @MethodSource("io.coverbook.testkit.Seeds#hundred")
    void a_cancellation_never_touches_a_term_that_began_before_it(SplittableRandom random) {
        for (int i = 0; i < SCOPES_A_SEED; i++) {
            AnyScope any = new AnyScope(random, i % 2 == 1);
            String scope = any.scope();
            SupportPlan plan = Facts.plans(scope, any.plan("PL-1", LocalDate.of(2026, 1, 1)))
                    .get(0)
                    .withCancellations(List.of());
            Instant at = Facts.instant(any.day() + "T12:00Z");
            SupportPlan cancelled = plan.withCancellations(List.of(new Cancellation(at, null, false, at, false)));
            PlanLife before = new Any(scope, List.of()).lives(List.of(plan)).get(0);
            PlanLife after = new Any(scope, List.of()).lives(List.of(cancelled)).get(0);
            LocalDate day = Facts.POLICIES.dayOf(at);
            assertEquals(before.termsBegunBy(day), after.termsBegunBy(day), () -> "R66 " + scope + " " + cancelled);
            int untilNext = Math.min(before.termsBegunBy(LAST), after.termsBegunBy(day));
            assertEquals(untilNext, after.termsBegunBy(LAST), () -> "X7 no further term: " + cancelled);
        }
    }

    /** X9, X10: what a purchase does to the other plans of the scope it does from its own day on. */
    @ParameterizedTest
    @MethodSource("io.coverbook.testkit.Seeds#hundred")
    void a_further_plan_never_changes_terms_that_began_before_its_purchase(SplittableRandom random) {
        for (Any any : some(random)) {
            AnyScope more = new AnyScope(random, any.scope().startsWith("EA"));
            List<SupportPlan> all = new ArrayList<>(any.plans());
            SupportPlan further = Facts.plans(any.scope(), more.plan("PL-9", LocalDate.of(2026, 1, 1)))
                    .get(0);
            all.add(further);
            LocalDate before = Facts.POLICIES.dayOf(further.purchasedAt()).minusDays(1);
            List<PlanLife> with = any.lives(all);
            for (PlanLife life : any.lives()) {
                PlanLife same = with.stream()
                        .filter(other -> other.plan().id().equals(life.plan().id()))
                        .findFirst()
                        .orElseThrow();
                assertEquals(life.termsBegunBy(before), same.termsBegunBy(before), () -> any + " and then " + further);
            }
        }
    }

    private static List<SupportPlan> shuffled(List<SupportPlan> plans, SplittableRandom random) {
        List<SupportPlan> left = new ArrayList<>(plans);
        List<SupportPlan> turned = new ArrayList<>();
        while (!left.isEmpty()) {
            turned.add(left.remove(random.nextInt(left.size())));
        }
        return turned;
    }
}
