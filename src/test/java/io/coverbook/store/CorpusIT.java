package io.coverbook.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.testkit.OpenBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The rows of the corpus of bad exports that need what is stored: files told twice, late, short, or against each other. */
@ExtendWith(OpenBook.Shared.class)
class CorpusIT {

    private static final String ACCOUNTS = "billing_account_id,agreement_type,country,currency\n";
    private static final String SUBS = "subscription_id,billing_account_id,display_name,ea_id\n";
    private static final String PLANS =
            "subscription_id,billing_account_id,product_category,plan_tier,channel,purchased_at,"
                    + "billing_frequency,linked_ea_id,promo_price,cancel_requested_at,cancel_channel\n";

    private OpenBook book;
    private Path exports;

    @BeforeEach
    void a_new_book(OpenBook open) {
        book = open.empty();
        exports = open.folder("corpus");
    }

    private String take(int code, String name, String content, String... options) throws IOException {
        Path file = Files.writeString(exports.resolve(name), content);
        List<String> words = new ArrayList<>(List.of("import", file.toString()));
        words.addAll(List.of(options));
        return book.run(words.toArray(String[]::new)).expecting(code).said();
    }

    private static String subs(int from, int until) {
        return IntStream.range(from, until)
                .mapToObj(i -> "S-" + i + ",BA-1,Shop,\n")
                .collect(Collectors.joining("", SUBS, ""));
    }

    private List<String> present() throws SQLException {
        return book.ask("select count(*) from subscription_fact where not absent");
    }

    private List<String> facts() throws SQLException {
        return book.ask("select subscription_id, import_id, line, display_name from subscription_fact order by 1");
    }

    /** C071, C072, C073, C085, C088, C003. */
    @Test
    void the_same_again_changes_nothing_and_half_an_export_is_refused() throws IOException, SQLException {
        take(0, "subscriptions-2026-04-01.csv", subs(0, 100));
        List<String> before = facts();
        assertTrue(take(0, "subscriptions-2026-04-01.csv", subs(0, 100)).contains("imported before"));
        assertTrue(take(0, "subscriptions-2026-04-01-again.csv", subs(0, 100), "--exported-at", "2026-04-01T00:00:00Z")
                .contains("imported before"));
        String turned = SUBS
                + subs(0, 100)
                        .substring(SUBS.length())
                        .lines()
                        .sorted((a, b) -> b.compareTo(a))
                        .collect(Collectors.joining("\r\n", "", "\r\n"));
        take(0, "subscriptions-2026-04-02.csv", turned);
        assertEquals(before, facts());
        assertTrue(take(3, "subscriptions-2026-04-03.csv", SUBS).contains("F21_SHRINK_GUARD"));
        assertTrue(take(3, "subscriptions-2026-04-03.csv", subs(90, 100)).contains("--accept-removals 90"));
        assertEquals(before, facts());
        take(3, "subscriptions-2026-04-03.csv", subs(90, 100), "--accept-removals", "89");
        assertEquals(List.of("100"), present());
        take(0, "subscriptions-2026-04-03.csv", subs(90, 100), "--accept-removals", "90");
        assertEquals(List.of("10"), present());
    }

    /** C075, C076, C077, C078, C086, C087. */
    @Test
    void late_future_and_grown_files() throws IOException, SQLException {
        take(0, "subscriptions-2026-04-02.csv", subs(0, 2));
        assertTrue(take(3, "subscriptions-2026-04-01.csv", subs(0, 1)).contains("STALE"));
        assertEquals(List.of("2"), present());
        assertTrue(take(0, "subscriptions-2026-07-01.csv", subs(0, 40)).contains("W22_FUTURE_EXPORT"));
        assertEquals(List.of("40"), present());
        // No sequence is asked for, and nothing stops a business from growing or from changing its names (L6).
        take(0, "subscriptions-2026-07-09.csv", subs(0, 400).replace("Shop", "Stall"));
        assertEquals(List.of("400"), present());
    }

    /** C080: the later line counts, and people are told. */
    @Test
    void two_rows_for_one_key() throws IOException, SQLException {
        take(0, "subscriptions-2026-04-01.csv", SUBS + "S-1,BA-1,One,\nS-1,BA-1,Two,\n");
        assertEquals(
                List.of("Two|DUPLICATE_CONFLICT"),
                book.ask("select display_name, code from subscription_fact join flag on object_id = subscription_id"));
    }

