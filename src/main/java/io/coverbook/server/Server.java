package io.coverbook.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one server process of a cluster: found if it runs, else started; stopped in the end. Callers hold the start lock,
 * so no other program starts or stops it meanwhile.
 */
final class Server {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration RECOVERY_LIMIT = Duration.ofMinutes(30);
    private static final Duration TOOL_LIMIT = START_LIMIT.plusSeconds(30);

    /**
     * A session that was emptying an unlogged table as its server was killed had still taken half of the new files away. The
     * first recovery makes that half anew and stumbles over the other; the second one finds both, and takes them for what
     * they are.
     */
    private static final Pattern HALF_EMPTIED =
            Pattern.compile("could not create file \"base/\\d+/\\d+\": File exists");

    private static final Pattern STALE_PID_FILE =
            Pattern.compile("postmaster.pid\" (already exists|is empty)|(bogus|invalid) data in (lock|PID) file");
    private static final String SQLSTATE_BUSY = "57P03";
    private static final String SQLSTATE_NO_ENTRY = "28P01";
    private static final String SQLSTATE_NO_CONNECTION_CLASS = "08";

    private final Layout layout;
    private final Host host;
    private final LogFile log;
    private final Cluster cluster;
    private final Roles roles;
    private @Nullable Tools tools;

    Server(Layout layout, Host host) {
        this.layout = layout;
        this.host = host;
        this.log = new LogFile(layout.log());
        Passwords passwords = new Passwords(layout);
        this.cluster = new Cluster(layout, host, passwords);
        this.roles = new Roles(passwords);
    }

    Roles roles() {
        return roles;
    }

    /** A server that answers, with its roles and its database. */
    Postmaster ensureRunning() {
        Patience starting = new Patience(START_LIMIT);
        Patience recovering = new Patience(RECOVERY_LIMIT);
        while (true) {
            Optional<Postmaster> alive = alive();
            boolean busy = false;
            if (alive.isPresent()) {
                Answer answer = ask(alive.get());
                if (answer == Answer.READY) {
                    return alive.get();
                }
                busy = answer == Answer.BUSY;
            } else {
                start();
            }
            if (busy ? recovering.over() : starting.over()) {
                throw new ServerException("The embedded PostgreSQL in " + layout.folder() + " did not answer in time. "
                        + log.lastLines() + "\nIf it recovers from a crash, start again in a while; if the disk is"
                        + " full, make room first.");
            }
            starting.pause();
        }
    }

    private Optional<Postmaster> alive() {
        return Postmaster.named(layout.cluster()).filter(named -> named.alive(layout.cluster()));
    }

    private enum Answer {
        READY,
        /** Starting, recovering or stopping. */
        BUSY,
        SILENT
    }

    private Answer ask(Postmaster postmaster) {
        try (Connection admin = new Connector(postmaster.port()).open(Roles.ADMIN_DATABASE, cluster.admin())) {
            roles.ensure(admin);
            return Answer.READY;
        } catch (SQLException e) {
            String state = String.valueOf(e.getSQLState());
            if (state.equals(SQLSTATE_BUSY)) {
                return Answer.BUSY;
            }
            if (state.startsWith(SQLSTATE_NO_CONNECTION_CLASS)) {
                return Answer.SILENT;
            }
            String remedy = state.equals(SQLSTATE_NO_ENTRY)
                    ? "Put back " + layout.password(Roles.ADMIN) + " from the same backup as the database."
                    : "The log says more: " + layout.log();
            throw new ServerException(
                    "The embedded PostgreSQL on port " + postmaster.port() + " refused " + Roles.ADMIN + ": "
                            + e.getMessage() + ". " + remedy,
                    e);
        }
    }

    /** One attempt; returns without a server if the next one may succeed. */
    private void start() {
        Tools programs = tools();
        cluster.ensure(programs);
        log.turnOver();
        long before = log.length();
        cluster.writeSettings(freePort(), programs.account());
        Tools.Outcome outcome = pgCtl("start", "--log=" + layout.log());
        if (outcome.ok()) {
            LOG.info("Started the embedded PostgreSQL in {}", layout.folder());
        } else if (alive().isEmpty() && !removeObstacle(outcome.said() + log.since(before))) {
            throw new ServerException("The embedded PostgreSQL in " + layout.folder() + " did not start: "
                    + outcome.said() + ". " + log.lastLines()
                    + "\nRemove the cause it names and start again, or give a server of your own with --db-url.");
        }
    }

    /** Whether what the server said of its failure is past, or being seen to, before the next attempt. */
    private boolean removeObstacle(String said) {
        if (said.contains("Address already in use")) {
            LOG.info("Another program took the port; taking another one");
            return true;
        }
        if (said.contains("shared memory block") && said.contains("still in use")) {
            LOG.info("Processes of a killed server are still there; asking them to end");
            ProcessHandle.allProcesses()
                    .filter(process -> Postmaster.serves(process, layout.cluster()))
                    .forEach(ProcessHandle::destroy);
            return true;
        }
        if (HALF_EMPTIED.matcher(said).find()) {
            LOG.info("The recovery met a table that was being emptied when the server was killed; recovering again");
            return true;
        }
        if (STALE_PID_FILE.matcher(said).find()) {
            removeStalePidFile();
            return true;
        }
        return false;
    }

    /** Its number belongs to another program by now, or a power cut left it empty. */
    private void removeStalePidFile() {
        Path file = Postmaster.file(layout.cluster());
        LOG.info("Removing {}: the server that wrote it is gone", file);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new ServerException("Cannot remove the stale " + file + " (" + e + "). Remove it by hand.", e);
        }
    }

    /** Open sessions are ended and rolled back; everything committed is on disk. */
    void stop() {
        if (alive().isEmpty()) {
            return;
        }
        Tools.Outcome outcome = pgCtl("stop", "--mode=fast");
        if (!outcome.ok() && alive().isPresent()) {
            throw new ServerException("The embedded PostgreSQL in " + layout.folder() + " was told to stop but has not"
                    + " within " + START_LIMIT.toSeconds() + " s: " + outcome.said() + ". " + log.lastLines()
                    + "\nIt stops when its disk has caught up; nothing committed is lost. The next start waits for"
                    + " it.");
        }
        LOG.info("Stopped the embedded PostgreSQL in {}", layout.folder());
    }

    private Tools.Outcome pgCtl(String action, String option) {
        return tools().run(
                        TOOL_LIMIT,
                        "pg_ctl",
                        List.of(
                                action,
                                "--pgdata=" + layout.cluster(),
                                option,
                                "--silent",
                                "--wait",
                                "--timeout=" + START_LIMIT.toSeconds()));
    }

    private Tools tools() {
        Tools chosen = tools;
        if (chosen == null) {
            chosen = Tools.choose(layout, host);
            tools = chosen;
        }
        return chosen;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new ServerException(
                    "No port is free on 127.0.0.1 (" + e + "). Close programs that hold many"
                            + " connections, and start again.",
                    e);
        }
    }
}
