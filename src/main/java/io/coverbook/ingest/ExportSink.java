package io.coverbook.ingest;

/**
 * Takes what a file holds, in the order of its lines; warnings come last. Nothing of it counts before {@link
 * ExportReader#read} has returned: when that throws, everything taken must be thrown away.
 */
public interface ExportSink {

    void row(ExportRow row);

    void reject(Reject reject);

    void warning(FileWarning warning);
}
