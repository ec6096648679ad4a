package io.coverbook.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class ArchiveTest {

    @TempDir
    Path dir;

    private record Entry(String name, byte kind, int mode, String content) {

        static Entry file(String name, int mode, String content) {
            return new Entry(name, TarConstants.LF_NORMAL, mode, content);
        }

        static Entry link(String name, String target) {
            return new Entry(name, TarConstants.LF_SYMLINK, 0777, target);
        }
    }

    @Test
    void files_modes_and_links_arrive() throws IOException {
        Path home = archive(
                        new Entry("bin/", TarConstants.LF_DIR, 0755, ""),
                        Entry.file("bin/postgres", 04777, "program"),
                        Entry.file("lib/a.so.1", 0600, "library"),
                        Entry.link("lib/a.so", "a.so.1"),
                        Entry.link("lib/up", "../bin/postgres"))
                .unpackedInOneOf(List.of(dir.resolve("cache")));
        assertEquals("program", Files.readString(home.resolve("lib/up")));
        assertEquals(Path.of("a.so.1"), Files.readSymbolicLink(home.resolve("lib/a.so")));
        assertEquals("rwxr-xr-x", mode(home.resolve("bin/postgres")));
        assertEquals("rw-r--r--", mode(home.resolve("lib/a.so.1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../out", "bin/../../out", "/out"})
    void no_file_lands_outside(String name) throws IOException {
        Archive archive = archive(Entry.file(name, 0644, "x"));
        ServerException refused =
                assertThrows(ServerException.class, () -> archive.unpackedInOneOf(List.of(dir.resolve("cache/inner"))));
        assertTrue(refused.getMessage().contains("leads out of the folder"), refused::getMessage);
        assertFalse(Files.exists(dir.resolve("cache/out")));
        assertFalse(Files.exists(Path.of("/out")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "/etc/passwd"})
    void no_link_points_outside(String target) throws IOException {
        Archive archive = archive(Entry.link("lib/evil", target));
        assertThrows(ServerException.class, () -> archive.unpackedInOneOf(List.of(dir.resolve("cache"))));
    }

    @Test
    void what_is_no_file_is_refused() throws IOException {
        Archive archive = archive(new Entry("pipe", TarConstants.LF_FIFO, 0644, ""));
        assertThrows(ServerException.class, () -> archive.unpackedInOneOf(List.of(dir.resolve("cache"))));
    }

    @Test
    void a_half_unpacked_folder_is_done_again_and_a_whole_one_is_kept() throws IOException {
        Archive archive = archive(Entry.file("bin/postgres", 0755, "program"));
        Path cache = dir.resolve("cache");
        Path home = archive.unpackedInOneOf(List.of(cache));
        Path half = home.resolveSibling(home.getFileName() + ".new");
        Files.move(home, half);
        Files.writeString(half.resolve("bin/postgres"), "half");
        assertEquals(home, archive.unpackedInOneOf(List.of(cache)));
        assertEquals("program", Files.readString(home.resolve("bin/postgres")));
        assertFalse(Files.exists(half));

        Files.writeString(home.resolve("kept"), "");
        assertTrue(Files.exists(archive.unpackedInOneOf(List.of(cache)).resolve("kept")));
    }

    @Test
    void another_content_gets_another_folder() throws IOException {
        List<Path> cache = List.of(dir.resolve("cache"));
        Path one = archive(Entry.file("bin/postgres", 0755, "1")).unpackedInOneOf(cache);
        Path two = archive(Entry.file("bin/postgres", 0755, "2")).unpackedInOneOf(cache);
        assertFalse(one.equals(two), () -> one + " serves two archives");
    }

    @Test
    void the_next_place_is_taken_if_the_first_cannot_be_written_to() throws IOException {
        Path occupied = Files.writeString(dir.resolve("occupied"), "a file, not a folder");
        Path second = dir.resolve("second");
        Archive archive = archive(Entry.file("bin/postgres", 0755, "program"));
        assertEquals(second, archive.unpackedInOneOf(List.of(occupied, second)).getParent());
        ServerException refused = assertThrows(ServerException.class, () -> archive.unpackedInOneOf(List.of(occupied)));
        assertTrue(refused.getMessage().contains(occupied.toString()), refused::getMessage);
        assertTrue(refused.getMessage().contains("COVERBOOK_CACHE_DIR"), refused::getMessage);
    }

    @Test
    void two_who_unpack_at_once_get_the_same_whole_folder() throws Exception {
        Archive archive = archive(Entry.file("bin/postgres", 0755, "program"));
        CountDownLatch both = new CountDownLatch(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Path>> homes = List.of(
                    threads.submit(() -> unpackTogether(archive, both)),
                    threads.submit(() -> unpackTogether(archive, both)));
            assertEquals(homes.get(0).get(), homes.get(1).get());
            assertEquals("program", Files.readString(homes.get(0).get().resolve("bin/postgres")));
        } finally {
            threads.shutdownNow();
        }
    }

    private Path unpackTogether(Archive archive, CountDownLatch both) throws InterruptedException {
        both.countDown();
        both.await();
        return archive.unpackedInOneOf(List.of(dir.resolve("cache")));
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux-x86_64",
        "Linux, aarch64, linux-arm_64",
        "Mac OS X, x86_64, darwin-x86_64",
        "Mac OS X, aarch64, darwin-arm_64",
        "Windows 11, amd64, windows-11-x86_64"
    })
    void platforms_have_the_names_of_the_makers(String os, String arch, String platform) {
        assertEquals(platform, Archive.platform(os, arch));
    }

    private Archive archive(Entry... entries) throws IOException {
        Path file = Files.createTempFile(dir, "packed", ".txz");
        try (OutputStream out = Files.newOutputStream(file);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(new XZOutputStream(out, new LZMA2Options(0)))) {
            for (Entry entry : entries) {
                TarArchiveEntry header = new TarArchiveEntry(entry.name(), entry.kind(), true);
                header.setMode(entry.mode());
                byte[] content = new byte[0];
                if (entry.kind() == TarConstants.LF_SYMLINK) {
                    header.setLinkName(entry.content());
                } else {
                    content = entry.content().getBytes(StandardCharsets.UTF_8);
                    header.setSize(content.length);
                }
                tar.putArchiveEntry(header);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        return new Archive(file.toUri().toURL(), "linux-x86_64");
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
