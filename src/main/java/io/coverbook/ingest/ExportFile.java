package io.coverbook.ingest;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * An export file that was found and recognised, not yet read.
 *
 * @param name the file's name without its folder, as lists and tables show it
 * @param exportedAt the time of the export: that of the name, else of the option, else the file's modification time
 * @param sha256 of the file's bytes as they lie there (compressed ones too), 64 small hex digits
 * @param size in bytes as they lie there
 * @param partial the file holds only some rows of its kind, so that a missing row means nothing
 */
public record ExportFile(
        Path path,
        String name,
        ExportKind kind,
        Instant exportedAt,
        TimeSource timeSource,
        String sha256,
        long size,
        boolean partial) {

    private static final List<ExportKind> READING_ORDER = List.of(
            ExportKind.BILLING_ACCOUNTS,
            ExportKind.ENTERPRISE_AGREEMENTS,
            ExportKind.SUBSCRIPTIONS,
            ExportKind.ROLE_ASSIGNMENTS,
            ExportKind.PAYMENTS);

    /** The order of reading: by time, then what others refer to first, then by name. */
    public static Comparator<ExportFile> inReadingOrder() {
        return Comparator.comparing(ExportFile::exportedAt)
                .thenComparing(file -> READING_ORDER.indexOf(file.kind()))
                .thenComparing(ExportFile::name)
                .thenComparing(file -> file.path().toString());
    }
}
