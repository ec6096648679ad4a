package io.coverbook.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coverbook.calendar.Timeline;
import io.coverbook.plan.SupportPlan;
import io.coverbook.testkit.Facts;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CancellationRuleTest {

    /** The plan is Standard since 2026-01-15 unless the row says otherwise; {@code self}: it renews by itself. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            wishes | self | effective | events | why
                                                                        | true  |                      |                                    | nobody asked
            cancel=2026-03-31T09:00Z                                    | true  | 2026-03-31T09:00:00Z |                                    | E04 missing channel is accepted
            cancel=2026-03-31T09:00Z via=AZURE_PORTAL                   | true  | 2026-03-31T09:00:00Z |                                    | B3 R64
            cancel=2026-03-31T09:00Z via=SUPPORT_REQUEST                | true  | 2026-03-31T09:00:00Z |                                    | B3 R65
            cancel=2026-03-31T09:00Z via=MS_REPRESENTATIVE              | true  |                      | CANCEL_WRONG_CHANNEL 2026-03-31    | B3
            cancel=2026-03-31T09:00Z via=PARTNER                        | true  |                      | CANCEL_WRONG_CHANNEL 2026-03-31    | B3
            cancel=2026-03-31T09:00Z via=AZURE_PORTAL channel=MS_SELLER | false |                      | CANCEL_WRONG_CHANNEL 2026-03-31    | R67 P26
            cancel=2026-03-31T09:00Z via=SUPPORT_REQUEST channel=RESELLER | false |                    | CANCEL_WRONG_CHANNEL 2026-03-31    | B3
            cancel=2026-03-31T09:00Z via=PARTNER channel=MS_SELLER      | false | 2026-03-31T09:00:00Z |                                    | R67
            cancel=2026-03-31T09:00Z via=MS_REPRESENTATIVE channel=PARTNER | false | 2026-03-31T09:00:00Z |                                 | R67
            cancel=2026-03-31T09:00Z via=PARTNER channel=MS_REPRESENTATIVE | true | 2026-03-31T09:00:00Z |                                  | B3 P23 both: all four
            cancel=2026-03-31T09:00Z via=AZURE_PORTAL channel=MS_REPRESENTATIVE | true | 2026-03-31T09:00:00Z |                             | B3 P23 both: all four
            off=2026-03-31T09:00Z                                       | true  | 2026-03-31T09:00:00Z |                                    | R64 off is a cancellation
            off=2026-03-31T09:00Z channel=MS_SELLER                     | false |                      |                                    | B2 means nothing there
            off=2026-03-31T09:00Z on=2026-04-14T23:59:59Z               | true  |                      | PLAN_REACTIVATED 2026-04-14        | X8a before T
            off=2026-03-31T09:00Z on=2026-04-15T00:00:00Z               | true  | 2026-03-31T09:00:00Z |                                    | B1 E33 at T: too late, for ever
            off=2026-04-15T00:00Z on=2026-05-14T12:00Z                  | true  |                      | PLAN_REACTIVATED 2026-05-14        | X8a cancelled on T, so T is the next
            off=2026-03-20T09:00Z on=2026-03-25T09:00Z cancel=2026-03-31T09:00Z | true | 2026-03-31T09:00:00Z | PLAN_REACTIVATED 2026-03-25   | B1 a second wish
            cancel=2026-03-20T09:00Z on=2026-03-25 cancel=2026-03-24T09:00Z seen=2026-03-25 | true | 2026-03-24T09:00:00Z | BACKDATED_CANCEL_CREDITED 2026-03-25 | B1 the same export tells of a later day: replaced, not taken back
            cancel=2026-03-20T09:00Z seen=2026-03-25 on=2026-03-25 told=2026-04-01 | true | | BACKDATED_CANCEL_CREDITED 2026-03-25; PLAN_REACTIVATED 2026-03-25 | B1 on again at the instant of the export that told of the wish
            cancel=2026-03-01T09:00Z via=PARTNER cancel=2026-03-31T09:00Z | true | 2026-03-31T09:00:00Z | CANCEL_WRONG_CHANNEL 2026-03-01    | R67 then properly
            cancel=2026-03-20T09:00Z via=PARTNER off=2026-03-31T09:00Z beside=2026-03-20T09:00Z | true | 2026-03-31T09:00:00Z | CANCEL_WRONG_CHANNEL 2026-03-20 | R64 X6 asked in vain, and off all the same
            cancel=2026-03-20T09:00Z on=2026-03-25T09:00Z off=2026-03-31T09:00Z beside=2026-03-20T09:00Z | true | | PLAN_REACTIVATED 2026-03-25 | B1 the request counted, so the switch beside it is no further wish
            cancel=2026-03-20T09:00Z cancel=2026-03-25T09:00Z via=AZURE_PORTAL beside=2026-03-20T09:00Z channel=MS_SELLER | false | 2026-03-20T09:00:00Z | CANCEL_WRONG_CHANNEL 2026-03-25 | B3 H2 asked by a wrong way after the level had gone
            cancel=2026-03-20T09:00Z on=2026-04-01 cancel=2026-03-25T09:00Z via=PARTNER beside=2026-03-20T09:00Z channel=MS_SELLER | false | | PLAN_REACTIVATED 2026-04-01 | H2 B1 asked rightly after it, and the level is back
            cancel=2026-03-08T09:00Z seen=2026-04-08                    | true  | 2026-03-08T09:00:00Z | BACKDATED_CANCEL_CREDITED 2026-04-08 | E61e 31 days are inside
            cancel=2026-03-07T09:00Z seen=2026-04-08                    | true  | 2026-04-08T00:00:00Z | BACKDATED_CANCEL_REVIEW 2026-04-08 | X15 P20 32 days are not
            cancel=2026-02-20T09:00Z seen=2026-04-08                    | true  | 2026-04-08T00:00:00Z | BACKDATED_CANCEL_REVIEW 2026-04-08 | E61c
            cancel=2026-02-20T09:00Z seen=first                         | true  | 2026-02-20T09:00:00Z |                                    | C7 history of an initial load
            cancel=2026-02-20T09:00Z seen=2026-04-08 on=2026-04-10      | true  |                      | BACKDATED_CANCEL_REVIEW 2026-04-08; PLAN_REACTIVATED 2026-04-10 | C7 counts from 04-08, so on again before 04-15 is in time
            cancel=2026-02-20T09:00Z seen=2026-04-08 on=2026-04-15      | true  | 2026-04-08T00:00:00Z | BACKDATED_CANCEL_REVIEW 2026-04-08 | C7 B1
            cancel=2026-02-10 seen=2026-04-30 cancel=2026-02-28 channel=MS_SELLER | false | 2026-02-28T00:00:00Z | BACKDATED_CANCEL_REVIEW 2026-04-30 | H2 C7 the level had gone before the request was told, too late
            cancel=2026-02-10 seen=2026-04-30 via=AZURE_PORTAL cancel=2026-02-28 channel=MS_SELLER | false | 2026-02-28T00:00:00Z | CANCEL_WRONG_CHANNEL 2026-02-10 | H2 B3 and by a wrong way
            cancel=2026-02-20 cancel=2026-02-16 seen=2026-04-30         | true  | 2026-02-20T00:00:00Z | BACKDATED_CANCEL_REVIEW 2026-04-30 | C7 corrected too late: the first date still counts
            cancel=2026-02-20 cancel=2026-02-10 seen=2026-03-10         | true  | 2026-02-10T00:00:00Z | BACKDATED_CANCEL_CREDITED 2026-03-10 | X15 corrected in time
            cancel=2026-02-20 corrected=2026-02-10 cancel=2026-02-10 seen=2026-03-10 | true | 2026-02-10T00:00:00Z | BACKDATED_CANCEL_CREDITED 2026-03-10 | X15 corrected in time
            cancel=2026-02-20 on=2026-02-25 corrected=2026-02-10 cancel=2026-02-10 seen=2026-03-10 on=2026-02-25 | true | 2026-02-10T00:00:00Z | BACKDATED_CANCEL_CREDITED 2026-03-10 | X15 B1 the first date is no wish any more, so taking it back is none
            cancel=2026-02-20 corrected=2026-02-16 cancel=2026-02-16 seen=2026-04-30 | true | 2026-02-20T00:00:00Z | BACKDATED_CANCEL_REVIEW 2026-04-30 | C7 corrected too late
            cancel=2026-02-20 corrected=2026-02-16 cancel=2026-02-16 seen=2026-03-10 via=PARTNER | true | 2026-02-20T00:00:00Z | CANCEL_WRONG_CHANNEL 2026-02-16 | B3 corrected by a wrong way
            cancel=2026-02-20 corrected=2026-01-16 cancel=2026-01-16 seen=2026-03-10 corrected=2026-01-15 cancel=2026-01-15 seen=2026-03-12 | true | 2026-02-20T00:00:00Z | BACKDATED_CANCEL_REVIEW 2026-03-10; BACKDATED_CANCEL_REVIEW 2026-03-12 | C7 corrected twice, both too late
            cancel=2026-02-20 corrected=2026-02-12 cancel=2026-02-12 seen=2026-03-14 corrected=2026-02-10 cancel=2026-02-10 seen=2026-04-01 | true | 2026-02-12T00:00:00Z | BACKDATED_CANCEL_CREDITED 2026-03-14; BACKDATED_CANCEL_REVIEW 2026-04-01 | X15 C7 corrected in time, and again too late
            cancel=2026-02-20 on=2026-03-10 cancel=2026-02-10 seen=2026-03-05 on=2026-03-10 | true | 2026-02-10T00:00:00Z | BACKDATED_CANCEL_CREDITED 2026-03-05 | B1 on again too late for the date that is right
            cancel=2026-02-20 on=2026-03-01 cancel=2026-02-10 seen=2026-03-05 | true | 2026-02-10T00:00:00Z | BACKDATED_CANCEL_CREDITED 2026-03-05; PLAN_REACTIVATED 2026-03-01 | G5 taken back before an earlier one was told
            cancel=2026-02-20 seen=first corrected=2026-01-20 cancel=2026-01-20 seen=2027-01-10 on=2026-03-20 told=2027-01-12 | true | 2026-02-20T00:00:00Z | BACKDATED_CANCEL_REVIEW 2027-01-10 | G5 E33 the plan had ended when that was told
            cancel=2026-02-20 on=2026-05-01 cancel=2026-02-10 seen=2026-04-30 on=2026-05-01 | true | 2026-02-20T00:00:00Z | BACKDATED_CANCEL_REVIEW 2026-04-30 | B1 on again too late: nothing goes on
            cancel=2026-02-20 on=2026-02-25 cancel=2026-02-10 seen=2026-04-30 | true | 2026-04-30T00:00:00Z | PLAN_REACTIVATED 2026-02-25; BACKDATED_CANCEL_REVIEW 2026-04-30 | B1 C7 taken back, and asked anew
            cancel=2026-02-10 seen=2026-04-30 off=2026-03-05 seen=2026-04-30 on=2026-03-20 told=2026-05-20 | true | 2026-04-30T00:00:00Z | BACKDATED_CANCEL_REVIEW 2026-04-30; BACKDATED_CANCEL_REVIEW 2026-04-30; PLAN_REACTIVATED 2026-03-20 | G5 taken back while nothing ended it yet, though that is told later
            cancel=2026-02-10 off=2026-02-12 seen=2026-04-30 on=2026-02-13 told=2026-05-20 | true | 2026-02-10T00:00:00Z | | G5 taken back while another stands
            cancel=2026-02-20 seen=2026-04-08 cancel=2026-02-10 seen=2026-04-30 | true | 2026-04-08T00:00:00Z | BACKDATED_CANCEL_REVIEW 2026-04-08; BACKDATED_CANCEL_REVIEW 2026-04-30 | C7 both too late
            cancel=2026-02-20 cancel=2026-02-10 seen=2026-04-30 APPROVE_CREDIT=BACKDATED_CANCEL_REVIEW@2026-05-02 | true | 2026-02-10T00:00:00Z | BACKDATED_CANCEL_CREDITED 2026-04-30 | X15 a person lets the earlier date count
            cancel=2026-02-20 cancel=2026-03-10 seen=2026-04-30         | true  | 2026-02-20T00:00:00Z |                                    | C7 asked again of what has ended
            """)
    void the_cancellation_that_counts(String wishes, boolean self, String effective, String events, String why) {
        SupportPlan plan = Facts.plans("", "PL-1 STANDARD 2026-01-15 " + (wishes == null ? "" : wishes))
                .get(0);
        CancellationRule.Decision decision =
                CancellationRule.decide(plan, new SelfRenewal(Timeline.always(self)), Facts.POLICIES);
        assertEquals(effective == null ? null : Instant.parse(effective), decision.effective(), why);
        assertEquals(
                events == null ? "" : events,
                decision.events().stream().map(e -> e.kind() + " " + e.on()).collect(Collectors.joining("; ")),
                why);
    }
}
