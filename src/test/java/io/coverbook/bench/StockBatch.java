package io.coverbook.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.coverbook.bench.ScaleExports.Edition;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.item.database.JdbcBatchItemWriter;
import org.springframework.batch.infrastructure.item.database.JdbcCursorItemReader;
import org.springframework.batch.infrastructure.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.infrastructure.item.database.builder.JdbcCursorItemReaderBuilder;
import org.springframework.batch.infrastructure.item.file.FlatFileItemReader;
import org.springframework.batch.infrastructure.item.file.builder.FlatFileItemReaderBuilder;
import org.springframework.batch.infrastructure.item.file.mapping.PassThroughFieldSetMapper;
import org.springframework.batch.infrastructure.item.file.transform.FieldSet;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * A month with the stock parts of Spring Batch, as a program of its own: flat-file readers and JDBC batch writers for the
 * files, cursor readers, a processor and batch writers for charges and entitlements, in chunks of a thousand. It checks
 * nothing, knows no history, and writes neither invoices nor exports. Prints a line {@code step|name|rows|seconds} a step.
 */
final class StockBatch {

    static final String IMPORT = "import ";
    static final String JOINED = " by joined reader";
    static final String LOOKED_UP = " by a look-up an item";

    private static final int CHUNK = 1_000;
    private static final int CONNECTIONS = 4;

    private final HikariDataSource source;
    private final JdbcTransactionManager transactions;
    private final JobRepository repository;
    private final TaskExecutorJobOperator operator;
    private final JdbcTemplate jdbc;

    private StockBatch(HikariDataSource source) throws Exception {
        this.source = source;
        this.transactions = new JdbcTransactionManager(source);
        this.jdbc = new JdbcTemplate(source);
        new ResourceDatabasePopulator(new ClassPathResource("org/springframework/batch/core/schema-postgresql.sql"))
                .execute(source);
        JdbcJobRepositoryFactoryBean repositories = new JdbcJobRepositoryFactoryBean();
        repositories.setDataSource(source);
        repositories.setTransactionManager(transactions);
        repositories.afterPropertiesSet();
        this.repository = repositories.getObject();
        this.operator = new TaskExecutorJobOperator();
        operator.setJobRepository(repository);
        operator.setJobRegistry(new MapJobRegistry());
        operator.afterPropertiesSet();
    }

