package io.coverbook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is set around the program, by environment variable. One that is no secret may also be given to the
 * launcher as a Java property ({@code COVERBOOK_SMTP_HOST} as {@code -Dcoverbook.smtp.host}); a secret may lie in a file
 * that the variable with {@code _FILE} at its end names, and is never taken from the command line.
 */
enum Variable {
    COVERBOOK_DATA_DIR("where the embedded database and the written files live, unless --data-dir says so", "./data"),
    SPRING_DATASOURCE_URL(
            "a PostgreSQL server instead of the embedded one, unless --db-url says so", "the embedded one"),
    SPRING_DATASOURCE_USERNAME("its user, unless --db-user says so", "the user of the operating system"),
    COVERBOOK_DB_PASSWORD("the password of that user", "none", true),
    SPRING_DATASOURCE_PASSWORD("the same, where COVERBOOK_DB_PASSWORD is not set", "none", true),
    COVERBOOK_DB_OWNER_USER("who makes the tables, where that is another user", "the same user"),
    COVERBOOK_DB_OWNER_PASSWORD("the password of the owner", "none", true),
    COVERBOOK_TOKEN("the token that every request to serve carries, unless --token-file says so", "none", true),
    COVERBOOK_MAIL_TO("who is told by e-mail: addresses with commas between", "nobody"),
    COVERBOOK_MAIL_FROM("the sender of mails and letters", "coverbook@ and the name of the mail server"),
    COVERBOOK_SMTP_HOST("the mail server", "none: no mail is sent"),
    COVERBOOK_SMTP_PORT("its port", "587 with STARTTLS, 465 with TLS, 25 with NONE"),
    COVERBOOK_SMTP_TLS("STARTTLS, TLS or NONE", "STARTTLS"),
    COVERBOOK_SMTP_USER("the user who may send", "none"),
    COVERBOOK_SMTP_PASSWORD("the password of that user", "none", true),
    COVERBOOK_WEBHOOK_URL("where messages are posted to: https, or this machine", "none"),
    COVERBOOK_WEBHOOK_SECRET("what they are signed with: whsec_ and base64, or 24 characters or more", "none", true),
    COVERBOOK_LETTERS("send: deliver writes to customers, as with --send-letters", "dry"),
    COVERBOOK_LETTERS_DIR(
            "a folder with letters-en.properties and letters-de.properties of your own", "those of the program"),
    COVERBOOK_JOBS("the folder of the cards, unless --jobs says so", "those the program brings along"),
    COVERBOOK_LOG_FORMAT("ecs, logstash or gelf: the log as JSON, one object a line", "text"),
    COVERBOOK_TRACES_URL("where serve sends traces by OTLP over HTTP, such as http://collector:4318/v1/traces", "none"),
    COVERBOOK_DROP_DIR("the drop folder whose oldest file serve watches", "none"),
    COVERBOOK_PARTS(
            "into how many parts that run side by side a step is cut, 1 to 16; 0 leaves it to the program",
            "as many as there are processors, at most 4; 1 for a small book"),
    NO_COLOR("anything: no colours", "colours on a terminal");

    private final String meaning;
    private final String otherwise;
    private final boolean secret;

    Variable(String meaning, String otherwise) {
        this(meaning, otherwise, false);
    }

    Variable(String meaning, String otherwise, boolean secret) {
        this.meaning = meaning;
        this.otherwise = otherwise;
        this.secret = secret;
    }

    String meaning() {
        return meaning;
    }

    /** What holds where it is not set. */
    String otherwise() {
        return otherwise;
    }

    boolean secret() {
        return secret;
    }

    /** What it is set to; blank counts as not set. */
    Optional<String> value() {
        String set = look(name());
        if (secret && set == null) {
            return fromFile();
        }
        return Optional.ofNullable(set);
    }

    /** What it is set to as a whole number, the lowest one where it is not set. */
    int number(int lowest, int highest) {
        String set = value().orElse(String.valueOf(lowest));
        if (!set.matches("[0-9]{1,6}") || Integer.parseInt(set) < lowest || Integer.parseInt(set) > highest) {
            throw new UnreadableException(name() + " is '" + set + "'; it takes " + lowest + " to " + highest);
        }
        return Integer.parseInt(set);
    }

    @Nullable String orNull() {
        return value().orElse(null);
    }

    private @Nullable String look(String name) {
        String set = System.getenv(name);
        boolean file = !name.equals(name());
        if (set == null && (!secret || file)) {
            set = System.getProperty(name.toLowerCase(Locale.ROOT).replace('_', '.'));
        }
        return set == null || set.isBlank() ? null : set.strip();
    }

    private Optional<String> fromFile() {
        String file = look(name() + "_FILE");
        if (file == null) {
            return Optional.empty();
        }
        try {
            return Files.readString(Path.of(file)).lines().findFirst().map(String::strip);
        } catch (IOException e) {
            throw new UnreadableException(name() + "_FILE names " + file + ", which cannot be read");
        }
    }

    /** The file of a secret is not there, or a number is none; exit code 2. */
    static final class UnreadableException extends RuntimeException {

        private static final long serialVersionUID = 1;

        UnreadableException(String message) {
            super(message);
        }
    }
}
