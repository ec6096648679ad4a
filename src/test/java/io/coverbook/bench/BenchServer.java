package io.coverbook.bench;

import io.coverbook.server.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A new server for one part of a run, with the settings that the program gives its own; removed when done. */
final class BenchServer implements AutoCloseable {

    private static final List<String> SETTINGS = List.of(
            "server_version",
            "shared_buffers",
            "work_mem",
            "maintenance_work_mem",
            "max_wal_size",
            "checkpoint_timeout",
            "wal_level",
            "fsync",
            "full_page_writes",
            "synchronous_commit");

    private final Path dataDir;
    private final EmbeddedServer server;

    BenchServer(Path dataDir) throws IOException {
        remove(dataDir);
        Files.createDirectories(dataDir);
        this.dataDir = dataDir;
        this.server = EmbeddedServer.open(dataDir);
    }

    Path dataDir() {
        return dataDir;
    }

    String url() {
        return server.jdbcUrl();
    }

    String user() {
        return server.owner().user();
    }

    String password() {
        return server.owner().password();
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), user(), password());
    }

    /** The bytes of write-ahead log since the server was made. */
    long walBytes() throws SQLException {
        return number("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint");
    }

    long databaseBytes() throws SQLException {
        return number("select pg_database_size(current_database())");
    }

    Map<String, String> settings() throws SQLException {
        Map<String, String> values = new TreeMap<>();
        for (String setting : SETTINGS) {
            values.put(setting, first("show " + setting));
        }
        return values;
    }

    private long number(String query) throws SQLException {
        return Long.parseLong(first(query));
    }

    private String first(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        remove(dataDir);
    }

    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
