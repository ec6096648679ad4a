package io.coverbook.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** ZIP archives are refused unopened, whatever they hold: nothing of them is unpacked, and no name in them is a path. */
class ArchiveTest {

    private static final byte[] GOOD = CorpusCase.subs(CorpusCase.good(1));

    @TempDir
    Path folder;

    enum Archive {
        C181(() -> zip("subscriptions-2026-04-01.csv"), "F23_ARCHIVE@0"),
        C182_TWO(() -> zip("subscriptions-2026-04-01.csv", "billing-accounts-2026-04-01.csv"), "F23_ARCHIVE@0"),
        C182_NESTED(() -> nested(), "F23_ARCHIVE@0"),
        C182_ENCRYPTED(() -> with(zip("subscriptions-2026-04-01.csv"), 6, 1), "F23_ARCHIVE@0"),
        C182_EMPTY(() -> zip(), "F23_ARCHIVE@0"),
        C182_OVERLAPPING(() -> doubled(), "F23_ARCHIVE@0"),
        C183_SLIP(() -> zip("../../x.csv"), "F23_ARCHIVE@0"),
        C183_ABSOLUTE(() -> zip("/tmp/x.csv"), "F23_ARCHIVE@0"),
        C183_DRIVE(() -> zip("C:\\x.csv"), "F23_ARCHIVE@0"),
        NO_ZIP(() -> GOOD, "F20_EXPORT_TIME@0");

        private final Supplier<byte[]> content;
        private final String expected;

        Archive(Supplier<byte[]> content, String expected) {
            this.content = content;
            this.expected = expected;
        }

        private static byte[] zip(String... names) {
            return packed(GOOD, names);
        }

        private static byte[] nested() {
            return packed(zip("subscriptions-2026-04-01.csv"), "inner.zip");
        }

        private static byte[] packed(byte[] content, String... names) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(packed)) {
                for (String name : names) {
                    zip.putNextEntry(new ZipEntry(name));
                    zip.write(content);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return packed.toByteArray();
        }

        /** The flag of encryption in the head of the first entry. */
        private static byte[] with(byte[] zip, int at, int value) {
            byte[] changed = zip.clone();
            changed[at] |= (byte) value;
            return changed;
        }

        /** The list at the end names the only entry of a second archive behind the first, and so both lie over each other. */
        private static byte[] doubled() {
            byte[] one = zip("subscriptions-2026-04-01.csv");
            byte[] both = new byte[2 * one.length];
            System.arraycopy(one, 0, both, 0, one.length);
            System.arraycopy(one, 0, both, one.length, one.length);
            return both;
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_archive_is_not_opened(Archive archive) throws IOException {
        assertEquals(
                archive.expected,
                Outcome.of(folder, "subscriptions-2026-04-01.zip", archive.content.get())
                        .toString());
        try (Stream<Path> left = Files.walk(folder)) {
            assertEquals(
                    List.of("subscriptions-2026-04-01.zip"),
                    left.filter(Files::isRegularFile)
                            .map(file -> folder.relativize(file).toString())
                            .toList());
        }
    }
}
