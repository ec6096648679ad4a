package io.coverbook.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportFolderTest {

    private static final byte[] SUBSCRIPTIONS = CorpusCase.subs(CorpusCase.good(1));
    private static final byte[] ACCOUNTS =
            CorpusCase.text("billing_account_id,agreement_type,country,currency\nBA-1,MCA,SE,SEK\n");
    private static final byte[] AGREEMENTS = CorpusCase.text(
            "ea_id,billing_account_id,status,start_date,end_date\nEA-1,BA-1,ACTIVE,2026-01-01,2026-12-31\n");

    @TempDir
    Path folder;

    private Path put(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    private static FoundFiles find(Path... paths) {
        return ExportFolder.find(Arrays.asList(paths), ReadOptions.standard());
    }

    private static List<String> names(FoundFiles found) {
        return found.files().stream().map(ExportFile::name).toList();
    }

    private static String refusal(FoundFiles found) {
        assertEquals(1, found.refused().size(), found::toString);
        return found.refused().get(0).code() + " " + found.refused().get(0).name();
    }

    @Test
    void files_come_in_order_of_time_then_of_kind_then_of_name() throws IOException {
        put("a/subscriptions-2026-04-02.csv", SUBSCRIPTIONS);
        put("b/subscriptions-2026-04-01.csv", SUBSCRIPTIONS);
        put("c/deep/enterprise-agreements-2026-04-02.csv", AGREEMENTS);
        put("billing-accounts-20260402T000000Z.csv.gz", CorpusCase.gzip(ACCOUNTS));
        put("billing-accounts-2026-04-02.csv", ACCOUNTS);
        assertEquals(
                List.of(
                        "subscriptions-2026-04-01.csv",
                        "billing-accounts-2026-04-02.csv",
                        "billing-accounts-20260402T000000Z.csv.gz",
                        "enterprise-agreements-2026-04-02.csv",
                        "subscriptions-2026-04-02.csv"),
                names(find(folder)));
    }

    @Test
    void a_file_named_twice_is_found_once() throws IOException {
        Path file = put("subscriptions-2026-04-01.csv", SUBSCRIPTIONS);
        assertEquals(1, find(folder, file, folder).files().size());
    }

    /** C071, C072: bytes tell, not names. */
    @Test
    void a_file_is_known_by_its_bytes() throws IOException {
        put("subscriptions-2026-04-01.csv", SUBSCRIPTIONS);
        put("subscriptions-2026-04-02.csv", SUBSCRIPTIONS);
        List<ExportFile> files = find(folder).files();
        assertEquals(files.get(0).sha256(), files.get(1).sha256());
        assertEquals(64, files.get(0).sha256().length());
        assertEquals(SUBSCRIPTIONS.length, files.get(0).size());
    }

    @Test
    void the_time_comes_from_the_name_or_the_option_or_the_file() throws IOException {
        Path named = put("subscriptions-2026-04-01.csv", SUBSCRIPTIONS);
        Path bare = put("export.csv", SUBSCRIPTIONS);
        Instant modified = Instant.parse("2026-03-01T10:00:00.123456Z");
        Instant told = Instant.parse("2026-05-05T05:05:05Z");
        Files.setLastModifiedTime(bare, FileTime.from(modified));
        ReadOptions telling = ReadOptions.standard().withExportedAt(told);
        assertEquals(TimeSource.MODIFIED, find(bare).files().get(0).timeSource());
        assertEquals(modified, find(bare).files().get(0).exportedAt());
        ExportFile byOption = ExportFolder.find(List.of(bare), telling).files().get(0);
        assertEquals(told, byOption.exportedAt());
        assertEquals(TimeSource.OPTION, byOption.timeSource());
        ExportFile byName = ExportFolder.find(List.of(named), telling).files().get(0);
        assertEquals(Instant.parse("2026-04-01T00:00:00Z"), byName.exportedAt());
        assertEquals(TimeSource.NAME, byName.timeSource());
    }

    @Test
    void a_partial_file_says_so() throws IOException {
        Path file = put("subscriptions-2026-04-01.csv", SUBSCRIPTIONS);
        ReadOptions some = ReadOptions.standard().withPartial(true);
        assertTrue(ExportFolder.find(List.of(file), some).files().get(0).partial());
    }

    /** C165, C166. */
    @Test
    void what_is_no_export_is_passed_over_and_listed() throws IOException {
        for (String name :
                List.of(".hidden.csv", "a.tmp", "b.csv.part", "~$c.xlsx", "notes.txt", "x.csv~", ".git/x.csv")) {
            put(name, SUBSCRIPTIONS);
        }
        put("subscriptions-2026-04-01.csv.manifest.json", CorpusCase.text("{}"));
        FoundFiles found = find(folder);
        assertEquals(8, found.ignored().size(), found::toString);
        assertEquals(List.of(), found.files());
        assertEquals(List.of(), found.refused());
    }

    @Test
    void an_unfinished_file_named_by_a_person_is_refused() throws IOException {
        assertEquals("F02_NOT_READY a.csv.part", refusal(find(put("a.csv.part", SUBSCRIPTIONS))));
    }

    /** C171. */
    @Test
    void a_link_leads_nowhere_else() throws IOException {
        Path inside = put("drop/subscriptions-2026-04-01.csv", SUBSCRIPTIONS);
        Path outside = put("subscriptions-2026-04-02.csv", SUBSCRIPTIONS);
        Path drop = folder.resolve("drop");
        Files.createSymbolicLink(drop.resolve("again.csv"), inside);
        FoundFiles good = find(drop);
        assertEquals(List.of("subscriptions-2026-04-01.csv"), names(good));
        assertEquals(List.of("again.csv: a link to another file of the folder"), good.ignored());
        Path link = Files.createSymbolicLink(drop.resolve("out.csv"), outside);
        assertEquals("F16_UNSAFE_PATH out.csv", refusal(find(drop)));
        Files.delete(link);
        Files.createSymbolicLink(drop.resolve("broken.csv"), folder.resolve("nothing"));
        assertEquals("F16_UNSAFE_PATH broken.csv", refusal(find(drop)));
        Files.delete(drop.resolve("broken.csv"));
        Files.createSymbolicLink(drop.resolve("loop.csv"), drop.resolve("loop.csv"));
        assertEquals("F16_UNSAFE_PATH loop.csv", refusal(find(drop)));
    }

    /** C173: a pipe would block whoever opens it. */
    @Test
    void a_pipe_is_not_opened() throws IOException, InterruptedException {
        Path pipe = folder.resolve("subscriptions-2026-04-01.csv");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        FoundFiles found = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> find(folder));
        assertEquals("F16_UNSAFE_PATH subscriptions-2026-04-01.csv", refusal(found));
    }

    /** C175. */
    @Test
    void a_file_that_is_not_there_is_told() {
        assertEquals("F26_IO gone.csv", refusal(find(folder.resolve("gone.csv"))));
    }

    /** C186. */
    @Test
    void a_huge_file_is_not_even_opened() throws IOException {
        Path huge = folder.resolve("subscriptions-2026-04-01.csv");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(5L << 30);
        }
        assertEquals("F14_TOO_LARGE subscriptions-2026-04-01.csv", refusal(find(huge)));
    }

    @Test
    void a_plain_file_named_gz_is_refused() throws IOException {
        assertEquals("F23_ARCHIVE subscriptions.csv.gz", refusal(find(put("subscriptions.csv.gz", SUBSCRIPTIONS))));
    }
}
