package io.coverbook.cli;

import io.coverbook.batch.Results.Imported;
import io.coverbook.batch.Results.Later;
import io.coverbook.ingest.ReadTotals;
import io.coverbook.store.ImportOutcome;
import java.io.PrintWriter;
import java.util.Locale;

/** What an import did, file by file, for people. */
final class ImportReport {

    private ImportReport() {}

    static void print(Imported imported, boolean check, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%-40s %10s %10s %10s %10s %10s %10s %10s%n",
                check ? "file (checked only)" : "file",
                "read",
                "added",
                "changed",
                "unchanged",
                "duplicate",
                "rejected",
                "removed");
        for (ImportOutcome file : imported.files()) {
            ImportOutcome.Counts c = file.counts();
            out.printf(
                    Locale.ROOT,
                    "%-40s %,10d %,10d %,10d %,10d %,10d %,10d %,10d%n",
                    file.file(),
                    c.read(),
                    c.added(),
                    c.changed(),
                    c.unchanged(),
                    c.duplicates(),
                    c.rejected(),
                    c.removed());
            if (file.result() != ImportOutcome.Result.ACCEPTED) {
                out.println("    " + (file.code().isEmpty() ? "" : file.code() + ": ") + file.message());
            }
            file.warnings().forEach(warning -> out.println("    " + warning.code() + ": " + warning.message()));
            for (ReadTotals.Cause cause : file.causes()) {
                out.printf(
                        Locale.ROOT,
                        "    %,d rows: %s %s '%s'%n",
                        cause.rows(),
                        cause.code(),
                        cause.field(),
                        cause.value());
            }
            file.rejects().stream()
                    .limit(5)
                    .forEach(reject -> out.println("    line " + reject.line() + ", " + reject.code() + " "
                            + reject.field() + ": " + reject.message()));
        }
        for (Later later : imported.later()) {
            out.println(
                    later.file() + ": exported " + later.exportedAt() + ", left alone: it belongs to a later month");
        }
        out.flush();
    }
}
