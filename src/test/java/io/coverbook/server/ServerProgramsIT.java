package io.coverbook.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several programs, killed or not, and one data directory. */
class ServerProgramsIT {

    @TempDir
    Path dir;

    @AfterEach
    void endLeftovers() {
        Leftovers.end(dir);
    }

    @Test
    void the_second_program_joins_and_the_last_one_out_stops() throws Exception {
        try (RunningProgram child = RunningProgram.launch(dir)) {
            String url;
            Credentials app;
            try (EmbeddedServer server = EmbeddedServer.open(dir)) {
                url = server.jdbcUrl();
                app = server.app();
                assertEquals(url, child.begin().url());
            }
            assertEquals("1", Sql.ask(url, app, "select 1"), "the child still uses it");
            assertEquals("CLOSED", child.closeServer());
            assertFalse(Leftovers.running(dir));
        }
    }

    @Test
    void a_killed_program_leaves_its_server_and_data_to_the_next() throws Exception {
        Postmaster started;
        try (RunningProgram child = RunningProgram.launch(dir)) {
            child.begin().url();
            started = Leftovers.postmaster(dir);
            child.kill();
        }
        try (EmbeddedServer server = EmbeddedServer.open(dir)) {
            assertEquals(started, Leftovers.postmaster(dir), "joined, not started anew");
            Sql.tell(server.jdbcUrl(), server.owner(), "create table kept as select 42 as id");
        }
        assertFalse(Leftovers.running(dir));
        try (EmbeddedServer server = EmbeddedServer.open(dir)) {
            assertEquals("42", Sql.ask(server.jdbcUrl(), server.owner(), "select id from kept"));
        }
    }

    @Test
    void two_programs_that_start_at_the_same_instant_share_one_server() throws Exception {
        try (RunningProgram one = RunningProgram.launch(dir);
                RunningProgram two = RunningProgram.launch(dir)) {
            one.begin();
            two.begin();
            assertEquals(one.url(), two.url());
            assertEquals("CLOSED", one.closeServer());
            assertTrue(Leftovers.running(dir), "the other still uses it");
            assertEquals("CLOSED", two.closeServer());
            assertFalse(Leftovers.running(dir));
        }
    }

    @Test
    void a_program_killed_while_it_makes_the_database_files_leaves_no_hand_work() throws Exception {
        Files.createDirectories(dir.resolve("postgres"));
        try (RunningProgram child = RunningProgram.launch(dir)) {
            child.begin();
            Leftovers.await("initdb to begin", this::making);
            child.kill();
        }
        assertFalse(Files.exists(Leftovers.clusterIn(dir)), "killed too late to prove anything");
        try (EmbeddedServer server = EmbeddedServer.open(dir)) {
            assertEquals("1", Sql.ask(server.jdbcUrl(), server.app(), "select 1"));
        }
    }

    @Test
    void a_first_start_killed_at_any_moment_is_finished_by_the_next() throws Exception {
        Path marker = dir.resolve("postgres/coverbook_owner.password");
        try (RunningProgram child = RunningProgram.launch(dir)) {
            child.begin();
            Leftovers.await("the first role", () -> Files.exists(marker));
            child.kill();
        }
        assertReachable();
    }

    private boolean making() {
        try (DirectoryStream<Path> halves = Files.newDirectoryStream(dir.resolve("postgres"), "cluster.new-*")) {
            return halves.iterator().hasNext();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void assertReachable() throws SQLException {
        try (EmbeddedServer server = EmbeddedServer.open(dir)) {
            assertEquals("1", Sql.ask(server.jdbcUrl(), server.app(), "select 1"));
            assertEquals("1", Sql.ask(server.jdbcUrl(), server.owner(), "select 1"));
        }
    }
}
