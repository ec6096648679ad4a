package io.coverbook.testkit;

import io.coverbook.cli.Program;
import io.coverbook.server.Credentials;
import io.coverbook.server.EmbeddedServer;
import io.coverbook.store.Database;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * A data directory with its own server, kept running for all tests of the build. The program is run on it, in this
 * process or as the built jar, and finds the server running; {@link #empty()} gives a database with tables and no rows.
 */
public final class OpenBook implements AutoCloseable {

    /** Long before any limit that hides a hanging program. */
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-15T12:00:00Z"), ZoneOffset.UTC);

    private final Path folder;
    private final Path dataDir;
    private final EmbeddedServer server;
    private @Nullable List<String> program;

    /** What a run of the program said and how it ended. */
    public record Told(int code, String said) {

        /** The same, when it ended as it should. */
        public Told expecting(int expected) {
            if (code != expected) {
                throw new AssertionError("ended with " + code + " instead of " + expected + ":\n" + said);
            }
            return this;
        }
    }

    /** Hands the one book of this build to tests. */
    public static final class Shared implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == OpenBook.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.create(OpenBook.class))
                    .computeIfAbsent("book", key -> open(), OpenBook.class);
        }
    }

    private OpenBook(Path folder) {
        this.folder = folder;
        this.dataDir = folder.resolve("data");
        this.server = EmbeddedServer.open(dataDir);
    }

    private static OpenBook open() {
        try {
            Path folder = Files.createTempDirectory("open-book");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            OpenBook book = new OpenBook(folder);
            book.run("export", "--out", folder.resolve("migrated").toString()).expecting(0);
            book.admin("create database pristine template coverbook");
            return book;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A database as the first command finds it: all tables, no rows. */
    public OpenBook empty() {
        admin("drop database if exists coverbook with (force)");
        admin("create database coverbook owner coverbook_owner template pristine");
        return this;
    }

    /** A database as a server is handed over: no tables. */
    public OpenBook bare() {
        admin("drop database if exists coverbook with (force)");
        admin("create database coverbook owner coverbook_owner");
        return this;
    }

    /** Keeps the database as it is, for {@link #like}. */
    public void keep(String name) {
        admin("drop database if exists " + name);
        admin("create database " + name + " template coverbook");
    }

    /** A database like the one that was kept. */
    public OpenBook like(String name) {
        admin("drop database if exists coverbook with (force)");
        admin("create database coverbook owner coverbook_owner template " + name);
        return this;
    }

    /** A new folder that is deleted with the book. */
    public Path folder(String name) {
        try {
            return Files.createTempDirectory(folder, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path dataDir() {
        return dataDir;
    }

    /** Runs the program in this process, quietly, as {@code tester} unless the words say otherwise. */
    public Told run(String... words) {
        return runAt(CLOCK.instant(), words);
    }

    /** The same at another time. */
    public Told runAt(Instant now, String... words) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        PrintStream out = System.out;
        PrintStream err = System.err;
        System.setOut(stream);
        System.setErr(stream);
        try {
            int code =
                    Program.run(Clock.fixed(now, ZoneOffset.UTC), words(words).toArray(String[]::new));
            return new Told(code, said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** Runs the built jar to its end. */
    public Told child(List<String> options, String... words) throws IOException {
        Processes.Ended ended = Processes.toItsEnd(program(options, words), LIMIT);
        return new Told(ended.exitCode(), ended.output());
    }

    /** The built program on this book, ready to start. */
    public ProcessBuilder program(List<String> options, String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(takenApart());
        command.addAll(words(words));
        return new ProcessBuilder(command);
    }

    /** As the launcher starts it, which takes half as long as from the jar. */
    private synchronized List<String> takenApart() {
        List<String> words = program;
        if (words == null) {
            try {
                words = TakenApart.in(folder("program"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            program = words;
        }
        return words;
    }

    private List<String> words(String... words) {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.addAll(List.of("--data-dir", dataDir.toString(), "--quiet"));
        if (!all.contains("--as")) {
            all.addAll(List.of("--as", "tester"));
        }
        return all;
    }

    /** Every output table as the program exports it, by file name. */
    public Map<String, String> tables(String... options) {
        try {
            Path out = folder("export");
            List<String> words = new ArrayList<>(List.of("export", "--out", out.toString()));
            words.addAll(List.of(options));
            run(words.toArray(String[]::new)).expecting(0);
            return texts(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of a folder by name. */
    public static Map<String, String> texts(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return texts;
    }

    /** A connection with the rights of the program. */
    public Connection app() throws SQLException {
        return connect(server.app());
    }

    /** A connection with the rights of the owner of the tables. */
    public Connection owner() throws SQLException {
        return connect(server.owner());
    }

    /** The database as the program's rooms see it, for tests that need no whole program. */
    public Database database() {
        DriverManagerDataSource source = new DriverManagerDataSource(
                server.jdbcUrl(), server.app().user(), server.app().password());
        return new Database(source, new JdbcTransactionManager(source));
    }

    public String url() {
        return server.jdbcUrl();
    }

    private Connection connect(Credentials as) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), as.user(), as.password());
    }

    /** The rows of a query, its columns joined by a bar. */
    public List<String> ask(String query) throws SQLException {
        try (Connection owner = owner()) {
            return ask(owner, query);
        }
    }

    public static List<String> ask(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> answers = new ArrayList<>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                StringBuilder line = new StringBuilder(String.valueOf(rows.getString(1)));
                for (int i = 2; i <= columns; i++) {
                    line.append('|').append(rows.getString(i));
                }
                answers.add(line.toString());
            }
            return answers;
        }
    }

    private void admin(String order) {
        try (Connection admin = DriverManager.getConnection(
                        server.jdbcUrl().replaceFirst("/coverbook$", "/postgres"),
                        "coverbook_admin",
                        Files.readString(dataDir.resolve("postgres/coverbook_admin.password"))
                                .strip());
                Statement statement = admin.createStatement()) {
            statement.execute(order);
        } catch (SQLException e) {
            throw new IllegalStateException(order + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
