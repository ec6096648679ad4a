package io.coverbook.bench;

import io.coverbook.calendar.DaySet;
import io.coverbook.calendar.Terms;
import io.coverbook.entitlement.ScopeCover;
import io.coverbook.reconcile.Population;
import io.coverbook.reconcile.ScopeDecision;
import io.coverbook.reconcile.ScopeRule;
import io.coverbook.reconcile.ScopesTogether;
import io.coverbook.reconcile.ScopesTogether.Asked;
import io.coverbook.renewal.PlanLife;
import io.coverbook.renewal.ScopeFacts;
import io.coverbook.renewal.ScopePlans;
import io.coverbook.testkit.AnyScope;
import io.coverbook.testkit.Facts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The rules that are asked once a scope or a plan: terms, the decision of a scope, and the cover that is part of it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RuleSpeed {

    private static final int SCOPES = 256;
    private static final int DAYS = 64;
    private static final LocalDate AS_OF = LocalDate.of(2026, 4, 30);

    private final List<Asked> facts = new ArrayList<>();
    private final List<List<PlanLife>> lives = new ArrayList<>();
    private final ScopeRule rule = new ScopeRule(Facts.prices(), Set.of(), Facts.POLICIES, AS_OF);
    private final Terms terms = new Terms(LocalDate.of(2020, 1, 31));
    private final Asked usual = new Asked(
            Facts.of("type=MCA", "PL-1 STANDARD 2026-03-11T08:00:00Z channel=MCA"),
            new Population(Facts.days("always"), Facts.days("always")),
            Map.of());
    private final LocalDate[] days = new LocalDate[DAYS];

    /** The scopes that the laws are tried on: up to five plans each, every second one an agreement. */
    @Setup
    public void scopes() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < SCOPES; i++) {
            AnyScope any = new AnyScope(random, i % 2 == 1);
            ScopeFacts scope = Facts.of(any.scope(), String.join(";", any.plans()));
            DaySet present = Facts.days(any.days());
            facts.add(new Asked(scope, new Population(present, present), Map.of()));
            lives.add(ScopePlans.decide(scope, Facts.POLICIES, AS_OF));
        }
        for (int i = 0; i < DAYS; i++) {
            days[i] = LocalDate.parse(Draw.CREATED.day(i, 1));
        }
    }

    @Benchmark
    @OperationsPerInvocation(DAYS)
    public void term(Blackhole taken) {
        for (LocalDate day : days) {
            taken.consume(terms.number(terms.containing(day)));
        }
    }

    /** As most are: an account with one plan, two months old. */
    @Benchmark
    public ScopeDecision usualScope() {
        return decide(usual);
    }

    private ScopeDecision decide(Asked scope) {
        return new ScopesTogether(rule, List.of(scope)).decisions().get(0);
    }

    /** As the laws have them, with the lives of their plans, which come first. */
    @Benchmark
    @OperationsPerInvocation(SCOPES)
    public void hardScope(Blackhole taken) {
        for (Asked scope : facts) {
            taken.consume(decide(scope));
        }
    }

    @Benchmark
    @OperationsPerInvocation(SCOPES)
    public void hardCover(Blackhole taken) {
        for (int i = 0; i < SCOPES; i++) {
            taken.consume(ScopeCover.decide(facts.get(i).scope(), lives.get(i), DaySet.NONE, Facts.POLICIES));
        }
    }
}
