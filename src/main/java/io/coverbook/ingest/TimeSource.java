package io.coverbook.ingest;

/** Where the time of an export was taken from. */
public enum TimeSource {
    NAME,
    OPTION,
    MODIFIED
}
