package io.coverbook.azure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells one entry in our words: collects what it says by column and what is wrong with it. */
final class EntryTeller {

    private final AzureEntry entry;
    private final AzureSink sink;
    private final Map<String, String> told = new LinkedHashMap<>();
    private final Map<String, String> otherwise = new LinkedHashMap<>();
    private boolean faulty;

    EntryTeller(AzureEntry entry, AzureSink sink) {
        this.entry = entry;
        this.sink = sink;
    }

    AzureEntry entry() {
        return entry;
    }

    /** What the source says. */
    EntryTeller say(String column, String value) {
        told.put(column, value);
        return this;
    }

    /** The same, when there is something. */
    EntryTeller sayIf(String column, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            told.put(column, value);
        }
        return this;
    }

    /** What holds when neither the source nor anything stored says. */
    EntryTeller otherwise(String column, String value) {
        otherwise.put(column, value);
        return this;
    }

    /** The first of the values that is a time; null when there is none, or it stands for "never". */
    @Nullable Instant time(String... names) {
        String text = entry.text(names);
        if (text == null) {
            return null;
        }
        AzureTime.Read read = AzureTime.read(text);
        if (read == null) {
            fault(AzureFault.Kind.DATE, names[0], text, "not a time that Azure writes; export the list again");
            return null;
        }
        if (!read.zoned()) {
            note(AzureNote.NO_ZONE, names[0]);
        }
        return read.at();
    }

    @Nullable LocalDate day(String... names) {
        Instant at = time(names);
        return at == null ? null : at.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    void sayDay(String column, String... names) {
        LocalDate day = day(names);
        sayIf(column, day == null ? null : day.toString());
    }

    void note(AzureNote note, String detail) {
        sink.note(note, entry.number(), detail);
    }

    void fault(AzureFault.Kind kind, String field, String value, String message) {
        if (!faulty) {
            sink.fault(new AzureFault(entry.number(), kind, field, value, message));
        }
        faulty = true;
    }

    boolean faulty() {
        return faulty;
    }

    /** Hands the row on, unless something is wrong with it. */
    void done(String id, boolean whole) {
        if (!faulty) {
            sink.row(new AzureRow(entry.number(), id, Map.copyOf(told), Map.copyOf(otherwise), whole));
        }
    }
}
