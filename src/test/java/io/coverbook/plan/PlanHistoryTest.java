package io.coverbook.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which wishes to end a plan a series of exports tells (B1, A6). */
class PlanHistoryTest {

    /**
     * {@code 01-31 ON}, {@code 01-31 OFF 01-20} (with its date of change), {@code CANCEL 01-20}, {@code
     * REFUSED 01-20} (a request with renewal off), {@code CANCEL 01-20 01-25} (renewal changed after it), {@code GONE}.
     */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            told | wishes | why
            01-31 ON | | B1
            01-31 OFF 01-20 | off 01-20 | B1 the date of change
            01-31 OFF | off 01-31 | B1 the first export that shows it
            01-31 OFF; 02-28 OFF | off 01-31 | B1 shown again
            01-31 OFF; 02-28 OFF 01-20 | off 01-31 corrected 01-20; off 01-20 | B1 C7 a date told later, and the first one where that is too late
            01-31 OFF 01-20; 02-28 OFF | off 01-20; off 02-28 | B1 the dated one comes first
            01-31 CANCEL 01-20 | cancel 01-20 | B1
            01-31 CANCEL 01-20 01-25 | cancel 01-20 until 01-25 | B1 withdrawn before the export that tells both
            01-31 CANCEL 01-20 01-10 | cancel 01-20 | B1 switched on before it was asked for
            01-31 REFUSED 01-20 01-25 | cancel 01-20; off 01-25 | R64 switched off after it was asked for
            01-31 CANCEL 01-20; 02-28 CANCEL 01-25 | cancel 01-20 until 02-28; cancel 01-25 | B1 asked again: the export no longer has the first
            01-31 CANCEL 01-20; 02-28 CANCEL 01-15 | cancel 01-20 corrected 01-15; cancel 01-15 | B1 C7 an earlier date corrects it, and the first one stands where that is too late
            01-31 CANCEL 01-20; 02-28 CANCEL 01-15; 03-31 CANCEL 01-15 | cancel 01-20 corrected 01-15; cancel 01-15 | B1 told again
            01-31 CANCEL 01-20; 02-28 CANCEL 01-15; 03-31 ON | cancel 01-20 corrected 01-15 until 03-31; cancel 01-15 until 03-31 | B1 both taken back
            01-31 CANCEL 01-20; 02-28 CANCEL 01-15; 03-31 CANCEL 01-25 | cancel 01-20 corrected 01-15 until 03-31; cancel 01-15 until 03-31; cancel 01-25 | B1 corrected the other way
            01-31 CANCEL 01-20; 02-28 ON; 03-31 CANCEL 01-15 | cancel 01-20 until 02-28; cancel 01-15 | B1 taken back before it was asked anew
            01-31 CANCEL 01-20; 02-28 CANCEL 01-15 02-05 | cancel 01-20 corrected 01-15 until 02-05; cancel 01-15 until 02-05 | B1 corrected and switched on again
            01-31 CANCEL 01-20; 02-28 CANCEL 01-15 01-18 | cancel 01-20 corrected 01-15 until 01-18; cancel 01-15 until 01-18 | B1 corrected, and switched on again after the corrected day
            01-31 CANCEL 01-20; 02-28 CANCEL 01-15; 03-31 CANCEL 01-15 01-18 | cancel 01-20 corrected 01-15 until 01-18; cancel 01-15 until 01-18 | B1 the same, told by one export after the other
            01-31 CANCEL 01-20; 02-28 CANCEL 01-15; 03-31 CANCEL 01-10; 04-30 CANCEL 01-10 01-12 | cancel 01-20 corrected 01-15 until 01-12; cancel 01-15 corrected 01-10 until 01-12; cancel 01-10 until 01-12 | B1 corrected twice
            01-31 CANCEL 01-20; 02-28 CANCEL 01-15; 03-31 CANCEL 01-15 01-14 | cancel 01-20 corrected 01-15; cancel 01-15 | B1 switched on before either day
            01-31 CANCEL 01-15; 02-28 CANCEL 01-20 01-25 | cancel 01-15 until 01-25; cancel 01-20 until 01-25 | B1 asked again, and switched on after both
            01-31 OFF 01-20; 02-28 CANCEL 01-15 01-10 | off 01-20 until 02-28; cancel 01-15 | B1 no longer off, and asked for before that
            01-31 OFF 01-20; 02-28 REFUSED 01-15 01-20 | off 01-20; cancel 01-15 | R64 B1 still off, and asked for before that
            01-31 CANCEL 01-20; 02-28 ON | cancel 01-20 until 02-28 | B1 withdrawn by the export
            01-31 CANCEL 01-20; 02-28 ON 01-25 | cancel 01-20 until 01-25 | B1 withdrawn on its day
            01-31 CANCEL 01-20; 02-28 ON; 03-31 CANCEL 03-20 | cancel 01-20 until 02-28; cancel 03-20 | B1 asked again
            01-31 REFUSED 01-20 | cancel 01-20; off 01-31 | R64 X6 asked in vain, and off all the same
            01-31 OFF; 02-28 REFUSED 02-10 | off 01-31; cancel 02-10 | R64 X6 off before it was asked in vain, and off all the while
            01-31 OFF 01-20; 02-28 REFUSED 02-10 01-20; 03-31 ON | off 01-20 until 03-31; cancel 02-10 until 03-31 | B1 both taken back
            01-31 OFF 01-20; 02-28 ON; 03-31 REFUSED 03-20 | off 01-20 until 02-28; cancel 03-20; off 03-31 | R64 off a second time
            01-31 OFF; 02-28 CANCEL 02-10 02-05 | off 01-31 until 02-05; cancel 02-10 | B1 switched on again, and asked for after that
            01-31 REFUSED 01-31; 02-28 REFUSED 01-31 | cancel 01-31; off 01-31 | R64 X6 asked in vain at the very instant of the export that shows it off
            01-31 REFUSED 01-20; 02-28 REFUSED 01-20 | cancel 01-20; off 01-31 | B1 the first export that shows it off
            01-31 REFUSED 01-20; 02-28 OFF 01-20 | cancel 01-20; off 01-31 corrected 01-20; off 01-20 | R64 B1 switched off at the very instant of the request, as is told later
            01-31 CANCEL 01-20; 02-28 OFF 01-20 | cancel 01-20; off 01-20 | R64 B1 switched off at the very instant of a request that is no longer told
            01-31 CANCEL 01-20; 02-28 OFF 01-20; 03-31 OFF 01-20 | cancel 01-20; off 01-20 | R64 B1 told again
            01-31 CANCEL 01-20; 02-28 OFF 01-20; 03-31 ON | cancel 01-20 until 03-31; off 01-20 until 03-31 | B1 both taken back
            01-31 OFF 01-20; 02-28 CANCEL 01-20 | off 01-20 until 02-28; cancel 01-20 | R64 B1 only the request is left
            01-31 OFF 01-20; 02-28 REFUSED 01-20 01-20 | off 01-20; cancel 01-20 | R64 B1 off beside it
            01-31 OFF 01-20; 02-28 CANCEL 01-20 01-25 | off 01-20 until 01-25; cancel 01-20 until 01-25 | B1 both taken back by the switch
            01-31 OFF 01-20; 02-28 REFUSED 02-10 01-20; 03-31 REFUSED 01-20 01-20 | off 01-20; cancel 02-10 corrected 01-20; cancel 01-20 | C7 the request corrected to the day of the switch
            01-31 REFUSED 01-20; 02-28 ON | cancel 01-20 until 02-28; off 01-31 until 02-28 | B1
            01-31 ON; 02-28 REFUSED 02-10; 03-31 GONE | cancel 02-10; off 02-28; cancel 03-31 | R64 the switch before what came after it
            01-31 CANCEL 01-20; 02-28 CANCEL 01-20 01-25 | cancel 01-20 until 01-25 | B1 switched on again, and the row keeps the request
            01-31 OFF 01-20; 02-28 REFUSED 02-10 01-20; 03-31 CANCEL 02-10 03-20 | off 01-20 until 03-20; cancel 02-10 until 03-20 | B1 both taken back, and the row keeps the request
            01-31 REFUSED 01-20; 02-28 CANCEL 01-20 02-20 | cancel 01-20 until 02-20; off 01-31 until 02-20 | B1 R64 both taken back, and the row keeps the request
            01-31 CANCEL 01-20 01-25; 02-28 CANCEL 01-20 01-25; 03-31 ON | cancel 01-20 until 01-25 | B1 taken back once, however often it is told
            01-31 CANCEL 01-20 01-25; 02-28 REFUSED 01-20 02-10 | cancel 01-20 until 01-25; off 02-10 | B1 switched off anew beside the old request
            01-31 CANCEL 01-20 01-25; 02-28 REFUSED 02-10 | cancel 01-20 until 01-25; cancel 02-10; off 02-28 | B1 R64 another request
            01-31 CANCEL 01-20 01-25; 02-28 CANCEL 01-20 01-15 | cancel 01-20 until 01-25 | B1 the day of the switch corrected to one before the request does not bring that back
            01-31 CANCEL 01-20; 02-28 GONE; 03-31 CANCEL 01-20 01-25 | cancel 01-20 until 01-25 | A6 B1
            01-31 OFF; 02-28 GONE | off 01-31; cancel 02-28 | A6 a further wish, for the switch may mean nothing (B2)
            01-31 ON; 02-28 GONE | cancel 02-28 | A6
            01-31 ON; 02-28 GONE; 03-31 ON | | A6 back again: never gone
            01-31 CANCEL 01-20; 02-28 GONE | cancel 01-20; cancel 02-28 | A6 an ended plan leaves the export: its own date still comes first
            01-31 CANCEL 01-20; 02-28 GONE; 03-31 ON | cancel 01-20 until 03-31 | A6 B1
            01-31 OFF; 02-28 CANCEL 02-10; 03-31 GONE | off 01-31 until 02-28; cancel 02-10; cancel 03-31 | B1 A6
            """)
    void the_wishes_that_exports_tell(String told, String wishes, String why) {
        String said = plan(told).cancellations().stream()
                .map(c -> (c.autoRenewOff() ? "off " : "cancel ")
                        + said(c.at())
                        + (c.correctedTo() == null ? "" : " corrected " + said(c.correctedTo()))
                        + (c.withdrawnAt() == null ? "" : " until " + said(c.withdrawnAt())))
                .collect(Collectors.joining("; "));
        assertEquals(wishes == null ? "" : wishes, said, why);
    }

    /** How late a wish is depends on the export that first showed it, if one showed the plan without it (C7). */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            told | seen | why
            01-31 CANCEL 01-20; 02-28 CANCEL 01-20 | first | C7 in the first export, and told again
            01-31 ON; 02-28 CANCEL 01-20; 03-31 CANCEL 01-20 | 02-28 | C7 told again later
            01-31 OFF; 02-28 OFF | first | C7
            01-31 CANCEL 01-20; 02-28 CANCEL 01-15 | first 02-28 | C7 the first export had not that date
            01-31 ON; 02-28 CANCEL 01-20; 03-31 CANCEL 01-15 | 02-28 03-31 | C7 each date from the export that told it
            01-31 ON; 02-28 OFF 01-20; 03-31 OFF 01-20 | 02-28 | C7
            01-31 REFUSED 01-20; 02-28 REFUSED 01-20 | first first | C7 R64
            01-31 OFF 01-20; 02-28 CANCEL 01-20 | first first | C7 a wish that was known as a switch
            01-31 ON; 02-28 OFF 01-20; 03-31 CANCEL 01-20 | 02-28 02-28 | C7 as the row before
            01-31 CANCEL 01-20; 02-28 OFF 01-20 | first 02-28 | C7 R64 the switch stands beside the request that was known
            01-31 ON; 02-28 REFUSED 01-20 | 02-28 02-28 | C7 R64
            01-31 ON; 02-28 REFUSED 01-20 01-25; 03-31 OFF 01-25 | 02-28 02-28 03-31 | C7 R64 the switch was told with the request before it was told alone
            """)
    void the_export_that_first_showed_each_wish(String told, String seen, String why) {
        String said = plan(told).cancellations().stream()
                .map(c -> c.fromTheStart() ? "first" : said(c.seenAt()))
                .collect(Collectors.joining(" "));
        assertEquals(seen, said, why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            covered from | start      | why
                         | 2026-01-01 | X1 the day of purchase
            2026-02-10   | 2026-02-10 | E27 the day its coverage starts
            """)
    void a_plan_starts(LocalDate coveredFrom, LocalDate start, String why) {
        assertEquals(start, plan(List.of(version(coveredFrom, "01-31", "ON"))).start(), why);
    }

    /** It counts whatever came of the request, for that is over (B1, R64). */
    @Test
    void a_switch_beside_a_request_that_was_taken_back_stands_for_itself() {
        List<Cancellation> wishes =
                plan("01-31 CANCEL 01-20 01-25; 02-28 REFUSED 01-20 02-10").cancellations();
        assertEquals(2, wishes.size());
        assertNull(wishes.get(1).insteadOf());
    }

    private static SupportPlan plan(String told) {
        List<PlanVersion> versions = new ArrayList<>();
        for (String version : told.split("; ")) {
            versions.add(version(null, version.split(" ")));
        }
        return plan(versions);
    }

    private static SupportPlan plan(List<PlanVersion> versions) {
        return PlanHistory.of(new PlanId("PL-1"), Scope.account("BA-A"), versions, Policies.DEFAULTS);
    }

    private static String said(Instant at) {
        return Policies.DEFAULTS.dayOf(at).toString().substring(5);
    }

    private static Instant at(String day) {
        return Instant.parse("2026-" + day + "T00:00:00Z");
    }

    private static PlanVersion version(LocalDate coveredFrom, String... word) {
        Instant dated = word.length > 2 ? at(word[2]) : null;
        Instant changed = word.length > 3 ? at(word[3]) : null;
        boolean request = word[1].equals("CANCEL") || word[1].equals("REFUSED");
        return new PlanVersion(
                at(word[0]),
                word[1].equals("GONE"),
                Tier.STANDARD,
                Channel.AZURE_PORTAL,
                at("01-01"),
                coveredFrom,
                null,
                word[1].equals("ON") || word[1].equals("GONE") || word[1].equals("CANCEL"),
                request ? changed : dated,
                request ? dated : null,
                null,
                "P1M",
                null,
                null);
    }
}
