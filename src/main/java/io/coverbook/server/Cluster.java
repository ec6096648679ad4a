package io.coverbook.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of one server: made once, whole or not at all. */
final class Cluster {

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final Duration MAKING_LIMIT = Duration.ofMinutes(3);
    private static final List<String> LOCALES = List.of("C.UTF-8", "C");
    private static final String UNFINISHED = "cluster.new-";

    private final Layout layout;
    private final Host host;
    private final Passwords passwords;

    Cluster(Layout layout, Host host, Passwords passwords) {
        this.layout = layout;
        this.host = host;
        this.passwords = passwords;
    }

    Credentials admin() {
        return passwords
                .kept(Roles.ADMIN)
                .orElseThrow(() -> new ServerException("The password file " + layout.password(Roles.ADMIN)
                        + " is missing or empty, so the database beside it cannot be opened. Put it back from a"
                        + " backup, or restore the whole data directory."));
    }

    /** Makes the cluster if it is not there. The folder gets its name last: without it, nothing has happened. */
    void ensure(Tools tools) {
        try {
            if (!Files.exists(layout.cluster())) {
                clearUnfinished();
                make(tools);
            }
            refuseOtherVersion(tools);
        } catch (IOException e) {
            throw new ServerException(
                    "Cannot make the database files in " + layout.folder() + " (" + e + "). Make room on the disk or"
                            + " make the folder writable, and start again.",
                    e);
        }
    }

    private void make(Tools tools) throws IOException {
        LOG.info("Making the database files in {}", layout.cluster());
        if (passwords.kept(Roles.ADMIN).isEmpty()) {
            passwords.keep(Passwords.random(Roles.ADMIN), tools.account());
        }
        Path fresh = layout.folder().resolve(UNFINISHED + UUID.randomUUID());
        Tools.Outcome outcome = new Tools.Outcome(1, "");
        for (String locale : LOCALES) {
            outcome = initdb(tools, fresh, locale);
            if (outcome.ok()) {
                break;
            }
        }
        if (!outcome.ok()) {
            throw new ServerException("initdb could not make the database files in " + layout.folder() + ":\n"
                    + outcome.said() + "\nRemove the cause and start again; nothing has to be cleaned up by hand.");
        }
        Files.writeString(fresh.resolve("postgresql.conf"), "\ninclude_dir = 'conf.d'\n", StandardOpenOption.APPEND);
        Path settings = Files.createDirectory(fresh.resolve("conf.d"));
        Account account = tools.account();
        if (account != null) {
            account.own(settings);
        }
        Files.move(fresh, layout.cluster(), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(layout.folder())) {
            folder.force(true);
        }
    }

    private Tools.Outcome initdb(Tools tools, Path target, String locale) {
        return tools.run(
                MAKING_LIMIT,
                "initdb",
                List.of(
                        "--pgdata=" + target,
                        "--username=" + Roles.ADMIN,
                        "--pwfile=" + layout.password(Roles.ADMIN),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=" + locale,
                        "--data-checksums",
                        "--no-instructions"));
    }

    /** An initdb that outlived its killed program may still be writing; then its remains go at a later start. */
    private void clearUnfinished() throws IOException {
        try (DirectoryStream<Path> remains = Files.newDirectoryStream(layout.folder(), UNFINISHED + "*")) {
            for (Path remain : remains) {
                LOG.info("Removing the half-made database files {}", remain);
                removeIfQuiet(remain);
            }
        }
    }

    private static void removeIfQuiet(Path remain) throws IOException {
        try {
            Archive.delete(remain);
        } catch (DirectoryNotEmptyException | NoSuchFileException e) {
            LOG.info("Still being written to, so left for a later start: {}", e.getMessage());
        }
    }

    private void refuseOtherVersion(Tools tools) throws IOException {
        String written =
                Files.readString(layout.cluster().resolve("PG_VERSION")).strip();
        String brought = tools.majorVersion();
        if (!written.equals(brought)) {
            throw new ServerException("The database files in " + layout.cluster() + " are of PostgreSQL " + written
                    + ", this Coverbook brings PostgreSQL " + brought + ". Make a backup with the Coverbook that wrote"
                    + " them and restore it with this one into another --data-dir.");
        }
    }

    void writeSettings(int port, @Nullable Account account) {
        try {
            long free = Files.getFileStore(layout.folder()).getUsableSpace();
            Settings settings = new Settings(host.memoryBytes(), free, host.sharedBuffers());
            PrivateFile.write(layout.settings(), settings.text(port), account);
        } catch (IOException e) {
            throw new ServerException(
                    "Cannot write " + layout.settings() + " (" + e + "). Make room on the disk or make the folder"
                            + " writable, and start again.",
                    e);
        }
    }
}
