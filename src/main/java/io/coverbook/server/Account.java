package io.coverbook.server;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An unprivileged account of the machine, as which root lets the server run. */
record Account(String name, int uid, int gid) {

    private static final List<String> SUITABLE = List.of("postgres", "nobody");

    /** The accounts of a password file ({@code name:x:uid:gid:...}) that may own a server, the most fitting first. */
    static List<Account> suitable(List<String> passwdLines) {
        return SUITABLE.stream()
                .flatMap(name -> passwdLines.stream()
                        .map(line -> line.split(":", -1))
                        .filter(cell -> cell.length > 3 && cell[0].equals(name))
                        .filter(cell -> cell[2].matches("\\d{1,9}") && cell[3].matches("\\d{1,9}"))
                        .map(cell -> new Account(name, Integer.parseInt(cell[2]), Integer.parseInt(cell[3])))
                        .limit(1))
                .filter(account -> account.uid() != 0)
                .toList();
    }

    /** The owner of a file or folder, named by its number. */
    static Account ownerOf(Path path) throws IOException {
        int uid = (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        int gid = (Integer) Files.getAttribute(path, "unix:gid", LinkOption.NOFOLLOW_LINKS);
        return new Account("#" + uid, uid, gid);
    }

    /** Whoever this program runs as, found by making a file. */
    static Account current(Path folder) throws IOException {
        Path probe = Files.createTempFile(folder, "owner", ".probe");
        try {
            return ownerOf(probe);
        } finally {
            Files.delete(probe);
        }
    }

    void own(Path path) throws IOException {
        Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
    }

    /** Takes over a folder and all that lies in it, unless it is this account's already. */
    void ownAll(Path folder) throws IOException {
        if (ownerOf(folder).uid() == uid) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                own(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                own(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** The outermost folder on the way to the path through which this account may not walk. */
    Optional<Path> barrier(Path path) throws IOException {
        Optional<Path> barrier = Optional.empty();
        for (Path folder = path.toAbsolutePath().getParent(); folder != null; folder = folder.getParent()) {
            boolean open = Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE);
            if (!open && ownerOf(folder).uid() != uid) {
                barrier = Optional.of(folder);
            }
        }
        return barrier;
    }
}
