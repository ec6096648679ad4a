package io.coverbook.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.billing.DesiredCharge;
import io.coverbook.calendar.DaySet;
import io.coverbook.calendar.Span;
import io.coverbook.entitlement.Cover;
import io.coverbook.entitlement.CoverSpan;
import io.coverbook.entitlement.SupportTier;
import io.coverbook.plan.Tier;
import io.coverbook.renewal.PlanLife;
import io.coverbook.renewal.ScopeFacts;
import io.coverbook.testkit.AnyScope;
import io.coverbook.testkit.Facts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScopeRuleLawsTest {

    private static final int SCOPES_A_SEED = 20;
    private static final int DAYS_UNTIL_ALL_IS_TOLD = 60;

    /** A decided scope, with the words it was written in. */
    private record Decided(String scope, String rows, String population, LocalDate asOf, ScopeDecision decision) {

        boolean ea() {
            return scope.startsWith("EA");
        }
    }

    private static List<Decided> some(SplittableRandom random) {
        List<Decided> all = new ArrayList<>();
        for (int i = 0; i < SCOPES_A_SEED; i++) {
            AnyScope any = new AnyScope(random, i % 2 == 1);
            all.add(decide(any.scope(), String.join(";", any.plans()), any.days(), any.day()));
        }
        return all;
    }

    private static Decided decide(String scope, String rows, String population, LocalDate asOf) {
        ScopeFacts facts = Facts.of(scope, rows);
        ScopeRule rule = rule(asOf);
        DaySet days = Facts.days(population);
        ScopeDecision decision = Facts.decide(rule, facts, new Population(days, days), Map.of());
        return new Decided(scope, rows, population, asOf, decision);
    }

    @ParameterizedTest
    @MethodSource("io.coverbook.testkit.Seeds#hundred")
    void cover_leaves_no_gap_and_no_overlap_and_neighbours_differ(SplittableRandom random) {
        for (Decided any : some(random)) {
            List<CoverSpan> cover = any.decision().cover();
            spansTouch(cover.stream().map(CoverSpan::days).toList(), any);
            for (int i = 1; i < cover.size(); i++) {
                assertNotEquals(cover.get(i - 1).cover(), cover.get(i).cover(), () -> "I6 " + any);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.coverbook.testkit.Seeds#hundred")
    void verdicts_leave_no_gap_and_no_overlap_and_neighbours_differ(SplittableRandom random) {
        for (Decided any : some(random)) {
            List<VerdictSpan> verdicts = any.decision().verdicts();
            assertEquals(any.ea(), !verdicts.isEmpty(), "I7");
            if (any.ea()) {
                spansTouch(verdicts.stream().map(VerdictSpan::days).toList(), any);
            }
            for (int i = 1; i < verdicts.size(); i++) {
                Span days = verdicts.get(i).days();
                assertNotEquals(verdicts.get(i - 1).during(days), verdicts.get(i), () -> "I7 " + any);
            }
        }
    }

    /** I8, R76: covered means that the cover of that day is a plan's, and that very plan's. */
    @ParameterizedTest
    @MethodSource("io.coverbook.testkit.Seeds#hundred")
    void an_agreement_is_covered_exactly_when_a_plan_covers_it(SplittableRandom random) {
        for (Decided any : some(random)) {
            for (VerdictSpan verdict : any.decision().verdicts()) {
                for (LocalDate day : ends(verdict.days())) {
                    Cover cover = coverOn(any, day);
                    boolean asked = verdict.verdict() != Verdict.NOT_APPLICABLE;
                    boolean byPlan = cover.source() == Cover.Source.PLAN;
                    assertEquals(asked && byPlan, verdict.verdict() == Verdict.COVERED, () -> "I8 " + day + " " + any);
                    assertEquals(asked && byPlan ? cover.plan() : null, verdict.plan(), () -> "F2 " + any);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.coverbook.testkit.Seeds#hundred")
    void no_agreement_is_covered_by_developer(SplittableRandom random) {
        for (Decided any : some(random)) {
            boolean developer =
                    any.decision().cover().stream().anyMatch(s -> s.cover().tier() == SupportTier.DEVELOPER);
            assertFalse(any.ea() && developer, () -> "I13 " + any);
        }
    }

    /** X16.3 day by day: the cover is that of a plan in force whose paid and uncut day it is, and of the highest. */
    @ParameterizedTest
    @MethodSource("io.coverbook.testkit.Seeds#hundred")
    void the_highest_plan_of_the_day_covers(SplittableRandom random) {
        for (Decided any : some(random)) {
            List<PlanLife> lives = any.decision().plans().stream()
                    .map(ScopeDecision.PlanState::life)
                    .toList();
            LocalDate day = LocalDate.of(2025, 12, 28);
            for (int i = 0; i < 60; i++) {
                LocalDate on = day.plusDays(i * 7L);
                Cover cover = coverOn(any, on);
                String highest = lives.stream()
                        .filter(life -> life.covers(on))
                        .map(life -> life.plan().tier())
                        .max(Tier::compareTo)
                        .map(Tier::name)
                        .orElse(null);
                boolean byPlan = cover.source() == Cover.Source.PLAN;
                assertEquals(highest, byPlan ? cover.tier().name() : null, () -> "X16 " + on + " " + any);
            }
        }
    }

    /** X2, X3, R58: one charge for each term that has begun, none for another, each in full. */
    @ParameterizedTest
    @MethodSource("io.coverbook.testkit.Seeds#hundred")
    void each_term_begun_is_charged_once_and_in_full(SplittableRandom random) {
        Set<String> prices = Set.of("29.00", "100.00", "1000.00");
        for (Decided any : some(random)) {
            Set<String> terms = new HashSet<>();
            any.decision()
                    .terms()
                    .forEach(t -> terms.add(t.plan() + "/" + t.term().number()));
            Set<String> charged = new HashSet<>();
            for (DesiredCharge charge : any.decision().charges()) {
                assertTrue(charged.add(charge.planId() + "/" + charge.term().number()), () -> "I4 " + any);
                assertTrue(prices.contains(charge.amount().amount().toPlainString()), () -> "I3 " + any);
                assertFalse(charge.term().from().isAfter(any.asOf()), () -> "X6 " + any);
            }
            any.decision().plans().stream()
                    .filter(p -> p.life().plan().tier() == Tier.UNIFIED)
                    .forEach(p -> terms.removeIf(
                            t -> t.startsWith(p.life().plan().id().value() + "/")));
            assertEquals(terms, charged, () -> "I2 " + any);
        }
    }

    /** X23, G2: what has been told by a day is not told otherwise on a later one; only states may have ended. */
    @ParameterizedTest
    @MethodSource("io.coverbook.testkit.Seeds#hundred")
    void a_later_run_tells_the_same_of_earlier_days(SplittableRandom random) {
        for (Decided any : some(random)) {
            Decided later =
                    decide(any.scope(), any.rows(), any.population(), any.asOf().plusDays(45));
            assertTrue(later.decision().terms().containsAll(any.decision().terms()), () -> "X6 " + any);
            assertTrue(later.decision().notices().containsAll(any.decision().notices()), () -> "G7 " + any);
            assertEquals(any.decision().cover(), later.decision().cover(), () -> "X16 " + any);
            assertEquals(any.decision().verdicts(), later.decision().verdicts(), () -> "X17 " + any);
        }
    }

    @ParameterizedTest
    @MethodSource("io.coverbook.testkit.Seeds#hundred")
    void a_flag_is_one_row_and_begins_by_the_day_of_the_run(SplittableRandom random) {
        for (Decided any : some(random)) {
            Set<String> keys = new HashSet<>();
            for (Flag flag : any.decision().flags()) {
                assertTrue(keys.add(flag.code() + " " + flag.objectId()), () -> "G1 " + any);
                assertFalse(flag.firstSeen().isAfter(any.asOf()), () -> "G2 " + any);
                LocalDate resolved = flag.resolvedOn();
                assertTrue(
                        resolved == null || (resolved.isAfter(flag.firstSeen()) && !resolved.isAfter(any.asOf())),
                        () -> "CONTRACT 3 " + flag + " " + any);
            }
        }
    }

    /** What is decided on a day is decided on each day through which it rests. */
    @ParameterizedTest
    @MethodSource("io.coverbook.testkit.Seeds#hundred")
    void a_decision_rests_until_its_next_day_comes(SplittableRandom random) {
        int rested = 0;
        for (Decided any : some(random)) {
            DaySet days = Facts.days(any.population());
            ScopesTogether.Asked asked =
                    new ScopesTogether.Asked(Facts.of(any.scope(), any.rows()), new Population(days, days), Map.of());
            LocalDate through = new ScopesTogether(rule(any.asOf()), List.of(asked)).restThrough();
            for (LocalDate day = any.asOf(); !day.isAfter(through); day = day.plusDays(1)) {
                LocalDate within = day;
                assertEquals(any.decision(), on(any, day).decision(), () -> within + " " + any);
                rested++;
            }
        }
        assertTrue(rested > 3 * SCOPES_A_SEED, rested + " days of rest");
    }

    private static ScopeRule rule(LocalDate asOf) {
        return new ScopeRule(Facts.prices(), Set.of(), Facts.POLICIES, asOf);
    }

    private static Decided on(Decided any, LocalDate day) {
        return decide(any.scope(), any.rows(), any.population(), day);
    }

    private static void spansTouch(List<Span> spans, Decided any) {
        LocalDate until = Span.EVER;
        for (Span span : spans) {
            assertEquals(until, span.from(), () -> "I6 " + any);
            until = span.until();
        }
        assertEquals(Span.NEVER, until, () -> "I6 " + any);
    }

    private static List<LocalDate> ends(Span span) {
        return List.of(span.from(), span.until().minusDays(1));
    }

    private static Cover coverOn(Decided any, LocalDate day) {
        return any.decision().cover().stream()
                .filter(s -> s.days().contains(day))
                .findFirst()
                .orElseThrow()
                .cover();
    }
}
