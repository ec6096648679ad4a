package io.coverbook.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.coverbook.calendar.Term;
import io.coverbook.calendar.Terms;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dates that other systems' own tests expect of a month counted from its anchor. */
class PeerDatesTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            case | anchor     | first | dates                                                                                       | source
            A01  | 2022-12-31 | 1     | 23-01-31 23-02-28 23-03-31 23-04-30 23-05-31 23-06-30 23-07-31 23-08-31 23-09-30 23-10-31 23-11-30 23-12-31 24-01-31 24-02-29 24-03-31 | Lago anniversary on a 31st
            A04  | 2022-02-28 | 11    | 23-01-28 23-02-28 23-03-28 23-04-28 23-05-28 23-06-28 23-07-28 23-08-28 23-09-28 23-10-28 23-11-28 23-12-28 24-01-28 24-02-28 | Lago billing_spec
            A04b | 2022-04-30 | 9     | 23-01-30 23-02-28 23-03-30 23-04-30 23-05-30 23-06-30 23-07-30 23-08-30 23-09-30 23-10-30 23-11-30 23-12-30 24-01-30 24-02-29 24-03-30 | Lago anniversary on a 30
            A06  | 2021-03-31 | 22    | 23-01-31 23-02-28 23-03-31 23-04-30 | Lago organization_billing_service_spec
            A06b | 2021-03-31 | 35    | 24-02-29 | Lago organization_billing_service_spec
            A24  | 2024-01-31 | 1     | 24-02-29 24-03-31 24-04-30 | Stripe billing cycle
            A24b | 2023-01-31 | 1     | 23-02-28 23-03-31 23-04-30 | Stripe billing cycle
            A25  | 2023-08-31 | 1     | 23-09-30 23-10-31 23-11-30 23-12-31 24-01-31 24-02-29 24-03-31 | Chargebee next billing date
            G02  | 2015-09-01 | 1     | 15-10-01 15-11-01 15-12-01 16-01-01 16-02-01 16-03-01 16-04-01 | Kill Bill testWithDayLightSaving
            """)
    void the_first_days_of_the_months(String id, LocalDate anchor, int first, String dates, String source) {
        int n = dates.split(" ").length;
        String said = IntStream.range(first, first + n)
                .mapToObj(k -> new Terms(anchor).from(k).toString().substring(2))
                .collect(Collectors.joining(" "));
        assertEquals(dates, said, id + ": " + source);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            case | anchor     | day        | k  | from       | until      | source
            A21  | 2025-01-31 | 2025-09-30 | 8  | 2025-09-30 | 2025-10-31 | OpenMeter recurrence_test: the end is not in it
            A22  | 2025-01-30 | 2025-02-13 | 0  | 2025-01-30 | 2025-02-28 | OpenMeter recurrence_test
            A27a | 2024-01-31 | 2024-02-15 | 0  | 2024-01-31 | 2024-02-29 | Meteroid periods.rs
            A27b | 2024-01-31 | 2024-02-29 | 1  | 2024-02-29 | 2024-03-31 | Meteroid periods.rs
            A27c | 2024-01-31 | 2024-03-31 | 2  | 2024-03-31 | 2024-04-30 | Meteroid periods.rs
            A28a | 2024-01-01 | 2024-01-15 | 0  | 2024-01-01 | 2024-02-01 | Meteroid periods.rs
            A28b | 2024-01-01 | 2024-02-01 | 1  | 2024-02-01 | 2024-03-01 | Meteroid periods.rs
            A28c | 2024-01-01 | 2024-06-15 | 5  | 2024-06-01 | 2024-07-01 | Meteroid periods.rs
            A28d | 2024-01-01 | 2024-07-01 | 6  | 2024-07-01 | 2024-08-01 | Meteroid periods.rs
            A34  | 2020-02-29 | 2023-02-28 | 36 | 2023-02-28 | 2023-03-29 | Lago organization_billing_service_spec
            G05  | 2017-12-01 | 2017-12-31 | 0  | 2017-12-01 | 2018-01-01 | Kill Bill testOutOfDaylightSavingTransition1
            """)
    void the_month_that_contains_a_day(
            String id, LocalDate anchor, LocalDate day, int k, LocalDate from, LocalDate until, String source) {
        Terms terms = new Terms(anchor);
        assertEquals(k, terms.containing(day), id + ": " + source);
        assertEquals(new Term(k, from, until), terms.number(k), id + ": " + source);
    }

    @Test
    void a_month_added_to_the_month_before_drifts() {
        // A33: what jBilling must patch afterwards. Iterating loses the anchor for good.
        LocalDate anchor = LocalDate.of(2026, 1, 31);
        List<LocalDate> iterated = IntStream.range(1, 4)
                .mapToObj(k -> anchor.plusMonths(1).plusMonths(k - 1L))
                .toList();
        List<LocalDate> counted =
                IntStream.range(1, 4).mapToObj(new Terms(anchor)::from).toList();
        assertNotEquals(iterated, counted);
        assertEquals(List.of(LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 31), LocalDate.of(2026, 4, 30)), counted);
    }
}
