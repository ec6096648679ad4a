package io.coverbook.report;

import io.coverbook.fault.FaultPoint;
import io.coverbook.store.ExportStore;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * The output tables as CSV files in a folder, with {@code SHA256SUMS} of each and a hash of the whole. Every file is
 * written beside its place and moved there whole, so that a reader never sees half a file.
 */
public final class ExportFiles {

    private static final String SUMS = "SHA256SUMS";

    private ExportFiles() {}

    /**
     * Writes all tables into the folder.
     *
     * @return the hash of the whole: SHA-256 of the list of sums, in hex
     */
    public static String write(ExportStore store, Path folder, LocalDate on, @Nullable YearMonth period)
            throws IOException {
        return write(store, folder, on, period, null);
    }

    /** The same, with the table that was begun with earlier, if nothing has overtaken it. */
    public static String write(
            ExportStore store, Path folder, LocalDate on, @Nullable YearMonth period, @Nullable EarlyTable early)
            throws IOException {
        Path draft = folder.resolve(".draft");
        remove(draft);
        FaultPoint.before("make folder");
        Files.createDirectories(draft);
        FaultPoint.after("make folder");
        // Two tables are written at a time.
        Map<String, MessageDigest> digests = new ConcurrentSkipListMap<>();
        boolean taken = store.write(
                table -> {
                    MessageDigest digest = sha256();
                    digests.put(table + ".csv", digest);
                    FaultPoint.before("open " + table);
                    OutputStream file = file(draft.resolve(table + ".csv"), digest);
                    FaultPoint.after("open " + table);
                    return file;
                },
                on,
                period,
                early == null ? null : early.table());
        if (taken && early != null) {
            digests.put(early.moveTo(draft), early.digest());
        }
        StringBuilder sums = new StringBuilder();
        digests.forEach((name, digest) -> sums.append(HexFormat.of().formatHex(digest.digest()))
                .append("  ")
                .append(name)
                .append('\n'));
        for (String name : digests.keySet()) {
            move(draft.resolve(name), folder.resolve(name));
        }
        text(folder.resolve(SUMS), sums.toString());
        remove(draft);
        MessageDigest whole = sha256();
        return HexFormat.of().formatHex(whole.digest(sums.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes a text whole or not at all. */
    public static void text(Path file, String text) throws IOException {
        Path draft = file.resolveSibling("." + file.getFileName() + ".draft");
        FaultPoint.before("write " + file.getFileName());
        Files.writeString(draft, text, StandardCharsets.UTF_8);
        FaultPoint.after("write " + file.getFileName());
        move(draft, file);
    }

    private static void move(Path from, Path to) throws IOException {
        FaultPoint.before("move " + to.getFileName());
        try (FileChannel channel = FileChannel.open(from, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        FaultPoint.after("move " + to.getFileName());
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path done, @Nullable IOException failure) throws IOException {
                delete(done);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void delete(Path path) throws IOException {
        FaultPoint.before("remove " + path.getFileName());
        Files.delete(path);
        FaultPoint.after("remove " + path.getFileName());
    }

    static OutputStream file(Path path, MessageDigest digest) throws IOException {
        return new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(path), 1 << 16), digest);
    }

    /** A digest whose stream is open still; asked for its sum only after the stream is closed. */
    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
