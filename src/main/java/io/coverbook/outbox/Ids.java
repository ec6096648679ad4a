package io.coverbook.outbox;

import io.coverbook.store.OutboxStore.Waiting;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Ids of messages: made of the database's mark and the event's key, so that they are the same whenever they are made. */
final class Ids {

    private static final int BYTES = 16;

    private Ids() {}

    static String of(String book, String key) {
        return "msg_" + hash(book + "|" + key);
    }

    /** The id of a mail about several. */
    static String ofAll(List<Waiting> messages) {
        return hash(messages.stream().map(waiting -> waiting.message().id()).collect(Collectors.joining(",")));
    }

    private static String hash(String text) {
        try {
            byte[] all = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
