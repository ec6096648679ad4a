package io.coverbook.cli;

import io.coverbook.batch.Operations;
import io.coverbook.batch.Progress;
import io.coverbook.batch.Setting;
import io.coverbook.batch.StopSign;
import io.coverbook.batch.Workshop;
import io.coverbook.server.EmbeddedServer;
import io.coverbook.store.Database;
import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/** An open database with everything that works on it, for as long as the commands of one call last. */
final class Session implements AutoCloseable {

    private final Access access;
    private final ConfigurableApplicationContext context;
    private final Clock clock;
    private final StopSign stop;

    private Session(Access access, ConfigurableApplicationContext context, Clock clock, StopSign stop) {
        this.access = access;
        this.context = context;
        this.clock = clock;
        this.stop = stop;
    }

    /** Starts or joins the embedded server, or connects to the one given; brings the schema up to date. */
    static Session open(CommonOptions options, Clock clock, StopSign stop) {
        Access access = Access.to(options);
        ConfigurableApplicationContext context = null;
        try {
            Map<String, Object> properties = access.properties();
            properties.putAll(LogFormat.properties());
            context = start(properties);
            return new Session(access, context, clock, stop);
        } finally {
            if (context == null) {
                access.close();
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
                stop,
                Variable.COVERBOOK_PARTS.number(0, 16));
        return new Operations(new Workshop(database(), batch, setting, progress));
    }

    /** Whether the embedded server was killed, and will not answer here again. */
    boolean serverGone() {
        EmbeddedServer server = access.server();
        return server != null && !server.running();
    }

    /** From now on nobody gets a connection, and nobody waits for one: the schedule would, several times in a row. */
    void giveUpConnections() throws IOException {
        if (context.getBean(DataSource.class) instanceof Closeable pool) {
            pool.close();
        }
    }

    /** Lets go of the embedded server without waiting for what still runs: its transactions end undone. */
    void leaveServer() {
        access.close();
    }

    @Override
    public void close() {
        context.close();
        access.close();
    }
}
