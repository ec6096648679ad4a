package io.coverbook.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Root must not run PostgreSQL, so it goes other ways; started as an ordinary user, every test here still proves something. */
class ServerAccountIT {

    private Path dir;

    @BeforeEach
    void openToAll() throws IOException {
        dir = Files.createTempDirectory("server-account");
        Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void endLeftovers() throws IOException {
        Leftovers.end(dir);
        Archive.delete(dir);
    }

    @Test
    void where_no_way_is_open_the_message_says_what_to_do() {
        Launcher absent = new Launcher("absent", List.of("no-such-program-here", "--"), null);
        ServerException refused =
                assertThrows(ServerException.class, () -> EmbeddedServer.open(dir, only(List.of(absent))));
        assertTrue(refused.getMessage().contains("absent ("), refused::getMessage);
        assertTrue(refused.getMessage().contains("as an ordinary user, or give a server of your own with --db-url"));
    }

    @Test
    void the_first_way_that_works_is_taken() throws SQLException {
        Launcher absent = new Launcher("absent", List.of("no-such-program-here", "--"), null);
        Launcher refusing = new Launcher("refusing", List.of("false"), null);
        List<Launcher> ways = new ArrayList<>(List.of(absent, refusing));
        ways.add(new Launcher("unshare", List.of("unshare", "-U", "--"), null));
        try (EmbeddedServer server = EmbeddedServer.open(dir, only(ways))) {
            assertEquals("1", Sql.ask(server.jdbcUrl(), server.app(), "select 1"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"setpriv", "runuser"})
    void root_may_borrow_an_account_and_nobody_else(String program) throws SQLException, IOException {
        List<Launcher> ways = borrowing(program);
        if (!root()) {
            assertThrows(ServerException.class, () -> EmbeddedServer.open(dir, only(ways)));
            return;
        }
        try (EmbeddedServer server = EmbeddedServer.open(dir, only(ways))) {
            assertEquals(ways.get(0).account().uid(), ownerOfTheProcess(dir));
            assertEquals("1", Sql.ask(server.jdbcUrl(), server.app(), "select 1"));
        }
        assertFalse(Leftovers.running(dir));
    }

    @Test
    void a_data_directory_that_the_account_cannot_reach_is_named() throws IOException {
        Path closed = Files.createDirectory(dir.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        Account stranger = new Account("stranger", Account.current(dir).uid() + 1, 1);
        Launcher way = new Launcher("as stranger", List.of("false"), stranger);
        ServerException refused = assertThrows(
                ServerException.class, () -> EmbeddedServer.open(closed.resolve("data"), only(List.of(way))));
        assertTrue(refused.getMessage().contains("may not pass through " + closed), refused::getMessage);
        assertTrue(refused.getMessage().contains("--data-dir"), refused::getMessage);
    }

    /** As root, the user is nobody, who has no home: the programs of PostgreSQL go into the data directory. */
    @Test
    void an_ordinary_user_has_a_server_and_root_later_runs_it_as_that_user() throws SQLException, IOException {
        Path data = Files.createDirectory(dir.resolve("data"));
        Launcher way = borrowing("setpriv").get(0);
        Account user = root() ? way.account() : Account.current(dir);
        String[] prefix = root() ? way.prefix().toArray(String[]::new) : new String[0];
        user.own(data);
        try (RunningProgram program = RunningProgram.launch(data, readableClassPath(), prefix)) {
            program.begin();
            assertTrue(program.url().startsWith("jdbc:postgresql://127.0.0.1:"));
            assertEquals(user.uid(), ownerOfTheProcess(data));
            assertEquals("CLOSED", program.closeServer());
            assertFalse(Leftovers.running(data));
        }
        try (EmbeddedServer server = EmbeddedServer.open(data)) {
            assertEquals(user.uid(), ownerOfTheProcess(data));
            assertEquals("1", Sql.ask(server.jdbcUrl(), server.app(), "select 1"));
        } finally {
            Leftovers.end(data);
        }
    }

    @Test
    void a_home_that_cannot_hold_the_programs_is_no_obstacle() throws SQLException, IOException {
        Path file = Files.writeString(dir.resolve("file"), "no folder can be made below");
        Launcher way = root() ? borrowing("setpriv").get(0) : new Launcher("directly", List.of(), null);
        Host homeless = new Host(Map.of(), file, Host.here().memoryBytes(), List.of(way));
        try (EmbeddedServer server = EmbeddedServer.open(dir, homeless)) {
            assertEquals("1", Sql.ask(server.jdbcUrl(), server.app(), "select 1"));
        }
    }

    private static int ownerOfTheProcess(Path dataDir) throws IOException {
        long pid = Leftovers.postmaster(dataDir).pid();
        return Account.ownerOf(Path.of("/proc", Long.toString(pid))).uid();
    }

    private boolean root() throws IOException {
        return Account.current(dir).uid() == 0;
    }

    private static Host only(List<Launcher> launchers) {
        Host here = Host.here();
        return new Host(Map.of(), here.home(), here.memoryBytes(), launchers);
    }

    private static List<Launcher> borrowing(String program) throws IOException {
        List<String> passwd = Files.readAllLines(Path.of("/etc/passwd"), StandardCharsets.ISO_8859_1);
        Account root = new Account("#0", 0, 0);
        return Launcher.candidates(root, root, Account.suitable(passwd)).stream()
                .filter(way -> way.name().startsWith(program))
                .toList();
    }

    /** The home of root is closed to others, and with it often the libraries. */
    private List<Path> readableClassPath() throws IOException {
        Path copies = Files.createDirectory(dir.resolve("classpath"));
        List<Path> readable = new ArrayList<>();
        for (Path part : RunningProgram.classPath()) {
            String name = part.getFileName().toString();
            if (Files.isDirectory(part)
                    || name.matches("(embedded-)?postgres.*|commons-.*|xz-.*|slf4j-.*|logback-.*")) {
                Path copy = copies.resolve(readable.size() + "-" + name);
                copy(part, copy);
                readable.add(copy);
            }
        }
        return readable;
    }

    private static void copy(Path from, Path into) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Files.copy(path, into.resolve(from.relativize(path).toString()));
            }
        }
    }
}
