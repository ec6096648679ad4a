package io.coverbook.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            name                           | header                                                        | kind | becomes                  | why
            billing-accounts-2026-04-01.csv | billing_account_id,agreement_type,country,currency           |      | BILLING_ACCOUNTS         | CONTRACT 2.1
            export.csv                     | BillingAccountId,agreementType,Country,CURRENCY               |      | BILLING_ACCOUNTS         | case and signs do not count
            export.csv                     | subscription_id,billing_account_id                            |      | SUBSCRIPTIONS            | CONTRACT 2.2
            export.csv                     | ea_id,billing_account_id,status,start_date,end_date,country,currency | | ENTERPRISE_AGREEMENTS  | CONTRACT 2.3
            Subscriptions.csv              | subscription_id,billing_account_id,ea_id,status,start_date,end_date | | SUBSCRIPTIONS          | L8 both fit and the name decides
            enterprise-agreements.csv      | subscription_id,billing_account_id,ea_id,status,start_date,end_date | | ENTERPRISE_AGREEMENTS  | L8 both fit and the name decides
            subscriptionsx.csv             | billing_account_id,agreement_type,country,currency            |      | BILLING_ACCOUNTS         | that is another word
            subscriptions-2026-04-01.csv   | billing_account_id,agreement_type,country,currency            |      | F08_WRONG_TYPE           | L8 a contradiction
            subscriptions-2026-04-01.csv   | billing_account_id,agreement_type,country,currency            | BILLING_ACCOUNTS | BILLING_ACCOUNTS | L8 --kind overrides
            export.csv                     | subscription_id,billing_account_id                            | BILLING_ACCOUNTS | F11_HEADER_MISSING_COLUMN | L8 --kind overrides
            export.csv                     | user,role,scope                                               |      | ROLE_ASSIGNMENTS         | CONTRACT 2.4
            export.csv                     | plan_id,at,result                                             |      | PAYMENTS                 | CONTRACT 2.5
            export.csv                     | planId,At,Result,invoiceNumber,amount                         |      | PAYMENTS                 | L19
            export.csv                     | month,currency,rate                                           |      | F08_WRONG_TYPE           | a table of ours but no export
            export.csv                     | 4711,BA-1,2026-04-01                                          |      | F09_NO_HEADER            | C057
            export.csv                     | subscription_id,billing_acct                                  |      | F11_HEADER_MISSING_COLUMN | C063
            """)
    void the_kind_is_told_by_the_columns(String name, String header, String kind, String becomes, String why) {
        ReadOptions options = ReadOptions.standard().withKind(kind == null ? null : ExportKind.valueOf(kind));
        Outcome.of(folder, name, CorpusCase.text(header + "\n"), options);
        FoundFiles found = ExportFolder.find(List.of(folder), options);
        String said = found.refused().isEmpty()
                ? found.files().get(0).kind().name()
                : found.refused().get(0).code().name();
        assertEquals(becomes, said, () -> why + found);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            header                                           | says                                         | why
            subscription_id,billing_acount_id                | billing_account_id (nearest column found: 'billing_acount_id') | C063
            sub<0441>cription_id,billing_account_id          | U+0441 CYRILLIC SMALL LETTER ES              | C067
            abonnemang,konto                                 | subscription_id, billing_account_id; add it  | C066 what is missing
            subscription_id,billing_account_id,state,State   | columns 3 and 4 of the header are both 'State' | C061
            <feff><feff>subscription_id,billing_account_id   | U+FEFF                                       | C006
            subscription_id;billing_account_id               | separated by ';' instead of commas           | C047
            """)
    void a_refusal_says_what_to_do(String header, String says, String why) {
        String text = header.replace("<0441>", "\u0441").replace("<feff>", "\uFEFF");
        Outcome outcome = Outcome.of(folder, "subscriptions.csv", text + "\n");
        assertTrue(outcome.message().contains(says), () -> why + ": " + outcome.message());
    }

    @Test
    void unknown_columns_are_named_once() {
        Outcome outcome = Outcome.of(
                folder, "subscriptions.csv", "subscription_id,billing_account_id,colour,,size\nS-1,BA-1,red,,L\n");
        assertEquals(1, outcome.warnings.size());
        assertEquals(3, outcome.warnings.get(0).count());
        assertTrue(outcome.warnings.get(0).message().endsWith("colour, (no name), size"));
    }

    @Test
    void every_column_of_the_contract_is_found_by_its_name() {
        for (KindContract contract : KindContract.all()) {
            assertEquals(contract.columns().size(), contract.byForm().size());
            assertEquals(List.of(), contract.missing(contract.byForm().keySet()));
        }
    }
}
