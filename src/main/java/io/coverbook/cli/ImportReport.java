package io.coverbook.cli;

import io.coverbook.batch.Results.Imported;
import io.coverbook.batch.Results.Later;
import io.coverbook.ingest.ReadTotals;
import io.coverbook.ingest.Reject;
import io.coverbook.report.TextTable;
import io.coverbook.store.ImportOutcome;
import io.coverbook.store.ImportOutcome.Counts;
import io.coverbook.store.Listing.Form;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an import did, file by file, for people and as JSON. */
final class ImportReport {

    private static final int WIDEST = 44;
    private static final int SHOWN = 5;
    private static final int IGNORED_SHOWN = 10;

    private ImportReport() {}

    /** The table of the files, then whatever somebody should look at, then what to do about it. */
    static String text(Imported imported, boolean check) {
        if (imported.files().isEmpty()) {
            return "No export files found; a name or content like billing-accounts, subscriptions or"
                    + " enterprise-agreements tells one.\n" + leftAlone(imported);
        }
        TextTable table = new TextTable().column(check ? "file (checked only)" : "file", Form.TEXT);
        table.column("holds", Form.TEXT);
        List.of("read", "added", "changed", "unchanged", "duplicate", "rejected", "removed")
                .forEach(title -> table.column(title, Form.WHOLE));
        table.column("result", Form.TEXT);
        for (ImportOutcome file : imported.files()) {
            Counts c = file.counts();
            table.row(
                    TextTable.shortened(file.file(), WIDEST),
                    file.kind(),
                    c.read(),
                    c.added(),
                    c.changed(),
                    c.unchanged(),
                    c.duplicates(),
                    c.rejected(),
                    c.removed(),
                    result(file));
        }
        String nothing = check ? "\nNothing was written: this was a check.\n" : "";
        return table.text() + CheckReport.text(imported) + problems(imported) + leftAlone(imported) + nothing;
    }

    private static String result(ImportOutcome file) {
        return switch (file.result()) {
            case ACCEPTED -> "";
            case SAME -> "imported before";
            case STALE -> "STALE";
            case REFUSED -> "REFUSED";
        };
    }

    /** Files that are not as they should be, each with its causes and first rejected lines. */
    static String problems(Imported imported) {
        StringBuilder text = new StringBuilder();
        for (ImportOutcome file : imported.files()) {
            boolean refused = ImportCommand.refused(file.result());
            if (refused || !file.warnings().isEmpty() || file.counts().rejected() > 0) {
                text.append('\n').append(file.file()).append('\n');
                if (refused) {
                    text.append("  ")
                            .append(file.code())
                            .append(": ")
                            .append(file.message())
                            .append('\n');
                }
                file.warnings().forEach(warning -> text.append("  ")
                        .append(warning.code())
                        .append(": ")
                        .append(warning.message())
                        .append('\n'));
                rejects(file, text);
            }
        }
        if (imported.anyRefused()) {
            text.append("\nA refused file changed nothing. Correct it at its source and import it again.\n");
        } else if (imported.rejected() > 0) {
            text.append(
                    "\nThe other rows are in. Correct the rejected ones at their source and import the next export");
            List<Path> files = imported.files().stream()
                    .map(ImportOutcome::rejected)
                    .filter(Objects::nonNull)
                    .toList();
            text.append(files.isEmpty() ? ".\n" : ", or work these off and import them:\n");
            files.forEach(file -> text.append("  ").append(file).append('\n'));
        }
        return text.toString();
    }

    private static void rejects(ImportOutcome file, StringBuilder text) {
        for (ReadTotals.Cause cause : file.causes()) {
            text.append("  ").append(cause.text()).append('\n');
        }
        if (file.rejects().isEmpty()) {
            return;
        }
        TextTable table = new TextTable()
                .indented("    ")
                .column("line", Form.WHOLE)
                .column("column", Form.TEXT)
                .column("code", Form.TEXT)
                .column("what is wrong", Form.TEXT);
        List<Reject> first =
                file.rejects().subList(0, Math.min(SHOWN, file.rejects().size()));
        first.forEach(reject -> table.row(reject.line(), reject.field(), reject.code(), reject.message()));
        text.append(table.text());
        long more = file.counts().rejected() - first.size();
        if (more > 0) {
            text.append(String.format(Locale.ROOT, "    and %,d more%n", more));
        }
    }

    static String leftAlone(Imported imported) {
        StringBuilder text = new StringBuilder();
        for (Later later : imported.later()) {
            text.append("\n").append(later.file()).append(": exported ").append(later.exportedAt());
            text.append(", left alone: it belongs to a later month");
        }
        imported.ignored().stream()
                .limit(IGNORED_SHOWN)
                .forEach(ignored -> text.append("\n").append(ignored).append(", left alone"));
        if (imported.ignored().size() > IGNORED_SHOWN) {
            text.append(String.format(
                    Locale.ROOT,
                    "%nand %,d more files left alone",
                    imported.ignored().size() - IGNORED_SHOWN));
        }
        return text.length() == 0 ? "" : text.append('\n').toString();
    }

    /** The files for JSON answers. */
    static List<Map<String, @Nullable Object>> files(Imported imported) {
        List<Map<String, @Nullable Object>> files = new ArrayList<>();
        for (ImportOutcome file : imported.files()) {
            Counts c = file.counts();
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("file", file.file());
            row.put("kind", file.kind());
            row.put("result", file.result());
            row.put("code", file.code().isEmpty() ? null : file.code());
            row.put("message", file.message().isEmpty() ? null : file.message());
            row.put("read", c.read());
            row.put("added", c.added());
            row.put("changed", c.changed());
            row.put("unchanged", c.unchanged());
            row.put("duplicates", c.duplicates());
            row.put("rejected", c.rejected());
            row.put("removed", c.removed());
            row.put(
                    "rejected_rows",
                    file.rejected() == null ? null : file.rejected().toString());
            row.put("causes", file.causes().stream().map(ReadTotals.Cause::text).toList());
            row.put("warnings", file.warnings().stream().map(w -> w.message()).toList());
            row.put("rejects", file.rejects().stream().map(ImportReport::reject).toList());
            files.add(row);
        }
        return files;
    }

    private static Map<String, Object> reject(Reject reject) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("line", reject.line());
        row.put("code", reject.code().name());
        row.put("field", reject.field());
        row.put("value", reject.value());
        row.put("message", reject.message());
        return row;
    }

    static List<Map<String, Object>> later(Imported imported) {
        return imported.later().stream()
                .map(later -> Map.<String, Object>of("file", later.file(), "exported_at", later.exportedAt()))
                .toList();
    }
}
