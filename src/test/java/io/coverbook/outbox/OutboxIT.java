package io.coverbook.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import io.coverbook.fault.FaultPoint;
import io.coverbook.store.OutboxStore;
import io.coverbook.testkit.OpenBook;
import io.coverbook.testkit.OpenBook.Told;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happens is told by e-mail and webhook, once, whatever is down meanwhile and however many programs tell it. */
@ExtendWith(OpenBook.Shared.class)
class OutboxIT {

    private static final String CLOSED = "march_closed_untold";
    private static final String SECRET = "marker-secret-0123456789abcdef";
    private static final Instant NOON = Instant.parse("2026-04-10T12:00:00Z");

    private static OpenBook book;

    private record Post(String id, String time, String signature, String body) {

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    private final List<Post> posts = Collections.synchronizedList(new ArrayList<>());
    private final List<String> properties = new ArrayList<>();
    private volatile int answer = 200;
    private volatile CountDownLatch together = new CountDownLatch(0);
    private GreenMail mail;
    private HttpServer web;
    private Path secret;

    @BeforeAll
    static void a_closed_month(OpenBook shared) {
        book = shared.empty();
        book.run("month-end", "2026-03", "--exports", "sample-data").expecting(0);
        book.keep(CLOSED);
    }

    @BeforeEach
    void servers() throws IOException {
        book.like(CLOSED);
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.setExecutor(Executors.newFixedThreadPool(4));
        web.createContext("/hook", exchange -> {
            posts.add(new Post(
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                    exchange.getRequestHeaders().getFirst("webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            meet();
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        web.start();
        secret = Files.writeString(book.folder("secret").resolve("hook"), SECRET + "\n");
    }

    private void meet() {
        together.countDown();
        try {
            together.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void no_servers() {
        properties.forEach(System::clearProperty);
        mail.stop();
        web.stop(0);
    }

    private void set(String name, Object value) {
        System.setProperty(name, value.toString());
        properties.add(name);
    }

    private void mailTo(String to) {
        set("coverbook.smtp.host", "127.0.0.1");
        set("coverbook.smtp.port", mail.getSmtp().getServerSetup().getPort());
        set("coverbook.smtp.tls", "NONE");
        set("coverbook.mail.from", "coverbook@example.com");
        if (!to.isEmpty()) {
            set("coverbook.mail.to", to);
        }
    }

    private void hook() {
        set("coverbook.webhook.url", "http://127.0.0.1:" + web.getAddress().getPort() + "/hook");
        set("coverbook.webhook.secret.file", secret);
    }

    private List<String> types() {
        return posts.stream().map(post -> post.json().path("type").asString()).toList();
    }

    private static String text(MimeMessage message) throws MessagingException {
        return message.getSubject() + "\n" + GreenMailUtil.getBody(message).replace("\r\n", "\n");
    }

    @Test
    void a_close_is_told_at_its_end_and_once() throws Exception {
        mailTo("ops@example.com, finance@example.com");
        hook();
        book.runAt(NOON, "month-end", "2026-04", "--exports", "sample-data").expecting(0);

        assertEquals(2, mail.getReceivedMessages().length);
        MimeMessage told = mail.getReceivedMessages()[0];
        String said = text(told);
        assertTrue(said.startsWith("Coverbook: "), said);
        for (String part : List.of(
                "agreements without a plan",
                "2026-04 is closed",
                "NEEDS SOMEBODY",
                "EA-700108  C",
                "April 2026 is closed: ",
                "coverbook agreements --flagged")) {
            assertTrue(said.contains(part), () -> "no '" + part + "' in\n" + said);
        }
        assertEquals("auto-generated", told.getHeader("Auto-Submitted", null));
        assertTrue(told.getMessageID().matches("<[0-9a-f]{32}@coverbook>"), told.getMessageID());

        Webhook check = new Webhook(URI.create("https://example.com"), SECRET);
        for (Post post : posts) {
            assertEquals(check.signature(post.id(), post.time(), post.body()), post.signature());
            assertEquals(String.valueOf(NOON.getEpochSecond()), post.time());
        }
        assertTrue(types().containsAll(List.of("MONTH_CLOSED", "AGREEMENT_WITHOUT_PLAN")), types()::toString);
        assertEquals(posts.size(), posts.stream().map(Post::id).distinct().count());
        Post closed = posts.stream()
                .filter(post -> post.json().path("type").asString().equals("MONTH_CLOSED"))
                .findFirst()
                .orElseThrow();
        assertEquals("2026-04", closed.json().at("/data/facts/period").asString());
        assertFalse(closed.json().at("/data/needs_somebody").asBoolean());

        posts.clear();
        Told again = book.runAt(NOON.plus(Duration.ofHours(3)), "deliver").expecting(0);
        assertTrue(again.said().contains("0 new, 0 sent"), again.said());
        book.runAt(NOON, "month-end", "2026-04", "--exports", "sample-data").expecting(0);
        // The same command again: a run there was, and nothing else that was not told.
        assertEquals(List.of("RUN_DONE"), types());
    }

    /** Agreements that went without a plan are told each time they begin to, and not while they are waived. */
    @Test
    void a_waived_agreement_is_told_of_when_the_waiver_is_over() {
        hook();
        book.run("waive", "EA_MISSING_PLAN", "EA-700108", "--until", "2026-06-30", "--reason", "on its way")
                .expecting(0);
        book.runAt(NOON, "deliver").expecting(0);
        assertFalse(abouts().contains("EA-700108"));
        assertTrue(abouts().contains("EA-700208"));
        book.run("reconcile", "--as-of", "2026-07-01").expecting(0);
        assertTrue(abouts().contains("EA-700108"));
        assertEquals(1, abouts().stream().filter("EA-700208"::equals).count());
    }

    private List<String> abouts() {
        return posts.stream()
                .map(post -> post.json().at("/data/about").asString())
                .toList();
    }

    @Test
    void a_mail_server_that_is_down_gets_everything_later_and_once() throws Exception {
        mailTo("ops@example.com");
        mail.stop();
        Told told = book.runAt(NOON, "reconcile", "--as-of", "2026-04-10").expecting(0);
        assertTrue(told.said().contains("not told yet, mail:"), told.said());
        book.runAt(NOON.plusSeconds(30), "deliver").expecting(0);
        mail.start();
        Told early = book.runAt(NOON.plusSeconds(59), "deliver").expecting(0);
        assertTrue(early.said().contains("0 sent"), early.said());
        assertEquals(0, mail.getReceivedMessages().length);
        book.runAt(NOON.plusSeconds(60), "deliver").expecting(0);
        book.runAt(NOON.plusSeconds(600), "deliver").expecting(0);
        assertEquals(1, mail.getReceivedMessages().length);
        assertTrue(text(mail.getReceivedMessages()[0]).contains("reconcile 2026-04-10: "));
        assertEquals(List.of(), book.ask("select * from outbox_delivery where state <> 'SENT'"));
    }

    @Test
    void a_webhook_that_fails_for_an_hour_gets_each_message_once_then() throws SQLException {
        hook();
        answer = 500;
        deliver(0);
        String one = posts.get(0).id();
        List<Integer> tried = new ArrayList<>(List.of(0));
        for (int minute = 1; minute <= 59; minute++) {
            long before = tries(one);
            deliver(minute);
            if (tries(one) > before) {
                tried.add(minute);
            }
        }
        assertEquals(List.of(0, 1, 3, 7, 15, 31), tried);
        answer = 204;
        posts.clear();
        for (int minute = 60; minute <= 130; minute += 10) {
            deliver(minute);
        }
        Set<String> ids = new HashSet<>(book.ask("select message_id from outbox"));
        assertTrue(ids.size() > 10, ids::toString);
        assertEquals(ids.size(), posts.size());
        assertEquals(ids, new HashSet<>(posts.stream().map(Post::id).toList()));
        assertEquals(List.of("0"), book.ask("select count(*) from outbox_delivery where state <> 'SENT'"));
    }

    /** What {@code deliver} does, without a program around it, so many minutes after noon. */
    private void deliver(int minute) {
        Clock clock = Clock.fixed(NOON.plus(Duration.ofMinutes(minute)), ZoneOffset.UTC);
        URI url = URI.create(System.getProperty("coverbook.webhook.url"));
        Places places = new Places(null, new Places.Hook(url, SECRET));
        new Outbox(new OutboxStore(book.database()), places, new Letters(null), clock, "tester")
                .deliver(LocalDate.of(2026, 3, 31), false, List.of());
    }

    private long tries(String id) {
        return posts.stream().filter(post -> post.id().equals(id)).count();
    }

    @Test
    void what_is_not_taken_for_a_week_is_given_up() throws SQLException {
        hook();
        answer = 410;
        book.runAt(NOON, "deliver").expecting(0);
        book.runAt(NOON.plus(Duration.ofDays(8)), "deliver").expecting(0);
        assertEquals(
                List.of("GIVEN_UP|the webhook answered 410"),
                book.ask("select distinct state, problem from outbox_delivery where state <> 'WAITING'"));
    }

    /** Both are sending when the first posts arrive: neither is answered before the other has posted, too. */
    @Test
    void two_programs_at_the_same_time_send_once() throws Exception {
        mailTo("ops@example.com");
        hook();
        together = new CountDownLatch(2);
        List<String> options = properties.stream()
                .map(name -> "-D" + name + "=" + System.getProperty(name))
                .toList();
        Process one = program(options);
        Process two = program(options);
        assertEquals(0, one.waitFor());
        assertEquals(0, two.waitFor());
        assertEquals(0, together.getCount());
        Set<String> ids = new TreeSet<>(book.ask("select message_id from outbox"));
        assertEquals(ids.size(), posts.size());
        assertEquals(ids, new TreeSet<>(posts.stream().map(Post::id).toList()));
        assertEquals(
                List.of("0"), book.ask("select count(*) from outbox_delivery where state <> 'SENT' or attempts <> 1"));
        StringBuilder mails = new StringBuilder();
        for (MimeMessage message : mail.getReceivedMessages()) {
            mails.append(text(message));
        }
        assertEquals(2, mails.toString().split("March 2026 is closed", -1).length, mails::toString);
    }

    private static Process program(List<String> options) throws IOException {
        return book.program(options, "deliver")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    void a_failed_and_a_blocked_run_are_told() throws SQLException {
        hook();
        book.runAt(NOON, "deliver").expecting(0);
        posts.clear();
        FaultPoint.plant(150);
        try {
            book.runAt(NOON, "reconcile", "--as-of", "2026-04-10").expecting(1);
        } finally {
            FaultPoint.plant(0);
        }
        book.runAt(NOON.plusSeconds(1), "deliver").expecting(0);
        assertEquals(1, Collections.frequency(types(), "RUN_STOPPED"), types()::toString);
        posts.clear();
        Told refused = book.runAt(NOON.plusSeconds(2), "month-end", "2026-05", "--require-fresh");
        assertEquals(4, refused.code(), refused.said());
        assertTrue(types().contains("CLOSE_BLOCKED"), types()::toString);
        assertEquals(1, Collections.frequency(types(), "CLOSE_BLOCKED"));
    }

    @Test
    void a_refused_file_is_told() throws IOException {
        hook();
        book.runAt(NOON, "deliver").expecting(0);
        posts.clear();
        Path folder = book.folder("shrunk");
        Path export = folder.resolve("subscriptions-2026-04-10.csv");
        try (Stream<String> lines = Files.lines(Path.of("sample-data/2026-03-31/subscriptions-2026-03-31.csv"))) {
            Files.write(export, lines.limit(5).toList());
        }
        book.runAt(NOON, "import", export.toString()).expecting(3);
        assertTrue(types().contains("IMPORT_SHRUNK"), types()::toString);
    }

    /** Once everything arrived everywhere it is forgotten, but for that it was told; what did not arrive is kept. */
    @Test
    void a_purge_forgets_what_arrived_long_ago_and_nothing_is_told_again() throws SQLException {
        mailTo("ops@example.com");
        hook();
        answer = 500;
        book.runAt(NOON, "deliver").expecting(0);
        Instant later = NOON.plus(Duration.ofDays(401));
        long kept = Long.parseLong(book.ask("select count(*) from outbox").get(0));
        assertTrue(kept > 10, () -> kept + " messages");
        book.runAt(later, "purge").expecting(0);
        assertEquals(List.of("0"), book.ask("select count(*) from outbox where facts = ''"), "none went both ways");
        assertEquals(
                List.of("MAIL|SENT|" + kept, "WEBHOOK|WAITING|" + kept),
                book.ask("select channel, state, count(*) from outbox_delivery group by 1, 2 order by 1"));

        answer = 200;
        book.runAt(NOON.plusSeconds(60), "deliver").expecting(0);
        book.runAt(NOON.plusSeconds(60), "deliver").expecting(0);
        String one = "(select min(message_no) from outbox)";
        book.ask(
                "with cut as (update outbox_delivery set state = 'GIVEN_UP' where channel = 'WEBHOOK' and message_no = "
                        + one + " returning 1) select * from cut");
        book.runAt(NOON.plus(Duration.ofDays(399)), "purge").expecting(0);
        assertEquals(List.of("0"), book.ask("select count(*) from outbox where facts = ''"), "not that long ago");
        Told purged = book.runAt(later, "purge", "--as", "rose").expecting(0);
        long ways = 2 * (kept - 1);
        assertTrue(purged.said().contains(ways + " "), purged::said);
        assertEquals(
                List.of("MAIL|SENT", "WEBHOOK|GIVEN_UP"),
                book.ask("select channel, state from outbox_delivery order by 1"));
        assertEquals(
                List.of(kept + "|" + (kept - 1)),
                book.ask("select count(*), count(*) filter (where facts = '') from outbox"));
        posts.clear();
        Told again = book.runAt(later, "deliver").expecting(0);
        assertTrue(again.said().contains("0 new, 0 sent"), again::said);
        assertEquals(List.of(), types());
    }

    @Test
    void letters_are_dry_until_somebody_says_send_and_go_once_in_two_languages() throws Exception {
        mailTo("");
        try (Connection owner = book.owner();
                Statement statement = owner.createStatement()) {
            statement.execute("update account_fact set country = 'DE' where e_mail like '%pebblebrook%'");
        }
        Told dry = book.runAt(NOON, "deliver", "--letters", "--since", "2025-01-01")
                .expecting(0);
        assertTrue(dry.said().contains("none is sent"), dry.said());
        assertTrue(dry.said().contains("Your support plan") && dry.said().contains("Ihr Supportplan"), dry.said());
        assertEquals(0, mail.getReceivedMessages().length);
        assertEquals(List.of(), book.ask("select * from outbox"));
        assertTrue(book.run("deliver").expecting(2).said().contains("nobody to tell"));

        set("coverbook.letters", "send");
        book.runAt(NOON, "deliver", "--since", "2025-01-01").expecting(0);
        int letters = mail.getReceivedMessages().length;
        int drafts = dry.said().split("(?m)^Subject  ", -1).length - 1;
        assertEquals(drafts, letters);
        assertTrue(letters > 5, () -> letters + " letters");
        String begun = "select actor, body from audit where action = 'begin letters'";
        assertEquals(List.of("tester|to customers, about notices from 2025-01-01 on"), book.ask(begun));
        book.runAt(NOON.plus(Duration.ofDays(1)), "deliver").expecting(0);
        assertEquals(letters, mail.getReceivedMessages().length);
        assertEquals(1, book.ask(begun).size(), "they begin once");
        assertEquals(List.of("DE", "EN"), book.ask("select distinct language from outbox_delivery order by 1"));
    }

    @Test
    void secrets_are_in_no_output_no_database_and_no_command_line() throws IOException {
        mailTo("ops@example.com");
        set("coverbook.smtp.user", "robot");
        set("coverbook.smtp.password.file", secret);
        hook();
        StringBuilder said = new StringBuilder();
        said.append(book.runAt(NOON, "reconcile", "--as-of", "2026-04-10", "-v").said());
        answer = 500;
        said.append(book.runAt(NOON, "deliver", "-v").said());
        said.append(book.run("deliver", "--dry-run").said());
        Path backup = book.folder("kept").resolve("all.zip");
        book.run("backup", backup.toString()).expecting(0);
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                said.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertFalse(said.toString().contains(SECRET));
        System.clearProperty("coverbook.webhook.secret.file");
        set("coverbook.webhook.secret", SECRET);
        assertTrue(book.run("deliver").expecting(2).said().contains("COVERBOOK_WEBHOOK_SECRET is not"));
    }
}
