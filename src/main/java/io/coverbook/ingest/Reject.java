package io.coverbook.ingest;

/**
 * A line that could not be read, with all that a person needs to mend it (X24).
 *
 * @param line the line in the file on which the row begins, the header being line 1
 * @param field the column's name as the contract writes it, empty when the whole line is meant
 * @param value the cell, cut at 200 characters and made printable
 * @param message one sentence: what is wrong and what to do
 * @param raw the line as it stands in the file, cut at 4000 characters
 */
public record Reject(int line, RejectCode code, String field, String value, String message, String raw) {}
