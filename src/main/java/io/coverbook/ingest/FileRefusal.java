package io.coverbook.ingest;

/**
 * A file that is refused before any of its rows is read.
 *
 * @param name the name of the file without its folder
 * @param message one or two sentences: what is wrong and what to do
 */
public record FileRefusal(String name, FileCode code, String message) {}
