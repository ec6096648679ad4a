package io.coverbook.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coverbook.entitlement.CoverSpan;
import io.coverbook.reconcile.ScopesTogether.Asked;
import io.coverbook.testkit.Facts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is decided of the agreements of one customer together, and how long that stays so. */
class ScopesTogetherTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 15);

    @Test
    void agreements_of_a_customer_know_what_covers_the_others() {
        Asked covered = asked("EA", "PL-1 STANDARD 2025-07-01 end=2026-06-30", "always", "always");
        Asked bare = asked("EA", "", "always", "always");
        List<ScopeDecision> together = together(DAY, covered, bare).decisions();
        assertEquals("EA_NO_PLAN; EA_PLAN; PLAN_ENDED", reasons(together.get(0)), "E39 in the order asked");
        assertEquals("EA_NO_PLAN; PLAN_LINKED_TO_OTHER_EA; EA_NO_PLAN", reasons(together.get(1)), "E40 R77");
        assertEquals("EA_NO_PLAN", reasons(together(DAY, bare).decisions().get(0)), "E44 R77 alone");
        assertEquals("EA_NO_PLAN", reasons(together(DAY, bare, bare).decisions().get(0)), "E44 R77 none covers");
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            plans | present | active | through | why
                                             | never | never                     | 2026-04-24 | nothing will come, but at most so many days
                                             | ..2026-03-20 | never               | 2026-03-19 | the last subscription goes
                                             | always | 2026-03-01..2026-03-20    | 2026-03-19 | the last active one goes
                                             | always | 2026-01-01..2026-02-01,2026-04-01.. | 2026-03-31 | an active one comes
            PL-1 STANDARD 2026-01-10                     | always | always                    | 2026-04-09 | X1 a term begins
            PL-1 STANDARD 2026-01-10                     | always | ..2026-04-05              | 2026-04-04 | the first of the two
            PL-1 STANDARD 2026-01-10 cancel=2026-03-25   | always | always             | 2026-03-24 | G8 it ends from the day of the wish on
            PL-1 STANDARD 2026-01-10 declined=2026-03-10 | always | always        | 2026-03-16 | X19 it is tried again on the seventh day
            """)
    void a_decision_rests_until_the_next_thing_comes(
            String plans, String present, String active, LocalDate through, String why) {
        ScopesTogether one = together(DAY, asked(null, plans, present, active));
        assertEquals(through, one.restThrough(), why);
    }

    private static Asked asked(@Nullable String scope, String plans, String present, String active) {
        Population population = new Population(Facts.days(present), Facts.days(active));
        return new Asked(Facts.of(scope, plans), population, Map.of());
    }

    private static ScopesTogether together(LocalDate asOf, Asked... asked) {
        ScopeRule rule = new ScopeRule(Facts.prices(), Set.of(), Facts.POLICIES, asOf);
        return new ScopesTogether(rule, List.of(asked));
    }

    private static String reasons(ScopeDecision decision) {
        return decision.cover().stream()
                .map(CoverSpan::cover)
                .map(cover -> cover.reason().name())
                .collect(Collectors.joining("; "));
    }
}
