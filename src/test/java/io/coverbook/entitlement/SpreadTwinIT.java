package io.coverbook.entitlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.calendar.Span;
import io.coverbook.entitlement.SubscriptionDays.Part;
import io.coverbook.plan.SubscriptionState;
import io.coverbook.testkit.OpenBook;
import io.coverbook.testkit.Portfolio;
import io.coverbook.testkit.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The entitlements that the database spreads over subscriptions equal those of a slow twin, which walks through the days
 * of each subscription with the rule of this room, and looks up on each stretch its account's standing and its scope's
 * cover. {@code -Dseed=} replays one.
 */
@ExtendWith(OpenBook.Shared.class)
class SpreadTwinIT {

    private static final String VERSIONS = """
            select v.subscription_id, (v.exported_at at time zone 'UTC')::date, v.absent, a.scope_id, coalesce(e.scope_id, ''),
                   v.state, coalesce(v.state_since::text, ''), v.created_on, coalesce(v.scope_since::text, ''),
                   coalesce(v.ended_on::text, '')
            from (select * from subscription_fact union all select * from subscription_past) v
            join scope a on a.scope_no = v.account_no
            left join scope e on e.scope_no = v.ea_no
            order by v.subscription_id collate "C", v.exported_at, v.import_id""";

    private static final String COVERS = """
            select s.scope_type || ' ' || s.scope_id, v.from_on, v.until_on, c.tier, c.source, coalesce(c.plan_id, ''), c.reason,
                   c.technical, coalesce(c.max_severity, '')
            from scope_cover v join cover c using (cover_no) join scope s on s.scope_no = v.scope_no
            order by v.scope_no, v.from_on""";

    private static final String STANDINGS = """
            select s.scope_id, a.from_on, a.until_on, a.standing
            from account_standing a join scope s using (scope_no) order by a.scope_no, a.from_on""";

    private record Stretch(LocalDate from, LocalDate until, String[] cells) {

        boolean contains(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(until);
        }
    }

    private static final Set<String> MET = new HashSet<>();

