package io.coverbook.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.opencsv.CSVReaderHeaderAware;
import com.opencsv.CSVReaderHeaderAwareBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvValidationException;
import io.coverbook.plan.AccountStatus;
import io.coverbook.plan.AgreementStatus;
import io.coverbook.plan.AgreementType;
import io.coverbook.plan.CancelChannel;
import io.coverbook.plan.Channel;
import io.coverbook.plan.OrderStatus;
import io.coverbook.plan.PaymentMethod;
import io.coverbook.plan.PaymentMethodStatus;
import io.coverbook.plan.ProductCategory;
import io.coverbook.plan.Program;
import io.coverbook.plan.Relationship;
import io.coverbook.plan.SubscriptionState;
import io.coverbook.plan.SupportLevel;
import io.coverbook.plan.Tier;
import io.coverbook.testkit.SampleWorld.Kind;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the sample data to its stories, and the stories to what an export can be. */
class SampleDataTest {

    private static final Path SAMPLES = Path.of("sample-data");
    private static final String ORPHAN_OF = "BA-199999";
    private static final Map<String, String> FILES = SampleExports.files();

    private static final Map<Kind, String> REQUIRED = Map.of(
            Kind.ACCOUNTS, "billing_account_id,agreement_type,country,currency,created_on,updated_at,e_mail",
            Kind.SUBSCRIPTIONS, "subscription_id,billing_account_id,product_category,state,created_on,updated_at",
            Kind.AGREEMENTS, "ea_id,billing_account_id,status,start_date,end_date,updated_at");
    private static final Map<String, Class<? extends Enum<?>>> WORDS = Map.ofEntries(
            Map.entry("agreement_type", AgreementType.class),
            Map.entry("ACCOUNTS.status", AccountStatus.class),
            Map.entry("AGREEMENTS.status", AgreementStatus.class),
            Map.entry("payment_method", PaymentMethod.class),
            Map.entry("payment_method_status", PaymentMethodStatus.class),
            Map.entry("program", Program.class),
            Map.entry("product_category", ProductCategory.class),
            Map.entry("state", SubscriptionState.class),
            Map.entry("plan_tier", Tier.class),
            Map.entry("channel", Channel.class),
            Map.entry("cancel_channel", CancelChannel.class),
            Map.entry("relationship", Relationship.class),
            Map.entry("support_level", SupportLevel.class),
            Map.entry("ordered_level", SupportLevel.class),
            Map.entry("temp_level", SupportLevel.class),
            Map.entry("order_status", OrderStatus.class));
    private static final Pattern DAY = Pattern.compile(".*(_on|_since|_date|_start|_end|_until|_valid_to)");