    /** C091, C092, C093, C120, C127, C190, C191, C192, C193, C195. */
    @Test
    void contradictions_are_stored_and_flagged() throws IOException, SQLException {
        String buy = ",BA-1,AZURE_SUPPORT,STANDARD,MCA,2026-01-01T00:00:00Z,";
        take(0, "subscriptions-2026-04-01.csv", SUBS + "S-1,BA-1,Shop,\nS-2,BA-9,Lost,\nS-3,BA-1,Bound,EA-9\n");
        take(
                0,
                "subscriptions-2026-04-02.csv",
                PLANS + "P-1" + buy + "P1M,,,,\nP-2" + buy + "P1M,,,,\nP-3,BA-2" + buy.substring(5)
                        + "P1Y,,,,\nP-4,BA-3" + buy.substring(5).replace("MCA", "MS_SELLER")
                        + "P1M,EA-9,,,\nP-5,BA-4" + buy.substring(5) + "P1M,,0.00,2026-02-01T00:00:00Z,PARTNER\n",
                "--partial");
        take(0, "enterprise-agreements-2026-04-02.csv", """
                ea_id,billing_account_id,status,start_date,end_date,support_level,currency
                EA-1,BA-5,ACTIVE,2026-01-01,2026-12-31,STANDARD,EUR
                """);
        take(
                0,
                "subscriptions-2026-04-03.csv",
                PLANS + "P-6,BA-5,AZURE_SUPPORT,PROFESSIONAL_DIRECT,MS_SELLER,2025-12-01T00:00:00Z,P1M,EA-1,,,\n",
                "--partial");
        take(
                0,
                "billing-accounts-2026-04-04.csv",
                ACCOUNTS + "BA-1,MCA,SE,USD\nBA-2,MCA,SE,USD\nBA-3,EA,SE,USD\nBA-4,MCA,SE,USD\nBA-5,EA,SE,USD\n");
        book.run("reconcile", "--as-of", "2026-04-30").expecting(0);
        List<String> flags = book.ask("select code, object_id from flag where resolved_on is null order by 1, 2");
        for (String flag : List.of(
                "ORPHAN_SUBSCRIPTION|S-2",
                "ORPHAN_SUBSCRIPTION|S-3",
                "PLAN_LINK_UNKNOWN_EA|P-4",
                "DUPLICATE_PLAN_ON_ACCOUNT|P-2",
                "UNSUPPORTED_FREQUENCY|P-3",
                "CANCEL_WRONG_CHANNEL|P-5",
                "EA_LEVEL_MISMATCH|EA-1")) {
            assertTrue(flags.contains(flag), () -> flag + " is not among " + flags);
        }
        assertEquals(List.of("0"), book.ask("select trim_scale(promo_price) from plan_fact where plan_id = 'P-5'"));
        assertEquals(List.of("EUR"), book.ask("select currency from agreement_fact"));
        take(
                0,
                "billing-accounts-2026-05-01.csv",
                ACCOUNTS.replace("\n", ",status,status_since\n")
                        + "BA-1,MCA,SE,USD,CLOSED,2026-05-01\nBA-2,MCA,SE,USD,,\nBA-3,EA,SE,USD,,\nBA-4,MCA,SE,USD,,\n"
                        + "BA-5,EA,SE,USD,,\n");
        book.run("reconcile", "--as-of", "2026-06-10").expecting(0);
        assertEquals(
                List.of("ENDED_ACCOUNT_CLOSED"),
                book.ask("select ending_outcome from plan_state where plan_id = 'P-1'"));
    }

    /** Whatever is refused leaves no fact, also among files that are taken in the same call. */
    @Test
    void a_refused_file_changes_no_fact() throws IOException, SQLException {
        Files.writeString(exports.resolve("subscriptions-2026-04-01.csv"), subs(0, 50));
        Files.writeString(
                exports.resolve("subscriptions-2026-04-02.csv"), subs(0, 50).replace("Shop", "Gone") + "S-9,\"open\n");
        Files.writeString(
                exports.resolve("subscriptions-2026-04-03.csv"), subs(0, 50).replace("Shop", "a\0b"));
        Files.writeString(
                exports.resolve("list.json"),
                "[{\"id\":\"/providers/Microsoft.Billing/billingAccounts/1/billingSubscriptions/S-1\",\"name\":\"S-1\"},");
        book.run("import", exports.toString()).expecting(3);
        assertEquals(
                List.of(
                        "ACCEPTED|null",
                        "REFUSED|F07_FORBIDDEN_BYTES",
                        "REFUSED|F13_QUOTING",
                        "REFUSED|F24_JSON_SYNTAX"),
                book.ask("select outcome, code from import_file order by 1, 2"));
        assertEquals(List.of("Shop|50"), book.ask("select display_name, count(*) from subscription_fact group by 1"));
    }

    /** What a spreadsheet of another country saves is refused with what to say, and read when that is said (L7). */
    @Test
    void a_file_of_a_tired_colleague() throws IOException, SQLException {
        String rows = PLANS.replace("cancel_requested_at,cancel_channel", "display_name,contract_end")
                        .replace(',', ';')
                + "P-1;BA-1;AZURE_SUPPORT;STANDARD;MCA;2026-01-31T08:15:00Z;P1M;;90,50;St\u00f6d;31.01.2027\r\n";
        Path file = Files.write(exports.resolve("subscriptions-2026-04-01.csv"), rows.getBytes("windows-1252"));
        List<String> words = new ArrayList<>(List.of("import", file.toString()));
        for (String[] next : new String[][] {
            {"--delimiter ';'", "--delimiter", ";"},
            {"--encoding", "--encoding", "windows-1252"},
            {"--date-format", "--date-format", "dd.MM.yyyy"},
            {"--decimal ,", "--decimal", ","}
        }) {
            String said = book.run(words.toArray(String[]::new)).expecting(3).said();
            assertTrue(said.contains(next[0]), said);
            words.addAll(List.of(next[1], next[2]));
        }
        book.run(words.toArray(String[]::new)).expecting(0);
        assertEquals(
                List.of("St\u00f6d|90.5|2027-01-31"),
                book.ask("select display_name, trim_scale(promo_price), contract_end from plan_fact"));
    }

    /** One entry of a list may make several rows, and each of them may be rejected. */
    @Test
    void several_rejects_of_one_entry() throws IOException, SQLException {
        String entry = "[{\"puid\": \"1\", \"subscriptionIds\": [\"a b\", \"c d\"]}]";
        take(3, "list-2026-04-01.json", entry);
        assertEquals(List.of("1|1", "1|2"), book.ask("select line, nth from import_reject order by 1, 2"));
    }
}
