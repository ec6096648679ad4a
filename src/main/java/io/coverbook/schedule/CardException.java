package io.coverbook.schedule;

/** A card cannot be used; the message names its file, the line, and what would be good. */
public final class CardException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CardException(String message) {
        super(message);
    }
}
