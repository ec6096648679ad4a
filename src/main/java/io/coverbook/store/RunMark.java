package io.coverbook.store;

/**
 * The right to write: a run and the epoch in which it was taken. Whoever takes a run over raises the epoch, and what the
 * old one still tries to write is refused.
 */
public record RunMark(long runId, long epoch) {}
