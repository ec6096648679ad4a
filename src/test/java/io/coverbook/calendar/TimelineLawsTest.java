package io.coverbook.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.calendar.Timeline.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TimelineLawsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 40;

    @ParameterizedTest
    @MethodSource("io.coverbook.testkit.Seeds#hundred")
    void a_value_told_later_holds_from_its_day_on_and_cuts_what_was_known_of_later_days(SplittableRandom random) {
        Timeline<Integer> line = Timeline.always(0);
        Map<LocalDate, Integer> naive = new TreeMap<>();
        for (int i = 0; i <= DAYS; i++) {
            naive.put(FIRST.plusDays(i), 0);
        }
        int tellings = random.nextInt(8);
        for (int i = 0; i < tellings; i++) {
            LocalDate from = random.nextInt(10) == 0 ? Span.EVER : FIRST.plusDays(random.nextInt(DAYS));
            int value = random.nextInt(3);
            line = line.with(from, value);
            naive.replaceAll((day, old) -> day.isBefore(from) ? old : value);
        }
        for (Map.Entry<LocalDate, Integer> day : naive.entrySet()) {
            assertEquals(day.getValue(), line.on(day.getKey()), "A4a " + day.getKey());
        }
        stepsAreInOrderAndDiffer(line);
    }

    private static void stepsAreInOrderAndDiffer(Timeline<Integer> line) {
        LocalDate until = Span.EVER;
        for (int i = 0; i < line.steps().size(); i++) {
            assertEquals(until, line.during(i).from(), "no gap");
            until = line.during(i).until();
            if (i > 0) {
                assertNotEquals(
                        line.steps().get(i - 1).value(), line.steps().get(i).value());
                assertTrue(line.steps()
                        .get(i - 1)
                        .from()
                        .isBefore(line.steps().get(i).from()));
            }
        }
        assertEquals(Span.NEVER, until);
        assertEquals(line.steps().size() - 1, line.changes().size());
    }

    @Test
    void the_last_step_can_be_taken_back() {
        Timeline<String> line = Timeline.always("a").with(FIRST, "b");
        assertEquals(Timeline.always("a"), line.withoutLast());
        assertEquals(Timeline.always("a"), Timeline.always("a").withoutLast());
        assertEquals(new Step<>(FIRST, "b"), line.last());
    }

    @Test
    void a_timeline_begins_at_the_beginning() {
        List<Step<String>> late = List.of(new Step<>(FIRST, "a"));
        List<Step<String>> none = List.of();
        assertThrows(IllegalArgumentException.class, () -> new Timeline<>(late));
        assertThrows(IllegalArgumentException.class, () -> new Timeline<>(none));
    }
}
