package io.coverbook.ingest;

import io.coverbook.azure.AzureForm;
import io.coverbook.azure.AzureTarget;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An export file that was found and recognised, not yet read.
 *
 * @param name the file's name without its folder, as lists and tables show it
 * @param exportedAt the time of the export: that of the name, else of the option, else the file's modification time
 * @param sha256 of the file's bytes as they lie there (compressed ones too), 64 small hex digits
 * @param size in bytes as they lie there
 * @param origin what it is when it is not in our own form
 * @param manifest what its maker says it holds
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
        boolean partial,
        @Nullable Origin origin,
        @Nullable Manifest manifest) {

    /**
     * A file in one of Azure's own forms.
     *
     * @param target what its entries are told as here; a file that tells of several kinds is found once for each
     * @param parts the files of it in order, when it came in several pages; else the file alone
     * @param gap pages are missing by their names
     */
    public record Origin(AzureForm form, AzureTarget target, List<Path> parts, boolean gap) {}

    private static final List<ExportKind> READING_ORDER = List.of(
            ExportKind.BILLING_ACCOUNTS,
            ExportKind.ENTERPRISE_AGREEMENTS,
            ExportKind.SUBSCRIPTIONS,
            ExportKind.WITNESSES,
            ExportKind.ROLE_ASSIGNMENTS,
            ExportKind.PAYMENTS);

    private @Nullable AzureForm form() {
        return origin == null ? null : origin.form();
    }

    /** The names of the files it consists of. */
    public List<String> names() {
        return origin == null || origin.parts().size() == 1
                ? List.of(name)
                : origin.parts().stream()
                        .map(part -> String.valueOf(part.getFileName()))
                        .toList();
    }

    /** How an option calls Azure's form; null for our own. */
    public @Nullable String formLabel() {
        return origin == null ? null : origin.form().label();
    }

    /** For people: the kind, and Azure's own form if it is in one. */
    public String told() {
        return origin == null
                ? kind.label()
                : kind.label() + " (Azure " + origin.form().title() + ")";
    }

    /** The order of reading: by time, then what others refer to first, then by name. */
    public static Comparator<ExportFile> inReadingOrder() {
        return Comparator.comparing(ExportFile::exportedAt)
                .thenComparing(file -> READING_ORDER.indexOf(file.kind()))
                .thenComparing(ExportFile::form, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(ExportFile::name)
                .thenComparing(file -> file.path().toString());
    }
}
