package io.coverbook.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Transactions of the job repository, fifty a job, which do not wait for the disk. What a job has done stands in its own tables
 * and waits; an execution whose end was lost with the server is found as one whose program is gone, and set right.
 */
public final class RepositoryTransactions extends JdbcTransactionManager {

    public RepositoryTransactions(DataSource source) {
        super(source);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        try (Statement statement = connection.createStatement()) {
            statement.execute(Sql.text("session-unhurried"));
        }
    }
}
