package io.coverbook.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coverbook.testkit.OpenBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
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
        for (String name : committed.keySet()) {
            assertEquals(committed.get(name), tables.get(name), month + "/" + name);
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
