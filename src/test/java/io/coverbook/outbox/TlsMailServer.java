package io.coverbook.outbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** A mail server that is reached by TLS from the first byte, by STARTTLS, or by neither, and tells how mails came. */
final class TlsMailServer implements AutoCloseable {

    enum Kind {
        SMTPS,
        STARTTLS,
        PLAIN
    }

    private final Kind kind;
    private final SSLSocketFactory tls;
    private final ServerSocket listening;
    private final ExecutorService work = Executors.newCachedThreadPool();
    private final List<String> inClear = Collections.synchronizedList(new ArrayList<>());
    private final List<String> mails = Collections.synchronizedList(new ArrayList<>());

    TlsMailServer(Kind kind, Path keys, String password) throws IOException, GeneralSecurityException {
        this.kind = kind;
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, password.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, password.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        tls = context.getSocketFactory();
        listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        work.execute(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** The mails that came, each with how. */
    List<String> mails() {
        return List.copyOf(mails);
    }

    /** What anybody on the way could read. */
    List<String> inClear() {
        return List.copyOf(inClear);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket caller = listening.accept();
                work.execute(() -> serve(caller));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket caller) {
        try (Socket own = caller) {
            talk(kind == Kind.SMTPS ? secured(own) : own, kind == Kind.SMTPS, true);
        } catch (IOException e) {
            inClear.add("broken off: " + e.getMessage());
        }
    }

    private SSLSocket secured(Socket plain) throws IOException {
        SSLSocket socket = (SSLSocket) tls.createSocket(plain, null, plain.getPort(), false);
        socket.setUseClientMode(false);
        socket.startHandshake();
        return socket;
    }

    private void talk(Socket socket, boolean secure, boolean greet) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = socket.getOutputStream();
        if (greet) {
            say(out, "220 here");
        }
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (!secure) {
                inClear.add(line);
            }
            String word = line.split("[ :]", -1)[0].toUpperCase(java.util.Locale.ROOT);
            switch (word) {
                case "EHLO" -> say(out, kind == Kind.STARTTLS && !secure ? "250-here\r\n250 STARTTLS" : "250 here");
                case "STARTTLS" -> {
                    say(out, "220 go on");
                    talk(secured(socket), true, false);
                    return;
                }
                case "DATA" -> {
                    say(out, "354 go on");
                    StringBuilder mail = new StringBuilder(secure ? "by TLS: " : "in clear: ");
                    for (String part = in.readLine(); part != null && !part.equals("."); part = in.readLine()) {
                        mail.append(part).append('\n');
                    }
                    mails.add(mail.toString());
                    say(out, "250 taken");
                }
                case "QUIT" -> {
                    say(out, "221 bye");
                    return;
                }
                default -> say(out, "250 good");
            }
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        work.shutdownNow();
    }
}
