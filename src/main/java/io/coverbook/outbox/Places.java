package io.coverbook.outbox;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where things are told to. Nothing of it is kept in the database, and the secrets show nowhere.
 *
 * @param mail empty where no mail server is set
 * @param webhook empty where no address is set
 */
public record Places(@Nullable Mail mail, @Nullable Hook webhook) {

    public static final Places NOWHERE = new Places(null, null);

    /** How a connection to a mail server is kept from others. */
    public enum Tls {
        STARTTLS,
        TLS,
        NONE
    }

    /**
     * A mail server, and who is told.
     *
     * @param to may be empty: then there are letters to customers alone
     */
    public record Mail(
            String host,
            int port,
            Tls tls,
            @Nullable String user,
            @Nullable String password,
            String from,
            List<String> to) {

        public Mail {
            checked(from);
            to.forEach(Mail::checked);
            if (port < 1 || port > 65_535) {
                throw new PlaceException("the port of the mail server is between 1 and 65535, not " + port);
            }
            if ((user == null) != (password == null)) {
                throw new PlaceException("the mail server has a user or a password and not the other; give both");
            }
            to = List.copyOf(to);
        }

        /** Addresses separated by commas or semicolons. */
        public static List<String> addresses(String text) {
            return Arrays.stream(text.split("[,;]"))
                    .map(String::strip)
                    .filter(address -> !address.isEmpty())
                    .toList();
        }

        private static void checked(String address) {
            if (!isAddress(address)) {
                throw new PlaceException("'" + address + "' is no e-mail address");
            }
        }

        @Override
        public String toString() {
            return host + ":" + port + " " + tls.name().toLowerCase(Locale.ROOT) + ", from " + from + " to " + to;
        }
    }

    /** An address that takes posts, and the secret they are signed with. */
    public record Hook(URI url, String secret) {

        private static final int SHORTEST = 24;

        public Hook {
            String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            if (url.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
                throw new PlaceException("the webhook is no address that begins with https://");
            }
            if (scheme.equals("http") && !here(url.getHost())) {
                throw new PlaceException("a webhook on another machine is reached by https alone");
            }
            if (url.getUserInfo() != null) {
                throw new PlaceException("the address of the webhook holds a user or password; it is signed instead");
            }
            check(secret);
        }

        private static void check(String secret) {
            if (secret.length() < SHORTEST) {
                throw new PlaceException(
                        "the secret of the webhook is too short; it has at least " + SHORTEST + " characters");
            }
            if (secret.startsWith(Webhook.WHSEC)) {
                try {
                    Base64.getDecoder().decode(secret.substring(Webhook.WHSEC.length()));
                } catch (IllegalArgumentException e) {
                    throw new PlaceException("what stands after " + Webhook.WHSEC + " in the secret is not base64");
                }
            }
        }

        private static boolean here(String host) {
            try {
                return InetAddress.getByName(host).isLoopbackAddress();
            } catch (UnknownHostException e) {
                return false;
            }
        }

        @Override
        public String toString() {
            return url.getScheme() + "://" + url.getHost();
        }
    }

    /** A place that cannot be right; the message says why. */
    public static final class PlaceException extends RuntimeException {

        private static final long serialVersionUID = 1;

        public PlaceException(String message) {
            super(message);
        }
    }

    /** Whether there is anybody to tell. */
    public boolean anybody() {
        Mail post = mail;
        return webhook != null || (post != null && !post.to().isEmpty());
    }

    /** One address, as a mail server takes it: no second one, no line break, no name. */
    static boolean isAddress(String text) {
        try {
            InternetAddress address = new InternetAddress(text, true);
            address.validate();
            return text.indexOf('@') > 0 && text.equals(address.getAddress());
        } catch (AddressException e) {
            return false;
        }
    }
}
