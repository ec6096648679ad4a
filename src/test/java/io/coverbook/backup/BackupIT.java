package io.coverbook.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.fault.FaultPoint;
import io.coverbook.testkit.OpenBook;
import io.coverbook.testkit.OpenBook.Told;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A database that was backed up and restored goes on as if nothing had happened; what is not whole or not empty is refused. */
@ExtendWith(OpenBook.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupIT {

    private static final String MARCH = "2026-03";
    private static final String APRIL = "2026-04";
    private static final String AUDIT = "tables/audit.copy";
    private static final String HEAD = "tables/audit_head.copy";

    private OpenBook book;
    private Path folder;
    private Path backup;
    private Map<String, String> march;
    private Map<String, String> april;

    @BeforeAll
    void two_months_and_a_backup_between_them(OpenBook shared) {
        book = shared.empty();
        folder = book.folder("backup");
        backup = folder.resolve("march.zip");
        close(MARCH);
        march = book.tables();
        says(0, book.run("backup", backup.toString()), "rows of", "written to " + backup);
        close(APRIL);
        april = book.tables();
    }

    private void close(String month) {
        book.run("month-end", month, "--exports", "sample-data").expecting(0);
    }

    private static void says(int code, Told told, String... parts) {
        told.expecting(code);
        for (String part : parts) {
            assertTrue(told.said().contains(part), () -> "no '" + part + "' in\n" + told.said());
        }
    }

    @Test
    void a_restored_database_is_the_same_and_goes_on_the_same() throws IOException {
        book.bare();
        says(0, book.run("restore", backup.toString()), "rows of", "restored as they were");
        assertEquals(march, book.tables());
        Path again = folder.resolve("again.zip");
        book.run("backup", again.toString()).expecting(0);
        assertEquals(rows(backup), without(rows(again)));
        close(APRIL);
        assertEquals(april, book.tables());
    }

    /** What a killed program left is in the backup too, and the next command mends it there as it would have here. */
    @Test
    void a_backup_in_the_middle_of_a_run_is_as_good_as_any() throws SQLException {
        book.bare().run("restore", backup.toString()).expecting(0);
        FaultPoint.plant(200);
        try {
            book.run("month-end", APRIL, "--exports", "sample-data").expecting(1);
        } finally {
            FaultPoint.plant(0);
        }
        assertEquals(List.of("RUNNING"), book.ask("select state from run order by run_id desc limit 1"));
        Path middle = folder.resolve("middle.zip");
        book.run("backup", middle.toString()).expecting(0);
        book.bare().run("restore", middle.toString()).expecting(0);
        close(APRIL);
        assertEquals(april, book.tables());
    }

    @Test
    void promises_hold_and_numbers_go_on_after_a_restore() throws SQLException {
        book.bare().run("restore", backup.toString()).expecting(0);
        assertEquals(
                List.of(),
                book.ask("select tgname from pg_trigger where not tgisinternal and tgenabled <> 'O' order by 1"));
        assertEquals(List.of("true"), book.ask("select (nextval('run_run_id_seq') > max(run_id))::text from run"));
        // The program still may only what it may.
        assertEquals(
                List.of("false|true"),
                book.ask("select has_table_privilege('coverbook_app', 'charge', 'delete')::text,"
                        + " has_table_privilege('coverbook_app', 'charge', 'update')::text"));
    }

    @Test
    void a_restore_that_is_interrupted_leaves_nothing_and_can_be_repeated() throws SQLException {
        book.bare();
        FaultPoint.plant(40);
        try {
            book.run("restore", backup.toString()).expecting(1);
        } finally {
            FaultPoint.plant(0);
        }
        assertEquals(List.of("0|0"), book.ask("select (select count(*) from run), (select count(*) from audit)"));
        book.run("restore", backup.toString()).expecting(0);
        assertEquals(march, book.tables());
    }

    @Test
    void a_database_that_was_used_is_refused_and_stays_as_it_was() {
        book.bare().run("restore", backup.toString()).expecting(0);
        says(2, book.run("restore", backup.toString()), "the database is not empty");
        assertEquals(march, book.tables());
    }

    @Test
    void a_file_is_never_overwritten_and_is_its_owners_alone() throws IOException {
        byte[] before = Files.readAllBytes(backup);
        says(2, book.run("backup", backup.toString()), "is there already");
        assertEquals(-1, java.util.Arrays.mismatch(before, Files.readAllBytes(backup)));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)));
        assertFalse(Files.exists(folder.resolve("march.zip.part")));
    }

    @Test
    void a_file_that_is_not_whole_is_found_before_anything_is_written() throws IOException {
        byte[] good = Files.readAllBytes(backup);
        byte[] cut = java.util.Arrays.copyOf(good, good.length - 100);
        byte[] flipped = good.clone();
        flipped[good.length / 2] ^= 1;
        Path bad = folder.resolve("bad.zip");
        book.bare();
        for (byte[] content : List.of(cut, flipped, new byte[0])) {
            Files.write(bad, content);
            book.run("restore", bad.toString()).expecting(4);
            book.run("restore", "--check", bad.toString()).expecting(4);
        }
        rewritten(bad, json -> json, "tables/charge.copy");
        says(4, book.run("restore", bad.toString()), "table charge is missing");
        book.run("restore", backup.toString()).expecting(0);
        assertEquals(march, book.tables());
    }

    @Test
    void a_backup_of_a_newer_program_or_of_something_else_is_refused() throws IOException {
        Path other = folder.resolve("other.zip");
        book.bare();
        rewritten(other, json -> json.replaceFirst("\"schema\" : \"\\d+\"", "\"schema\" : \"9999\""), "");
        says(2, book.run("restore", other.toString()), "schema 9999", "use one at least as new");
        rewritten(other, json -> json.replace("coverbook-backup", "another"), "");
        says(2, book.run("restore", other.toString()), "no backup of Coverbook");
        rewritten(other, json -> json, Manifest.NAME);
        says(2, book.run("restore", other.toString()), "no backup of Coverbook");
        rewritten(other, json -> json.replace("\"formatVersion\" : 1", "\"formatVersion\" : 2"), "");
        says(2, book.run("restore", other.toString()), "has form 2");
        says(2, book.run("restore", folder.resolve("none.zip").toString()), "there is no file");
        says(0, book.run("restore", "--check", backup.toString()), "is whole");
    }

    /** A copy of the backup with its manifest changed, and without one entry. */
    private void rewritten(Path to, UnaryOperator<String> manifest, String without) throws IOException {
        try (ZipFile from = new ZipFile(backup.toFile());
                OutputStream file = Files.newOutputStream(to);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (ZipEntry entry : from.stream().toList()) {
                if (!entry.getName().equals(without)) {
                    byte[] content = bytes(from, entry);
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    zip.write(
                            entry.getName().equals(Manifest.NAME)
                                    ? manifest.apply(new String(content, StandardCharsets.UTF_8))
                                            .getBytes(StandardCharsets.UTF_8)
                                    : content);
                }
            }
        }
    }

    /** That somebody restored is the one thing that is new: the last entry of the audit, and its head. */
    private Map<String, String> without(Map<String, String> rows) throws IOException {
        Map<String, String> all = new TreeMap<>(rows);
        List<String> added = new ArrayList<>(rows.get(AUDIT).lines().toList());
        added.removeAll(rows(backup).get(AUDIT).lines().toList());
        assertEquals(1, added.size(), added::toString);
        assertTrue(added.get(0).contains("\ttester\trestore\t"), added::toString);
        all.put(AUDIT, rows(backup).get(AUDIT));
        all.put(HEAD, rows(backup).get(HEAD));
        return all;
    }

    /** The rows of each table in an order that does not depend on where they lie. */
    private static Map<String, String> rows(Path archive) throws IOException {
        Map<String, String> rows = new TreeMap<>();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (!entry.getName().equals(Manifest.NAME)) {
                    rows.put(
                            entry.getName(),
                            new String(bytes(zip, entry), StandardCharsets.UTF_8)
                                    .lines()
                                    .sorted()
                                    .collect(Collectors.joining("\n")));
                }
            }
        }
        assertTrue(rows.size() > 40, () -> "only " + rows.keySet());
        return rows;
    }

    private static byte[] bytes(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }
}
