package io.coverbook.ingest;

/**
 * One kind of oddity of a file, once a file however often it occurs.
 *
 * @param line the first line that shows it, 0 when the whole file is meant
 * @param count how many rows, lines or columns show it
 * @param message one sentence: what, where first, and what becomes of it
 */
public record FileWarning(WarningCode code, int line, long count, String message) {}
