package io.coverbook.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The index of bad and odd files: every case stands in it, and the test it names speaks of the case by its number. */
class CorpusIndexTest {

    private static final Path INDEX = Path.of("src/docs/import-errors.md");
    private static final Pattern ROW = Pattern.compile("\\| ([CO]\\d+) \\|.*\\|([^|]*)\\|");
    private static final Pattern NAMED = Pattern.compile("`(\\w+)`");
    private static final Pattern CASE = Pattern.compile("\\b(C\\d{3})(?!\\d)");

    /** The corpus has 157 cases with gaps between their numbers; the last is C196. */
    private static final int CASES = 157;

    private static final int ODDITIES = 36;

    private static Map<String, String> rows() throws IOException {
        Map<String, String> rows = new HashMap<>();
        for (String line : Files.readAllLines(INDEX)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.put(row.group(1), row.group(2));
            }
        }
        return rows;
    }

    @Test
    void every_case_stands_in_it() throws IOException {
        Set<String> ids = rows().keySet();
        assertEquals(
                IntStream.rangeClosed(1, ODDITIES)
                        .mapToObj(i -> "O" + i)
                        .sorted()
                        .toList(),
                ids.stream().filter(id -> id.startsWith("O")).sorted().toList());
        assertEquals(CASES, ids.stream().filter(id -> id.startsWith("C")).count());
    }

    @Test
    void every_case_has_its_test() throws IOException {
        Map<String, String> tests = tests();
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, String> row : rows().entrySet()) {
            Matcher named = NAMED.matcher(row.getValue());
            boolean any = false;
            while (named.find()) {
                any = true;
                Pattern id = Pattern.compile("\\b" + row.getKey() + "(?!\\d)");
                if (!id.matcher(tests.getOrDefault(named.group(1), "")).find()) {
                    wrong.add(row.getKey() + " is not in " + named.group(1));
                }
            }
            if (!any) {
                wrong.add(row.getKey() + ": nothing proves it");
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void whatever_case_the_tests_of_imports_name_is_in_it() throws IOException {
        Set<String> known = rows().keySet();
        Set<String> unknown = new TreeSet<>();
        for (String test : List.of("CorpusCase", "CorpusTest", "CorpusIT", "JsonCorpusTest", "ArchiveTest")) {
            Matcher named = CASE.matcher(tests().getOrDefault(test, "").replace('_', ' '));
            while (named.find()) {
                if (!known.contains(named.group(1))) {
                    unknown.add(named.group(1));
                }
            }
        }
        assertEquals(Set.of(), unknown);
    }

    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new HashMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
                try {
                    tests.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return tests;
    }
}
