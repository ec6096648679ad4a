package io.coverbook.server;

/** The embedded database cannot be had; the message says what happened, where, and what to do. */
public final class ServerException extends RuntimeException {

    public ServerException(String message) {
        super(message);
    }

    public ServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
