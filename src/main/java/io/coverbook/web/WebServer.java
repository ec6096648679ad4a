package io.coverbook.web;

import io.coverbook.request.SupportTerms;
import io.coverbook.store.Database;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Answers over HTTP for as long as it is open, in a context of its own, so that no other command waits for Tomcat. */
public final class WebServer implements AutoCloseable {

    /** Short tokens can be guessed. */
    public static final int SHORTEST_TOKEN = 16;

    private static final int THREADS = 16;

    private final ConfigurableApplicationContext context;
    private final String url;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * Where to listen.
     *
     * @param port 0 for any that is free
     * @param token that every request must carry; may be missing only on a loopback address
     */
    public record Place(
            InetAddress address, int port, @Nullable String token) {}

    /**
     * Who may watch, and how.
     *
     * @param drop the drop folder whose files are watched, empty for none
     * @param traces where traces are sent, empty for nowhere
     */
    public record Watch(@Nullable Path drop, @Nullable String traces) {

        public static final Watch PLAIN = new Watch(null, null);
    }

    /**
     * What the answers rest on.
     *
     * @param zone in which an instant is a day (P2)
     * @param terms the reference data about requests
     */
    public record Ground(Database database, Clock clock, ZoneId zone, SupportTerms terms) {}

    private WebServer(ConfigurableApplicationContext context, String url) {
        this.context = context;
        this.url = url;
    }

    /**
     * Begins to answer.
     *
     * @throws IllegalArgumentException for a place that others can reach without a token, or a token that is too short
     */
    public static WebServer start(Ground ground, Place place, Watch watch) {
        String token = place.token();
        if (token == null && !place.address().isLoopbackAddress()) {
            throw new IllegalArgumentException("a server that others can reach needs a token");
        }
        if (token != null && token.length() < SHORTEST_TOKEN) {
            throw new IllegalArgumentException("a token has at least " + SHORTEST_TOKEN + " characters");
        }
        ConfigurableApplicationContext context = new SpringApplicationBuilder(sources(watch))
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(properties(place))
                .properties(watched(watch))
                .initializers(made -> {
                    GenericApplicationContext beans = (GenericApplicationContext) made;
                    beans.registerBean(Database.class, ground::database);
                    beans.registerBean(Clock.class, ground::clock);
                    beans.registerBean(ZoneId.class, ground::zone);
                    beans.registerBean(SupportTerms.class, ground::terms);
                    beans.registerBean(Guard.class, () -> new Guard(token));
                })
                .run();
        // Nothing is made before it is needed, and the first reader must not wait for figures.
        context.getBean(Figures.class);
        int port = Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer())
                .getPort();
        String host = place.address().getHostAddress();
        return new WebServer(context, "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }

    private static Class<?>[] sources(Watch watch) {
        return watch.traces() == null
                ? new Class<?>[] {WebWiring.class, WatchWiring.class}
                : new Class<?>[] {WebWiring.class, WatchWiring.class, TraceWiring.class};
    }

    private static Map<String, Object> watched(Watch watch) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.application.name", "coverbook");
        properties.put(
                "coverbook.drop", watch.drop() == null ? "" : watch.drop().toString());
        properties.put("management.endpoints.access.default", "none");
        for (String endpoint : List.of("health", "prometheus", "sbom")) {
            properties.put("management.endpoint." + endpoint + ".access", "read-only");
        }
        properties.put("management.endpoints.web.exposure.include", "health,prometheus,sbom");
        properties.put("management.endpoint.health.show-details", "always");
        properties.put("management.endpoint.health.status.order", "DOWN,OUT_OF_SERVICE,ATTENTION,UNKNOWN,UP");
        properties.put("management.endpoint.health.group.business.include", "affairs");
        properties.put("management.endpoint.health.group.business.show-details", "always");
        properties.put(
                "management.endpoint.health.group.business.status.order", "DOWN,OUT_OF_SERVICE,ATTENTION,UNKNOWN,UP");
        properties.put("management.endpoint.health.group.business.status.http-mapping.ATTENTION", 503);
        properties.put("management.endpoint.health.group.business.status.http-mapping.DOWN", 503);
        String traces = watch.traces();
        if (traces != null) {
            properties.put("management.opentelemetry.tracing.export.otlp.endpoint", traces);
            properties.put("management.tracing.sampling.probability", "1.0");
        }
        return properties;
    }

    private static Map<String, Object> properties(Place place) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.address", place.address().getHostAddress());
        properties.put("server.port", place.port());
        properties.put("server.tomcat.threads.max", THREADS);
        properties.put("server.tomcat.max-connections", 200);
        properties.put("server.tomcat.accept-count", 50);
        properties.put("server.tomcat.connection-timeout", "10s");
        properties.put("server.tomcat.keep-alive-timeout", "15s");
        properties.put("server.tomcat.max-parameter-count", 50);
        properties.put("server.max-http-request-header-size", "8KB");
        properties.put("server.tomcat.max-http-form-post-size", "1KB");
        properties.put("server.error.include-stacktrace", "never");
        properties.put("server.error.include-message", "never");
        properties.put("server.error.whitelabel.enabled", false);
        properties.put("spring.web.resources.add-mappings", false);
        properties.put("spring.jmx.enabled", false);
        properties.put("server.shutdown", "graceful");
        properties.put("spring.lifecycle.timeout-per-shutdown-phase", "10s");
        return properties;
    }

    /** Without a slash at its end. */
    public String url() {
        return url;
    }

    /** Waits until somebody closes it, for a while at most; whether somebody did. */
    public boolean await(Duration most) throws InterruptedException {
        return closed.await(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        context.close();
        closed.countDown();
    }
}
