package io.coverbook.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.testkit.AzureSamples;
import io.coverbook.testkit.OpenBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The published lists of EA, customer and pay-as-you-go accounts together give what a person reads out of them. */
@ExtendWith(OpenBook.Shared.class)
class AzureIT {

    private static final String MCA =
            "10000000-0000-0000-0000-000000000000:00000000-0000-0000-0000-000000000000_2019-05-31";
    private static final String REST = "azure-billing-rest/2024-04-01/";

    private OpenBook book;

    @BeforeEach
    void a_new_book(OpenBook open) {
        book = open.empty();
    }

    private String imported(int code, String at, Path... files) {
        List<String> words = new ArrayList<>(List.of("import", "--exported-at", at));
        for (Path file : files) {
            words.add(file.toString());
        }
        return book.run(words.toArray(String[]::new)).expecting(code).said();
    }

    private static Path rest(String name) {
        return AzureSamples.file(REST + name);
    }

    private static Path made(String name) {
        return AzureSamples.folder().resolveSibling("azure-made").resolve(name);
    }

    private Path copy(String name, String content) throws IOException {
        return Files.writeString(book.folder("azure").resolve(name), content);
    }

    @Test
    void accounts_agreements_subscriptions_and_plans_are_those_a_person_reads() throws SQLException {
        String said = imported(
                3,
                "2024-03-01T06:00:00Z",
                rest("billingAccountsGetEA.json"),
                rest("billingAccountsList.json"),
                rest("billingAccountForLegacyAccountDetails.json"),
                rest("billingSubscriptionsListByEnrollmentAccount.json"),
                rest("billingSubscriptionsListByBillingAccount.json"),
                made("billingSubscriptions-mca.CONSTRUCTED.json"),
                made("billingSubscriptions-mosp.CONSTRUCTED.jsonl"),
                AzureSamples.file(
                        "azure-billing-rest/2020-05-01/BillingAccountsListWithExpandForEnrollmentDetails.json"));
        assertTrue(said.contains("billing-accounts (Azure billing accounts)"), said);
        assertTrue(said.contains("the support level of agreement 7645820"), said);
        assertTrue(said.contains("Gold Care") && said.contains("plan-names.csv"), said);
        assertEquals(
                List.of(
                        MCA + "|MCA|ZZ|XXX|Premier Business Account|ACTIVE",
                        "20000000-0000-0000-0000-000000000000:00000000-0000-0000-0000-000000000000_2019-05-31|MCA|ZZ|XXX|Standard Business Account|ACTIVE",
                        "20000000-0000-0000-0000-000000000001|MOSP|ZZ|XXX|Individual Account 2|ACTIVE",
                        "30000000-0000-0000-0000-000000000000:00000000-0000-0000-0000-000000000000_2019-05-31|MCA|ZZ|XXX|Individual Account|ACTIVE",
                        "40000000-0000-0000-0000-000000000000:00000000-0000-0000-0000-000000000000_2019-05-31|MPA|ZZ|XXX|Premier Business Account|ACTIVE",
                        "6575495|EA|US|USD|null|ACTIVE",
                        "7645820|EA|US|USD|null|ACTIVE"),
                book.ask("select scope_id, agreement_type, country, currency, display_name, status from account_fact"
                        + " join scope using (scope_no) order by scope_id"));
        assertEquals(
                List.of(
                        "6575495|EXPIRED|2018-05-01|2019-05-31|DIRECT|pcn.12345|STANDARD|2021-01-26|2021-06-30",
                        "7645820|ACTIVE|2018-05-01|2019-05-31|DIRECT|null|NOT_EXPORTED|null|null"),
                book.ask(
                        "select scope_id, status, start_date, end_date, relationship, partner_account_id, support_level,"
                                + " support_coverage_start, support_coverage_end from agreement_fact"
                                + " join scope using (scope_no) order by scope_id"));
        // The published lists give the same ids to products of two accounts; the list that is read last has them.
        assertEquals(
                List.of(
                        "22222222-2222-2222-2222-222222222222|20000000-0000-0000-0000-000000000001|null|USAGE_BASED|WARNED|1970-01-01",
                        "90000000-0000-0000-0000-000000000000|6564892|6564892|USAGE_BASED|ACTIVE|2023-01-04",
                        "90000000-0000-0000-0000-000000000001|6564892|6564892|USAGE_BASED|DELETED|2023-01-06",
                        "90000000-0000-0000-0000-000000000011|" + MCA + "|null|USAGE_BASED|ACTIVE|2023-05-02"),
                book.ask("select subscription_id, a.scope_id, e.scope_id, product_category, state, created_on"
                        + " from subscription_fact f join scope a on a.scope_no = f.account_no"
                        + " left join scope e on e.scope_no = f.ea_no where subscription_id not like '%0002'"
                        + " order by subscription_id"));
        assertEquals(
                List.of(
                        "11111111-1111-1111-1111-111111111111|PROFESSIONAL_DIRECT|AZURE_PORTAL|2022-12-15|null|t|null",
                        "5a1c0000-0000-0000-0000-000000000001|STANDARD|MCA|2024-01-31|null|t|null",
                        "5a1c0000-0000-0000-0000-000000000002|DEVELOPER|MCA|2024-01-10|2024-01-12|t|2024-02-01"),
                book.ask(
                        "select plan_id, tier, channel, (purchased_at at time zone 'UTC')::date, coverage_start, auto_renew,"
                                + " (cancel_requested_at at time zone 'UTC')::date from plan_fact order by plan_id"));
    }

