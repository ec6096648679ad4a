package io.coverbook.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coverbook.testkit.Facts;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanStatusTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            plans | scope | day | status | covered through | why
            PL-1 STANDARD 2026-01-15 cancel=2026-03-31T09:00Z | | 2026-03-30 | ACTIVE    | 2026-04-14 | E04
            PL-1 STANDARD 2026-01-15 cancel=2026-03-31T09:00Z | | 2026-03-31 | ENDING    | 2026-04-14 | E04
            PL-1 STANDARD 2026-01-15 cancel=2026-03-31T09:00Z | | 2026-04-14 | ENDING    | 2026-04-14 | E04
            PL-1 STANDARD 2026-01-15 cancel=2026-03-31T09:00Z | | 2026-04-15 | ENDED     | 2026-04-14 | E04
            PL-1 STANDARD 2026-01-15                          | | 2026-01-14 | SCHEDULED |            | B15 B16
            PL-1 STANDARD 2026-01-15                          | | 2026-01-15 | ACTIVE    | 2026-02-14 | B16 terms begun
            PL-1 STANDARD 2026-05-10 start=2026-06-01 cancel=2026-05-20 | | 2026-05-19 | SCHEDULED |  | E27
            PL-1 STANDARD 2026-05-10 start=2026-06-01 cancel=2026-05-20 | | 2026-05-20 | ENDED     |  | E27 B15
            PL-1 STANDARD 2026-05-10 start=2026-06-01 cancel=2026-05-20 | | 2026-06-02 | ENDED     |  | E27
            PL-1 STANDARD 2026-01-10; PL-2 PROFESSIONAL_DIRECT 2026-02-20 | | 2026-02-19 | ACTIVE  | 2026-03-09 | E12
            PL-1 STANDARD 2026-01-10; PL-2 PROFESSIONAL_DIRECT 2026-02-20 | | 2026-02-20 | ENDING  | 2026-03-09 | E12 superseded
            PL-1 STANDARD 2026-01-10; PL-2 PROFESSIONAL_DIRECT 2026-02-20 | | 2026-03-10 | ENDED   | 2026-03-09 | E12
            PL-1 STANDARD 2026-01-10; PL-2 PROFESSIONAL_DIRECT 2026-02-20 first=2026-04-01 | | 2026-02-20 | ENDING | 2026-03-09 | B15 C7 superseded by the purchase, though its months go on until it was seen
            PL-1 DEVELOPER 2026-01-10; PL-2 STANDARD 2026-02-20 first=2026-05-20; PL-3 PROFESSIONAL_DIRECT 2026-03-15 | | 2026-02-19 | ACTIVE | 2026-03-09 | B15 not yet superseded
            PL-1 DEVELOPER 2026-01-10; PL-2 STANDARD 2026-02-20 first=2026-05-20; PL-3 PROFESSIONAL_DIRECT 2026-03-15 | | 2026-02-20 | ENDING | 2026-03-09 | I12 superseded by the first, though the second, seen in time, ends it sooner
            PL-1 UNIFIED 2026-01-15                           | | 2026-02-20 | HELD      |            | B15 plan hold
            PL-1 UNIFIED 2026-01-15 cancel=2026-02-18         | | 2026-03-15 | ENDED     |            | B15 ended before held
            PL-1 STANDARD 2026-01-20 | status=CLOSED@2026-04-10 | 2026-04-09 | ACTIVE    | 2026-04-10 | E37 A1 facts known, cover cut
            PL-1 STANDARD 2026-01-10 end=2026-03-09; PL-2 PROFESSIONAL_DIRECT 2026-02-20 first=2026-04-01 | EA | 2026-02-20 | ENDING | 2026-03-09 | B15 C7 bought over, though the contract runs out before that takes effect
            PL-1 STANDARD 2026-01-10 | ea=PENDING | 2026-01-31 | ACTIVE | 2026-02-09 | B15 an agreement that has not begun is not over
            PL-1 STANDARD 2026-01-20 | status=CLOSED@2026-04-10 | 2026-04-10 | ENDING    | 2026-04-10 | B15 account closed, dated on the day
            PL-1 STANDARD 2026-01-20 | status=CLOSED@2026-04-10 | 2026-04-11 | ENDING    | 2026-04-10 | E37
            PL-1 STANDARD 2026-01-20 | status=CLOSED@2026-04-10 | 2026-04-20 | ENDED     | 2026-04-10 | E37
            PL-1 STANDARD 2026-01-15 cancel=2026-03-20 on=2026-04-02 | | 2026-03-25 | ENDING | 2026-04-14 | B15 A1 cancelled by that day, switched on again after it
            PL-1 STANDARD 2026-01-15 cancel=2026-03-20 on=2026-04-02 | | 2026-04-02 | ACTIVE | 2026-04-14 | B15 X8a
            PL-1 STANDARD 2026-01-15 cancel=2026-03-20; PL-2 STANDARD 2026-04-02 | | 2026-04-01 | ENDING | 2026-04-14 | B15 A1 cancelled by that day, bought again after it
            PL-1 STANDARD 2026-01-15 cancel=2026-03-20; PL-2 STANDARD 2026-04-02 | | 2026-04-02 | ACTIVE | 2026-04-14 | B15 X8b
            PL-1 STANDARD 2026-01-10; PL-2 PROFESSIONAL_DIRECT 2026-02-12 cancel=2026-02-25; PL-3 STANDARD 2026-03-01 | | 2026-02-28 | ENDING | 2026-03-09 | B15 A1 bought over by that day, bought again after it
            PL-1 STANDARD 2026-01-10; PL-2 PROFESSIONAL_DIRECT 2026-02-12 cancel=2026-02-25; PL-3 STANDARD 2026-03-01 | | 2026-03-01 | ACTIVE | 2026-03-09 | B15 X8b
            PL-1 STANDARD 2026-01-15 cancel=2026-03-20T09:00Z on=2026-03-20T15:00Z | | 2026-03-20 | ACTIVE | 2026-04-14 | B15 both on one day
            PL-1 STANDARD 2026-01-20 | status=CLOSED@2026-04-10,ACTIVE@2026-04-15 | 2026-04-09 | ACTIVE | 2026-04-19 | B15 not yet closed
            PL-1 STANDARD 2026-01-20 | status=CLOSED@2026-04-10,ACTIVE@2026-04-15 | 2026-04-10 | ENDING | 2026-04-19 | B15 A8 the day of the closing
            PL-1 STANDARD 2026-01-20 | status=CLOSED@2026-04-10,ACTIVE@2026-04-15 | 2026-04-14 | ENDING | 2026-04-19 | B15 A1 closed on that day, open again before the next month
            PL-1 STANDARD 2026-01-20 | status=CLOSED@2026-04-10,ACTIVE@2026-04-15 | 2026-04-15 | ACTIVE | 2026-04-19 | B15 open again
            PL-1 STANDARD 2026-01-20 | EA ea=TERMINATED@2026-04-10,EXTENDED@2026-04-15 | 2026-04-09 | ACTIVE | 2026-04-19 | B15 not yet over
            PL-1 STANDARD 2026-01-20 | EA ea=TERMINATED@2026-04-10,EXTENDED@2026-04-15 | 2026-04-10 | ENDING | 2026-04-19 | B15 A8 the day it names
            PL-1 STANDARD 2026-01-20 | EA ea=EXPIRED@2026-04-10,TERMINATED@2026-04-12,EXTENDED@2026-04-15 | 2026-04-09 | ACTIVE | 2026-04-19 | B15 not yet over
            PL-1 STANDARD 2026-01-20 | EA ea=EXPIRED@2026-04-10,TERMINATED@2026-04-12,EXTENDED@2026-04-15 | 2026-04-10 | ENDING | 2026-04-19 | B15 expired
            PL-1 STANDARD 2026-01-20 | EA ea=EXPIRED@2026-04-10,TERMINATED@2026-04-12,EXTENDED@2026-04-15 | 2026-04-14 | ENDING | 2026-04-19 | B15 A1 over on that day
            PL-1 STANDARD 2026-01-20 | EA ea=EXPIRED@2026-04-10,TERMINATED@2026-04-12,EXTENDED@2026-04-15 | 2026-04-15 | ACTIVE | 2026-04-19 | B15 extended after all
            PL-1 STANDARD 2026-01-20 cancel=2026-04-12 | status=CLOSED@2026-04-10 | 2026-04-11 | ENDING | 2026-04-10 | B15 the closing came first
            PL-1 STANDARD 2026-01-20 | status=DISABLED@2026-04-18 | 2026-04-20 | ACTIVE  | 2026-05-19 | B15 a charge hold leaves it ACTIVE
            PL-1 STANDARD 2026-01-01 channel=MS_SELLER end=2026-06-30 | type=MOSP | 2026-06-30 | ACTIVE | 2026-06-30 | B15 not the last month of a contract
            PL-1 STANDARD 2026-01-01 channel=MS_SELLER end=2026-06-30 | type=MOSP | 2026-07-01 | ENDED  | 2026-06-30 | E35
            PL-1 STANDARD 2025-04-01 end=2026-04-15 | EA end=2026-04-15 ea=EXTENDED@2026-04-16   | 2026-04-20 | ACTIVE | 2026-04-30 | E45
            PL-1 STANDARD 2025-04-01 end=2026-04-15 | EA end=2026-04-15 ea=EXPIRED@2026-04-16    | 2026-04-15 | ACTIVE | 2026-04-30 | E45 B15 not over on its last day
            PL-1 STANDARD 2025-04-01 end=2026-04-15 | EA end=2026-04-15 ea=EXPIRED@2026-04-16    | 2026-04-20 | ENDING | 2026-04-30 | E45 B15 agreement over
            PL-1 STANDARD 2025-04-01 end=2026-04-15 | EA end=2026-04-15 ea=TERMINATED@2026-04-15 | 2026-04-15 | ENDING | 2026-04-15 | E45 B15
            PL-1 STANDARD 2025-04-01 end=2026-04-15 | EA end=2026-04-15 ea=TERMINATED@2026-04-15 | 2026-05-01 | ENDED  | 2026-04-15 | E45
            """)
    void a_plan_has_a_status_and_a_last_covered_day(
            String plans, String scope, LocalDate day, PlanStatus status, LocalDate through, String why) {
        PlanLife life = Facts.lives(scope, plans).get(0);
        assertEquals(status, PlanStatus.on(life, day), why);
        assertEquals(through, PlanStatus.coveredThrough(life, day), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            day        | status | why
            2026-03-31 | MERGED | E08 B15 first of all
            2026-12-31 | MERGED | E08
            """)
    void a_merged_plan_has_no_life_of_its_own(LocalDate day, PlanStatus status, String why) {
        PlanLife merged = Facts.lives(
                        "",
                        "PL-1 STANDARD 2026-01-15 cancel=2026-03-31T09:00Z;"
                                + "PL-2 STANDARD 2026-03-31T15:00Z cancel=2026-05-01")
                .get(1);
        assertEquals(status, PlanStatus.on(merged, day), why);
        assertEquals(null, PlanStatus.coveredThrough(merged, day), why);
        assertEquals(null, merged.ending(), "B7.3 its cancellation ends the kept plan");
        assertEquals(0, merged.termsBegunBy(day), "B14 MERGED: none");
    }
}
