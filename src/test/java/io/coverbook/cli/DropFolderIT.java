package io.coverbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.testkit.OpenBook;
import io.coverbook.testkit.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The drop folder: what is complete is claimed, imported and put away with its result; all else is left (C163, C165, C172, C173). */
@ExtendWith(OpenBook.Shared.class)
class DropFolderIT {

    private static final FileTime OLD = FileTime.from(Instant.parse("2026-06-01T00:00:00Z"));
    private static final String SUBS = "subscription_id,billing_account_id,state\n";

    private OpenBook book;
    private Path drop;
    private Path inbox;

    @BeforeEach
    void an_empty_drop_folder(OpenBook open) throws IOException {
        book = open.empty();
        drop = open.folder("drop");
        inbox = Files.createDirectories(drop.resolve("inbox"));
    }

    private Path put(String name, String content) throws IOException {
        Path file = Files.writeString(inbox.resolve(name), content);
        return Files.setLastModifiedTime(file, OLD);
    }

    private String take(int code) {
        return book.run("import", "--drop", drop.toString()).expecting(code).said();
    }

    private List<String> names(String folder) throws IOException {
        Path path = drop.resolve(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void good_files_are_done_and_bad_ones_have_failed_with_their_results() throws IOException, SQLException {
        put("subscriptions-2026-04-01.csv", SUBS + "S-1,BA-1,ACTIVE\nS-2,BA-1,NOWHERE\n");
        put("subscriptions-2026-04-02.csv", SUBS + "S-1,\"BA-1\n");
        put("notes.docx", "no export");
        String said = take(3);
        assertTrue(said.contains("F13_QUOTING"), said);
        assertEquals(List.of(), names("inbox"));
        assertEquals(List.of(), names("processing"));
        assertEquals(
                List.of(
                        "subscriptions-2026-04-01.csv",
                        "subscriptions-2026-04-01.csv.result.json",
                        "subscriptions-2026-04-01.rejected.csv",
                        "subscriptions-2026-04-01.rejected.xlsx"),
                names("done/2026-06"));
        assertEquals(
                List.of(
                        "notes.docx",
                        "notes.docx.result.json",
                        "subscriptions-2026-04-02.csv",
                        "subscriptions-2026-04-02.csv.result.json"),
                names("failed"));
        assertTrue(Files.readString(drop.resolve("failed/subscriptions-2026-04-02.csv.result.json"))
                .contains("F13_QUOTING"));
        assertEquals(List.of("S-1"), book.ask("select subscription_id from subscription_fact"));
        // The same name again is kept beside the first.
        put("subscriptions-2026-04-01.csv", SUBS + "S-1,BA-1,ACTIVE\nS-2,BA-1,NOWHERE\n");
        take(0);
        assertTrue(names("done/2026-06").contains("subscriptions-2026-04-01 (2).csv"), names("done/2026-06")::toString);
    }

    @Test
    void what_is_not_complete_or_not_safe_stays_where_it_is() throws IOException, SQLException {
        Path young = put("subscriptions-2026-04-01.csv", SUBS + "S-1,BA-1,ACTIVE\n");
        Files.setLastModifiedTime(young, FileTime.from(Instant.parse("2026-06-15T11:59:55Z")));
        put("subscriptions-2026-04-02.csv.part", SUBS);
        put(".hidden.csv", SUBS);
        Path outside = Files.writeString(book.folder("outside").resolve("secret.csv"), SUBS + "S-9,BA-1,ACTIVE\n");
        Files.createSymbolicLink(inbox.resolve("subscriptions-2026-04-03.csv"), outside);
        Files.createLink(inbox.resolve("subscriptions-2026-04-04.csv"), outside);
        Files.createDirectory(inbox.resolve("subscriptions-2026-04-05.csv"));
        String said = take(0);
        assertTrue(said.contains("Nothing to import"), said);
        assertEquals(6, said.split("F02_NOT_READY|F16_UNSAFE_PATH", -1).length - 1, said);
        assertEquals(6, names("inbox").size());
        assertEquals(List.of("0"), book.ask("select count(*) from subscription_fact"));
        Files.setLastModifiedTime(young, OLD);
        take(0);
        assertEquals(List.of("S-1"), book.ask("select subscription_id from subscription_fact"));
    }

    @Test
    void what_a_killed_program_had_claimed_is_taken_up() throws IOException, SQLException {
        Files.createDirectories(drop.resolve("processing"));
        Files.writeString(drop.resolve("processing/subscriptions-2026-04-01.csv"), SUBS + "S-1,BA-1,ACTIVE\n");
        take(0);
        assertEquals(List.of("S-1"), book.ask("select subscription_id from subscription_fact"));
        assertEquals(List.of(), names("processing"));
    }

    @Test
    void a_folder_that_cannot_be_used_is_tried_again_later() throws IOException {
        Path file = Files.writeString(drop.resolve("plain"), "");
        String said =
                book.run("import", "--drop", file.toString()).expecting(75).said();
        assertTrue(said.contains("try again"), said);
        assertFalse(Files.isDirectory(file));
    }

    /** C187: at most 500 at a time, the oldest exports first whatever they are called. */
    @Test
    void many_files_are_taken_in_rounds_from_the_oldest_on() throws IOException, SQLException {
        for (int i = 0; i < 5_000; i++) {
            put("notes-" + i + ".txt", "no export");
        }
        Path old = put("zz.csv", SUBS + "S-1,BA-1,ACTIVE\n");
        Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2025-04-01T00:00:00Z")));
        put("subscriptions-2025-04-02.csv", SUBS + "S-1,BA-1,DISABLED\n");
        String said = take(0);
        assertTrue(said.contains("4502 files are for the next round"), said);
        assertTrue(said.lines().count() < 40, said);
        assertEquals(4_502, names("inbox").size());
        assertEquals(List.of("DISABLED"), book.ask("select state from subscription_fact"));
        assertEquals(List.of("2"), book.ask("select count(*) from import_file where outcome = 'ACCEPTED'"));
    }

    /** A manifest stays with its file, through the inbox and out of it. */
    @Test
    void a_manifest_goes_with_its_file() throws IOException, SQLException {
        put("subscriptions-2026-04-01.csv.manifest.json", "{\"rows\": 1}");
        assertTrue(take(0).contains("a manifest whose file is not here yet"));
        assertEquals(List.of("subscriptions-2026-04-01.csv.manifest.json"), names("inbox"));
        put("subscriptions-2026-04-01.csv", SUBS + "S-1,BA-1,ACTIVE\n");
        take(0);
        put("subscriptions-2026-04-02.csv", SUBS + "S-1,BA-1,ACTIVE\nS-2,BA-1,ACTIVE\n");
        put("subscriptions-2026-04-02.csv.manifest.json", "{\"rows\": 1}");
        take(3);
        assertEquals(List.of("S-1"), book.ask("select subscription_id from subscription_fact"));
        for (String[] where : new String[][] {{"done/2026-06", "01"}, {"failed", "02"}}) {
            String name = "subscriptions-2026-04-" + where[1] + ".csv";
            assertEquals(List.of(name, name + ".manifest.json", name + ".result.json"), names(where[0]));
        }
    }

    /** C188: no room for the result; what was claimed waits, and the same command finishes it when there is. */
    @Test
    void a_full_disk_is_tried_again_later() throws IOException, SQLException {
        String rows = "S-0,BA-1,NOWHERE\n".repeat(20);
        put("subscriptions-2026-04-01.csv", SUBS + rows + "S-1,BA-1,ACTIVE\n");
        List<String> full = new ArrayList<>(List.of("sh", "-c", "ulimit -f 1; exec \"$@\"", "sh"));
        full.addAll(book.program(List.of("-XX:-UsePerfData"), "import", "--drop", drop.toString())
                .command());
        Processes.Ended ended = Processes.toItsEnd(new ProcessBuilder(full), Duration.ofMinutes(3));
        assertEquals(75, ended.exitCode(), ended::output);
        assertEquals(List.of("subscriptions-2026-04-01.csv"), names("processing"));
        assertEquals(List.of(), names("inbox"));
        take(0);
        assertEquals(List.of(), names("processing"));
        assertTrue(names("done/2026-06").contains("subscriptions-2026-04-01.csv"));
        assertEquals(List.of("S-1"), book.ask("select subscription_id from subscription_fact"));
    }
}
