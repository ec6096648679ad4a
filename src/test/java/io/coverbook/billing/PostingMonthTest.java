package io.coverbook.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostingMonthTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            charge date | earliest open | posted  | why
            2026-03-28  | 2026-04       | 2026-04 | E59 March is closed
            2026-04-28  | 2026-04       | 2026-04 | E59
            2026-03-28  | 2026-03       | 2026-03 | E01
            2026-05-01  | 2026-03       | 2026-05 | X3 its own month
            2026-02-10  | 2026-02       | 2026-02 | E60 February is closed first
            2025-12-31  | 2026-04       | 2026-04 | X14
            """)
    void a_charge_is_posted_in_its_own_month_or_the_earliest_open(
            LocalDate charged, YearMonth open, YearMonth posted, String why) {
        assertEquals(posted, PostingMonth.decide(charged, open), why);
    }
}
