package io.coverbook.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TermsLawsTest {

    private static final int MANY = 60;

    @ParameterizedTest
    @MethodSource("io.coverbook.testkit.Seeds#hundred")
    void terms_leave_no_gap_and_no_overlap(SplittableRandom random) {
        Terms terms = new Terms(anyAnchor(random));
        for (int k = 0; k < MANY; k++) {
            assertEquals(terms.number(k).until(), terms.number(k + 1).from());
        }
    }

    @ParameterizedTest
    @MethodSource("io.coverbook.testkit.Seeds#hundred")
    void exactly_one_term_begins_in_every_calendar_month(SplittableRandom random) {
        Terms terms = new Terms(anyAnchor(random));
        YearMonth month = YearMonth.from(terms.anchor());
        for (int k = 0; k < MANY; k++) {
            assertEquals(month.plusMonths(k), YearMonth.from(terms.from(k)));
            assertEquals(k, terms.beginningIn(month.plusMonths(k)));
        }
    }

    @ParameterizedTest
    @MethodSource("io.coverbook.testkit.Seeds#hundred")
    void a_term_begins_on_the_anchors_day_or_on_the_last_of_a_shorter_month(SplittableRandom random) {
        Terms terms = new Terms(anyAnchor(random));
        for (int k = 0; k < MANY; k++) {
            LocalDate from = terms.from(k);
            int wanted = Math.min(terms.anchor().getDayOfMonth(), from.lengthOfMonth());
            assertEquals(wanted, from.getDayOfMonth(), () -> "X1 no drift: " + from);
        }
    }

    @ParameterizedTest
    @MethodSource("io.coverbook.testkit.Seeds#hundred")
    void every_day_lies_in_the_term_that_it_is_said_to_lie_in(SplittableRandom random) {
        Terms terms = new Terms(anyAnchor(random));
        for (int i = 0; i < MANY; i++) {
            LocalDate day = terms.anchor().plusDays(random.nextInt(-400, 2000));
            assertTrue(terms.number(terms.containing(day)).contains(day));
            int first = terms.firstFrom(day);
            assertTrue(first >= 0 && !terms.from(first).isBefore(day));
            assertTrue(first == 0 || terms.from(first - 1).isBefore(day));
        }
    }

    private static LocalDate anyAnchor(SplittableRandom random) {
        LocalDate month = LocalDate.of(2024, 1, 1).plusMonths(random.nextInt(60));
        return random.nextBoolean()
                ? month.withDayOfMonth(month.lengthOfMonth() - random.nextInt(4))
                : month.plusDays(random.nextInt(28));
    }
}
