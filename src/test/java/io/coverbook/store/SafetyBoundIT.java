package io.coverbook.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coverbook.testkit.OpenBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which charges the safety bound holds when others, before and after them, are recorded (B17). */
@ExtendWith(OpenBook.Shared.class)
class SafetyBoundIT {

    private OpenBook book;

    @BeforeEach
    void a_new_book(OpenBook open) {
        book = open.empty();
    }

    private void take(String name, String... lines) throws IOException {
        Path file = Files.writeString(book.folder("files").resolve(name), String.join("\n", lines) + "\n");
        book.run("import", file.toString()).expecting(0);
    }

    private void account(String day, String agreement, String status, String since) throws IOException {
        take(
                "billing-accounts-" + day + ".csv",
                "billing_account_id,agreement_type,country,currency,payment_method,status,status_since",
                "BA-1," + agreement + ",US,USD,WIRE," + status + "," + since);
    }

    private List<String> charges(String asOf, int bound) throws SQLException {
        String[] words = {
            "reconcile",
            "--all",
            "--as-of",
            asOf,
            "--policy",
            "billing.first-month=1970-01",
            "--policy",
            "run.max-terms-per-plan=" + bound
        };
        book.run(words).expecting(0);
        return book.ask("select term, coalesce(hold_reason, state) from charge order by term");
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            agreement type | level of the agreement | linked to | plan
            MCA            |                        |           | yes
            EA             |                        | EA-1      | yes
            EA             | STANDARD               |           | no
            """)
    void charges_held_by_the_bound_are_new_until_they_are_let_go(String type, String level, String linked, String plan)
            throws IOException, SQLException {
        account("2026-01-20", type, "ACTIVE", "");
        take(
                "enterprise-agreements-2026-01-20.csv",
                "ea_id,billing_account_id,status,start_date,end_date,support_level,support_coverage_start",
                "EA-1,BA-1,ACTIVE,2026-01-01,2028-12-31,%s".formatted(level == null ? "," : level + ",2026-01-10"));
        if (plan.equals("yes")) {
            take(
                    "subscriptions-2026-01-20.csv",
                    "subscription_id,billing_account_id,product_category,plan_tier,channel,purchased_at,linked_ea_id",
                    "PL-1,BA-1,AZURE_SUPPORT,STANDARD,%s,2026-01-10T00:00:00Z,%s"
                            .formatted(linked == null ? "MCA" : "RESELLER", linked == null ? "" : linked));
        }
        assertEquals(List.of("0|OPEN"), charges("2026-01-31", 2));
        List<String> bound = List.of("0|OPEN", "1|SAFETY_BOUND", "2|SAFETY_BOUND", "3|SAFETY_BOUND");
        assertEquals(bound, charges("2026-04-30", 2));
        account("2026-05-20", type, "DISABLED", "2026-05-01");
        List<String> beside = List.of(
                "0|OPEN", "1|SAFETY_BOUND", "2|SAFETY_BOUND", "3|SAFETY_BOUND", "4|ACCOUNT_DISABLED_AT_RENEWAL");
        assertEquals(beside, charges("2026-05-31", 2), "the renewal is held for a reason of its own");
        assertEquals(beside, charges("2026-06-01", 2), "and that it is recorded lets none of the others go");
        assertEquals(
                List.of("0|OPEN", "1|OPEN", "2|OPEN", "3|OPEN", "4|ACCOUNT_DISABLED_AT_RENEWAL"),
                charges("2026-06-01", 3),
                "a run with a higher bound does");
    }

    @Test
    void charges_that_came_with_them_are_new_as_long_as_they_are() throws IOException, SQLException {
        account("2026-01-05", "MCA", "ACTIVE", "");
        account("2026-03-06", "MCA", "DISABLED", "2026-03-05");
        take(
                "subscriptions-2026-03-15.csv",
                "subscription_id,billing_account_id,product_category,plan_tier,channel,purchased_at",
                "PL-1,BA-1,AZURE_SUPPORT,STANDARD,MCA,2026-01-10T00:00:00Z");
        List<String> bound = List.of("0|SAFETY_BOUND", "1|SAFETY_BOUND", "2|ACCOUNT_DISABLED_AT_RENEWAL");
        assertEquals(bound, charges("2026-03-15", 2), "three are new");
        assertEquals(bound, charges("2026-03-16", 2), "and still three, though one has a reason of its own");
        account("2026-03-20", "MCA", "ACTIVE", "");
        List<String> all = List.of("0|SAFETY_BOUND", "1|SAFETY_BOUND", "2|SAFETY_BOUND");
        assertEquals(all, charges("2026-03-20", 2), "without that reason it is held with the others");
        account("2026-03-25", "MCA", "DISABLED", "2026-03-05");
        assertEquals(bound, charges("2026-03-25", 2), "and the reason is back");
        assertEquals(bound, charges("2026-03-26", 2), "what changed of a charge does not make it one of a later run");
        List<String> let = List.of("0|OPEN", "1|OPEN", "2|ACCOUNT_DISABLED_AT_RENEWAL");
        assertEquals(let, charges("2026-03-26", 3), "a run with a higher bound lets them go");
    }
}
