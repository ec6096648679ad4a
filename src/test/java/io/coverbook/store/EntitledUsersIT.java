package io.coverbook.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coverbook.testkit.OpenBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may do what on which subscription as of a day, and the flags about it (E10, G3, G4, G6). */
@ExtendWith(OpenBook.Shared.class)
class EntitledUsersIT {

    private static final String GROUP = "/providers/Microsoft.Management/managementGroups/M";

    private OpenBook book;

    /** S1 and S2 are covered from 5 January on, S3 has no plan, S4 is deleted, S5 comes on 15 April. */
    @BeforeEach
    void two_customers(OpenBook open) throws IOException {
        book = open.empty();
        take(
                "billing-accounts-2026-03-01.csv",
                "billing_account_id,agreement_type,country,currency",
                "BA-A,MCA,US,USD",
                "BA-B,MCA,US,USD");
        take(
                "subscriptions-2026-03-01.csv",
                "subscription_id,billing_account_id,product_category,state,state_since,created_on,plan_tier,channel,purchased_at",
                "S1,BA-A,,,,2025-01-01,,,",
                "S2,BA-A,,,,2025-01-01,,,",
                "S3,BA-B,,,,2025-01-01,,,",
                "S4,BA-A,,DELETED,2026-02-01,2025-01-01,,,",
                "S5,BA-A,,,,2026-04-15,,,",
                "PL-1,BA-A,AZURE_SUPPORT,,,,STANDARD,AZURE_PORTAL,2026-01-05T08:00:00Z");
    }

    private void take(String name, String... lines) throws IOException {
        Path file = Files.writeString(book.folder("files").resolve(name), String.join("\n", lines) + "\n");
        book.run("import", file.toString()).expecting(0);
    }

