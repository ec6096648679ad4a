package io.coverbook.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A lock between programs, held on an open file: when a program dies, however it dies, the system lets go of it. */
final class ProgramLock implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;
    private @Nullable FileLock held;

    private ProgramLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Waits until no other program holds the lock in any way. */
    static ProgramLock exclusive(Path file, Duration limit) {
        return take(file, false, limit);
    }

    /** Waits until no other program holds the lock alone. */
    static ProgramLock shared(Path file, Duration limit) {
        return take(file, true, limit);
    }

    private static ProgramLock take(Path file, boolean shared, Duration limit) {
        try {
            ProgramLock lock = new ProgramLock(
                    file,
                    FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
            Patience patience = new Patience(limit);
            while (!lock.acquire(shared)) {
                if (patience.over()) {
                    lock.close();
                    throw new ServerException("Another program has held " + file + " for more than "
                            + limit.toSeconds() + " s. Look for a stopped or hanging Coverbook that uses this data"
                            + " directory, end it, and start again.");
                }
                patience.pause();
            }
            return lock;
        } catch (IOException e) {
            throw new ServerException(
                    "Cannot lock " + file + " (" + e + "). The data directory must be writable for this user and lie"
                            + " on a file system with locks; choose another --data-dir or run as its owner.",
                    e);
        }
    }

    private boolean acquire(boolean shared) throws IOException {
        held = channel.tryLock(0, Long.MAX_VALUE, shared);
        return held != null;
    }

    /** Gives up the shared lock; true if nobody else holds one, and then this program holds the lock alone. */
    boolean lastOneOut() {
        try {
            FileLock shared = held;
            if (shared != null) {
                shared.release();
            }
            return acquire(false);
        } catch (IOException e) {
            throw new ServerException("Cannot give up the lock " + file + " (" + e + "). Ending the program does.", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new ServerException("Cannot close the lock " + file + " (" + e + "). Ending the program does.", e);
        }
    }
}
