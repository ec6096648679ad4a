package io.coverbook.cli;

import io.coverbook.outbox.Letters;
import io.coverbook.outbox.Outbox;
import io.coverbook.outbox.Places;
import io.coverbook.outbox.Places.Hook;
import io.coverbook.outbox.Places.Mail;
import io.coverbook.outbox.Places.PlaceException;
import io.coverbook.outbox.Places.Tls;
import io.coverbook.store.Database;
import io.coverbook.store.OutboxStore;
import io.coverbook.store.RunStore;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The outbox of this call: where things are told to is set around the program. */
final class Telling {

    private static final Map<Tls, Integer> PORTS = Map.of(Tls.STARTTLS, 587, Tls.TLS, 465, Tls.NONE, 25);

    private final Places places;
    private final Database database;
    private final Clock clock;
    private final String actor;

    Telling(Places places, Database database, Clock clock, String actor) {
        this.places = places;
        this.database = database;
        this.clock = clock;
        this.actor = actor;
    }

    /** @throws PlaceException for a place that cannot be right, or that is set by halves */
    static Places places() {
        return new Places(mail(), hook());
    }

    private static @Nullable Mail mail() {
        Optional<String> host = Variable.COVERBOOK_SMTP_HOST.value();
        List<String> to =
                Variable.COVERBOOK_MAIL_TO.value().map(Mail::addresses).orElse(List.of());
        if (host.isEmpty()) {
            if (!to.isEmpty()) {
                throw new PlaceException(
                        "COVERBOOK_MAIL_TO is set and COVERBOOK_SMTP_HOST is not: say which mail server");
            }
            return null;
        }
        Tls tls = tls(Variable.COVERBOOK_SMTP_TLS.value().orElse(Tls.STARTTLS.name()));
        String from = Variable.COVERBOOK_MAIL_FROM.value().orElse("coverbook@" + host.get());
        return new Mail(
                host.get(),
                Variable.COVERBOOK_SMTP_PORT.value().map(Telling::port).orElse(PORTS.getOrDefault(tls, 25)),
                tls,
                Variable.COVERBOOK_SMTP_USER.orNull(),
                Variable.COVERBOOK_SMTP_PASSWORD.orNull(),
                from,
                to);
    }

    private static Tls tls(String word) {
        return Arrays.stream(Tls.values())
                .filter(tls -> tls.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new PlaceException(
                        "COVERBOOK_SMTP_TLS is one of " + Arrays.toString(Tls.values()) + ", not " + word));
    }

    private static int port(String word) {
        if (!word.matches("\\d{1,5}")) {
            throw new PlaceException("COVERBOOK_SMTP_PORT is a number, not " + word);
        }
        return Integer.parseInt(word);
    }

    private static @Nullable Hook hook() {
        Optional<String> url = Variable.COVERBOOK_WEBHOOK_URL.value();
        if (url.isEmpty()) {
            return null;
        }
        String secret = Variable.COVERBOOK_WEBHOOK_SECRET
                .value()
                .orElseThrow(() -> new PlaceException(
                        "COVERBOOK_WEBHOOK_URL is set and COVERBOOK_WEBHOOK_SECRET is not: posts are signed"));
        try {
            return new Hook(new URI(url.get()), secret);
        } catch (URISyntaxException e) {
            throw new PlaceException("COVERBOOK_WEBHOOK_URL is no address: " + e.getReason());
        }
    }

    /** Whether letters go out with every delivery. */
    static boolean lettersSent() {
        String word = Variable.COVERBOOK_LETTERS.value().orElse("dry").toLowerCase(Locale.ROOT);
        if (!word.equals("dry") && !word.equals("send")) {
            throw new PlaceException("COVERBOOK_LETTERS is send or dry, not " + word);
        }
        return word.equals("send");
    }

    Outbox outbox() {
        Path folder = Variable.COVERBOOK_LETTERS_DIR.value().map(Path::of).orElse(null);
        return new Outbox(new OutboxStore(database), places, new Letters(folder), clock, actor);
    }

    /** The latest reconciled day, before the first of them today: events are told as of it. */
    LocalDate day() {
        return new RunStore(database)
                .reconciledOn()
                .orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }
}
