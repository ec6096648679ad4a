package io.coverbook.ingest;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Counts the warnings of one file, so that each kind is told once (C032). */
final class WarningTally {

    private static final int NAMES_SHOWN = 10;

    private static final class Entry {
        private final int line;
        private final String detail;
        private long count;

        Entry(int line, String detail) {
            this.line = line;
            this.detail = detail;
        }
    }

    private final Map<WarningCode, Entry> entries = new EnumMap<>(WarningCode.class);

    void note(WarningCode code, int line) {
        note(code, line, () -> "");
    }

    /** Remembers the first line, and what was to be seen there. */
    void note(WarningCode code, int line, Supplier<String> detail) {
        entries.computeIfAbsent(code, c -> new Entry(line, detail.get())).count++;
    }

    /** A warning about several names of one line, or none. */
    void note(WarningCode code, int line, List<String> names) {
        if (!names.isEmpty()) {
            String more = names.size() > NAMES_SHOWN ? " and " + (names.size() - NAMES_SHOWN) + " more" : "";
            String shown = String.join(", ", names.subList(0, Math.min(NAMES_SHOWN, names.size())));
            entries.computeIfAbsent(code, c -> new Entry(line, shown + more)).count += names.size();
        }
    }

    List<FileWarning> warnings() {
        return entries.entrySet().stream()
                .map(e -> new FileWarning(
                        e.getKey(), e.getValue().line, e.getValue().count, message(e.getKey(), e.getValue())))
                .toList();
    }

    private static String message(WarningCode code, Entry entry) {
        String where = entry.line == 0
                ? ""
                : " (" + (entry.count > 1 ? entry.count + " times, first on line " : "line ") + entry.line + ")";
        return code.meaning() + where + (entry.detail.isEmpty() ? "" : ": " + entry.detail);
    }
}
