package io.coverbook.bench;

/** How long a step took and how many rows went through it. */
record Timed(String step, long rows, double seconds) {

    /** Seconds since a reading of {@link System#nanoTime}. */
    static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
