package io.coverbook.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.testkit.OpenBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code import --check}: what would change, and that nothing does. */
@ExtendWith(OpenBook.Shared.class)
class CheckIT {

    private static final String AGREEMENT = """
            ea_id,billing_account_id,status,start_date,end_date,support_level
            EA-1,BA-2,ACTIVE,2026-01-01,2028-12-31,%s
            """;
    private static final String HEADER =
            "subscription_id,billing_account_id,product_category,ea_id,plan_tier,channel,purchased_at\n";
    private static final String PLAN = "P-1,BA-1,AZURE_SUPPORT,,STANDARD,MCA,2026-01-10T00:00:00Z\n";
    private static final String SUBSCRIPTIONS = "S-1,BA-1,,,,,\nS-2,BA-2,,EA-1,,,\nS-3,BA-2,,EA-1,,,\n";

    private OpenBook book;
    private Path exports;

    @BeforeEach
    void a_book_with_two_plans(OpenBook open) throws IOException {
        book = open.empty();
        exports = open.folder("check");
        write("billing-accounts-2026-04-01.csv", """
                billing_account_id,agreement_type,country,currency
                BA-1,MCA,SE,USD
                BA-2,EA,SE,USD
                """);
        write("enterprise-agreements-2026-04-01.csv", AGREEMENT.formatted("STANDARD"));
        write("subscriptions-2026-04-01.csv", HEADER + PLAN + SUBSCRIPTIONS);
        book.run("import", exports.toString()).expecting(0);
        book.run("reconcile", "--as-of", "2026-04-30", "--policy", "billing.first-month=1970-01")
                .expecting(0);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(exports.resolve(name), content);
    }

    private List<String> everything() throws SQLException {
        return book.ask(
                "select (select count(*) from import_file), (select count(*) from charge), (select count(*) from"
                        + " plan_fact where absent), (select max(until_on) from ea_verdict where verdict = 'COVERED'),"
                        + " (select count(*) from entitlement), (select count(*) from import_reject)");
    }

    @Test
    void losing_a_plan_shows_who_loses_cover_and_what_it_costs() throws IOException, SQLException {
        List<String> before = everything();
        Path agreements = write("enterprise-agreements-2026-05-01.csv", AGREEMENT.formatted("NONE"));
        Path subscriptions =
                write("subscriptions-2026-05-01.csv", HEADER + SUBSCRIPTIONS + "S-4,BA-1,,,,,\nS-5,,,,,,\n");
        String said = book.run("import", "--check", agreements.toString(), subscriptions.toString(), "--partial")
                .expecting(3)
                .said();
        assertTrue(said.contains("1 would lose their last plan") && said.contains("EA-1, from"), said);
        assertTrue(said.contains("2 would lose cover") && said.contains("S-2"), said);
        assertTrue(said.contains("USD") && said.contains("-100.00"), said);
        assertTrue(said.contains("Nothing was written"), said);
        JsonNode answer = JsonMapper.shared()
                .readTree(book.run("import", "--check", "--json", subscriptions.toString(), "--partial")
                        .expecting(3)
                        .said());
        assertEquals(0, answer.get("difference").get("agreements_losing_plan").size());
        assertEquals(0, answer.get("difference").get("money").size());
        assertEquals(1, answer.get("files").get(0).get("added").intValue());
        assertEquals(before, everything());
    }

    @Test
    void a_refused_file_among_others_leaves_nothing_for_the_next() throws IOException, SQLException {
        List<String> before = everything();
        write("subscriptions-2026-05-01.csv", HEADER + PLAN.replace("P-1", "P-9") + "S-1,\"open\n");
        Path folder = Files.createDirectory(exports.resolve("more"));
        Files.writeString(folder.resolve("subscriptions-2026-05-02.csv"), HEADER + PLAN + SUBSCRIPTIONS);
        String said =
                book.run("import", "--check", exports.toString()).expecting(3).said();
        assertTrue(said.contains("F13_QUOTING"), said);
        assertTrue(said.contains("no charge through 2026-06-02 changes"), said);
        assertEquals(before, everything());
    }
}
