package io.coverbook.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The programs of PostgreSQL, and the way in which they can be run here. */
final class Tools {

    private static final Logger LOG = LoggerFactory.getLogger(Tools.class);
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(30);

    /** How a program ended and what it said. */
    record Outcome(int exit, String said) {

        boolean ok() {
            return exit == 0;
        }
    }

    private final Layout layout;
    private final Launcher launcher;
    private final Path home;

    private Tools(Layout layout, Launcher launcher, Path home) {
        this.layout = layout;
        this.launcher = launcher;
        this.home = home;
    }

    /** Tries the launchers in their order, each with a program that refuses what the server would refuse. */
    static Tools choose(Layout layout, Host host) {
        List<String> obstacles = new ArrayList<>();
        try {
            for (Launcher launcher : host.launchersFor(layout)) {
                Optional<Tools> found = launcher.account() == null
                        ? withFirst(layout, launcher, host, obstacles)
                        : withReachable(layout, launcher, host, obstacles);
                if (found.isPresent()) {
                    LOG.debug("The PostgreSQL programs in {} run {}", found.get().home, launcher.name());
                    return found.get();
                }
            }
        } catch (IOException e) {
            throw new ServerException(
                    "Cannot look at the owner of " + layout.folder() + " (" + e + "). Run as the user it belongs to, or"
                            + " choose another --data-dir.",
                    e);
        }
        throw new ServerException("The embedded PostgreSQL cannot be run here (it never runs as root). Tried:\n  "
                + String.join("\n  ", obstacles)
                + "\nRun Coverbook as an ordinary user, or give a server of your own with --db-url.");
    }

    private static Optional<Tools> withFirst(Layout layout, Launcher launcher, Host host, List<String> obstacles) {
        Tools tools = new Tools(layout, launcher, Archive.forThisPlatform().unpackedInOneOf(host.caches(layout)));
        return tools.usable(obstacles);
    }

    /** Another account may not reach this user's cache, but it owns the folder of the server. */
    private static Optional<Tools> withReachable(Layout layout, Launcher launcher, Host host, List<String> obstacles)
            throws IOException {
        Account account = launcher.account();
        if (account == null) {
            return Optional.empty();
        }
        Optional<Path> barrier = account.barrier(layout.folder());
        if (barrier.isPresent()) {
            obstacles.add(launcher.name() + ": the account may not pass through " + barrier.get()
                    + "; a --data-dir outside of it would do");
            return Optional.empty();
        }
        account.ownAll(layout.folder());
        for (Path cache : host.caches(layout)) {
            Optional<Tools> usable = unpackedIn(cache, layout, launcher, obstacles);
            if (usable.isPresent()) {
                return usable;
            }
        }
        return Optional.empty();
    }

    private static Optional<Tools> unpackedIn(Path cache, Layout layout, Launcher launcher, List<String> obstacles) {
        try {
            return new Tools(layout, launcher, Archive.forThisPlatform().unpackedIn(cache)).usable(obstacles);
        } catch (IOException e) {
            obstacles.add(launcher.name() + " (" + cache + "): " + e);
            return Optional.empty();
        }
    }

    /** {@code initdb --show} changes nothing, but refuses root, and a user without a name. */
    private Optional<Tools> usable(List<String> obstacles) {
        try {
            Outcome outcome = execute(
                    PROBE_LIMIT,
                    "initdb",
                    List.of("--show", "-D", layout.folder().resolve("none").toString()));
            if (outcome.ok()) {
                return Optional.of(this);
            }
            obstacles.add(launcher.name() + " (" + home + "): " + outcome.said().replaceAll("\\s+", " "));
        } catch (IOException e) {
            obstacles.add(launcher.name() + " (" + home + "): " + e.getMessage());
        }
        return Optional.empty();
    }

    @Nullable Account account() {
        return launcher.account();
    }

    /** Such as 18; files written by one major version cannot be read by another. */
    String majorVersion() {
        String said = run(PROBE_LIMIT, "postgres", List.of("--version")).said();
        Matcher version = VERSION.matcher(said);
        if (!version.find()) {
            throw new ServerException(home.resolve("bin/postgres") + " --version said '" + said
                    + "'. Delete the folder " + home + ", it is made anew at the next start.");
        }
        return version.group(1);
    }

    Outcome run(Duration limit, String program, List<String> args) {
        try {
            return execute(limit, program, args);
        } catch (IOException e) {
            throw new ServerException(
                    "Cannot run " + home.resolve("bin").resolve(program) + " (" + e.getMessage() + "). Delete the"
                            + " folder " + home + ", it is made anew at the next start.",
                    e);
        }
    }

    private Outcome execute(Duration limit, String program, List<String> args) throws IOException {
        List<String> words = new ArrayList<>(launcher.prefix());
        words.add(home.resolve("bin").resolve(program).toString());
        words.addAll(args);
        // Into a file, because a pipe stays open for as long as a server started by the program lives.
        Path said = Files.createTempFile(layout.folder(), program, ".out");
        try {
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(layout.folder().toFile())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(said.toFile());
            clean(builder.environment());
            int exit = await(builder.start(), program, limit);
            return new Outcome(
                    exit, Files.readString(said, StandardCharsets.UTF_8).strip());
        } finally {
            Files.deleteIfExists(said);
        }
    }

    /** The user's own settings for PostgreSQL clients and languages must not steer this server. */
    private static void clean(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_") || name.equals("LANG"));
        environment.put("LC_ALL", "C");
    }

    private static int await(Process process, String program, Duration limit) {
        try {
            if (process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new ServerException("Interrupted while " + program + " ran; start the command again.", e);
        }
        process.destroyForcibly();
        throw new ServerException(program + " did not end within " + limit.toSeconds() + " s and was stopped. Look for"
                + " a full or very slow disk, and start again.");
    }
}
