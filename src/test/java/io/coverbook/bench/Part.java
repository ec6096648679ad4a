package io.coverbook.bench;

import java.util.List;

/**
 * One part of a run: a command of Coverbook, the floor, or the stock way.
 *
 * @param seconds from its beginning to its end, more than the steps where a program starts and stops
 * @param footprint what it needed beside time
 */
record Part(String name, double seconds, List<Timed> steps, Footprint footprint) {

    /** @param heapBytes and residentBytes the most that the program's JVM had; 0 where it had none of its own */
    record Footprint(long heapBytes, long residentBytes, long databaseBytes, long walBytes) {}

    double stepSeconds() {
        return steps.stream().mapToDouble(Timed::seconds).sum();
    }
}
