package io.coverbook.web;

/** A request that cannot be answered; the message is for whoever asked. */
final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    private ApiException(int status, String message) {
        super(message);
        this.status = status;
    }

    static ApiException bad(String message) {
        return new ApiException(400, message);
    }

    int status() {
        return status;
    }
}
