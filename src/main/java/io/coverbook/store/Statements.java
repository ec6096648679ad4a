package io.coverbook.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs the statements of this room by the names of their files, in the transaction that is open. */
final class Statements {

    private final DataSource source;
    private final NamedParameterJdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate part;

    Statements(DataSource source, PlatformTransactionManager transactions) {
        this.source = source;
        this.jdbc = new NamedParameterJdbcTemplate(source);
        this.transaction = new TransactionTemplate(transactions);
        this.part = new TransactionTemplate(transactions);
        part.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Everything or nothing. */
    <T> T together(Supplier<T> work) {
        T result = transaction.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("a transaction returned nothing");
        }
        return result;
    }

    /** The same, undone at the end: to see what would happen. */
    <T> T undone(Supplier<T> work) {
        T result = transaction.execute(status -> {
            status.setRollbackOnly();
            return work.get();
        });
        if (result == null) {
            throw new IllegalStateException("a transaction returned nothing");
        }
        return result;
    }

    /** A part of the open transaction, taken back alone when it fails. */
    <T> T apart(Supplier<T> work) {
        T result = part.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("a transaction returned nothing");
        }
        return result;
    }

    int update(String name, Map<String, ?> parameters) {
        return jdbc.update(Sql.text(name), parameters(parameters));
    }

    int update(String name) {
        return update(name, Map.of());
    }

    /** A statement that makes, measures or drops a table of the session, for which there are no rows to count. */
    void order(String name) {
        jdbc.getJdbcOperations().execute(Sql.text(name));
    }

    /**
     * Tells the planner how much the tables hold now. After a bulk write it would otherwise plan for what they held
     * before, which for a first month is nothing.
     */
    void analyze(String... tables) {
        update("session-statistics");
        for (String table : tables) {
            number("analyze_table-call", Map.of("named", table));
        }
    }

    <T> List<T> list(String name, Map<String, ?> parameters, RowMapper<T> row) {
        return jdbc.query(Sql.text(name), parameters(parameters), row);
    }

    <T> Optional<T> first(String name, Map<String, ?> parameters, RowMapper<T> row) {
        return list(name, parameters, row).stream().filter(Objects::nonNull).findFirst();
    }

    /** Reads a result of any length in blocks; the work must not touch the database itself. */
    <T> T sweep(String name, Map<String, ?> parameters, ResultSetExtractor<T> work) {
        JdbcTemplate blocks = new JdbcTemplate(source);
        blocks.setFetchSize(5_000);
        return together(() -> Objects.requireNonNull(
                new NamedParameterJdbcTemplate(blocks).query(Sql.text(name), parameters(parameters), work)));
    }

    long number(String name, Map<String, ?> parameters) {
        return first(name, parameters, (r, i) -> r.getLong(1)).orElse(0L);
    }

    /** The connection of the open transaction. Never to be closed by the caller. */
    Connection connection() {
        return DataSourceUtils.getConnection(source);
    }

    /** A stream of rows over a connection of its own, in one snapshot, fetched in blocks. */
    static ResultSet stream(Connection connection, String name) throws SQLException {
        return stream(connection, name, Map.of());
    }

    /** The same with parameters. */
    static ResultSet stream(Connection connection, String name, Map<String, ?> parameters) throws SQLException {
        ParsedSql parsed = NamedParameterUtils.parseSqlStatement(Sql.text(name));
        SqlParameterSource values = parameters(parameters);
        PreparedStatement statement =
                connection.prepareStatement(NamedParameterUtils.substituteNamedParameters(parsed, values));
        Object[] array = NamedParameterUtils.buildValueArray(parsed, values, null);
        for (int i = 0; i < array.length; i++) {
            statement.setObject(i + 1, array[i]);
        }
        statement.setFetchSize(5_000);
        statement.closeOnCompletion();
        return statement.executeQuery();
    }

    DataSource source() {
        return source;
    }

    private static SqlParameterSource parameters(Map<String, ?> parameters) {
        return new MapSqlParameterSource(parameters);
    }
}
