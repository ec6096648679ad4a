package io.coverbook.ingest;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads an export row by row into typed rows and rejects (X24), in little memory however large the file is.
 *
 * <p>One use, one file. Rows are handed on while the file is read; that the file is whole is known only at its end, so
 * nothing counts before {@link #read} has returned.
 */
public final class ExportReader {

    private static final int REJECTS_TOLERATED = 100;

    private final ExportFile file;
    private final ReadOptions options;
    private final RowOutlet outlet;

    private ExportReader(ExportFile file, ReadOptions options, ExportSink sink) {
        this.file = file;
        this.options = options;
        this.outlet = new RowOutlet(sink);
    }

    /** Reads the whole file into the sink, with nothing stored to complete rows from. */
    public static ReadTotals read(ExportFile file, ReadOptions options, ExportSink sink) throws FileRefusedException {
        return read(file, options, StoredFacts.NONE, sink);
    }

    /**
     * Reads the whole file into the sink.
     *
     * @throws FileRefusedException when the file as a whole cannot be trusted; what the sink took must be thrown away
     */
    public static ReadTotals read(ExportFile file, ReadOptions options, StoredFacts stored, ExportSink sink)
            throws FileRefusedException {
        ExportReader reader = new ExportReader(file, options, sink);
        try {
            return file.origin() == null ? reader.readOwn() : reader.readAzure(stored);
        } catch (FileRefusedException e) {
            throw e;
        } catch (IOException e) {
            throw ExportFolder.unreadable(e);
        }
    }

    private ReadTotals readOwn() throws IOException {
        try (ExportText text = new ExportText(file.path(), options)) {
            Header header = text.header();
            header.kind(file.kind(), null);
            RowReader rows = RowReader.of(file.kind(), header);
            header.warn(KindContract.of(file.kind()), text.warnings());
            Cells cells = new Cells(text.warnings(), options);
            Totals totals = new Totals(file.manifest(), header);
            for (String[] row = text.nextRow(); row != null; row = text.nextRow()) {
                totals.add(row);
                if (header.repeatedBy(row)) {
                    throw new FileRefusedException(
                            FileCode.F10_HEADER_DUPLICATE,
                            text.line(),
                            "the header stands here once more, so this looks like several files joined; import them"
                                    + " one by one");
                }
                take(rows, cells, row, text);
            }
            String sha256 = text.finish();
            totals.check();
            return totals(sha256, text.warnings().warnings(), !header.ofRejects());
        }
    }

    /** What the manifest speaks of, counted while the file is read. */
    private static final class Totals {
        private final @Nullable Manifest manifest;
        private final Map<String, Column> columns = new TreeMap<>();
        private final Map<String, BigDecimal> sums = new TreeMap<>();
        private long rows;

        private Totals(@Nullable Manifest manifest, Header header) {
            this.manifest = manifest;
            if (manifest != null) {
                manifest.sums().keySet().forEach(name -> columns.put(KindContract.form(name), header.column(name)));
            }
        }

        private void add(String[] row) {
            rows++;
            columns.forEach((form, column) -> {
                boolean there = column.at() >= 0 && column.at() < row.length;
                if (there && row[column.at()].matches("-?[0-9]{1,20}(?:\\.[0-9]{1,20})?")) {
                    sums.merge(form, new BigDecimal(row[column.at()]), BigDecimal::add);
                }
            });
        }

        private void check() throws FileRefusedException {
            if (manifest != null) {
                manifest.check(rows, sums);
            }
        }
    }

    private void take(RowReader rows, Cells cells, String[] row, ExportText text) {
        cells.nextRow(row, text.line());
        if (row.length == text.header().width()) {
            outlet.take(rows.row(cells), cells, text.record());
            return;
        }
        cells.faults().at("", row.length + " cells");
        cells.faults()
                .add(
                        RejectCode.R01_COLUMN_COUNT,
                        "the row has " + row.length + " cells, the header has "
                                + text.header().width()
                                + "; a cell with the delimiter in it needs quotes around it");
        outlet.reject(cells.faults().reject(text.line(), text.record()));
    }

    private ReadTotals readAzure(StoredFacts stored) throws IOException {
        AzureReading reading = new AzureReading(file, options, stored, outlet);
        String sha256 = reading.read();
        Manifest manifest = file.manifest();
        if (manifest != null) {
            manifest.check(reading.entries(), Map.of());
        }
        return totals(sha256, reading.warnings(), reading.whole());
    }

    private ReadTotals totals(String sha256, List<FileWarning> warnings, boolean whole) throws FileRefusedException {
        if (!sha256.equals(file.sha256())) {
            throw new FileRefusedException(
                    FileCode.F02_NOT_READY,
                    0,
                    "the file was changed while it was read; wait until it is complete and import it again");
        }
        Path rejects = rejects();
        refuseTooManyRejects(rejects);
        warnings.forEach(outlet::warning);
        long read = outlet.good() + outlet.rejected();
        return new ReadTotals(read, outlet.good(), outlet.rejected(), warnings.size(), outlet.causes(), whole, rejects);
    }

    /** The rejected rows as a file of their own; without the disk's leave the import goes on, for they are stored too. */
    private @Nullable Path rejects() {
        if (options.rejects() == null || outlet.rejected() == 0) {
            return null;
        }
        try {
            return RejectFile.write(file, options, outlet.kept());
        } catch (IOException e) {
            outlet.warning(new FileWarning(
                    WarningCode.W23_REJECTS_NOT_WRITTEN,
                    0,
                    1,
                    WarningCode.W23_REJECTS_NOT_WRITTEN.meaning() + ": "
                            + Printable.cut(String.valueOf(e.getMessage()))));
            return null;
        }
    }

    private void refuseTooManyRejects(@Nullable Path rejects) throws FileRefusedException {
        long rejected = outlet.rejected();
        long read = outlet.good() + rejected;
        BigDecimal allowed = options.maxRejects().multiply(BigDecimal.valueOf(read));
        if (rejected > REJECTS_TOLERATED && BigDecimal.valueOf(rejected).compareTo(allowed) > 0) {
            String mostly = outlet.causes().get(0).text();
            throw new FileRefusedException(
                    FileCode.F22_REJECT_THRESHOLD,
                    0,
                    rejected + " of " + read + " rows cannot be read, more than import.max-rejects "
                            + options.maxRejects().toPlainString() + " allows; most often " + mostly
                            + "; mend the export, or raise import.max-rejects"
                            + (rejects == null ? "" : "; the rows are in " + rejects));
        }
    }
}
