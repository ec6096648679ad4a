package io.coverbook.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coverbook.calendar.DaySet;
import io.coverbook.plan.Policies;
import io.coverbook.plan.PolicyCatalogue;
import io.coverbook.renewal.ScopeFacts;
import io.coverbook.testkit.Facts;
import io.coverbook.testkit.Said;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeRuleTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            plans | scope | as of | charges | why
            PL-1 STANDARD 2026-03-28T10:00Z | | 2026-05-27 | 2026-03-28 100.00; 2026-04-28 100.00 | E01
            PL-1 STANDARD 2026-03-28T10:00Z | | 2026-03-27 | | X6 not begun
            PL-1 STANDARD 2026-01-31 | | 2027-02-27 | 2026-01-31 100.00; 2026-02-28 100.00; 2026-03-31 100.00; 2026-04-30 100.00; 2026-05-31 100.00; 2026-06-30 100.00; 2026-07-31 100.00; 2026-08-31 100.00; 2026-09-30 100.00; 2026-10-31 100.00; 2026-11-30 100.00; 2026-12-31 100.00; 2027-01-31 100.00 | E02
            PL-1 STANDARD 2026-01-15 cancel=2026-03-31T09:00Z | | 2026-12-31 | 2026-01-15 100.00; 2026-02-15 100.00; 2026-03-15 100.00 | E04 none on 04-15
            PL-1 STANDARD 2026-01-15 cancel=2026-04-15T00:00:00Z | | 2026-12-31 | 2026-01-15 100.00; 2026-02-15 100.00; 2026-03-15 100.00; 2026-04-15 100.00 | E06
            PL-1 STANDARD 2026-05-05T08:00Z cancel=2026-05-05T08:20Z | | 2026-12-31 | 2026-05-05 100.00 | E07 no refund
            PL-1 STANDARD 2026-01-15 cancel=2026-03-31T09:00Z; PL-2 STANDARD 2026-03-31T15:00Z | | 2026-05-14 | 2026-01-15 100.00; 2026-02-15 100.00; 2026-03-15 100.00; 2026-04-15 100.00 | E08 none on 03-31
            PL-1 STANDARD 2026-01-15 cancel=2026-03-31T09:00Z; PL-2 PROFESSIONAL_DIRECT 2026-03-31T09:05Z | | 2026-06-30 | 2026-01-15 100.00; 2026-02-15 100.00; 2026-03-15 100.00; 2026-03-31 1000.00; 2026-04-30 1000.00; 2026-05-31 1000.00; 2026-06-30 1000.00 | E10
            PL-1 STANDARD 2026-03-15 cancel=2026-04-15T09:00Z; PL-2 PROFESSIONAL_DIRECT 2026-04-15T09:00Z | | 2026-05-31 | 2026-03-15 100.00; 2026-04-15 100.00; 2026-04-15 1000.00; 2026-05-15 1000.00 | E11 E76 on the renewal day both
            PL-1 STANDARD 2026-01-10; PL-2 PROFESSIONAL_DIRECT 2026-02-20T10:00Z | | 2026-03-31 | 2026-01-10 100.00; 2026-02-10 100.00; 2026-02-20 1000.00; 2026-03-20 1000.00 | E12 no 03-10
            PL-1 STANDARD 2026-01-10; PL-2 STANDARD 2026-02-20 | | 2026-03-15 | 2026-01-10 100.00; 2026-02-10 100.00; 2026-02-20 100.00 HELD DUPLICATE_PLAN_ON_ACCOUNT; 2026-03-10 100.00 | E13
            PL-1 PROFESSIONAL_DIRECT 2026-03-20 cancel=2026-04-10T09:00Z; PL-2 STANDARD 2026-04-10T09:05Z | | 2026-05-31 | 2026-03-20 1000.00; 2026-04-10 100.00; 2026-05-10 100.00 | E15 no 04-20
            PL-1 DEVELOPER 2026-04-12 | type=MOSP | 2026-04-30 | 2026-04-12 29.00 | E18
            | | 2026-12-31 | | E19
            PL-1 STANDARD 2026-03-31T23:30:00-07:00 | | 2026-04-30 | 2026-04-01 100.00 | E25
            PL-1 STANDARD 2026-05-10 start=2026-06-01 cancel=2026-05-20 | | 2026-12-31 | | E27
            PL-1 PROFESSIONAL_DIRECT 2025-07-01 end=2026-06-30 | EA | 2026-12-31 | 2025-07-01 1000.00; 2025-08-01 1000.00; 2025-09-01 1000.00; 2025-10-01 1000.00; 2025-11-01 1000.00; 2025-12-01 1000.00; 2026-01-01 1000.00; 2026-02-01 1000.00; 2026-03-01 1000.00; 2026-04-01 1000.00; 2026-05-01 1000.00; 2026-06-01 1000.00 | E35 twelve
            PL-1 STANDARD 2026-03-20 | status=CLOSED@2026-04-10 | 2026-06-30 | 2026-03-20 100.00 | E37
            PL-1 STANDARD 2026-03-20 | status=DISABLED@2026-04-18 | 2026-04-24 | 2026-03-20 100.00; 2026-04-20 100.00 HELD ACCOUNT_DISABLED_AT_RENEWAL | E38
            PL-1 STANDARD 2026-03-20 | status=DISABLED@2026-04-18,ACTIVE@2026-04-25 | 2026-04-24 | 2026-03-20 100.00; 2026-04-20 100.00 HELD ACCOUNT_DISABLED_AT_RENEWAL | C5 the day before
            PL-1 STANDARD 2026-03-20 | status=DISABLED@2026-04-18,ACTIVE@2026-04-25 | 2026-04-25 | 2026-03-20 100.00; 2026-04-20 100.00 | E38 released
            PL-1 DEVELOPER 2026-04-01 | EA | 2026-04-30 | 2026-04-01 29.00 HELD EA_DEVELOPER_NOT_ALLOWED | E41
            PL-1 STANDARD 2026-03-01; PL-2 PROFESSIONAL_DIRECT 2026-04-10 | EA denied | 2026-05-01 | 2026-03-01 100.00; 2026-04-01 100.00; 2026-04-10 1000.00 HELD UPGRADE_NOT_AVAILABLE_IN_REGION; 2026-05-01 100.00 | E43
            PL-1 STANDARD 2026-03-01; PL-2 PROFESSIONAL_DIRECT 2026-04-10 | EA | 2026-05-10 | 2026-03-01 100.00; 2026-04-01 100.00; 2026-04-10 1000.00; 2026-05-10 1000.00 | E42
            PL-1 STANDARD 2026-03-01 end=2026-04-15 | EA end=2026-04-15 ea=EXTENDED@2026-04-16 | 2026-06-30 | 2026-03-01 100.00; 2026-04-01 100.00 | E45 in full, none on 05-01
            EA:EA-1 STANDARD 2026-03-20 row | EA order=PENDING:STANDARD:2026-03-02,FULFILLED@2026-03-18 request=2026-03-05:STANDARD:text | 2026-03-31 | 2026-03-20 100.00 | E47c nothing for the temporary days
            | EA order=PENDING:STANDARD:2026-03-02 request=2026-03-05:STANDARD:text | 2026-04-30 | | E47b no charge
            EA:EA-1 UNIFIED 2026-03-01 row | EA | 2026-06-30 | | E50 P41
            PL-1 UNIFIED 2026-03-01 | | 2026-06-30 | | E50 B14
            EA:EA-1 STANDARD 2026-01-01 row promo=0.00 until=2026-02-28 | EA | 2026-03-31 | 2026-01-01 0.00; 2026-02-01 0.00; 2026-03-01 100.00 | E54
            PL-1 STANDARD 2026-01-25 cancel=2026-03-20 seen=2026-04-08 | | 2026-06-30 | 2026-01-25 100.00; 2026-02-25 100.00 | E61b 03-25 no longer asked for
            PL-1 STANDARD 2026-01-25 cancel=2026-02-20 seen=2026-04-08 | | 2026-06-30 | 2026-01-25 100.00; 2026-02-25 100.00; 2026-03-25 100.00 | E61c no automatic credit
            PL-1 STANDARD 2026-01-15 cancel=2026-03-20 seen=2026-04-08 | | 2026-06-30 | 2026-01-15 100.00; 2026-02-15 100.00; 2026-03-15 100.00 | E61a
            """)
    void what_should_be_charged_by_a_day(String plans, String scope, LocalDate asOf, String charges, String why) {
        assertEquals(
                charges == null ? "" : charges,
                Said.charges(decide(plans, scope, asOf).charges()),
                why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            plans | scope | as of | terms | why
            PL-1 STANDARD 2026-03-28T10:00Z | | 2026-04-28 | 0 FIRST, 1 RENEWED | E01 R70
            PL-1 STANDARD 2026-03-28T10:00Z | | 2026-04-27 | 0 FIRST | X6
            PL-1 STANDARD 2026-01-15 cancel=2026-03-31 | | 2026-12-31 | 0 FIRST, 1 RENEWED, 2 RENEWED | E04
            PL-1 STANDARD 2026-04-01 end=2026-06-30 | EA | 2026-12-31 | 0 FIRST, 1 CONTINUES, 2 CONTINUES | E35
            PL-1 STANDARD 2025-06-01 channel=MS_REPRESENTATIVE end=2025-07-31 | | 2025-08-01 | 0 FIRST, 1 RENEWED, 2 RENEWED | E34 P23
            PL-1 STANDARD 2026-03-20 | status=DISABLED@2026-04-18,ACTIVE@2026-04-25 | 2026-05-20 | 0 FIRST, 1 HELD, 2 RENEWED | E38 B14
            PL-1 STANDARD 2026-04-20 | status=DISABLED@2026-04-18 | 2026-04-20 | 0 FIRST | K7
            PL-1 UNIFIED 2026-03-01 | | 2026-04-01 | 0 FIRST, 1 HELD | B14 a held plan has terms
            PL-1 UNIFIED 2026-03-01 row | EA | 2026-04-01 | 0 FIRST, 1 CONTINUES | B14 terms without charges
            PL-1 STANDARD 2026-05-10 start=2026-06-01 cancel=2026-05-20 | | 2026-12-31 | | E27
            PL-1 STANDARD 2026-03-20 | EA status=DISABLED@2026-04-18 | 2026-04-20 | 0 FIRST, 1 HELD | B13 B14
            PL-1 STANDARD 2026-03-01 paid=2026-04-06 paid=2026-05-03 | pay=CARD:2026-03 | 2026-05-31 | 0 FIRST, 1 RENEWED_PAST_DUE, 2 RENEWED_PAST_DUE | E30 D5
            PL-1 STANDARD 2026-03-01 declined=2026-05-01 | | 2026-05-31 | 0 FIRST, 1 RENEWED, 2 RENEWED_PAST_DUE | D1 that term only
            PL-1 STANDARD 2026-01-01 channel=MS_SELLER end=2026-12-31 | type=MOSP,MCA@2026-02-15 | 2026-03-31 | 0 FIRST, 1 CONTINUES, 2 RENEWED | P55 as the agreement was that day
            EA:EA-1 STANDARD 2025-12-01 end=2026-01-31 row; EA:EA-1 STANDARD 2026-02-01 number=2 row | EA | 2026-03-31 | 0 FIRST, 1 CONTINUES, 2 RENEWED, 3 CONTINUES | E36 B9 numbers run on
            EA:EA-1 STANDARD 2025-12-01 end=2026-01-15 row; EA:EA-1 STANDARD 2026-01-20 number=2 row | EA | 2026-02-20 | 0 FIRST, 1 CONTINUES, 2 RENEWED, 3 CONTINUES | B9 a period never stands in the way of the next
            EA:EA-1 STANDARD 2025-12-01 end=2026-01-31 row; EA:EA-1 STANDARD 2026-02-01 number=2 row | EA begin=2025-12-01 ea=PENDING@2026-01-20 | 2026-03-31 | 0 FIRST, 1 CONTINUES | B9 X6 a later period is a renewal: the agreement must be in force
            """)
    void how_each_term_began(String plans, String scope, LocalDate asOf, String terms, String why) {
        String said = decide(plans, scope, asOf).terms().stream()
                .map(t -> t.term().number() + " " + t.outcome())
                .collect(Collectors.joining(", "));
        assertEquals(terms == null ? "" : terms, said, why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            plans | scope | as of | present | flags | why
            PL-1 STANDARD 2026-01-15 | | 2026-04-30 | always | | E01 nothing
            PL-1 STANDARD 2026-01-01 | | 2026-04-30 | never | PLAN_WITHOUT_SUBSCRIPTIONS PL-1 ACTION 2026-01-01 | E16 P38
            PL-1 DEVELOPER 2026-03-12 | type=MOSP | 2026-04-30 | 2026-01-01..2026-04-08 | PLAN_WITHOUT_SUBSCRIPTIONS PL-1 ACTION 2026-04-08 | E52
            PL-1 STANDARD 2026-01-01 cancel=2026-03-15 | | 2026-04-30 | never | PLAN_WITHOUT_SUBSCRIPTIONS PL-1 ACTION 2026-01-01..2026-04-01 | G4 days in a term
            PL-1 STANDARD 2026-01-01 | | 2026-04-30 | 2026-02-01..2026-03-01,2026-04-01.. | PLAN_WITHOUT_SUBSCRIPTIONS PL-1 ACTION 2026-03-01..2026-04-01 | G1 the latest episode
            PL-1 UNIFIED 2026-03-01 row | EA begin=2026-03-01 | 2026-04-30 | never | | G4 not UNIFIED
            PL-1 STANDARD 2026-01-15 cancel=2026-03-31T09:00Z; PL-2 STANDARD 2026-03-31T15:00Z | | 2026-04-30 | always | PLAN_REACTIVATED PL-1 INFO 2026-03-31 | E08 G3
            PL-1 STANDARD 2026-01-15 cancel=2026-03-31T09:00Z; PL-2 STANDARD 2026-03-31T15:00Z | | 2026-03-30 | always | | G2 event time
            PL-1 STANDARD 2026-01-10; PL-2 PROFESSIONAL_DIRECT 2026-02-20 | | 2026-04-30 | always | IMPLICIT_UPGRADE PL-1 ACTION 2026-02-20 | E12 G3 the old plan
            PL-1 STANDARD 2026-01-10; PL-2 STANDARD 2026-02-20 | | 2026-04-30 | always | DUPLICATE_PLAN_ON_ACCOUNT PL-2 BLOCKER 2026-02-20 | E13
            PL-1 STANDARD 2026-01-10; PL-2 STANDARD 2026-02-20 cancel=2026-03-01 | | 2026-04-30 | always | DUPLICATE_PLAN_ON_ACCOUNT PL-2 BLOCKER 2026-02-20..2026-03-20 | G4 until the plan ends
            PL-1 PROFESSIONAL_DIRECT 2026-01-10; PL-2 STANDARD 2026-02-20 | | 2026-04-30 | always | LOWER_PLAN_WHILE_HIGHER_RENEWS PL-2 BLOCKER 2026-02-20 | E14
            PL-1 PROFESSIONAL_DIRECT 2026-01-20 cancel=2026-04-10T09:00Z; PL-2 STANDARD 2026-04-10T09:05Z | | 2026-04-30 | always | OVERLAPPING_PAID_TERMS PL-2 INFO 2026-04-10 | E15 G3 the new plan
            PL-1 STANDARD 2026-04-01 | currency=KRW type=MOSP | 2026-05-30 | always | NO_PRICE PL-1 BLOCKER 2026-04-01 | E22
            PL-1 STANDARD 2026-04-01 freq=P1Y | | 2026-05-30 | always | UNSUPPORTED_FREQUENCY PL-1 BLOCKER 2026-04-01 | R68
            PL-1 STANDARD 2026-03-20 | status=DISABLED@2026-04-18 | 2026-04-24 | always | ACCOUNT_DISABLED_AT_RENEWAL PL-1 BLOCKER 2026-04-20 | E38
            PL-1 STANDARD 2026-03-20 | status=DISABLED@2026-04-18,ACTIVE@2026-04-25 | 2026-04-30 | always | ACCOUNT_DISABLED_AT_RENEWAL PL-1 BLOCKER 2026-04-20..2026-04-25 | G4 resolved when active
            PL-1 STANDARD 2026-03-20 | status=DISABLED@2026-04-18 | 2026-05-30 | always | ACCOUNT_DISABLED_AT_RENEWAL PL-1 BLOCKER 2026-04-20 | G4 the first of the run
            PL-1 STANDARD 2026-03-20 | status=DISABLED@2026-04-18,CLOSED@2026-04-25 | 2026-06-30 | always | ACCOUNT_DISABLED_AT_RENEWAL PL-1 BLOCKER 2026-04-20 | C5 closing does not release
            PL-1 STANDARD 2026-03-20 freq=P1Y | status=DISABLED@2026-04-18 | 2026-04-30 | always | UNSUPPORTED_FREQUENCY PL-1 BLOCKER 2026-03-20 | C4 one reason
            PL-1 STANDARD 2026-03-20 | EA begin=2026-03-20 indirect | 2026-04-30 | always | INDIRECT_EA_WITHOUT_PARTNER PL-1 BLOCKER 2026-03-20 | P30
            PL-9 STANDARD 2026-03-01 first=2026-03-10 | unknown | 2026-04-30 | always | PLAN_SCOPE_UNKNOWN PL-9 BLOCKER 2026-03-10 | E65 G4 from its first export
            PL-9 STANDARD 2026-03-10 first=2026-03-01 | unknown | 2026-04-30 | always | PLAN_SCOPE_UNKNOWN PL-9 BLOCKER 2026-03-10 | G4 from S
            PL-9 STANDARD 2026-03-01 first=2026-03-10 | seen=2026-04-02 | 2026-04-30 | always | PLAN_SCOPE_UNKNOWN PL-9 BLOCKER 2026-03-10..2026-04-02 | G4 until an export brings the account
            PL-9 STANDARD 2026-03-01 first=2026-03-10 | seen=2026-03-10 | 2026-04-30 | always | | G4 seen on one day
            PL-9 STANDARD 2026-03-01 first=2026-03-10 | EA unknown | 2026-04-30 | always | PLAN_LINK_UNKNOWN_EA PL-9 BLOCKER 2026-03-10 | P47 and nothing of the agreement itself
            PL-1 UNIFIED 2026-03-01 | | 2026-04-30 | always | CHANNEL_NOT_ALLOWED PL-1 BLOCKER 2026-03-01 | E50
            PL-1 STANDARD 2026-03-01 channel=AZURE_PORTAL | EA begin=2026-03-01 | 2026-04-30 | always | CHANNEL_NOT_ALLOWED PL-1 BLOCKER 2026-03-01; EA_MISSING_PLAN EA-1 ACTION 2026-03-01 | E55
            PL-1 DEVELOPER 2026-04-01 | EA begin=2026-04-01 | 2026-04-30 | always | EA_DEVELOPER_NOT_ALLOWED PL-1 BLOCKER 2026-04-01; EA_MISSING_PLAN EA-1 ACTION 2026-04-01 | E41 R73
            | EA begin=2026-03-01 | 2026-04-30 | never | EA_MISSING_PLAN EA-1 INFO 2026-03-01 | E44
            | EA begin=2026-03-01 | 2026-02-01 | always | | E44 not started
            | EA begin=2026-03-01 | 2026-04-30 | 2026-03-01..2026-04-01 | EA_MISSING_PLAN EA-1 INFO 2026-03-01 | G1 severity on the day of the run
            PL-1 STANDARD 2026-04-20 | EA begin=2026-03-01 | 2026-04-30 | always | EA_MISSING_PLAN EA-1 ACTION 2026-03-01..2026-04-20 | X17 resolves itself
            PL-1 STANDARD 2026-03-01; PL-2 STANDARD 2026-03-20 | EA begin=2026-03-01 | 2026-04-30 | always | EA_MULTIPLE_PLANS PL-2 BLOCKER 2026-03-20 | E53
            PL-1 STANDARD 2026-03-01; PL-2 PROFESSIONAL_DIRECT 2026-04-10 | EA begin=2026-03-01 denied | 2026-05-01 | always | UPGRADE_NOT_AVAILABLE_IN_REGION PL-2 BLOCKER 2026-04-10 | E43
            PL-1 STANDARD 2026-01-10 cancel=2026-04-12 via=AZURE_PORTAL | EA begin=2026-01-10 | 2026-04-30 | always | CANCEL_WRONG_CHANNEL PL-1 ACTION 2026-04-12 | E51
            PL-1 STANDARD 2026-01-10 cancel=2026-04-12 via=AZURE_PORTAL cancel=2026-04-20 via=SUPPORT_REQUEST | EA begin=2026-01-10 | 2026-04-30 | always | CANCEL_WRONG_CHANNEL PL-1 ACTION 2026-04-20 | G1 one row, of the last time
            PL-1 STANDARD 2026-01-25 cancel=2026-02-20 seen=2026-04-08 | | 2026-04-30 | always | BACKDATED_CANCEL_REVIEW PL-1 ACTION 2026-04-08 | E61c
            | EA begin=2026-03-02 order=PENDING:STANDARD:2026-03-02 | 2026-03-31 | always | EA_PLAN_PENDING EA-1 INFO 2026-03-02 | E47a
            | EA begin=2026-03-02 order=PENDING:STANDARD:2026-03-02 | 2026-04-02 | always | EA_MISSING_PLAN EA-1 ACTION 2026-04-02; EA_PLAN_PENDING EA-1 INFO 2026-03-02..2026-04-02; PENDING_ORDER_STALE EA-1 ACTION 2026-04-02 | E48 X18
            | EA begin=2026-03-02 order=PENDING:STANDARD:2026-03-02 request=2026-03-05:DEVELOPER:text | 2026-03-31 | always | EA_PLAN_PENDING EA-1 INFO 2026-03-02; TEMP_REQUEST_INVALID EA-1 ACTION 2026-03-05 | E49a
            | EA begin=2026-03-02 order=PENDING:STANDARD:2026-03-02 request=2026-03-05:STANDARD,2026-03-09:STANDARD,2026-04-20:STANDARD | 2026-03-31 | always | EA_PLAN_PENDING EA-1 INFO 2026-03-02; TEMP_REQUEST_INVALID EA-1 ACTION 2026-03-09 | F6 the newest by that day
            PL-1 STANDARD 2026-01-25 cancel=2026-03-20 seen=2026-04-08 | | 2026-04-30 | always | BACKDATED_CANCEL_CREDITED PL-1 INFO 2026-04-08 | E61b a candidate: the store drops it where nothing was credited
            PL-1 STANDARD 2026-01-25 cancel=2026-03-20 seen=2026-04-08 | | 2026-04-07 | always | | G5 not before it was seen
            PL-1 STANDARD 2026-01-10; PL-2 PROFESSIONAL_DIRECT 2026-02-20 first=2026-03-12 | | 2026-04-30 | always | BACKDATED_CANCEL_CREDITED PL-1 INFO 2026-03-12; IMPLICIT_UPGRADE PL-1 ACTION 2026-02-20 | C7 an upgrade seen late
            PL-1 STANDARD 2026-03-01 | pay=CARD:2026-03 | 2026-04-14 | always | PAST_DUE PL-1 ACTION 2026-04-01 | E29 D4
            PL-1 STANDARD 2026-03-01 | pay=CARD:2026-03 | 2026-04-30 | always | PAST_DUE PL-1 ACTION 2026-04-01..2026-04-15 | E29 D4 until it is suspended
            PL-1 STANDARD 2026-03-01 paid=2026-04-06 | pay=CARD:2026-03 | 2026-04-30 | always | PAST_DUE PL-1 ACTION 2026-04-01..2026-04-06 | E30
            PL-1 STANDARD 2026-03-01 paid=2026-04-01 | pay=CARD:2026-03 | 2026-04-30 | always | | D4 paid on the very day: no day past due
            PL-1 STANDARD 2026-03-01 first=2026-03-09 | program=MSDN seen=2026-03-09 | 2026-04-30 | always | PROGRAM_BENEFIT_UNVERIFIED BA-A INFO 2026-03-09 | E70 G4 the first export that shows it
            PL-1 STANDARD 2026-03-01 first=2026-03-09 | program=MSDN,MSDN:2026-12-31:2@2026-04-10 seen=2026-03-09 | 2026-04-30 | always | PROGRAM_BENEFIT_UNVERIFIED BA-A INFO 2026-03-09..2026-04-10 | R15 told later
            PL-1 STANDARD 2026-03-01 | EA begin=2026-03-01 level=PROFESSIONAL_DIRECT | 2026-04-30 | always | EA_LEVEL_MISMATCH EA-1 ACTION 2026-03-01 | B10
            PL-1 STANDARD 2026-03-01 | EA begin=2026-03-01 level=PROFESSIONAL_DIRECT,STANDARD@2026-04-02 | 2026-04-30 | always | EA_LEVEL_MISMATCH EA-1 ACTION 2026-03-01..2026-04-02 | B10 mended
            PL-1 STANDARD 2026-03-01 | EA begin=2026-03-01 level=OTHER | 2026-04-30 | always | | B10 OTHER is no tier
            PL-1 STANDARD 2026-03-01; PL-2 PROFESSIONAL_DIRECT 2026-04-10 | EA begin=2026-03-01 level=PROFESSIONAL_DIRECT | 2026-04-30 | always | EA_LEVEL_MISMATCH EA-1 ACTION 2026-03-01..2026-04-10; IMPLICIT_UPGRADE PL-1 ACTION 2026-04-10 | B10 the best plan in force
            PL-1 STANDARD 2026-03-01 | EA begin=2026-03-01 level=PROFESSIONAL_DIRECT status=CLOSED@2026-04-10 | 2026-04-30 | always | EA_LEVEL_MISMATCH EA-1 ACTION 2026-03-01..2026-04-11; EA_MISSING_PLAN EA-1 ACTION 2026-04-11 | B10 only while the plan covers
            | EA begin=2026-03-01 level=NOT_EXPORTED seen=2026-03-10 | 2026-04-30 | always | EA_LEVEL_NOT_EXPORTED EA-1 INFO 2026-03-10 | L11 from the first export of the agreement
            EA:EA-1 STANDARD 2026-03-01 row | EA begin=2026-03-01 level=PROFESSIONAL_DIRECT,STANDARD@2026-04-02 | 2026-04-30 | always | | B10 the row itself is the plan
            EA:EA-1 STANDARD 2025-03-01 end=2026-02-28 row ; EA:EA-1 STANDARD 2026-03-01 number=12 row | EA begin=2025-03-01 | 2026-04-30 | 2025-03-01..2025-06-01,2026-03-01..2026-04-10 | PLAN_WITHOUT_SUBSCRIPTIONS EA:EA-1 ACTION 2026-04-10 | B9 one row for both periods
            | EA begin=2026-03-01 end=2026-04-15 ea=EXPIRED@2026-04-16 | 2026-04-30 | always | EA_EXPIRED_WITH_SUBSCRIPTIONS EA-1 ACTION 2026-04-16; EA_MISSING_PLAN EA-1 ACTION 2026-03-01..2026-04-16 | E44 EXPIRED
            """)
    void the_flags_by_a_day(String plans, String scope, LocalDate asOf, String present, String flags, String why) {
        assertEquals(
                flags == null ? "" : flags,
                Said.flags(decide(plans, scope, asOf, present).flags()),
                why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            first month | recorded | bound | as of | charges | why
                        |     | 15 | 2026-03-31 | 2026-01-10 100.00; 2026-02-10 100.00; 2026-03-10 100.00 | X2
            2026-02     |     | 15 | 2026-03-31 | 2026-02-10 100.00; 2026-03-10 100.00 | L16 billed elsewhere before
            2025-02     |     | 15 | 2026-03-31 | 2026-01-10 100.00; 2026-02-10 100.00; 2026-03-10 100.00 | L16
                        |     | 2  | 2026-03-31 | 2026-01-10 100.00 HELD SAFETY_BOUND; 2026-02-10 100.00 HELD SAFETY_BOUND; 2026-03-10 100.00 HELD SAFETY_BOUND | B17 all new ones
                        | 0   | 2  | 2026-03-31 | 2026-01-10 100.00; 2026-02-10 100.00; 2026-03-10 100.00 | B17 two new ones are allowed
                        | 0   | 1  | 2026-03-31 | 2026-01-10 100.00; 2026-02-10 100.00 HELD SAFETY_BOUND; 2026-03-10 100.00 HELD SAFETY_BOUND | B17 not the recorded
                        | 2   | 1  | 2026-03-31 | 2026-01-10 100.00 HELD SAFETY_BOUND; 2026-02-10 100.00 HELD SAFETY_BOUND; 2026-03-10 100.00 | B17 recorded is a later one, held for another reason when the first two came to many
                        | 0 2 | 1  | 2026-03-31 | 2026-01-10 100.00; 2026-02-10 100.00; 2026-03-10 100.00 | B17 one new one between the recorded
                        | 5 6 | 2  | 2026-03-31 | 2026-01-10 100.00 HELD SAFETY_BOUND; 2026-02-10 100.00 HELD SAFETY_BOUND; 2026-03-10 100.00 HELD SAFETY_BOUND | B17 what is recorded of other terms does not count
            """)
    void charges_begin_with_the_first_month_and_stop_at_the_safety_bound(
            YearMonth first, String recorded, int bound, LocalDate asOf, String charges, String why) {
        Policies policies = PolicyCatalogue.policies(Map.of(
                "billing.first-month",
                first == null ? "" : first.toString(),
                "run.max-terms-per-plan",
                Integer.toString(bound)));
        ScopeFacts scope = Facts.of("", "PL-1 STANDARD 2026-01-10");
        ScopeRule rule = new ScopeRule(Facts.prices(), Set.of(), policies, asOf);
        Population all = new Population(DaySet.ALL, DaySet.ALL);
        ScopeDecision decision = Facts.decide(rule, scope, all, Map.of("PL-1", Facts.terms(recorded)));
        assertEquals(charges, Said.charges(decision.charges()), why);
        boolean held = charges.contains("SAFETY_BOUND");
        assertEquals(held, decision.flags().stream().anyMatch(f -> f.code() == FlagCode.SAFETY_BOUND), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            scope | verdict | why
            EA begin=2026-01-01 program=MSDN:2026-12-31:2 | MISSING EA_NO_PLAN | E70 F2 a programme is no plan
            EA begin=2026-01-01 program=MSDN              | MISSING PROGRAM_TERMS_UNKNOWN | E6
            EA begin=2026-01-01                           | MISSING EA_NO_PLAN | X17
            """)
    void the_verdict_on_an_agreement_of_a_member(String scope, String verdict, String why) {
        LocalDate day = LocalDate.of(2026, 4, 30);
        List<String> said = decide("", scope, day).verdicts().stream()
                .filter(span -> span.days().contains(day))
                .map(span -> span.verdict() + " " + span.reason())
                .toList();
        assertEquals(List.of(verdict), said, why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            plans | as of | state | why
            EA:EA-1 STANDARD 2025-12-01 end=2026-01-31 row | 2026-01-31 | ACTIVE from 2025-12-01 through 2026-01-31 contract 2026-01-31 | X2 its last day
            EA:EA-1 STANDARD 2025-12-01 end=2026-01-31 row | 2026-02-01 | ENDED from 2025-12-01 through 2026-01-31 contract 2026-01-31 ENDED_CONTRACT | X6 and the day after
            EA:EA-1 STANDARD 2025-12-01 end=2026-01-31 row; EA:EA-1 STANDARD 2026-02-01 number=2 row | 2026-01-31 | ACTIVE from 2025-12-01 through 2026-01-31 contract 2026-01-31 | B9 the first speaks
            EA:EA-1 STANDARD 2025-12-01 end=2026-01-31 row; EA:EA-1 STANDARD 2026-02-01 number=2 row | 2026-02-01 | ACTIVE from 2025-12-01 through 2026-02-28 contract 2027-01-31 | B9 then the second
            EA:EA-1 STANDARD 2025-12-01 end=2026-01-31 row; EA:EA-1 STANDARD 2026-03-01 number=2 row | 2026-02-15 | ENDED from 2025-12-01 through 2026-01-31 contract 2026-01-31 ENDED_CONTRACT | B9 in the gap
            EA:EA-1 STANDARD 2025-12-01 end=2026-01-31 row; EA:EA-1 STANDARD 2026-03-01 number=2 row cancel=2026-02-20 | 2026-03-15 | ENDED from 2025-12-01 through 2026-01-31 contract 2026-01-31 ENDED_CONTRACT | B9 cancelled before it began
            """)
    void a_plan_of_several_periods_is_one_row(String plans, LocalDate asOf, String state, String why) {
        List<ScopeDecision.PlanState> rows =
                decide(plans, "EA begin=2025-12-01", asOf).plans();
        assertEquals(1, rows.size(), why);
        ScopeDecision.PlanState row = rows.get(0);
        assertEquals(
                state,
                row.status() + " from " + row.start() + " through " + row.coveredThrough() + " contract "
                        + row.life().contractEnd()
                        + (row.ended() == null ? "" : " " + row.ended().outcome()),
                why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            plans | billed | why
            PL-1 STANDARD 2026-01-10 | 0 yes; 1 yes; 2 yes | X11
            EA:EA-1 UNIFIED 2026-01-10 row | 0 no; 1 no; 2 no | P41
            EA:EA-1 UNIFIED 2026-01-01 end=2026-02-28 row; EA:EA-1 STANDARD 2026-03-01 number=2 row | 0 no; 1 no; 2 yes | B9 each by its own level
            EA:EA-1 STANDARD 2026-01-01 end=2026-02-28 row; EA:EA-1 UNIFIED 2026-03-01 number=2 row | 0 yes; 1 yes; 2 no | B9
            """)
    void a_term_tells_whether_it_is_billed_here(String plans, String billed, String why) {
        String scope = plans.startsWith("EA:") ? "EA begin=2025-12-01" : "";
        String said = decide(plans, scope, LocalDate.of(2026, 3, 15)).terms().stream()
                .map(state -> state.term().number() + (state.billed() ? " yes" : " no"))
                .collect(Collectors.joining("; "));
        assertEquals(billed, said, why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            plans | days | why
            PL-1 STANDARD 2026-01-10 | | C9 it goes on
            EA:EA-1 STANDARD 2025-12-01 end=2026-01-31 row | | C9 its contract ran out
            PL-1 STANDARD 2026-01-10 cancel=2026-02-20 | from 2026-03-10 | X15 C9
            PL-1 STANDARD 2026-01-10 start=2026-02-01 cancel=2026-01-20 | from 2026-01-20 | B11 cancelled before it began
            PL-1 STANDARD 2026-01-10; PL-2 PROFESSIONAL_DIRECT 2026-02-20 | from 2026-03-10 | C9 X9 bought over
            EA:EA-1 STANDARD 2025-12-01 end=2026-01-31 row cancel=2025-12-20; EA:EA-1 STANDARD 2026-02-01 number=2 row | 2026-01-01 until 2026-02-01 | B9 only the first period
            EA:EA-1 STANDARD 2026-02-01 number=2 row; EA:EA-1 STANDARD 2025-12-01 end=2026-01-31 row cancel=2025-12-20 | 2026-01-01 until 2026-02-01 | B9 in any order
            EA:EA-1 STANDARD 2025-12-01 end=2026-01-31 row cancel=2026-01-20; EA:EA-1 STANDARD 2026-02-01 number=2 row | | B9 it ran out on the day the second began
            EA:EA-1 STANDARD 2025-12-01 end=2026-01-31 row; EA:EA-1 STANDARD 2026-03-01 number=2 row cancel=2026-02-20 | from 2026-03-01 | B9 B11 the gap belongs to the first
            EA:EA-1 STANDARD 2025-12-01 end=2026-01-31 row; EA:EA-1 STANDARD 2026-02-01 number=2 row cancel=2026-02-20 | from 2026-03-01 | B9 only the second
            """)
    void the_days_whose_charges_a_cancellation_takes_away(String plans, String days, String why) {
        String scope = plans.startsWith("EA:") ? "EA begin=2025-12-01" : "";
        String said = decide(plans, scope, LocalDate.of(2026, 3, 15)).plans().get(0).cancelled().stream()
                .map(span -> span.open() ? "from " + span.from() : span.from() + " until " + span.until())
                .collect(Collectors.joining("; "));
        assertEquals(days == null ? "" : days, said, why);
    }

    private static ScopeDecision decide(String plans, String scope, LocalDate asOf) {
        return decide(plans, scope, asOf, "always");
    }

    private static ScopeDecision decide(String plans, String scope, LocalDate asOf, String present) {
        ScopeFacts facts = Facts.of(scope, plans);
        ScopeRule rule = new ScopeRule(Facts.prices(), Set.of(), Facts.POLICIES, asOf);
        Population population = new Population(Facts.days(present), Facts.days(present));
        return Facts.decide(rule, facts, population, Map.of());
    }
}
