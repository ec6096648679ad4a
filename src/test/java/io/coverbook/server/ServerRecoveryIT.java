package io.coverbook.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After whatever happened, the next start needs no hand work, and what was committed is there. */
class ServerRecoveryIT {

    @TempDir
    Path dir;

    @AfterEach
    void endLeftovers() {
        Leftovers.end(dir);
    }

    @Test
    void whatever_the_pid_file_says_the_server_starts() throws SQLException, IOException {
        keepARow();
        Path file = Postmaster.file(Leftovers.clusterIn(dir));
        String rest =
                "\n" + Leftovers.clusterIn(dir) + "\n1795366643\n5432\n\n127.0.0.1\n        0         0\nready   \n";
        for (String stale :
                List.of(Long.toString(deadPid()) + rest, ProcessHandle.current().pid() + rest, "", "no number\n")) {
            Files.writeString(file, stale);
            assertTheRowIsThere();
        }
    }

    @Test
    void a_killed_server_is_started_again_and_recovers() throws SQLException {
        try (EmbeddedServer first = EmbeddedServer.open(dir)) {
            Sql.tell(first.jdbcUrl(), first.owner(), "create table kept as select 42 as id");
            kill(Leftovers.postmaster(dir));
            try (EmbeddedServer second = EmbeddedServer.open(dir)) {
                assertEquals("42", Sql.ask(second.jdbcUrl(), second.owner(), "select id from kept"));
            }
            assertTrue(Leftovers.running(dir), "the first has not closed yet");
        }
        assertFalse(Leftovers.running(dir));
    }

    /** What a session leaves that was emptying a table that is not logged, and had begun to undo it, as its server died. */
    @Test
    void a_table_that_was_being_emptied_does_not_stop_the_recovery() throws SQLException, IOException {
        try (EmbeddedServer first = EmbeddedServer.open(dir)) {
            Sql.tell(first.jdbcUrl(), first.owner(), "create table kept as select 42 as id");
            Sql.tell(first.jdbcUrl(), first.owner(), "create unlogged table spare (id int)");
            String file = Sql.ask(first.jdbcUrl(), first.owner(), "select pg_relation_filepath('spare')");
            kill(Leftovers.postmaster(dir));
            Leftovers.await("the processes to end", () -> !Leftovers.running(dir));
            Files.delete(Leftovers.clusterIn(dir).resolve(file + "_init"));
            assertTrue(Files.exists(Leftovers.clusterIn(dir).resolve(file)));
            try (EmbeddedServer second = EmbeddedServer.open(dir)) {
                assertEquals("42", Sql.ask(second.jdbcUrl(), second.owner(), "select id from kept"));
                assertEquals("0", Sql.ask(second.jdbcUrl(), second.owner(), "select count(*) from spare"));
            }
            String log = Files.readString(Layout.in(dir).log());
            assertTrue(log.contains("could not create file \"" + file + "\": File exists"), log);
        }
    }

