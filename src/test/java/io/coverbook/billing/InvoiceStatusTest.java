package io.coverbook.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether an invoice is paid (C14). */
class InvoiceStatusTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            day        | dated      | due        | unpaid | status  | why
            2026-04-04 | 2026-04-05 | 2026-04-05 | false  | ISSUED  | C14 not yet dated
            2026-04-05 | 2026-04-05 | 2026-04-05 | false  | PAID    | C14 charged to the card on its date
            2026-04-05 | 2026-04-05 | 2026-04-05 | true   | ISSUED  | C14 the due date itself
            2026-04-06 | 2026-04-05 | 2026-04-05 | true   | OVERDUE | E29
            2026-05-05 | 2026-04-05 | 2026-05-05 | true   | ISSUED  | E32
            2026-05-06 | 2026-04-05 | 2026-05-05 | true   | OVERDUE | E32
            2026-05-06 | 2026-04-05 | 2026-05-05 | false  | PAID    | E31 paid after it was overdue
            """)
    void by_a_day(LocalDate day, LocalDate dated, LocalDate due, boolean unpaid, InvoiceStatus status, String why) {
        assertEquals(status, InvoiceStatus.on(day, dated, due, unpaid), why);
    }
}
