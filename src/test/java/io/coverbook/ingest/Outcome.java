package io.coverbook.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What became of a file that was found and read, also as one line of text for tables. */
final class Outcome implements ExportSink {

    static final String SUBS =
            "subscription_id,billing_account_id,display_name,product_category,ea_id,state,created_on\n";

    final List<ExportRow> rows = new ArrayList<>();
    final List<Reject> rejects = new ArrayList<>();
    final List<FileWarning> warnings = new ArrayList<>();
    private String refusal = "";
    private String message = "";
    private ReadTotals totals = new ReadTotals(0, 0, 0, 0, List.of(), true, null);

    static Outcome of(Path folder, String name, byte[] content) {
        return of(folder, name, content, ReadOptions.standard());
    }

    static Outcome of(Path folder, String name, byte[] content, ReadOptions options) {
        try {
            Path file = Files.write(folder.resolve(name), content);
            return of(file, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Outcome of(Path file, ReadOptions options) {
        Outcome outcome = new Outcome();
        FoundFiles found = ExportFolder.find(List.of(file), options);
        for (FileRefusal refused : found.refused()) {
            outcome.refusal = refused.code() + "@" + lineIn(refused.message());
            outcome.message = refused.message();
        }
        for (ExportFile export : found.files()) {
            outcome.read(export, options, StoredFacts.NONE);
        }
        return outcome;
    }

    static Outcome of(Path folder, String name, String content) {
        return of(folder, name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static String lineIn(String message) {
        return message.startsWith("line ") ? message.substring(5, message.indexOf(':')) : "0";
    }

    /** One of the files that a path holds, its entries completed from what is stored. */
    static Outcome of(ExportFile file, ReadOptions options, StoredFacts stored) {
        Outcome outcome = new Outcome();
        outcome.read(file, options, stored);
        return outcome;
    }

    private void read(ExportFile export, ReadOptions options, StoredFacts stored) {
        try {
            totals = ExportReader.read(export, options, stored, this);
        } catch (FileRefusedException e) {
            refusal = e.code() + "@" + e.line();
            message = e.getMessage();
        }
    }

    ReadTotals totals() {
        return totals;
    }

    boolean refused() {
        return !refusal.isEmpty();
    }

    String message() {
        return message;
    }

    ExportRow only() {
        if (rows.size() != 1) {
            throw new AssertionError("not one row but: " + this + " " + message + rejects);
        }
        return rows.get(0);
    }

    @Override
    public void row(ExportRow row) {
        rows.add(row);
    }

    @Override
    public void reject(Reject reject) {
        rejects.add(reject);
    }

    @Override
    public void warning(FileWarning warning) {
        warnings.add(warning);
    }

    /** {@code good 2 R05_DATE_SYNTAX@3:created_on W06_BLANK_LINE} or {@code F13_QUOTING@2}. */
    @Override
    public String toString() {
        if (refused()) {
            return refusal;
        }
        StringBuilder text = new StringBuilder("good " + totals.good());
        for (Reject reject : rejects) {
            text.append(' ').append(reject.code()).append('@').append(reject.line());
            text.append(reject.field().isEmpty() ? "" : ":" + reject.field());
        }
        for (FileWarning warning : warnings) {
            text.append(' ').append(warning.code());
        }
        return text.toString();
    }
}
