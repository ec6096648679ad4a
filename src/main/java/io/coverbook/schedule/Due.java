package io.coverbook.schedule;

import java.time.Instant;

/**
 * A piece of work that is due.
 *
 * @param at when it should have been done: the order of all work
 * @param about the day, the month or the instant that it is about
 * @param last whether nothing later waits for its card: an import then takes whatever lies there
 */
public record Due(JobCard card, Instant at, String about, boolean last) {}
