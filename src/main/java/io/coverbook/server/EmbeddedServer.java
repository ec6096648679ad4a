package io.coverbook.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A PostgreSQL of one's own below a data directory, with nothing to install. Whoever opens it first starts it, any
 * number of programs use it together, and whoever closes it last stops it. A killed program leaves it running for the
 * next one; a killed server is started anew and recovers what was committed.
 */
public final class EmbeddedServer implements AutoCloseable {

    private static final Map<Path, SharedServer> SERVERS = new ConcurrentHashMap<>();

    private final SharedServer shared;
    private final Layout layout;
    private final Connector connector;
    private final Credentials owner;
    private final Credentials app;
    private final AtomicBoolean closed = new AtomicBoolean();

    EmbeddedServer(SharedServer shared, Layout layout, Connector connector, Roles roles) {
        this.shared = shared;
        this.layout = layout;
        this.connector = connector;
        this.owner = roles.owner();
        this.app = roles.app();
    }

    /**
     * Starts the server of a data directory, or joins it if it runs.
     *
     * @throws ServerException if it cannot be had; the message says what to do
     */
    public static EmbeddedServer open(Path dataDir) {
        return open(dataDir, Host.here());
    }

    /** The first to open a data directory in this program brings the host for all. */
    static EmbeddedServer open(Path dataDir, Host host) {
        Layout layout = Layout.in(dataDir);
        return SERVERS.computeIfAbsent(layout.folder(), folder -> new SharedServer(layout, host))
                .open();
    }

    /** The database {@code coverbook}, without user and password. */
    public String jdbcUrl() {
        return connector.url(Roles.DATABASE);
    }

    /** Owns the database and makes its tables. */
    public Credentials owner() {
        return owner;
    }

    /** Owns nothing and may only what the owner grants it. */
    public Credentials app() {
        return app;
    }

    /** Whether it runs where it was opened; a killed one that somebody started anew answers elsewhere. */
    public boolean running() {
        return Postmaster.named(layout.cluster())
                .filter(named -> named.port() == connector.port() && named.alive(layout.cluster()))
                .isPresent();
    }

    /** Where it is and where its log is, for people. */
    public String describe() {
        return "embedded PostgreSQL at 127.0.0.1:" + connector.port() + ", files in " + layout.cluster() + ", log "
                + layout.log();
    }

    /** Stops the server if no other program uses it; closing again does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            shared.leave();
        }
    }
}
