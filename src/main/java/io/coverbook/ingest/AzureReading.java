package io.coverbook.ingest;

import io.coverbook.azure.AzureEntry;
import io.coverbook.azure.AzureFault;
import io.coverbook.azure.AzureFormException;
import io.coverbook.azure.AzureList;
import io.coverbook.azure.AzureNote;
import io.coverbook.azure.AzureRow;
import io.coverbook.azure.AzureSink;
import io.coverbook.azure.CostTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Reads a file in one of Azure's forms: what it tells in our words goes through the same columns as our own exports, so
 * that equal facts are equal rows wherever they come from.
 */
final class AzureReading implements AzureSink {

    /** Rows between two looks at what is stored. */
    private static final int BLOCK = 1000;

    private final ExportFile file;
    private final ExportFile.Origin origin;
    private final ReadOptions options;
    private final StoredFacts stored;
    private final RowOutlet outlet;
    private final NoteTally notes = new NoteTally();
    private final WarningTally warnings = new WarningTally();
    private final Map<String, Integer> positions = new HashMap<>();
    private final Cells cells;
    private final RowReader rows;
    private final String[] blank;
    private final List<AzureRow> waiting = new ArrayList<>();
    private long entries;
    private int openPages;
    private boolean whole;
    private boolean workedOff;

    AzureReading(ExportFile file, ReadOptions options, StoredFacts stored, RowOutlet outlet) throws IOException {
        this.file = file;
        this.origin = Objects.requireNonNull(file.origin());
        this.options = options;
        this.stored = stored;
        this.outlet = outlet;
        List<String> columns = KindContract.of(file.kind()).columns();
        for (int i = 0; i < columns.size(); i++) {
            positions.put(columns.get(i), i);
        }
        blank = new String[columns.size()];
        Arrays.fill(blank, "");
        cells = new Cells(warnings, ReadOptions.standard()).withUnknownCurrency();
        rows = RowReader.of(file.kind(), new Header(columns.toArray(String[]::new), 0));
    }

    /** Reads all of it; the SHA-256 of the files as they were read. */
    String read() throws IOException {
        List<String> hashes = new ArrayList<>();
        if (isTable(origin)) {
            hashes.add(table(file.path()));
        } else {
            AzureList list = new AzureList(origin.form(), origin.target(), options.names(), file.exportedAt());
            for (Path part : origin.parts()) {
                hashes.add(json(part, list));
            }
            try {
                list.finish(this);
            } catch (AzureFormException e) {
                throw JsonText.refused(e);
            }
            if (origin.gap()) {
                warnings.note(WarningCode.W20_INCOMPLETE, 0);
            }
            boolean allPages = openPages == 0 && !origin.gap() && !workedOff;
            whole = allPages && (options.complete() || list.mayBeWhole());
            if (allPages && !whole && list.tellsWhatIsGone()) {
                warnings.note(WarningCode.W21_PART, 0);
            }
        }
        flush();
        return hashes.size() == 1 ? hashes.get(0) : Checksum.ofAll(hashes);
    }

    static boolean isTable(ExportFile.Origin origin) {
        return switch (origin.form()) {
            case COST_DETAILS, FOCUS, PARTNER_RECONCILIATION -> true;
            default -> false;
        };
    }

    private String json(Path part, AzureList list) throws IOException {
        try (JsonText text = new JsonText(part, options)) {
            if (text.marked()) {
                warnings.note(WarningCode.W01_BOM, 0);
            }
            int before = (int) entries;
            for (AzureEntry entry = text.next(); entry != null; entry = text.next()) {
                entry.renumber(before);
                entries++;
                workedOff |= entry.value("_rejected.code") != null;
                list.take(entry, this);
            }
            boolean last = part.equals(origin.parts().get(origin.parts().size() - 1));
            if (text.reader().goesOn() && last) {
                openPages++;
                warnings.note(WarningCode.W20_INCOMPLETE, 0);
            } else if (!text.reader().isList() && origin.parts().size() == 1) {
                openPages++;
            }
            return text.finish();
        }
    }

    private String table(Path path) throws IOException {
        try (ExportText text = new ExportText(path, options)) {
            CostTable table = Objects.requireNonNull(text.header().costs(options), "found as costs, and no longer are");
            for (String[] row = text.nextRow(); row != null; row = text.nextRow()) {
                entries++;
                if (row.length == text.header().width()) {
                    table.row(text.line(), row, this);
                } else {
                    outlet.reject(
                            text.line(),
                            RejectCode.R01_COLUMN_COUNT,
                            "the row has " + row.length + " cells, the header has "
                                    + text.header().width());
                }
            }
            try {
                table.finish(this);
            } catch (AzureFormException e) {
                throw JsonText.refused(e);
            }
            String sha256 = text.finish();
            text.warnings().warnings().forEach(outlet::warning);
            return sha256;
        }
    }

    /** Whether the list can be all that there is, so that what it lacks is gone. */
    boolean whole() {
        return whole;
    }

    /** How many entries were read; of rows of costs many make one row here. */
    long entries() {
        return entries;
    }

    List<FileWarning> warnings() {
        List<FileWarning> all = new ArrayList<>(warnings.warnings());
        all.addAll(notes.warnings());
        return all;
    }

    @Override
    public void row(AzureRow row) {
        if (row.whole()) {
            emit(row, Map.of());
        } else {
            waiting.add(row);
            if (waiting.size() >= BLOCK) {
                flush();
            }
        }
    }

    private void flush() {
        Set<String> ids = new LinkedHashSet<>();
        waiting.forEach(row -> ids.add(row.id()));
        Map<String, Map<String, String>> known = ids.isEmpty() ? Map.of() : stored.of(file.kind(), ids);
        waiting.forEach(row -> emit(row, known.getOrDefault(row.id(), Map.of())));
        waiting.clear();
    }

    /** What is told beats what is stored, and that beats what would be taken otherwise. */
    private void emit(AzureRow row, Map<String, String> known) {
        String[] line = blank.clone();
        put(row.otherwise(), line);
        put(known, line);
        put(row.told(), line);
        cells.nextRow(line, row.number());
        outlet.take(rows.row(cells), cells, row.id());
    }

    private void put(Map<String, String> values, String[] line) {
        values.forEach((column, value) -> {
            Integer at = positions.get(column);
            if (at != null) {
                line[at] = value;
            }
        });
    }

    @Override
    public void fault(AzureFault fault) {
        RejectCode code =
                switch (fault.kind()) {
                    case UNRESOLVED_ACCOUNT -> RejectCode.R16_UNRESOLVED_ACCOUNT;
                    case UNKNOWN_TIER -> RejectCode.R04_ENUM;
                    case REQUIRED -> RejectCode.R02_REQUIRED;
                    case DATE -> RejectCode.R05_DATE_SYNTAX;
                    case NUMBER -> RejectCode.R08_NUMBER_SYNTAX;
                    case SHAPE -> RejectCode.R15_INCONSISTENT;
                };
        outlet.reject(
                new Reject(fault.number(), code, fault.field(), Printable.cut(fault.value()), fault.message(), ""));
    }

    @Override
    public void note(AzureNote note, int number, String detail) {
        notes.note(note, number, detail);
    }
}
