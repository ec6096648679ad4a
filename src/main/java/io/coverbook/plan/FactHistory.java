package io.coverbook.plan;

import io.coverbook.calendar.Span;
import io.coverbook.calendar.Timeline;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a value for every day out of what a series of exports told about it (DECISIONS A2 to A4a). */
public final class FactHistory {

    /**
     * What one export told: the value, the day it was exported, and since when it holds if the row said so. A closing
     * value (account CLOSED, agreement TERMINATED or TRANSFERRED, subscription DELETED) takes effect on the day after,
     * for its own day still counts (A8).
     */
    public record Told<V>(
            V value, LocalDate exportedOn, @Nullable LocalDate since, boolean closing) {

        public static <V> Told<V> of(V value, LocalDate exportedOn) {
            return new Told<>(value, exportedOn, null, false);
        }

        private @Nullable LocalDate sinceOrNull() {
            return since == null || !closing ? since : since.plusDays(1);
        }

        private LocalDate effective() {
            LocalDate day = since == null ? exportedOn : since;
            return closing ? day.plusDays(1) : day;
        }
    }

    private FactHistory() {}

    /** A plain value: the first one told holds back to the beginning, whatever date it names (A3). */
    public static <V> Timeline<V> ofValue(List<Told<V>> told) {
        Timeline<V> line = Timeline.always(told.get(0).value());
        for (Told<V> next : told.subList(1, told.size())) {
            line = tell(line, next);
        }
        return line;
    }

    /** A status: before the first date named, the object was in its ordinary state (A3). */
    public static <V> Timeline<V> ofStatus(List<Told<V>> told, V ordinary) {
        Timeline<V> line = first(told.get(0), ordinary);
        for (Told<V> next : told.subList(1, told.size())) {
            boolean onlyNowDated =
                    line.steps().size() == 1 && line.last().value().equals(next.value()) && next.since() != null;
            line = onlyNowDated ? first(next, ordinary) : tell(line, next);
        }
        return line;
    }

    private static <V> Timeline<V> first(Told<V> told, V ordinary) {
        LocalDate since = told.sinceOrNull();
        return since == null || told.value().equals(ordinary)
                ? Timeline.always(told.value())
                : Timeline.always(ordinary).with(since, told.value());
    }

    private static <V> Timeline<V> tell(Timeline<V> line, Told<V> next) {
        if (!line.last().value().equals(next.value())) {
            return line.with(next.effective(), next.value());
        }
        LocalDate since = next.sinceOrNull();
        if (since == null || line.last().from().equals(Span.EVER)) {
            return line;
        }
        // The same value since another day: its run moves there, never before the run it follows (A4).
        Timeline<V> before = line.withoutLast();
        LocalDate notBefore = before.last().from();
        return before.with(since.isBefore(notBefore) ? notBefore : since, next.value());
    }
}
