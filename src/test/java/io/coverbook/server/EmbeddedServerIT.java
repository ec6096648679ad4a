package io.coverbook.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a running server promises. One server for all tests of this class. */
class EmbeddedServerIT {

    @TempDir
    static Path dir;

    private static EmbeddedServer server;

    @BeforeAll
    static void open() {
        server = EmbeddedServer.open(dir);
    }

    @AfterAll
    static void close() {
        try {
            server.close();
            assertFalse(Leftovers.running(dir), "the last one out stops the server");
        } finally {
            Leftovers.end(dir);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "data_checksums, on",
        "autovacuum, on",
        "jit, off",
        "listen_addresses, 127.0.0.1",
        "unix_socket_directories, ''",
        "password_encryption, scram-sha-256",
        "server_encoding, UTF8",
        "checkpoint_timeout, 30min",
        "max_connections, 60",
        "lc_messages, C",
        "log_timezone, UTC"
    })
    void the_server_is_durable_and_closed(String setting, String value) throws SQLException {
        Credentials admin =
                new Passwords(Layout.in(dir)).kept("coverbook_admin").orElseThrow();
        assertEquals(value, Sql.ask(server.jdbcUrl(), admin, "show " + setting));
    }

    @Test
    void everybody_needs_a_password() throws SQLException {
        Credentials guess = new Credentials(server.app().user(), "guess");
        SQLException refused = assertThrows(SQLException.class, () -> Sql.ask(server.jdbcUrl(), guess, "select 1"));
        assertEquals("28P01", refused.getSQLState());
    }

    @Test
    void the_database_sorts_by_bytes_and_belongs_to_the_owner() throws SQLException {
        assertEquals(
                "UTF8 C coverbook_owner",
                Sql.ask(
                        server.jdbcUrl(),
                        server.app(),
                        "select concat_ws(' ', pg_encoding_to_char(encoding), datcollate, pg_get_userbyid(datdba))"
                                + " from pg_database where datname = current_database()"));
    }

    @Test
    void the_app_owns_nothing_and_makes_no_table() throws SQLException {
        SQLException refused = assertThrows(
                SQLException.class,
                () -> Sql.tell(server.jdbcUrl(), server.app(), "create table public.mine (id int)"));
        assertEquals("42501", refused.getSQLState());
        assertEquals(
                "0",
                Sql.ask(
                        server.jdbcUrl(),
                        server.app(),
                        "select count(*) from pg_shdepend where deptype = 'o' and refobjid = 'coverbook_app'::regrole"));
        assertEquals(
                "f f f f",
                Sql.ask(
                        server.jdbcUrl(),
                        server.app(),
                        "select concat_ws(' ', rolsuper, rolcreatedb, rolcreaterole, rolbypassrls) from pg_roles"
                                + " where rolname = current_user"));
    }

    @Test
    void the_owner_makes_tables_and_grants_them() throws SQLException {
        Sql.tell(server.jdbcUrl(), server.owner(), "create table granted (id int)");
        Sql.tell(server.jdbcUrl(), server.owner(), "grant insert, select on granted to coverbook_app");
        Sql.tell(server.jdbcUrl(), server.app(), "insert into granted values (7)");
        assertEquals("7", Sql.ask(server.jdbcUrl(), server.app(), "select id from granted"));
    }

    @Test
    void nobody_else_may_read_the_files() throws IOException {
        Path folder = dir.resolve("postgres");
        assertEquals("rwx------", mode(folder));
        for (String role : new String[] {"coverbook_admin", "coverbook_owner", "coverbook_app"}) {
            assertEquals("rw-------", mode(folder.resolve(role + ".password")), role);
        }
    }

    @Test
    void no_password_is_shown_or_logged() throws IOException {
        String log = Files.readString(dir.resolve("postgres/server.log"));
        for (Credentials secret : new Credentials[] {server.owner(), server.app()}) {
            assertFalse(log.contains(secret.password()), secret.user());
            assertFalse(server.describe().contains(secret.password()), secret.user());
        }
        assertTrue(server.describe().contains(dir.toRealPath().toString()), server.describe());
    }

    @Test
    void opened_again_in_the_same_program_it_is_the_same_server() throws SQLException, IOException {
        Path detour = Files.createSymbolicLink(dir.resolveSibling(dir.getFileName() + "-link"), dir);
        EmbeddedServer again = EmbeddedServer.open(detour);
        try {
            assertEquals(server.jdbcUrl(), again.jdbcUrl());
            assertEquals(server.app(), again.app());
        } finally {
            again.close();
            again.close();
            Files.delete(detour);
        }
        assertEquals("1", Sql.ask(server.jdbcUrl(), server.app(), "select 1"), "closing twice counts once");
    }

    @Test
    void another_data_directory_is_another_server(@TempDir Path other) throws SQLException {
        try (EmbeddedServer second = EmbeddedServer.open(other)) {
            assertFalse(second.jdbcUrl().equals(server.jdbcUrl()), second::describe);
            Sql.tell(second.jdbcUrl(), second.owner(), "create table only_here ()");
            assertEquals("t", Sql.ask(server.jdbcUrl(), server.owner(), "select to_regclass('only_here') is null"));
        } finally {
            Leftovers.end(other);
        }
    }

    @Test
    void the_terminal_has_no_hold_on_the_server() throws IOException {
        long pid = Leftovers.postmaster(dir).pid();
        String[] stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"))
                .replaceFirst("^.*\\) ", "")
                .split(" ");
        assertEquals(Long.toString(pid), stat[3], "leads a session of its own");
        assertEquals("0", stat[4], "has no terminal");
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
