package io.coverbook.ingest;

import io.coverbook.azure.AzureEntry;
import io.coverbook.azure.AzureFormException;
import io.coverbook.azure.EntryReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Cost Management writes beside an export that it cut into parts: their names and sizes (O32). The parts are looked
 * for in the folder of the manifest and nowhere else, whatever path it gives them (C170).
 *
 * @param parts in the order of the manifest
 * @param count how many there are by its own words; null when it does not say
 * @param bytes how many bytes they have together by its own words; null when it does not say
 */
record PartsManifest(
        List<Part> parts, @Nullable Long count, @Nullable Long bytes) {

    /** @param file where it should lie; null when the name leads out of the folder */
    record Part(String name, @Nullable Path file, @Nullable Long bytes) {}

    private static final int NAME_LIMIT = 2_000;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern OUTSIDE = Pattern.compile("(?s)/.*|[A-Za-z]:.*|.*\\\\.*|(?:.*/)?\\.{1,2}(?:/.*)?|.*/");
    private static final Pattern LINK = Pattern.compile("(?s)https://[^/]*/([^?#]*)(?:[?#].*)?");

    static PartsManifest read(Path manifest) throws IOException {
        try (InputStream in = Files.newInputStream(manifest, LinkOption.NOFOLLOW_LINKS);
                EntryReader reader = EntryReader.ofManifest(in)) {
            return of(manifest, Objects.requireNonNull(reader.next(), "found as a manifest, and no longer is"));
        } catch (AzureFormException e) {
            throw JsonText.refused(e);
        }
    }

    private static PartsManifest of(Path manifest, AzureEntry entry) {
        boolean wrapped = first(entry, "manifest.blobs.0.bloblink", "manifest.blobs.0.blobname") != null;
        String list = wrapped ? "manifest.blobs." : "blobs.";
        List<Part> parts = new ArrayList<>();
        for (int i = 0; ; i++) {
            String told = first(entry, list + i + ".blobname", list + i + ".bloblink");
            if (told == null) {
                break;
            }
            Long bytes = number(entry.value(list + i + ".bytecount"));
            parts.add(new Part(Printable.cut(told), file(manifest, told), bytes));
        }
        return new PartsManifest(
                List.copyOf(parts),
                number(first(entry, "manifest.blobcount", "blobcount")),
                number(first(entry, "manifest.bytecount", "bytecount")));
    }

    private static @Nullable String first(AzureEntry entry, String one, String other) {
        String value = entry.value(one);
        return value == null || value.isEmpty() ? entry.value(other) : value;
    }

    private static @Nullable Long number(@Nullable String text) {
        return text != null && NUMBER.matcher(text).matches() ? Long.valueOf(text) : null;
    }

    /** Beside the manifest, by the last word of the name; what was fetched by a link often got an ending. */
    private static @Nullable Path file(Path manifest, String told) {
        String name = LINK.matcher(told).replaceFirst("$1");
        if (told.length() > NAME_LIMIT
                || told.indexOf('\0') >= 0
                || OUTSIDE.matcher(name).matches()) {
            return null;
        }
        String last = name.substring(name.lastIndexOf('/') + 1);
        for (String ending : List.of("", ".csv", ".csv.gz")) {
            Path file = manifest.resolveSibling(last + ending);
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return file;
            }
        }
        return manifest.resolveSibling(last);
    }

    /** Every part is there, as large as it should be. */
    void check() throws IOException {
        for (Part part : parts) {
            if (part.file() == null) {
                throw new FileRefusedException(
                        FileCode.F16_UNSAFE_PATH,
                        0,
                        "the manifest names '" + part.name()
                                + "', a path out of its folder; fetch the manifest again, or import the parts without it");
            }
        }
        if (parts.isEmpty() || (count != null && count != parts.size())) {
            throw totals("the manifest lists " + parts.size() + " parts"
                    + (count == null ? "" : ", but says there are " + count)
                    + "; fetch it again");
        }
        long all = 0;
        for (Part part : parts) {
            all += size(part, Objects.requireNonNull(part.file()));
        }
        if (bytes != null && bytes != all) {
            throw totals(
                    "its parts have " + all + " bytes together, but the manifest says " + bytes + "; fetch them again");
        }
    }

    private static long size(Part part, Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileRefusedException(
                    FileCode.F02_NOT_READY,
                    0,
                    "the manifest names '" + part.name() + "', which does not lie beside it; fetch all parts into the"
                            + " folder of the manifest, or import the parts without it");
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileRefusedException(
                    FileCode.F16_UNSAFE_PATH,
                    0,
                    "the manifest names '" + part.name() + "', which is no plain file; put the file itself there");
        }
        long size = Files.size(file);
        if (part.bytes() != null && part.bytes() != size) {
            throw totals("the part '" + part.name() + "' has " + size + " bytes, but the manifest says " + part.bytes()
                    + "; fetch it again");
        }
        return size;
    }

    private static FileRefusedException totals(String message) {
        return new FileRefusedException(FileCode.F05_TOTALS, 0, message);
    }
}
