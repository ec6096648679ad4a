package io.coverbook.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which wishes to end a plan a series of exports tells (B1, A6). */
class PlanHistoryTest {

    /**
     * {@code 01-31 ON}, {@code 01-31 OFF 01-20} (with its date of change), {@code CANCEL 01-20}, {@code
     * REFUSED 01-20} (a request with renewal off), {@code GONE}.
     */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            told | wishes | why
            01-31 ON | | B1
            01-31 OFF 01-20 | off 01-20 | B1 the date of change
            01-31 OFF | off 01-31 | B1 the first export that shows it
            01-31 OFF; 02-28 OFF | off 01-31 | B1 shown again
            01-31 OFF; 02-28 OFF 01-20 | off 01-20 | A5 a date told later
            01-31 OFF 01-20; 02-28 OFF | off 01-20; off 02-28 | B1 the dated one comes first
            01-31 CANCEL 01-20 | cancel 01-20 | B1
            01-31 CANCEL 01-20; 02-28 CANCEL 01-25 | cancel 01-20 until 02-28; cancel 01-25 | B1 asked again: the export no longer has the first
            01-31 CANCEL 01-20; 02-28 CANCEL 01-15 | cancel 01-15 | A5 an earlier date corrects it
            01-31 CANCEL 01-20; 02-28 ON | cancel 01-20 until 02-28 | B1 withdrawn by the export
            01-31 CANCEL 01-20; 02-28 ON 01-25 | cancel 01-20 until 01-25 | B1 withdrawn on its day
            01-31 CANCEL 01-20; 02-28 ON; 03-31 CANCEL 03-20 | cancel 01-20 until 02-28; cancel 03-20 | B1 asked again
            01-31 REFUSED 01-20 | cancel 01-20; off 01-31 | R64 X6 asked in vain, and off all the same
            01-31 REFUSED 01-31; 02-28 REFUSED 01-31 | cancel 01-31; off 01-31 | R64 X6 asked in vain at the very instant of the export that shows it off
            01-31 REFUSED 01-20; 02-28 REFUSED 01-20 | cancel 01-20; off 01-31 | B1 the first export that shows it off
            01-31 REFUSED 01-20; 02-28 ON | cancel 01-20 until 02-28; off 01-31 until 02-28 | B1
            01-31 ON; 02-28 REFUSED 02-10; 03-31 GONE | cancel 02-10; off 02-28; cancel 03-31 | R64 the switch before what came after it
            01-31 OFF; 02-28 GONE | off 01-31; cancel 02-28 | A6 a further wish, for the switch may mean nothing (B2)
            01-31 ON; 02-28 GONE | cancel 02-28 | A6
            01-31 ON; 02-28 GONE; 03-31 ON | | A6 back again: never gone
            01-31 CANCEL 01-20; 02-28 GONE | cancel 01-20; cancel 02-28 | A6 an ended plan leaves the export: its own date still comes first
            01-31 CANCEL 01-20; 02-28 GONE; 03-31 ON | cancel 01-20 until 03-31 | A6 B1
            01-31 OFF; 02-28 CANCEL 02-10; 03-31 GONE | off 01-31 until 02-28; cancel 02-10; cancel 03-31 | B1 A6
            """)
    void the_wishes_that_exports_tell(String told, String wishes, String why) {
        List<PlanVersion> versions = new ArrayList<>();
        for (String version : told.split("; ")) {
            versions.add(version(version.split(" ")));
        }
        SupportPlan plan = PlanHistory.of(new PlanId("PL-1"), Scope.account("BA-A"), versions, Policies.DEFAULTS);
        String said = plan.cancellations().stream()
                .map(c -> (c.autoRenewOff() ? "off " : "cancel ")
                        + said(c.at())
                        + (c.withdrawnAt() == null ? "" : " until " + said(c.withdrawnAt())))
                .collect(Collectors.joining("; "));
        assertEquals(wishes == null ? "" : wishes, said, why);
    }

    private static String said(Instant at) {
        return Policies.DEFAULTS.dayOf(at).toString().substring(5);
    }

    private static Instant at(String day) {
        return Instant.parse("2026-" + day + "T00:00:00Z");
    }

    private static PlanVersion version(String... word) {
        Instant dated = word.length > 2 ? at(word[2]) : null;
        boolean request = word[1].equals("CANCEL") || word[1].equals("REFUSED");
        return new PlanVersion(
                at(word[0]),
                word[1].equals("GONE"),
                Tier.STANDARD,
                Channel.AZURE_PORTAL,
                at("01-01"),
                null,
                null,
                word[1].equals("ON") || word[1].equals("GONE") || word[1].equals("CANCEL"),
                request ? null : dated,
                request ? dated : null,
                null,
                "P1M",
                null,
                null);
    }
}