    /** URL, user and password of an empty database, the folder of the exports, and the ways: {@code stock,lookup}. */
    public static void main(String[] words) throws Exception {
        LoggingSystem.get(StockBatch.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        try (HikariDataSource source = new HikariDataSource()) {
            source.setJdbcUrl(words[0]);
            source.setUsername(words[1]);
            source.setPassword(words[2]);
            source.setMaximumPoolSize(CONNECTIONS);
            StockBatch stock = new StockBatch(source);
            List<String> ways = List.of(words[4].split(","));
            stock.tables();
            stock.importAll(Path.of(words[3]));
            if (ways.contains("stock")) {
                stock.charges(StockMonth.JOINED_CHARGES, StockMonth::charge, JOINED);
                stock.entitlements(StockMonth.JOINED_COVER, StockMonth::intervals, JOINED);
            }
            if (ways.contains("lookup")) {
                StockMonth month = new StockMonth(stock.jdbc);
                stock.charges(StockMonth.PLANS, month::lookedUpCharge, LOOKED_UP);
                stock.entitlements(StockMonth.SUBSCRIPTIONS, month::lookedUpIntervals, LOOKED_UP);
            }
        }
    }

    private void tables() {
        for (InputTable table : InputTable.values()) {
            jdbc.execute(table.definition());
        }
        jdbc.execute("create index plan_of_account on subscriptions (billing_account_id)"
                + " where product_category = 'AZURE_SUPPORT'");
        StockMonth.TABLES.forEach(jdbc::execute);
    }

    private void importAll(Path exports) throws Exception {
        for (InputTable table : InputTable.values()) {
            FlatFileItemReader<FieldSet> reader = new FlatFileItemReaderBuilder<FieldSet>()
                    .name(table.table())
                    .resource(new FileSystemResource(Edition.FIRST.file(exports, table.kind())))
                    .linesToSkip(1)
                    .delimited()
                    .names(table.columns().toArray(String[]::new))
                    .fieldSetMapper(new PassThroughFieldSetMapper())
                    .build();
            String values = table.columns().stream()
                    .map(column -> "cast(? as " + InputTable.type(column).split(" ")[0] + ")")
                    .collect(Collectors.joining(", ", " values (", ")"));
            JdbcBatchItemWriter<FieldSet> writer = new JdbcBatchItemWriterBuilder<FieldSet>()
                    .dataSource(source)
                    .sql("insert into " + table.table() + values)
                    .itemPreparedStatementSetter(StockBatch::cells)
                    .build();
            writer.afterPropertiesSet();
            step(IMPORT + table.table(), reader, row -> row, writer, table.table());
            jdbc.execute("analyze " + table.table());
        }
    }

    private static void cells(FieldSet row, PreparedStatement statement) throws SQLException {
        for (int i = 0; i < row.getFieldCount(); i++) {
            String cell = row.readString(i);
            statement.setString(i + 1, cell.isEmpty() ? null : cell);
        }
    }

    private void charges(String query, ItemProcessor<StockMonth.Plan, StockMonth.Charge> rule, String way)
            throws Exception {
        jdbc.execute("truncate charges");
        JdbcBatchItemWriter<StockMonth.Charge> writer = new JdbcBatchItemWriterBuilder<StockMonth.Charge>()
                .dataSource(source)
                .sql(StockMonth.INSERT_CHARGE)
                .itemPreparedStatementSetter(StockMonth.Charge::set)
                .build();
        writer.afterPropertiesSet();
        step("charges" + way, cursor("plans", query, StockMonth.Plan::read), rule, writer, "charges");
    }

    private void entitlements(
            String query, ItemProcessor<StockMonth.Subscription, List<StockMonth.Interval>> rule, String way)
            throws Exception {
        jdbc.execute("truncate entitlements");
        JdbcBatchItemWriter<StockMonth.Interval> each = new JdbcBatchItemWriterBuilder<StockMonth.Interval>()
                .dataSource(source)
                .sql(StockMonth.INSERT_INTERVAL)
                .itemPreparedStatementSetter(StockMonth.Interval::set)
                .build();
        each.afterPropertiesSet();
        ItemWriter<List<StockMonth.Interval>> writer = lists -> each.write(
                new Chunk<>(lists.getItems().stream().flatMap(List::stream).toList()));
        step(
                "entitlements" + way,
                cursor("subscriptions", query, StockMonth.Subscription::read),
                rule,
                writer,
                "entitlements");
    }

    private <T> JdbcCursorItemReader<T> cursor(
            String name, String query, org.springframework.jdbc.core.RowMapper<T> row) {
        return new JdbcCursorItemReaderBuilder<T>()
                .name(name)
                .dataSource(source)
                .sql(query)
                .fetchSize(CHUNK)
                .connectionAutoCommit(false)
                .rowMapper(row)
                .build();
    }

    private <I, O> void step(
            String name, ItemReader<I> reader, ItemProcessor<I, O> rule, ItemWriter<O> writer, String table)
            throws Exception {
        Step step = new StepBuilder(name, repository)
                .<I, O>chunk(CHUNK)
                .transactionManager(transactions)
                .reader(reader)
                .processor(rule)
                .writer(writer)
                .build();
        long begun = System.nanoTime();
        JobExecution ended =
                operator.start(new JobBuilder(name, repository).start(step).build(), new JobParameters());
        double seconds = Timed.since(begun);
        if (ended.getStatus() != BatchStatus.COMPLETED) {
            throw new IllegalStateException(
                    name + " ended as " + ended.getStatus(),
                    ended.getAllFailureExceptions().stream().findFirst().orElse(null));
        }
        Long rows = jdbc.queryForObject("select count(*) from " + table, Long.class);
        System.out.printf(Locale.ROOT, "step|%s|%d|%.3f%n", name, rows, seconds);
    }
}