    @Test
    void the_files_are_what_the_stories_say() throws IOException {
        if ("write".equals(System.getProperty("sample"))) {
            SampleExports.write(Path.of(""));
        }
        Set<String> present = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            files.filter(Files::isRegularFile)
                    .forEach(f -> present.add(f.toString().replace('\\', '/')));
        }
        Set<String> expected = new TreeSet<>(FILES.keySet());
        expected.removeIf(file -> !file.startsWith("sample-data/"));
        expected.add("sample-data/README.md");
        assertEquals(expected, present);
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            assertTrue(
                    file.getValue().equals(Files.readString(Path.of(file.getKey()))),
                    () -> file.getKey() + " differs from the stories; -Dsample=write writes it anew");
        }
    }

    @ParameterizedTest
    @MethodSource("days")
    void a_month_end_is_large_and_varied_enough(LocalDate day) {
        List<Map<String, String>> accounts = rows(Kind.ACCOUNTS, day);
        List<Map<String, String>> subscriptions = rows(Kind.SUBSCRIPTIONS, day);
        long plans = subscriptions.stream().filter(SampleDataTest::isPlan).count();
        assertTrue(accounts.size() >= 80);
        assertTrue(distinct(accounts, "country").size() >= 12);
        assertTrue(distinct(accounts, "currency").size() >= 6);
        assertEquals(Set.of("MOSP", "MCA", "EA", "MPA"), distinct(accounts, "agreement_type"));
        assertTrue(subscriptions.size() - plans >= 600);
        assertTrue(plans >= 60);
        assertTrue(rows(Kind.AGREEMENTS, day).size() >= 30);
        assertTrue(subscriptions.stream()
                .filter(SampleDataTest::isPlan)
                .map(plan -> plan.get("purchased_at").substring(8, 10))
                .collect(Collectors.toSet())
                .containsAll(Set.of("29", "30", "31")));
    }

    @ParameterizedTest
    @MethodSource("days")
    void every_row_can_be_read(LocalDate day) {
        List<String> faults = new ArrayList<>();
        for (Kind kind : Kind.EVERY) {
            for (Map<String, String> row : rows(kind, day)) {
                row.forEach((column, value) -> {
                    if (!readable(kind, column, value)) {
                        faults.add(kind + " " + row.get(kind.columns.get(0)) + " " + column + " = '" + value + "'");
                    }
                });
                if (isPlan(row)
                        && Stream.of("plan_tier", "channel", "purchased_at")
                                .anyMatch(c -> row.get(c).isEmpty())) {
                    faults.add("plan " + row.get("subscription_id") + " lacks tier, channel or purchase");
                }
                if (OffsetDateTime.parse(row.get("updated_at"))
                        .toInstant()
                        .isAfter(day.atStartOfDay(ZoneOffset.UTC).toInstant())) {
                    faults.add(row.get(kind.columns.get(0)) + " was updated after the export");
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    @ParameterizedTest
    @MethodSource("days")
    void every_reference_but_the_orphans_leads_somewhere(LocalDate day) {
        Set<String> accounts = distinct(rows(Kind.ACCOUNTS, day), "billing_account_id");
        Set<String> agreements = distinct(rows(Kind.AGREEMENTS, day), "ea_id");
        Set<String> lost = new TreeSet<>();
        for (Kind kind : Kind.EVERY) {
            List<Map<String, String>> rows = rows(kind, day);
            boolean copies = kind == Kind.SUBSCRIPTIONS && day.equals(SampleExports.DAYS.get(2));
            int keys = distinct(rows, kind.columns.get(0)).size() + (copies ? SampleExports.COPIES : 0);
            assertEquals(rows.size(), keys, kind + " has a key twice");
            for (String column : List.of("billing_account_id", "partner_account_id")) {
                lost.addAll(distinct(rows, column));
            }
        }
        lost.removeAll(accounts);
        for (String column : List.of("ea_id", "linked_ea_id")) {
            lost.addAll(distinct(rows(Kind.SUBSCRIPTIONS, day), column));
        }
        lost.removeAll(agreements);
        assertEquals(Set.of(ORPHAN_OF), lost);
    }

    @ParameterizedTest
    @MethodSource("monthsAfterTheFirst")
    void from_month_to_month_a_row_changes_only_when_something_happened_to_it(LocalDate before, LocalDate after) {
        for (Kind kind : Kind.EVERY) {
            Map<String, Map<String, String>> was = byKey(kind, before);
            Map<String, Map<String, String>> is = byKey(kind, after);
            Set<String> both = new TreeSet<>(was.keySet());
            both.retainAll(is.keySet());
            int changed = 0;
            for (String key : both) {
                boolean moved =
                        !was.get(key).get("updated_at").equals(is.get(key).get("updated_at"));
                assertEquals(!was.get(key).equals(is.get(key)), moved, key);
                assertEquals(was.get(key).get("created_on"), is.get(key).get("created_on"), key);
                if (moved) {
                    changed++;
                    String since = is.get(key).get("updated_at");
                    assertTrue(OffsetDateTime.parse(since).toLocalDate().compareTo(before) >= 0, key);
                }
            }
            assertTrue(changed > 0, kind + " does not change in the month to " + after);
            assertTrue(was.size() - both.size() <= 20, kind + " loses too many rows in the month to " + after);
        }
    }

    @Test
    void a_few_rows_vanish_and_one_of_them_is_a_plan() {
        Map<String, Map<String, String>> march = byKey(Kind.SUBSCRIPTIONS, SampleExports.DAYS.get(1));
        march.keySet()
                .removeAll(byKey(Kind.SUBSCRIPTIONS, SampleExports.DAYS.get(2)).keySet());
        assertTrue(march.size() > 5, () -> march.size() + " rows vanish");
        assertEquals(1, march.values().stream().filter(SampleDataTest::isPlan).count());
    }

    @Test
    void every_currency_has_a_rate_in_every_month_of_two_years() {
        Set<String> rates = new TreeSet<>();
        csv(FILES.get("jobs/reference/fx-rates.csv"))
                .forEach(rate -> rates.add(rate.get("currency") + " " + YearMonth.parse(rate.get("month"))));
        for (String currency : distinct(rows(Kind.ACCOUNTS, SampleExports.DAYS.get(2)), "currency")) {
            for (int month = 0; month < 24 && !currency.equals("USD"); month++) {
                String rate = currency + " " + YearMonth.of(2025, 1).plusMonths(month);
                assertTrue(rates.contains(rate), rate);
            }
        }
    }

    @Test
    void the_readme_tells_every_story_and_names_nothing_that_is_not_there() throws IOException {
        String readme = Files.readString(SAMPLES.resolve("README.md"));
        Set<String> told = found("(?:BA|EA)-\\d{6}", readme);
        told.addAll(found("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", readme));
        Set<String> there = new TreeSet<>();
        FILES.values().forEach(file -> there.addAll(found("[^,\n;\"]+", file)));
        assertEquals(Set.of(), minus(told, there));
        Set<String> stories = new TreeSet<>();
        FILES.values().forEach(file -> stories.addAll(found("(?:BA-1001|EA-7001)\\d\\d", file)));
        assertTrue(stories.size() > 60);
        assertEquals(Set.of(), minus(stories, told));
    }

    static List<LocalDate> days() {
        return SampleExports.DAYS;
    }

    static Stream<Arguments> monthsAfterTheFirst() {
        List<LocalDate> days = SampleExports.DAYS;
        return Stream.of(1, 2).map(i -> Arguments.of(days.get(i - 1), days.get(i)));
    }

    private static boolean readable(Kind kind, String column, String value) {
        if (value.isEmpty()) {
            return !Arrays.asList(REQUIRED.get(kind).split(",")).contains(column);
        }
        Class<? extends Enum<?>> words = WORDS.getOrDefault(column, WORDS.get(kind + "." + column));
        if (words != null) {
            return Arrays.stream(words.getEnumConstants())
                    .anyMatch(word -> word.name().equals(value));
        }
        return switch (column) {
            case "updated_at", "purchased_at", "auto_renew_changed_at", "cancel_requested_at", "temp_request_at" ->
                parses(OffsetDateTime::parse, value);
            case "payment_method_expiry" -> parses(YearMonth::parse, value);
            case "promo_price" -> value.matches("\\d+\\.\\d\\d");
            case "country" -> value.matches("[A-Z]{2}");
            case "currency" -> value.matches("[A-Z]{3}");
            case "e_mail" -> value.matches("[a-z0-9-]+@[a-z0-9-]+\\.example");
            case "notification_contacts" -> value.matches("([a-z.]+@[a-z-]+\\.example;?)+");
            case "subscription_id" ->
                value.matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
            default -> !DAY.matcher(column).matches() || parses(LocalDate::parse, value);
        };
    }

    private static boolean parses(Function<CharSequence, ?> parser, String value) {
        try {
            return parser.apply(value) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isPlan(Map<String, String> row) {
        return "AZURE_SUPPORT".equals(row.get("product_category"));
    }

    private static Set<String> distinct(List<Map<String, String>> rows, String column) {
        return rows.stream()
                .map(row -> row.getOrDefault(column, ""))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Map<String, String>> byKey(Kind kind, LocalDate day) {
        Map<String, Map<String, String>> rows = new TreeMap<>();
        rows(kind, day).forEach(row -> rows.put(row.get(kind.columns.get(0)), row));
        return rows;
    }

    private static List<Map<String, String>> rows(Kind kind, LocalDate day) {
        return csv(FILES.get("sample-data/" + day + "/" + kind.fileName + "-" + day + ".csv"));
    }

    private static List<Map<String, String>> csv(String file) {
        List<Map<String, String>> rows = new ArrayList<>();
        try (CSVReaderHeaderAware reader = new CSVReaderHeaderAwareBuilder(new StringReader(file))
                .withCSVParser(new RFC4180ParserBuilder().build())
                .build()) {
            for (Map<String, String> row = reader.readMap(); row != null; row = reader.readMap()) {
                rows.add(new LinkedHashMap<>(row));
            }
        } catch (IOException | CsvValidationException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(m -> m.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> minus(Set<String> all, Set<String> without) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(without);
        return rest;
    }
}
