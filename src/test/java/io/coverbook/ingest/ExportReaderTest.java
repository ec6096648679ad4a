package io.coverbook.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.plan.AccountStatus;
import io.coverbook.plan.AgreementType;
import io.coverbook.plan.CancelChannel;
import io.coverbook.plan.Channel;
import io.coverbook.plan.OrderStatus;
import io.coverbook.plan.PaymentMethod;
import io.coverbook.plan.PaymentMethodStatus;
import io.coverbook.plan.PaymentResult;
import io.coverbook.plan.ProductCategory;
import io.coverbook.plan.Relationship;
import io.coverbook.plan.Role;
import io.coverbook.plan.SubscriptionState;
import io.coverbook.plan.SupportLevel;
import io.coverbook.plan.Tier;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportReaderTest {

    private static final String ACCOUNT = "billing_account_id,agreement_type,country,currency";
    private static final String AGREEMENT = "ea_id,billing_account_id,status,start_date,end_date";
    private static final String PLAN =
            "subscription_id,billing_account_id,product_category,plan_tier,channel,purchased_at";

    private static final String ROLE = "user,role,scope,subscription_ids";
    private static final String PAYMENT = "plan_id,at,result,amount";

    @TempDir
    Path folder;

    private Outcome read(String header, String... rows) {
        return Outcome.of(folder, "export.csv", header + "\n" + String.join("\n", rows) + "\n");
    }

    @Test
    void an_account_gets_the_defaults_of_the_contract() {
        AccountRow row = (AccountRow)
                read(ACCOUNT, "BA-1,MicrosoftCustomerAgreement,SE,SEK").only();
        assertEquals(2, row.line());
        assertEquals(AgreementType.MCA, row.agreementType());
        assertEquals("BA-1", row.customerId());
        assertEquals(AccountStatus.ACTIVE, row.status());
        assertEquals(PaymentMethod.CARD, row.paymentMethod());
        assertEquals(PaymentMethodStatus.ACTIVE, row.paymentMethodStatus());
        assertNull(row.displayName());
        assertNull(row.createdOn());
    }

    @Test
    void a_subscription_gets_the_defaults_of_the_contract() {
        SubscriptionRow row = (SubscriptionRow)
                read("subscription_id,billing_account_id", "S-1,BA-1").only();
        assertEquals(ProductCategory.USAGE_BASED, row.productCategory());
        assertEquals(SubscriptionState.ACTIVE, row.state());
        assertEquals(LocalDate.EPOCH, row.createdOn());
        assertNull(row.eaId());
    }

    @Test
    void a_plan_gets_the_defaults_of_the_contract() {
        PlanRow row = (PlanRow) read(PLAN, "PL-1,BA-1,AzureSupport,Pro-Direct,AzurePortal,2026-01-31T09:15:00+01:00")
                .only();
        assertEquals(Tier.PROFESSIONAL_DIRECT, row.tier());
        assertEquals(Channel.AZURE_PORTAL, row.channel());
        assertEquals(Instant.parse("2026-01-31T08:15:00Z"), row.purchasedAt());
        assertTrue(row.autoRenew());
        assertEquals("P1M", row.billingFrequency());
        assertNull(row.cancelChannel());
        assertNull(row.cancelRequestedAt());
    }

    @Test
    void an_agreement_gets_the_defaults_of_the_contract() {
        AgreementRow row = (AgreementRow)
                read(AGREEMENT, "EA-1,BA-1,ACTIVE,2026-01-01,2028-12-31").only();
        assertEquals(Relationship.DIRECT, row.relationship());
        assertEquals(SupportLevel.NONE, row.supportLevel());
        assertEquals(OrderStatus.NONE, row.orderStatus());
        assertNull(row.customerId());
        assertNull(row.country());
        assertNull(row.orderedLevel());
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            scope                                           | ids     | reach            | path                                                | reaches | why
            S-1                                             |         | SUBSCRIPTION     | /subscriptions/S-1                                  | S-1     | CONTRACT 2.4 the id alone
            /subscriptions/S-1                              |         | SUBSCRIPTION     | /subscriptions/S-1                                  | S-1     | CONTRACT 2.4
            /Subscriptions/S-1/                             | S-1     | SUBSCRIPTION     | /subscriptions/S-1                                  | S-1     | Azure's words may have any case
            /subscriptions/S-1/resourceGroups/Rg1           |         | RESOURCE_GROUP   | /subscriptions/S-1/resourceGroups/rg1               |         | R34 less than the subscription
            /subscriptions/S-1/resourcegroups/rg/providers/X/y | S-1  | RESOURCE_GROUP   | /subscriptions/S-1/resourceGroups/rg/providers/x/y  |         | a single resource
            /providers/Microsoft.Management/managementGroups/M1 | S-2; S-1;S-2; | MANAGEMENT_GROUP | /providers/Microsoft.Management/managementGroups/m1 | S-1 S-2 | each once
            /providers/microsoft.management/managementgroups/m1 | | MANAGEMENT_GROUP | /providers/Microsoft.Management/managementGroups/m1 |         | a group of nothing
            /                                               | S-1     | ROOT             | /                                                   |         | all there are, whatever is listed
            """)
    void a_role_reaches_what_its_scope_says(
            String scope, String ids, String reach, String path, String reaches, String why) {
        RoleRow row =
                (RoleRow) read(ROLE, "ann,Owner," + scope + "," + cell(ids)).only();
        assertEquals(Role.OWNER, row.role());
        assertEquals(reach, row.scope().reach().name(), why);
        assertEquals(path, row.scope().path(), why);
        assertEquals(scope, row.scope().written(), why);
        assertEquals(cell(reaches), String.join(" ", row.subscriptionIds()), why);
        assertFalse(row.isPartner() || row.partnerBenefit());
        assertEquals(List.of(), row.actions());
    }

    /** One role in two spellings is one content; the rows of Azure have a list of actions and many subscriptions. */
    @Test
    void a_role_is_its_content_not_its_spelling() {
        Outcome twice = read(
                ROLE + ",actions,is_partner",
                "ann,CUSTOM,S-1,,Microsoft.Support/*;  ;*/read,",
                "ann,custom,/subscriptions/S-1,S-1,Microsoft.Support/* ; */read,false");
        RoleRow first = (RoleRow) twice.rows.get(0);
        assertEquals(List.of("Microsoft.Support/*", "*/read"), first.actions());
        RoleRow again = (RoleRow) twice.rows.get(1);
        assertEquals(first.scope().path(), again.scope().path());
        String many = IntStream.range(0, 20_000)
                .mapToObj(i -> "0128028b-715f-497b-b0c2-%012d".formatted(i))
                .collect(Collectors.joining(";"));
        RoleRow wide = (RoleRow) read(ROLE, "ann,OWNER,/providers/Microsoft.Management/managementGroups/m," + many)
                .only();
        assertEquals(20_000, wide.subscriptionIds().size());
    }

    @Test
    void a_payment_may_carry_its_invoice_and_amount() {
        PaymentRow plain = (PaymentRow) read("plan_id,at,result", "EA:EA-1,2026-04-06T14:00:00+02:00,Success")
                .only();
        assertEquals("EA:EA-1", plain.planId());
        assertEquals(Instant.parse("2026-04-06T12:00:00Z"), plain.at());
        assertEquals(PaymentResult.SUCCESS, plain.result());
        assertNull(plain.invoiceNumber());
        assertNull(plain.amount());
        PaymentRow full = (PaymentRow)
                read(PAYMENT + ",invoice_number", "PL-1,2026-04-06T12:00:00Z,DECLINED,60.00,INV-2026-000001")
                        .only();
        assertEquals("INV-2026-000001", full.invoiceNumber());
        assertEquals(new BigDecimal("60"), full.amount());
    }

    @Test
    void a_full_plan_row_loses_nothing() {
        PlanRow row = (PlanRow) read(
                        PLAN + ",display_name,coverage_start,contract_end,auto_renew,auto_renew_changed_at,"
                                + "cancel_requested_at,cancel_channel,billing_frequency,promo_price,promo_until,"
                                + "linked_ea_id,updated_at",
                        "PL-1,BA-1,AZURE_SUPPORT,STANDARD,MS_SELLER,2026-01-31T08:15:00Z,\"Plan \"\"A\"\", big\",2026-02-01,"
                                + "2027-01-31,OFF,2026-03-01T00:00:00Z,2026-03-02T00:00:00Z,PARTNER,P1Y,90.50,2026-12-31,"
                                + "EA-1,2026-03-31T08:00:00Z")
                .only();
        assertEquals(
                new PlanRow(
                        2,
                        row.fingerprint(),
                        "PL-1",
                        "BA-1",
                        "Plan \"A\", big",
                        Tier.STANDARD,
                        Channel.MS_SELLER,
                        Instant.parse("2026-01-31T08:15:00Z"),
                        LocalDate.of(2026, 2, 1),
                        LocalDate.of(2027, 1, 31),
                        false,
                        Instant.parse("2026-03-01T00:00:00Z"),
                        Instant.parse("2026-03-02T00:00:00Z"),
                        CancelChannel.PARTNER,
                        "P1Y",
                        new BigDecimal("90.5"),
                        LocalDate.of(2026, 12, 31),
                        "EA-1",
                        Instant.parse("2026-03-31T08:00:00Z")),
                row);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            state   , state_since , ended_on   , cancel_requested_at  , cancelled            , why
            ACTIVE  ,             ,            ,                      ,                      , it goes on
            ''      ,             ,            ,                      ,                      , an empty state is fine
            DELETED , 2026-03-10  ,            ,                      , 2026-03-10T00:00:00Z , midnight of state_since
            DELETED , 2026-03-10  , 2026-03-12 ,                      , 2026-03-12T00:00:00Z , ended_on says it better
            ACTIVE  ,             , 2026-03-12 ,                      , 2026-03-12T00:00:00Z , ended_on alone
            DELETED , 2026-03-10  , 2026-03-12 , 2026-03-01T08:00:00Z , 2026-03-01T08:00:00Z , the request says it best
            EXPIRED , 2026-03-10  ,            ,                      ,                      , only DELETED is an end
            DELETED ,             ,            ,                      , R02_REQUIRED         , an end without a date would move with every import
            """)
    void a_plan_that_is_over_counts_as_cancelled(
            String state, String since, String ended, String requested, String cancelled, String why) {
        Outcome outcome = read(
                PLAN + ",state,state_since,ended_on,cancel_requested_at",
                "PL-1,BA-1,AZURE_SUPPORT,STANDARD,AZURE_PORTAL,2026-01-31T08:15:00Z," + cell(state) + "," + cell(since)
                        + "," + cell(ended) + "," + cell(requested));
        Object said = outcome.rejects.isEmpty()
                ? ((PlanRow) outcome.only()).cancelRequestedAt()
                : outcome.rejects.get(0).code();
        assertEquals(cell(cancelled), said == null ? "" : said.toString(), why);
    }

    private static String cell(String value) {
        return value == null ? "" : value;
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            header            | row                                                     | becomes | why
            PLAN              | PL-1,BA-1,AZURE_SUPPORT,,AZURE_PORTAL,2026-01-31T08:15:00Z | R02_REQUIRED plan_tier | CONTRACT 2.2
            PLAN              | PL-1,BA-1,AZURE_SUPPORT,STANDARD,,2026-01-31T08:15:00Z     | R02_REQUIRED channel | CONTRACT 2.2
            PLAN              | PL-1,BA-1,AZURE_SUPPORT,STANDARD,AZURE_PORTAL,             | R02_REQUIRED purchased_at | CONTRACT 2.2
            PLAN              | PL-1,BA-1,,STANDARD,AZURE_PORTAL,2026-01-31T08:15:00Z      | R15_INCONSISTENT plan_tier | a plan must not pass for a subscription
            PLAN              | S-1,BA-1,,,,                                               | good | CONTRACT 2.2 no plan columns on others
            PLAN,contract_end | PL-1,BA-1,AZURE_SUPPORT,STANDARD,MS_SELLER,2026-01-31T08:15:00Z,2026-01-30 | R07_DATE_ORDER contract_end | C108
            PLAN,contract_end | PL-1,BA-1,AZURE_SUPPORT,STANDARD,MS_SELLER,2026-01-31T08:15:00Z,2026-01-31 | good | a contract of one day
            PLAN,purchased    | PL-1,BA-1,AZURE_SUPPORT,STANDARD,MS_SELLER,2031-01-31T08:15:00Z, | good | bought in the future
            EA                | EA-1,BA-1,ACTIVE,2026-01-02,2026-01-01                     | R07_DATE_ORDER end_date | C107
            EA                | EA-1,BA-1,ACTIVE,2026-01-01,2026-01-01                     | good | one day
            EA                | EA-1,BA-1,,2026-01-01,2026-12-31                           | R02_REQUIRED status | CONTRACT 2.3
            EA                | EA-1,BA-1,Cancelled,2026-01-01,2026-12-31                  | R04_ENUM status | no status of an agreement
            EA,support_level,support_coverage_start,support_coverage_end | EA-1,BA-1,ACTIVE,2026-01-01,2026-12-31,STANDARD,2026-03-01,2026-02-28 | R07_DATE_ORDER support_coverage_end | C107
            EA,support_level,support_coverage_end | EA-1,BA-1,ACTIVE,2026-01-01,2026-12-31,STANDARD,2025-12-31 | R07_DATE_ORDER support_coverage_end | the start is start_date
            EA,support_level,support_coverage_end | EA-1,BA-1,ACTIVE,2026-01-01,2026-12-31,NONE,2025-12-31 | good | no plan and so no start
            EA,currency,promo_price | EA-1,BA-1,ACTIVE,2026-01-01,2026-12-31,JPY,10.5        | R10_SCALE promo_price | C121
            EA,promo_price    | EA-1,BA-1,ACTIVE,2026-01-01,2026-12-31,10.1234             | good | the currency is the account's
            EA,notification_contacts | EA-1,BA-1,ACTIVE,2026-01-01,2026-12-31,a@x;b@x        | good | CONTRACT 2.3
            EA,notification_contacts | EA-1,BA-1,ACTIVE,2026-01-01,2026-12-31,"a@x<nl>Bcc:b" | R13_FORBIDDEN_CHAR notification_contacts | C147
            BA                | BA-1,MCA,SE,                                               | R02_REQUIRED currency | CONTRACT 2.1
            BA                | BA-1,MCA,Sweden,SEK                                        | R14_COUNTRY country | CONTRACT 2.1
            BA,customer_id    | BA-1,MCA,SE,SEK,a b                                        | R03_ID_SYNTAX customer_id | not its default
            ROLE              | ,OWNER,S-1,                                                | R02_REQUIRED user | CONTRACT 2.4
            ROLE              | "  ",OWNER,S-1,                                            | R02_REQUIRED user | blanks are nobody
            ROLE              | ann,,S-1,                                                  | R02_REQUIRED role | CONTRACT 2.4
            ROLE              | ann,GOD,S-1,                                               | R04_ENUM role | CONTRACT 2.4
            ROLE              | ann,OWNER,,                                                | R02_REQUIRED scope | CONTRACT 2.4
            ROLE              | ann,OWNER,/subscriptions/,                                 | R03_ID_SYNTAX scope | no id
            ROLE              | ann,OWNER,/subscriptions/S 1,                              | R03_ID_SYNTAX scope | no id of a subscription
            ROLE              | ann,OWNER,/subscriptions/S-1/providers/Microsoft.X/y,      | R03_ID_SYNTAX scope | none of the forms
            ROLE              | ann,OWNER,/tenants/T-1,                                    | R03_ID_SYNTAX scope | none of the forms
            ROLE              | ann,OWNER,/subscriptions/S-1,S-2                           | R15_INCONSISTENT subscription_ids | the scope says otherwise
            ROLE              | ann,OWNER,/subscriptions/S-1,S-1                           | good | the same said twice
            ROLE              | ann,OWNER,/providers/Microsoft.Management/managementGroups/M1,S-1;S 2 | R03_ID_SYNTAX subscription_ids | one of them
            ROLE,is_partner   | ann,OWNER,S-1,,perhaps                                     | R04_ENUM is_partner | neither
            PAY               | ,2026-04-06T12:00:00Z,SUCCESS,                             | R02_REQUIRED plan_id | CONTRACT 2.5
            PAY               | PL-1,,SUCCESS,                                             | R02_REQUIRED at | CONTRACT 2.5
            PAY               | PL-1,2026-04-06,SUCCESS,                                   | R05_DATE_SYNTAX at | a day is no instant
            PAY               | PL-1,2026-04-06T12:00:00Z,,                                | R02_REQUIRED result | CONTRACT 2.5
            PAY               | PL-1,2026-04-06T12:00:00Z,MAYBE,                           | R04_ENUM result | CONTRACT 2.5
            PAY               | PL-1,2026-04-06T12:00:00Z,SUCCESS,-5                       | R09_NUMBER_RANGE amount | a refund is no payment
            """)
    void a_row_that_cannot_be_read_is_rejected(String header, String row, String becomes, String why) {
        String columns = header.replace("PLAN", PLAN)
                .replaceFirst("^EA", AGREEMENT)
                .replaceFirst("^BA", ACCOUNT)
                .replaceFirst("^ROLE", ROLE)
                .replaceFirst("^PAY", PAYMENT);
        Outcome outcome = read(columns, row.replace("<nl>", "\n"));
        String said = outcome.rejects.isEmpty()
                ? "good"
                : outcome.rejects.get(0).code() + " " + outcome.rejects.get(0).field();
        assertEquals(becomes, said, () -> why + outcome + outcome.message() + outcome.rejects);
    }

    @Test
    void a_reject_tells_all_that_is_wrong_and_what_was_meant() {
        String row = "PL-1,BA-1,AZURE_SUPPORT,PRODIREKT,AZURE_PORTAL,yesterday";
        Outcome outcome = read(PLAN, row);
        Reject reject = outcome.rejects.get(0);
        assertEquals("PRODIREKT", reject.value());
        assertEquals(
                "unknown plan_tier 'PRODIREKT', did you mean PROFESSIONAL_DIRECT? Allowed are DEVELOPER, STANDARD,"
                        + " PROFESSIONAL_DIRECT, UNIFIED; also wrong in this row: purchased_at (R05_DATE_SYNTAX)",
                reject.message());
        assertEquals(row, reject.raw());
    }

    @Test
    void a_reject_shows_the_line_as_it_stands_in_the_file() {
        String row = "\"S-1\",BA-1,\"a \"\"b\"\"\r\nc\",,,NOWHERE,";
        Outcome outcome = read(Outcome.SUBS.strip(), row, "S-2,BA-1,,,,NOWHERE,");
        assertEquals(row, outcome.rejects.get(0).raw());
        assertEquals(2, outcome.rejects.get(0).line());
        assertEquals(4, outcome.rejects.get(1).line());
        assertEquals(
                List.of(
                        "2 rows: unknown state 'NOWHERE'; write one of ACTIVE, WARNED, PAST_DUE, DISABLED, EXPIRED, DELETED (state,"
                                + " R04_ENUM, first line 2)"),
                outcome.totals().causes().stream().map(ReadTotals.Cause::text).toList());
    }

    @Test
    void a_warning_tells_its_first_line_and_how_often() {
        Outcome outcome = Outcome.of(
                folder,
                "export.csv",
                Outcome.SUBS + CorpusCase.good(1) + "\n\n\n"
                        + CorpusCase.good(2).strip());
        assertEquals(
                List.of(
                        new FileWarning(
                                WarningCode.W06_BLANK_LINE,
                                3,
                                3,
                                "blank lines are passed over (3 times, first on line 3)"),
                        new FileWarning(
                                WarningCode.W07_NO_FINAL_NEWLINE,
                                6,
                                1,
                                "the last line has no line end; check that the file is complete (line 6)")),
                outcome.warnings);
        assertEquals(2, outcome.totals().warnings());
        assertFalse(outcome.warnings.get(1).code().remark());
    }

    @Test
    void other_encodings_and_delimiters_are_read_on_request() {
        byte[] file = (Outcome.SUBS + CorpusCase.good(1).replace("Shop", "\u00c5sa"))
                .replace(",", "|")
                .getBytes(Charset.forName("windows-1252"));
        ReadOptions options = ReadOptions.standard()
                .withEncoding(Charset.forName("windows-1252"))
                .withDelimiter('|');
        SubscriptionRow row = (SubscriptionRow)
                Outcome.of(folder, "export.csv", file, options).only();
        assertEquals("\u00c5sa", row.displayName());
    }

    @Test
    void an_option_that_cannot_be_meant_is_refused() {
        assertThrows(
                IllegalArgumentException.class, () -> ReadOptions.standard().withDelimiter('"'));
        assertThrows(
                IllegalArgumentException.class, () -> ReadOptions.standard().withMaxRejects(new BigDecimal("1.01")));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            good  , bad , share , refused , why
            0     , 100 , 0.01  , false   , L6 up to 100 rows never matter
            0     , 101 , 0.01  , true    , L6 more than 100 and more than the share
            9999  , 101 , 0.01  , false   , L6 exactly the share
            9998  , 101 , 0.01  , true    , L6 just above the share
            0     , 101 , 1     , false   , the share is a setting
            """)
    void too_many_rejects_refuse_the_file(int good, int bad, String share, boolean refused, String why) {
        String rows = CorpusCase.good(1).repeat(good) + "S-1,BA-1,,,,NOWHERE,\n".repeat(bad);
        ReadOptions options = ReadOptions.standard().withMaxRejects(new BigDecimal(share));
        Outcome outcome = Outcome.of(folder, "export.csv", CorpusCase.subs(rows), options);
        assertEquals(refused, outcome.refused(), why);
    }

    /** C163: what is read must be what was found. */
    @Test
    void a_file_that_changed_since_it_was_found_is_refused() throws IOException {
        Path path = Files.write(folder.resolve("subscriptions-2026-04-01.csv"), CorpusCase.subs(CorpusCase.good(1)));
        ExportFile file =
                ExportFolder.find(List.of(path), ReadOptions.standard()).files().get(0);
        Files.write(path, CorpusCase.subs(CorpusCase.good(1), CorpusCase.good(2)));
        FileRefusedException refused = assertThrows(
                FileRefusedException.class, () -> ExportReader.read(file, ReadOptions.standard(), new Outcome()));
        assertEquals(FileCode.F02_NOT_READY, refused.code());
        Files.delete(path);
        refused = assertThrows(
                FileRefusedException.class, () -> ExportReader.read(file, ReadOptions.standard(), new Outcome()));
        assertEquals(FileCode.F26_IO, refused.code());
    }

    @Test
    void what_the_sink_throws_is_not_swallowed() throws IOException {
        Path path = Files.write(folder.resolve("subscriptions-2026-04-01.csv"), CorpusCase.subs(CorpusCase.good(1)));
        ExportFile file =
                ExportFolder.find(List.of(path), ReadOptions.standard()).files().get(0);
        ExportSink broken = new ExportSink() {
            @Override
            public void row(ExportRow row) {
                throw new IllegalStateException("disk full");
            }

            @Override
            public void reject(Reject reject) {}

            @Override
            public void warning(FileWarning warning) {}
        };
        assertThrows(IllegalStateException.class, () -> ExportReader.read(file, ReadOptions.standard(), broken));
    }

    @Test
    void every_code_says_what_it_means() {
        for (FileCode code : FileCode.values()) {
            assertFalse(code.meaning().isBlank());
            assertTrue(code.name().startsWith(String.format("F%02d_", code.ordinal() + 1)));
        }
        for (WarningCode code : WarningCode.values()) {
            assertFalse(code.meaning().isBlank());
            assertTrue(code.name().startsWith(String.format("W%02d_", code.ordinal() + 1)));
        }
    }
}