    @Test
    void what_one_list_cannot_tell_another_one_has_told_stays() throws SQLException, IOException {
        imported(0, "2024-03-01T06:00:00Z", rest("billingAccountsGetEA.json"));
        String old = Files.readString(AzureSamples.file(
                        "azure-billing-rest/2020-05-01/BillingAccountsListWithExpandForEnrollmentDetails.json"))
                .replace("7645820", "6575495");
        imported(0, "2024-04-01T06:00:00Z", copy("accounts.json", old));
        assertEquals(
                List.of("STANDARD|2021-01-26|ACTIVE"),
                book.ask("select support_level, support_coverage_start, status from agreement_fact"));
        // Profiles bring the currency of customer agreements; several of one account leave the choice to people.
        imported(0, "2024-04-01T06:00:00Z", rest("billingAccountsList.json"));
        String profiles = Files.readString(rest("billingProfilesListByBillingAccount.json"))
                .replace("00000000-0000-0000-0000-000000000000:0", "10000000-0000-0000-0000-000000000000:0");
        imported(0, "2024-04-01T07:00:00Z", copy("profiles.json", profiles));
        assertEquals(
                List.of("USD|US|Contoso|MCA|Premier Business Account|5"),
                book.ask("select currency, country, legal_name, agreement_type, display_name,"
                        + " (select count(*) from account_fact where currency in ('USD', 'XXX'))"
                        + " from account_fact join scope using (scope_no) where scope_id = '" + MCA + "'"));
        // And the list of accounts, which cannot tell it, takes nothing back.
        imported(0, "2024-05-01T06:00:00Z", rest("billingAccountsList.json"));
        assertEquals(
                List.of("USD|US"),
                book.ask("select currency, country from account_fact join scope using (scope_no)"
                        + " where scope_id = '" + MCA + "'"));
    }

    /** O21: cover outside the term of the agreement is a finding. */
    @Test
    void an_agreement_whose_level_nobody_tells_is_not_missing_a_plan() throws SQLException {
        imported(
                0,
                "2024-03-01T06:00:00Z",
                AzureSamples.file(
                        "azure-billing-rest/2020-05-01/BillingAccountsListWithExpandForEnrollmentDetails.json"),
                rest("billingAccountsGetEA.json"));
        book.run("reconcile", "--as-of", "2024-03-31").expecting(0);
        assertEquals(
                List.of("6575495|MISSING", "7645820|UNKNOWN"),
                book.ask("select scope_id, verdict from ea_verdict join scope using (scope_no)"
                        + " where from_on <= '2024-03-31' and until_on > '2024-03-31' order by 1"));
        assertEquals(
                List.of("COVERAGE_OUTSIDE_TERM|6575495|2024-03-01", "EA_LEVEL_NOT_EXPORTED|7645820|2024-03-01"),
                book.ask("select code, object_id, first_seen from flag where object_type = 'EA' and resolved_on is null"
                        + " and code <> 'EA_EXPIRED_WITH_SUBSCRIPTIONS' order by 1"));
    }

    /** O29: a subscription of an account that nobody told of waits as an orphan until the account comes. */
    @Test
    void a_subscription_may_come_before_its_account() throws SQLException, IOException {
        imported(0, "2024-03-01T06:00:00Z", rest("billingSubscriptionsListByBillingAccount.json"));
        book.run("reconcile", "--as-of", "2024-03-31").expecting(0);
        assertEquals(orphans("null"), flags());
        String accounts = Files.readString(rest("billingAccountsList.json"))
                .replace("10000000-0000-0000-0000-000000000000:0", "00000000-0000-0000-0000-000000000000:0");
        imported(0, "2024-04-01T06:00:00Z", copy("accounts.json", accounts));
        book.run("reconcile", "--as-of", "2024-04-30").expecting(0);
        assertEquals(orphans("2024-04-01"), flags());
    }

    private static List<String> orphans(String resolved) {
        return Stream.of("0", "1", "2")
                .map(last -> "90000000-0000-0000-0000-00000000000" + last + "|" + resolved)
                .toList();
    }

