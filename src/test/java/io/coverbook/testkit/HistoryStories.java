package io.coverbook.testkit;

import io.coverbook.testkit.SampleWorld.Kind;
import io.coverbook.testkit.SampleWorld.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The exports of the golden history, out of the stories of its customers. {@code stories.txt} says how it is read. */
public final class HistoryStories {

    public static final Path HOME = Path.of("src/test/resources/golden/history");

    private static final LocalDate FIRST_EXPORT = LocalDate.of(2027, 11, 30);
    private static final LocalDate LAST_EXPORT = LocalDate.of(2029, 1, 31);
    private static final Set<LocalDate> NIGHTS = Set.of(
            LocalDate.of(2027, 12, 10),
            LocalDate.of(2028, 2, 12),
            LocalDate.of(2028, 3, 3),
            LocalDate.of(2028, 4, 12),
            LocalDate.of(2028, 5, 26),
            LocalDate.of(2028, 6, 12),
            LocalDate.of(2028, 8, 4),
            LocalDate.of(2028, 9, 20));

    /** Roles are exported once a quarter. */
    private static final Set<LocalDate> ROLE_DAYS =
            Set.of(LocalDate.of(2028, 6, 30), LocalDate.of(2028, 9, 30), LocalDate.of(2028, 12, 31));

    private static final Map<String, Kind> KINDS = Map.of(
            "account", Kind.ACCOUNTS,
            "subscription", Kind.SUBSCRIPTIONS,
            "plan", Kind.SUBSCRIPTIONS,
            "agreement", Kind.AGREEMENTS,
            "role", Kind.ROLES,
            "payment", Kind.PAYMENTS);

