package io.coverbook.backup;

/** A backup that cannot be made or used; the message says what to do. */
public final class BackupException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean damaged;

    private BackupException(String message, boolean damaged) {
        super(message);
        this.damaged = damaged;
    }

    /** The file is not what was written once. */
    static BackupException damaged(String message) {
        return new BackupException(message, true);
    }

    /** The file is good and cannot be used here, or the call is wrong. */
    static BackupException refused(String message) {
        return new BackupException(message, false);
    }

    public boolean isDamaged() {
        return damaged;
    }
}