    private List<String> flags() throws SQLException {
        return book.ask("select object_id, resolved_on from flag where code = 'ORPHAN_SUBSCRIPTION' order by 1");
    }

    /** O26. */
    @Test
    void a_missing_page_takes_nothing_as_gone_and_all_pages_do() throws SQLException, IOException {
        String one = page("1", "2", "3");
        imported(0, "2024-03-01T06:00:00Z", copy("subs.json", one));
        assertEquals(List.of("3"), present());
        String said = imported(
                0,
                "2024-04-01T06:00:00Z",
                copy(
                        "subs.page1.json",
                        page("1").replace("]}", "],\"nextLink\":\"https://management.azure.com/x?$skiptoken=2\"}")));
        assertTrue(said.contains("W20_INCOMPLETE"), said);
        assertEquals(List.of("3"), present());
        Path folder = book.folder("pages");
        Files.writeString(
                folder.resolve("subs.page1.json"),
                page("1").replace("]}", "],\"nextLink\":\"https://management.azure.com/x?$skiptoken=2\"}"));
        Files.writeString(folder.resolve("subs.page2.json"), page("4"));
        imported(0, "2024-05-01T06:00:00Z", folder);
        assertEquals(List.of("2"), present());
        // Another account's list says nothing about this one's.
        imported(0, "2024-06-01T06:00:00Z", copy("other.json", page("7", "8").replace("/123/", "/456/")));
        assertEquals(List.of("4"), present());
    }

    private List<String> present() throws SQLException {
        return book.ask("select count(*) from subscription_fact where not absent");
    }

    private static String page(String... numbers) {
        StringBuilder list = new StringBuilder();
        for (String number : numbers) {
            list.append(list.length() == 0 ? "" : ",")
                    .append("{\"id\":\"/providers/Microsoft.Billing/billingAccounts/123/billingSubscriptions/s-")
                    .append(number)
                    .append("\",\"name\":\"s-")
                    .append(number)
                    .append("\",\"properties\":{\"enrollmentAccountId\":\"")
                    .append(number)
                    .append("\",\"displayName\":\"Shop\",\"status\":\"Active\"}}");
        }
        return "{\"value\":[" + list + "]}";
    }

    @Test
    void roles_come_with_what_their_definitions_allow() throws SQLException {
        imported(
                0,
                "2024-03-01T06:00:00Z",
                AzureSamples.file("azure-cli-recorded/role-definition-list.rest.json.gz"),
                AzureSamples.file("azure-cli-recorded/role-assignment-list.part1.rest.json.gz"),
                AzureSamples.file("azure-cli-derived/role-assignment-list-include-classic.cli.json"));
        assertEquals(
                List.of(
                        "ACCOUNT_ADMIN|1|1|0",
                        "CONTRIBUTOR|48|48|0",
                        "CO_ADMIN|1|1|0",
                        "OWNER|28|28|0",
                        "SERVICE_ADMIN|1|1|0"),
                book.ask(
                        "select role, count(*), count(*) filter (where may_create), count(*) filter (where actions is not null)"
                                + " from role_fact where role not in ('CUSTOM', 'READER') group by role order by role"));
        assertEquals(
                List.of("coadmin@test.com|/subscriptions/00000000-0000-0000-0000-000000000000"),
                book.ask("select user_id, scope from role_fact where role = 'CO_ADMIN'"));
    }

    /** O30: an invoice that was paid otherwise than it says is a witness like any other. */
    @Test
    void tickets_invoices_and_costs_are_witnesses_and_change_no_fact() throws SQLException {
        imported(
                0,
                "2024-03-01T06:00:00Z",
                AzureSamples.file("azure-cli-recorded/support-ticket-prodirect-2020.rest.json"),
                rest("invoicesListByBillingSubscription.json"),
                rest("transactionsListByInvoice.json"),
                AzureSamples.file("focus/focus_sample_1.0.part1.csv.gz"),
                AzureSamples.file("azure-cost-exports/EA_ActualCost_Small.csv"));
        assertEquals(
                List.of(
                        "INVOICE|3|e987654321|33.99|USD|SUPPORT",
                        "SUBSCRIPTION|5|null|null|null|null",
                        "TICKET|1|null|null|null|null",
                        "TRANSACTION|2|51000000-0000-0000-0000-000000000000|45|USD|SUPPORT CREDIT_APPLIED"),
                book.ask("select record_type, count(*), max(record_id) filter (where detail like 'SUPPORT%'),"
                        + " max(amount) filter (where detail like 'SUPPORT%'),"
                        + " max(currency) filter (where detail like 'SUPPORT%'), max(detail) filter (where detail like 'SUPPORT%')"
                        + " from witness_fact group by record_type order by 1"));
        assertEquals(List.of("0"), book.ask("select count(*) from subscription_fact"));
    }
}
