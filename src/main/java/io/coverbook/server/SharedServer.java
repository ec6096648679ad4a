package io.coverbook.server;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The server of one data directory as this program sees it, opened any number of times in it. */
final class SharedServer {

    /** Long enough for another program to recover a large database. */
    private static final Duration TURN_LIMIT = Duration.ofMinutes(35);

    private final Layout layout;
    private final Server server;
    private @Nullable ProgramLock users;
    private int opened;

    SharedServer(Layout layout, Host host) {
        this.layout = layout;
        this.server = new Server(layout, host);
    }

    synchronized EmbeddedServer open() {
        ProgramLock turn = ProgramLock.exclusive(layout.startLock(), TURN_LIMIT);
        try {
            return join();
        } finally {
            turn.close();
        }
    }

    /** The last user of all programs stops the server. */
    synchronized void leave() {
        ProgramLock turn = ProgramLock.exclusive(layout.startLock(), TURN_LIMIT);
        try {
            depart();
        } finally {
            turn.close();
        }
    }

    private EmbeddedServer join() {
        if (users == null) {
            users = ProgramLock.shared(layout.usersLock(), TURN_LIMIT);
        }
        opened++;
        try {
            Postmaster postmaster = server.ensureRunning();
            return new EmbeddedServer(this, layout, new Connector(postmaster.port()), server.roles());
        } catch (ServerException e) {
            try {
                depart();
            } catch (ServerException further) {
                e.addSuppressed(further);
            }
            throw e;
        }
    }

    private void depart() {
        opened--;
        ProgramLock mine = users;
        if (opened > 0 || mine == null) {
            return;
        }
        users = null;
        try {
            if (mine.lastOneOut()) {
                server.stop();
            }
        } finally {
            mine.close();
        }
    }
}
