package io.coverbook.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The index of rules is true in both directions: what it names is there, and what the code names is in it. */
class RulesIndexTest {

    private static final Path INDEX = Path.of("src/docs/rules.md");
    private static final Pattern ROW = Pattern.compile("\\| ([RXIP]\\d+) \\|.*");
    private static final Pattern NAMED = Pattern.compile("`(\\w+)`");
    private static final Pattern CODE = Pattern.compile("\\b([RXIP]\\d{1,2})\\b");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);

    private static final List<String> PURE =
            List.of("money", "calendar", "plan", "renewal", "billing", "entitlement", "request", "reconcile");

    private record Row(String rule, String by, String proof) {}

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(INDEX)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                String[] cell = line.split("\\|", -1);
                rows.add(new Row(row.group(1), cell[cell.length - 3].strip(), cell[cell.length - 2].strip()));
            }
        }
        return rows;
    }

    @Test
    void every_rule_stands_in_it_once_and_in_order() throws IOException {
        List<String> expected = new ArrayList<>();
        for (String group : List.of("R80", "X25", "I16", "P55")) {
            for (int i = 1; i <= Integer.parseInt(group.substring(1)); i++) {
                expected.add(group.substring(0, 1) + i);
            }
        }
        assertEquals(expected, rows().stream().map(Row::rule).toList());
    }

    @Test
    void whatever_decides_and_proves_a_rule_is_there() throws IOException {
        Map<String, String> main = sources("src/main/java");
        Map<String, String> tests = sources("src/test/java");
        List<String> wrong = new ArrayList<>();
        int proven = 0;
        for (Row row : rows()) {
            if (row.by().equals("text")) {
                continue;
            }
            Matcher by = NAMED.matcher(row.by());
            while (by.find()) {
                if (!main.containsKey(by.group(1))) {
                    wrong.add(row.rule() + ": no class " + by.group(1));
                }
            }
            Matcher proof = NAMED.matcher(row.proof());
            if (!proof.find()) {
                wrong.add(row.rule() + ": nothing proves it");
                continue;
            }
            String told = row.proof().substring(proof.end()).strip();
            if (!tests.getOrDefault(proof.group(1), "").contains(told)) {
                wrong.add(row.rule() + ": no " + told + " in " + proof.group(1));
            }
            proven++;
        }
        assertEquals(List.of(), wrong);
        assertTrue(proven > 150, proven + " rules are proven");
    }

    @Test
    void whatever_rule_the_code_names_is_in_it() throws IOException {
        Set<String> known = new TreeSet<>();
        rows().forEach(row -> known.add(row.rule()));
        Set<String> unknown = new TreeSet<>();
        int named = 0;
        for (String room : PURE) {
            for (String source : sources("src/main/java/io/coverbook/" + room).values()) {
                Matcher comment = COMMENT.matcher(source);
                while (comment.find()) {
                    Matcher code = CODE.matcher(comment.group());
                    while (code.find()) {
                        named++;
                        if (!known.contains(code.group(1))) {
                            unknown.add(code.group(1));
                        }
                    }
                }
            }
        }
        assertEquals(Set.of(), unknown);
        assertTrue(named > 150, named + " rules are named");
    }

    private static Map<String, String> sources(String folder) throws IOException {
        Map<String, String> sources = new HashMap<>();
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
                try {
                    String name = file.getFileName().toString().replace(".java", "");
                    sources.merge(name, Files.readString(file), String::concat);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return sources;
    }
}
