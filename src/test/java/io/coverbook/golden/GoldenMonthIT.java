package io.coverbook.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.testkit.OpenBook;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two whole months of sample-data/, every output table as it is committed. {@code -Dgolden=write} writes them anew; the
 * difference is then the review. What sample-data/README.md says of its customers is checked apart from the files, so
 * that a wrong table cannot be blessed by writing it.
 */
@ExtendWith(OpenBook.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenMonthIT {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private final Map<String, Map<String, String>> months = new LinkedHashMap<>();

    @BeforeAll
    void close_two_months(OpenBook book) {
        book.empty();
        for (String month : List.of("2026-03", "2026-04")) {
            book.run("month-end", month, "--exports", "sample-data").expecting(0);
            months.put(month, book.tables());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03", "2026-04"})
    void every_table_is_as_committed(String month) throws IOException {
        Path expected = GOLDEN.resolve(month).resolve("expected");
        Map<String, String> tables = months.get(month);
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(expected);
            for (Map.Entry<String, String> table : tables.entrySet()) {
                Files.writeString(expected.resolve(table.getKey()), table.getValue());
            }
        }
        Map<String, String> committed = OpenBook.texts(expected);
        assertEquals(committed.keySet(), tables.keySet());
        assertEquals(16, committed.size());
        // The table that differs is the news, not its sum.
        List<String> names = new ArrayList<>(committed.keySet());
        names.sort(Comparator.comparing("SHA256SUMS"::equals));
        for (String name : names) {
            assertEquals(committed.get(name), tables.get(name), month + "/" + name);
        }
    }

    /** What a plan's customer is charged, as sample-data/README.md tells it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BA-100101 | 2026-03 | 2026-03-15 953.06 SEK INVOICED
            BA-100101 | 2026-04 | 2026-03-15 953.06 SEK INVOICED; 2026-04-15 958.30 SEK INVOICED
            BA-100102 | 2026-04 | 2026-03-12 100.00 USD INVOICED
            BA-100103 | 2026-03 | 2026-03-09 79.17 GBP INVOICED; 2026-03-20 791.70 GBP INVOICED
            BA-100106 | 2026-03 | 2026-03-06 87.34 EUR INVOICED; 2026-03-24 87.34 EUR HELD
            BA-100107 | 2026-04 | 2026-03-31 150.73 AUD INVOICED; 2026-04-30 150.13 AUD INVOICED
            BA-100108 | 2026-04 | 2026-03-30 873.40 EUR INVOICED; 2026-04-30 873.90 EUR INVOICED
            BA-100109 | 2026-04 | 2026-03-29 25.33 EUR INVOICED; 2026-04-29 25.34 EUR INVOICED
            BA-100110 | 2026-04 | 2026-03-29 100.00 USD INVOICED; 2026-04-29 100.00 USD INVOICED
            BA-100111 | 2026-04 | 2026-04-21 25.34 EUR INVOICED
            BA-100112 | 2026-04 | 2026-03-05 963.10 NOK INVOICED; 2026-04-05 969.26 NOK INVOICED
            BA-100114 | 2026-04 | 2026-03-20 142.28 CAD INVOICED
            BA-100115 | 2026-03 | 2026-03-20 100.00 USD HELD
            BA-100115 | 2026-04 | 2026-03-20 100.00 USD INVOICED; 2026-04-20 100.00 USD INVOICED
            BA-100118 | 2026-04 | 2026-03-01 14763 JPY INVOICED; 2026-04-01 14703 JPY INVOICED
            BA-100119 | 2026-04 | 2026-03-17  KRW HELD; 2026-04-17  KRW HELD
            BA-100121 | 2026-04 | 2026-03-10 50.00 USD INVOICED; 2026-04-10 50.00 USD INVOICED
            BA-100130 | 2026-04 |
            BA-100131 | 2026-04 | 2026-04-01 100.00 USD INVOICED
            BA-100132 | 2026-03 |
            BA-100132 | 2026-04 | 2026-03-31 873.40 EUR INVOICED; 2026-04-30 873.90 EUR INVOICED
            BA-100133 | 2026-04 | 2026-03-31 79.17 GBP CREDITED
            BA-100139 | 2026-04 | 2026-03-07 100.00 USD INVOICED; 2026-04-07 141.65 CAD INVOICED
            BA-100140 | 2026-04 | 2026-03-28 100.00 USD INVOICED; 2026-04-28 100.00 USD INVOICED
            BA-100142 | 2026-04 | 2026-03-15 953.06 SEK INVOICED
            BA-100143 | 2026-04 | 2026-03-15 953.06 SEK INVOICED; 2026-04-15 958.30 SEK INVOICED
            BA-100144 | 2026-04 |
            BA-100145 | 2026-04 | 2026-03-15 627.21 DKK INVOICED; 2026-04-15 630.97 DKK INVOICED
            BA-100146 | 2026-04 | 2026-03-15 100.00 USD INVOICED; 2026-04-15 100.00 USD INVOICED; 2026-04-15 1000.00 USD INVOICED
            BA-100147 | 2026-04 | 2026-03-01 100.00 USD INVOICED; 2026-04-01 100.00 USD INVOICED
            BA-100149 | 2026-04 | 2026-03-20 963.10 NOK INVOICED
            BA-100150 | 2026-04 |
            BA-100153 | 2026-04 |
            BA-100154 | 2026-04 | 2026-03-12 87.34 EUR INVOICED; 2026-04-12 873.90 EUR INVOICED
            EA-700101 | 2026-04 | 2026-03-01 100.00 USD INVOICED; 2026-04-01 100.00 USD INVOICED
            EA-700111 | 2026-04 |
            EA-700115 | 2026-04 | 2026-04-10 100.00 USD INVOICED
            EA-700120 | 2026-04 | 2026-03-01 100.00 USD INVOICED; 2026-04-01 100.00 USD INVOICED
            EA-700123 | 2026-04 | 2026-03-01 100.00 USD HELD; 2026-04-01 100.00 USD HELD
            EA-700110 | 2026-04 | 2026-03-01 29.00 USD HELD; 2026-04-01 29.00 USD HELD
            EA-700125 | 2026-04 | 2026-03-01 1000.00 USD INVOICED; 2026-04-01 1000.00 USD INVOICED
            EA-700134 | 2026-04 | 2026-03-01 100.00 USD INVOICED; 2026-04-01 100.00 USD INVOICED; 2026-04-10 1000.00 USD INVOICED
            EA-700136 | 2026-04 | 2026-03-01 100.00 USD INVOICED; 2026-04-01 100.00 USD INVOICED
            EA-700137 | 2026-04 | 2026-03-01 100.00 USD INVOICED; 2026-04-01 100.00 USD INVOICED
            EA-700141 | 2026-04 | 2026-03-04 100.00 USD HELD; 2026-04-04 100.00 USD HELD
            EA-700128 | 2026-04 | 2026-03-01 100.00 USD INVOICED; 2026-04-01 100.00 USD INVOICED; 2026-04-10 1000.00 USD INVOICED
            EA-700131 | 2026-04 | 2026-03-01 0.00 USD INVOICED; 2026-04-01 100.00 USD INVOICED
            EA-700132 | 2026-04 | 2026-03-01 92.00 EUR INVOICED; 2026-04-01 92.00 EUR INVOICED
            """)
    void charges_are_as_the_stories_tell(String customer, String month, String charges) {
        Map<String, String> scopes = rows(month, "plans").stream()
                .collect(Collectors.toMap(plan -> plan.get("plan_id"), plan -> plan.get("scope_id")));
        String found = rows(month, "charges").stream()
                .filter(charge -> customer.equals(scopes.get(charge.get("plan_id"))))
                .map(charge -> charge.get("charge_date") + " " + charge.get("amount") + " " + charge.get("currency")
                        + " " + charge.get("state"))
                .sorted()
                .collect(Collectors.joining("; "));
        assertEquals(charges == null ? "" : charges, found);
    }

    @ParameterizedTest
    @CsvSource({
        "EA-700101, COVERED, EA_PLAN",
        "EA-700102, COVERED, EA_PLAN",
        "EA-700111, COVERED, EA_PLAN",
        "EA-700103, MISSING, EA_NO_PLAN",
        "EA-700105, MISSING, PLAN_LINKED_TO_OTHER_EA",
        "EA-700112, MISSING, EA_NO_PLAN",
        "EA-700114, NOT_APPLICABLE, EA_NOT_STARTED",
        "EA-700109, MISSING, PLAN_ENDED",
        "EA-700118, NOT_APPLICABLE, EA_TRANSFERRED",
        "EA-700120, NOT_APPLICABLE, EA_TERMINATED",
        "EA-700115, COVERED, EA_PLAN",
        "EA-700121, MISSING, EA_NO_PLAN",
        "EA-700124, MISSING, PLAN_ENDED",
        "EA-700129, COVERED, EA_PLAN",
        "EA-700110, MISSING, DEVELOPER_NOT_ALLOWED_ON_EA",
        "EA-700125, COVERED, EA_PLAN",
        "EA-700135, MISSING, EA_NO_PLAN",
        "EA-700136, COVERED, EA_PLAN",
        "EA-700137, NOT_APPLICABLE, EA_TRANSFERRED",
        "EA-700138, MISSING, EA_NO_PLAN",
        "EA-700139, MISSING, EA_NO_PLAN",
        "EA-700140, PENDING, PENDING_ORDER_NOT_ACTIVATED",
        "EA-700141, MISSING, PLAN_HELD",
    })
    void agreements_have_the_verdicts_of_the_stories(String agreement, String verdict, String reason) {
        Map<String, String> row = rows("2026-04", "ea-status").stream()
                .filter(status -> status.get("ea_id").equals(agreement))
                .findFirst()
                .orElseThrow();
        assertEquals(verdict + " " + reason, row.get("verdict") + " " + row.get("reason"));
    }

    @Test
    void a_temporary_support_lasts_thirty_days_and_then_the_plan_comes() {
        List<String> rows = rows("2026-04", "entitlements").stream()
                .filter(row -> row.get("subscription_id").equals("92d7230b-194d-4dc1-a150-1e1993707a17"))
                .map(row -> row.get("valid_from") + ".." + row.get("valid_through") + " " + row.get("reason"))
                .filter(row -> row.compareTo("2026-03-05") >= 0 && row.compareTo("2026-05") < 0)
                .toList();
        assertEquals(
                List.of(
                        "2026-03-05..2026-04-03 TEMPORARY_ORDER",
                        "2026-04-04..2026-04-07 TEMPORARY_EXPIRED",
                        "2026-04-08..2026-04-09 PLAN_NOT_STARTED",
                        "2026-04-10..2027-04-09 EA_PLAN"),
                rows);
    }

    @Test
    void every_invoice_adds_up() {
        for (String month : months.keySet()) {
            Map<String, BigDecimal> sums = new TreeMap<>();
            rows(month, "invoice-lines")
                    .forEach(line -> sums.merge(
                            line.get("invoice_number"), new BigDecimal(line.get("amount")), BigDecimal::add));
            List<Map<String, String>> invoices = rows(month, "invoices");
            assertTrue(invoices.size() > 80);
            for (Map<String, String> invoice : invoices) {
                assertEquals(
                        invoice.get("subtotal"),
                        sums.get(invoice.get("invoice_number")).toPlainString());
            }
        }
    }

    /** A table as maps from column to value. */
    private List<Map<String, String>> rows(String month, String table) {
        List<String> lines = months.get(month).get(table + ".csv").lines().toList();
        List<String> header = cells(lines.get(0));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            Map<String, String> row = new TreeMap<>();
            for (int i = 0; i < header.size(); i++) {
                row.put(header.get(i), cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<String> cells(String line) {
        return Arrays.asList(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1));
    }
}
