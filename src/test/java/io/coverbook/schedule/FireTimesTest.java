package io.coverbook.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When cards are woken around the changes of summer time, as {@code src/docs/operating.md} tells (RELIABILITY 5.3). */
class FireTimesTest {

    @ParameterizedTest(name = "{index} {4}")
    @CsvSource(delimiter = '|', textBlock = """
            # cron           | zone              | after                | next                                                                                  | why
            0 30 2 * * ?     | Europe/Stockholm  | 2026-03-28T00:00:00Z | 2026-03-28T01:30:00Z 2026-03-30T00:30:00Z                                             | not on the night without 02:30
            0 30 2 * * ?     | Europe/Stockholm  | 2026-10-24T12:00:00Z | 2026-10-25T01:30:00Z 2026-10-26T01:30:00Z                                             | of two 02:30 the second
            0 0 * * * ?      | Europe/Stockholm  | 2026-10-24T23:30:00Z | 2026-10-25T01:00:00Z 2026-10-25T02:00:00Z                                             | every hour, but not in the first of two equal ones
            0 0 * * * ?      | Europe/Stockholm  | 2026-03-29T00:30:00Z | 2026-03-29T01:00:00Z 2026-03-29T02:00:00Z                                             | every hour of a night that has one less
            0 0 3 * * ?      | Europe/Stockholm  | 2026-03-28T12:00:00Z | 2026-03-29T01:00:00Z 2026-03-30T01:00:00Z                                             | 03:00 is there every night
            0 30 2 * * ?     | America/New_York  | 2026-03-07T12:00:00Z | 2026-03-09T06:30:00Z 2026-03-10T06:30:00Z                                             | the same elsewhere, on another night
            0 30 2 * * ?     | UTC               | 2026-03-28T12:00:00Z | 2026-03-29T02:30:00Z 2026-03-30T02:30:00Z                                             | UTC knows nothing of it
            0 0 6 29 2 ?     | UTC               | 2026-01-01T00:00:00Z | 2028-02-29T06:00:00Z 2032-02-29T06:00:00Z                                             | leap days
            """)
    void times(String cron, String zone, String after, String next, String why) throws ParseException {
        FireTimes times = FireTimes.of(cron, ZoneId.of(zone));
        assertEquals(
                next,
                times.next(Instant.parse(after), 2).stream()
                        .map(Instant::toString)
                        .collect(Collectors.joining(" ")),
                why);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-31T03:00:00Z,2026-03-31T03:00:00Z",
        "2026-03-31T03:00:00.001Z,2026-04-01T03:00:00Z",
        "2026-03-31T02:59:59.999Z,2026-03-31T03:00:00Z"
    })
    void the_first_time_on_or_after_an_instant(String from, String first) throws ParseException {
        FireTimes times = FireTimes.of("0 0 3 * * ?", ZoneId.of("UTC"));
        assertEquals(first, times.first(Instant.parse(from)).orElseThrow().toString());
    }
}
