package io.coverbook.secondmodel;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A value day by day, from what one export after the other said of it (A2, A3, A4, A4a). */
final class DayHistory {

    private final TreeMap<LocalDate, String> runs = new TreeMap<>();

    /** What one export said: the value, from when if the export tells it, and the day of the export. */
    record Saying(String value, @Nullable LocalDate since, LocalDate seen) {

        /** A8: the day that a closing names still counts, so what it says begins on the day after. */
        Saying closing() {
            return new Saying(value, since == null ? null : since.plusDays(1), seen.plusDays(1));
        }
    }

    private DayHistory() {}

    /** {@code before} is what a first value with its own date replaced (A3), null when it then reaches back for ever. */
    static DayHistory of(List<Saying> sayings, @Nullable String before) {
        DayHistory history = new DayHistory();
        for (Saying saying : sayings) {
            history.hear(saying, before);
        }
        return history;
    }

    private void hear(Saying saying, @Nullable String before) {
        if (runs.isEmpty()) {
            first(saying, before);
        } else if (runs.lastEntry().getValue().equals(saying.value())) {
            again(saying, before);
        } else {
            LocalDate from = saying.since() == null ? saying.seen() : saying.since();
            runs.tailMap(from, true).clear();
            put(from, saying.value());
        }
    }

    private void first(Saying saying, @Nullable String before) {
        runs.clear();
        if (before == null || saying.since() == null) {
            runs.put(LocalDate.MIN, saying.value());
        } else {
            runs.put(LocalDate.MIN, before);
            put(saying.since(), saying.value());
        }
    }

    /** A4: the same value with another date moves, never before the value that was there before it. */
    private void again(Saying saying, @Nullable String before) {
        if (saying.since() == null) {
            return;
        }
        if (runs.size() == 1) {
            first(saying, before);
            return;
        }
        LocalDate from = runs.lastKey();
        LocalDate earliest = runs.lowerKey(from);
        runs.remove(from);
        if (saying.since().isAfter(earliest)) {
            put(saying.since(), saying.value());
        } else {
            runs.remove(earliest);
            if (runs.isEmpty()) {
                runs.put(LocalDate.MIN, saying.value());
            } else {
                put(earliest, saying.value());
            }
        }
    }

    private void put(LocalDate from, String value) {
        if (!runs.lastEntry().getValue().equals(value)) {
            runs.put(from, value);
        }
    }

    String on(LocalDate day) {
        return runs.floorEntry(day).getValue();
    }

    /** Whether one of the values holds on the day or begins to hold after it. */
    boolean eventually(LocalDate day, List<String> values) {
        return runs.tailMap(runs.floorKey(day), true).values().stream().anyMatch(values::contains);
    }

    /** The first day of the run that contains the day; {@link LocalDate#MIN} when it reaches back for ever. */
    LocalDate since(LocalDate day) {
        return runs.floorKey(day);
    }
}
