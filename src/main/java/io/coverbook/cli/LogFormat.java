package io.coverbook.cli;

import io.coverbook.outbox.Places.PlaceException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How the log is written: for people, or as JSON for machines, with the ids of the run and the file in every line. */
final class LogFormat {

    private static final List<String> FORMATS = List.of("ecs", "gelf", "logstash");

    private LogFormat() {}

    /** In the words of Spring Boot; none for people. */
    static Map<String, Object> properties() {
        String format = Variable.COVERBOOK_LOG_FORMAT.value().orElse("text").toLowerCase(Locale.ROOT);
        if (format.equals("text")) {
            return Map.of();
        }
        if (!FORMATS.contains(format)) {
            throw new PlaceException("COVERBOOK_LOG_FORMAT is text or one of " + FORMATS + ", not " + format);
        }
        return Map.of(
                "logging.config",
                "classpath:logback-json.xml",
                "logging.structured.format.console",
                format,
                "spring.application.name",
                "coverbook",
                "logging.level.io.coverbook",
                "info");
    }
}
