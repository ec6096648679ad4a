package io.coverbook.secondmodel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Chance, and the times of export that it is asked about. */
final class Dice {

    private static final List<LocalTime> TIMES = List.of(
            LocalTime.MIDNIGHT, LocalTime.of(9, 0), LocalTime.of(9, 5), LocalTime.of(15, 0), LocalTime.of(23, 59, 59));

    final Random random;
    final List<Instant> exports;
    final Set<Feature> features;

    Dice(Random random, List<Instant> exports, Set<Feature> features) {
        this.random = random;
        this.exports = exports;
        this.features = features;
    }

    /** Times of export in one of several eras: leap days, turns of the year. */
    static List<Instant> times(Random random) {
        List<LocalDate> eras = List.of(
                LocalDate.of(2026, 1, 25),
                LocalDate.of(2027, 12, 20),
                LocalDate.of(2028, 1, 30),
                LocalDate.of(2025, 10, 31),
                LocalDate.of(2024, 2, 1));
        LocalDate day = eras.get(random.nextInt(eras.size())).plusDays(random.nextInt(40));
        List<Instant> times = new ArrayList<>();
        int count = 3 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            LocalTime time = random.nextInt(3) == 0 ? LocalTime.of(6, 30) : LocalTime.MIDNIGHT;
            times.add(day.atTime(time).toInstant(ZoneOffset.UTC));
            day = day.plusDays(3 + random.nextInt(random.nextInt(4) == 0 ? 70 : 32));
        }
        return times;
    }

    boolean one(int in) {
        return random.nextInt(in) == 0;
    }

    boolean may(Feature feature) {
        return features.contains(feature);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    LocalDate day(int export) {
        return ModelFacts.day(exports.get(export));
    }

    LocalDate firstDay() {
        return day(0);
    }

    LocalDate lastDay() {
        return day(exports.size() - 1);
    }

    /** Any day of the time that is told about, and some before. */
    LocalDate day() {
        LocalDate from = firstDay().minusDays(60);
        return edge(from.plusDays(below((int) (lastDay().toEpochDay() - from.toEpochDay()) + 20)));
    }

    /** Often the end of its month instead. */
    LocalDate edge(LocalDate day) {
        return switch (below(8)) {
            case 0 -> YearMonth.from(day).atEndOfMonth();
            case 1 ->
                day.withDayOfMonth(Math.min(29 + below(3), YearMonth.from(day).lengthOfMonth()));
            case 2 -> day.withDayOfMonth(1);
            default -> day;
        };
    }

    Instant at(LocalDate day) {
        return day.atTime(TIMES.get(below(TIMES.size()))).toInstant(ZoneOffset.UTC);
    }

    /** The export that tells what happened on a day: the next, or one that comes later or even sooner. */
    int told(LocalDate day) {
        int export = 0;
        while (export < exports.size() - 1 && day(export).isBefore(day)) {
            export++;
        }
        int shift =
                switch (below(8)) {
                    case 0, 1 -> 1;
                    case 2 -> 2;
                    case 3 -> -1;
                    default -> 0;
                };
        return Math.max(0, Math.min(exports.size() - 1, export + shift));
    }

    int anyExport() {
        return below(exports.size());
    }
}
