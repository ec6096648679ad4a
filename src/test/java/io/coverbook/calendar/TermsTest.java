package io.coverbook.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            anchor     | k  | from       | through    | why
            2026-03-28 | 0  | 2026-03-28 | 2026-04-27 | E01
            2026-03-28 | 1  | 2026-04-28 | 2026-05-27 | E01
            2026-01-31 | 1  | 2026-02-28 | 2026-03-30 | E02 clamped
            2026-01-31 | 2  | 2026-03-31 | 2026-04-29 | E02 no drift to 28
            2026-01-31 | 3  | 2026-04-30 | 2026-05-30 | E02
            2026-01-31 | 11 | 2026-12-31 | 2027-01-30 | E02
            2026-01-31 | 12 | 2027-01-31 | 2027-02-27 | E02
            2026-01-30 | 1  | 2026-02-28 | 2026-03-29 | X1
            2026-01-29 | 1  | 2026-02-28 | 2026-03-28 | X1
            2028-02-29 | 0  | 2028-02-29 | 2028-03-28 | E03
            2028-02-29 | 1  | 2028-03-29 | 2028-04-28 | E03
            2028-02-29 | 11 | 2029-01-29 | 2029-02-27 | E03
            2028-02-29 | 12 | 2029-02-28 | 2029-03-28 | E03
            2028-02-29 | 13 | 2029-03-29 | 2029-04-28 | E03
            2028-02-29 | 47 | 2032-01-29 | 2032-02-28 | E03
            2028-02-29 | 48 | 2032-02-29 | 2032-03-28 | E03
            2026-03-31 | 1  | 2026-04-30 | 2026-05-30 | E10
            2026-03-31 | 3  | 2026-06-30 | 2026-07-30 | E10
            """)
    void a_term_is_counted_from_the_anchor(LocalDate anchor, int k, LocalDate from, LocalDate through, String why) {
        Term term = new Terms(anchor).number(k);
        assertEquals(new Term(k, from, through.plusDays(1)), term, why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            anchor     | day        | containing | firstFrom | why
            2026-01-31 | 2026-01-30 | -1         | 0         | before the anchor
            2026-01-31 | 2026-01-31 | 0          | 0         | X1
            2026-01-31 | 2026-02-27 | 0          | 1         | E02
            2026-01-31 | 2026-02-28 | 1          | 1         | E02
            2026-01-31 | 2026-03-30 | 1          | 2         | E02
            2026-01-31 | 2026-03-31 | 2          | 2         | E02
            2026-01-15 | 2026-03-31 | 2          | 3         | E04
            2026-01-15 | 2026-04-15 | 3          | 3         | E06
            2026-01-15 | 2027-01-14 | 11         | 12        | X1
            """)
    void a_day_has_its_term(LocalDate anchor, LocalDate day, int containing, int firstFrom, String why) {
        assertEquals(containing, new Terms(anchor).containing(day), why);
        assertEquals(firstFrom, new Terms(anchor).firstFrom(day), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            anchor     | month   | k  | why
            2026-01-31 | 2026-01 | 0  | X1
            2026-01-31 | 2026-02 | 1  | X1 though the term before is of January
            2026-01-31 | 2027-01 | 12 | X1
            2026-01-31 | 2025-12 | -1 | none begins before the anchor's month
            """)
    void one_term_begins_in_each_month(LocalDate anchor, YearMonth month, int k, String why) {
        assertEquals(k, new Terms(anchor).beginningIn(month), why);
    }

    @Test
    void nothing_is_empty() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        assertThrows(IllegalArgumentException.class, () -> new Term(0, day, day));
        assertThrows(IllegalArgumentException.class, () -> new Span(day, day));
    }
}
