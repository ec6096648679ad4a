package io.coverbook.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

    private static final Account ROOT = new Account("#0", 0, 0);
    private static final Account PERSON = new Account("#1000", 1000, 1000);
    private static final List<Account> SUITABLE =
            List.of(new Account("postgres", 70, 71), new Account("nobody", 65534, 65533));

    @TempDir
    Path dir;

    @Test
    void an_ordinary_user_needs_no_help_unless_he_has_no_name() {
        assertEquals(List.of("directly", "unshare"), names(Launcher.candidates(PERSON, PERSON, SUITABLE)));
        assertEquals(
                List.of(), Launcher.candidates(PERSON, PERSON, SUITABLE).get(0).prefix());
    }

    @Test
    void root_hides_in_a_namespace_before_it_borrows_an_account() {
        List<Launcher> candidates = Launcher.candidates(ROOT, ROOT, SUITABLE);
        assertEquals(
                List.of(
                        "unshare",
                        "setpriv as postgres",
                        "runuser as postgres",
                        "setpriv as nobody",
                        "runuser as nobody"),
                names(candidates));
        assertEquals(
                List.of("setpriv", "--reuid=70", "--regid=71", "--clear-groups", "--"),
                candidates.get(1).prefix());
        assertEquals(List.of("runuser", "-u", "nobody", "--"), candidates.get(4).prefix());
    }

    @Test
    void root_runs_the_server_of_a_user_as_that_user() {
        assertEquals(List.of("setpriv as #1000"), names(Launcher.candidates(ROOT, PERSON, SUITABLE)));
    }

    @Test
    void accounts_are_found_in_the_password_file() {
        List<String> passwd = List.of(
                "root:x:0:0:root:/root:/bin/bash",
                "nobody:x:65534:65533:nobody:/nonexistent:/usr/sbin/nologin",
                "broken",
                "postgres:x:seventy:71::/:",
                "postgres:x:70:71::/:",
                "someone:x:1000:1000::/:");
        assertEquals(SUITABLE, Account.suitable(passwd));
        assertEquals(List.of(), Account.suitable(List.of("nobody:x:0:0::/:")));
    }

    @Test
    void the_outermost_closed_folder_is_the_barrier() throws IOException {
        Path closed = Files.createDirectories(dir.resolve("closed"));
        Path within = Files.createDirectories(closed.resolve("within"));
        Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        Account stranger = new Account("stranger", Account.ownerOf(dir).uid() + 1, 1);
        assertEquals(Optional.of(closed), stranger.barrier(within));
        assertEquals(Optional.empty(), Account.ownerOf(dir).barrier(within));
    }

    @Test
    void the_cache_is_where_the_user_says_or_where_caches_are() {
        Layout layout = new Layout(dir);
        Path home = Path.of("/home/person");
        Path fallback = dir.resolve("programs");
        assertEquals(
                List.of(Path.of("/fast")),
                host(Map.of("COVERBOOK_CACHE_DIR", "/fast", "XDG_CACHE_HOME", "/x"), home)
                        .caches(layout));
        assertEquals(
                List.of(Path.of("/x/coverbook"), fallback),
                host(Map.of("XDG_CACHE_HOME", "/x"), home).caches(layout));
        assertEquals(
                List.of(home.resolve(".cache/coverbook"), fallback),
                host(Map.of("XDG_CACHE_HOME", "relative/is/void"), home).caches(layout));
    }

    @Test
    void a_password_is_never_shown() {
        Credentials secret = Passwords.random("coverbook_app");
        assertTrue(secret.password().length() >= 32, "24 random bytes");
        assertEquals("Credentials[user=coverbook_app, password=hidden]", secret.toString());
    }

    private static Host host(Map<String, String> environment, Path home) {
        return new Host(environment, home, 1L << 30, null);
    }

    private static List<String> names(List<Launcher> launchers) {
        return launchers.stream().map(Launcher::name).toList();
    }
}
