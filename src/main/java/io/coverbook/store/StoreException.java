package io.coverbook.store;

import java.sql.SQLException;

/** The database did not do what it was asked over a raw connection; the cause says why. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StoreException(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    StoreException(String message) {
        super(message);
    }
}
