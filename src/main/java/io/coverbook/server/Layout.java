package io.coverbook.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Where everything of one embedded server lies: {@code <data directory>/postgres}. */
record Layout(Path folder) {

    /** Makes the folder if need be and closes it to everybody else. */
    static Layout in(Path dataDir) {
        Path folder = dataDir.resolve("postgres");
        try {
            Files.createDirectories(folder);
            if (!PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))
                    .equals("rwx------")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            return new Layout(folder.toRealPath());
        } catch (UnsupportedOperationException e) {
            throw new ServerException(
                    "The embedded PostgreSQL needs a file system with POSIX permissions, and " + folder
                            + " is on none. Choose another --data-dir, or give a server of your own with --db-url.",
                    e);
        } catch (IOException e) {
            throw new ServerException(
                    "Cannot use the data directory " + dataDir + " (" + e + "). Choose a --data-dir that this user"
                            + " may write to, run as the user it belongs to, or give a server of your own with --db-url.",
                    e);
        }
    }

    Path cluster() {
        return folder.resolve("cluster");
    }

    Path settings() {
        return cluster().resolve("conf.d").resolve("coverbook.conf");
    }

    Path log() {
        return folder.resolve("server.log");
    }

    Path password(String role) {
        return folder.resolve(role + ".password");
    }

    /** Held while the server is being started or stopped. */
    Path startLock() {
        return folder.resolve("start.lock");
    }

    /** Shared by every program that uses the server. */
    Path usersLock() {
        return folder.resolve("users.lock");
    }
}
