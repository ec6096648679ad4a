package io.coverbook.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {

    /** What has no end is told without one (CONTRACT 3: empty is open). */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            from       | until      | open  | why
            2026-03-01 | 2026-04-01 | false | ends
            2026-03-01 | 9999-12-31 | true  | NEVER is no day of business
            2026-03-01 | 9999-12-30 | false | any other day is one
            """)
    void a_span_is_open_that_has_no_last_day(LocalDate from, LocalDate until, boolean open, String why) {
        assertEquals(open, new Span(from, until).open(), why);
    }

    @Test
    void no_span_is_empty() {
        LocalDate day = LocalDate.of(2026, 3, 1);
        assertThrows(IllegalArgumentException.class, () -> new Span(day, day));
    }
}
