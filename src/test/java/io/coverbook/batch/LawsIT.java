package io.coverbook.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.testkit.OpenBook;
import io.coverbook.testkit.Portfolio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every customer base: it matters what the exports say, not how and when they came. */
@ExtendWith(OpenBook.Shared.class)
class LawsIT {

    private static final List<String> FIRST_MONTH = List.of("--policy", "billing.first-month=2026-01");

    /** Rows are files of lines under one header; which of them come first says nothing. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void the_order_of_rows_does_not_matter(long seed, OpenBook open) throws IOException {
        OpenBook book = open.empty();
        Path exports = new Portfolio(seed, 25).write(book.folder("exports"), 3);
        Map<String, String> straight = closed(book, exports);

        Random random = new Random(seed);
        for (Path file : files(exports)) {
            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            Collections.shuffle(lines.subList(1, lines.size()), random);
            Files.write(file, lines);
        }
        assertEquals(straight, closed(book.empty(), exports));
    }

    /** A snapshot in parts says what the whole says, as long as nothing is missing from it. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void a_snapshot_may_come_in_parts(long seed, OpenBook open) throws IOException {
        OpenBook book = open.empty();
        Path exports = new Portfolio(seed, 25).write(book.folder("exports"), 1);
        Map<String, String> whole = closedMonth(book, exports);

        Random random = new Random(seed);
        book.empty();
        for (Path file : files(exports)) {
            List<String> lines = Files.readAllLines(file);
            Path first =
                    Files.createDirectories(book.folder("parts").resolve("one")).resolve(file.getFileName());
            Path second =
                    Files.createDirectories(book.folder("parts").resolve("two")).resolve(file.getFileName());
            int cut = 1 + random.nextInt(lines.size());
            Files.write(first, lines.subList(0, cut));
            List<String> rest = new ArrayList<>(lines.subList(cut, lines.size()));
            rest.add(0, lines.get(0));
            Files.write(second, rest);
            book.run("import", first.toString(), "--partial").expecting(0);
            book.run("import", second.toString(), "--partial").expecting(0);
        }
        assertEquals(whole, closedMonth(book, null));
    }

    /** K5: without the daily runs only what was recorded on the way is missing; money, cover and verdicts are equal. */
    @ParameterizedTest
    @ValueSource(longs = {31, 32})
    void running_late_is_running_on_time(long seed, OpenBook open) throws IOException {
        OpenBook book = open.empty();
        Path exports = new Portfolio(seed, 25).write(book.folder("exports"), 3);
        for (int month = 1; month <= 3; month++) {
            LocalDate last = LocalDate.of(2026, month, 1).plusMonths(1).minusDays(1);
            book.run(words("import", exports.resolve(last.toString()).toString()))
                    .expecting(0);
            for (int day : List.of(7, 14, 21)) {
                book.run(words("reconcile", "--as-of", last.withDayOfMonth(day).toString()))
                        .expecting(0);
            }
            book.run(words("month-end", last.toString().substring(0, 7))).expecting(0);
        }
        Map<String, String> daily = book.tables();

        book.empty();
        for (int month = 1; month <= 3; month++) {
            LocalDate last = LocalDate.of(2026, month, 1).plusMonths(1).minusDays(1);
            book.run(words("import", exports.resolve(last.toString()).toString()))
                    .expecting(0);
            book.run(words("month-end", last.toString().substring(0, 7))).expecting(0);
        }
        Map<String, String> late = book.tables();
        for (String table : List.of(
                "plans",
                "terms",
                "endings",
                "invoices",
                "invoice-lines",
                "credit-notes",
                "entitlements",
                "ea-status",
                "months")) {
            assertEquals(daily.get(table + ".csv"), late.get(table + ".csv"), table);
        }
        assertEquals(withoutVoided(daily.get("charges.csv")), withoutVoided(late.get("charges.csv")));
    }

    /** What is proposed is what is issued, to the last figure. */
    @ParameterizedTest
    @ValueSource(longs = {41, 42})
    void a_preview_is_what_is_issued(long seed, OpenBook open) throws IOException, SQLException {
        OpenBook book = open.empty();
        Path exports = new Portfolio(seed, 40).write(book.folder("exports"), 3);
        book.run("import", exports.toString()).expecting(0);
        for (String month : List.of("2026-01", "2026-02", "2026-03")) {
            book.run(words("month-end", month, "--preview")).expecting(0);
            List<String> proposed = book.ask(
                    "select bill_to, billing_profile_id, currency, invoice_date, due_date, subtotal, tax, total"
                            + " from proposed_invoice where issued and run_id = (select max(run_id) from run)"
                            + " order by 1, 2, 3");
            book.run(words("approve", month)).expecting(0);
            assertEquals(
                    proposed,
                    book.ask(
                            "select bill_to, billing_profile_id, currency, invoice_date, due_date, subtotal, tax, total"
                                    + " from invoice where posting_month = '" + month + "-01' order by 1, 2, 3"));
            assertTrue(proposed.size() > 3, () -> month + ": " + proposed);
        }
    }

