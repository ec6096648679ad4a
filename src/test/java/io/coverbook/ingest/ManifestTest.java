package io.coverbook.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the maker of a file says of it, checked (C030, C070, C166 to C168). */
class ManifestTest {

    private static final String PLANS =
            "subscription_id,billing_account_id,product_category,plan_tier,channel,purchased_at,"
                    + "promo_price\nP-1,BA-1,AZURE_SUPPORT,STANDARD,MCA,2026-01-01T00:00:00Z,70.50\n"
                    + "P-2,BA-1,AZURE_SUPPORT,STANDARD,MCA,2026-01-01T00:00:00Z,20\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'rows': 2}                                  | good 2",
                "{'rows': 2, 'sums': {'promo_price': 90.50}}  | good 2",
                "{'rows': 2, 'sums': {'promoPrice': 90.5}}    | good 2",
                "{'rows': 3}                                  | F05_TOTALS@0",
                "{'sums': {'promo_price': 90.51}}             | F05_TOTALS@0",
                "{'sums': {'colour': 1}}                      | F05_TOTALS@0",
                "{'sha256': 'abc'}                            | F04_CHECKSUM@0",
                "{'schemaVersion': 9}                         | F27_SCHEMA_VERSION@0",
                "{'schemaVersion': 1}                         | good 2",
                "{'rows': 'many'}                             | F05_TOTALS@0",
                "{'rows': 2                                   | F05_TOTALS@0",
            })
    void a_manifest_is_checked(String manifest, String expected) throws IOException {
        Files.writeString(folder.resolve("subscriptions-2026-04-01.csv.manifest.json"), manifest.replace('\'', '"'));
        assertEquals(
                expected,
                Outcome.of(folder, "subscriptions-2026-04-01.csv", PLANS).toString());
    }

    @Test
    void a_list_has_as_many_entries_as_its_manifest_says() throws IOException {
        Files.writeString(folder.resolve("list.json.manifest.json"), "{\"rows\": 2}");
        String one = "{\"value\":[{\"id\":\"/providers/Microsoft.Billing/billingAccounts/1\",\"name\":\"1\","
                + "\"type\":\"Microsoft.Billing/billingAccounts\",\"properties\":{}}]}";
        assertEquals("F05_TOTALS@0", Outcome.of(folder, "list.json", one).toString());
    }

    @Test
    void a_manifest_alone_is_named_and_its_file_waited_for() throws IOException {
        Files.writeString(folder.resolve("subscriptions-2026-04-01.csv.manifest.json"), "{\"rows\": 2}");
        FoundFiles found = ExportFolder.find(java.util.List.of(folder), ReadOptions.standard());
        assertEquals(
                "[subscriptions-2026-04-01.csv.manifest.json: a manifest whose file is not here yet]",
                found.ignored().toString());
    }
}
