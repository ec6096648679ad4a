package io.coverbook.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coverbook.testkit.OpenBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A subscription at home in an account or agreement that no export shows, by event time (P47, G4). */
@ExtendWith(OpenBook.Shared.class)
class OrphanFlagIT {

    private static final String HEAD = "subscription_id,created_on,billing_account_id,ea_id,scope_since\n";

    private OpenBook book;
    private Path exports;

    @BeforeEach
    void a_new_book(OpenBook open) {
        book = open.empty();
        exports = open.folder("exports");
    }

    private void take(String name, String content) throws IOException {
        Path file = Files.writeString(exports.resolve(name), content);
        book.run("import", file.toString()).expecting(0);
    }

    /**
     * {@code told}: what each export says of S-1, {@code 04-10 BA-9} or {@code 04-10 BA-1/EA-9 03-05} with the day since
     * when; {@code shown}: the export that first shows account BA-9 and agreement EA-9, or none.
     */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            created    | told | shown | flag | why
            2026-01-15 | 04-01 BA-1; 04-10 BA-1 | | | P47 at home in a known account
            2026-01-15 | 04-01 BA-9; 04-10 BA-9 | | 2026-04-01 | G4 the first export that shows it
            2026-04-05 | 04-01 BA-9; 04-10 BA-9 | | 2026-04-05 | G4 not before it is created
            2026-01-15 | 04-01 BA-1; 04-10 BA-9 | | 2026-04-10 | G4 A2 from the export that told the home
            2026-01-15 | 04-01 BA-1; 04-10 BA-9 03-05 | | 2026-04-10 | G4 told on 04-10, though at home there since March
            2026-01-15 | 04-01 BA-1; 04-10 BA-9 04-20 | | 2026-04-20 | A2 at home there from 04-20
            2026-01-15 | 04-01 BA-1; 04-10 BA-9 03-05; 04-15 BA-9 2020-01-01 | | 2026-04-10 | A4 the home goes back to the beginning, told on 04-10 all the same
            2026-01-15 | 04-01 BA-9; 04-10 BA-1; 04-15 BA-9 2020-01-01 | | 2026-04-01 | A4a at home there from the beginning again, told first on 04-01
            2026-01-15 | 04-01 BA-9; 04-10 BA-1 | | 2026-04-01..2026-04-10 | G4 until it moves away
            2026-01-15 | 04-01 BA-1; 04-10 BA-1/EA-9 | | 2026-04-10 | P47 an unknown agreement
            2026-01-15 | 04-01 BA-1; 04-10 BA-1/EA-9 03-05 | 04-20 | 2026-04-10..2026-04-20 | G4 until an export brings the agreement
            2026-01-15 | 04-01 BA-1; 04-10 BA-9 | 04-20 | 2026-04-10..2026-04-20 | G4 until an export brings the account
            """)
    void an_orphan_is_seen_from_the_export_that_told_its_home(
            String created, String told, String shown, String flag, String why) throws IOException, SQLException {
        take(
                "billing-accounts-2026-04-01.csv",
                "billing_account_id,agreement_type,country,currency\nBA-1,MCA,SE,USD\n");
        for (String export : told.split("; ")) {
            String[] words = export.split(" ");
            String[] home = words[1].split("/");
            List<String> row = Arrays.asList(
                    "S-1",
                    created,
                    home[0],
                    home.length > 1 ? home[1] : "",
                    words.length < 3 ? "" : words[2].length() > 5 ? words[2] : "2026-" + words[2]);
            take("subscriptions-2026-" + words[0] + ".csv", HEAD + String.join(",", row) + "\n");
        }
        if (shown != null) {
            take(
                    "billing-accounts-2026-" + shown + ".csv",
                    "billing_account_id,agreement_type,country,currency\nBA-1,MCA,SE,USD\nBA-9,MCA,SE,USD\n");
            take(
                    "enterprise-agreements-2026-" + shown + ".csv",
                    "ea_id,billing_account_id,status,start_date,end_date\nEA-9,BA-1,ACTIVE,2026-01-01,2028-12-31\n");
        }
        book.run("reconcile", "--as-of", "2026-04-30").expecting(0);
        assertEquals(
                flag == null ? List.of() : List.of(flag),
                book.ask(
                        "select concat_ws('..', first_seen, resolved_on) from flag where code = 'ORPHAN_SUBSCRIPTION'"),
                why);
    }
}
