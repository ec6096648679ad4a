package io.coverbook.cli;

import io.coverbook.server.Credentials;
import io.coverbook.server.EmbeddedServer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The way into the database of a call: the embedded server, started or joined, or the one given. On a server that was
 * given, COVERBOOK_DB_OWNER_USER makes the tables and the other user only works with them; without it one user does both.
 *
 * @param owner who makes the tables, empty when the user who works with them does
 */
record Access(
        @Nullable EmbeddedServer server,
        String url,
        Credentials app,
        @Nullable Credentials owner) implements AutoCloseable {

    static Access to(CommonOptions options) {
        String url = options.databaseUrl();
        if (url == null) {
            EmbeddedServer server = EmbeddedServer.open(options.dataDir());
            return new Access(server, server.jdbcUrl(), server.app(), server.owner());
        }
        String owner = Variable.COVERBOOK_DB_OWNER_USER.orNull();
        return new Access(
                null,
                url,
                new Credentials(options.databaseUser(), options.databasePassword()),
                owner == null
                        ? null
                        : new Credentials(
                                owner,
                                Variable.COVERBOOK_DB_OWNER_PASSWORD.value().orElse("")));
    }

    /** The owner of the tables, whoever that is. */
    Credentials maker() {
        return owner == null ? app : owner;
    }

    /** The same in the words of Spring Boot. */
    Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.datasource.url", url);
        properties.put("spring.datasource.username", app.user());
        properties.put("spring.datasource.password", app.password());
        if (owner != null) {
            properties.put("spring.flyway.url", url);
            properties.put("spring.flyway.user", owner.user());
            properties.put("spring.flyway.password", owner.password());
        }
        properties.put("spring.flyway.placeholders.app_role", app.user());
        return properties;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
