package io.coverbook.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.testkit.ListedHolidays;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What open time obeys, whatever the hours, the zone, the holidays and the changes of the clock. */
class BusinessClockLawsTest {

    private static final List<String> ZONES = List.of(
            "America/Los_Angeles",
            "Europe/Berlin",
            "Asia/Tokyo",
            "Asia/Kathmandu",
            "Australia/Lord_Howe",
            "Africa/Cairo");
    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");

    private static BusinessClock clock(SplittableRandom random) {
        int opens = random.nextInt(0, 20);
        LocalTime from = LocalTime.of(opens, random.nextInt(4) * 15);
        LocalTime until = LocalTime.of(random.nextInt(opens + 1, 24), 0);
        Set<DayOfWeek> days = Arrays.stream(DayOfWeek.values())
                .filter(day -> random.nextInt(3) > 0)
                .collect(Collectors.toCollection(HashSet::new));
        days.add(DayOfWeek.WEDNESDAY);
        Set<LocalDate> closed = new HashSet<>();
        for (int i = 0; i < 60; i++) {
            closed.add(LocalDate.parse("2024-01-01").plusDays(random.nextInt(1200)));
        }
        ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        return new BusinessClock(new OpeningHours("XX", zone, from, until, days), new ListedHolidays(closed));
    }

    @ParameterizedTest
    @MethodSource("io.coverbook.testkit.Seeds#hundred")
    void adding_and_counting_are_each_others_reverse(SplittableRandom random) {
        BusinessClock clock = clock(random);
        for (int i = 0; i < 20; i++) {
            Instant from = FIRST.plusSeconds(random.nextLong(1000L * 86_400));
            Duration open = Duration.ofSeconds(random.nextLong(1, 40L * 3600));
            Instant until = clock.plus(from, open).orElseThrow();
            assertEquals(open, clock.between(from, until));
            assertTrue(clock.open(until.minusNanos(1)), "it runs out while it is open");
            Duration half = open.dividedBy(2);
            Instant between = clock.plus(from, half).orElseThrow();
            assertEquals(until, clock.plus(between, open.minus(half)).orElseThrow(), "in two parts as in one");
        }
    }

    @ParameterizedTest
    @MethodSource("io.coverbook.testkit.Seeds#hundred")
    void no_time_is_open_before_the_next_opening(SplittableRandom random) {
        BusinessClock clock = clock(random);
        for (int i = 0; i < 20; i++) {
            Instant from = FIRST.plusSeconds(random.nextLong(1000L * 86_400));
            Instant opening = clock.opening(from).orElseThrow();
            assertTrue(clock.open(opening));
            assertFalse(opening.isBefore(from));
            assertEquals(Duration.ZERO, clock.between(from, opening));
        }
    }
}
