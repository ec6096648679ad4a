package io.coverbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.coverbook.testkit.OpenBook;
import io.coverbook.web.WebServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The meters, the health and the log of a server: right, guarded, and what dashboards and alerts ask for. */
@ExtendWith(OpenBook.Shared.class)
class WatchIT {

    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    private static final String TOKEN = "0123456789abcdef-0123456789";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Path DEPLOY = Path.of("src/deploy");

    private static final CountDownLatch TRACED = new CountDownLatch(1);

    private static OpenBook book;
    private static Root program;
    private static HttpServer collector;
    private static WebServer open;
    private static WebServer guarded;

    @BeforeAll
    static void a_closed_month_with_something_waiting(OpenBook shared) throws Exception {
        book = shared.empty();
        book.run("month-end", "2026-03", "--exports", "sample-data").expecting(0);
        try (Connection owner = book.owner();
                Statement statement = owner.createStatement()) {
            statement.execute("insert into outbox (message_id, event_key, topic, about, at, facts)"
                    + " values ('m', 'k', 'RUN_DONE', '', '2026-06-15T11:00:00Z', '{}')");
            statement.execute("insert into outbox_delivery (message_no, channel, recipient, next_at)"
                    + " select message_no, 'MAIL', '', at from outbox");
        }
        Path drop = book.folder("drop");
        Path waiting = Files.createDirectory(drop.resolve("inbox")).resolve("subscriptions-2026-06-14.csv");
        Files.writeString(waiting, "");
        Files.setLastModifiedTime(waiting, FileTime.from(NOW.minusSeconds(90)));
        program = new Root(Clock.fixed(NOW, ZoneOffset.UTC));
        Program.commandLine(program, new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()))
                .parseArgs("--data-dir", book.dataDir().toString());
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
            if (body.length > 0) {
                TRACED.countDown();
            }
        });
        collector.start();
        String traces = "http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces";
        open = start(null, new WebServer.Watch(drop, traces));
        guarded = start(TOKEN, WebServer.Watch.PLAIN);
    }

    private static WebServer start(String token, WebServer.Watch watch) {
        WebServer.Ground ground = new WebServer.Ground(
                program.database(),
                program.clock(),
                ZoneOffset.UTC,
                program.options().setting().reference().support());
        return WebServer.start(ground, new WebServer.Place(InetAddress.getLoopbackAddress(), 0, token), watch);
    }

    @AfterAll
    static void close() {
        open.close();
        guarded.close();
        collector.stop(0);
        program.close();
    }

    private static HttpResponse<String> get(WebServer server, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static String scraped() throws IOException, InterruptedException {
        HttpResponse<String> answer = get(open, "/actuator/prometheus");
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    private static double value(String scraped, String line) {
        return scraped.lines()
                .filter(each -> each.startsWith(line + " "))
                .mapToDouble(each -> Double.parseDouble(each.substring(each.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + line + " in\n" + scraped));
    }

    @Test
    void the_figures_are_those_of_the_database() throws Exception {
        String scraped = scraped();
        assertEquals(
                Double.parseDouble(book.ask("select sum(amount) from charge where state = 'HELD' and currency = 'USD'")
                        .get(0)),
                value(scraped, "coverbook_money_held{currency=\"USD\"}"));
        assertEquals(16, value(scraped, "coverbook_agreements_without_plan"));
        assertEquals(2, value(scraped, "coverbook_months_open"));
        assertEquals(76, value(scraped, "coverbook_reconciled_age_days"));
        assertEquals(3600, value(scraped, "coverbook_delivery_age_seconds"));
        assertEquals(1, value(scraped, "coverbook_deliveries{channel=\"mail\",state=\"waiting\"}"));
        assertEquals(90, value(scraped, "coverbook_file_age_seconds"));
        assertEquals(1, value(scraped, "coverbook_runs{purpose=\"month_end\",state=\"done\"}"));
        assertEquals(0, value(scraped, "coverbook_runs_stopped"));
        assertEquals(1, value(scraped, "coverbook_database_up"));
        assertTrue(value(scraped, "coverbook_rows_per_second{step=\"decide\"}") > 0);
        assertTrue(value(scraped, "coverbook_run_seconds{purpose=\"month_end\"}") > 0);
    }

    /** A name that nobody registers would be a dashboard that is empty and an alert that never comes. */
    @ParameterizedTest
    @ValueSource(strings = {"grafana/coverbook.json", "prometheus/alerts.yaml"})
    void every_meter_that_is_asked_for_is_registered(String file) throws Exception {
        get(open, "/api/v1/flags?limit=1");
        Set<String> registered = scraped()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]")[0])
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> asked = new TreeSet<>();
        Matcher names = Pattern.compile("\\b(?:coverbook|http|jvm|process|system)_[a-z_]+\\b")
                .matcher(Files.readString(DEPLOY.resolve(file)));
        while (names.find()) {
            asked.add(names.group());
        }
        assertTrue(asked.size() >= 7, asked::toString);
        // Nothing is due in an open month of the sample, so this one has no value to show.
        registered.add("coverbook_money_due");
        asked.removeAll(registered);
        assertEquals(Set.of(), asked);
    }

    @Test
    void money_that_is_due_is_counted() throws Exception {
        try (Connection owner = book.owner();
                Statement statement = owner.createStatement()) {
            statement.execute(
                    "insert into charge values ('P', 0, '2026-04-03', '2026-05-03', 1, 'STANDARD', 'USD', 100.00,"
                            + " 'OPEN', null, '2026-04-01', 'BA', 1, 1)");
        }
        WebServer another = start(null, WebServer.Watch.PLAIN);
        try {
            String scraped = get(another, "/actuator/prometheus").body();
            assertEquals(100, value(scraped, "coverbook_money_due{currency=\"USD\"}"));
            assertFalse(scraped.contains("coverbook_file_age_seconds{"), "no folder is watched");
        } finally {
            another.close();
        }
    }

    @Test
    void the_business_is_a_group_of_its_own_and_says_why() throws Exception {
        HttpResponse<String> all = get(open, "/actuator/health");
        assertEquals(200, all.statusCode(), all.body());
        assertEquals("ATTENTION", json(all).path("status").asString());
        HttpResponse<String> business = get(open, "/actuator/health/business");
        assertEquals(503, business.statusCode(), business.body());
        assertTrue(
                business.body().contains("a month is over for long and not closed")
                        && business.body().contains("nothing was reconciled for days"),
                business.body());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"prometheus", "health", "health/business", "sbom"})
    void nobody_watches_without_the_token(String endpoint) throws Exception {
        assertEquals(401, get(guarded, "/actuator/" + endpoint).statusCode());
        int with = get(guarded, "/actuator/" + endpoint, "Authorization", "Bearer " + TOKEN)
                .statusCode();
        assertTrue(with == 200 || (with == 503 && endpoint.equals("health/business")), endpoint + " " + with);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env",
                "beans",
                "heapdump",
                "loggers",
                "shutdown",
                "threaddump",
                "configprops",
                "mappings",
                "metrics"
            })
    void what_tells_of_the_inside_is_not_there(String endpoint) throws Exception {
        assertEquals(404, get(open, "/actuator/" + endpoint).statusCode());
    }

    @Test
    void a_request_leaves_a_trace_where_somebody_wants_it() throws Exception {
        get(open, "/api/v1/flags?limit=1");
        assertTrue(TRACED.await(30, TimeUnit.SECONDS), "no trace arrived");
    }

    @Test
    void a_log_in_json_has_the_run_and_the_import() throws Exception {
        Path export = book.folder("roles").resolve("role-assignments-2026-05-01.csv");
        Files.writeString(export, "user,role,scope\nann@example.com,OWNER,/\n");
        String said = book.child(List.of("-Dcoverbook.log.format=ecs"), "import", "--partial", export.toString())
                .expecting(0)
                .said();
        List<JsonNode> lines = said.lines()
                .filter(line -> line.startsWith("{"))
                .map(line -> JsonMapper.shared().readTree(line))
                .filter(line -> line.path("message").asString("").startsWith("step role-assignments"))
                .toList();
        assertEquals(1, lines.size(), said);
        assertEquals("coverbook", lines.get(0).at("/service/name").asString());
        String run = book.ask("select max(run_id) from run").get(0);
        String file = book.ask("select max(import_id) from import_file").get(0);
        assertEquals(run, lines.get(0).path("run_id").asString());
        assertEquals(file, lines.get(0).path("import_id").asString());
        assertTrue(book.child(List.of("-Dcoverbook.log.format=xml"), "plans")
                .expecting(2)
                .said()
                .contains("text or one of [ecs, gelf, logstash]"));
    }
}
