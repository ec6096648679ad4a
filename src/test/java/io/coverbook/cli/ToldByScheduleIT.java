package io.coverbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import io.coverbook.testkit.OpenBook;
import io.coverbook.testkit.Portfolio;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a card has done by schedule is told at its end, by nobody's hand: woken by Quartz, by e-mail and webhook, once. */
@ExtendWith(OpenBook.Shared.class)
class ToldByScheduleIT {

    private static final String CARD = "job: %s\ntitle: t\nschedule: { cron: \"0 0 3 * * ?\", zone: UTC }\n";

    private final BlockingQueue<String> woken = new LinkedBlockingQueue<>();
    private final List<JsonNode> posts = Collections.synchronizedList(new ArrayList<>());
    private final List<String> properties = new ArrayList<>();
    private final DrivenClock clock = new DrivenClock(Instant.parse("2026-02-01T04:00:00Z"));
    private volatile int answer = 200;
    private OpenBook book;
    private Path cards;
    private Path exports;
    private Path drop;
    private GreenMail mail;
    private HttpServer web;

    @BeforeEach
    void an_imported_book_and_places_to_tell(OpenBook open) throws IOException {
        book = open.empty();
        cards = open.folder("cards");
        drop = open.folder("drop").resolve("here");
        exports = new Portfolio(3, 8).write(open.folder("exports"), 2);
        book.run("import", exports.resolve("2026-01-31").toString()).expecting(0);
        card("reconcile", "");
        card("import", "parameters: { drop: " + drop + " }\n");
        card("month-end", "after: [import, reconcile]\nparameters: { invoices: issue }\n");
        card("deliver", "");
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/hook", exchange -> {
            posts.add(JsonMapper.shared()
                    .readTree(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        web.start();
        set("coverbook.smtp.host", "127.0.0.1");
        set("coverbook.smtp.port", mail.getSmtp().getPort());
        set("coverbook.smtp.tls", "NONE");
        set("coverbook.mail.from", "coverbook@example.com");
        set("coverbook.mail.to", "ops@example.com");
        set("coverbook.webhook.url", "http://127.0.0.1:" + web.getAddress().getPort() + "/hook");
        set(
                "coverbook.webhook.secret.file",
                Files.writeString(open.folder("secret").resolve("hook"), "marker-secret-0123456789abcdef\n"));
    }

    private void card(String job, String more) throws IOException {
        Files.writeString(cards.resolve(job + ".yaml"), CARD.formatted(job) + more);
    }

    private void set(String name, Object value) {
        System.setProperty(name, value.toString());
        properties.add(name);
    }

    @AfterEach
    void nobody_is_told() {
        properties.forEach(System::clearProperty);
        mail.stop();
        web.stop(0);
    }

    private ScheduleNode node() throws Exception {
        ScheduleNode node = new ScheduleNode(
                book.dataDir(),
                cards,
                clock,
                new PrintWriter(Writer.nullWriter()),
                (card, outcome) -> woken.add(card + " " + outcome.code()));
        // All cards once at once, as a program begins to serve.
        assertEquals(" 0", next());
        return node;
    }

    private String next() throws InterruptedException {
        String line = woken.poll(60, TimeUnit.SECONDS);
        assertNotNull(line, "nobody was woken");
        return line;
    }

    /** What was told since the last call, by its type; runs that were done apart. */
    private List<String> types() {
        List<String> types = posts.stream()
                .map(post -> post.path("type").asString())
                .filter(type -> !type.equals("AGREEMENT_WITHOUT_PLAN"))
                .toList();
        posts.clear();
        return types;
    }

    private String mails() throws Exception {
        StringBuilder said = new StringBuilder();
        for (MimeMessage message : mail.getReceivedMessages()) {
            said.append(message.getSubject()).append('\n').append(GreenMailUtil.getBody(message));
        }
        mail.purgeEmailFromAllMailboxes();
        return said.toString().replace("\r\n", "\n");
    }

    private void says(String said, String part) {
        assertTrue(said.contains(part), () -> "no '" + part + "' in\n" + said);
    }

    private void drop(String name, String text) throws IOException {
        Path file = Files.createDirectories(drop.resolve("inbox")).resolve(name);
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(clock.instant().minusSeconds(60)));
    }

    private void dropAll(String day) throws IOException {
        try (Stream<Path> files = Files.list(exports.resolve(day))) {
            for (Path file : files.toList()) {
                drop(file.getFileName().toString(), Files.readString(file));
            }
        }
    }

    private String fire(ScheduleNode node, String card, String at) throws Exception {
        clock.set(Instant.parse(at));
        node.fire(card);
        return next();
    }

    @Test
    void each_card_tells_at_its_end_what_it_did_and_what_needs_somebody() throws Exception {
        try (ScheduleNode node = node()) {
            assertEquals(
                    List.of("RUN_DONE", "RUN_DONE"),
                    types(),
                    "the import by hand, with which telling begins, and the first day");
            says(mails(), "reconcile 2026-02-01");

            drop("subscriptions-2026-02-02.csv", "no,export\n1,2\n");
            assertEquals("import 3", fire(node, "import", "2026-02-02T04:00:00Z"));
            assertTrue(types().contains("FILE_REFUSED"));
            says(mails(), "subscriptions-2026-02-02.csv");

            // The exports of February have not come: the close waits, and says so each day.
            assertEquals("month-end 4", fire(node, "month-end", "2026-03-04T04:00:00Z"));
            assertEquals(1, Collections.frequency(types(), "CLOSE_BLOCKED"));
            says(mails(), "February 2026 is not closed: the facts do not reach its end");
            assertEquals("month-end 4", fire(node, "month-end", "2026-03-04T05:00:00Z"));
            assertEquals(List.of(), types(), "not told twice a day");
            assertEquals("month-end 4", fire(node, "month-end", "2026-03-05T04:00:00Z"));
            assertEquals(1, Collections.frequency(types(), "CLOSE_BLOCKED"));
            mails();

            dropAll("2026-02-28");
            assertEquals("month-end 0", fire(node, "month-end", "2026-03-06T04:00:00Z"));
            List<String> closed = types();
            assertEquals(1, Collections.frequency(closed, "MONTH_CLOSED"), closed::toString);
            says(mails(), "February 2026 is closed: ");
        }
        assertEquals(List.of("0"), book.ask("select count(*) from outbox_delivery where state <> 'SENT'"));
    }

    @Test
    void a_place_that_is_away_is_told_by_the_card_deliver_and_the_card_is_done_all_the_same() throws Exception {
        answer = 500;
        mail.stop();
        try (ScheduleNode node = node()) {
            assertTrue(posts.size() >= 1);
            String waiting = "select count(*) from outbox_delivery where state = 'WAITING'";
            int messages =
                    Integer.parseInt(book.ask("select count(*) from outbox").get(0));
            assertEquals(List.of(String.valueOf(2 * messages)), book.ask(waiting));
            answer = 200;
            mail.start();
            set("coverbook.smtp.port", mail.getSmtp().getPort());
            posts.clear();
            assertEquals("deliver 0", fire(node, "deliver", "2026-02-01T04:00:30Z"));
            assertEquals(0, posts.size(), "not due yet");
            assertEquals("deliver 0", fire(node, "deliver", "2026-02-02T03:00:00Z"));
            assertEquals("deliver 0", fire(node, "deliver", "2026-02-02T03:00:01Z"));
            assertEquals(List.of("0"), book.ask(waiting));
            assertEquals(
                    messages,
                    posts.stream()
                            .filter(post -> !post.path("timestamp").asString().startsWith("2026-02-02"))
                            .count());
            says(mails(), "reconcile 2026-02-01");
        }
    }

    @Test
    void work_that_cannot_begin_is_told_once_a_day() throws Exception {
        try (ScheduleNode node = node()) {
            types();
            mails();
            for (String made : List.of("inbox", "processing", "failed", "")) {
                Files.delete(drop.resolve(made));
            }
            Files.writeString(drop, "no folder");
            assertEquals("import 75", fire(node, "import", "2026-02-02T04:00:00Z"));
            assertEquals(List.of("WORK_FAILED"), types());
            says(mails(), "import: the drop folder cannot be used: ");
            assertEquals("import 75", fire(node, "import", "2026-02-02T04:00:01Z"));
            assertEquals(List.of(), types());
            assertEquals("import 75", fire(node, "import", "2026-02-03T04:00:00Z"));
            assertEquals(List.of("WORK_FAILED"), types());
        }
    }
}
