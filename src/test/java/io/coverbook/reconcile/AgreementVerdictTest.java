package io.coverbook.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coverbook.calendar.DaySet;
import io.coverbook.calendar.Span;
import io.coverbook.entitlement.ScopeCover;
import io.coverbook.entitlement.TemporarySupport;
import io.coverbook.renewal.PlanLife;
import io.coverbook.renewal.ScopeFacts;
import io.coverbook.renewal.ScopePlans;
import io.coverbook.testkit.Facts;
import io.coverbook.testkit.Said;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementVerdictTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            plans | scope | active | verdicts | why
            PL-1 STANDARD 2025-07-01 end=2026-06-30 | | always | NOT_APPLICABLE EA_NOT_STARTED; 2025-07-01 COVERED EA_PLAN; 2026-07-01 MISSING PLAN_ENDED due 2026-08-31 | E39 E35
            | | always | NOT_APPLICABLE EA_NOT_STARTED; 2025-07-01 MISSING EA_NO_PLAN due 2025-08-31 | E44 ACTIVE F8
            | | never | NOT_APPLICABLE EA_NOT_STARTED; 2025-07-01 MISSING EA_NO_PLAN due 2025-08-31 | E44 no subscription: of the missing run
            | ea=PENDING | never | NOT_APPLICABLE EA_NOT_STARTED; 2025-07-01 MISSING EA_NO_PLAN due 2025-08-31 | E44 PENDING
            | end=2026-04-15 ea=EXTENDED@2026-04-16 | always | NOT_APPLICABLE EA_NOT_STARTED; 2025-07-01 MISSING EA_NO_PLAN due 2025-08-31 | E44 EXTENDED
            | end=2026-04-15 ea=EXPIRED@2026-04-16 | always | NOT_APPLICABLE EA_NOT_STARTED; 2025-07-01 MISSING EA_NO_PLAN due 2025-08-31 | E44 EXPIRED F3 one pressing run
            | ea=TRANSFERRED@2026-04-15 | never | NOT_APPLICABLE EA_NOT_STARTED; 2025-07-01 MISSING EA_NO_PLAN due 2025-08-31; 2026-04-15 NOT_APPLICABLE EA_TRANSFERRED | E44 F5 on its last day already
            | ea=TRANSFERRED@2026-04-15,TERMINATED@2026-06-10 | never | NOT_APPLICABLE EA_NOT_STARTED; 2025-07-01 MISSING EA_NO_PLAN due 2025-08-31; 2026-04-15 NOT_APPLICABLE EA_TRANSFERRED; 2026-06-10 NOT_APPLICABLE EA_TERMINATED | F5 A6 gone from the export long after its transfer
            | ea=TERMINATED@2026-04-15 | never | NOT_APPLICABLE EA_NOT_STARTED; 2025-07-01 MISSING EA_NO_PLAN due 2025-08-31; 2026-04-15 NOT_APPLICABLE EA_TERMINATED | E44 F5
            | ea=TERMINATED@2026-04-15,ACTIVE@2026-05-10 | never | NOT_APPLICABLE EA_NOT_STARTED; 2025-07-01 MISSING EA_NO_PLAN due 2025-08-31; 2026-04-15 NOT_APPLICABLE EA_TERMINATED; 2026-05-10 MISSING EA_NO_PLAN due 2026-06-30 | X17 it came back
            EA:EA-1 UNIFIED 2026-01-01 row | | always | NOT_APPLICABLE EA_NOT_STARTED; 2025-07-01 MISSING EA_NO_PLAN due 2025-08-31; 2026-01-01 COVERED EA_PLAN; 2027-01-01 MISSING PLAN_ENDED due 2027-02-28 | E44 E50 UNIFIED
            PL-1 DEVELOPER 2026-04-01 cancel=2026-04-20 via=PARTNER | begin=2026-04-01 | always | NOT_APPLICABLE EA_NOT_STARTED; 2026-04-01 MISSING DEVELOPER_NOT_ALLOWED_ON_EA due 2026-05-31; 2026-05-01 MISSING EA_NO_PLAN due 2026-05-31 | E41 F2 the code of the scope
            PL-1 STANDARD 2025-04-01 end=2026-04-15 | begin=2025-04-01 end=2026-04-15 ea=EXTENDED@2026-04-16 | always | NOT_APPLICABLE EA_NOT_STARTED; 2025-04-01 COVERED EA_PLAN; 2026-05-01 MISSING PLAN_ENDED due 2026-06-30 | E45 EXTENDED
            PL-1 STANDARD 2025-04-01 end=2026-04-15 | begin=2025-04-01 end=2026-04-15 ea=TERMINATED@2026-04-15 | always | NOT_APPLICABLE EA_NOT_STARTED; 2025-04-01 COVERED EA_PLAN; 2026-04-15 NOT_APPLICABLE EA_TERMINATED | E45 F5 though 04-15 is covered
            PL-1 STANDARD 2026-01-10 cancel=2026-04-12 via=PARTNER | begin=2026-01-10 | always | NOT_APPLICABLE EA_NOT_STARTED; 2026-01-10 COVERED EA_PLAN; 2026-05-10 MISSING PLAN_ENDED due 2026-06-30 | E46
            | begin=2026-01-01 | 2026-04-08.. | NOT_APPLICABLE EA_NOT_STARTED; 2026-01-01 MISSING EA_NO_PLAN due 2026-02-28; 2026-04-08 MISSING EA_NO_PLAN due 2026-05-31 | E52 F3 from the first active subscription
            | begin=2026-01-01 | 2026-02-01..2026-03-01,2026-04-08.. | NOT_APPLICABLE EA_NOT_STARTED; 2026-01-01 MISSING EA_NO_PLAN due 2026-02-28; 2026-02-01 MISSING EA_NO_PLAN due 2026-03-31; 2026-03-01 MISSING EA_NO_PLAN due 2026-02-28; 2026-04-08 MISSING EA_NO_PLAN due 2026-05-31 | F3 the present run
            | begin=2026-03-01 order=PENDING:STANDARD:2026-03-02 | always | NOT_APPLICABLE EA_NOT_STARTED; 2026-03-01 MISSING EA_NO_PLAN due 2026-04-30; 2026-03-02 PENDING PENDING_ORDER_NOT_ACTIVATED; 2026-04-02 MISSING PENDING_ORDER_NOT_ACTIVATED due 2026-05-31 | E47a F4 thirty days
            | begin=2026-03-02 order=PENDING:STANDARD:2026-03-02 request=2026-03-05:STANDARD:text | always | NOT_APPLICABLE EA_NOT_STARTED; 2026-03-02 PENDING PENDING_ORDER_NOT_ACTIVATED; 2026-03-05 TEMPORARY TEMPORARY_ORDER; 2026-04-04 MISSING TEMPORARY_EXPIRED due 2026-05-31 | E47b E48 F1
            | begin=2026-03-02 order=PENDING:STANDARD:2026-03-02 request=2026-03-02:STANDARD:text | always | NOT_APPLICABLE EA_NOT_STARTED; 2026-03-02 TEMPORARY TEMPORARY_ORDER; 2026-04-01 PENDING PENDING_ORDER_NOT_ACTIVATED; 2026-04-02 MISSING TEMPORARY_EXPIRED due 2026-05-31 | F4 the thirtieth day is still pending, F2 its reason
            EA:EA-1 STANDARD 2026-03-20 row | begin=2026-03-02 order=PENDING:STANDARD:2026-03-02,FULFILLED@2026-03-18 request=2026-03-05:STANDARD:text | always | NOT_APPLICABLE EA_NOT_STARTED; 2026-03-02 PENDING PENDING_ORDER_NOT_ACTIVATED; 2026-03-05 TEMPORARY TEMPORARY_ORDER; 2026-03-20 COVERED EA_PLAN; 2027-03-20 MISSING PLAN_ENDED due 2027-04-30 | E47c
            EA:EA-1 STANDARD 2026-03-20 row | begin=2026-03-02 order=PENDING:STANDARD:2026-03-02,FULFILLED@2026-03-18 | always | NOT_APPLICABLE EA_NOT_STARTED; 2026-03-02 PENDING PENDING_ORDER_NOT_ACTIVATED; 2026-03-18 MISSING PLAN_NOT_STARTED due 2026-04-30; 2026-03-20 COVERED EA_PLAN; 2027-03-20 MISSING PLAN_ENDED due 2027-04-30 | H3
            | begin=2026-03-02 order=PENDING:STANDARD:2026-03-02,CANCELLED@2026-03-15 request=2026-03-05:STANDARD:text | always | NOT_APPLICABLE EA_NOT_STARTED; 2026-03-02 PENDING PENDING_ORDER_NOT_ACTIVATED; 2026-03-05 TEMPORARY TEMPORARY_ORDER; 2026-03-16 MISSING EA_NO_PLAN due 2026-04-30 | E47d
            | begin=2026-03-02 end=2026-03-09 ea=EXPIRED@2026-03-10 order=PENDING:STANDARD:2026-03-02 | always | NOT_APPLICABLE EA_NOT_STARTED; 2026-03-02 PENDING PENDING_ORDER_NOT_ACTIVATED; 2026-04-02 MISSING PENDING_ORDER_NOT_ACTIVATED due 2026-05-31 | F4 expired and pending
            PL-1 STANDARD 2026-01-01; PL-2 STANDARD 2026-02-20 | begin=2026-01-01 | always | NOT_APPLICABLE EA_NOT_STARTED; 2026-01-01 COVERED EA_PLAN; 2027-01-01 MISSING PLAN_HELD due 2027-02-28; 2027-02-20 MISSING PLAN_ENDED due 2027-02-28 | E53
            PL-1 STANDARD 2026-01-20 | begin=2026-01-20 status=CLOSED@2026-04-10 | always | NOT_APPLICABLE EA_NOT_STARTED; 2026-01-20 COVERED EA_PLAN; 2026-04-11 MISSING PLAN_ENDED due 2026-05-31 | B13 K4
            """)
    void the_verdict_of_every_day(String plans, String scope, String active, String verdicts, String why) {
        assertEquals(verdicts, Said.verdicts(decide(scope, plans, active).spans()), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            scope | active | missing | action | expired | ordered | stale | why
                                              | always       | 2025-07-01.. | 2025-07-01.. |            | | | E44 ACTIVE
                                              | never        | 2025-07-01.. |              |            | | | E44 INFO
                                              | 2026-04-08.. | 2025-07-01.. | 2026-04-08.. |            | | | X17 G1
            ea=PENDING                        | always       | 2025-07-01.. |              |            | | | E44 PENDING: INFO only
            ea=PENDING,ACTIVE@2025-09-01      | always       | 2025-07-01.. | 2025-09-01.. |            | | | X17 from ACTIVE on
            end=2026-04-15 ea=EXTENDED@2026-04-16 | always   | 2025-07-01.. | 2025-07-01.. |            | | | E44 EXTENDED
            end=2026-04-15 ea=EXPIRED@2026-04-16  | always   | 2025-07-01..2026-04-16 | 2025-07-01..2026-04-16 | 2026-04-16.. | | | E44 EXPIRED instead of missing
            end=2026-04-15 ea=EXPIRED@2026-04-16  | never    | 2025-07-01..2026-04-16 |  |               | | | X17 otherwise none
            ea=TERMINATED@2026-04-15          | always       | 2025-07-01..2026-04-15 | 2025-07-01..2026-04-15 | | | | F5
            begin=2026-03-02 order=PENDING:STANDARD:2026-03-02 | always | 2026-04-02.. | 2026-04-02.. | | 2026-03-02..2026-04-02 | 2026-04-02.. | E47a E48
            begin=2026-03-02 order=PENDING:STANDARD:2026-03-02 request=2026-03-05:STANDARD:text | always | 2026-04-02.. | 2026-04-02.. | | 2026-03-02..2026-04-02 | 2026-04-02.. | F1 missing while still temporary
            begin=2026-03-02 order=PENDING:STANDARD:2026-03-02,CANCELLED@2026-03-15 | always | 2026-03-16.. | 2026-03-16.. | | 2026-03-02..2026-03-16 | | H3
            """)
    void the_days_of_the_flags(
            String scope,
            String active,
            String missing,
            String action,
            String expired,
            String ordered,
            String stale,
            String why) {
        AgreementVerdict verdict = decide(scope, "", active);
        assertEquals(said(missing), said(verdict.missing()), why);
        assertEquals(said(action), said(verdict.missingIsAction()), why);
        assertEquals(said(expired), said(verdict.expired()), why);
        assertEquals(said(ordered), said(verdict.ordered()), why);
        assertEquals(said(stale), said(verdict.stale()), why);
    }

    private static AgreementVerdict decide(String scope, String plans, String active) {
        ScopeFacts facts = Facts.of("EA " + (scope == null ? "" : scope), plans);
        List<PlanLife> lives = ScopePlans.decide(facts, Facts.POLICIES, Facts.LATER);
        DaySet days = Facts.days(active);
        return AgreementVerdict.decide(
                new AgreementVerdict.Facts(
                        facts.agreement(),
                        ScopeCover.decide(facts, lives, DaySet.NONE, Facts.POLICIES),
                        new Population(days, days),
                        TemporarySupport.decide(facts.agreement(), lives, Facts.POLICIES)),
                Facts.POLICIES);
    }

    private static String said(String days) {
        return days == null ? "" : days;
    }

    private static String said(DaySet days) {
        return days.spans().stream()
                .map(s -> s.from() + ".." + (s.until().equals(Span.NEVER) ? "" : s.until()))
                .collect(Collectors.joining(","));
    }
}
