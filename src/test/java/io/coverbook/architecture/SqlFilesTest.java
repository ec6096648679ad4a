package io.coverbook.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds the shelf of SQL: one statement a file, a comment first, named after the table and the verb, and each file
 * named by the store room. Whether a statement is right for the schema is asked of a real database elsewhere.
 */
class SqlFilesTest {

    private static final String SHELF = "src/main/resources/io/coverbook/store";
    private static final String STORE = "src/main/java/io/coverbook/store";
    private static final Pattern FILE_NAME = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)+\\.sql");
    private static final Pattern FILE_IN_JAVA = Pattern.compile("[\"/]([\\w-]+\\.sql)\"");
    private static final Pattern COMMENT_OR_STRING = Pattern.compile("--[^\n]*|/\\*[\\s\\S]*?\\*/|'(?:[^']|'')*'");

    @Test
    void the_shelf_is_in_order() throws IOException {
        assertEquals(List.of(), faults(Path.of("")));
    }

    @Test
    void a_shelf_is_not_needed_before_the_store_room_is_built(@TempDir Path root) throws IOException {
        Files.createDirectories(root.resolve("src/main/java/io/coverbook/plan"));
        assertEquals(List.of(), faults(root));
        Files.createDirectories(root.resolve(STORE));
        assertEquals(List.of("the store room has no SQL files in " + SHELF), faults(root));
    }

    @Test
    void every_fault_is_named(@TempDir Path root) throws IOException {
        put(root, STORE + "/ChargeStore.java", "String a = \"charge-insert.sql\", b = \"charge-void.sql\";");
        put(root, SHELF + "/charge-insert.sql", "-- One row; :plan_id.\ninsert into charge values (';');\n");
        put(root, SHELF + "/charge-merge.sql", "merge into charge using x on true");
        put(root, SHELF + "/flag-count.sql", "-- Counts.\nselect 1 from charge; select 2");
        put(root, SHELF + "/Charges.sql", "-- All.\nselect 1");
        assertEquals(
                List.of(
                        "Charges.sql: the name is not <table>-<verb>.sql",
                        "Charges.sql: no class of the store room names it",
                        "charge-merge.sql: the first line is not a comment that says what the statement does",
                        "charge-merge.sql: no class of the store room names it",
                        "flag-count.sql: does not mention a table that its name begins with",
                        "flag-count.sql: more than one statement",
                        "flag-count.sql: no class of the store room names it",
                        "ChargeStore.java names charge-void.sql, and there is no such file"),
                faults(root));
    }

    /** Every fault of the SQL under {@code root}, the folder that holds {@code src}. */
    static List<String> faults(Path root) throws IOException {
        List<String> found = new ArrayList<>();
        Set<String> shelf = new TreeSet<>();
        Set<String> named = new TreeSet<>();
        List<String> missing = new ArrayList<>();
        List<Path> files = filesUnder(root.resolve(SHELF), ".sql");
        files.forEach(file -> shelf.add(file.getFileName().toString()));
        for (Path java : filesUnder(root.resolve(STORE), ".java")) {
            FILE_IN_JAVA
                    .matcher(JavaText.codeAndStrings(Files.readString(java)))
                    .results()
                    .map(match -> match.group(1))
                    .distinct()
                    .forEach(sql -> {
                        named.add(sql);
                        if (!shelf.contains(sql)) {
                            missing.add(java.getFileName() + " names " + sql + ", and there is no such file");
                        }
                    });
        }
        if (Files.isDirectory(root.resolve(STORE)) && files.isEmpty()) {
            found.add("the store room has no SQL files in " + SHELF);
        }
        for (Path file : files) {
            found.addAll(faults(file.getFileName().toString(), Files.readString(file), named));
        }
        found.addAll(missing);
        return found;
    }

    private static List<String> faults(String name, String sql, Set<String> named) {
        List<String> found = new ArrayList<>();
        if (!sql.startsWith("-- ")) {
            found.add(name + ": the first line is not a comment that says what the statement does");
        }
        String statement = COMMENT_OR_STRING.matcher(sql).replaceAll("''").strip();
        if (!FILE_NAME.matcher(name).matches()) {
            found.add(name + ": the name is not <table>-<verb>.sql");
        } else if (!mentionsItsTable(name, statement)) {
            found.add(name + ": does not mention a table that its name begins with");
        }
        int end = statement.indexOf(';');
        if (end >= 0 && end < statement.length() - 1) {
            found.add(name + ": more than one statement");
        }
        if (!named.contains(name)) {
            found.add(name + ": no class of the store room names it");
        }
        return found;
    }

    /** {@code account-stage-copy.sql} is about {@code account_stage} or {@code account}. */
    private static boolean mentionsItsTable(String name, String statement) {
        String table = "";
        List<String> words = List.of(name.replace(".sql", "").split("-"));
        for (String word : words.subList(0, words.size() - 1)) {
            table = table.isEmpty() ? word : table + "_" + word;
            if (Pattern.compile("\\b" + table + "\\b").matcher(statement).find()) {
                return true;
            }
        }
        return false;
    }

    private static List<Path> filesUnder(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static void put(Path root, String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