    /** A session that computes does not notice the death of its server, and keeps its memory from the next one. */
    @Test
    void a_session_that_outlives_its_server_is_ended() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (EmbeddedServer first = EmbeddedServer.open(dir);
                Connection busy = DriverManager.getConnection(
                        first.jdbcUrl(), first.owner().user(), first.owner().password());
                Statement statement = busy.createStatement()) {
            Future<Boolean> endless =
                    thread.submit(() -> statement.execute("select count(*) from generate_series(1, 1000000000000)"));
            Leftovers.await("the statement to run", () -> active(first));
            kill(Leftovers.postmaster(dir));
            try (EmbeddedServer second = EmbeddedServer.open(dir)) {
                assertEquals("1", Sql.ask(second.jdbcUrl(), second.owner(), "select 1"));
            }
            assertThrows(ExecutionException.class, endless::get);
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void half_made_database_files_are_made_anew() throws SQLException, IOException {
        Path half = Files.createDirectories(dir.resolve("postgres/cluster.new-killed/base/1"));
        Files.writeString(half.resolve("PG_VERSION"), "18\n");
        keepARow();
        assertFalse(Files.exists(dir.resolve("postgres/cluster.new-killed")));
        assertTheRowIsThere();
    }

    /** Each line undoes a later part of what a first start does after the server runs. */
    @Test
    void roles_and_database_are_completed_wherever_the_first_start_was_killed() throws SQLException, IOException {
        keepARow();
        Layout layout = Layout.in(dir);
        Credentials admin = new Passwords(layout).kept("coverbook_admin").orElseThrow();
        List<List<String>> undone = List.of(
                List.of(),
                List.of("alter role coverbook_app password null"),
                List.of("drop role coverbook_app"),
                List.of("drop role coverbook_app", "drop database coverbook"),
                List.of("drop role coverbook_app", "drop database coverbook", "drop role coverbook_owner"));
        for (List<String> orders : undone) {
            try (EmbeddedServer server = EmbeddedServer.open(dir)) {
                String url = server.jdbcUrl().replaceFirst("coverbook$", "postgres");
                for (String order : orders) {
                    Sql.tell(url, admin, order);
                }
            }
            Files.delete(layout.password("coverbook_app"));
            if (orders.size() == 3) {
                Files.delete(layout.password("coverbook_owner"));
            }
            try (EmbeddedServer server = EmbeddedServer.open(dir)) {
                Sql.tell(
                        server.jdbcUrl(),
                        server.owner(),
                        "create table made_anew_" + orders.size() + undone.indexOf(orders) + " ()");
                assertEquals("coverbook_app", Sql.ask(server.jdbcUrl(), server.app(), "select current_user"));
            }
        }
    }

    @Test
    void a_server_that_cannot_start_says_why_and_holds_nothing_back() throws SQLException, IOException {
        keepARow();
        Path wrong = Files.writeString(Leftovers.clusterIn(dir).resolve("conf.d/own.conf"), "work_mem = 'plenty'\n");
        ServerException refused = assertThrows(ServerException.class, () -> EmbeddedServer.open(dir));
        assertTrue(refused.getMessage().contains("invalid value for parameter \"work_mem\""), refused::getMessage);
        assertTrue(refused.getMessage().contains("start again"), refused::getMessage);
        Files.delete(wrong);
        assertTheRowIsThere();
    }

    @Test
    void database_files_of_another_version_are_left_alone() throws SQLException, IOException {
        keepARow();
        Path version = Leftovers.clusterIn(dir).resolve("PG_VERSION");
        String right = Files.readString(version);
        Files.writeString(version, "17\n");
        ServerException refused = assertThrows(ServerException.class, () -> EmbeddedServer.open(dir));
        assertTrue(refused.getMessage().contains("of PostgreSQL 17"), refused::getMessage);
        Files.writeString(version, right);
        assertTheRowIsThere();
    }

    @Test
    void a_lost_password_file_of_the_administrator_is_named() throws SQLException, IOException {
        keepARow();
        Path file = dir.resolve("postgres/coverbook_admin.password");
        String right = Files.readString(file);
        Files.delete(file);
        ServerException refused = assertThrows(ServerException.class, () -> EmbeddedServer.open(dir));
        assertTrue(refused.getMessage().contains("coverbook_admin.password"), refused::getMessage);
        assertFalse(Leftovers.running(dir), "nothing is left running");
        Files.writeString(file, right);
        assertTheRowIsThere();
    }

    private void keepARow() throws SQLException {
        try (EmbeddedServer server = EmbeddedServer.open(dir)) {
            Sql.tell(server.jdbcUrl(), server.owner(), "create table kept as select 42 as id");
        }
    }

    private void assertTheRowIsThere() throws SQLException {
        try (EmbeddedServer server = EmbeddedServer.open(dir)) {
            assertEquals("42", Sql.ask(server.jdbcUrl(), server.owner(), "select id from kept"));
        }
        // On a busy machine the last process is seen for a moment after the server has said that it is down.
        Leftovers.await("the server to end", () -> !Leftovers.running(dir));
    }

    private static boolean active(EmbeddedServer server) {
        try {
            return !Sql.ask(
                            server.jdbcUrl(),
                            server.owner(),
                            "select count(*) from pg_stat_activity where state = 'active' and query like '%1000000000000)'"
                                    + " and pid <> pg_backend_pid()")
                    .equals("0");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void kill(Postmaster postmaster) {
        assertTrue(ProcessHandle.of(postmaster.pid()).orElseThrow().destroyForcibly());
    }

    private static long deadPid() throws IOException {
        Process process = new ProcessBuilder("true").start();
        process.onExit().join();
        return process.pid();
    }
}
