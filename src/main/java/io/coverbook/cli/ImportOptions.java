package io.coverbook.cli;

import io.coverbook.azure.AzureForm;
import io.coverbook.batch.ImportOrder;
import io.coverbook.ingest.DayForm;
import io.coverbook.ingest.ExportKind;
import io.coverbook.ingest.ReadOptions;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How files are to be read: what the commands that import have in common. */
final class ImportOptions {

    @Option(
            names = "--exported-at",
            paramLabel = "INSTANT",
            converter = InstantConverter.class,
            description = "the time of export of files whose name has none, such as 2026-03-31T06:00:00Z")
    private @Nullable Instant exportedAt;

    @Option(
            names = "--kind",
            converter = KindConverter.class,
            description = "the kind of the files, against what they look like")
    private @Nullable ExportKind kind;

    @Option(names = "--partial", description = "the files hold only some rows: what is missing is not taken as gone")
    private boolean partial;

    @Option(
            names = "--complete",
            description = "a list of Azure's is all there is of the accounts it shows: what is missing is gone")
    private boolean complete;

    @Option(names = "--encoding", description = "the encoding of the files, when it is neither UTF-8 nor marked")
    private @Nullable Charset encoding;

    @Option(names = "--delimiter", description = "what separates the columns, when it is no comma")
    private @Nullable Character delimiter;

    @Option(
            names = "--format",
            paramLabel = "FORM",
            converter = FormConverter.class,
            description = "what a file of Azure's holds, against what it looks like, such as billing-subscriptions")
    private @Nullable AzureForm form;

    @Option(
            names = "--date-format",
            paramLabel = "FORM",
            converter = DayFormConverter.class,
            description = "how the files write days, when not as 2026-03-31: such as dd/MM/yyyy")
    private @Nullable DayForm dateFormat;

    @Option(
            names = "--decimal",
            paramLabel = "SIGN",
            converter = DecimalConverter.class,
            description = "what stands before the decimals, when it is no point: a comma")
    private @Nullable Character decimal;

    @Option(
            names = "--rejects",
            paramLabel = "DIR",
            description = "where files of rejected rows are written (default: rejects in the data directory)")
    private @Nullable Path rejects;

    @Option(
            names = "--accept-removals",
            paramLabel = "N",
            description = "lets exactly N rows go missing although that is more than the guard allows")
    private @Nullable Long acceptRemovals;

    @Option(
            names = "--tolerate-rejects",
            paramLabel = "N",
            description = "up to N rejected rows do not count as a failure (default 0)")
    private long tolerateRejects;

    static final class InstantConverter implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String value) {
            try {
                return OffsetDateTime.parse(value).toInstant();
            } catch (DateTimeException e) {
                throw new TypeConversionException(
                        "'" + value + "' is no instant; write it with its offset, such as 2026-03-31T06:00:00Z");
            }
        }
    }

    static final class KindConverter implements ITypeConverter<ExportKind> {
        @Override
        public ExportKind convert(String value) {
            return Arrays.stream(ExportKind.values())
                    .filter(kind -> kind.label().equals(value))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + value + "' is no kind of export; give one of "
                            + Arrays.stream(ExportKind.values())
                                    .map(ExportKind::label)
                                    .toList()));
        }
    }

    static final class FormConverter implements ITypeConverter<AzureForm> {
        @Override
        public AzureForm convert(String value) {
            return AzureForm.labelled(value)
                    .orElseThrow(() -> new TypeConversionException("'" + value + "' is no form of Azure's; give one of "
                            + Arrays.stream(AzureForm.values())
                                    .map(AzureForm::label)
                                    .toList()));
        }
    }

    static final class DayFormConverter implements ITypeConverter<DayForm> {
        @Override
        public DayForm convert(String value) {
            return DayForm.of(value)
                    .orElseThrow(() -> new TypeConversionException("'" + value
                            + "' is no way to write days; say where day, month and year stand, such as dd/MM/yyyy"));
        }
    }

    static final class DecimalConverter implements ITypeConverter<Character> {
        @Override
        public Character convert(String value) {
            if (!value.equals(",") && !value.equals(".")) {
                throw new TypeConversionException(
                        "'" + value + "' does not stand before decimals; give a comma or a point");
            }
            return value.charAt(0);
        }
    }

    ImportOrder order(List<Path> paths, boolean check, @Nullable Instant until, Path dataDir) {
        Path folder = rejects == null ? dataDir.resolve("rejects") : rejects;
        ReadOptions options = ReadOptions.standard()
                .withExportedAt(exportedAt)
                .withKind(kind)
                .withPartial(partial)
                .withComplete(complete)
                .withForm(form)
                .withRejects(check ? null : folder)
                .withDates(dateFormat)
                .withDecimalComma(decimal != null && decimal == ',')
                .withEncoding(encoding)
                .withDelimiter(delimiter);
        return new ImportOrder(paths, options, acceptRemovals, check, until);
    }

    boolean tolerates(long rejected) {
        return rejected <= tolerateRejects;
    }
}
