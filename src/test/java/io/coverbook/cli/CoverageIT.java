package io.coverbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.answer.AsKnown;
import io.coverbook.answer.CoverJson;
import io.coverbook.answer.Coverage;
import io.coverbook.ingest.ReferenceRows;
import io.coverbook.report.Json;
import io.coverbook.testkit.OpenBook;
import io.coverbook.testkit.Portfolio;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers about cover against the entitlement table: of a random portfolio of three months, each month closed in turn, ten
 * thousand random pairs of subscription and day. What is told by facts, with the rules, must be what was recorded by
 * sets; and every line that a fact names must say what the fact says.
 */
@ExtendWith(OpenBook.Shared.class)
class CoverageIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-15T12:00:00Z"), ZoneOffset.UTC);
    private static final long SEED = Long.getLong("seed", 77);
    private static final List<String> MONTHS = List.of("2026-01", "2026-02", "2026-03");

    /** The table as it was after each close, by month, and now. */
    private static final Map<String, Map<String, List<Row>>> TABLES = new HashMap<>();

    private static final Map<String, Map<Integer, Map<String, String>>> LINES = new HashMap<>();

    private static Root program;
    private static OpenBook book;

    /** A row of entitlements.csv. */
    private record Row(LocalDate from, LocalDate through, String said) {

        boolean contains(LocalDate day) {
            return !day.isBefore(from) && (through == null || !day.isAfter(through));
        }
    }

    @BeforeAll
    static void three_months(OpenBook open) throws IOException {
        book = open.empty();
        Path exports = new Portfolio(SEED, 120).write(book.folder("exports"), 3);
        for (String month : MONTHS) {
            Path folder = exports.resolve(
                    LocalDate.parse(month + "-01").plusMonths(1).minusDays(1).toString());
            book.run("import", folder.toString()).expecting(0);
            book.run("month-end", month, "--policy", "billing.first-month=2026-01")
                    .expecting(0);
            TABLES.put(month, table());
        }
        try (Stream<Path> files = Files.walk(exports)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Map<Integer, Map<String, String>> rows = new HashMap<>();
                ReferenceRows.of(Files.readString(file)).forEach(row -> rows.put(row.line(), row.cells()));
                LINES.put(file.getFileName().toString(), rows);
            }
        }
        program = new Root(CLOCK);
        Program.commandLine(program, new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()))
                .parseArgs("--data-dir", book.dataDir().toString());
    }

    @AfterAll
    static void close() {
        program.close();
    }

    private static Map<String, List<Row>> table() {
        Map<String, List<Row>> rows = new TreeMap<>();
        book.tables().get("entitlements.csv").lines().skip(1).forEach(line -> {
            String[] c = line.split(",", -1);
            // covered, tier, source, plan, reason, as the answer says them
            String said = String.join(" ", c[5], c[3], c[4], c[8].isEmpty() ? "-" : c[8], c[9]);
            rows.computeIfAbsent(c[0], id -> new ArrayList<>())
                    .add(new Row(LocalDate.parse(c[1]), c[2].isEmpty() ? null : LocalDate.parse(c[2]), said));
        });
        return rows;
    }

    /** The answer without the way through the command, which would take most of the time. */
    private static JsonNode answer(Coverage coverage, String id, LocalDate at, AsKnown known) {
        StringWriter text = new StringWriter();
        Json.write(new PrintWriter(text, true), Json.versioned(CoverJson.of(coverage.answer(id, at, known))));
        return JsonMapper.shared().readTree(text.toString());
    }

    private static JsonNode ask(String... words) {
        return JsonMapper.shared().readTree(say(Exit.DONE, words));
    }

    private static String say(int code, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        try (Root line = new Root(program)) {
            int ended = Program.commandLine(line, new PrintWriter(out, true), new PrintWriter(err, true))
                    .execute(words);
            assertEquals(code, ended, () -> String.join(" ", words) + "\n" + out + err);
            return out + err.toString();
        }
    }

    /** Half of the days anywhere, half of them where something changes. */
    private static LocalDate day(Random random, List<Row> rows) {
        if (random.nextBoolean()) {
            return LocalDate.of(2023, 6, 1).plusDays(random.nextInt(1800));
        }
        Row row = rows.get(random.nextInt(rows.size()));
        LocalDate edge = row.through() == null || random.nextBoolean() ? row.from() : row.through();
        return edge.plusDays(random.nextInt(3) - 1);
    }

    private static String said(JsonNode answer) {
        JsonNode tier = answer.get("tier");
        return tier.isNull()
                ? "none"
                : String.join(
                        " ",
                        answer.get("covered").asString(),
                        tier.asString(),
                        answer.get("source").asString(),
                        answer.get("plan_id").isNull()
                                ? "-"
                                : answer.get("plan_id").asString(),
                        answer.get("reason").asString());
    }

    private static void agrees(Map<String, List<Row>> table, String id, LocalDate day, JsonNode answer) {
        Row row = table.getOrDefault(id, List.of()).stream()
                .filter(each -> each.contains(day))
                .findFirst()
                .orElse(null);
        String what = "seed " + SEED + ", " + id + " on " + day + ": " + answer;
        assertEquals(row == null ? "none" : row.said(), said(answer), what);
        if (row != null) {
            assertEquals(row.from().toString(), answer.get("valid_from").asString(), what);
            assertEquals(
                    row.through() == null ? "" : row.through().toString(),
                    answer.get("valid_through").asString(""),
                    what);
        }
    }

    @Test
    void ten_thousand_answers_agree_with_the_table_and_name_lines_that_say_so() {
        Map<String, List<Row>> table = TABLES.get("2026-03");
        List<String> ids = List.copyOf(table.keySet());
        Random random = new Random(SEED);
        Set<String> met = new TreeSet<>();
        Set<String> kinds = new TreeSet<>();
        Coverage coverage = new Coverage(program.database());
        for (int i = 0; i < 10_000; i++) {
            String id = ids.get(random.nextInt(ids.size()));
            LocalDate day = day(random, table.get(id));
            JsonNode answer = answer(coverage, id, day, null);
            if (i % 100 == 0) {
                assertEquals(ask("coverage", id, "--at", day.toString(), "--json"), answer);
            }
            agrees(table, id, day, answer);
            met.add(said(answer).replaceFirst(".* ", ""));
            answer.get("facts").forEach(fact -> kinds.add(proved(id, fact)));
        }
        for (String reason : List.of(
                "ACCOUNT_PLAN",
                "EA_PLAN",
                "TEMPORARY_ORDER",
                "PROGRAM_BENEFIT",
                "ACCOUNT_NOT_ACTIVE",
                "SUBSCRIPTION_NOT_ACTIVE",
                "PLAN_HELD",
                "PLAN_SUSPENDED",
                "PLAN_ENDED",
                "EA_NO_PLAN",
                "ACCOUNT_NO_PLAN",
                "PLAN_LINKED_TO_OTHER_EA",
                "PENDING_ORDER_NOT_ACTIVATED",
                "none")) {
            assertTrue(met.contains(reason), () -> reason + " was not met, only " + met);
        }
        assertEquals(
                Set.of(
                        "subscription",
                        "scope",
                        "account",
                        "agreement",
                        "order",
                        "request",
                        "plan",
                        "term",
                        "payment",
                        "hold",
                        "ending",
                        "elsewhere",
                        "program",
                        "charge",
                        "reason"),
                kinds);
    }

    /** The kind of the fact, whose line, if it has one, exists and says what the fact says. */
    private static String proved(String id, JsonNode fact) {
        String what = fact.get("what").asString();
        String value = fact.get("value").asString();
        if (fact.get("file").isNull()) {
            assertTrue(
                    Set.of("plan", "charge", "reason", "account", "agreement").contains(what)
                            && (!what.equals("plan") || value.startsWith("none"))
                            && (!what.startsWith("a") || value.endsWith("which no export shows")),
                    () -> "no line for " + fact);
            return what;
        }
        String file = fact.get("file").asString();
        assertTrue(LINES.containsKey(file), () -> "no file for " + fact);
        if (fact.get("line").isNull()) {
            // What is missing from an export is proved by all its lines.
            assertTrue(value.contains("missing"), () -> "no line for " + fact);
            String gone = what.equals("subscription") ? id : value.replaceFirst("[ ,].*", "");
            assertTrue(
                    LINES.get(file).values().stream().noneMatch(row -> row.containsValue(gone)),
                    () -> gone + " is in " + file + " after all: " + fact);
            return what;
        }
        Map<String, String> row = LINES.get(file).get(fact.get("line").asInt());
        assertTrue(row != null && says(what, value, id, row), () -> fact + "\n" + row);
        return what;
    }

    private static boolean says(String what, String value, String id, Map<String, String> row) {
        String first = value.replaceFirst("[ ,].*", "");
        return switch (what) {
            case "subscription" ->
                row.get("subscription_id").equals(id)
                        && value.contains(row.get("created_on"))
                        && (value.contains("as it is told to be") || first.equals(or(row.get("state"), "ACTIVE")));
            case "scope" ->
                row.get("subscription_id").equals(id)
                        && value.matches(".*(account|agreement) " + or(row.get("ea_id"), row.get("billing_account_id"))
                                + "(,.*)?");
            case "account" ->
                row.get("billing_account_id").equals(first)
                        && value.contains(row.get("agreement_type"))
                        && (value.contains(or(row.get("status"), "ACTIVE")) || value.contains("ACTIVE"));
            case "agreement" ->
                row.get("ea_id").equals(first)
                        && value.contains(row.get("start_date") + " through " + row.get("end_date"));
            case "order" -> value.contains("ordered " + row.get("order_date")) && first.equals(row.get("order_status"));
            case "request" -> value.contains(row.get("temp_request_at"));
            case "program" -> first.equals(row.get("program"));
            case "plan" -> plan(first, row) && tier(value.split(", ")[1]).equals(stated(row));
            case "elsewhere" -> plan(value.split("[ ,]")[1], row);
            case "term", "hold" -> row.containsKey("purchased_at") || row.containsKey("support_level");
            case "ending" -> plan(value.replaceFirst(".*\\((.*)\\)$", "$1"), row);
            case "payment" ->
                row.containsKey("result")
                        ? value.contains(row.get("at").substring(0, 10))
                        : value.contains("could not be collected")
                                || first.equals(or(row.get("payment_method"), "CARD"));
            default -> false;
        };
    }

    private static boolean plan(String id, Map<String, String> row) {
        return id.equals(row.containsKey("subscription_id") ? row.get("subscription_id") : "EA:" + row.get("ea_id"));
    }

    private static String stated(Map<String, String> row) {
        return row.containsKey("plan_tier") ? row.get("plan_tier") : row.get("support_level");
    }

    private static String tier(String words) {
        return words.toUpperCase(Locale.ROOT).replace(' ', '_');
    }

    private static String or(String cell, String standard) {
        return cell == null || cell.isEmpty() ? standard : cell;
    }

    /** What was known is decided again from the facts; with all of them it must be what the sets recorded. */
    @Test
    void what_is_known_at_last_is_what_is_recorded() {
        Map<String, List<Row>> table = TABLES.get("2026-03");
        Random random = new Random(SEED + 1);
        Coverage coverage = new Coverage(program.database());
        for (String id : table.keySet()) {
            LocalDate day = day(random, table.get(id));
            agrees(table, id, day, answer(coverage, id, day, AsKnown.on(LocalDate.of(2026, 12, 31))));
        }
    }

    /** What a close knew is told as it recorded it, for days before and after, whatever came later (L20). */
    @Test
    void a_closed_month_is_told_as_it_was_closed() {
        Map<String, List<Row>> now = TABLES.get("2026-03");
        Coverage coverage = new Coverage(program.database());
        int differ = 0;
        int inside = 0;
        for (String month : MONTHS) {
            Map<String, List<Row>> then = TABLES.get(month);
            Random random = new Random(SEED + 2);
            LocalDate last = YearMonth.parse(month).atEndOfMonth();
            for (String id : now.keySet()) {
                LocalDate day = random.nextBoolean() ? day(random, now.get(id)) : last.minusDays(random.nextInt(28));
                JsonNode answer = answer(coverage, id, day, AsKnown.atClose(YearMonth.parse(month)));
                if (!then.containsKey(id)) {
                    assertTrue(answer.get("covered").isNull(), answer::toString);
                    continue;
                }
                agrees(then, id, day, answer);
                differ += said(answer(coverage, id, day, null)).equals(said(answer)) ? 0 : 1;
                if (YearMonth.from(day).equals(YearMonth.parse(month))) {
                    inside++;
                    assertEquals(answer, answer(coverage, id, day, AsKnown.on(last)), "by the day of the close");
                }
            }
        }
        assertTrue(differ > 10, differ + " answers differ from what is known now");
        assertTrue(inside > 100, inside + " days in the month itself");
    }

    /** All lists of accounts together are the table on the day, and so are all of agreements and what is in none. */
    @Test
    void the_lists_are_the_table_by_its_owners() {
        Map<String, List<Row>> table = TABLES.get("2026-03");
        for (LocalDate day : List.of(LocalDate.of(2026, 3, 31), LocalDate.of(2026, 2, 10))) {
            Map<String, String> expected = new TreeMap<>();
            table.forEach((id, rows) ->
                    rows.stream().filter(row -> row.contains(day)).forEach(row -> expected.put(id, row.said())));
            Map<String, String> byAccount = new TreeMap<>();
            Map<String, String> byCustomer = new TreeMap<>();
            Map<String, String> inAgreements = new TreeMap<>();
            for (String account : ids("billing-accounts-2026-03-31.csv", "billing_account_id")) {
                list("--account", account, day, byAccount);
            }
            for (String customer : ids("billing-accounts-2026-03-31.csv", "customer_id")) {
                list("--customer", customer, day, byCustomer);
            }
            for (String agreement : ids("enterprise-agreements-2026-03-31.csv", "ea_id")) {
                list("--agreement", agreement, day, inAgreements);
            }
            assertEquals(expected, byAccount);
            assertEquals(expected, byCustomer);
            assertTrue(expected.entrySet().containsAll(inAgreements.entrySet()));
            assertTrue(inAgreements.size() > 50, () -> inAgreements.size() + " in agreements");
        }
    }

    private static Set<String> ids(String file, String column) {
        Set<String> ids = new TreeSet<>();
        LINES.get(file).values().forEach(row -> ids.add(row.get(column)));
        return ids;
    }

    /** Adds the rows of a list, whose own counts must be those of its rows. */
    private static void list(String option, String id, LocalDate day, Map<String, String> into) {
        JsonNode list = ask("coverage", option, id, "--at", day.toString(), "--json");
        assertEquals(id, list.get("id").asString());
        int covered = 0;
        for (JsonNode row : list.get("rows")) {
            boolean technical = row.get("technical_support").asBoolean();
            covered += technical ? 1 : 0;
            String plan = row.get("plan_id").isNull() ? "-" : row.get("plan_id").asString();
            String said = String.join(
                    " ",
                    String.valueOf(technical),
                    row.get("tier").asString(),
                    row.get("source").asString(),
                    plan,
                    row.get("reason").asString());
            String before = into.put(row.get("subscription_id").asString(), said);
            // Of a subscription in an agreement of another customer's account both customers are told.
            assertTrue(before == null || (option.equals("--customer") && before.equals(said)), row::toString);
        }
        assertEquals(list.get("rows").size(), list.get("count").asInt());
        assertEquals(covered, list.get("covered").asInt());
        list.get("facts").forEach(fact -> proved("", fact));
    }

    /** The list of every user is the table entitled-users, now and on an earlier day; who may ask is the same seen from there. */
    @Test
    void the_list_of_a_user_is_the_table_of_entitled_users() {
        Map<String, Integer> asking = new TreeMap<>();
        for (String day : List.of("2026-03-31", "2026-02-15")) {
            asking.clear();
            Map<String, List<String>> expected = new TreeMap<>();
            book.tables("--as-of", day)
                    .get("entitled-users.csv")
                    .lines()
                    .skip(1)
                    .forEach(line -> {
                        String[] cells = line.split(",", 3);
                        expected.computeIfAbsent(cells[0], user -> new ArrayList<>())
                                .add(cells[1] + "," + cells[2]);
                        asking.merge(cells[1], cells[2].split(",")[2].equals("true") ? 1 : 0, Integer::sum);
                    });
            assertTrue(expected.size() > 30 && expected.containsKey("auditor"), expected.keySet()::toString);
            expected.forEach((user, rows) -> {
                String csv = say(Exit.DONE, "coverage", "--user", user, "--at", day, "--csv");
                List<String> told = csv.lines()
                        .skip(1)
                        .map(line -> line.split(",", -1))
                        .map(c -> String.join(",", c[0], c[12], c[13], c[14], c[15], c[16]))
                        .toList();
                assertEquals(rows, told, user + " on " + day);
            });
            Coverage coverage = new Coverage(program.database());
            asking.forEach((id, count) -> assertEquals(
                    count,
                    answer(coverage, id, LocalDate.parse(day), null)
                            .get("requesters")
                            .get("may_create")
                            .asInt(),
                    id + " on " + day));
        }
        JsonNode auditor = ask("coverage", "--user", "auditor", "--json");
        assertEquals("READER on /", auditor.get("facts").get(0).get("value").asString());
        assertTrue(say(Exit.DONE, "coverage", "--user", "nobody-at-all").startsWith("No user has"));
        assertTrue(say(Exit.DONE, "coverage", "--user", "user-").contains("may mean"));
        assertTrue(say(Exit.DONE, "coverage", "--user", "lead", "--known", "2026-01-01")
                .startsWith("Not known"));
    }

    @Test
    void words_that_name_none_or_many_and_days_far_away_are_answered() {
        String id = TABLES.get("2026-03").keySet().iterator().next();
        assertTrue(say(Exit.DONE, "coverage", "no-such-thing").startsWith("No subscription has 'no-such-thing'"));
        assertTrue(say(Exit.DONE, "coverage", "a").contains("may mean"));
        assertTrue(say(Exit.DONE, "coverage", id, "--at", "9998-12-31").contains("so far as is known by then"));
        assertTrue(say(Exit.DONE, "coverage", id, "--at", "0001-01-01").contains("did not exist on 1 January 0001"));
        assertTrue(say(Exit.DONE, "coverage", id, "--known", "1999-01-01").startsWith("Not known: nothing was known"));
        assertTrue(
                say(Exit.DONE, "coverage", id, "--known", "2031-05").startsWith("Not known: May 2031 is not closed"));
        say(Exit.DONE, "coverage", id, "--known", "9998-12-31", "--at", "9998-12-31");
        for (String wrong : List.of("0000-01-01", "2026-02-30", "yesterday", "9999-12-31", "+10000-01-01", "2026-13")) {
            say(Exit.USAGE, "coverage", id, "--at", wrong);
            say(Exit.USAGE, "coverage", id, "--known", wrong);
        }
        say(Exit.USAGE, "coverage");
        say(Exit.USAGE, "coverage", id, "--user", "lead");
        say(Exit.USAGE, "coverage", id, "--json", "--csv");
        assertTrue(say(Exit.DONE, "coverage", "--account", "Customer").contains("may mean 120 accounts"));
        assertTrue(say(Exit.DONE, "coverage", "--agreement", "nothing").startsWith("No agreement has"));
        Set<String> shown = new HashSet<>();
        say(Exit.DONE, "coverage", "a").lines().forEach(shown::add);
        assertEquals(23, shown.size(), "the sentence, a title, twenty of them and how many more");
    }
}
