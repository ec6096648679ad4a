package io.coverbook.ingest;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The whole file is refused: whatever was handed to the sink before must be thrown away.
 *
 * <p>It is an {@link IOException} because it says that the file cannot be read, and passes through streams as one.
 */
public final class FileRefusedException extends IOException {

    private final FileCode code;
    private final int line;

    FileRefusedException(FileCode code, int line, String message) {
        this(code, line, message, null);
    }

    FileRefusedException(FileCode code, int line, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.line = line;
    }

    public FileCode code() {
        return code;
    }

    /** The line at fault, 0 when the whole file is meant. */
    public int line() {
        return line;
    }
}