    private void roles(String day, String... rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of("user,role,scope,subscription_ids,actions"));
        lines.addAll(List.of(rows));
        take("role-assignments-" + day + ".csv", lines.toArray(String[]::new));
    }

    private void reconcile(String day) {
        book.run("reconcile", "--as-of", day).expecting(0);
    }

    private List<String> users(String... options) {
        return book.tables(options).get("entitled-users.csv").lines().skip(1).toList();
    }

    private List<String> flags(String code) throws SQLException {
        return book.ask("select object_type, object_id, severity, first_seen, resolved_on from flag where code = '"
                + code + "' order by object_id collate \"C\"");
    }

    @Test
    void a_user_has_the_highest_role_and_the_rights_of_any() throws IOException {
        roles(
                "2026-03-21",
                "ann,READER,S1,,",
                "ann,SUPPORT_REQUEST_CONTRIBUTOR," + GROUP + ",S1;S2;S3,",
                "ann,OWNER," + GROUP + ",S3;S4;S9,",
                "bo,CUSTOM,S1,,*/read",
                "bo,READER,S1,,",
                "cy,READER,/,,",
                "cy,SERVICE_ADMIN,/subscriptions/S2,,",
                "di,OWNER,/subscriptions/S1/resourceGroups/rg,,",
                "di,ACCOUNT_ADMIN,S9,,",
                "ed,OWNER,S5,,");
        reconcile("2026-03-31");
        assertEquals(
                List.of(
                        "ann,S1,SUPPORT_REQUEST_CONTRIBUTOR,false,true,true,false",
                        "ann,S2,SUPPORT_REQUEST_CONTRIBUTOR,false,true,true,false",
                        "ann,S3,OWNER,false,true,true,true",
                        "bo,S1,CUSTOM,false,false,false,false",
                        "cy,S1,READER,false,false,false,false",
                        "cy,S2,SERVICE_ADMIN,true,true,true,true",
                        "cy,S3,READER,false,false,false,false"),
                users());
        reconcile("2026-04-15");
        assertEquals(
                List.of("cy,S5,READER,false,false,false,false", "ed,S5,OWNER,true,true,true,true"),
                users().stream().filter(line -> line.contains(",S5,")).toList());
    }

    @Test
    void roles_are_told_as_they_were_on_the_day() throws IOException {
        roles("2026-03-21", "ann,OWNER,S1,,", "bo,CUSTOM,S1,,*/read", "cy,READER,/,,");
        roles("2026-04-10", "bo,CUSTOM,S1,,*", "di,READER,S1,,");
        roles("2026-04-20", "ann,OWNER,S1,,", "bo,CUSTOM,S1,,*");
        reconcile("2026-04-30");
        List<String> first = List.of(
                "ann,S1,OWNER,true,true,true,true",
                "bo,S1,CUSTOM,false,false,false,false",
                "cy,S1,READER,false,false,false,false");
        assertEquals(first, onS1("2026-04-09"));
        // Before the first export the roles of the first one hold, but not those that a later one brought.
        assertEquals(first, onS1("2026-02-01"));
        assertEquals(
                List.of("bo,S1,CUSTOM,false,true,true,false", "di,S1,READER,false,false,false,false"),
                onS1("2026-04-10"));
        assertEquals(
                List.of("ann,S1,OWNER,true,true,true,true", "bo,S1,CUSTOM,false,true,true,false"), onS1("2026-04-30"));
    }

    private List<String> onS1(String day) {
        return users("--as-of", day).stream()
                .filter(line -> line.contains(",S1,"))
                .toList();
    }

    @Test
    void a_retired_role_is_flagged_while_exports_show_it() throws IOException, SQLException {
        roles("2026-03-21", "bo,CO_ADMIN,S1,,", "cy,SERVICE_ADMIN,/subscriptions/S2,,", "di,ACCOUNT_ADMIN,S1,,");
        reconcile("2026-03-20");
        assertEquals(List.of(), flags("CLASSIC_ROLE_RETIRED"));
        roles("2026-04-10", "cy,SERVICE_ADMIN,S2,,");
        roles("2026-04-20", "cy,SERVICE_ADMIN,S2,,", "ed,CO_ADMIN,S1,,");
        reconcile("2026-04-05");
        assertEquals(
                List.of(
                        "ROLE|bo|CO_ADMIN|S1|INFO|2026-03-21|null",
                        "ROLE|cy|SERVICE_ADMIN|/subscriptions/S2|INFO|2026-03-21|null"),
                flags("CLASSIC_ROLE_RETIRED"));
        reconcile("2026-04-30");
        assertEquals(
                List.of(
                        "ROLE|bo|CO_ADMIN|S1|INFO|2026-03-21|2026-04-10",
                        "ROLE|cy|SERVICE_ADMIN|/subscriptions/S2|INFO|2026-03-21|null",
                        "ROLE|ed|CO_ADMIN|S1|INFO|2026-04-20|null"),
                flags("CLASSIC_ROLE_RETIRED"));
    }

    @Test
    void a_covered_subscription_that_nobody_may_ask_for_is_flagged() throws IOException, SQLException {
        reconcile("2026-03-05");
        assertEquals(List.of(), flags("COVERED_BUT_NO_REQUESTER"), "no file of roles says nothing");

        roles("2026-03-10", "ann,OWNER,S1,,", "bo,READER,/,,", "bo,OWNER,/subscriptions/S2/resourceGroups/rg,,");
        reconcile("2026-03-09");
        assertEquals(List.of(), flags("COVERED_BUT_NO_REQUESTER"), "not before the export");
        reconcile("2026-03-31");
        assertEquals(List.of("SUBSCRIPTION|S2|INFO|2026-03-10|null"), flags("COVERED_BUT_NO_REQUESTER"));

        roles("2026-04-10", "ann,READER,S1,,", "bo,CONTRIBUTOR," + GROUP + ",S2,");
        reconcile("2026-04-30");
        assertEquals(
                List.of(
                        "SUBSCRIPTION|S1|INFO|2026-04-10|null",
                        "SUBSCRIPTION|S2|INFO|2026-03-10|2026-04-30",
                        // Its support begins with itself.
                        "SUBSCRIPTION|S5|INFO|2026-04-15|null"),
                flags("COVERED_BUT_NO_REQUESTER"));

        roles("2026-05-05", "di,OWNER,/,,");
        reconcile("2026-05-06");
        assertEquals(
                List.of("2026-05-06", "2026-04-30", "2026-05-06"),
                book.ask("select resolved_on from flag where code = 'COVERED_BUT_NO_REQUESTER' order by object_id"));
        roles("2026-05-20", "ann,READER,S1,,");
        reconcile("2026-05-31");
        assertEquals(
                List.of("2026-05-20|null", "2026-05-20|null", "2026-05-20|null"),
                book.ask("select first_seen, resolved_on from flag where code = 'COVERED_BUT_NO_REQUESTER'"));
    }
}
