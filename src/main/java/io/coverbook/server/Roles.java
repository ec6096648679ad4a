package io.coverbook.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/**
 * Makes the roles and the database of a cluster, as far as they are not there. A role is finished when its password
 * file is: that comes last, so a kill between any two steps leaves work that the next start sees.
 */
final class Roles {

    static final String DATABASE = "coverbook";
    static final String ADMIN = "coverbook_admin";
    static final String ADMIN_DATABASE = "postgres";

    private static final String OWNER = "coverbook_owner";
    private static final String APP = "coverbook_app";
    private static final String ENCRYPTION = "scram-sha-256";

    private final Passwords passwords;

    Roles(Passwords passwords) {
        this.passwords = passwords;
    }

    Credentials owner() {
        return finished(OWNER);
    }

    Credentials app() {
        return finished(APP);
    }

    private Credentials finished(String role) {
        return passwords
                .kept(role)
                .orElseThrow(() -> new ServerException("The password of " + role
                        + " was deleted while the program ran. Start again, it is made anew."));
    }

    void ensure(Connection admin) throws SQLException {
        try (Statement statement = admin.createStatement();
                ResultSet made = statement.executeQuery(sql("made-find"))) {
            made.next();
            boolean ownerMade = made.getBoolean("owner_made");
            boolean appMade = made.getBoolean("app_made");
            boolean databaseMade = made.getBoolean("database_made");
            createUnless(ownerMade, "owner-create", admin);
            createUnless(databaseMade, "database-create", admin);
            createUnless(appMade, "app-create", admin);
        }
        letIn(OWNER, admin);
        letIn(APP, admin);
    }

    private static void createUnless(boolean made, String name, Connection admin) throws SQLException {
        if (!made) {
            try (Statement statement = admin.createStatement()) {
                statement.execute(sql(name));
            }
        }
    }

    private void letIn(String role, Connection admin) throws SQLException {
        if (passwords.kept(role).isEmpty()) {
            Credentials fresh = Passwords.random(role);
            // The driver hashes it first: neither the wire nor the server's log sees the password.
            admin.unwrap(PGConnection.class)
                    .alterUserPassword(role, fresh.password().toCharArray(), ENCRYPTION);
            passwords.keep(fresh, null);
        }
    }

    private static String sql(String name) {
        String file = name + ".sql";
        try (InputStream in = Roles.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The build lacks the resource " + file + " of " + Roles.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ServerException("Cannot read " + file + " from the program (" + e + "). Install it anew.", e);
        }
    }
}
