package io.coverbook.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.testkit.AzureSamples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The oddities of what Azure's tools write (FORMATS 9), each by its number on a published file: what is odd in it, and
 * what is told all the same. O21, O26, O29, O30 and O32 need what is stored or several files, and have tests there.
 */
class OddityTest {

    private static final ReadOptions OPTIONS = ReadOptions.standard()
            .withExportedAt(Instant.parse("2024-06-30T12:00:00Z"))
            .withNames(ReferenceReader.read(null).planNames());

    private static final String REST = "azure-billing-rest/2024-04-01/";

    @TempDir
    Path folder;

    private static String text(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length > 1 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b) {
            try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                bytes = unpacked.readAllBytes();
            }
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Path file(String name) {
        Path made = AzureSamples.folder().resolveSibling("azure-made").resolve(name);
        return Files.exists(made) ? made : AzureSamples.file(name.replace("REST/", REST));
    }

    private static String told(Path file) {
        Outcome outcome = Outcome.of(file, OPTIONS);
        return outcome + " " + outcome.message() + outcome.rows + outcome.rejects + outcome.warnings;
    }

    /** A cell may name several texts, with {@code ..} between; each must stand there. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', quoteCharacter = '^', textBlock = """
            row | file                                                        | odd                                | told
            O1  | azure-cost-exports/EA_ActualCost_Small.csv                  | <feff>BillingAccountId             | good 4 W01_BOM .. billingAccountId=8611537
            O2  | azure-cost-exports/EA_usage_2021-10-01_anonymous.part1.csv  | <cr>                               | good 9
            O3  | azure-cost-exports/EA_NoRows.csv                            | BillingAccountId                   | good 0
            O4  | azure-cost-exports/EA_ActualCost_Small.csv                  | SubscriptionName,Date,Product,     | name=Trey Research IT .. throughOn=2023-09-21
            O4  | azure-cost-exports/EA_usage_2021-10-01_anonymous.part1.csv  | ResourceLocation,Date,ProductName, | name=sub-example .. billingAccountId=12345678
            O5  | azure-cost-exports/MCA_cost_details_2023-12-01-preview.header-only.csv | billingAccountId .. ProductId | good 0
            O6  | azure-cost-exports/EA_ActualCost_Small.csv                  | ,09/21/2023,                       | throughOn=2023-09-21
            O6  | azure-cost-exports/EA_usage_2021-10-01_anonymous.part1.csv  | ,9/2/2023,                         | fromOn=2023-09-02
            O7  | azure-cost-exports/EA_usage_2021-10-01_anonymous.part1.csv  | 5.64902E-05                        | good 9
            O8  | azure-cost-exports/EA_usage_2021-10-01_anonymous.part1.csv  | ,TRUE,                             | good 9
            O8  | azure-cost-exports/EA_ActualCost_Small.csv                  | ,True,                             | good 4
            O9  | azure-support-rest/2024-04-01/ListSupportTickets.json       | serviceLevelAgreement              | good 2
            O10 | focus/focus_sample_1.0.part1.csv.gz                         | ,NULL,                             | good 4 .. tier=null
            O11 | focus/spec-1.2-examples/simple_saas_agreements_a1.csv       | $10,000.00 .. 5/1/25               | good 0 R08_NUMBER_SYNTAX@2
            O12 | azure-docs-samples/az-billing-account-list.cli.json         | "Unknown"                          | accountStatus 'Unknown' .. good 0
            O12 | REST/billingSubscriptionsGet.json                           | "productCategory"                  | productCategory=OTHER
            O13 | REST/billingSubscriptionsListByBillingAccount.json          | "Cancelled"                        | state=EXPIRED
            O13 | azure-billing-rest/2020-05-01/ProductsListByBillingAccount.json | "Active"                       | state=Active
            O14 | REST/billingSubscriptionsListByEnrollmentAccount.json       | /BillingAccounts/                  | billingAccountId=6564892
            O15 | azure-billing-rest/2020-05-01/BillingSubscriptionsListByBillingAccount.json | {billingAccountName} | good 0 R16_UNRESOLVED_ACCOUNT@1
            O16 | partner-center/get-a-subscription-by-id.1.json              | A356AC8C-E310-44F4-BF85-C7F29044AF99 | id=a356ac8c-e310-44f4-bf85-c7f29044af99
            O16 | REST/billingSubscriptionsListByInvoiceSection.json          | 6b96d3f2-9008-4a9d-912f-f87744185aa3 | subscriptionId=6b96d3f2-9008-4a9d-912f-f87744185aa3
            O17 | azure-docs-samples/az-billing-account-list.cli.json         | "US "                              | country=US,
            O18 | partner-center/get-a-subscription-by-id.1.json              | 9999-12-                           | throughOn=null
            O19 | partner-center/get-a-list-of-subscriptions-by-order.1.json  | T06: 41: 12Z                       | fromOn=2015-11-24
            O19 | partner-center/get-a-collection-of-entitlements.3.json      | expiryDateTime                     | W18_NO_ZONE .. throughOn=2019-02-23
            O20 | REST/billingAccountsGetEA.json                              | "supportCoverage"                  | supportCoverageStart=2021-01-26 .. supportCoverageEnd=2021-06-30
            O22 | REST/paymentMethodsListByBillingProfile.json                | "family"                           | paymentMethod=CARD
            O22 | azure-billing-rest/2021-10-01/PaymentMethodAtBillingProfile_List.json | "expiration"             | paymentMethodExpiry=20
            O22 | azure-billing-rest/2019-10-01-preview/PaymentMethodsListByBillingProfile.json | "paymentMethodType" | R16_UNRESOLVED_ACCOUNT@2
            O23 | REST/billingRoleDefinitionListByBillingAccount.json         | Billing account reader             | good 5
            O24 | azure-cli-derived/role-assignment-list-include-classic.cli.json | ;AccountAdministrator          | role=SERVICE_ADMIN .. role=ACCOUNT_ADMIN
            O25 | azure-cli-derived/role-assignment-list-all.part1.cli.json.gz | "principalName": ""               | user=0d504196-1423-4569-9a6e-15149656f0ee, role=CONTRIBUTOR
            O27 | azure-cli-recorded/error-not-found.rest.json                | "NotFound"                         | F08_WRONG_TYPE .. NotFound, The resource
            O28 | partner-center/malformed/cancel-an-azure-subscription.2.json.txt | <201c>                        | F24_JSON_SYNTAX@4 .. column 14
            O28 | partner-center/malformed/get-all-of-a-customer-s-orders.1.json.txt | "items"                     | F24_JSON_SYNTAX .. Unexpected close marker ']': expected '}'; nothing
            O31 | azure-cli-recorded/billing-account-list-expand-profiles.rest.json | "DKK"                        | currency=XXX .. (CHF, DKK, EUR, GBP, NOK, SEK)
            O33 | azure-cli-derived/billing-account-list-expand-enrollment.cli.json | "agreementType"              | good 1
            O33 | billingSubscriptions-mosp.CONSTRUCTED.jsonl                 | properties                         | good 2
            O34 | billingSubscriptions-mca.CONSTRUCTED.json                   | "AzureSupport"                     | PlanRow[line=1 .. SubscriptionRow[line=3
            O35 | billingSubscriptions-mca.CONSTRUCTED.json                   | R<e4>ksm<f6>rg<e5>s                | displayName=R<e4>ksm<f6>rg<e5>s
            O36 | REST/billingSubscriptionsListByBillingAccount.json          | "Cancelled" .. "autoRenew": "On"   | state=EXPIRED, stateSince=2023-01-15
            """)
    void an_oddity_is_read_as_the_catalogue_says(String row, String name, String odd, String told) throws IOException {
        Path file = file(name);
        stands(row + " " + name, odd, text(file));
        stands(row + " " + name, told, told(file));
    }

    private static void stands(String where, String texts, String in) {
        for (String text : unescaped(texts).split(" \\.\\. ")) {
            assertTrue(in.contains(text), () -> where + ": no " + text + " in " + in);
        }
    }

    private static String unescaped(String text) {
        return text.replace("<feff>", "\ufeff")
                .replace("<cr>", "\r\n")
                .replace("<201c>", "\u201c")
                .replace("<e4>", "\u00e4")
                .replace("<f6>", "\u00f6")
                .replace("<e5>", "\u00e5");
    }

    /** O2: neither a mark at the beginning nor a line end at the end is asked for. */
    @Test
    void o2_a_missing_line_end_loses_no_row() throws IOException {
        Path file = file("azure-cost-exports/EA_usage_2021-10-01_anonymous.part1.csv");
        String text = text(file);
        assertTrue(text.startsWith("InvoiceSectionName,") && text.endsWith("\r\n"));
        Path cut = Files.writeString(folder.resolve("costs.csv"), text.strip());
        assertEquals(Outcome.of(file, OPTIONS).rows, Outcome.of(cut, OPTIONS).rows);
    }

    /** O6: days that can be read in two ways are a question, and the answer is an option. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            03/04/2026,05/04/2026 |            | F30_AMBIGUOUS_DATES
            03/14/2026,05/04/2026 |            | throughOn=2026-05-04
            14/03/2026,05/04/2026 |            | throughOn=2026-04-05
            03/04/2026,05/04/2026 | dd/MM/yyyy | fromOn=2026-04-03
            03/04/2026,05/04/2026 | MM/dd/yyyy | fromOn=2026-03-04
            """)
    void o6_days_are_never_guessed(String days, String form, String told) throws IOException {
        StringBuilder rows = new StringBuilder("SubscriptionId,Date,Cost,SubscriptionName,MeterId\n");
        for (String day : days.split(",")) {
            rows.append("00000000-0000-0000-0000-000000000001,").append(day).append(",1.5,Shop,m\n");
        }
        Path file = Files.writeString(folder.resolve("costs.csv"), rows);
        ReadOptions options =
                form == null ? OPTIONS : OPTIONS.withDates(DayForm.of(form).orElseThrow());
        Outcome outcome = Outcome.of(file, options);
        assertTrue(
                (outcome + " " + outcome.rows).contains(told), () -> outcome + " " + outcome.message() + outcome.rows);
    }
}
