package io.coverbook.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.testkit.OpenBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The table of worked examples in sample-data/README.md: it is complete, and what it tells to call can be called. */
@ExtendWith(OpenBook.Shared.class)
class SampleTableIT {

    private static final Path README = Path.of("sample-data/README.md");
    private static final Pattern COMMAND = Pattern.compile("`([a-z][^`]+)`");

    /** What a row says is to be seen. */
    private static final Pattern SEEN = Pattern.compile("`([^`]+)`");

    private static List<String[]> rows() throws IOException {
        return Files.readAllLines(README).stream()
                .filter(line -> line.matches("\\| E\\d\\d \\|.*"))
                .map(line -> line.substring(2, line.length() - 2).split(" \\| "))
                .toList();
    }

    @Test
    void every_example_has_a_row() throws IOException {
        Set<String> told = rows().stream().map(row -> row[0]).collect(Collectors.toCollection(TreeSet::new));
        Set<String> all = IntStream.rangeClosed(1, 76)
                .mapToObj("E%02d"::formatted)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(all, told);
    }

    @Test
    void every_command_of_the_table_can_be_called(OpenBook book) throws IOException {
        book.empty();
        Path out = book.folder("sample-table");
        List<String> script = new ArrayList<>(List.of(
                "month-end 2026-03 --exports sample-data",
                "month-end 2026-04 --exports sample-data",
                "reconcile --as-of 2026-05-07"));
        for (String[] row : rows()) {
            assertEquals(5, row.length, row[0]);
            List<String> commands = COMMAND.matcher(row[4])
                    .results()
                    .map(found -> found.group(1).replace("--out tables", "--out '" + out + "'"))
                    .toList();
            assertTrue(!commands.isEmpty(), row[0]);
            script.addAll(commands);
        }
        Path file = Files.write(out.resolve("script"), script);
        book.run("do", file.toString()).expecting(0);
    }

    @Test
    void requests_are_answered_as_the_table_says(OpenBook book) throws IOException {
        book.empty();
        book.run("month-end", "2026-03", "--exports", "sample-data").expecting(0);
        int answered = 0;
        for (String[] row : rows()) {
            List<String> asks = COMMAND.matcher(row[4])
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            if (asks.stream().allMatch(command -> command.startsWith("ask "))) {
                Path file = Files.write(book.folder("asks").resolve("script"), asks);
                String said = book.run("do", file.toString()).expecting(0).said();
                SEEN.matcher(row[3])
                        .results()
                        .forEach(
                                seen -> assertTrue(said.contains(seen.group(1)), () -> seen.group(1) + " in\n" + said));
                answered++;
            }
        }
        assertEquals(12, answered);
    }

    /** E20, E23 and E43 with the prices, taxes and countries of their section. */
    @Test
    void other_reference_data_give_other_prices_taxes_and_upgrades(OpenBook book) throws Exception {
        book.empty();
        for (String month : List.of("2026-03", "2026-04")) {
            book.run("month-end", month, "--exports", "sample-data", "--reference", "jobs/sample-reference")
                    .expecting(0);
        }
        String april = book.run("charges", "--period", "2026-04", "--account", "BA-100157", "--csv")
                        .said()
                + book.run("charges", "--period", "2026-04", "--account", "BA-100158", "--csv")
                        .said()
                + book.run("charges", "--period", "2026-04", "--account", "BA-100159", "--csv")
                        .said();
        assertEquals(List.of("100.00", "110.00", "110.00"), amounts(april));
        String tax = book.run("invoices", "--account", "BA-100103", "--period", "2026-03", "--csv")
                .said();
        assertTrue(tax.contains("870.87,174.17,1045.04"), tax);
        String upgrade = book.run("charges", "--account", "EA-700134", "--csv").said();
        assertTrue(upgrade.contains("HELD") && upgrade.contains("UPGRADE_NOT_AVAILABLE_IN_REGION"), upgrade);
    }

    private static List<String> amounts(String charges) {
        return Pattern.compile(",(\\d+\\.\\d\\d),USD,")
                .matcher(charges)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
