package io.coverbook.cli;

import io.coverbook.fault.FaultyDataSource;
import io.coverbook.store.Database;
import javax.sql.DataSource;
import org.springframework.batch.core.repository.ExecutionContextSerializer;
import org.springframework.batch.core.repository.dao.JacksonExecutionContextStringSerializer;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.quartz.autoconfigure.QuartzAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** What Spring Boot puts together for a command: data source, migrations, transactions and the job repository. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = QuartzAutoConfiguration.class)
class Wiring {

    @Bean
    Database database(DataSource source, PlatformTransactionManager transactions) {
        return new Database(source, transactions);
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
