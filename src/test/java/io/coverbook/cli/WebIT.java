package io.coverbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.testkit.OpenBook;
import io.coverbook.web.WebServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The answers over HTTP are the commands' own; what cannot be answered is told as problem details; nobody else gets in. */
@ExtendWith(OpenBook.Shared.class)
class WebIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-15T12:00:00Z"), ZoneOffset.UTC);
    private static final String TOKEN = "0123456789abcdef-0123456789";
    /** What only a server, or a call that tells somebody, has any use for. */
    private static final Pattern UNWANTED =
            Pattern.compile(" (?:org\\.apache\\.catalina|io\\.prometheus|okhttp3|jakarta\\.mail"
                    + "|io\\.opentelemetry\\.sdk|org\\.springframework\\.boot\\.actuate)\\.");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static OpenBook book;
    private static Root program;
    private static WebServer open;
    private static WebServer guarded;

    @BeforeAll
    static void a_closed_month(OpenBook shared) {
        book = shared.empty();
        book.run("month-end", "2026-03", "--exports", "sample-data").expecting(0);
        program = new Root(CLOCK);
        Program.commandLine(program, new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()))
                .parseArgs("--data-dir", book.dataDir().toString());
        open = start(null);
        guarded = start(TOKEN);
    }

    private static WebServer start(String token) {
        return WebServer.start(
                ground(), new WebServer.Place(InetAddress.getLoopbackAddress(), 0, token), WebServer.Watch.PLAIN);
    }

    private static WebServer.Ground ground() {
        return new WebServer.Ground(
                program.database(),
                CLOCK,
                ZoneOffset.UTC,
                program.options().setting().reference().support());
    }

    @AfterAll
    static void close() {
        open.close();
        guarded.close();
        program.close();
    }

    private static String say(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        try (Root line = new Root(program)) {
            int code = Program.commandLine(line, new PrintWriter(out, true), new PrintWriter(err, true))
                    .execute(words);
            assertEquals(Exit.DONE, code, () -> out + err.toString());
            return out.toString();
        }
    }

    private static HttpResponse<String> get(WebServer server, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static String good(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = get(open, path);
        assertEquals(200, response.statusCode(), response.body());
        safe(response);
        assertEquals(
                "application/json",
                response.headers().firstValue("Content-Type").orElse(""));
        return response.body();
    }

    /** What every answer carries, good or bad (S25, S27, S52). */
    private static void safe(HttpResponse<String> response) {
        Map<String, String> wanted = Map.of(
                "X-Content-Type-Options", "nosniff",
                "Cache-Control", "no-store",
                "Referrer-Policy", "no-referrer",
                "Cross-Origin-Opener-Policy", "same-origin");
        wanted.forEach((name, value) ->
                assertEquals(value, response.headers().firstValue(name).orElse(""), name));
        String policy = response.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), policy);
        assertEquals(List.of(), response.headers().allValues("Server"));
        assertEquals(List.of(), response.headers().allValues("X-Powered-By"));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            0128028b                             |            |
            f57d3585-a455-4910-8129-e988b63ab2c1 | 2026-03-10 |
            efdc57a7                             | 2026-03-20 | 2026-03
            003e73ab                             | 2031-01-01 | 2026-03-15
            003e73ab                             | 1999-01-01 |
            prod                                 |            |
            no such thing                        |            |
            ' or 1=1 --                          |            |
            Ünïcode ☂ %_\\                       |            |
            003e73ab                             |            | 2027-01
            """)
    void an_answer_is_the_commands_own(String word, String at, String known) throws Exception {
        List<String> words = new ArrayList<>(List.of("coverage", word, "--json"));
        String path = "/api/v1/coverage?subscription=" + encoded(word);
        if (at != null) {
            words.addAll(List.of("--at", at));
            path += "&at=" + at;
        }
        if (known != null) {
            words.addAll(List.of("--known", known));
            path += "&known=" + known;
        }
        assertEquals(say(words.toArray(String[]::new)), good(path));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            agreements                          | agreements
            agreements --flagged                | agreements?flagged=true
            agreements --verdict missing        | agreements?verdict=missing
            agreements --at 2026-03-01          | agreements?at=2026-03-01
            flags                               | flags
            flags --open --severity ACTION      | flags?open=true&severity=ACTION
            flags --object EA-7001              | flags?object=EA-7001
            invoices                            | invoices
            invoices --currency eur             | invoices?currency=eur
            invoices --period 2026-02           | invoices?period=2026-02
            coverage --customer C-100123        | coverage?customer=C-100123
            coverage --account BA-100407        | coverage?account=BA-100407
            coverage --agreement EA-700209 --at 2026-03-07 | coverage?agreement=EA-700209&at=2026-03-07
            coverage --user agda@fragvis-dottrar.example | coverage?user=agda%40fragvis-dottrar.example
            entitlements                        | entitlements
            entitlements --subscription 003e73ab-b76f-4a71-b3d9-c0d683cd0989 | entitlements?subscription=003e73ab-b76f-4a71-b3d9-c0d683cd0989
            """)
    void the_pages_of_a_list_are_the_commands_list(String command, String path) throws Exception {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.add("--json");
        JsonNode whole = json(say(words.toArray(String[]::new)));
        List<JsonNode> rows = new ArrayList<>();
        String next = "/api/v1/" + path + (path.contains("?") ? "&" : "?") + "limit=7";
        int pages = 0;
        while (next != null) {
            JsonNode page = json(good(next));
            page.get("rows").forEach(rows::add);
            for (String name : whole.propertyNames()) {
                assertTrue(name.equals("rows") || whole.get(name).equals(page.get(name)), name);
            }
            next = page.get("next").isNull() ? null : page.get("next").asString();
            pages++;
        }
        List<JsonNode> expected = new ArrayList<>();
        whole.get("rows").forEach(expected::add);
        assertEquals(expected, rows);
        assertTrue(expected.size() < 8 || pages > 1, pages + " pages");
    }

    @Test
    void the_entitlements_are_the_exported_table() throws Exception {
        List<String> told = new ArrayList<>();
        String next = "/api/v1/entitlements?limit=1000";
        while (next != null) {
            JsonNode page = json(good(next));
            for (JsonNode row : page.get("rows")) {
                List<String> cells = new ArrayList<>();
                row.forEach(cell -> cells.add(cell.isNull() ? "" : cell.asString()));
                told.add(String.join(",", cells));
            }
            next = page.get("next").isNull() ? null : page.get("next").asString();
        }
        List<String> exported =
                book.tables().get("entitlements.csv").lines().skip(1).toList();
        assertEquals(exported, told);
        assertTrue(told.size() > 1000, told.size() + " rows");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | /api/v1/coverage                              | give one of subscription, account
            400 | /api/v1/coverage?subscription=a&user=b        | give one of subscription, account
            400 | /api/v1/coverage?subscription=a&subscription=b | give subscription once
            400 | /api/v1/coverage?subscription=a&at=2026-02-30 | is no day of the calendar
            400 | /api/v1/coverage?subscription=a&at=0000-01-01 | is no day of the calendar
            400 | /api/v1/coverage?subscription=a&known=2026-13 | is no month
            400 | /api/v1/coverage?subscription=a&known=later   | is no day of the calendar
            400 | /api/v1/coverage?subscription=a%0ab           | has a control character
            400 | /api/v1/ask                                   | say what the request is about
            400 | /api/v1/ask?type=TECHNICAL&severity=D         | severity
            400 | /api/v1/ask?type=TECHNICAL&language=qqx       | qqx
            400 | /api/v1/flags?limit=0                         | limit is between 1 and 1000
            400 | /api/v1/flags?limit=1001                      | limit is between 1 and 1000
            400 | /api/v1/flags?limit=all                       | limit is a whole number
            400 | /api/v1/flags?offset=-1                       | offset is a whole number
            400 | /api/v1/flags?offset=99999999999              | offset is a whole number
            400 | /api/v1/flags?severity=LOUD                   | there are BLOCKER, ACTION, INFO
            400 | /api/v1/flags?open=maybe                      | open is true or false
            400 | /api/v1/invoices?period=march                 | is no month
            400 | /api/v1/invoices?sort=total                   | there is no parameter 'sort'; there are account, currency
            404 | /api/v1/charges                               | openapi.json says what there is
            404 | /                                             | openapi.json says what there is
            404 | /api/v1/../../etc/passwd                      | openapi.json says what there is
            404 | /actuator/env                                 | openapi.json says what there is
            """)
    void what_cannot_be_answered_is_a_problem(int status, String path, String detail) throws Exception {
        HttpResponse<String> response = get(open, path);
        problem(response, status, detail);
        assertEquals(
                URI.create(path).getPath(),
                json(response.body()).get("instance").asString());
    }

    private static void problem(HttpResponse<String> response, int status, String detail) {
        assertEquals(status, response.statusCode(), response.body());
        safe(response);
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("Content-Type").orElse(""));
        JsonNode problem = json(response.body());
        assertEquals(status, problem.get("status").asInt());
        assertTrue(problem.get("detail").asString().contains(detail), response.body());
        assertFalse(response.body().contains("Exception") || response.body().contains("io.coverbook"), response.body());
    }

    @Test
    void a_long_word_is_refused_before_anything_is_read() throws Exception {
        problem(get(open, "/api/v1/coverage?subscription=" + "a".repeat(201)), 400, "is longer than 200 characters");
        assertTrue(get(open, "/api/v1/flags?object=" + "a".repeat(20_000)).statusCode() >= 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void only_questions_are_answered(String method) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(open.url() + "/api/v1/flags"))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
        problem(response, 405, "only GET and HEAD");
        assertEquals("GET, HEAD", response.headers().firstValue("Allow").orElse(""));
    }

    @Test
    void without_the_token_nothing_is_told() throws Exception {
        for (String path : List.of("/api/v1/flags", "/api/v1/openapi.json", "/nothing")) {
            for (String[] headers : new String[][] {
                {},
                {"Authorization", "Bearer "},
                {"Authorization", "Bearer " + TOKEN + "x"},
                {"Authorization", "Bearer " + TOKEN.substring(1)},
                {"Authorization", "Basic " + TOKEN},
                {"Authorization", TOKEN}
            }) {
                HttpResponse<String> refused = get(guarded, path, headers);
                problem(refused, 401, "the token is missing or wrong");
                assertEquals(
                        "Bearer realm=\"coverbook\"",
                        refused.headers().firstValue("WWW-Authenticate").orElse(""));
            }
        }
        assertEquals(
                200,
                get(guarded, "/api/v1/flags", "Authorization", "Bearer " + TOKEN)
                        .statusCode());
        assertEquals(
                200,
                get(guarded, "/api/v1/flags", "Authorization", "bearer " + TOKEN)
                        .statusCode());
    }

    @Test
    void a_server_that_others_can_reach_needs_a_good_token() throws IOException {
        InetAddress everywhere = InetAddress.getByName("0.0.0.0");
        assertThrows(
                IllegalArgumentException.class,
                () -> WebServer.start(ground(), new WebServer.Place(everywhere, 0, null), WebServer.Watch.PLAIN));
        assertThrows(
                IllegalArgumentException.class,
                () -> WebServer.start(ground(), new WebServer.Place(everywhere, 0, "short"), WebServer.Watch.PLAIN));
        Path token = Files.writeString(book.folder("token").resolve("token"), "\n");
        for (String words : List.of(
                "serve --listen 0.0.0.0",
                "serve --listen 0.0.0.0 --token-file " + token,
                "serve --token-file no/such/file",
                "serve --port 70000",
                "serve --listen no.such.host.invalid")) {
            OpenBook.Told told = book.run(words.split(" "));
            assertEquals(Exit.USAGE, told.code(), told.said());
        }
    }

    /** A page of another site cannot ask through a browser on this machine, whatever its name resolves to. */
    @Test
    void another_hosts_name_is_refused() throws IOException {
        assertTrue(raw("GET /api/v1/flags HTTP/1.1", "Host: evil.example").startsWith("HTTP/1.1 421"));
        assertTrue(raw("GET /api/v1/flags?limit=1 HTTP/1.1", "Host: localhost:" + port())
                .startsWith("HTTP/1.1 200"));
        assertTrue(raw("TRACE /api/v1/flags HTTP/1.1", "Host: localhost").startsWith("HTTP/1.1 405"));
        assertTrue(raw("nonsense", "Host: localhost").startsWith("HTTP/1.1 400"));
    }

    private static int port() {
        return URI.create(open.url()).getPort();
    }

    private static String raw(String request, String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.getOutputStream()
                    .write((request + "\r\n" + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The document names every parameter there is and no other, and every field of every answer. */
    @Test
    void the_document_says_what_there_is() throws Exception {
        JsonNode document = json(good("/api/v1/openapi.json"));
        JsonNode schemas = document.get("components").get("schemas");
        Set<String> paths = new TreeSet<>();
        document.get("paths").propertyNames().forEach(paths::add);
        assertEquals(
                Set.of(
                        "/api/v1/coverage",
                        "/api/v1/ask",
                        "/api/v1/agreements",
                        "/api/v1/flags",
                        "/api/v1/invoices",
                        "/api/v1/entitlements",
                        "/api/v1/openapi.json"),
                paths);
        for (String path : paths) {
            if (path.endsWith("openapi.json")) {
                continue;
            }
            Set<String> named = new TreeSet<>();
            document.get("paths")
                    .get(path)
                    .get("get")
                    .get("parameters")
                    .forEach(parameter -> named.add(parameter.get("name").asString()));
            String known =
                    json(get(open, path + "?nothing=1").body()).get("detail").asString();
            assertEquals(String.join(", ", named), known.substring(known.indexOf("there are ") + 10), path);
        }
        fits(json(good("/api/v1/coverage?subscription=0128028b")), schemas.get("Coverage"), schemas, "coverage");
        fits(json(good("/api/v1/coverage?subscription=prod")), schemas.get("Coverage"), schemas, "matches");
        for (String of : List.of("account=BA-100407", "user=agda%40fragvis-dottrar.example", "customer=none")) {
            fits(json(good("/api/v1/coverage?" + of)), schemas.get("CoverageList"), schemas, of);
        }
        String asked = "&subscription=a5608379&user=bror&severity=B&language=de&at=2026-03-11T11%3A00%3A00Z";
        fits(json(good("/api/v1/ask?type=TECHNICAL" + asked)), schemas.get("Ask"), schemas, "ask");
        fits(json(good("/api/v1/ask?type=TECHNICAL&subscription=prod")), schemas.get("Ask"), schemas, "which");
        fits(json(good("/api/v1/ask?type=TECHNICAL&user=example")), schemas.get("Ask"), schemas, "who");
        fits(json(good("/api/v1/agreements")), schemas.get("AgreementList"), schemas, "agreements");
        fits(json(good("/api/v1/flags")), schemas.get("FlagList"), schemas, "flags");
        fits(json(good("/api/v1/invoices")), schemas.get("InvoiceList"), schemas, "invoices");
        fits(json(good("/api/v1/entitlements")), schemas.get("EntitlementList"), schemas, "entitlements");
        fits(json(get(open, "/nothing").body()), schemas.get("Problem"), schemas, "problem");
    }

    private static void fits(JsonNode value, JsonNode schema, JsonNode schemas, String where) {
        if (schema.has("$ref")) {
            fits(value, schemas.get(schema.get("$ref").asString().replaceFirst(".*/", "")), schemas, where);
            return;
        }
        if (schema.has("oneOf")) {
            if (!value.isNull()) {
                fits(value, schema.get("oneOf").get(1), schemas, where);
            }
            return;
        }
        Set<String> types = new TreeSet<>();
        JsonNode type = schema.get("type");
        if (type.isArray()) {
            type.forEach(each -> types.add(each.asString()));
        } else {
            types.add(type.asString());
        }
        String is = value.isNull()
                ? "null"
                : value.isObject()
                        ? "object"
                        : value.isArray()
                                ? "array"
                                : value.isBoolean() ? "boolean" : value.isIntegralNumber() ? "integer" : "string";
        boolean number = value.isNumber() && types.contains("number");
        assertTrue(
                types.contains(value.isNumber() && !value.isIntegralNumber() ? "number" : is) || number,
                () -> where + " is " + value + ", not " + types);
        if (value.isArray()) {
            value.forEach(item -> fits(item, schema.get("items"), schemas, where + "[]"));
        }
        if (value.isObject() && schema.has("properties")) {
            for (String name : value.propertyNames()) {
                assertTrue(schema.get("properties").has(name), () -> where + "." + name + " is not in the document");
                fits(value.get(name), schema.get("properties").get(name), schemas, where + "." + name);
            }
            schema.get("required")
                    .forEach(name -> assertTrue(value.has(name.asString()), () -> where + " has no " + name));
        }
    }

    /** As a person starts and stops it; and no other command waits for Tomcat. */
    @Test
    void the_program_serves_until_it_is_stopped() throws Exception {
        Process server = book.program(List.of(), "serve", "--port", "0", "--no-schedule")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            String line = said.readLine();
            assertTrue(line.startsWith("Answers at http://127.0.0.1:"), line);
            String url = line.split(" ")[2].replace("/api/v1,", "");
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/v1/coverage?subscription=003e73ab"))
                    .build();
            assertEquals(
                    say("coverage", "003e73ab", "--json"),
                    CLIENT.send(request, BodyHandlers.ofString()).body());
            server.destroy();
            assertTrue(server.waitFor(1, TimeUnit.MINUTES));
            assertEquals(143, server.exitValue());
        } finally {
            server.destroyForcibly();
        }
        OpenBook.Told plans = book.child(List.of("-Xlog:class+load"), "plans").expecting(0);
        assertTrue(plans.said().contains("io.coverbook.cli.ListCommands$Plans"));
        List<String> loaded = Arrays.stream(plans.said().split("\n"))
                .filter(line -> UNWANTED.matcher(line).find())
                .toList();
        assertEquals(List.of(), loaded);
    }
}
