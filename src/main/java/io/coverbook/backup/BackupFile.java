package io.coverbook.backup;

import io.coverbook.backup.Manifest.Part;
import io.coverbook.fault.FaultPoint;
import io.coverbook.store.BackupStore;
import io.coverbook.store.BackupStore.Copied;
import io.coverbook.store.BackupStore.Whole;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A backup as a file: a zip archive with the rows of each table and, last, what they are. It is written beside its place,
 * readable by its owner alone, and moved there whole.
 */
public final class BackupFile {

    private final Path path;

    public BackupFile(Path path) {
        this.path = path;
    }

    /**
     * Writes everything the database keeps at one moment.
     *
     * @param program the version of this program
     * @throws BackupException when the file is there already
     */
    public Manifest write(BackupStore store, String program, Instant at) throws IOException {
        if (Files.exists(path)) {
            throw BackupException.refused(path + " is there already; give a new name, a backup is never overwritten");
        }
        Path draft = path.resolveSibling(path.getFileName() + ".part");
        Files.deleteIfExists(draft);
        Manifest manifest;
        try (FileChannel channel = FileChannel.open(draft, WRITE_NEW, ownerOnly(path))) {
            OutputStream buffer = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            ZipOutputStream zip = new ZipOutputStream(buffer);
            manifest = fill(zip, store, program, at);
            zip.finish();
            buffer.flush();
            channel.force(true);
        }
        FaultPoint.before("move backup");
        try {
            // A link is made only where there is nothing yet: two backups of one name do not become one.
            Files.createLink(path, draft);
            Files.delete(draft);
        } catch (FileAlreadyExistsException e) {
            throw BackupException.refused(path + " is there already; give a new name, a backup is never overwritten");
        } catch (UnsupportedOperationException e) {
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
        }
        FaultPoint.after("move backup");
        return manifest;
    }

    private static final Set<OpenOption> WRITE_NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private static FileAttribute<?>[] ownerOnly(Path path) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static Manifest fill(ZipOutputStream zip, BackupStore store, String program, Instant at)
            throws IOException {
        zip.setLevel(Deflater.BEST_SPEED);
        Map<String, Tally> tallies = new HashMap<>();
        Whole whole = store.copyOut(table -> {
            zip.putNextEntry(new ZipEntry("tables/" + table + ".copy"));
            Tally tally = new Tally(zip);
            tallies.put(table, tally);
            return tally;
        });
        List<Part> parts = new ArrayList<>();
        for (Copied copied : whole.tables()) {
            Tally tally = tallies.get(copied.table().name());
            if (tally == null) {
                throw new IllegalStateException("no file for " + copied.table());
            }
            parts.add(new Part(
                    copied.table().name(), copied.table().columns(), copied.rows(), tally.bytes(), tally.sha256()));
        }
        Manifest manifest = new Manifest(
                program,
                whole.schema(),
                whole.server(),
                at.truncatedTo(ChronoUnit.SECONDS).toString(),
                parts,
                whole.series());
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(manifest.json());
        zip.closeEntry();
        return manifest;
    }

    /** What work does with an open archive. */
    interface Work<T> {
        T with(ZipFile archive, Manifest manifest) throws IOException;
    }

    /**
     * Reads the whole file and compares every table with what the backup says of itself.
     *
     * @throws BackupException when it is no backup, or not the one that was written
     */
    public Manifest verify() throws IOException {
        return open((archive, manifest) -> {
            for (Part part : manifest.tables()) {
                Tally tally = new Tally(OutputStream.nullOutputStream());
                try (InputStream in = rows(archive, part)) {
                    in.transferTo(tally);
                }
                if (tally.bytes() != part.bytes() || !tally.sha256().equals(part.sha256())) {
                    throw BackupException.damaged("the rows of table " + part.name() + " in " + path
                            + " are not those that were written; take another backup");
                }
            }
            return manifest;
        });
    }

    <T> T open(Work<T> work) throws IOException {
        try (ZipFile archive = new ZipFile(path.toFile())) {
            ZipEntry entry = archive.getEntry(Manifest.NAME);
            if (entry == null) {
                throw BackupException.refused(path + " is no backup of Coverbook: it has no " + Manifest.NAME);
            }
            byte[] json;
            try (InputStream in = archive.getInputStream(entry)) {
                json = in.readAllBytes();
            }
            return work.with(archive, Manifest.read(json));
        } catch (NoSuchFileException e) {
            throw BackupException.refused("there is no file " + path);
        } catch (ZipException e) {
            throw BackupException.damaged(path + " is no whole backup: " + e.getMessage());
        }
    }

    InputStream rows(ZipFile archive, Part part) throws IOException {
        ZipEntry entry = archive.getEntry(part.entry());
        if (entry == null) {
            throw BackupException.damaged("table " + part.name() + " is missing in " + path);
        }
        return archive.getInputStream(entry);
    }
}
