package io.coverbook.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coverbook.testkit.OpenBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a cancellation that was told late is said to have credited something (G5, C9). */
@ExtendWith(OpenBook.Shared.class)
class CreditedFlagIT {

    /**
     * An agreement's Standard plan of 10 January, invoiced to March; an export of 8 April tells of a cancellation and of
     * the level.
     */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            level    | asked for  | credited                                           | flag       | source
            STANDARD | 2026-03-09 | 2 BACKDATED_CANCELLATION                           | 2026-04-08 | X15 G5
            STANDARD | 2026-03-20 |                                                    |            | X15 no term began after it
            UNIFIED  | 2026-03-20 | 0 CORRECTION, 1 CORRECTION, 2 CORRECTION           |            | C9 P41 credited because it is billed elsewhere
            UNIFIED  | 2026-03-09 | 0 CORRECTION, 1 CORRECTION, 2 BACKDATED_CANCELLATION | 2026-04-08 | C9 the last one for both reasons
            """)
    void a_flag_tells_what_the_cancellation_credited(
            String level, String asked, String credited, String flag, String source, OpenBook open)
            throws IOException, SQLException {
        OpenBook book = open.empty();
        take(
                book,
                "billing-accounts-2026-03-01.csv",
                "billing_account_id,agreement_type,country,currency,payment_method",
                "BA-1,EA,US,USD,WIRE");
        agreement(book, "2026-03-01", "STANDARD", ",");
        for (String month : List.of("2026-01", "2026-02", "2026-03")) {
            book.run("month-end", month, "--policy", "billing.first-month=2026-01")
                    .expecting(0);
        }
        agreement(book, "2026-04-08", level, asked + "T09:00:00Z,PARTNER");
        List<String> flags = flag == null ? List.of() : List.of(flag + "|null");
        book.run("reconcile", "--as-of", "2026-04-09").expecting(0);
        assertEquals(flags, flags(book), source);
        book.run("month-end", "2026-04").expecting(0);
        List<String> notes = book.ask("select term || ' ' || reason from credit_note order by term");
        assertEquals(credited == null ? "" : credited, String.join(", ", notes), source);
        assertEquals(flags, flags(book), "it stays when the credit notes are out");
    }

    /** The level came back before the month was closed: the later period says nothing about the charge of the first one. */
    @Test
    void a_credit_is_explained_by_the_period_of_its_charge(OpenBook open) throws IOException, SQLException {
        OpenBook book = open.empty();
        take(
                book,
                "billing-accounts-2026-03-01.csv",
                "billing_account_id,agreement_type,country,currency,payment_method",
                "BA-1,EA,US,USD,WIRE");
        covered(book, "2026-03-01", "2026-01-10,2026-04-09", ",");
        for (String month : List.of("2026-01", "2026-02", "2026-03")) {
            book.run("month-end", month, "--policy", "billing.first-month=2026-01")
                    .expecting(0);
        }
        covered(book, "2026-04-08", "2026-01-10,2026-04-09", "2026-03-09T09:00:00Z,PARTNER");
        covered(book, "2026-04-20", "2026-04-20,", ",");
        book.run("month-end", "2026-04").expecting(0);
        assertEquals(
                List.of("2|BACKDATED_CANCELLATION"), book.ask("select term, reason from credit_note order by term"));
        assertEquals(List.of("2026-04-08|null"), flags(book));
        assertEquals(
                List.of("0", "1", "3"), book.ask("select term from charge where state = 'INVOICED' order by term"));
    }

    private static List<String> flags(OpenBook book) throws SQLException {
        return book.ask("select first_seen, resolved_on from flag where code = 'BACKDATED_CANCEL_CREDITED'");
    }

    private static void agreement(OpenBook book, String day, String level, String cancel) throws IOException {
        take(
                book,
                "enterprise-agreements-" + day + ".csv",
                "ea_id,billing_account_id,status,start_date,end_date,support_coverage_start,support_level,"
                        + "cancel_requested_at,cancel_channel",
                "EA-1,BA-1,ACTIVE,2026-01-01,2027-12-31,2026-01-10," + level + "," + cancel);
    }

    private static void covered(OpenBook book, String day, String coverage, String cancel) throws IOException {
        take(
                book,
                "enterprise-agreements-" + day + ".csv",
                "ea_id,billing_account_id,status,start_date,end_date,support_level,support_coverage_start,"
                        + "support_coverage_end,cancel_requested_at,cancel_channel",
                "EA-1,BA-1,ACTIVE,2026-01-01,2027-12-31,STANDARD," + coverage + "," + cancel);
    }

    private static void take(OpenBook book, String name, String... lines) throws IOException {
        Path file = Files.writeString(book.folder("files").resolve(name), String.join("\n", lines) + "\n");
        book.run("import", file.toString()).expecting(0);
    }
}
