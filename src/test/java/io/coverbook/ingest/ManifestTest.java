package io.coverbook.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the maker of a file says of it, checked (C030, C070, C166, C167, C168), and of the parts of an export (O32). */
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
                "{'rows': 2, 'sequence': 43}                  | good 2", // C078: no series is asked for (L6)
                "{'rows': 2, 'environment': 'test'}           | good 2", // C090: nor an environment (L6)
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
        FoundFiles found = ExportFolder.find(List.of(folder), ReadOptions.standard());
        assertEquals(
                "[subscriptions-2026-04-01.csv.manifest.json: a manifest whose file is not here yet]",
                found.ignored().toString());
    }

    private static final String COSTS = "SubscriptionId,Date,MeterId,CostInBillingCurrency\n";

    private static String costs(int number) {
        return COSTS + "00000000-0000-0000-0000-00000000000" + number + ",03/15/2026,m,1.00\n";
    }

    /** What a folder with two parts and this manifest becomes: the files to read, then what was refused and why. */
    private String parts(String manifest) throws IOException {
        Path export = Files.createDirectories(folder.resolve("export"));
        Files.writeString(export.resolve("part_0.csv"), costs(1));
        Files.write(export.resolve("part_1.csv"), CorpusCase.gzip(costs(2).getBytes(StandardCharsets.UTF_8)));
        Files.writeString(folder.resolve("outside.csv"), costs(3));
        Files.writeString(export.resolve("manifest.json"), manifest.replace('\'', '"'));
        FoundFiles found = ExportFolder.find(List.of(export), ReadOptions.standard());
        return found.files().stream().map(ExportFile::name).toList() + " "
                + found.refused().stream().map(refusal -> refusal.code().name()).toList();
    }

    private static int bytes() {
        return costs(1).length();
    }

    /** O32, C170: the parts are taken when all of them are there and as large as they should be, and no other file is. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'blobs': [{'blobName': 'a/b/part_0.csv', 'byteCount': SIZE}, {'blobName': 'part_1.csv'}]} | [part_0.csv, part_1.csv] []",
                "{'manifest': {'blobCount': 1, 'byteCount': SIZE, 'blobs': [{'blobLink': 'https://x.net/r/part_0?sig=a/../b', 'byteCount': SIZE}]}} | [part_0.csv, part_1.csv] []",
                "{'blobs': [{'blobName': 'part_0.csv', 'byteCount': 7}, {'blobName': 'part_1.csv'}]} | [] [F05_TOTALS]",
                "{'blobCount': 3, 'blobs': [{'blobName': 'part_0.csv'}, {'blobName': 'part_1.csv'}]} | [] [F05_TOTALS]",
                "{'byteCount': 3, 'blobs': [{'blobName': 'part_0.csv'}, {'blobName': 'part_1.csv'}]} | [] [F05_TOTALS]",
                "{'manifestVersion': '1', 'blobs': []} | [part_0.csv, part_1.csv] [F05_TOTALS]",
                "{'blobs': [{'blobName': 'part_0.csv'}, {'blobName': 'part_9.csv'}]} | [part_1.csv] [F02_NOT_READY]",
                "{'blobs': [{'blobName': 'part_0.csv'}, {'blobName': '../outside.csv'}]} | [part_1.csv] [F16_UNSAFE_PATH]",
                "{'blobs': [{'blobName': 'part_0.csv'}, {'blobName': '/etc/passwd'}]} | [part_1.csv] [F16_UNSAFE_PATH]",
                "{'blobs': [{'blobName': 'C:/x.csv'}]} | [part_0.csv, part_1.csv] [F16_UNSAFE_PATH]",
                "{'blobs': [{'blobName': 'a/..'}]} | [part_0.csv, part_1.csv] [F16_UNSAFE_PATH]",
                "{'blobs': [{'blobName': '..\\x.csv'}]} | [part_0.csv, part_1.csv] [F24_JSON_SYNTAX]",
                "{'blobs': [{'blobName': '..\\\\x.csv'}]} | [part_0.csv, part_1.csv] [F16_UNSAFE_PATH]",
            })
    void the_parts_of_an_export_agree_with_its_manifest(String manifest, String expected) throws IOException {
        assertEquals(expected, parts(manifest.replace("SIZE", String.valueOf(bytes()))));
    }

    /** C170: a link beside the manifest is no part. */
    @Test
    void a_part_is_a_plain_file() throws IOException {
        Files.createDirectories(folder.resolve("export"));
        Files.createSymbolicLink(folder.resolve("export/part_7.csv"), folder.resolve("outside.csv"));
        assertEquals(
                "[part_1.csv] [F16_UNSAFE_PATH, F16_UNSAFE_PATH]",
                parts("{'blobs': [{'blobName': 'part_0.csv'}, {'blobName': 'part_7.csv'}]}"));
    }

    /** O32: whoever names the manifest means its parts. */
    @Test
    void a_manifest_brings_its_parts() throws IOException {
        parts("{'blobs': [{'blobName': 'part_0.csv'}, {'blobName': 'part_1.csv'}]}");
        FoundFiles found = ExportFolder.find(List.of(folder.resolve("export/manifest.json")), ReadOptions.standard());
        assertEquals(
                List.of("part_0.csv", "part_1.csv"),
                found.files().stream().map(ExportFile::name).toList());
        assertEquals(List.of("manifest.json: a manifest, its 2 parts checked against it"), found.ignored());
    }
}
