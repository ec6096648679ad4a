package io.coverbook.store;

import javax.sql.DataSource;
import org.springframework.transaction.PlatformTransactionManager;

/** The database as this room uses it: one data source, its transactions, and the statements by name. */
public final class Database {

    private final Statements statements;
    private final DataSource source;

    public Database(DataSource source, PlatformTransactionManager transactions) {
        this.source = source;
        this.statements = new Statements(source, transactions);
    }

    Statements statements() {
        return statements;
    }

    DataSource source() {
        return source;
    }
}
