package io.coverbook.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.testkit.OpenBook;
import io.coverbook.testkit.OpenBook.Told;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mail goes encrypted to a server that proves its name, or not at all; what does not go waits. */
@ExtendWith(OpenBook.Shared.class)
class MailTlsIT {

    private static final String KEPT = "reconciled_untold";
    private static final String PASSWORD = "changeit";

    private static OpenBook book;
    private static Path folder;

    @BeforeAll
    static void something_to_tell_and_certificates(OpenBook shared) throws Exception {
        book = shared.empty();
        book.run("import", "sample-data/2026-03-31").expecting(0);
        book.run("reconcile", "--as-of", "2026-03-31").expecting(0);
        book.keep(KEPT);
        folder = book.folder("keys");
        certificate("here", "IP:127.0.0.1");
        certificate("elsewhere", "DNS:mail.example.com");
    }

    private static void certificate(String name, String san) throws Exception {
        keytool("-genkeypair", "-alias", name, "-keyalg", "EC", "-dname", "CN=" + name, "-ext", "SAN=" + san);
        Path pem = folder.resolve("one.pem");
        keytool("-exportcert", "-alias", name, "-file", pem.toString());
        List<String> trust =
                new ArrayList<>(List.of("-importcert", "-noprompt", "-alias", name, "-file", pem.toString()));
        trust.addAll(List.of("-keystore", trusted().toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        run(trust);
    }

    private static void keytool(String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("-keystore", keys(all.get(2)).toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        run(all);
    }

    private static void run(List<String> words) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(words);
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(0, keytool.waitFor(), said);
    }

    private static Path keys(String name) {
        return folder.resolve(name + ".p12");
    }

    private static Path trusted() {
        return folder.resolve("trusted.p12");
    }

    private static Told deliver(TlsMailServer server, String tls, List<String> options) throws Exception {
        List<String> all = new ArrayList<>(List.of(
                "-Dcoverbook.smtp.host=127.0.0.1",
                "-Dcoverbook.smtp.port=" + server.port(),
                "-Dcoverbook.mail.from=coverbook@example.com",
                "-Dcoverbook.mail.to=ops@example.com"));
        if (!tls.isEmpty()) {
            all.add("-Dcoverbook.smtp.tls=" + tls);
        }
        all.addAll(options);
        return book.child(all, "deliver").expecting(0);
    }

    private static List<String> trusting() {
        return List.of(
                "-Djavax.net.ssl.trustStore=" + trusted(),
                "-Djavax.net.ssl.trustStoreType=PKCS12",
                "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    }

    @ParameterizedTest
    @CsvSource({"SMTPS, TLS", "STARTTLS, STARTTLS", "STARTTLS, ''"})
    void a_server_that_is_trusted_gets_it_and_nobody_on_the_way_reads_it(TlsMailServer.Kind kind, String tls)
            throws Exception {
        book.like(KEPT);
        try (TlsMailServer server = new TlsMailServer(kind, keys("here"), PASSWORD)) {
            Told told = deliver(server, tls, trusting());
            assertEquals(1, server.mails().size(), told::said);
            assertTrue(server.mails().get(0).startsWith("by TLS: "), told::said);
            assertTrue(server.mails().get(0).contains("To: ops@example.com"), told::said);
            assertTrue(
                    server.inClear().stream().allMatch(line -> line.startsWith("EHLO") || line.equals("STARTTLS")),
                    () -> server.inClear().toString());
        }
        assertEquals(List.of("SENT"), book.ask("select distinct state from outbox_delivery"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SMTPS    | TLS      | elsewhere | its name is another
            STARTTLS | STARTTLS | elsewhere | its name is another
            PLAIN    | STARTTLS | here      | it offers no TLS
            PLAIN    | TLS      | here      | it speaks no TLS
            """)
    void a_server_that_proves_nothing_gets_nothing(TlsMailServer.Kind kind, String tls, String keys, String why)
            throws Exception {
        book.like(KEPT);
        try (TlsMailServer server = new TlsMailServer(kind, keys(keys), PASSWORD)) {
            refused(deliver(server, tls, trusting()), server, why);
        }
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_not_enough() throws Exception {
        book.like(KEPT);
        try (TlsMailServer server = new TlsMailServer(TlsMailServer.Kind.SMTPS, keys("here"), PASSWORD)) {
            Told told = deliver(server, "TLS", List.of());
            refused(told, server, "unknown certificate");
            assertTrue(told.said().contains("certification path"), told::said);
        }
    }

    private static void refused(Told told, TlsMailServer server, String why) throws Exception {
        assertTrue(told.said().contains("  mail: "), () -> why + ": " + told.said());
        assertTrue(told.said().contains(" 0 sent, "), () -> why + ": " + told.said());
        assertEquals(List.of(), server.mails(), why);
        assertFalse(
                server.inClear().stream().anyMatch(line -> line.contains("example.com")),
                () -> why + ": " + server.inClear());
        assertEquals(List.of("WAITING|1"), book.ask("select distinct state, attempts from outbox_delivery"), why);
    }
}
