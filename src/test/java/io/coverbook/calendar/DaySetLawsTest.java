package io.coverbook.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DaySetLawsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 60;

    @ParameterizedTest
    @MethodSource("io.coverbook.testkit.Seeds#hundred")
    void the_algebra_is_that_of_plain_sets(SplittableRandom random) {
        List<Span> someSpans = anySpans(random);
        List<Span> otherSpans = anySpans(random);
        Set<LocalDate> some = naive(someSpans);
        Set<LocalDate> other = naive(otherSpans);
        DaySet a = DaySet.of(someSpans);
        DaySet b = DaySet.of(otherSpans);

        same(some, a);
        same(union(some, other), a.or(b));
        same(intersection(some, other), a.and(b));
        same(difference(some, other), a.minus(b));
        same(difference(everyDay(), some), a.complement());
        assertEquals(a, a.complement().complement());
        assertEquals(a.isEmpty(), some.isEmpty());
    }

    @ParameterizedTest
    @MethodSource("io.coverbook.testkit.Seeds#hundred")
    void membership_changes_exactly_on_the_days_of_change(SplittableRandom random) {
        DaySet a = DaySet.of(anySpans(random));
        for (LocalDate day = FIRST; day.isBefore(FIRST.plusDays(DAYS)); day = day.plusDays(1)) {
            boolean changes = a.contains(day) != a.contains(day.minusDays(1));
            assertEquals(changes, a.changes().contains(day), day.toString());
        }
    }

    @Test
    void everything_and_nothing_are_each_others_complement() {
        assertEquals(DaySet.ALL, DaySet.NONE.complement());
        assertEquals(DaySet.NONE, DaySet.ALL.complement());
        assertTrue(DaySet.NONE.isEmpty());
        assertFalse(DaySet.ALL.isEmpty());
        assertEquals(DaySet.NONE, DaySet.ALL.minus(DaySet.ALL));
    }

    private static void same(Set<LocalDate> naive, DaySet set) {
        for (LocalDate day : everyDay()) {
            assertEquals(naive.contains(day), set.contains(day), day + " in " + set);
        }
        Span last = null;
        for (Span span : set.spans()) {
            assertTrue(last == null || last.until().isBefore(span.from()), "in order, none touching: " + set);
            last = span;
        }
    }

    private static List<Span> anySpans(SplittableRandom random) {
        List<Span> spans = new ArrayList<>();
        int wanted = random.nextInt(6);
        for (int i = 0; i < wanted; i++) {
            LocalDate from = random.nextInt(8) == 0 ? Span.EVER : FIRST.plusDays(random.nextInt(DAYS));
            LocalDate until = random.nextInt(8) == 0
                    ? Span.NEVER
                    : (from.equals(Span.EVER) ? FIRST : from).plusDays(1 + random.nextInt(15));
            spans.add(new Span(from, until));
        }
        return spans;
    }

    private static Set<LocalDate> naive(List<Span> spans) {
        Set<LocalDate> days = new HashSet<>();
        for (LocalDate day : everyDay()) {
            if (spans.stream().anyMatch(span -> span.contains(day))) {
                days.add(day);
            }
        }
        return days;
    }

    private static Set<LocalDate> everyDay() {
        Set<LocalDate> days = new HashSet<>();
        for (int i = -5; i < DAYS + 20; i++) {
            days.add(FIRST.plusDays(i));
        }
        return days;
    }

    private static Set<LocalDate> union(Set<LocalDate> a, Set<LocalDate> b) {
        Set<LocalDate> all = new HashSet<>(a);
        all.addAll(b);
        return all;
    }

    private static Set<LocalDate> intersection(Set<LocalDate> a, Set<LocalDate> b) {
        Set<LocalDate> both = new HashSet<>(a);
        both.retainAll(b);
        return both;
    }

    private static Set<LocalDate> difference(Set<LocalDate> a, Set<LocalDate> b) {
        Set<LocalDate> rest = new HashSet<>(a);
        rest.removeAll(b);
        return rest;
    }
}
