package io.coverbook.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A set of days: spans in order, none touching the next. */
public record DaySet(List<Span> spans) {

    public static final DaySet NONE = new DaySet(List.of());
    public static final DaySet ALL = new DaySet(List.of(new Span(Span.EVER, Span.NEVER)));

    /** All days of all spans, in whatever order they come. */
    public static DaySet of(List<Span> any) {
        if (any.isEmpty()) {
            return NONE;
        }
        List<Span> merged = new ArrayList<>();
        for (Span next : any.stream().sorted(Comparator.comparing(Span::from)).toList()) {
            Span last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last == null || last.until().isBefore(next.from())) {
                merged.add(next);
            } else if (last.until().isBefore(next.until())) {
                merged.set(merged.size() - 1, new Span(last.from(), next.until()));
            }
        }
        return new DaySet(List.copyOf(merged));
    }

    public boolean contains(LocalDate day) {
        return spans.stream().anyMatch(span -> span.contains(day));
    }

    public boolean isEmpty() {
        return spans.isEmpty();
    }

    public DaySet or(DaySet other) {
        List<Span> all = new ArrayList<>(spans);
        all.addAll(other.spans);
        return of(all);
    }

    public DaySet and(DaySet other) {
        List<Span> both = new ArrayList<>();
        for (Span a : spans) {
            other.spans.forEach(b -> addOverlap(a, b, both));
        }
        return of(both);
    }

    public DaySet minus(DaySet other) {
        return and(other.complement());
    }

    /** All the days that are not in it. */
    public DaySet complement() {
        List<Span> gaps = new ArrayList<>();
        LocalDate from = Span.EVER;
        for (Span span : spans) {
            if (from.isBefore(span.from())) {
                gaps.add(new Span(from, span.from()));
            }
            from = span.until();
        }
        if (from.isBefore(Span.NEVER)) {
            gaps.add(new Span(from, Span.NEVER));
        }
        return new DaySet(gaps);
    }

    /** The first days of its runs and the first days after them: where membership changes. */
    public List<LocalDate> changes() {
        List<LocalDate> days = new ArrayList<>();
        for (Span span : spans) {
            days.add(span.from());
            days.add(span.until());
        }
        return days;
    }

    private static void addOverlap(Span a, Span b, List<Span> into) {
        LocalDate from = a.from().isBefore(b.from()) ? b.from() : a.from();
        LocalDate until = a.until().isBefore(b.until()) ? a.until() : b.until();
        if (from.isBefore(until)) {
            into.add(new Span(from, until));
        }
    }
}
