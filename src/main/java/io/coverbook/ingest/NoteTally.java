package io.coverbook.ingest;

import io.coverbook.azure.AzureNote;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what is worth knowing of a list of Azure's, one warning a kind however often it occurs. */
final class NoteTally {

    private static final int DETAILS_SHOWN = 5;
    private static final int DETAILS_KEPT = 1000;

    private static final class Entry {
        private final int number;
        private long count;
        private final Map<String, Long> details = new LinkedHashMap<>();

        private Entry(int number) {
            this.number = number;
        }
    }

    private final Map<AzureNote, Entry> entries = new EnumMap<>(AzureNote.class);

    void note(AzureNote note, int number, String detail) {
        Entry entry = entries.computeIfAbsent(note, n -> new Entry(number));
        entry.count++;
        if (entry.details.size() < DETAILS_KEPT || entry.details.containsKey(detail)) {
            entry.details.merge(detail, 1L, Long::sum);
        }
    }

    List<FileWarning> warnings() {
        return entries.entrySet().stream()
                .map(e -> new FileWarning(
                        code(e.getKey()), e.getValue().number, e.getValue().count, message(e.getKey(), e.getValue())))
                .toList();
    }

    private static String message(AzureNote note, Entry entry) {
        List<String> shown = new ArrayList<>();
        entry.details.forEach((detail, count) -> {
            if (shown.size() < DETAILS_SHOWN) {
                shown.add(Printable.cut(detail) + (count > 1 ? " (" + count + " entries)" : ""));
            }
        });
        int more = entry.details.size() - shown.size();
        return code(note).meaning() + ": " + String.join("; ", shown) + (more > 0 ? " and " + more + " more" : "");
    }

    private static WarningCode code(AzureNote note) {
        return switch (note) {
            case UNKNOWN_VALUE -> WarningCode.W16_UNKNOWN_VALUE;
            case NOT_EXPORTED -> WarningCode.W15_NOT_EXPORTED;
            case LEFT_OUT -> WarningCode.W17_LEFT_OUT;
            case NO_ZONE -> WarningCode.W18_NO_ZONE;
            case SEVERAL -> WarningCode.W19_SEVERAL;
            case PART -> WarningCode.W21_PART;
        };
    }
}
