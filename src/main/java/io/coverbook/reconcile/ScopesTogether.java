package io.coverbook.reconcile;

import io.coverbook.calendar.DaySet;
import io.coverbook.calendar.Span;
import io.coverbook.entitlement.ScopeCover;
import io.coverbook.renewal.PlanLife;
import io.coverbook.renewal.ScopeFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Scopes that are decided together, and how long their decisions stay as they are while no fact comes: an account by itself,
 * the agreements of one customer, as a plan on one is the reason why the others have none (R77).
 */
public final class ScopesTogether {

    /** Longer than from one month-end to the next; a day more would spare nothing. */
    private static final int MOST_DAYS = 40;

    private final ScopeRule rule;
    private final LocalDate asOf;
    private final List<Asked> asked;
    private final List<List<PlanLife>> lives;
    private final List<ScopeRule.Facts> facts = new ArrayList<>();
    private final List<ScopeRule.Lasting> lasting = new ArrayList<>();
    private final List<ScopeDecision> decisions = new ArrayList<>();

    /**
     * What is known of one of them.
     *
     * @param recorded the numbers of the terms for which each plan has a charge already, without those that the safety
     *     bound holds and those that came with them (B17); a plan without any may be missing
     */
    public record Asked(ScopeFacts scope, Population population, Map<String, BitSet> recorded) {}

    public ScopesTogether(ScopeRule rule, List<Asked> asked) {
        this.rule = rule;
        this.asOf = rule.asOf();
        this.asked = asked;
        this.lives = lives(rule);
        DaySet covered = DaySet.NONE;
        if (asked.size() > 1) {
            covered = DaySet.of(lives.stream()
                    .flatMap(own -> ScopeCover.coveredDays(own).spans().stream())
                    .toList());
        }
        for (int i = 0; i < asked.size(); i++) {
            Asked one = asked.get(i);
            facts.add(new ScopeRule.Facts(one.scope(), one.population(), covered, one.recorded()));
            lasting.add(rule.lasting(facts.get(i), lives.get(i)));
            decisions.add(rule.decide(facts.get(i), lives.get(i), lasting.get(i)));
        }
    }

    private List<List<PlanLife>> lives(ScopeRule rules) {
        return asked.stream().map(one -> rules.lives(one.scope())).toList();
    }

    /** In the order in which they were asked about. */
    public List<ScopeDecision> decisions() {
        return decisions;
    }

    /**
     * A day, that of the run at least, on which all decisions are the same if no fact comes, and so on every day before it:
     * what has begun by a day stays told on every later one. Ends before a term begins, as that is charged, and before
     * subscriptions come or go.
     */
    public LocalDate restThrough() {
        LocalDate most = nextToCome().minusDays(1);
        if (!most.isAfter(asOf) || same(most)) {
            return most;
        }
        long good = asOf.toEpochDay();
        long other = most.toEpochDay();
        while (other - good > 1) {
            long middle = (good + other) / 2;
            if (same(LocalDate.ofEpochDay(middle))) {
                good = middle;
            } else {
                other = middle;
            }
        }
        return LocalDate.ofEpochDay(good);
    }

    private boolean same(LocalDate day) {
        ScopeRule then = rule.on(day);
        if (!lives.equals(lives(then))) {
            return false;
        }
        for (int i = 0; i < decisions.size(); i++) {
            if (!decisions.get(i).equals(then.decide(facts.get(i), lives.get(i), lasting.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private LocalDate nextToCome() {
        LocalDate next = asOf.plusDays(MOST_DAYS + 1L);
        for (int i = 0; i < asked.size(); i++) {
            for (PlanLife life : lives.get(i)) {
                int term = life.termsBegunBy(asOf);
                next = life.hasTerm(term) ? earlier(next, life.term(term).from()) : next;
            }
            next = earlier(next, change(asked.get(i).population().present()));
            next = earlier(next, change(asked.get(i).population().active()));
        }
        return next;
    }

    private LocalDate change(DaySet days) {
        for (Span span : days.spans()) {
            if (span.from().isAfter(asOf)) {
                return span.from();
            }
            if (span.until().isAfter(asOf)) {
                return span.until();
            }
        }
        return Span.NEVER;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
