package io.coverbook.ingest;

import java.util.List;

/**
 * What lies in the given files and folders.
 *
 * @param files to be read, in the order of reading
 * @param refused not to be read, and why, by name
 * @param ignored the paths that were passed over on purpose (hidden, temporary, of no known kind), each with the reason
 */
public record FoundFiles(List<ExportFile> files, List<FileRefusal> refused, List<String> ignored) {}
