package io.coverbook.ingest;

import io.coverbook.azure.AzureForm;
import io.coverbook.azure.PlanNames;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person may say about the files to be read; {@link #standard} says nothing.
 *
 * @param exportedAt the time of the export for files without one in their name
 * @param kind the kind of the files, instead of the one their header tells
 * @param partial the files hold only some rows of their kind
 * @param complete a list of Azure's holds everything of the accounts it shows, against what it looks like
 * @param encoding of the text, instead of UTF-8 or what a byte order mark tells
 * @param delimiter between columns, instead of a comma or what a first line {@code sep=;} tells
 * @param form what Azure's own files hold, instead of what their content tells
 * @param names which plan a name of Azure's stands for
 * @param dates how days are written, instead of ISO 8601
 * @param decimalComma amounts have a comma instead of a point
 * @param rejects the folder for files of rejected rows, empty to write none
 * @param maxRejects the share of rows, from 0 to 1, above which a file with more than 100 rejected rows is refused whole
 * @param maxBytes the size above which a file, as it lies there or unpacked, is refused
 */
public record ReadOptions(
        @Nullable Instant exportedAt,
        @Nullable ExportKind kind,
        boolean partial,
        boolean complete,
        @Nullable Charset encoding,
        @Nullable Character delimiter,
        @Nullable AzureForm form,
        PlanNames names,
        @Nullable DayForm dates,
        boolean decimalComma,
        @Nullable Path rejects,
        BigDecimal maxRejects,
        long maxBytes) {

    private static final ReadOptions STANDARD = new ReadOptions(
            null,
            null,
            false,
            false,
            null,
            null,
            null,
            PlanNames.NONE,
            null,
            false,
            null,
            new BigDecimal("0.01"),
            4L << 30);

    public ReadOptions {
        if (delimiter != null && (Character.isLetterOrDigit(delimiter) || "\"\r\n_-.:".indexOf(delimiter) >= 0)) {
            throw new IllegalArgumentException(
                    "'" + delimiter + "' occurs inside cells and cannot separate columns; give one of , ; | or a tab");
        }
        if (maxRejects.signum() < 0 || maxRejects.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(
                    "import.max-rejects is a share from 0 to 1, not " + maxRejects.toPlainString());
        }
        if (maxBytes < 1) {
            throw new IllegalArgumentException("the largest size of a file is at least 1 byte, not " + maxBytes);
        }
    }

    /** What was said of how files are to be read, as words; empty when nothing was. Two ways of reading differ here. */
    public String told() {
        StringBuilder words = new StringBuilder();
        words.append(kind == null ? "" : "kind " + kind.label() + " ");
        words.append(form == null ? "" : "format " + form.label() + " ");
        words.append(partial ? "partial " : "").append(complete ? "complete " : "");
        words.append(encoding == null ? "" : "encoding " + encoding.name() + " ");
        words.append(delimiter == null ? "" : "delimiter " + delimiter + " ");
        words.append(dates == null ? "" : "dates " + dates + " ").append(decimalComma ? "decimal ," : "");
        return words.toString().strip();
    }

    public static ReadOptions standard() {
        return STANDARD;
    }

    public ReadOptions withExportedAt(@Nullable Instant time) {
        return new ReadOptions(
                time,
                kind,
                partial,
                complete,
                encoding,
                delimiter,
                form,
                names,
                dates,
                decimalComma,
                rejects,
                maxRejects,
                maxBytes);
    }

    public ReadOptions withKind(@Nullable ExportKind forced) {
        return new ReadOptions(
                exportedAt,
                forced,
                partial,
                complete,
                encoding,
                delimiter,
                form,
                names,
                dates,
                decimalComma,
                rejects,
                maxRejects,
                maxBytes);
    }

    public ReadOptions withPartial(boolean some) {
        return new ReadOptions(
                exportedAt,
                kind,
                some,
                complete,
                encoding,
                delimiter,
                form,
                names,
                dates,
                decimalComma,
                rejects,
                maxRejects,
                maxBytes);
    }

    public ReadOptions withComplete(boolean all) {
        return new ReadOptions(
                exportedAt,
                kind,
                partial,
                all,
                encoding,
                delimiter,
                form,
                names,
                dates,
                decimalComma,
                rejects,
                maxRejects,
                maxBytes);
    }

    public ReadOptions withEncoding(@Nullable Charset charset) {
        return new ReadOptions(
                exportedAt,
                kind,
                partial,
                complete,
                charset,
                delimiter,
                form,
                names,
                dates,
                decimalComma,
                rejects,
                maxRejects,
                maxBytes);
    }

    public ReadOptions withDelimiter(@Nullable Character between) {
        return new ReadOptions(
                exportedAt,
                kind,
                partial,
                complete,
                encoding,
                between,
                form,
                names,
                dates,
                decimalComma,
                rejects,
                maxRejects,
                maxBytes);
    }

    public ReadOptions withForm(@Nullable AzureForm told) {
        return new ReadOptions(
                exportedAt,
                kind,
                partial,
                complete,
                encoding,
                delimiter,
                told,
                names,
                dates,
                decimalComma,
                rejects,
                maxRejects,
                maxBytes);
    }

    public ReadOptions withNames(PlanNames known) {
        return new ReadOptions(
                exportedAt,
                kind,
                partial,
                complete,
                encoding,
                delimiter,
                form,
                known,
                dates,
                decimalComma,
                rejects,
                maxRejects,
                maxBytes);
    }

    public ReadOptions withDates(@Nullable DayForm written) {
        return new ReadOptions(
                exportedAt,
                kind,
                partial,
                complete,
                encoding,
                delimiter,
                form,
                names,
                written,
                decimalComma,
                rejects,
                maxRejects,
                maxBytes);
    }

    public ReadOptions withDecimalComma(boolean comma) {
        return new ReadOptions(
                exportedAt,
                kind,
                partial,
                complete,
                encoding,
                delimiter,
                form,
                names,
                dates,
                comma,
                rejects,
                maxRejects,
                maxBytes);
    }

    public ReadOptions withRejects(@Nullable Path folder) {
        return new ReadOptions(
                exportedAt,
                kind,
                partial,
                complete,
                encoding,
                delimiter,
                form,
                names,
                dates,
                decimalComma,
                folder,
                maxRejects,
                maxBytes);
    }

    public ReadOptions withMaxRejects(BigDecimal share) {
        return new ReadOptions(
                exportedAt,
                kind,
                partial,
                complete,
                encoding,
                delimiter,
                form,
                names,
                dates,
                decimalComma,
                rejects,
                share,
                maxBytes);
    }

    public ReadOptions withMaxBytes(long bytes) {
        return new ReadOptions(
                exportedAt,
                kind,
                partial,
                complete,
                encoding,
                delimiter,
                form,
                names,
                dates,
                decimalComma,
                rejects,
                maxRejects,
                bytes);
    }
}
