package io.coverbook.entitlement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coverbook.calendar.DaySet;
import io.coverbook.renewal.ScopeFacts;
import io.coverbook.renewal.ScopePlans;
import io.coverbook.testkit.Facts;
import io.coverbook.testkit.Said;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeCoverTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            plans | scope | cover | why
            | | BASIC ACCOUNT_NO_PLAN | E19 E17
            PL-1 STANDARD 2026-03-28T10:00Z | | BASIC ACCOUNT_NO_PLAN; 2026-03-28 STANDARD ACCOUNT_PLAN PL-1 | E01 P6
            PL-1 STANDARD 2026-01-15 cancel=2026-03-31T09:00Z | | BASIC ACCOUNT_NO_PLAN; 2026-01-15 STANDARD ACCOUNT_PLAN PL-1; 2026-04-15 BASIC PLAN_ENDED | E04 P6
            PL-1 STANDARD 2026-01-15 cancel=2026-04-15T00:00:00Z | | BASIC ACCOUNT_NO_PLAN; 2026-01-15 STANDARD ACCOUNT_PLAN PL-1; 2026-05-15 BASIC PLAN_ENDED | E06
            PL-1 STANDARD 2026-05-05T08:00Z cancel=2026-05-05T08:20Z | | BASIC ACCOUNT_NO_PLAN; 2026-05-05 STANDARD ACCOUNT_PLAN PL-1; 2026-06-05 BASIC PLAN_ENDED | E07
            PL-1 STANDARD 2026-01-15 cancel=2026-03-31T09:00Z; PL-2 STANDARD 2026-03-31T15:00Z | | BASIC ACCOUNT_NO_PLAN; 2026-01-15 STANDARD ACCOUNT_PLAN PL-1 | E08 uninterrupted
            PL-1 STANDARD 2026-01-15 cancel=2026-03-31T09:00Z; PL-2 PROFESSIONAL_DIRECT 2026-03-31T09:05Z | | BASIC ACCOUNT_NO_PLAN; 2026-01-15 STANDARD ACCOUNT_PLAN PL-1; 2026-03-31 PROFESSIONAL_DIRECT ACCOUNT_PLAN PL-2 | E10 masked
            PL-1 STANDARD 2026-01-10; PL-2 PROFESSIONAL_DIRECT 2026-02-20T10:00Z | | BASIC ACCOUNT_NO_PLAN; 2026-01-10 STANDARD ACCOUNT_PLAN PL-1; 2026-02-20 PROFESSIONAL_DIRECT ACCOUNT_PLAN PL-2 | E12
            PL-1 STANDARD 2026-01-10; PL-2 STANDARD 2026-02-20 | | BASIC ACCOUNT_NO_PLAN; 2026-01-10 STANDARD ACCOUNT_PLAN PL-1 | E13 through PL-1
            PL-1 PROFESSIONAL_DIRECT 2026-01-20 cancel=2026-04-10T09:00Z; PL-2 STANDARD 2026-04-10T09:05Z | | BASIC ACCOUNT_NO_PLAN; 2026-01-20 PROFESSIONAL_DIRECT ACCOUNT_PLAN PL-1; 2026-04-20 STANDARD ACCOUNT_PLAN PL-2 | E15
            PL-1 DEVELOPER 2026-04-12 | type=MOSP | BASIC ACCOUNT_NO_PLAN; 2026-04-12 DEVELOPER ACCOUNT_PLAN PL-1 | E18
            PL-1 STANDARD 2026-04-01 | currency=KRW type=MOSP | BASIC ACCOUNT_NO_PLAN; 2026-04-01 STANDARD ACCOUNT_PLAN PL-1 | E22 a charge hold covers
            PL-1 STANDARD 2026-05-10 start=2026-06-01 cancel=2026-05-20 | | BASIC ACCOUNT_NO_PLAN; 2026-05-10 BASIC PLAN_NOT_STARTED; 2026-05-20 BASIC ACCOUNT_NO_PLAN | E27 E5
            PL-1 STANDARD 2026-05-10 start=2026-06-01 | | BASIC ACCOUNT_NO_PLAN; 2026-05-10 BASIC PLAN_NOT_STARTED; 2026-06-01 STANDARD ACCOUNT_PLAN PL-1 | E5
            PL-1 STANDARD 2026-01-15 cancel=2026-02-01; PL-2 STANDARD 2026-03-10 start=2026-04-01 | | BASIC ACCOUNT_NO_PLAN; 2026-01-15 STANDARD ACCOUNT_PLAN PL-1; 2026-02-15 BASIC PLAN_ENDED; 2026-03-10 BASIC PLAN_NOT_STARTED; 2026-04-01 STANDARD ACCOUNT_PLAN PL-2 | X25 not started before ended
            PL-1 STANDARD 2026-01-20 | status=CLOSED@2026-04-10 | BASIC ACCOUNT_NO_PLAN; 2026-01-20 STANDARD ACCOUNT_PLAN PL-1; 2026-04-11 BASIC PLAN_ENDED | E37 A8
            PL-1 STANDARD 2026-01-20 | status=CLOSED@2026-04-10,ACTIVE@2026-04-15 | BASIC ACCOUNT_NO_PLAN; 2026-01-20 STANDARD ACCOUNT_PLAN PL-1; 2026-04-11 BASIC PLAN_ENDED; 2026-04-15 STANDARD ACCOUNT_PLAN PL-1 | A8 open again
            PL-1 STANDARD 2026-01-20 | status=DISABLED@2026-04-18 | BASIC ACCOUNT_NO_PLAN; 2026-01-20 STANDARD ACCOUNT_PLAN PL-1 | E1 disabled: tier as found
            PL-1 UNIFIED 2026-03-01 cancel=2026-04-20 | | BASIC ACCOUNT_NO_PLAN; 2026-03-01 BASIC PLAN_HELD; 2026-05-01 BASIC ACCOUNT_NO_PLAN | E50 E3
            PL-9 STANDARD 2026-03-01 | unknown | BASIC ACCOUNT_NO_PLAN; 2026-03-01 BASIC PLAN_HELD | E65 E7
            PL-1 STANDARD 2026-01-01 channel=MS_SELLER end=2026-06-30 | type=MOSP | BASIC ACCOUNT_NO_PLAN; 2026-01-01 STANDARD ACCOUNT_PLAN PL-1; 2026-07-01 BASIC PLAN_ENDED | H4 a known contract end shows
            """)
    void the_cover_of_an_account(String plans, String scope, String cover, String why) {
        assertEquals(cover, cover(scope, plans, "never"), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            plans | scope | elsewhere | cover | why
            | | | BASIC EA_NO_PLAN | E44
            | | 2025-07-01..2026-07-01 | BASIC EA_NO_PLAN; 2025-07-01 BASIC PLAN_LINKED_TO_OTHER_EA; 2026-07-01 BASIC EA_NO_PLAN | E40 R77
            PL-1 STANDARD 2025-07-01 end=2026-06-30 | | | BASIC EA_NO_PLAN; 2025-07-01 STANDARD EA_PLAN PL-1; 2026-07-01 BASIC PLAN_ENDED | E39 E35
            PL-1 STANDARD 2025-07-01 end=2026-06-30 | | always | BASIC PLAN_LINKED_TO_OTHER_EA; 2025-07-01 STANDARD EA_PLAN PL-1; 2026-07-01 BASIC PLAN_ENDED | X25 ended before linked
            PL-1 DEVELOPER 2026-04-01 cancel=2026-05-05 via=PARTNER | | | BASIC EA_NO_PLAN; 2026-04-01 BASIC DEVELOPER_NOT_ALLOWED_ON_EA; 2026-06-01 BASIC EA_NO_PLAN | E41 E3
            PL-1 STANDARD 2026-04-01 channel=AZURE_PORTAL cancel=2026-05-05; PL-2 DEVELOPER 2026-04-10 cancel=2026-04-20 via=PARTNER | | | BASIC EA_NO_PLAN; 2026-04-01 BASIC PLAN_HELD; 2026-04-10 BASIC DEVELOPER_NOT_ALLOWED_ON_EA; 2026-05-10 BASIC PLAN_HELD; 2026-06-01 BASIC EA_NO_PLAN | X25 precedence
            PL-1 STANDARD 2026-01-01; PL-2 PROFESSIONAL_DIRECT 2026-04-10 | denied | | BASIC EA_NO_PLAN; 2026-01-01 STANDARD EA_PLAN PL-1; 2027-01-01 BASIC PLAN_HELD; 2027-04-10 BASIC PLAN_ENDED | E43
            PL-1 STANDARD 2025-04-01 end=2026-04-15 | end=2026-04-15 ea=EXTENDED@2026-04-16 | | BASIC EA_NO_PLAN; 2025-04-01 STANDARD EA_PLAN PL-1; 2026-05-01 BASIC PLAN_ENDED | E45 to 04-30
            PL-1 STANDARD 2025-04-01 end=2026-04-15 | end=2026-04-15 ea=EXPIRED@2026-04-16 | | BASIC EA_NO_PLAN; 2025-04-01 STANDARD EA_PLAN PL-1; 2026-05-01 BASIC PLAN_ENDED | E45 same coverage
            PL-1 STANDARD 2025-04-01 end=2026-04-15 | end=2026-04-15 ea=TERMINATED@2026-04-15 | | BASIC EA_NO_PLAN; 2025-04-01 STANDARD EA_PLAN PL-1; 2026-04-16 BASIC PLAN_ENDED | E45 to 04-15
            PL-1 STANDARD 2025-04-01 end=2026-04-15 | end=2026-04-15 ea=TERMINATED@2026-04-20 | | BASIC EA_NO_PLAN; 2025-04-01 STANDARD EA_PLAN PL-1; 2026-04-16 BASIC PLAN_ENDED | A8 the earlier of the two
            PL-1 STANDARD 2025-04-01 end=2026-04-15 | end=2026-04-15 ea=TRANSFERRED@2026-04-10 | | BASIC EA_NO_PLAN; 2025-04-01 STANDARD EA_PLAN PL-1; 2026-04-11 BASIC PLAN_ENDED | P28 A8
            PL-1 UNIFIED 2025-07-01 row | | | BASIC EA_NO_PLAN; 2025-07-01 UNIFIED EA_PLAN PL-1; 2026-07-01 BASIC PLAN_ENDED | E50 H4
            PL-1 STANDARD 2026-01-10 cancel=2026-04-12 via=PARTNER | | | BASIC EA_NO_PLAN; 2026-01-10 STANDARD EA_PLAN PL-1; 2026-05-10 BASIC PLAN_ENDED | E46
            PL-1 STANDARD 2026-01-01 | unknown | | BASIC EA_NO_PLAN; 2026-01-01 BASIC PLAN_HELD; 2027-01-01 BASIC EA_NO_PLAN | P47 E7
            """)
    void the_cover_of_an_agreement(String plans, String scope, String elsewhere, String cover, String why) {
        assertEquals(cover, cover("EA " + (scope == null ? "" : scope), plans, elsewhere), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            plans | scope | cover | why
            | order=PENDING:STANDARD:2026-03-02 | BASIC EA_NO_PLAN; 2026-03-02 BASIC PENDING_ORDER_NOT_ACTIVATED | E47a E4 also when stale
            | order=PENDING:STANDARD:2026-03-02 request=2026-03-05:STANDARD:text | BASIC EA_NO_PLAN; 2026-03-02 BASIC PENDING_ORDER_NOT_ACTIVATED; 2026-03-05 STANDARD TEMPORARY_ORDER; 2026-04-04 BASIC TEMPORARY_EXPIRED | E47b E48
            EA:EA-1 STANDARD 2026-03-20 row | order=PENDING:STANDARD:2026-03-02,FULFILLED@2026-03-18 request=2026-03-05:STANDARD:text | BASIC EA_NO_PLAN; 2026-03-02 BASIC PENDING_ORDER_NOT_ACTIVATED; 2026-03-05 STANDARD TEMPORARY_ORDER; 2026-03-20 STANDARD EA_PLAN EA:EA-1; 2027-03-20 BASIC PLAN_ENDED | E47c
            EA:EA-1 STANDARD 2026-03-20 row | order=PENDING:STANDARD:2026-03-02,FULFILLED@2026-03-18 | BASIC EA_NO_PLAN; 2026-03-02 BASIC PENDING_ORDER_NOT_ACTIVATED; 2026-03-18 BASIC PLAN_NOT_STARTED; 2026-03-20 STANDARD EA_PLAN EA:EA-1; 2027-03-20 BASIC PLAN_ENDED | H3 E5
            EA:EA-1 STANDARD 2026-04-01 row | order=PENDING:STANDARD:2026-03-02,CANCELLED@2026-03-10,PENDING:STANDARD:2026-03-20,FULFILLED@2026-03-25 | BASIC EA_NO_PLAN; 2026-03-02 BASIC PENDING_ORDER_NOT_ACTIVATED; 2026-03-11 BASIC EA_NO_PLAN; 2026-03-20 BASIC PENDING_ORDER_NOT_ACTIVATED; 2026-03-25 BASIC PLAN_NOT_STARTED; 2026-04-01 STANDARD EA_PLAN EA:EA-1; 2027-04-01 BASIC PLAN_ENDED | E5 bought by the order that was fulfilled, not by the one that was cancelled
            | order=PENDING:STANDARD:2026-03-02,FULFILLED@2026-03-18 request=2026-03-10:STANDARD:text:covered@2026-03-05 | BASIC EA_NO_PLAN; 2026-03-02 BASIC PENDING_ORDER_NOT_ACTIVATED; 2026-03-10 BASIC TEMPORARY_EXPIRED; 2026-03-18 BASIC EA_NO_PLAN | X18 E4 asked for after the ordered coverage had started
            | order=PENDING:STANDARD:2026-03-02@always | BASIC EA_NO_PLAN; 2026-03-02 BASIC PENDING_ORDER_NOT_ACTIVATED | E47a E4 the first export of the agreement showed it
            | order=PENDING:STANDARD:2026-03-02,CANCELLED@2026-03-15 request=2026-03-05:STANDARD:text | BASIC EA_NO_PLAN; 2026-03-02 BASIC PENDING_ORDER_NOT_ACTIVATED; 2026-03-05 STANDARD TEMPORARY_ORDER; 2026-03-16 BASIC EA_NO_PLAN | E47d H3
            | order=PENDING:STANDARD:2026-03-02,CANCELLED@2026-03-15 | BASIC EA_NO_PLAN; 2026-03-02 BASIC PENDING_ORDER_NOT_ACTIVATED; 2026-03-16 BASIC EA_NO_PLAN | H3 the day itself still pending
            | order=PENDING:STANDARD:2026-03-02,CANCELLED@2026-03-15,PENDING:PROFESSIONAL_DIRECT:2026-03-20 request=2026-03-05:STANDARD:text,2026-03-22:PROFESSIONAL_DIRECT:text | BASIC EA_NO_PLAN; 2026-03-02 BASIC PENDING_ORDER_NOT_ACTIVATED; 2026-03-05 STANDARD TEMPORARY_ORDER; 2026-03-16 BASIC EA_NO_PLAN; 2026-03-20 BASIC TEMPORARY_EXPIRED; 2026-03-22 PROFESSIONAL_DIRECT TEMPORARY_ORDER; 2026-04-21 BASIC TEMPORARY_EXPIRED | E2 each at the level ordered then
            PL-1 STANDARD 2025-07-01 end=2026-03-31 | order=PENDING:PROFESSIONAL_DIRECT:2026-03-02 request=2026-03-20:PROFESSIONAL_DIRECT:text | BASIC EA_NO_PLAN; 2025-07-01 STANDARD EA_PLAN PL-1; 2026-04-01 PROFESSIONAL_DIRECT TEMPORARY_ORDER; 2026-04-19 BASIC TEMPORARY_EXPIRED | X16.4 only where no plan covers
            EA:EA-1 DEVELOPER 2026-03-01 row cancel=2026-03-02 | order=PENDING:STANDARD:2026-03-10 | BASIC EA_NO_PLAN; 2026-03-01 BASIC DEVELOPER_NOT_ALLOWED_ON_EA; 2026-04-01 BASIC PENDING_ORDER_NOT_ACTIVATED | X25 Developer before pending
            """)
    void the_cover_while_an_order_is_pending(String plans, String scope, String cover, String why) {
        assertEquals(cover, cover("EA " + scope, plans, "never"), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            plans | scope | elsewhere | cover | why
            | program=MSDN:2026-12-31:2 | | LIMITED_PROGRAM PROGRAM_BENEFIT; 2027-01-01 BASIC ACCOUNT_NO_PLAN | E70 R15
            | program=MSDN:2026-12-31:0 | | BASIC ACCOUNT_NO_PLAN | E70 no incidents left
            | program=MSDN | | BASIC PROGRAM_TERMS_UNKNOWN | E70 E6
            | program=MSDN:2026-12-31 | | BASIC PROGRAM_TERMS_UNKNOWN | E6 incidents not told
            | program=NONE,STARTUPS:2026-12-31:1@2026-04-10,NONE@2026-06-01 | | BASIC ACCOUNT_NO_PLAN; 2026-04-10 LIMITED_PROGRAM PROGRAM_BENEFIT; 2026-06-01 BASIC ACCOUNT_NO_PLAN | A2 from the export that tells it
            PL-1 STANDARD 2026-03-01 cancel=2026-03-05 | program=MPN:2026-12-31:1 | | LIMITED_PROGRAM PROGRAM_BENEFIT; 2026-03-01 STANDARD ACCOUNT_PLAN PL-1; 2026-04-01 LIMITED_PROGRAM PROGRAM_BENEFIT; 2027-01-01 BASIC PLAN_ENDED | R15 a paid plan outranks it
            PL-1 STANDARD 2026-03-01 cancel=2026-03-05 | program=MPN | | BASIC PROGRAM_TERMS_UNKNOWN; 2026-03-01 STANDARD ACCOUNT_PLAN PL-1; 2026-04-01 BASIC PLAN_ENDED | E6 after PLAN_ENDED
            | EA program=MSDN:2026-12-31:2 | | LIMITED_PROGRAM PROGRAM_BENEFIT; 2027-01-01 BASIC EA_NO_PLAN | E6 agreements too
            | EA program=MSDN | 2026-01-01..2026-06-01 | BASIC PROGRAM_TERMS_UNKNOWN; 2026-01-01 BASIC PLAN_LINKED_TO_OTHER_EA; 2026-06-01 BASIC PROGRAM_TERMS_UNKNOWN | E6 after PLAN_LINKED_TO_OTHER_EA
            """)
    void the_cover_that_a_programme_brings(String plans, String scope, String elsewhere, String cover, String why) {
        assertEquals(cover, cover(scope, plans, elsewhere), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            plans | scope | as of | cover | why
            PL-1 STANDARD 2026-03-01 | pay=CARD:2026-03 | 2026-03-31 | BASIC ACCOUNT_NO_PLAN; 2026-03-01 STANDARD ACCOUNT_PLAN PL-1 | E8 nobody knows yet that it fails
            PL-1 STANDARD 2026-03-01 | pay=CARD:2026-03 | 2026-04-14 | BASIC ACCOUNT_NO_PLAN; 2026-03-01 STANDARD ACCOUNT_PLAN PL-1 | E8 past due goes on
            PL-1 STANDARD 2026-03-01 | pay=CARD:2026-03 | 2026-04-15 | BASIC ACCOUNT_NO_PLAN; 2026-03-01 STANDARD ACCOUNT_PLAN PL-1; 2026-04-15 BASIC PLAN_SUSPENDED | E29 E8 open
            PL-1 STANDARD 2026-03-01 | pay=CARD:2026-03 | 2026-05-01 | BASIC ACCOUNT_NO_PLAN; 2026-03-01 STANDARD ACCOUNT_PLAN PL-1; 2026-04-15 BASIC PLAN_SUSPENDED; 2026-05-01 BASIC PLAN_ENDED | E29
            PL-1 STANDARD 2026-03-01 paid=2026-04-20 | pay=CARD:2026-03 | 2026-04-30 | BASIC ACCOUNT_NO_PLAN; 2026-03-01 STANDARD ACCOUNT_PLAN PL-1; 2026-04-15 BASIC PLAN_SUSPENDED; 2026-04-20 STANDARD ACCOUNT_PLAN PL-1 | E31
            PL-1 STANDARD 2026-03-01 paid=2026-04-15 | pay=CARD:2026-03 | 2026-04-30 | BASIC ACCOUNT_NO_PLAN; 2026-03-01 STANDARD ACCOUNT_PLAN PL-1 | D3 paid on the last day
            """)
    void the_cover_of_a_plan_that_is_not_paid(String plans, String scope, LocalDate asOf, String cover, String why) {
        ScopeFacts facts = Facts.of(scope, plans);
        assertEquals(
                cover,
                Said.cover(ScopeCover.decide(
                        facts, ScopePlans.decide(facts, Facts.POLICIES, asOf), DaySet.NONE, Facts.POLICIES)),
                why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            tier                | severity | why
            BASIC               |          | E2
            LIMITED_PROGRAM     | C        | E2
            DEVELOPER           | C        | E18
            STANDARD            | A        | E2
            PROFESSIONAL_DIRECT | A        | E2
            UNIFIED             | A        | E50
            """)
    void a_tier_has_a_highest_severity(SupportTier tier, String severity, String why) {
        assertEquals(severity == null ? "" : severity, tier.maxSeverity(), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            plans | scope | days | why
            PL-1 STANDARD 2025-07-01 end=2026-06-30 | | 2025-07-01..2026-07-01 | R77
            PL-1 STANDARD 2025-07-01 end=2026-06-30 | ea=TERMINATED@2026-04-15 | 2025-07-01..2026-04-16 | A8
            PL-1 DEVELOPER 2025-07-01 | | never | R73 a held plan covers nothing
            PL-1 STANDARD 2025-07-01 end=2025-12-31; PL-2 STANDARD 2026-02-01 end=2026-06-30 | | 2025-07-01..2026-01-01,2026-02-01..2026-07-01 | two after each other
            | order=PENDING:STANDARD:2026-03-02 request=2026-03-05:STANDARD:text | never | R77 a plan, not what is temporary
            """)
    void the_days_on_which_a_plan_covers_an_agreement(String plans, String scope, String days, String why) {
        assertEquals(
                Facts.days(days),
                ScopeCover.coveredDays(Facts.lives("EA " + (scope == null ? "" : scope), plans)),
                why);
    }

    private static String cover(String scope, String plans, String elsewhere) {
        ScopeFacts facts = Facts.of(scope, plans);
        return Said.cover(ScopeCover.decide(
                facts, ScopePlans.decide(facts, Facts.POLICIES, Facts.LATER), Facts.days(elsewhere), Facts.POLICIES));
    }
}
