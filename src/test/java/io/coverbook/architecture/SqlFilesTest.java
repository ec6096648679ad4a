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
    private static final int WIDTH = 120;

    private static final Pattern FILE_NAME = Pattern.compile("[a-z][a-z0-9_]*(?:-[a-z][a-z0-9]*)+\\.sql");

    /** A name as it stands in Java: whole, or its first or its last part. */
    private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9_-]+)\"");

    /** A call that loads a statement by its whole name. */
    private static final Pattern LOADED =
            Pattern.compile("(?:\\bsql\\s*\\.(?:update|order|call|list|first|number)\\(|\\bSql\\.text\\("
                    + "|\\bstream\\(connection,|\\bnew (?:CopyIn|ScopeStream)\\(\\s*[\\w.()]+,)"
                    + "\\s*\"([a-z0-9_-]+)\"\\s*[,)]");

    /** What a statement is about when it is not a table: the whole output, the invariants, the session itself. */
    private static final Pattern NO_TABLE =
            Pattern.compile("(?:export|control|schema|session|decision|population)-.*|run-(?:un)?lock\\.sql");

    private static final Pattern COMMENT = Pattern.compile("--[^\n]*|/\\*[\\s\\S]*?\\*/");
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
        put(root, STORE + "/ChargeStore.java", """
                        void charge(String table) {
                            sql.update("charge-insert", Map.of());
                            sql.update("charge-void", Map.of());
                            sql.update(table + "-delete", Map.of());
                            sql.first("export-" + table, Map.of());
                            // sql.update("term-count");
                        }
                        List<String> tables = List.of("term", "flags");
                        """);
        put(root, SHELF + "/term-delete.sql", "-- Gone.\ndelete from term\n");
        put(root, SHELF + "/term-void.sql", "-- A last part that no literal has.\ndelete from term\n");
        put(root, SHELF + "/term-count.sql", "-- Named in a comment only.\nselect count(*) from term\n");
        put(root, SHELF + "/export-flags.sql", "-- Parts.\nselect 1\n" + "-".repeat(121));
        put(root, SHELF + "/export-notes.sql", "-- A first part alone.\nselect 1\n");
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
                        "export-flags.sql: a line is longer than 120",
                        "export-notes.sql: no class of the store room names it",
                        "flag-count.sql: does not mention a table that its name begins with",
                        "flag-count.sql: more than one statement",
                        "flag-count.sql: no class of the store room names it",
                        "term-count.sql: no class of the store room names it",
                        "term-void.sql: no class of the store room names it",
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
        Set<String> literals = new TreeSet<>();
        for (Path java : filesUnder(root.resolve(STORE), ".java")) {
            String source = JavaText.codeAndStrings(Files.readString(java));
            LITERAL.matcher(source).results().forEach(match -> literals.add(match.group(1)));
            LOADED.matcher(source)
                    .results()
                    .map(match -> match.group(1) + ".sql")
                    .distinct()
                    .filter(sql -> !shelf.contains(sql))
                    .forEach(sql -> missing.add(java.getFileName() + " names " + sql + ", and there is no such file"));
        }
        shelf.stream().filter(sql -> named(sql, literals)).forEach(named::add);
        if (Files.isDirectory(root.resolve(STORE)) && files.isEmpty()) {
            found.add("the store room has no SQL files in " + SHELF);
        }
        for (Path file : files) {
            found.addAll(faults(file.getFileName().toString(), Files.readString(file), named));
        }
        found.addAll(missing);
        return found;
    }

    /** Whole in a literal, or one literal set before another: {@code table + "-delete"}, {@code "control-" + code}. */
    private static boolean named(String file, Set<String> literals) {
        String name = file.substring(0, file.length() - ".sql".length());
        if (literals.contains(name)) {
            return true;
        }
        for (int i = 1; i < name.length(); i++) {
            if (literals.contains(name.substring(0, i)) && literals.contains(name.substring(i))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> faults(String name, String sql, Set<String> named) {
        List<String> found = new ArrayList<>();
        if (!sql.startsWith("-- ")) {
            found.add(name + ": the first line is not a comment that says what the statement does");
        }
        String statement = COMMENT_OR_STRING.matcher(sql).replaceAll("''").strip();
        if (!FILE_NAME.matcher(name).matches()) {
            found.add(name + ": the name is not <table>-<verb>.sql");
        } else if (!NO_TABLE.matcher(name).matches()
                && !mentionsItsTable(name, COMMENT.matcher(sql).replaceAll(""))) {
            found.add(name + ": does not mention a table that its name begins with");
        }
        int end = statement.indexOf(';');
        if (end >= 0 && end < statement.length() - 1) {
            found.add(name + ": more than one statement");
        }
        if (sql.lines().anyMatch(line -> line.length() > WIDTH)) {
            found.add(name + ": a line is longer than " + WIDTH);
        }
        if (!named.contains(name)) {
            found.add(name + ": no class of the store room names it");
        }
        return found;
    }

    /** {@code account-stage-copy.sql} is about {@code account_stage}, {@code account} or {@code account_fact}. */
    private static boolean mentionsItsTable(String name, String statement) {
        String table = "";
        List<String> words = List.of(name.replace(".sql", "").split("-"));
        for (String word : words.subList(0, words.size() - 1)) {
            table = table.isEmpty() ? word : table + "_" + word;
            if (Pattern.compile("\\b" + table).matcher(statement).find()) {
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
