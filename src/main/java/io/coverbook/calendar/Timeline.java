package io.coverbook.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A value for every day there is: steps in ascending order of their first day, the first beginning at {@link
 * Span#EVER}, no two adjacent ones equal.
 */
public record Timeline<V>(List<Step<V>> steps) {

    /** From this day on, until the next step, this value holds. */
    public record Step<V>(LocalDate from, V value) {}

    public Timeline {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || !steps.get(0).from().equals(Span.EVER)) {
            throw new IllegalArgumentException("a timeline begins at the beginning: " + steps);
        }
    }

    public static <V> Timeline<V> always(V value) {
        return new Timeline<>(List.of(new Step<>(Span.EVER, value)));
    }

    public V on(LocalDate day) {
        int i = steps.size() - 1;
        while (i > 0 && steps.get(i).from().isAfter(day)) {
            i--;
        }
        return steps.get(i).value();
    }

    public Step<V> last() {
        return steps.get(steps.size() - 1);
    }

    /** The same up to that day, and the value from it on: what was known of later days is cut away (A4a). */
    public Timeline<V> with(LocalDate from, V value) {
        List<Step<V>> cut = new ArrayList<>();
        for (Step<V> step : steps) {
            if (step.from().isBefore(from)) {
                cut.add(step);
            }
        }
        if (cut.isEmpty()) {
            return always(value);
        }
        if (!cut.get(cut.size() - 1).value().equals(value)) {
            cut.add(new Step<>(from, value));
        }
        return new Timeline<>(cut);
    }

    /** The same without the last step: the value before it goes on. */
    public Timeline<V> withoutLast() {
        return new Timeline<>(steps.subList(0, Math.max(1, steps.size() - 1)));
    }

    /** The days of each step, in order. */
    public Span during(int step) {
        LocalDate until = step + 1 < steps.size() ? steps.get(step + 1).from() : Span.NEVER;
        return new Span(steps.get(step).from(), until);
    }

    /** The days on which a new value begins. */
    public List<LocalDate> changes() {
        return steps.stream().skip(1).map(Step::from).toList();
    }
}
