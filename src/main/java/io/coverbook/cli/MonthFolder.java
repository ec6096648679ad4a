package io.coverbook.cli;

import io.coverbook.report.CsvListing;
import io.coverbook.report.EarlyTable;
import io.coverbook.report.ExportFiles;
import io.coverbook.store.ExportStore;
import io.coverbook.store.ListStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The folders {@code reports/YYYY-MM} of the data directory: the screen as a text, and every table of the month. */
final class MonthFolder {

    private static final String SUMMARY = "summary.txt";

    private final Root program;

    MonthFolder(Root program) {
        this.program = program;
    }

    /** The folder of all months. */
    static Path all(Root program) {
        return program.options().dataDir().resolve("reports");
    }

    Path closed(YearMonth month) {
        return all(program).resolve(month.toString());
    }

    Path proposed(YearMonth month) {
        return all(program).resolve(month + "-preview");
    }

    /** The summary is written last, so a folder that has one has everything. */
    boolean incomplete(Path folder) {
        return !Files.isRegularFile(folder.resolve(SUMMARY));
    }

    void write(Path folder, YearMonth month, LocalDate asOf, String summary) throws IOException {
        write(folder, month, asOf, summary, null);
    }

    /** The same, with the table that was begun with earlier. */
    void write(Path folder, YearMonth month, LocalDate asOf, String summary, @Nullable EarlyTable early)
            throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve(SUMMARY));
        ExportFiles.write(new ExportStore(program.database()), folder, asOf, month, early);
        if (folder.equals(proposed(month))) {
            proposal(folder, "proposed-invoices.csv", ListStore.Kind.PROPOSED_INVOICES);
            proposal(folder, "proposed-invoice-lines.csv", ListStore.Kind.PROPOSED_LINES);
        }
        ExportFiles.text(folder.resolve(SUMMARY), summary);
    }

    /** What is proposed has no number yet, so it stands in files of its own. */
    private void proposal(Path folder, String name, ListStore.Kind kind) throws IOException {
        StringWriter text = new StringWriter();
        try (PrintWriter out = new PrintWriter(text)) {
            new ListStore(program.database()).read(kind, Map.of(), new CsvListing(out));
        }
        ExportFiles.text(folder.resolve(name), text.toString());
    }
}
