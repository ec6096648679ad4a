package io.coverbook.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.testkit.HistoryStories;
import io.coverbook.testkit.OpenBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Forty difficult customers through fourteen month ends, December 2027 to January 2029: every output table as it is
 * committed, and how each plan and agreement stood at every month end. {@code golden/history/REVIEW.md} derives the
 * tables from the rules, customer by customer. {@code -Dgolden=write} writes inputs and tables anew.
 */
@ExtendWith(OpenBook.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenHistoryIT {

    private static final Path INPUTS = HistoryStories.HOME.resolve("in");
    private static final Path EXPECTED = HistoryStories.HOME.resolve("expected");
    private static final boolean WRITE = "write".equals(System.getProperty("golden"));

    /** Nights on which the day's export was read and reconciled before the month was over. */
    private static final Set<LocalDate> DAILY = Set.of(LocalDate.of(2028, 5, 26), LocalDate.of(2028, 9, 20));

    private static final List<YearMonth> MONTHS = Stream.iterate(YearMonth.of(2027, 12), month -> month.plusMonths(1))
            .limit(14)
            .toList();

    private Map<String, String> tables = Map.of();

    @BeforeAll
    void close_fourteen_months(OpenBook book) throws IOException {
        if (WRITE) {
            write(INPUTS, HistoryStories.files());
        }
        book.empty();
        Path out = book.folder("history");
        List<String> script = new ArrayList<>();
        Deque<LocalDate> exports = new ArrayDeque<>(exports());
        for (YearMonth month : MONTHS) {
            LocalDate close = month.plusMonths(1).atDay(5);
            while (!exports.isEmpty() && !exports.getFirst().isAfter(close)) {
                LocalDate day = exports.removeFirst();
                script.add("import '" + INPUTS.resolve(day.toString()) + "'");
                if (DAILY.contains(day)) {
                    script.add("reconcile --as-of " + day);
                }
            }
            script.add("month-end " + month);
            script.add("export --out '" + out.resolve(month.toString()) + "'");
        }
        Path file = Files.write(out.resolve("script"), script);
        String reference = HistoryStories.HOME.resolve("reference").toString();
        book.run("do", file.toString(), "--policy", "billing.first-month=2027-12", "--reference", reference)
                .expecting(0);
        List<Map<String, String>> months = new ArrayList<>();
        for (YearMonth month : MONTHS) {
            months.add(OpenBook.texts(out.resolve(month.toString())));
        }
        tables = new TreeMap<>(months.get(months.size() - 1));
        tables.remove("SHA256SUMS");
        tables.put("month-by-month.csv", monthByMonth(months));
        if (WRITE) {
            write(EXPECTED, tables);
        }
    }

    /** The days of the exports, in order; a month is closed with those to the 5th of the next. */
    private static List<LocalDate> exports() throws IOException {
        try (Stream<Path> days = Files.list(INPUTS)) {
            return days.map(day -> LocalDate.parse(day.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void the_exports_are_what_the_stories_say() throws IOException {
        Map<String, String> told = HistoryStories.files();
        Map<String, String> present = new TreeMap<>();
        try (Stream<Path> files = Files.walk(INPUTS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                present.put(INPUTS.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        assertEquals(told.keySet(), present.keySet());
        told.forEach((name, text) -> assertTrue(text.equals(present.get(name)), name + " differs from the stories"));
    }

    @Test
    void every_table_is_as_committed() throws IOException {
        Map<String, String> committed = OpenBook.texts(EXPECTED);
        assertEquals(committed.keySet(), tables.keySet());
        assertEquals(16, committed.size());
        committed.forEach((name, text) -> assertEquals(text, tables.get(name), name));
    }

    @Test
    void forty_customers_are_told_and_reviewed() throws IOException {
        List<String> told = headings("stories.txt");
        assertEquals(40, told.size());
        assertEquals(told, headings("REVIEW.md"));
    }

    private static List<String> headings(String file) throws IOException {
        return Files.readAllLines(HistoryStories.HOME.resolve(file)).stream()
                .filter(line -> line.matches("## \\d\\d .*"))
                .toList();
    }

    /** The status of each plan and the verdict on each agreement at every month end, a line each. */
    private static String monthByMonth(List<Map<String, String>> months) {
        Map<String, List<String>> lines = new TreeMap<>();
        for (int month = 0; month < months.size(); month++) {
            for (String[] row : List.of(column("plans.csv", "status"), column("ea-status.csv", "verdict"))) {
                List<String> text = months.get(month).get(row[0]).lines().toList();
                int at = Arrays.asList(text.get(0).split(",")).indexOf(row[1]);
                for (String line : text.subList(1, text.size())) {
                    String[] cells = line.split(",", -1);
                    List<String> told = lines.computeIfAbsent(cells[0], id -> new ArrayList<>());
                    while (told.size() < month) {
                        told.add("");
                    }
                    told.add(cells[at]);
                }
            }
        }
        String head = MONTHS.stream().map(YearMonth::toString).collect(Collectors.joining(",", "id,", "\n"));
        return lines.entrySet().stream()
                .map(line -> line.getKey() + "," + String.join(",", line.getValue()) + "\n")
                .collect(Collectors.joining("", head, ""));
    }

    private static String[] column(String table, String column) {
        return new String[] {table, column};
    }

    private static void write(Path folder, Map<String, String> files) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (Path file : old.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
