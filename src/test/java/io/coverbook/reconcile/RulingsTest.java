package io.coverbook.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coverbook.calendar.DaySet;
import io.coverbook.plan.PolicyCatalogue;
import io.coverbook.renewal.ScopeFacts;
import io.coverbook.testkit.Facts;
import io.coverbook.testkit.Said;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person's word changes: each row beside the same plan without it (X11, X15, B17). */
class RulingsTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            plans | scope | charges | flags | why
            PL-1 STANDARD 2026-01-10; PL-2 STANDARD 2026-02-20 RELEASE=DUPLICATE_PLAN_ON_ACCOUNT@2026-03-05 | | 2026-01-10 100.00; 2026-02-10 100.00; 2026-02-20 100.00; 2026-03-10 100.00; 2026-03-20 100.00 | | X11 both are charged
            PL-1 STANDARD 2026-01-10; PL-2 STANDARD 2026-02-20 RELEASE=CHANNEL_NOT_ALLOWED@2026-03-05 | | 2026-01-10 100.00; 2026-02-10 100.00; 2026-02-20 100.00 HELD DUPLICATE_PLAN_ON_ACCOUNT; 2026-03-10 100.00; 2026-03-20 100.00 HELD DUPLICATE_PLAN_ON_ACCOUNT | DUPLICATE_PLAN_ON_ACCOUNT PL-2 BLOCKER 2026-02-20 | X11 of another hold
            PL-1 STANDARD 2026-01-10; PL-2 STANDARD 2026-02-20 DISMISS=DUPLICATE_PLAN_ON_ACCOUNT@2026-03-05 | | 2026-01-10 100.00; 2026-02-10 100.00; 2026-03-10 100.00 | DUPLICATE_PLAN_ON_ACCOUNT PL-2 BLOCKER 2026-02-20..2026-03-05 | X11 L1 nothing of it is charged
            PL-1 STANDARD 2026-02-20 channel=MCA DISMISS=CHANNEL_NOT_ALLOWED@2026-03-05 | | | CHANNEL_NOT_ALLOWED PL-1 BLOCKER 2026-02-20..2026-03-05 | X11 stands although the facts are mended
            PL-1 PROFESSIONAL_DIRECT 2026-01-10; PL-2 STANDARD 2026-02-20 RELEASE=LOWER_PLAN_WHILE_HIGHER_RENEWS@2026-03-05 | | 2026-01-10 1000.00; 2026-02-10 1000.00; 2026-02-20 100.00; 2026-03-10 1000.00; 2026-03-20 100.00 | | X11
            PL-1 STANDARD 2026-03-01; PL-2 STANDARD 2026-03-15 RELEASE=EA_MULTIPLE_PLANS@2026-04-20 | EA begin=2026-03-01 | 2026-03-01 100.00; 2026-03-15 100.00 | | X11 R76
            PL-1 STANDARD 2026-03-01; PL-2 PROFESSIONAL_DIRECT 2026-03-10 RELEASE=UPGRADE_NOT_AVAILABLE_IN_REGION@2026-03-05 | EA begin=2026-03-01 denied | 2026-03-01 100.00; 2026-03-10 1000.00 | IMPLICIT_UPGRADE PL-1 ACTION 2026-03-10 | X11 R75 then an upgrade like any
            PL-1 STANDARD 2026-03-01 channel=AZURE_PORTAL RELEASE=CHANNEL_NOT_ALLOWED@2026-03-05 | EA begin=2026-03-01 | 2026-03-01 100.00 | | X11 B4
            PL-1 STANDARD 2026-02-01 freq=P1Y RELEASE=UNSUPPORTED_FREQUENCY@2026-02-05 | | 2026-02-01 100.00; 2026-03-01 100.00 | | X11 R68 at all
            PL-1 STANDARD 2026-01-25 cancel=2026-02-01 seen=2026-03-20 | | 2026-01-25 100.00; 2026-02-25 100.00 | BACKDATED_CANCEL_REVIEW PL-1 ACTION 2026-03-20 | X15 without the word
            PL-1 STANDARD 2026-01-25 cancel=2026-02-01 seen=2026-03-20 APPROVE_CREDIT=BACKDATED_CANCEL_REVIEW@2026-03-25 | | 2026-01-25 100.00 | BACKDATED_CANCEL_CREDITED PL-1 INFO 2026-03-20 | X15 counts from its own day
            """)
    void a_persons_word_on_a_plan(String plans, String scope, String charges, String flags, String why) {
        ScopeDecision decision = decide(plans, scope, Map.of());
        assertEquals(charges == null ? "" : charges, Said.charges(decision.charges()), why);
        assertEquals(flags == null ? "" : flags, Said.flags(decision.flags()), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            plan | charges | why
            PL-1 STANDARD 2025-12-10                                  | 2025-12-10 100.00 HELD SAFETY_BOUND; 2026-01-10 100.00 HELD SAFETY_BOUND; 2026-02-10 100.00 HELD SAFETY_BOUND; 2026-03-10 100.00 HELD SAFETY_BOUND | B17 four at once, two allowed
            PL-1 STANDARD 2025-12-10 RELEASE=SAFETY_BOUND@2026-03-20  | 2025-12-10 100.00; 2026-01-10 100.00; 2026-02-10 100.00; 2026-03-10 100.00 | X11 all had begun
            PL-1 STANDARD 2025-12-10 RELEASE=SAFETY_BOUND@2025-12-10  | 2025-12-10 100.00; 2026-01-10 100.00 HELD SAFETY_BOUND; 2026-02-10 100.00 HELD SAFETY_BOUND; 2026-03-10 100.00 HELD SAFETY_BOUND | B17 not what begins later
            PL-1 STANDARD 2025-09-10 cancel=2025-11-20 RELEASE=SAFETY_BOUND@2026-03-20; PL-2 STANDARD 2025-12-15 | 2025-09-10 100.00; 2025-10-10 100.00; 2025-11-10 100.00; 2025-12-15 100.00 HELD SAFETY_BOUND; 2026-01-15 100.00 HELD SAFETY_BOUND; 2026-02-15 100.00 HELD SAFETY_BOUND; 2026-03-15 100.00 HELD SAFETY_BOUND | X11 B17 the word is for one plan
            """)
    void the_safety_bound_is_released_for_what_has_begun(String plan, String charges, String why) {
        assertEquals(
                charges,
                Said.charges(
                        decide(plan, "", Map.of("run.max-terms-per-plan", "2")).charges()),
                why);
    }

    private static ScopeDecision decide(String plans, String scope, Map<String, String> policies) {
        ScopeFacts facts = Facts.of(scope, plans);
        ScopeRule rule =
                new ScopeRule(Facts.prices(), Set.of(), PolicyCatalogue.policies(policies), LocalDate.of(2026, 3, 31));
        Population all = new Population(DaySet.ALL, DaySet.ALL);
        return Facts.decide(rule, facts, all, Map.of());
    }
}
