package io.coverbook.report;

import io.coverbook.store.ExportStore;
import io.coverbook.store.RunMark;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The largest table of a run, written beside its place while the run goes on: the half of an export that need not wait
 * for the documents. It is moved to its place or removed.
 */
public final class EarlyTable implements AutoCloseable {

    private static final String NAME = ".early-";

    private final MessageDigest digest = ExportFiles.sha256();
    private final Path file;
    private final ExportStore.Early table;
    private volatile String name = "";

    /**
     * Begins. What a killed program left in the folder is removed: a run has its database to itself, and the folder belongs to
     * one database.
     */
    public EarlyTable(ExportStore store, Path folder, RunMark run, LocalDate on, YearMonth period) throws IOException {
        Files.createDirectories(folder);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, NAME + "*")) {
            for (Path path : left) {
                Files.deleteIfExists(path);
            }
        }
        file = folder.resolve(NAME + run.runId());
        table = store.early(
                run,
                what -> {
                    name = what + ".csv";
                    return ExportFiles.file(file, digest);
                },
                on,
                period);
    }

    ExportStore.Early table() {
        return table;
    }

    /** What it was digested to, once it is written. */
    MessageDigest digest() {
        return digest;
    }

    /** Returns the name it has in the folder. */
    String moveTo(Path folder) throws IOException {
        Files.move(file, folder.resolve(name));
        return name;
    }

    /** Waits until nothing is written any more. */
    @Override
    public void close() throws IOException {
        table.close();
        Files.deleteIfExists(file);
    }
}
