package io.coverbook.cli;

import io.coverbook.batch.Operations;
import io.coverbook.report.EarlyTable;
import io.coverbook.store.ExportStore;
import io.coverbook.store.RunMark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Writes the entitlements of a month-end while its documents are made; of several months those of the last. */
final class EarlyEntitlements implements Operations.Covered, AutoCloseable {

    private final Root program;
    private @Nullable EarlyTable table;

    EarlyEntitlements(Root program) {
        this.program = program;
    }

    @Override
    public void covered(RunMark run, YearMonth month, LocalDate asOf) {
        try {
            close();
            ExportStore store = new ExportStore(program.database());
            table = new EarlyTable(store, MonthFolder.all(program), run, asOf, month);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nullable EarlyTable table() {
        return table;
    }

    @Override
    public void close() throws IOException {
        if (table != null) {
            table.close();
            table = null;
        }
    }
}
