package io.coverbook.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Bytes to characters, where a byte that is no text stops the file instead of becoming a question mark (C011, C013). */
final class CharSource implements Closeable {

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).limit(0);
    private long before;
    private boolean ended;
    private boolean flushed;

    /** @param at how many bytes of the file were taken off the stream before: a byte order mark */
    CharSource(InputStream in, TextEncoding encoding, long at) {
        this.in = in;
        this.decoder = encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.before = at;
    }

    /** Puts characters into the rest of the target. What is decoded before a bad byte is given out first. */
    boolean fill(CharBuffer target, int line) throws IOException {
        int from = target.position();
        while (!flushed && target.position() == from) {
            if (!ended && bytes.remaining() < 16) {
                load();
            }
            CoderResult result = decoder.decode(bytes, target, ended);
            if (result.isError() && target.position() == from) {
                throw refused(line, result.length());
            }
            if (ended && result.isUnderflow()) {
                decoder.flush(target);
                flushed = true;
            }
        }
        return target.position() > from;
    }

    private void load() throws IOException {
        before += bytes.position();
        bytes.compact();
        int got = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = got < 0;
        bytes.position(bytes.position() + Math.max(got, 0)).flip();
    }

    private FileRefusedException refused(int line, int length) {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < length && i < bytes.remaining(); i++) {
            hex.append(String.format(" %02X", bytes.get(bytes.position() + i)));
        }
        return new FileRefusedException(
                FileCode.F06_ENCODING,
                line,
                "byte" + hex + " at offset " + (before + bytes.position()) + " is not "
                        + decoder.charset().name()
                        + " text; save the file as UTF-8, or name its encoding with --encoding");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
