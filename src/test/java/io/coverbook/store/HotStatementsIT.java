package io.coverbook.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.bench.ScaleExports;
import io.coverbook.bench.ScaleExports.Edition;
import io.coverbook.bench.Shape;
import io.coverbook.testkit.OpenBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How PostgreSQL goes about the statements on two closed months of some 20 000 rows, with statistics: what asks for one
 * thing finds it by a key, and nothing that works on all compares every row with every row.
 */
@ExtendWith(OpenBook.Shared.class)
class HotStatementsIT {

    private static final Path SHELF = Path.of("src/main/resources/io/coverbook/store");
    private static final Pattern COMMENT = Pattern.compile("--[^\n]*\n");
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-z_]\\w*)\\b");
    private static final int ACCOUNTS = 3_000;

    /** Tables with more rows may not be read whole for one of them. */
    private static final int BIG = 1_000;

    /** A loop with fewer rounds may read a table each time. */
    private static final double ROUNDS = 10;

    /** A row a file, a run or a month: read whole in less than a page. */
    private static final Set<String> ALWAYS_SMALL = Set.of("import_file", "run", "month_close", "standing", "goodwill");

    /** I11 reads the documents of each closed month, which are many, once. */
    private static final Set<String> MONTH_BY_MONTH = Set.of("control-i11-closed");

    private static final int ROLES = 2_000;

    private static Connection app;
    private static final Set<String> BIG_TABLES = new HashSet<>();

    /** To walk along an index over few of the rows is to find those few by a key. */
    private static final Set<String> PARTIAL_INDEXES = new HashSet<>();

    private static final Map<String, String> VALUES = new HashMap<>();

    @BeforeAll
    static void close_two_months(OpenBook book) throws IOException, SQLException {
        Path exports = book.folder("exports");
        new ScaleExports(ACCOUNTS, Shape.LIFE).write(exports);
        roles(Edition.FIRST.file(exports, "role-assignments"), ROLES + 1);
        roles(Edition.SECOND.file(exports, "role-assignments"), 20);
        book.empty();
        close(book, exports, "2026-03", Edition.FIRST);
        close(book, exports, "2026-04", Edition.SECOND);
        try (Connection owner = book.owner();
                Statement statement = owner.createStatement()) {
            statement.execute("analyze");
        }
        BIG_TABLES.addAll(book.ask("select relname from pg_class where relkind = 'r' and reltuples >= " + BIG));
        assertTrue(
                BIG_TABLES.containsAll(Set.of("subscription_fact", "entitlement", "charge", "term", "scope")),
                BIG_TABLES::toString);
        PARTIAL_INDEXES.addAll(
                book.ask("select relname from pg_index join pg_class on oid = indexrelid where indpred is not null"));
        values(book);
        app = book.app();
        app.setAutoCommit(false);
        StatementsIT.makeSessionTables(app);
    }

    /** Users with a role on a subscription each; every so many belong to a partner. */
    private static void roles(Path file, int partners) throws IOException {
        StringBuilder rows = new StringBuilder("user,role,scope,subscription_ids,actions,is_partner,partner_benefit\n");
        for (int i = 1; i <= ROLES; i++) {
            rows.append("user").append(i).append("@made.example,CONTRIBUTOR,/subscriptions/");
            rows.append(new UUID(i, i)).append(",,,").append(i % partners == 0).append(",false\n");
        }
        Files.writeString(file, rows);
    }

    private static void close(OpenBook book, Path exports, String month, Edition edition) {
        book.run(
                        "month-end",
                        month,
                        "--exports",
                        edition.folder(exports).toString(),
                        "--reference",
                        exports.resolve("reference").toString())
                .expecting(0);
    }

    /** Things that are there, by the names that the table below and the parameters have for them. */
    private static void values(OpenBook book) throws SQLException {
        String[] account = book.ask(
                        "select l.plan_id, l.term, l.invoice_number, l.line, s.scope_no, s.scope_id, f.customer_id,"
                                + " x.subscription_id from invoice_line l join scope s using (scope_no)"
                                + " join account_fact f using (scope_no)"
                                + " join subscription_fact x on x.account_no = s.scope_no order by 1 limit 1")
                .get(0)
                .split("\\|");
        String[] names = {"plan", "term", "invoice", "line", "account_no", "account_id", "customer", "subscription"};
        for (int i = 0; i < names.length; i++) {
            VALUES.put(names[i], account[i]);
        }
        String[] agreement = book.ask("select scope_no, scope_id from scope where scope_type = 'EA' order by 1 limit 1")
                .get(0)
                .split("\\|");
        String newest = book.ask("select max(import_id) from subscription_fact").get(0);
        VALUES.put("agreement_no", agreement[0]);
        VALUES.put("agreement_id", agreement[1]);
        VALUES.put("plans", "{" + VALUES.get("plan") + "}");
        VALUES.put("subscriptions", "{" + VALUES.get("subscription") + "}");
        VALUES.put("begins", VALUES.get("subscription").substring(0, 8));
        VALUES.put("last", VALUES.get("subscription").substring(0, 8) + "~");
        for (String pair : List.of(
                "on=2026-04-15",
                "day_end=2026-04-16",
                "before=2027-01-01",
                "ruled=2027-01-01",
                "first=2026-03-31",
                "run=1000000",
                "most=50",
                "type=ACCOUNT",
                "everything=false",
                "code=PAST_DUE",
                "user=user7@made.example",
                "zero=0",
                "true=true")) {
            VALUES.put(pair.split("=")[0], pair.split("=")[1]);
        }
        VALUES.put("newest", newest);
        VALUES.put("older", Long.toString(Long.parseLong(newest) - 1));
        VALUES.put("account_nos", "{" + VALUES.get("account_no") + "}");
        VALUES.put("agreement_nos", "{" + VALUES.get("agreement_no") + "}");
    }

    @AfterAll
    static void hang_up() throws SQLException {
        app.close();
    }

    /** Both with the tables as they are, and where every table is too large to be read: small ones grow. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            entitlement-read              | -
            subscription_fact-told        | -
            subscription_fact-begin       | word=begins after=last
            subscription_fact-known       | ids=subscription
            subscription_fact-within      | scopes=account_nos after=zero
            subscription_fact-within      | scopes=account_nos after=zero everything=true
            subscription-version-known    | -
            subscription-version-list     | -
            account-version-known         | scopes=account_nos
            account-version-list          | scope=account_no
            account_fact-known            | ids=account_id
            account-customer-scopes       | -
            agreement-version-known       | scopes=agreement_nos
            agreement-version-list        | scope=agreement_no
            agreement_fact-known          | ids=agreement_id
            agreement-customer-siblings   | -
            scope-exact                   | word=account_id
            scope-told-account            | scope=account_no
            scope-told-agreement          | scope=agreement_no
            plan-version-known            | scopes=account_nos
            plan-version-list             | -
            plan_fact-known               | ids=plan
            plan_fact-find                | word=plan
            plan_state-one                | -
            plan_state-beside             | -
            plan_state-told               | scope=account_no
            term-one                      | -
            charge-one                    | -
            charge-known-plans            | -
            charge-held-list              | -
            payment-known                 | -
            ruling-known                  | -
            ruling-list                   | -
            invoice-one                   | -
            invoice_line-of               | -
            invoice_line-one              | -
            flag-one                      | object=plan
            role-known-of-subscription    | -
            role-known-of-user            | -
            role_fact-exact               | word=user
            """)
    void what_asks_for_one_thing_finds_it_by_a_key(String name, String given) throws SQLException {
        JsonNode plan = plan(Sql.text(name), given == null ? "" : given, "");
        assertEquals(List.of(), readWhole(plan, BIG_TABLES), plan::toPrettyString);
        JsonNode forced = plan(Sql.text(name), given == null ? "" : given, "set local enable_seqscan = off");
        assertEquals(List.of(), readWhole(forced, null), forced::toPrettyString);
    }

    /** Whatever else they read, the subscriptions that the export of the second month changed are few of all. */
    @ParameterizedTest
    @CsvSource({"subscription_touched_stage-insert, through=older", "decided_stage-insert-due, import=older ruling=zero"
    })
    void what_an_import_brought_is_found_by_its_key(String name, String given) throws SQLException {
        JsonNode plan = plan(Sql.text(name), given, "");
        assertTrue(plan.toString().contains("\"subscription_fact_import\""), plan::toPrettyString);
    }

    /**
     * Plans made without a look at the values, so that any value would do; exports are planned as they are sent. What a
     * backup asks of the catalogue is left out: it has no tables of ours.
     */
    @Test
    void nothing_compares_every_row_with_every_row() throws IOException, SQLException {
        List<String> faults = new ArrayList<>();
        int planned = 0;
        for (String name : names()) {
            String text = name.startsWith("export-") && !name.equals("export-copy")
                    ? ExportStore.statement(name.substring("export-".length()), LocalDate.of(2026, 4, 30), null)
                    : Sql.text(name);
            String verb = COMMENT.matcher(text).replaceAll("").strip().split("\\s", 2)[0];
            boolean catalogue = name.startsWith("schema-");
            if (!catalogue
                    && Set.of("select", "with", "insert", "update", "delete").contains(verb)) {
                JsonNode plan = plan(text, null, "set local plan_cache_mode = force_generic_plan");
                if (!MONTH_BY_MONTH.contains(name)) {
                    quadratic(plan).forEach(table -> faults.add(name + " reads " + table + " over and over"));
                }
                planned++;
            }
        }
        assertEquals(List.of(), faults);
        assertTrue(planned > 200, planned + " were planned");
    }

    /** The checks themselves: each of these is one of the faults they are there for. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            select 1 from subscription_fact where display_name = :plan                              | [subscription_fact] | []
            select 1 from subscription_fact where subscription_id = :plan                           | []                  | []
            select count(*) from entitlement                                                        | [entitlement]       | []
            select count(*) from term a, plan_fact b where a.plan_id is not distinct from b.plan_id | *                   | [plan_fact]
            select count(*) from plan_fact b where not exists (select from term a where a.plan_id like b.plan_id) | * | [term]
            """)
    void what_reads_too_much_is_found(String sql, String whole, String repeated) throws SQLException {
        JsonNode plan = plan(sql, "", "");
        if (!whole.equals("*")) {
            assertEquals(whole, readWhole(plan, BIG_TABLES).toString(), plan::toPrettyString);
        }
        assertEquals(repeated, quadratic(plan).toString(), plan::toPrettyString);
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(SHELF)) {
            return files.map(file -> file.getFileName().toString().replace(".sql", ""))
                    .sorted()
                    .toList();
        }
    }

    /** The plan of a statement: with values for its parameters, or with none where {@code given} is null. */
    private static JsonNode plan(String sql, String given, String setting) throws SQLException {
        Map<String, String> renamed = new HashMap<>();
        if (given != null) {
            for (String pair : given.split(" ")) {
                String[] sides = pair.split("=");
                renamed.put(sides[0], sides[sides.length - 1]);
            }
        }
        List<String> literals = new ArrayList<>();
        Matcher parameters = PARAMETER.matcher(COMMENT.matcher(sql).replaceAll(""));
        String numbered = parameters.replaceAll(found -> {
            literals.add(given == null ? "null" : literal(renamed.getOrDefault(found.group(1), found.group(1))));
            return "\\$" + literals.size();
        });
        try (Statement statement = app.createStatement()) {
            if (!setting.isEmpty()) {
                statement.execute(setting);
            }
            statement.execute("deallocate all");
            statement.execute("prepare hot as " + numbered);
            String values = literals.isEmpty() ? "" : "(" + String.join(", ", literals) + ")";
            try (ResultSet row = statement.executeQuery("explain (format json) execute hot" + values)) {
                row.next();
                return new JsonMapper().readTree(row.getString(1)).get(0).get("Plan");
            }
        } finally {
            app.rollback();
        }
    }

    private static String literal(String name) {
        String value = VALUES.get(name);
        assertTrue(value != null, () -> "no value for :" + name);
        return "'" + value + "'";
    }

    /** The tables read from end to end, whether by themselves or along an index; among {@code those}, or any but small. */
    private static List<String> readWhole(JsonNode node, Set<String> those) {
        List<String> found = new ArrayList<>();
        String table = node.path("Relation Name").asString("");
        boolean looked = those == null ? !ALWAYS_SMALL.contains(table) : those.contains(table);
        if (!table.isEmpty() && looked && !byKey(node)) {
            found.add(table);
        }
        node.path("Plans").forEach(child -> found.addAll(readWhole(child, those)));
        return found;
    }

    private static boolean byKey(JsonNode node) {
        return node.has("Index Cond")
                || node.has("Recheck Cond")
                || node.has("TID Cond")
                || PARTIAL_INDEXES.contains(node.path("Index Name").asString(""));
    }

    private static List<String> quadratic(JsonNode plan) {
        List<String> found = new ArrayList<>();
        quadratic(plan, false, found);
        return found;
    }

    /** Big tables that are read whole inside of a loop, or by a subquery that is asked for every row. */
    private static void quadratic(JsonNode node, boolean repeated, List<String> found) {
        String table = node.path("Relation Name").asString("");
        if (repeated && BIG_TABLES.contains(table) && !byKey(node)) {
            found.add(table);
        }
        JsonNode children = node.path("Plans");
        double rounds =
                children.isEmpty() ? 0 : children.get(0).path("Plan Rows").asDouble(0);
        for (JsonNode child : children) {
            String place = child.path("Parent Relationship").asString("");
            boolean looped = place.equals("Inner")
                    && node.path("Node Type").asString("").equals("Nested Loop")
                    && rounds > ROUNDS;
            boolean asked = place.equals("SubPlan")
                    && !node.toString()
                            .contains("hashed " + child.path("Subplan Name").asString(""));
            quadratic(child, !place.equals("InitPlan") && (repeated || looped || asked), found);
        }
    }
}
