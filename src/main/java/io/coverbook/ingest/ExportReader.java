package io.coverbook.ingest;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads an export row by row into typed rows and rejects (X24), in little memory however large the file is.
 *
 * <p>One use, one file. Rows are handed on while the file is read; that the file is whole is known only at its end, so
 * nothing counts before {@link #read} has returned.
 */
public final class ExportReader {

    private static final int REJECTS_TOLERATED = 100;
    private static final int CAUSES_KEPT = 200;

    private record CauseKey(RejectCode code, String field, String value) {}

    private final ExportFile file;
    private final ReadOptions options;
    private final ExportSink sink;
    private final Map<CauseKey, Long> causes = new HashMap<>();
    private long good;
    private long rejected;

    private ExportReader(ExportFile file, ReadOptions options, ExportSink sink) {
        this.file = file;
        this.options = options;
        this.sink = sink;
    }

    /**
     * Reads the whole file into the sink.
     *
     * @throws FileRefusedException when the file as a whole cannot be trusted; what the sink took must be thrown away
     */
    public static ReadTotals read(ExportFile file, ReadOptions options, ExportSink sink) throws FileRefusedException {
        try (ExportText text = new ExportText(file.path(), options)) {
            return new ExportReader(file, options, sink).read(text);
        } catch (FileRefusedException e) {
            throw e;
        } catch (IOException e) {
            throw ExportFolder.unreadable(e);
        }
    }

    private ReadTotals read(ExportText text) throws IOException {
        Header header = text.header();
        header.kind(file.kind(), null);
        RowReader rows = rowReader(file.kind(), header);
        header.warn(KindContract.of(file.kind()), text.warnings());
        Cells cells = new Cells(text.warnings());
        for (String[] row = text.nextRow(); row != null; row = text.nextRow()) {
            if (header.repeatedBy(row)) {
                throw new FileRefusedException(
                        FileCode.F10_HEADER_DUPLICATE,
                        text.line(),
                        "the header stands here once more, so this looks like several files joined; import them one by"
                                + " one");
            }
            take(rows, cells, row, text);
        }
        finish(text);
        List<FileWarning> warnings = text.warnings().warnings();
        warnings.forEach(sink::warning);
        return new ReadTotals(good + rejected, good, rejected, warnings.size(), causes());
    }

    private static RowReader rowReader(ExportKind kind, Header header) {
        return switch (kind) {
            case BILLING_ACCOUNTS -> new AccountColumns(header);
            case SUBSCRIPTIONS -> new SubscriptionColumns(header);
            case ENTERPRISE_AGREEMENTS -> new AgreementColumns(header);
            case ROLE_ASSIGNMENTS -> new RoleColumns(header);
            case PAYMENTS -> new PaymentColumns(header);
        };
    }

    private void take(RowReader rows, Cells cells, String[] row, ExportText text) {
        cells.nextRow(row, text.line());
        ExportRow read = null;
        if (row.length == text.header().width()) {
            read = rows.row(cells);
        } else {
            cells.faults().at("", row.length + " cells");
            cells.faults()
                    .add(
                            RejectCode.R01_COLUMN_COUNT,
                            "the row has " + row.length + " cells, the header has "
                                    + text.header().width()
                                    + "; a cell with the delimiter in it needs quotes around it");
        }
        if (read != null && cells.faults().none()) {
            good++;
            sink.row(read);
        } else {
            reject(cells.faults().reject(text.line(), text.record()));
        }
    }

    private void reject(Reject reject) {
        rejected++;
        boolean byValue = reject.code() == RejectCode.R04_ENUM && causes.size() < CAUSES_KEPT;
        CauseKey cause = new CauseKey(reject.code(), reject.field(), byValue ? reject.value() : "");
        causes.merge(cause, 1L, Long::sum);
        sink.reject(reject);
    }

    private List<ReadTotals.Cause> causes() {
        return causes.entrySet().stream()
                .map(e -> new ReadTotals.Cause(
                        e.getKey().code(), e.getKey().field(), e.getKey().value(), e.getValue()))
                .sorted(Comparator.comparingLong(ReadTotals.Cause::rows)
                        .reversed()
                        .thenComparing(ReadTotals.Cause::code)
                        .thenComparing(ReadTotals.Cause::field)
                        .thenComparing(ReadTotals.Cause::value))
                .toList();
    }

    private void finish(ExportText text) throws IOException {
        if (!text.finish().equals(file.sha256())) {
            throw new FileRefusedException(
                    FileCode.F02_NOT_READY,
                    0,
                    "the file was changed while it was read; wait until it is complete and import it again");
        }
        BigDecimal allowed = options.maxRejects().multiply(BigDecimal.valueOf(good + rejected));
        if (rejected > REJECTS_TOLERATED && BigDecimal.valueOf(rejected).compareTo(allowed) > 0) {
            String mostly = causes().get(0).text();
            throw new FileRefusedException(
                    FileCode.F22_REJECT_THRESHOLD,
                    0,
                    rejected + " of " + (good + rejected) + " rows cannot be read, more than import.max-rejects "
                            + options.maxRejects().toPlainString() + " allows; most often " + mostly
                            + "; mend the export, or raise import.max-rejects");
        }
    }
}
