package io.coverbook.ingest;

/**
 * A column of the contract and where it stands in the file.
 *
 * @param at counted from 0, or -1 when the file does not have it
 */
record Column(String name, int at) {}
