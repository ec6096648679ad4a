package io.coverbook.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** One statement at a time, for the tests of the server. */
final class Sql {

    private Sql() {}

    static String ask(String url, Credentials as, String question) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, as.user(), as.password());
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    static void tell(String url, Credentials as, String order) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, as.user(), as.password());
                Statement statement = connection.createStatement()) {
            statement.execute(order);
        }
    }
}