    /** Whatever facts come later, documents of closed months keep every byte but their payment status. */
    @ParameterizedTest
    @ValueSource(longs = {51, 52})
    void a_closed_month_never_changes(long seed, OpenBook open) throws IOException, SQLException {
        OpenBook book = open.empty();
        Path exports = new Portfolio(seed, 40).write(book.folder("exports"), 3);
        String documents = "select to_jsonb(i) - 'status' from invoice i where posting_month = '2026-01-01'"
                + " union all select to_jsonb(l) from invoice_line l join invoice i using (invoice_number)"
                + " where i.posting_month = '2026-01-01'"
                + " union all select to_jsonb(c) from credit_note c where posting_month = '2026-01-01' order by 1";
        book.run(words("import", exports.resolve("2026-01-31").toString())).expecting(0);
        book.run(words("month-end", "2026-01")).expecting(0);
        List<String> then = book.ask(documents);
        for (String month : List.of("2026-02", "2026-03")) {
            book.run(words("month-end", month, "--exports", exports.toString())).expecting(0);
        }
        assertEquals(then, book.ask(documents));
        assertTrue(then.size() > 10, () -> then.size() + " rows");
    }

    /** Into how many parts the work is cut says nothing; nor does an account that lies where a cut goes. */
    @ParameterizedTest
    @ValueSource(longs = {61, 62})
    void the_number_of_parts_does_not_matter(long seed, OpenBook open) throws IOException {
        OpenBook book = open.empty();
        Path exports = new Portfolio(seed, 40).write(book.folder("exports"), 3);
        Map<String, String> whole = closed(book, exports);
        for (String parts : List.of("2", "5")) {
            System.setProperty("coverbook.parts", parts);
            try {
                assertEquals(whole, closed(book.empty(), exports), parts + " parts");
            } finally {
                System.clearProperty("coverbook.parts");
            }
        }
    }

    @Test
    void a_number_of_parts_that_is_none_is_refused(OpenBook open) {
        OpenBook book = open.empty();
        System.setProperty("coverbook.parts", "many");
        try {
            assertTrue(book.run("reconcile", "--as-of", "2026-01-31")
                    .expecting(2)
                    .said()
                    .contains("COVERBOOK_PARTS is 'many'; it takes 0 to 16"));
        } finally {
            System.clearProperty("coverbook.parts");
        }
    }

    /** To spread cover only where it can have changed is to spread it everywhere, to the last row. */
    @ParameterizedTest
    @ValueSource(longs = {71, 72, 73})
    void spreading_what_changed_is_spreading_all(long seed, OpenBook open) throws IOException, SQLException {
        OpenBook book = open.empty();
        Path exports = new Portfolio(seed, 40).write(book.folder("exports"), 4);
        String entitlements = "select e from entitlement e order by subscription_no, from_on";
        Set<List<String>> seen = new HashSet<>();
        for (int month = 1; month <= 4; month++) {
            LocalDate last = LocalDate.of(2026, month, 1).plusMonths(1).minusDays(1);
            book.run("import", exports.resolve(last.toString()).toString()).expecting(0);
            book.run(words("reconcile", "--as-of", last.minusDays(3).toString()))
                    .expecting(0);
            book.run(words("reconcile", "--as-of", last.toString())).expecting(0);
            List<String> changed = book.ask(entitlements);
            assertEquals(List.of("1"), book.ask("delete from spread_mark returning 1"));
            book.run(words("reconcile", "--as-of", last.toString())).expecting(0);
            assertEquals(changed, book.ask(entitlements), () -> "month ending " + last);
            seen.add(changed);
        }
        assertEquals(4, seen.size(), "months in which nothing changed prove nothing");
    }

    private static Map<String, String> closed(OpenBook book, Path exports) {
        book.run("import", exports.toString()).expecting(0);
        for (String month : List.of("2026-01", "2026-02", "2026-03")) {
            book.run(words("month-end", month)).expecting(0);
        }
        return facts(book.tables());
    }

    private static Map<String, String> closedMonth(OpenBook book, Path exports) {
        if (exports != null) {
            book.run("import", exports.toString()).expecting(0);
        }
        book.run(words("month-end", "2026-01")).expecting(0);
        return facts(book.tables());
    }

    /** How the files came, and their checksums, are told in these. */
    private static Map<String, String> facts(Map<String, String> tables) {
        Map<String, String> facts = new TreeMap<>(tables);
        facts.remove("imports.csv");
        facts.remove("SHA256SUMS");
        assertTrue(facts.get("charges.csv").lines().count() > 10, facts::toString);
        return facts;
    }

    private static List<String> withoutVoided(String charges) {
        return charges.lines().filter(line -> !line.contains(",VOIDED,")).toList();
    }

    private static String[] words(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        if (!words[0].equals("import")) {
            all.addAll(FIRST_MONTH);
        }
        return all.toArray(String[]::new);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
