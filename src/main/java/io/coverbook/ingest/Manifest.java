package io.coverbook.ingest;

import io.coverbook.azure.AzureEntry;
import io.coverbook.azure.AzureFormException;
import io.coverbook.azure.EntryReader;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the maker of an export says it holds, in {@code NAME.manifest.json} beside it: {@code {"rows": 812, "sha256":
 * "...", "sums": {"promo_price": 104.50}, "schemaVersion": 1}}, each part of which may be missing (DECISIONS L6).
 *
 * @param rows how many rows there are below the header, or entries in a list
 * @param sums the totals of columns, by the contract's names
 */
public record Manifest(@Nullable Long rows, @Nullable String sha256, Map<String, BigDecimal> sums) {

    private static final String ENDING = ".manifest.json";
    private static final String KNOWN_VERSION = "1";
    private static final String SUMS = "sums.";

    /** The one that lies beside the file; null when none does. */
    static @Nullable Manifest beside(Path file) throws IOException {
        Path path = file.resolveSibling(file.getFileName() + ENDING);
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        try (InputStream in = Files.newInputStream(path);
                EntryReader reader = new EntryReader(in)) {
            AzureEntry entry = reader.next();
            return entry == null ? null : of(entry);
        } catch (AzureFormException e) {
            throw unusable(String.valueOf(e.getMessage()));
        }
    }

    private static Manifest of(AzureEntry entry) throws FileRefusedException {
        String version = entry.value("schemaversion");
        if (version != null && !version.equals(KNOWN_VERSION)) {
            throw new FileRefusedException(
                    FileCode.F27_SCHEMA_VERSION,
                    0,
                    "the manifest is of schemaVersion " + Printable.cut(version) + ", known is " + KNOWN_VERSION
                            + "; use the version of the program that knows it");
        }
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (String name : entry.names()) {
            if (name.startsWith(SUMS)) {
                sums.put(name.substring(SUMS.length()), number(entry.value(name)));
            }
        }
        String rows = entry.value("rows");
        return new Manifest(rows == null ? null : number(rows).longValue(), entry.value("sha256"), sums);
    }

    private static BigDecimal number(@Nullable String text) throws FileRefusedException {
        if (text == null || !text.matches("-?[0-9]{1,20}(?:\\.[0-9]{1,20})?")) {
            throw unusable("'" + Printable.cut(String.valueOf(text)) + "' is no plain number");
        }
        return new BigDecimal(text);
    }

    private static FileRefusedException unusable(String why) {
        return new FileRefusedException(
                FileCode.F05_TOTALS,
                0,
                "its manifest cannot be read: " + why + "; correct the manifest, or leave it out");
    }

    /** The bytes are those the maker wrote. */
    void check(String actual) throws FileRefusedException {
        if (sha256 != null && !sha256.equalsIgnoreCase(actual)) {
            throw new FileRefusedException(
                    FileCode.F04_CHECKSUM,
                    0,
                    "its SHA-256 is " + actual + ", but the manifest says " + Printable.cut(sha256)
                            + "; fetch the file again");
        }
    }

    /** The rows and totals are those the maker counted. */
    void check(long read, Map<String, BigDecimal> totals) throws FileRefusedException {
        if (rows != null && rows != read) {
            throw new FileRefusedException(
                    FileCode.F05_TOTALS,
                    0,
                    "the file has " + read + " rows, but its manifest says " + rows
                            + "; fetch the file again, it is not all there");
        }
        for (Map.Entry<String, BigDecimal> sum : sums.entrySet()) {
            BigDecimal total = totals.getOrDefault(KindContract.form(sum.getKey()), BigDecimal.ZERO);
            if (total.compareTo(sum.getValue()) != 0) {
                throw new FileRefusedException(
                        FileCode.F05_TOTALS,
                        0,
                        sum.getKey() + " adds up to " + total.toPlainString() + ", but the manifest says "
                                + sum.getValue().toPlainString() + "; fetch the file again");
            }
        }
    }
}
