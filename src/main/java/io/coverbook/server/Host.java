package io.coverbook.server;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the machine and the user's surroundings say.
 *
 * @param launchers the ways to run the server's programs, the best first; null to find them out
 */
record Host(
        Map<String, String> environment,
        Path home,
        long memoryBytes,
        @Nullable List<Launcher> launchers) {

    private static final Path PASSWD = Path.of("/etc/passwd");

    static Host here() {
        // Aware of the limits of a container.
        long memory =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return new Host(Map.copyOf(System.getenv()), Path.of(System.getProperty("user.home")), memory, null);
    }

    List<Launcher> launchersFor(Layout layout) throws IOException {
        if (launchers != null) {
            return launchers;
        }
        Account current = Account.current(layout.folder());
        Account keeper = Files.exists(layout.cluster()) ? Account.ownerOf(layout.cluster()) : current;
        List<Account> accounts = Files.isReadable(PASSWD)
                ? Account.suitable(Files.readAllLines(PASSWD, StandardCharsets.ISO_8859_1))
                : List.of();
        return Launcher.candidates(current, keeper, accounts);
    }

    /** Where the server's programs are unpacked, the best place first. */
    List<Path> caches(Layout layout) {
        String own = environment.getOrDefault("COVERBOOK_CACHE_DIR", "");
        if (!own.isBlank()) {
            return List.of(Path.of(own).toAbsolutePath());
        }
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path usual = xdg.startsWith("/") ? Path.of(xdg) : home.resolve(".cache");
        return List.of(usual.resolve("coverbook"), layout.folder().resolve("programs"));
    }

    @Nullable String sharedBuffers() {
        return environment.get("COVERBOOK_PG_SHARED_BUFFERS");
    }
}
