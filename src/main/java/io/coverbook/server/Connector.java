package io.coverbook.server;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens connections to a server on this machine. */
record Connector(int port) {

    private static final int LIMIT_SECONDS = 10;

    Connection open(String database, Credentials as) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url(database));
        source.setConnectTimeout(LIMIT_SECONDS);
        source.setLoginTimeout(LIMIT_SECONDS);
        return source.getConnection(as.user(), as.password());
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
