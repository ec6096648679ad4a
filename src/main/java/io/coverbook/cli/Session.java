package io.coverbook.cli;

import io.coverbook.batch.Operations;
import io.coverbook.batch.Progress;
import io.coverbook.batch.Setting;
import io.coverbook.batch.StopSign;
import io.coverbook.batch.Workshop;
import io.coverbook.server.EmbeddedServer;
import io.coverbook.store.Database;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/** An open database with everything that works on it, for as long as the commands of one call last. */
final class Session implements AutoCloseable {

    private static final String APP_ROLE = "coverbook_app";

    private final @Nullable EmbeddedServer server;
    private final ConfigurableApplicationContext context;
    private final Clock clock;
    private final StopSign stop;

    private Session(
            @Nullable EmbeddedServer server, ConfigurableApplicationContext context, Clock clock, StopSign stop) {
        this.server = server;
        this.context = context;
        this.clock = clock;
        this.stop = stop;
    }

    /**
     * Starts or joins the embedded server, or connects to the one given; brings the schema up to date. On a server that
     * was given, COVERBOOK_DB_OWNER_USER makes the tables and the other user only works with them; without it one user
     * does both.
     */
    static Session open(CommonOptions options, Clock clock, StopSign stop) {
        Map<String, Object> properties = new HashMap<>();
        EmbeddedServer server = null;
        String url = options.databaseUrl();
        if (url == null) {
            server = EmbeddedServer.open(options.dataDir());
            properties.put("spring.datasource.url", server.jdbcUrl());
            properties.put("spring.datasource.username", server.app().user());
            properties.put("spring.datasource.password", server.app().password());
            properties.put("spring.flyway.url", server.jdbcUrl());
            properties.put("spring.flyway.user", server.owner().user());
            properties.put("spring.flyway.password", server.owner().password());
            properties.put("spring.flyway.placeholders.app_role", APP_ROLE);
        } else {
            properties.put("spring.datasource.url", url);
            properties.put("spring.datasource.username", options.databaseUser());
            properties.put("spring.datasource.password", options.databasePassword());
            String owner = System.getenv("COVERBOOK_DB_OWNER_USER");
            if (owner != null) {
                properties.put("spring.flyway.url", url);
                properties.put("spring.flyway.user", owner);
                properties.put(
                        "spring.flyway.password", System.getenv().getOrDefault("COVERBOOK_DB_OWNER_PASSWORD", ""));
            }
            properties.put("spring.flyway.placeholders.app_role", options.databaseUser());
        }
        ConfigurableApplicationContext context = null;
        try {
            context = start(properties);
            return new Session(server, context, clock, stop);
        } finally {
            if (context == null && server != null) {
                server.close();
            }
        }
    }

    private static ConfigurableApplicationContext start(Map<String, Object> properties) {
        return new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(properties)
                .run();
    }

    Database database() {
        return context.getBean(Database.class);
    }

    /** What Quartz needs of the database. */
    record Source(DataSource data, PlatformTransactionManager transactions) {}

    Source source() {
        database();
        return new Source(context.getBean(DataSource.class), context.getBean(PlatformTransactionManager.class));
    }

    Operations operations(Setting setting, Progress progress) {
        Workshop.Batch batch = new Workshop.Batch(
                context.getBean(JobRepository.class),
                context.getBean("steadyOperator", JobOperator.class),
                clock,
                stop);
        return new Operations(new Workshop(database(), batch, setting, progress));
    }

    /** Lets go of the embedded server without waiting for what still runs: its transactions end undone. */
    void leaveServer() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    public void close() {
        context.close();
        if (server != null) {
            server.close();
        }
    }
}
