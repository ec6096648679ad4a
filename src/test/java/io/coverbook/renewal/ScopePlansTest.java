package io.coverbook.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coverbook.plan.SupportPlan;
import io.coverbook.testkit.Facts;
import io.coverbook.testkit.Said;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopePlansTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            plan | scope | life | why
            PL-1 STANDARD 2026-03-28T10:00Z                                    |                          | PL-1 goes on                                        | E01 R70
            PL-1 STANDARD 2026-01-15 cancel=2026-03-31T09:00Z                  |                          | PL-1 ENDED_CANCELLED 2026-04-15                     | E04 R66
            PL-1 STANDARD 2026-01-15 cancel=2026-04-14T23:59:59Z               |                          | PL-1 ENDED_CANCELLED 2026-04-15                     | E05 one second before
            PL-1 STANDARD 2026-01-15 cancel=2026-04-15T00:00:00Z               |                          | PL-1 ENDED_CANCELLED 2026-05-15                     | E06 P7 at the first instant
            PL-1 STANDARD 2026-05-05T08:00Z cancel=2026-05-05T08:20Z           |                          | PL-1 ENDED_CANCELLED 2026-06-05                     | E07 same day
            PL-1 STANDARD 2026-03-31T23:30:00-07:00 cancel=2026-04-02          |                          | PL-1 ENDED_CANCELLED 2026-05-01                     | E25 P2 starts 04-01 in UTC
            PL-1 STANDARD 2026-05-10 start=2026-06-01 cancel=2026-05-20        |                          | PL-1 ENDED_CANCELLED 2026-05-20                     | E27 B11 never starts
            PL-1 STANDARD 2026-05-10 start=2026-06-01 cancel=2026-06-01        |                          | PL-1 ENDED_CANCELLED 2026-07-01                     | X7 at the first instant of S it has begun
            PL-1 STANDARD 2026-01-15 off=2026-03-31                            |                          | PL-1 ENDED_CANCELLED 2026-04-15                     | E26 R64 off is a cancellation
            PL-1 STANDARD 2026-01-15 off=2026-03-31 on=2026-04-10              |                          | PL-1 goes on                                        | X8a
            PL-1 STANDARD 2026-01-15 off=2026-03-31 on=2026-04-16              |                          | PL-1 ENDED_CANCELLED 2026-04-15                     | E33
            PL-1 STANDARD 2026-01-25 cancel=2026-03-20 seen=2026-04-08         |                          | PL-1 ENDED_CANCELLED 2026-03-25                     | E61b
            PL-1 STANDARD 2026-01-25 cancel=2026-02-20 seen=2026-04-08         |                          | PL-1 ENDED_CANCELLED 2026-04-25                     | E61c
            PL-1 STANDARD 2026-01-25 cancel=2026-03-08 seen=2026-04-08         |                          | PL-1 ENDED_CANCELLED 2026-03-25                     | E61e
            PL-1 STANDARD 2026-01-20                                           | status=CLOSED@2026-04-10 | PL-1 ENDED_ACCOUNT_CLOSED 2026-04-20                | E37
            PL-1 STANDARD 2026-01-20                                           | status=CLOSED@2026-04-20 | PL-1 ENDED_ACCOUNT_CLOSED 2026-05-20                | X6c A8 the closing day counts
            PL-1 STANDARD 2026-01-20                                           | status=CLOSED@2026-04-19 | PL-1 ENDED_ACCOUNT_CLOSED 2026-04-20                | X6c
            PL-1 STANDARD 2026-01-20 cancel=2026-04-12                         | status=CLOSED@2026-04-10 | PL-1 ENDED_CANCELLED 2026-04-20                     | B11 precedence at one term
            PL-1 STANDARD 2026-01-20 cancel=2026-04-22                         | status=CLOSED@2026-04-10 | PL-1 ENDED_ACCOUNT_CLOSED 2026-04-20                | B11 the earlier term first
            PL-1 STANDARD 2026-01-20                                           | status=CLOSED@2026-04-10,ACTIVE@2026-04-15 | PL-1 goes on                      | X6c open again before the term
            PL-1 STANDARD 2026-01-20                                           | status=DISABLED@2026-04-18 | PL-1 goes on                                      | E38 K7
            PL-1 STANDARD 2026-04-20                                           | status=CLOSED@2026-04-10 | PL-1 ENDED_ACCOUNT_CLOSED 2026-04-20                | B12
            PL-1 STANDARD 2025-06-30 channel=MS_REPRESENTATIVE end=2026-06-30  |                          | PL-1 goes on                                        | E34 P23
            PL-1 STANDARD 2025-07-01 channel=MS_REPRESENTATIVE end=2026-06-30  | type=MOSP                | PL-1 ENDED_CONTRACT 2026-07-01                      | B4 seller on MOSP does not renew
            PL-1 STANDARD 2025-07-01 channel=PARTNER                           | type=MOSP                | PL-1 ENDED_CONTRACT 2026-07-01                      | B5 P25 twelve months
            PL-1 STANDARD 2026-01-31 channel=PARTNER                           | type=MOSP                | PL-1 ENDED_CONTRACT 2027-01-31                      | B5
            PL-1 STANDARD 2025-07-01 end=2025-12-31                            | type=MOSP                | PL-1 goes on                                        | B5 online: contract_end ignored
            PL-1 STANDARD 2026-03-01 channel=MCA                               |                          | PL-1 goes on                                        | R56
            PL-1 UNIFIED 2026-03-01 channel=MS_SELLER                          | type=MOSP                | PL-1 ENDED_CONTRACT 2027-03-01                      | X16.3 UNIFIED from a seller
            """)
    void a_plan_of_an_account(String plan, String scope, String life, String why) {
        assertEquals(life, Said.lives(Facts.lives(scope, plan)), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            plan | scope | life | why
            PL-1 PROFESSIONAL_DIRECT 2025-07-01 end=2026-06-30           |                                          | PL-1 ENDED_CONTRACT 2026-07-01  | E35
            EA:EA-1 STANDARD 2025-07-01 end=2026-06-30 row               |                                          | EA:EA-1 ENDED_CONTRACT 2026-07-01 | E39
            PL-1 STANDARD 2025-04-01 end=2026-04-15                      | end=2026-04-15 ea=EXTENDED@2026-04-16    | PL-1 ENDED_CONTRACT 2026-05-01  | E45 EXTENDED
            PL-1 STANDARD 2025-04-01 end=2026-04-15                      | end=2026-04-15 ea=EXPIRED@2026-04-16     | PL-1 ENDED_AGREEMENT 2026-05-01 | E45 EXPIRED B11
            PL-1 STANDARD 2025-04-01 end=2026-04-15                      | end=2026-04-15 ea=TERMINATED@2026-04-15  | PL-1 ENDED_AGREEMENT 2026-05-01 | E45 TERMINATED
            PL-1 STANDARD 2026-01-01                                     | end=2026-04-15                           | PL-1 ENDED_CONTRACT 2026-05-01  | P25 capped at the EA's end
            PL-1 STANDARD 2026-05-01                                     | end=2026-04-15 ea=EXTENDED@2026-04-16    | PL-1 ENDED_CONTRACT 2027-05-01  | B5 bought in the extended term: no cap
            PL-1 STANDARD 2026-04-15                                     | end=2026-04-15 ea=EXTENDED@2026-04-16    | PL-1 ENDED_CONTRACT 2026-05-15  | B5 S on the end date is capped
            PL-1 STANDARD 2026-01-10 cancel=2026-04-12 via=PARTNER       |                                          | PL-1 ENDED_CANCELLED 2026-05-10 | E46 P26
            PL-1 STANDARD 2026-01-10 cancel=2026-04-12 via=AZURE_PORTAL  |                                          | PL-1 ENDED_CONTRACT 2027-01-10  | E51 R67 wrong channel
            PL-1 STANDARD 2026-01-10 off=2026-04-12                      |                                          | PL-1 ENDED_CONTRACT 2027-01-10  | B2
            PL-1 STANDARD 2026-01-10                                     | ea=PENDING                               | PL-1 ENDED_AGREEMENT 2026-02-10 | B12 X6f pending is checked from k = 1 on
            PL-1 STANDARD 2026-01-10                                     | ea=TRANSFERRED@2026-03-31                | PL-1 ENDED_AGREEMENT 2026-04-10 | X6f
            PL-1 STANDARD 2026-04-10                                     | ea=TRANSFERRED@2026-03-31                | PL-1 ENDED_AGREEMENT 2026-04-10 | B12 never starts
            PL-1 STANDARD 2026-04-10                                     | ea=EXPIRED@2026-03-31                    | PL-1 ENDED_AGREEMENT 2026-04-10 | B12
            PL-1 STANDARD 2026-04-10                                     | ea=EXPIRED@2026-04-09                    | PL-1 ENDED_AGREEMENT 2026-04-10 | B12 before S
            PL-1 STANDARD 2026-04-10                                     | ea=EXPIRED@2026-04-10                    | PL-1 ENDED_AGREEMENT 2026-05-10 | B12 not before S
            PL-1 STANDARD 2026-04-10 row number=12                       | ea=EXPIRED@2026-04-10                    | PL-1 ENDED_AGREEMENT 2026-04-10 | X6f B9 no term 0
            PL-1 STANDARD 2026-04-10                                     | ea=TERMINATED@2026-04-10                 | PL-1 ENDED_AGREEMENT 2026-05-10 | B12 A8 not before S
            PL-1 STANDARD 2026-01-20                                     | status=CLOSED@2026-04-10                 | PL-1 ENDED_ACCOUNT_CLOSED 2026-04-20 | B13 the EA's billing account
            PL-1 STANDARD 2026-01-20                                     | status=CLOSED@2026-04-10 ea=TERMINATED@2026-04-10 | PL-1 ENDED_ACCOUNT_CLOSED 2026-04-20 | B11
            PL-1 UNIFIED 2026-01-20 row                                  |                                          | PL-1 ENDED_CONTRACT 2027-01-20  | H4 E50
            """)
    void a_plan_of_an_agreement(String plan, String scope, String life, String why) {
        assertEquals(life, Said.lives(Facts.lives(ea(scope), plan)), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            plan | scope | life | why
            PL-1 UNIFIED 2026-03-01                             |           | PL-1 HELD CHANNEL_NOT_ALLOWED goes on                        | E50 B4 UNIFIED online
            PL-1 STANDARD 2026-03-01                            | type=MPA  | PL-1 HELD CHANNEL_NOT_ALLOWED goes on                        | B4 P54
            PL-1 STANDARD 2026-03-01                            | type=EA   | PL-1 HELD CHANNEL_NOT_ALLOWED goes on                        | B4
            PL-1 STANDARD 2026-03-01 channel=MS_SELLER          | type=EA   | PL-1 HELD CHANNEL_NOT_ALLOWED ENDED_CONTRACT 2027-03-01      | B4 any plan on it
            PL-1 STANDARD 2026-03-01 channel=MS_SELLER          | type=MOSP | PL-1 ENDED_CONTRACT 2027-03-01                               | B4 allowed
            PL-1 DEVELOPER 2026-03-01 channel=RESELLER          | type=MOSP | PL-1 ENDED_CONTRACT 2027-03-01                               | B4 allowed for all tiers
            PL-1 DEVELOPER 2026-04-12                           | type=MOSP | PL-1 goes on                                                 | E18 R55
            PL-1 STANDARD 2026-03-01                            | unknown   | PL-1 HELD PLAN_SCOPE_UNKNOWN goes on                         | E65 P47
            PL-1 STANDARD 2026-03-01 cancel=2026-03-05          | unknown   | PL-1 HELD PLAN_SCOPE_UNKNOWN ENDED_CANCELLED 2026-04-01      | X11 a held plan can end
            PL-1 STANDARD 2026-05-10 start=2026-06-01 cancel=2026-05-14 DISMISS=PLAN_SCOPE_UNKNOWN@2026-05-20 | unknown | PL-1 HELD PLAN_SCOPE_UNKNOWN ENDED_CANCELLED 2026-05-14 | B11 X11 before it starts the first of two wishes ends it
            PL-1 STANDARD 2026-05-10 start=2026-06-01 cancel=2026-05-20 DISMISS=PLAN_SCOPE_UNKNOWN@2026-05-14 | unknown | PL-1 HELD PLAN_SCOPE_UNKNOWN ENDED_CANCELLED 2026-05-14 | B11 X11
            PL-1 STANDARD 2026-03-01                            | EA unknown | PL-1 HELD PLAN_LINK_UNKNOWN_EA ENDED_CONTRACT 2027-03-01    | P47
            PL-1 DEVELOPER 2026-03-01                           | EA unknown | PL-1 HELD PLAN_LINK_UNKNOWN_EA ENDED_CONTRACT 2027-03-01    | C4 first wins
            PL-1 DEVELOPER 2026-03-01                           | EA        | PL-1 HELD EA_DEVELOPER_NOT_ALLOWED ENDED_CONTRACT 2027-03-01 | E41 R73
            PL-1 DEVELOPER 2026-03-01 channel=AZURE_PORTAL      | EA        | PL-1 HELD EA_DEVELOPER_NOT_ALLOWED goes on                   | C4 first wins
            PL-1 STANDARD 2026-03-01 channel=AZURE_PORTAL       | EA        | PL-1 HELD CHANNEL_NOT_ALLOWED goes on                        | E55 R57 B4
            PL-1 STANDARD 2026-03-01 channel=MCA                | EA        | PL-1 HELD CHANNEL_NOT_ALLOWED goes on                        | B4
            PL-1 STANDARD 2026-03-01 channel=MS_REPRESENTATIVE  | EA        | PL-1 ENDED_CONTRACT 2027-03-01                               | R57 R72
            PL-1 STANDARD 2026-03-01 channel=RESELLER           | EA        | PL-1 ENDED_CONTRACT 2027-03-01                               | R72
            PL-1 UNIFIED 2026-03-01                             | EA        | PL-1 ENDED_CONTRACT 2027-03-01                               | R74
            """)
    void a_plan_whose_validity_is_in_doubt_is_held(String plan, String scope, String life, String why) {
        assertEquals(life, Said.lives(Facts.lives(scope, plan)), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            plans | scope | lives | events | why
            PL-1 STANDARD 2026-01-15 cancel=2026-03-31T09:00Z; PL-2 STANDARD 2026-03-31T15:00Z | | PL-1 goes on; PL-2 MERGED into PL-1 | PL-1 PLAN_REACTIVATED 2026-03-31 | E08 P8
            PL-1 STANDARD 2026-01-15 cancel=2026-03-31T09:00Z corrected=2026-03-20 cancel=2026-03-20 seen=2026-04-01; PL-2 STANDARD 2026-03-30T15:00Z | | PL-1 goes on; PL-2 MERGED into PL-1 | PL-1 BACKDATED_CANCEL_CREDITED 2026-04-01; PL-1 PLAN_REACTIVATED 2026-03-30 | X8b X15 the first date was corrected, so it is not after the purchase
            PL-1 STANDARD 2026-01-15 cancel=2026-03-31T09:00Z corrected=2026-03-20 on=2026-04-20 cancel=2026-03-20 seen=2026-04-01 on=2026-04-20; PL-2 STANDARD 2026-03-30T15:00Z | | PL-1 goes on; PL-2 MERGED into PL-1 | PL-1 BACKDATED_CANCEL_CREDITED 2026-04-01; PL-1 PLAN_REACTIVATED 2026-03-30 | X8b X15 B1 nor where both were switched on again too late
            PL-1 STANDARD 2026-01-15 cancel=2026-03-31T09:00Z; PL-2 STANDARD 2026-04-14 | | PL-1 goes on; PL-2 MERGED into PL-1 | PL-1 PLAN_REACTIVATED 2026-04-14 | X8b on the last paid day
            PL-1 STANDARD 2026-01-15 cancel=2026-03-31T09:00Z; PL-2 STANDARD 2026-04-15 | | PL-1 ENDED_CANCELLED 2026-04-15; PL-2 goes on | | E09 the paid term is over
            PL-1 STANDARD 2026-01-15 cancel=2026-03-31T09:00Z; PL-2 STANDARD 2026-03-31T15:00Z cancel=2026-04-20 | | PL-1 ENDED_CANCELLED 2026-05-15; PL-2 MERGED into PL-1 | PL-1 PLAN_REACTIVATED 2026-03-31 | B7.3 its later wish acts on the kept plan
            PL-1 STANDARD 2026-01-15 cancel=2026-03-31T09:00Z; PL-2 STANDARD 2026-03-31T15:00Z off=2026-04-20 | | PL-1 ENDED_CANCELLED 2026-05-15; PL-2 MERGED into PL-1 | PL-1 PLAN_REACTIVATED 2026-03-31 | B7.3
            PL-1 STANDARD 2026-01-15 cancel=2026-03-31T09:00Z; PL-2 STANDARD 2026-03-31T15:00Z cancel=2026-04-20 via=PARTNER | | PL-1 goes on; PL-2 MERGED into PL-1 | PL-1 PLAN_REACTIVATED 2026-03-31; PL-2 CANCEL_WRONG_CHANNEL 2026-04-20 | B7.3 told once, of the row that asks
            PL-1 STANDARD 2026-01-15 channel=MS_REPRESENTATIVE cancel=2026-03-31T09:00Z via=PARTNER; PL-2 STANDARD 2026-03-31T15:00Z off=2026-04-20 | type=MOSP | PL-1 ENDED_CANCELLED 2026-05-15; PL-2 MERGED into PL-1 | PL-1 PLAN_REACTIVATED 2026-03-31 | B7.3 the switch of the new row's portal acts on the seller's plan
            PL-1 STANDARD 2026-01-15 cancel=2026-02-01 via=PARTNER cancel=2026-03-31T09:00Z; PL-2 STANDARD 2026-03-31T15:00Z | | PL-1 goes on; PL-2 MERGED into PL-1 | PL-1 CANCEL_WRONG_CHANNEL 2026-02-01; PL-1 PLAN_REACTIVATED 2026-03-31 | G5 what happened before stays told
            PL-1 STANDARD 2026-01-15 cancel=2026-03-31T09:00Z cancel=2026-05-02; PL-2 STANDARD 2026-03-31T15:00Z | | PL-1 goes on; PL-2 MERGED into PL-1 | PL-1 PLAN_REACTIVATED 2026-03-31 | A6 the cancelled row vanishes after its plan was bought again
            PL-1 STANDARD 2026-01-15 cancel=2026-03-31T09:00Z on=2026-04-20 cancel=2026-05-02; PL-2 STANDARD 2026-03-31T15:00Z | | PL-1 goes on; PL-2 MERGED into PL-1 | PL-1 PLAN_REACTIVATED 2026-03-31 | A6 B1 nor does one that was switched on too late
            PL-1 STANDARD 2026-01-15 off=2026-02-10 beside=2026-04-20 cancel=2026-04-20 via=PARTNER cancel=2026-05-02; PL-2 STANDARD 2026-02-12 | | PL-1 goes on; PL-2 MERGED into PL-1 | PL-1 CANCEL_WRONG_CHANNEL 2026-04-20; PL-1 PLAN_REACTIVATED 2026-02-12 | A6 R64 nor does one that was switched off beside a request that was refused
            PL-1 STANDARD 2026-01-15 cancel=2026-03-31T09:00Z cancel=2026-05-02 via=AZURE_PORTAL; PL-2 STANDARD 2026-03-31T15:00Z | | PL-1 ENDED_CANCELLED 2026-05-15; PL-2 MERGED into PL-1 | PL-1 PLAN_REACTIVATED 2026-03-31 | X7 B1 a new wish on the old row, which is still told, is no row that vanished
            PL-1 STANDARD 2026-01-15 cancel=2026-03-01 seen=2026-04-08; PL-2 PROFESSIONAL_DIRECT 2026-03-02 cancel=2026-03-03; PL-3 STANDARD 2026-03-05 | | PL-1 ENDED_CANCELLED 2026-04-15; PL-2 ENDED_CANCELLED 2026-04-02; PL-3 MERGED into PL-1 | PL-1 BACKDATED_CANCEL_REVIEW 2026-04-08; PL-1 IMPLICIT_UPGRADE 2026-03-02; PL-1 PLAN_REACTIVATED 2026-03-05; PL-3 OVERLAPPING_PAID_TERMS 2026-03-05 | C7 a wish that counts from the day it was seen is not taken back by a purchase before that day
            PL-1 STANDARD 2026-01-15 cancel=2026-02-20 cancel=2026-02-16 seen=2026-04-30; PL-2 STANDARD 2026-03-05 | | PL-1 goes on; PL-2 MERGED into PL-1 | PL-1 BACKDATED_CANCEL_REVIEW 2026-04-30; PL-1 PLAN_REACTIVATED 2026-03-05 | X8b C7 a date corrected too late says nothing about what was bought after it
            PL-1 STANDARD 2026-01-15 cancel=2026-03-31T09:00Z cancel=2026-06-10 via=AZURE_PORTAL; PL-2 STANDARD 2026-03-31T15:00Z cancel=2026-04-20 | | PL-1 ENDED_CANCELLED 2026-05-15; PL-2 MERGED into PL-1 | PL-1 PLAN_REACTIVATED 2026-03-31 | B7.3 X7 of the wishes on both rows the first one ends it
            PL-1 STANDARD 2026-01-15 cancel=2026-03-31T09:00Z; PL-2 PROFESSIONAL_DIRECT 2026-03-31T09:05Z | | PL-1 ENDED_CANCELLED 2026-04-15; PL-2 goes on | | E10 R62
            PL-1 STANDARD 2026-01-15 cancel=2026-04-15T09:00Z; PL-2 PROFESSIONAL_DIRECT 2026-04-15T09:00Z | | PL-1 ENDED_CANCELLED 2026-05-15; PL-2 goes on | | E11 B6 at exactly the purchase
            PL-1 STANDARD 2026-01-15 cancel=2026-04-15T09:01Z; PL-2 PROFESSIONAL_DIRECT 2026-04-15T09:00Z | | PL-1 ENDED_CANCELLED 2026-05-15; PL-2 goes on | PL-1 IMPLICIT_UPGRADE 2026-04-15 | B6 after the purchase
            PL-1 STANDARD 2026-01-10; PL-2 PROFESSIONAL_DIRECT 2026-02-20T10:00Z | | PL-1 ENDED_UPGRADED 2026-03-10; PL-2 goes on | PL-1 IMPLICIT_UPGRADE 2026-02-20 | E12 P9
            PL-1 STANDARD 2026-01-10; PL-2 PROFESSIONAL_DIRECT 2026-03-10T10:00Z | | PL-1 ENDED_UPGRADED 2026-04-10; PL-2 goes on | PL-1 IMPLICIT_UPGRADE 2026-03-10 | B8 P7 bought after T
            PL-1 STANDARD 2026-01-10; PL-2 PROFESSIONAL_DIRECT 2026-03-10T00:00Z | | PL-1 ENDED_UPGRADED 2026-04-10; PL-2 goes on | PL-1 IMPLICIT_UPGRADE 2026-03-10 | B8 bought at T is not before it
            PL-1 STANDARD 2026-01-10; PL-2 PROFESSIONAL_DIRECT 2026-02-20 start=2026-04-01 | | PL-1 ENDED_UPGRADED 2026-04-10; PL-2 goes on | PL-1 IMPLICIT_UPGRADE 2026-04-01 | B8 no gap before a later start
            PL-1 STANDARD 2026-01-10; PL-2 PROFESSIONAL_DIRECT 2026-02-20 first=2026-04-08 | | PL-1 ENDED_UPGRADED 2026-04-10; PL-2 goes on | PL-1 BACKDATED_CANCEL_REVIEW 2026-04-08; PL-1 IMPLICIT_UPGRADE 2026-02-20 | C7 the purchase was seen after 47 days
            PL-1 STANDARD 2026-01-10; PL-2 PROFESSIONAL_DIRECT 2026-02-20 first=2026-03-23 | | PL-1 ENDED_UPGRADED 2026-03-10; PL-2 goes on | PL-1 BACKDATED_CANCEL_CREDITED 2026-03-23; PL-1 IMPLICIT_UPGRADE 2026-02-20 | C7 31 days are inside
            PL-1 STANDARD 2026-01-10 first=2026-04-08; PL-2 PROFESSIONAL_DIRECT 2026-02-20 first=2026-04-08 | | PL-1 ENDED_UPGRADED 2026-03-10; PL-2 goes on | PL-1 IMPLICIT_UPGRADE 2026-02-20 | C7 both in the first export
            PL-1 STANDARD 2026-01-10; PL-2 STANDARD 2026-02-20 | | PL-1 goes on; PL-2 HELD DUPLICATE_PLAN_ON_ACCOUNT goes on | | E13 P11
            PL-1 STANDARD 2026-01-10 cancel=2026-02-25; PL-2 STANDARD 2026-02-20 | | PL-1 ENDED_CANCELLED 2026-03-10; PL-2 HELD DUPLICATE_PLAN_ON_ACCOUNT goes on | | B7 a later cancellation lifts no hold
            PL-1 PROFESSIONAL_DIRECT 2026-01-10; PL-2 STANDARD 2026-02-20 | | PL-1 goes on; PL-2 HELD LOWER_PLAN_WHILE_HIGHER_RENEWS goes on | | E14 X10
            PL-1 PROFESSIONAL_DIRECT 2026-01-20 cancel=2026-04-10T09:00Z; PL-2 STANDARD 2026-04-10T09:05Z | | PL-1 ENDED_CANCELLED 2026-04-20; PL-2 goes on | PL-2 OVERLAPPING_PAID_TERMS 2026-04-10 | E15 P10
            PL-1 STANDARD 2026-01-10 cancel=2026-02-01 via=PARTNER; PL-2 STANDARD 2026-02-20 | | PL-1 goes on; PL-2 HELD DUPLICATE_PLAN_ON_ACCOUNT goes on | PL-1 CANCEL_WRONG_CHANNEL 2026-02-01 | B3 a wish without effect frees nothing
            PL-2 STANDARD 2026-02-20T09:00Z; PL-1 PROFESSIONAL_DIRECT 2026-02-20T15:00Z | | PL-1 goes on; PL-2 HELD LOWER_PLAN_WHILE_HIGHER_RENEWS goes on | | B6 X10 one day: the higher tier first
            PL-2 STANDARD 2026-02-20T09:00Z; PL-1 STANDARD 2026-02-20T15:00Z | | PL-1 goes on; PL-2 HELD DUPLICATE_PLAN_ON_ACCOUNT goes on | | B6 then the smaller id
            PL-1 STANDARD 2026-02-20T09:05Z; PL-2 STANDARD 2026-02-20T09:10Z off=2026-02-20T09:20Z; PL-3 UNIFIED 2026-02-20T09:25Z | | PL-1 goes on; PL-2 HELD DUPLICATE_PLAN_ON_ACCOUNT ENDED_CANCELLED 2026-03-20; PL-3 HELD CHANNEL_NOT_ALLOWED goes on | | B6 one that is held by itself puts none before another
            PL-2 STANDARD 2026-02-20T09:00Z cancel=2026-02-20T10:00Z; PL-1 PROFESSIONAL_DIRECT 2026-02-20T15:00Z | | PL-1 goes on; PL-2 ENDED_CANCELLED 2026-03-20 | | B6 cancelled before the other was bought
            PL-2 STANDARD 2026-02-20T09:00Z cancel=2026-02-20T10:00Z via=PARTNER; PL-1 PROFESSIONAL_DIRECT 2026-02-20T15:00Z | | PL-1 goes on; PL-2 HELD LOWER_PLAN_WHILE_HIGHER_RENEWS goes on | PL-2 CANCEL_WRONG_CHANNEL 2026-02-20 | B6 B3 not by a wish without effect
            PL-1 DEVELOPER 2026-01-10; PL-2 STANDARD 2026-01-20; PL-3 PROFESSIONAL_DIRECT 2026-01-25 | | PL-1 ENDED_UPGRADED 2026-02-10; PL-2 ENDED_UPGRADED 2026-02-20; PL-3 goes on | PL-1 IMPLICIT_UPGRADE 2026-01-20; PL-2 IMPLICIT_UPGRADE 2026-01-25 | X9 twice, each ended by the first higher one
            PL-1 STANDARD 2026-01-10; PL-2 PROFESSIONAL_DIRECT 2026-02-12 cancel=2026-02-25; PL-3 STANDARD 2026-03-01 | | PL-1 goes on; PL-2 ENDED_CANCELLED 2026-03-12; PL-3 MERGED into PL-1 | PL-1 IMPLICIT_UPGRADE 2026-02-12; PL-1 PLAN_REACTIVATED 2026-03-01; PL-3 OVERLAPPING_PAID_TERMS 2026-03-01 | X8b an implied cancellation is withdrawn too
            PL-1 STANDARD 2026-01-10 cancel=2026-03-05 via=AZURE_PORTAL; PL-2 PROFESSIONAL_DIRECT 2026-02-12 cancel=2026-02-25; PL-3 STANDARD 2026-03-01 | | PL-1 ENDED_CANCELLED 2026-03-10; PL-2 ENDED_CANCELLED 2026-03-12; PL-3 MERGED into PL-1 | PL-1 IMPLICIT_UPGRADE 2026-02-12; PL-1 PLAN_REACTIVATED 2026-03-01; PL-3 OVERLAPPING_PAID_TERMS 2026-03-01 | X8b X9 bought over before it was cancelled: not renewing in between
            PL-1 STANDARD 2026-01-10; PL-2 UNIFIED 2026-02-20 | | PL-1 goes on; PL-2 HELD CHANNEL_NOT_ALLOWED goes on | | B7 a held plan supersedes nobody
            PL-1 UNIFIED 2026-01-10; PL-2 STANDARD 2026-02-20 | | PL-1 HELD CHANNEL_NOT_ALLOWED goes on; PL-2 goes on | | B7 a held plan is ignored
            PL-1 STANDARD 2026-01-10 start=2026-04-01 cancel=2026-02-01; PL-2 STANDARD 2026-04-02 | | PL-1 ENDED_CANCELLED 2026-02-01; PL-2 goes on | | X7 one that never starts is ignored
            """)
    void plans_of_one_account(String plans, String scope, String lives, String events, String why) {
        List<PlanLife> decided = Facts.lives(scope, plans);
        assertEquals(lives, Said.lives(decided), why);
        assertEquals(events == null ? "" : events, Said.events(decided), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            plans | scope | lives | events | why
            PL-1 STANDARD 2026-01-01; PL-2 STANDARD 2026-02-20            |        | PL-1 ENDED_CONTRACT 2027-01-01; PL-2 HELD EA_MULTIPLE_PLANS ENDED_CONTRACT 2027-02-20 | | E53 P31 R76
            PL-1 PROFESSIONAL_DIRECT 2026-01-01; PL-2 STANDARD 2026-02-20 |        | PL-1 ENDED_CONTRACT 2027-01-01; PL-2 HELD EA_MULTIPLE_PLANS ENDED_CONTRACT 2027-02-20 | | X10
            PL-1 STANDARD 2026-01-01; PL-2 PROFESSIONAL_DIRECT 2026-04-10 |        | PL-1 ENDED_UPGRADED 2026-05-01; PL-2 ENDED_CONTRACT 2027-04-10 | PL-1 IMPLICIT_UPGRADE 2026-04-10 | E42 R75
            PL-1 STANDARD 2026-01-01; PL-2 PROFESSIONAL_DIRECT 2026-04-10 | denied | PL-1 ENDED_CONTRACT 2027-01-01; PL-2 HELD UPGRADE_NOT_AVAILABLE_IN_REGION ENDED_CONTRACT 2027-04-10 | | E43 P32
            PL-1 STANDARD 2026-01-01 cancel=2026-04-05 via=PARTNER; PL-2 PROFESSIONAL_DIRECT 2026-04-10 | denied | PL-1 ENDED_CANCELLED 2026-05-01; PL-2 HELD UPGRADE_NOT_AVAILABLE_IN_REGION ENDED_CONTRACT 2027-04-10 | | B7.1 any running Standard
            PL-1 STANDARD 2026-01-01 cancel=2026-04-05 via=PARTNER; PL-2 PROFESSIONAL_DIRECT 2026-05-01 | denied | PL-1 ENDED_CANCELLED 2026-05-01; PL-2 ENDED_CONTRACT 2027-05-01 | | R75 no upgrade where nothing runs
            PL-1 PROFESSIONAL_DIRECT 2026-01-01; PL-2 PROFESSIONAL_DIRECT 2026-04-10 | denied | PL-1 ENDED_CONTRACT 2027-01-01; PL-2 HELD EA_MULTIPLE_PLANS ENDED_CONTRACT 2027-04-10 | | B7.1 R75 only Standard is upgraded
            PL-1 PROFESSIONAL_DIRECT 2026-04-10                           | denied | PL-1 ENDED_CONTRACT 2027-04-10 | | R75
            PL-1 DEVELOPER 2026-01-01; PL-2 STANDARD 2026-02-20           |        | PL-1 HELD EA_DEVELOPER_NOT_ALLOWED ENDED_CONTRACT 2027-01-01; PL-2 ENDED_CONTRACT 2027-02-20 | | B7 held is ignored
            PL-1 STANDARD 2025-07-01 end=2026-06-30; PL-2 STANDARD 2026-07-01 | end=2028-06-30 | PL-1 ENDED_CONTRACT 2026-07-01; PL-2 ENDED_CONTRACT 2027-07-01 | | R71 the renewal order
            PL-1 STANDARD 2026-01-01 cancel=2026-04-05 via=PARTNER; PL-2 STANDARD 2026-04-10 | | PL-1 ENDED_CONTRACT 2027-01-01; PL-2 MERGED into PL-1 | PL-1 PLAN_REACTIVATED 2026-04-10 | P31 P8
            PL-1 STANDARD 2026-01-01T09:00Z; PL-2 STANDARD 2026-01-01T09:05Z cancel=2026-01-01T09:10Z via=PARTNER; PL-3 PROFESSIONAL_DIRECT 2026-01-01T09:15Z | | PL-1 HELD EA_MULTIPLE_PLANS ENDED_CONTRACT 2027-01-01; PL-2 ENDED_CANCELLED 2026-02-01; PL-3 ENDED_CONTRACT 2027-01-01 | | B6 the higher waits for the one that was cancelled before it, and for no other
            PL-1 STANDARD 2026-01-01T09:00Z cancel=2026-01-01 via=PARTNER; PL-2 STANDARD 2026-01-01T21:00Z cancel=2026-01-01 via=PARTNER | | PL-1 ENDED_CANCELLED 2026-02-01; PL-2 MERGED into PL-1 | PL-1 PLAN_REACTIVATED 2026-01-01 | B6 each cancelled before the other was bought: neither is first by that
            """)
    void plans_of_one_agreement(String plans, String scope, String lives, String events, String why) {
        List<PlanLife> decided = Facts.lives(ea(scope), plans);
        assertEquals(lives, Said.lives(decided), why);
        assertEquals(events == null ? "" : events, Said.events(decided), why);
    }

    /** Three plans of one day whose pairwise order runs in a circle: A before B before C before A (B6). */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            plans | why
            PL-A DEVELOPER 2026-02-20T08:30Z cancel=2026-02-20T09:00Z; PL-B PROFESSIONAL_DIRECT 2026-02-20T09:05Z; PL-C STANDARD 2026-02-20T08:00Z | B6 in a circle
            PL-A STANDARD 2026-02-20T09:00Z; PL-B STANDARD 2026-02-20T09:00Z; PL-C STANDARD 2026-02-20T09:00Z | B6 ids
            """)
    void the_order_of_the_rows_does_not_matter(String plans, String why) {
        List<SupportPlan> rows = new ArrayList<>(Facts.plans("", plans));
        List<String> answers = new ArrayList<>();
        for (int turn = 0; turn < rows.size(); turn++) {
            Collections.rotate(rows, 1);
            answers.add(Said.lives(ScopePlans.decide(Facts.of("", rows), Facts.POLICIES, Facts.LATER)));
            List<SupportPlan> mirrored = new ArrayList<>(rows);
            Collections.reverse(mirrored);
            answers.add(Said.lives(ScopePlans.decide(Facts.of("", mirrored), Facts.POLICIES, Facts.LATER)));
        }
        assertEquals(1, answers.stream().distinct().count(), () -> why + ": " + answers);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            plan | scope | contract end | why
            PL-1 STANDARD 2025-07-01 channel=MS_REPRESENTATIVE end=2026-06-30 |                | 2026-06-30 | B16 P23: it only drives notices
            PL-1 STANDARD 2025-07-01 channel=MS_REPRESENTATIVE                |                | 2026-06-30 | B16 B5
            PL-1 STANDARD 2025-07-01 end=2026-06-30                           |                |            | B16 not seller-like
            PL-1 STANDARD 2025-07-01                                          | EA             | 2026-06-30 | B5
            PL-1 STANDARD 2025-07-01                                          | EA end=2026-04-15 | 2026-04-15 | B5
            PL-1 STANDARD 2025-07-01 end=2026-03-31                           | EA end=2026-04-15 | 2026-03-31 | B5
            """)
    void the_contract_ends(String plan, String scope, String contractEnd, String why) {
        PlanLife life = Facts.lives(scope, plan).get(0);
        assertEquals(
                contractEnd,
                life.contractEnd() == null ? null : life.contractEnd().toString(),
                why);
    }

    private static String ea(String scope) {
        return "EA " + (scope == null ? "" : scope);
    }
}