    static LongStream seeds() {
        return Seeds.first(20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_spread_equals_its_twin(long seed) throws IOException, SQLException {
        spreadEqualsTwin(seed);
    }

    private static OpenBook book;

    @org.junit.jupiter.api.BeforeAll
    static void open(OpenBook open) {
        book = open;
    }

    private static void spreadEqualsTwin(long seed) throws IOException, SQLException {
        Path exports = new Portfolio(seed, 16).write(book.folder("exports"), 3);
        book.empty();
        // Day by day of export, so that differences are taken, not only the first load.
        StringBuilder script = new StringBuilder();
        for (String day : List.of("2026-01-31", "2026-02-28", "2026-03-31")) {
            script.append("import ")
                    .append(exports.resolve(day))
                    .append("\nreconcile --as-of ")
                    .append(day)
                    .append('\n');
        }
        Path commands = book.folder("script").resolve("days.txt");
        Files.writeString(commands, script);
        book.run("do", commands.toString()).expecting(0);

        Map<String, List<String>> spread = exported(book.tables().get("entitlements.csv"));
        Map<String, List<String>> twin = twin();
        for (String subscription : twin.keySet()) {
            assertEquals(
                    String.join("\n", twin.get(subscription)),
                    String.join("\n", spread.getOrDefault(subscription, List.of())),
                    "seed " + seed + ", subscription " + subscription);
        }
        assertEquals(twin.keySet(), spread.keySet(), "seed " + seed);
        assertTrue(spread.size() > 20, () -> seed + ": " + spread.size());
    }

    /** The twenty together have met every standing and most reasons, or they would prove little. */
    @Test
    void the_portfolios_meet_what_can_be_met() throws IOException, SQLException {
        for (long seed = 100; seed < 104; seed++) {
            spreadEqualsTwin(seed);
        }
        for (String needed : List.of(
                "ACCOUNT_PLAN",
                "EA_PLAN",
                "TEMPORARY_ORDER",
                "ACCOUNT_NOT_ACTIVE",
                "SUBSCRIPTION_NOT_ACTIVE",
                "PLAN_HELD",
                "PLAN_ENDED",
                "EA_NO_PLAN",
                "ACCOUNT_NO_PLAN",
                "PENDING_ORDER_NOT_ACTIVATED",
                "moved",
                "cut")) {
            assertTrue(MET.contains(needed), needed + " was not met, only " + new TreeSet<>(MET));
        }
    }

    private static Map<String, List<String>> exported(String csv) {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String line : csv.lines().skip(1).toList()) {
            int comma = line.indexOf(',');
            rows.computeIfAbsent(line.substring(0, comma), k -> new ArrayList<>())
                    .add(line.substring(comma + 1));
        }
        return rows;
    }

    private static Map<String, List<String>> twin() throws SQLException {
        Map<String, List<Stretch>> covers = stretches(COVERS);
        Map<String, List<Stretch>> standings = stretches(STANDINGS);
        Map<String, List<SubscriptionVersion>> versions = new TreeMap<>();
        for (String line : book.ask(VERSIONS)) {
            String[] c = line.split("\\|", -1);
            versions.computeIfAbsent(c[0], k -> new ArrayList<>())
                    .add(new SubscriptionVersion(
                            LocalDate.parse(c[1]),
                            c[2].equals("t"),
                            c[3],
                            c[4].isEmpty() ? null : c[4],
                            SubscriptionState.valueOf(c[5]),
                            day(c[6]),
                            LocalDate.parse(c[7]),
                            day(c[8]),
                            day(c[9])));
        }
        Map<String, List<String>> rows = new TreeMap<>();
        versions.forEach((id, told) -> {
            List<String> own = rows(SubscriptionDays.decide(told), covers, standings);
            if (!own.isEmpty()) {
                rows.put(id, own);
            }
        });
        return rows;
    }

    private static List<String> rows(
            List<Part> parts, Map<String, List<Stretch>> covers, Map<String, List<Stretch>> standings) {
        if (parts.stream().map(Part::home).distinct().count() > 1) {
            MET.add("moved");
        }
        List<LocalDate> from = new ArrayList<>();
        List<LocalDate> until = new ArrayList<>();
        List<String> what = new ArrayList<>();
        for (Part part : parts) {
            String eaId = part.home().eaId();
            List<Stretch> cover =
                    covers.getOrDefault(eaId == null ? "ACCOUNT " + part.home().accountId() : "EA " + eaId, List.of());
            List<Stretch> standing = standings.getOrDefault(part.home().accountId(), List.of());
            SortedSet<LocalDate> breaks =
                    new TreeSet<>(Set.of(part.days().from(), part.days().until()));
            for (List<Stretch> stretches : List.of(cover, standing)) {
                stretches.forEach(stretch -> {
                    breaks.add(stretch.from());
                    breaks.add(stretch.until());
                });
            }
            List<LocalDate> days = new ArrayList<>(
                    breaks.subSet(part.days().from(), part.days().until().plusDays(1)));
            if (days.size() > 2) {
                MET.add("cut");
            }
            for (int i = 0; i + 1 < days.size(); i++) {
                String row = row(part.standing(), days.get(i), cover, standing);
                int last = what.size() - 1;
                if (last >= 0 && what.get(last).equals(row) && until.get(last).equals(days.get(i))) {
                    until.set(last, days.get(i + 1));
                } else {
                    from.add(days.get(i));
                    until.add(days.get(i + 1));
                    what.add(row);
                }
            }
        }
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < what.size(); i++) {
            LocalDate through = until.get(i);
            rows.add(from.get(i) + "," + (through.equals(Span.NEVER) ? "" : through.minusDays(1)) + "," + what.get(i));
        }
        return rows;
    }

    /** The row of one day, without its days: E1 and E2 in the twin's own words. */
    private static String row(Standing own, LocalDate day, List<Stretch> covers, List<Stretch> standings) {
        String[] c = covers.stream()
                .filter(stretch -> stretch.contains(day))
                .map(Stretch::cells)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no cover on " + day));
        int account = standings.stream()
                .filter(stretch -> stretch.contains(day))
                .mapToInt(stretch -> Integer.parseInt(stretch.cells()[3]))
                .findFirst()
                .orElse(0);
        String row;
        if (account == Standing.ACCOUNT_CLOSED.code()) {
            row = "BASIC,NONE,false,true,,,ACCOUNT_NOT_ACTIVE";
        } else if (account == Standing.ACCOUNT_DISABLED.code()) {
            row = c[3] + "," + c[4] + ",false,true,," + c[5] + ",ACCOUNT_NOT_ACTIVE";
        } else if (own != Standing.GOOD) {
            row = c[3] + "," + c[4] + ",false,true,," + c[5] + ",SUBSCRIPTION_NOT_ACTIVE";
        } else {
            row = c[3] + "," + c[4] + "," + (c[7].equals("t") ? "true" : "false") + ",true," + c[8] + "," + c[5] + ","
                    + c[6];
        }
        MET.add(row.substring(row.lastIndexOf(',') + 1));
        return row;
    }

    private static Map<String, List<Stretch>> stretches(String query) throws SQLException {
        Map<String, List<Stretch>> stretches = new HashMap<>();
        for (String line : book.ask(query)) {
            String[] cells = line.split("\\|", -1);
            stretches
                    .computeIfAbsent(cells[0], k -> new ArrayList<>())
                    .add(new Stretch(
                            Objects.requireNonNull(day(cells[1])), Objects.requireNonNull(day(cells[2])), cells));
        }
        return stretches;
    }

    private static LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