    private static final Pattern FACT = Pattern.compile("(\\S+) (gone |back |)(\\w+) (\\S+)(?: (.*))?");
    private static final Pattern VALUE = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|(\\S*))(?: |$)");
    private static final DateTimeFormatter NAMED =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private record Fact(Instant at, String turn, String what, String id, String rest) {

        static Fact of(String line) {
            Matcher fact = FACT.matcher(line);
            if (!fact.matches() || !KINDS.containsKey(fact.group(3))) {
                throw new IllegalArgumentException("no fact: " + line);
            }
            String at = fact.group(1).contains("T") ? fact.group(1) : fact.group(1) + "T00:00:00Z";
            return new Fact(
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(at, Instant::from),
                    fact.group(2).strip(),
                    fact.group(3),
                    fact.group(4),
                    fact.group(5) == null ? "" : fact.group(5));
        }
    }

    private final SampleWorld world = new SampleWorld();

    private HistoryStories(List<String> lines) {
        String title = "";
        Map<Fact, String> facts = new LinkedHashMap<>();
        for (String line : lines) {
            if (line.startsWith("## ")) {
                title = line.substring(3);
            } else if (!line.isBlank() && !line.startsWith("//")) {
                facts.put(Fact.of(line), title);
            }
        }
        facts.forEach((fact, story) -> tell(fact, story, facts.keySet()));
    }

    /** What each file of {@code history/in} holds, by its path from there. */
    public static Map<String, String> files() throws IOException {
        return new HistoryStories(Files.readAllLines(HOME.resolve("stories.txt"))).exports();
    }

    private Map<String, String> exports() {
        Map<String, String> files = new TreeMap<>();
        Instant last = Instant.EPOCH;
        for (LocalDate day = FIRST_EXPORT; !day.isAfter(LAST_EXPORT); day = day.plusDays(1)) {
            boolean monthEnd = day.plusDays(1).getDayOfMonth() == 1;
            if (monthEnd || NIGHTS.contains(day)) {
                Instant cut = day.atTime(monthEnd ? 22 : 4, 0).toInstant(ZoneOffset.UTC);
                for (Kind kind : Kind.values()) {
                    String file = kind == Kind.ROLES && !ROLE_DAYS.contains(day) ? "\n" : world.export(kind, last, cut);
                    if (!SampleWorld.empty(file)) {
                        files.put(day + "/" + kind.fileName + "-" + NAMED.format(cut) + ".csv", file);
                    }
                }
                last = cut;
            }
        }
        return files;
    }

    private void tell(Fact fact, String story, Set<Fact> all) {
        Kind kind = Objects.requireNonNull(KINDS.get(fact.what()));
        String at = fact.at().toString();
        if (kind == Kind.PAYMENTS) {
            String id = fact.id() + " " + at;
            world.add(kind, id, at, "plan_id", fact.id(), "at", at, "result", fact.rest());
            return;
        }
        Row row = world.row(kind, fact.id());
        if (fact.turn().equals("gone") || fact.turn().equals("back")) {
            if (row == null) {
                throw new IllegalArgumentException(fact + " of nothing");
            }
            Row turned = fact.turn().equals("gone") ? row.goneFrom(at) : row.backFrom(at);
            assert turned == row;
            return;
        }
        Map<String, String> values = values(fact, all);
        if (row == null) {
            Map<String, String> first = beginning(fact, story, values);
            first.putAll(values);
            world.add(kind, fact.id(), at, flat(first));
        } else {
            row.then(at, flat(values));
        }
    }

    private static Map<String, String> values(Fact fact, Set<Fact> all) {
        Map<String, String> values = new LinkedHashMap<>();
        Matcher value = VALUE.matcher(fact.rest());
        int read = 0;
        while (value.lookingAt()) {
            values.put(value.group(1), value.group(2) == null ? value.group(3) : value.group(2));
            read = value.end();
            value.region(read, fact.rest().length());
        }
        if (read != fact.rest().length()) {
            throw new IllegalArgumentException("not read: " + fact.rest().substring(read));
        }
        values.computeIfPresent("subscription_ids", (column, ids) -> ids.equals("*") ? others(all) : ids);
        return values;
    }

    /** Every subscription whose story is not the one about roles. */
    private static String others(Set<Fact> all) {
        return all.stream()
                .filter(fact -> fact.what().equals("subscription"))
                .map(Fact::id)
                .filter(id -> !id.startsWith("S-40"))
                .distinct()
                .collect(Collectors.joining(";"));
    }

    /** What a first line need not say. */
    private static Map<String, String> beginning(Fact fact, String story, Map<String, String> said) {
        String account = "BA" + fact.id().replaceFirst("^[A-Z]+", "");
        String day = fact.at().toString().substring(0, 10);
        return switch (fact.what()) {
            case "account" -> account(story, said);
            case "subscription" ->
                map("billing_account_id=" + account
                        + " product_category=USAGE_BASED state=ACTIVE created_on=2027-06-01");
            case "plan" ->
                map("billing_account_id=" + account + " product_category=AZURE_SUPPORT state=ACTIVE created_on=" + day
                        + " channel=AZURE_PORTAL auto_renew=ON billing_frequency=P1M purchased_at=" + fact.at());
            case "agreement" ->
                map("billing_account_id=" + account
                        + " status=ACTIVE relationship=DIRECT support_level=NONE order_status=NONE");
            default -> new LinkedHashMap<>();
        };
    }

    private static Map<String, String> account(String story, Map<String, String> said) {
        boolean online = Set.of("MCA", "MOSP").contains(said.getOrDefault("agreement_type", "MCA"));
        Map<String, String> account = map("agreement_type=MCA country=US currency=USD status=ACTIVE"
                + (online ? " payment_method=CARD payment_method_expiry=2039-12" : " payment_method=WIRE")
                + " payment_method_status=ACTIVE created_on=2027-01-01");
        account.put("display_name", story);
        return account;
    }

    private static Map<String, String> map(String values) {
        return Arrays.stream(values.split(" "))
                .map(value -> value.split("="))
                .collect(Collectors.toMap(
                        value -> value[0], value -> value[1], (one, other) -> other, LinkedHashMap::new));
    }

    private static String[] flat(Map<String, String> values) {
        List<String> flat = new ArrayList<>();
        values.forEach((column, value) -> Collections.addAll(flat, column, value));
        return flat.toArray(String[]::new);
    }
}
