package io.coverbook.azure;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file of Azure's that cannot be read as a whole; none of what it told before counts. */
public final class AzureFormException extends IOException {

    private static final long serialVersionUID = 1;

    /** What is wrong with the file. */
    public enum Trouble {
        /** The file holds nothing. */
        EMPTY,
        /** An error of the service was saved instead of what was asked for (O27). */
        ERROR_SAVED,
        /** A list of the files of an export, not the export. */
        MANIFEST,
        SYNTAX,
        /** The bytes are no text of the encoding. */
        ENCODING,
        /** Deeper or larger than any export is. */
        LIMIT,
        /** Nothing tells what the entries are. */
        UNKNOWN,
        /** Dates that can be read in two ways (O6). */
        AMBIGUOUS_DATES
    }

    private final Trouble trouble;
    private final int line;

    AzureFormException(Trouble trouble, int line, String message) {
        this(trouble, line, message, null);
    }

    AzureFormException(Trouble trouble, int line, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.trouble = trouble;
        this.line = line;
    }

    public Trouble trouble() {
        return trouble;
    }

    /** The line of the file at fault, 0 when the whole file is meant. */
    public int line() {
        return line;
    }
}
