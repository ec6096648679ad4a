package io.coverbook.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coverbook.calendar.Span;
import io.coverbook.reconcile.OverdueInvoices.Owed;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverdueInvoicesTest {

    /** Invoices: due and settled, days of 2026. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            invoices                  | as of | flag          | why
            05-05 -                   | 05-05 | none          | E32 the due date itself is in time
            05-05 -                   | 05-06 | 05-06 open    | E32
            05-05 -                   | 09-01 | 05-06 open    | E32
            05-05 05-20               | 09-01 | 05-06 05-20   | over with the payment
            05-05 05-20               | 05-19 | 05-06 open    | not yet
            05-05 05-05               | 09-01 | none          | paid in time
            05-05 05-06               | 09-01 | none          | paid on the first day after
            05-05 04-01               | 09-01 | none          | paid long before
            05-05 05-20;06-05 06-20   | 09-01 | 06-06 06-20   | G1 the latest episode
            05-05 05-20;06-05 -       | 06-04 | 05-06 05-20   | the next is not due yet
            05-05 07-01;06-05 06-20   | 09-01 | 05-06 07-01   | one owed all the time
            05-05 06-06;06-05 -       | 09-01 | 05-06 open    | one after the other without a gap
            """)
    void an_account_owes(String invoices, String asOf, String said, String why) {
        List<Owed> owed = Arrays.stream(invoices.split(";"))
                .map(pair -> pair.split(" "))
                .map(pair -> new Owed(day(pair[0]), pair[1].equals("-") ? Span.NEVER : day(pair[1])))
                .toList();
        Flag flag = OverdueInvoices.decide("BA-W", owed, day(asOf));
        assertEquals(
                said,
                flag == null
                        ? "none"
                        : (flag.firstSeen() + " " + (flag.resolvedOn() == null ? "open" : flag.resolvedOn()))
                                .replace("2026-", ""),
                why);
        if (flag != null) {
            assertEquals("ACCOUNT BA-W ACTION", flag.objectType() + " " + flag.objectId() + " " + flag.severity());
        }
    }

    private static LocalDate day(String monthAndDay) {
        return LocalDate.parse("2026-" + monthAndDay);
    }
}
