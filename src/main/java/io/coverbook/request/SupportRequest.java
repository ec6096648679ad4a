package io.coverbook.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request for support as it is asked about. What belongs to technical requests alone is ignored in the others.
 *
 * @param at when it is submitted
 * @param service the service it is about, empty when none was named
 * @param lifecycle as the asker knows it, empty to look it up
 */
public record SupportRequest(
        RequestType type,
        Severity severity,
        Issue issue,
        @Nullable Topic topic,
        Place place,
        @Nullable String service,
        @Nullable String region,
        @Nullable Lifecycle lifecycle,
        @Nullable RootCause rootCause,
        Instant at) {

    /** Where the computer stands that has the problem (R52). */
    public enum Place {
        AZURE,
        LOCAL
    }

    /** The request whose root cause is asked for (R44). */
    public record RootCause(RequestType of, boolean open) {}
}
