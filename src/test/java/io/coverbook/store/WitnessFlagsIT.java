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

/** What others recorded against ours: flags, and nothing else changes (FORMATS 10.3). */
@ExtendWith(OpenBook.Shared.class)
class WitnessFlagsIT {

    private static final String WITNESSES =
            "record_type,record_id,billing_account_id,subscription_id,name,plan_tier,amount,"
                    + "currency,from_on,through_on,at,state,detail\n";

    private OpenBook book;
    private Path exports;

    @BeforeEach
    void a_book_with_two_plans(OpenBook open) throws IOException {
        book = open.empty();
        exports = open.folder("witnesses");
        take("billing-accounts-2026-04-01.csv", """
                billing_account_id,agreement_type,country,currency
                BA-1,MCA,SE,USD
                BA-2,MCA,SE,USD
                """);
        take("subscriptions-2026-04-01.csv", """
                subscription_id,billing_account_id,product_category,plan_tier,channel,purchased_at
                P-1,BA-1,AZURE_SUPPORT,STANDARD,MCA,2026-01-10T00:00:00Z
                P-2,BA-2,AZURE_SUPPORT,STANDARD,MCA,2026-01-10T00:00:00Z
                S-1,BA-1,,,,
                S-2,BA-2,,,,
                """);
    }

    private void take(String name, String content) throws IOException {
        Path file = Files.writeString(exports.resolve(name), content);
        book.run("import", file.toString()).expecting(0);
    }

    private List<String> flags() throws SQLException {
        return book.ask("select code, object_type, object_id, first_seen, resolved_on from flag order by 1, 3");
    }

    /** O30: what the provider billed otherwise is a flag, and our charges stay. */
    @Test
    void differences_with_the_provider_are_flags() throws IOException, SQLException {
        take(
                "witnesses-2026-05-01.csv",
                WITNESSES
                        + "INVOICE,I-1,BA-1,P-1,AzureSupport,,100.00,USD,2026-01-10,2026-02-09,,Paid,SUPPORT\n"
                        + "INVOICE,I-3,BA-1,P-1,AzureSupport,,100.00,USD,2026-03-10,2026-04-09,,Paid,SUPPORT\n"
                        + "INVOICE,I-4,BA-2,P-2,AzureSupport,,29.00,USD,2026-01-10,2026-02-09,,Due,SUPPORT\n"
                        + "INVOICE,I-5,BA-9,P-9,AzureSupport,,100.00,USD,2026-01-10,2026-02-09,,Due,SUPPORT\n"
                        + "INVOICE,I-6,BA-9,P-8,AzureServices,,100.00,USD,2026-01-10,2026-02-09,,Due,\n"
                        + "TRANSACTION,T-1,BA-1,,Standard Support,STANDARD,45,USD,2026-01-10,2026-02-09,2026-02-01T00:00:00Z,Cancel,SUPPORT CREDIT_APPLIED\n"
                        + "TICKET,K-1,,S-1,ProDirect,PROFESSIONAL_DIRECT,,,,,2026-02-15T09:00:00Z,Open,EA\n"
                        + "TICKET,K-2,,S-2,Standard,STANDARD,,,,,2026-02-15T09:00:00Z,Open,AzureModern\n"
                        + "SUBSCRIPTION,S-1,BA-1,S-1,,,,,,,,,\nSUBSCRIPTION,S-7,BA-1,S-7,,,,,,,,,\n");
        book.run("reconcile", "--as-of", "2026-05-01", "--policy", "billing.first-month=1970-01")
                .expecting(0);
        assertEquals(
                List.of(
                        "CHARGED_WITHOUT_PLAN|SUBSCRIPTION|P-9|2026-01-10|null",
                        "CREDIT_USED_FOR_SUPPORT|ACCOUNT|BA-1|2026-02-01|null",
                        "PLAN_NOT_CHARGED_BY_PROVIDER|PLAN|P-1|2026-02-10|null",
                        "PROVIDER_FEE_DIFFERS|PLAN|P-2|2026-01-10|null",
                        "SUBSCRIPTION_NOT_EXPORTED|SUBSCRIPTION|S-7|2026-05-01|null",
                        "TICKET_UNDER_OTHER_PLAN|SUBSCRIPTION|S-1|2026-02-15|null"),
                flags());
        assertEquals(
                List.of("P-1|400.00", "P-2|400.00"),
                book.ask("select plan_id, sum(amount) from charge group by 1 order by 1"));
        // A corrected bill settles it.
        take(
                "witnesses-2026-05-02.csv",
                WITNESSES + "INVOICE,I-4,BA-2,P-2,AzureSupport,,100.00,USD,2026-01-10,2026-02-09,,Paid,SUPPORT\n");
        book.run("reconcile", "--as-of", "2026-05-02", "--policy", "billing.first-month=1970-01")
                .expecting(0);
        assertEquals(
                List.of("2026-05-02"), book.ask("select resolved_on from flag where code = 'PROVIDER_FEE_DIFFERS'"));
    }
}
