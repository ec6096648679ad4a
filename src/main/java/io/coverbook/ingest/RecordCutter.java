package io.coverbook.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.nio.CharBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into the records of RFC 4180, each exactly as it stands in the file, and refuses a file whose quotes or
 * line ends leave a doubt about where a row ends.
 *
 * <p>It stands before the CSV parser, because that one takes a stray quote for an open field and swallows the rows that
 * follow, joins {@code "a"b} without a word, and cannot say on which line a row began.
 */
final class RecordCutter implements Closeable {

    private static final int LINES_IN_FIELD = 20;
    private static final int LENGTH_LIMIT = 4 << 20;
    private static final int ROOM = 64;
    private static final int PEEK = 1 << 15;

    private final CharSource source;
    private char[] buffer = new char[1 << 16];
    private char delimiter = ',';
    private int start;
    private int at;
    private int limit;
    private int line = 1;
    private int recordLine = 1;
    private int feeds;
    private int crFeeds;
    private boolean unended;

    RecordCutter(CharSource source) {
        this.source = source;
    }

    void delimiter(char between) {
        delimiter = between;
    }

    /** The line on which the record given last began. */
    int recordLine() {
        return recordLine;
    }

    /** Rows end now with LF, now with CRLF. */
    boolean mixedLineEnds() {
        return feeds > 0 && crFeeds > 0;
    }

    /** The last record had no line end. */
    boolean noFinalLineEnd() {
        return unended;
    }

    /** The first line, or its beginning, without taking it. */
    String peekLine() throws IOException {
        boolean grown = true;
        while (grown && indexOfLineEnd() < 0 && limit - at < PEEK) {
            grown = more();
        }
        int end = indexOfLineEnd();
        return new String(buffer, at, (end < 0 ? limit : end) - at);
    }

    private int indexOfLineEnd() {
        int i = at;
        while (i < limit && buffer[i] != '\n' && buffer[i] != '\r') {
            i++;
        }
        return i < limit ? i : -1;
    }

    /** The next record without its line end, empty for a blank line, null at the end of the file. */
    @Nullable String next() throws IOException {
        start = at;
        recordLine = line;
        while (at < limit || more()) {
            char c = buffer[at++];
            if (c <= '"') {
                switch (c) {
                    case '\n' -> {
                        feeds++;
                        return cut(at - 1);
                    }
                    case '\r' -> {
                        lineFeedFollows();
                        crFeeds++;
                        return cut(at++ - 1);
                    }
                    case '"' -> quoted();
                    case '\0' -> throw nul();
                    default -> {}
                }
            }
        }
        if (start == limit) {
            return null;
        }
        unended = true;
        return cut(limit);
    }

    private String cut(int end) {
        line++;
        return new String(buffer, start, end - start);
    }

    private void lineFeedFollows() throws IOException {
        if ((at == limit && !more()) || buffer[at] != '\n') {
            throw refused(
                    line,
                    "a carriage return stands alone, so it is not sure where the row ends; save the file with Windows or"
                            + " Unix line ends");
        }
    }

    private void quoted() throws IOException {
        if (at - 1 > start && buffer[at - 2] != delimiter) {
            throw refused(
                    line,
                    "a quote stands inside a cell that does not begin with one; put the whole cell into quotes and"
                            + " double the quotes inside");
        }
        int opened = line;
        while (at < limit || more()) {
            char c = buffer[at++];
            if (c == '"' && closes()) {
                return;
            } else if (c == '\n') {
                line++;
                if (line - opened > LINES_IN_FIELD) {
                    throw refused(
                            opened,
                            "a quoted cell runs over more than " + LINES_IN_FIELD
                                    + " lines; close its quote, or shorten the text");
                }
            } else if (c == '\0') {
                throw nul();
            }
        }
        throw refused(opened, "a quoted cell is never closed; close its quote, and check that the file is complete");
    }

    /** After a quote inside a quoted cell: the second of a pair is passed over, what ends the cell is left. */
    private boolean closes() throws IOException {
        if (at == limit && !more()) {
            return true;
        }
        char next = buffer[at];
        if (next == '"') {
            at++;
            return false;
        }
        if (next != delimiter && next != '\n' && next != '\r') {
            throw refused(
                    line,
                    "text follows a closing quote; double the quotes inside the cell (a backslash does not escape them)");
        }
        return true;
    }

    private FileRefusedException nul() throws IOException {
        int where = line;
        while (at < limit || more()) {
            if (buffer[at++] != '\0') {
                return new FileRefusedException(
                        FileCode.F07_FORBIDDEN_BYTES,
                        where,
                        "the line holds a NUL character, which no text holds; export the file again");
            }
            start = at;
        }
        return new FileRefusedException(
                FileCode.F03_TRUNCATED,
                where,
                "from this line on the file holds only NUL characters, as a broken copy does; fetch it again");
    }

    private FileRefusedException refused(int where, String message) {
        return new FileRefusedException(FileCode.F13_QUOTING, where, message);
    }

    /** Reads on; what was read of the current record moves to the front. */
    private boolean more() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, limit - start);
            at -= start;
            limit -= start;
            start = 0;
        }
        if (buffer.length - limit < ROOM) {
            grow();
        }
        CharBuffer rest = CharBuffer.wrap(buffer, limit, buffer.length - limit);
        boolean filled = source.fill(rest, line);
        limit = rest.position();
        return filled;
    }

    private void grow() throws FileRefusedException {
        if (buffer.length >= LENGTH_LIMIT) {
            throw new FileRefusedException(
                    FileCode.F15_TOO_LONG,
                    recordLine,
                    "the row is longer than " + LENGTH_LIMIT + " characters; check that it is a CSV export");
        }
        buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
