package io.coverbook.cli;

import io.coverbook.fault.FaultyDataSource;
import io.coverbook.store.Database;
import io.coverbook.store.RepositoryTransactions;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.ExecutionContextSerializer;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.dao.JacksonExecutionContextStringSerializer;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration;
import org.springframework.boot.batch.autoconfigure.BatchTransactionManager;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What Spring Boot puts together for a command: data source, migrations, transactions and the job repository. Named one by
 * one, so that no command looks through what only a server needs.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionManagerCustomizationAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    BatchAutoConfiguration.class,
    BatchJdbcAutoConfiguration.class
})
class Wiring {

    /** Whatever command comes first finds its tables: beans are made when needed, and the migrations with this one. */
    @Bean
    @DependsOnDatabaseInitialization
    Database database(DataSource source, PlatformTransactionManager transactions) {
        return new Database(source, transactions);
    }

    /** For the job repository alone: whatever else asks for transactions gets those that are on disk when they end. */
    @Bean(defaultCandidate = false)
    @BatchTransactionManager
    PlatformTransactionManager repositoryTransactions(DataSource source) {
        return new RepositoryTransactions(source);
    }

    /**
     * Starts jobs in the caller's thread. Boot's own operator is wrapped in a transaction, inside which every step of a
     * job that runs in the caller's thread would take part; this one is not.
     */
    @Bean
    JobOperator steadyOperator(JobRepository repository) throws Exception {
        TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
        operator.setJobRepository(repository);
        operator.setJobRegistry(new MapJobRegistry());
        operator.afterPropertiesSet();
        return operator;
    }

    /** Nothing in the database is ever read back as a serialised object. */
    @Bean
    ExecutionContextSerializer executionContextSerializer() {
        return new JacksonExecutionContextStringSerializer();
    }

    /** Lets a test count and plant faults at every statement; without a test it hands the data source through. */
    @Bean
    static BeanPostProcessor faults() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? FaultyDataSource.around(source) : bean;
            }
        };
    }
}
