package io.coverbook.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/** A text of another encoding as the bytes of UTF-8, so that places in it can be counted in bytes. */
final class Utf8Stream extends InputStream {

    private final CharSource source;
    private final CharBuffer characters = CharBuffer.allocate(1 << 14);
    private byte[] bytes = {};
    private int at;

    Utf8Stream(InputStream in, TextEncoding encoding) {
        source = new CharSource(in, encoding, encoding.mark());
    }

    @Override
    public int read() throws IOException {
        return more() ? bytes[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0 || !more()) {
            return length == 0 ? 0 : -1;
        }
        int count = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, into, from, count);
        at += count;
        return count;
    }

    private boolean more() throws IOException {
        if (at < bytes.length) {
            return true;
        }
        boolean half = characters.position() > 0;
        boolean filled = source.fill(characters, 0);
        if (!filled && !half) {
            return false;
        }
        characters.flip();
        int end = characters.limit();
        boolean cut = filled && end > 0 && Character.isHighSurrogate(characters.get(end - 1));
        String text = characters.subSequence(0, cut ? end - 1 : end).toString();
        bytes = text.getBytes(StandardCharsets.UTF_8);
        at = 0;
        char last = cut ? characters.get(end - 1) : 0;
        characters.clear();
        if (cut) {
            characters.put(last);
        }
        return at < bytes.length || more();
    }
}
