package io.coverbook.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The unpacked content of a gzip file, of one or several members, checked to its last byte.
 *
 * <p>Own work, because {@link java.util.zip.GZIPInputStream} takes anything it cannot understand after the first member
 * for the end of the file: a damaged second member would be a shorter file without a word.
 */
final class GzipContent extends InputStream {

    private static final int RATIO_LIMIT = 200;
    private static final long RATIO_FROM = 10L << 20;

    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;

    private final InputStream packed;
    private final long maxBytes;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int limit;
    private long packedBytes;
    private long unpackedBytes;
    private boolean ended;

    GzipContent(InputStream packed, long maxBytes) throws IOException {
        this.packed = packed;
        this.maxBytes = maxBytes;
        header();
    }

    /** Whether bytes begin as a gzip file does. */
    static boolean begins(byte[] head) {
        return head.length >= 2 && head[0] == (byte) 0x1f && head[1] == (byte) 0x8b;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            int got = inflate(target, from, length);
            if (got > 0) {
                checksum.update(target, from, got);
                unpackedBytes += got;
                bound();
                return got;
            }
            if (inflater.finished()) {
                trailer();
                nextMember();
            } else {
                more();
            }
        }
        return -1;
    }

    private int inflate(byte[] target, int from, int length) throws FileRefusedException {
        try {
            int got = inflater.inflate(target, from, length);
            if (got == 0 && inflater.needsDictionary()) {
                throw damaged("asks for a dictionary, which gzip does not have");
            }
            return got;
        } catch (DataFormatException e) {
            throw new FileRefusedException(
                    FileCode.F04_CHECKSUM,
                    0,
                    "the compressed file is damaged after " + unpackedBytes
                            + " unpacked bytes; fetch or export it again",
                    e);
        }
    }

    private void bound() throws FileRefusedException {
        if (unpackedBytes > maxBytes) {
            throw new FileRefusedException(
                    FileCode.F14_TOO_LARGE,
                    0,
                    "the file unpacks to more than the limit of " + maxBytes + " bytes; split the export");
        }
        if (unpackedBytes > RATIO_FROM && unpackedBytes / RATIO_LIMIT > packedBytes) {
            throw new FileRefusedException(
                    FileCode.F23_ARCHIVE,
                    0,
                    "the file unpacks to more than " + RATIO_LIMIT + " times its size, which no export does ("
                            + unpackedBytes + " bytes from " + packedBytes
                            + "); unpack it by hand and look what it is");
        }
    }

    private void more() throws IOException {
        if (!fill()) {
            throw truncated();
        }
        inflater.setInput(buffer, 0, limit);
        at = limit;
    }

    private boolean fill() throws IOException {
        int got = packed.read(buffer, 0, buffer.length);
        at = 0;
        limit = Math.max(got, 0);
        packedBytes += limit;
        return limit > 0;
    }

    private void header() throws IOException {
        if (need() != 0x1f || need() != 0x8b || need() != 8) {
            throw damaged("does not begin as a gzip file does");
        }
        int flags = need();
        if ((flags & RESERVED) != 0) {
            throw damaged("has a header of an unknown form");
        }
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(need() | need() << 8);
        }
        skipText((flags & NAME) != 0);
        skipText((flags & COMMENT) != 0);
        if ((flags & HEADER_CRC) != 0) {
            skip(2);
        }
        inflater.reset();
        checksum.reset();
        inflater.setInput(buffer, at, limit - at);
        at = limit;
    }

    private void trailer() throws IOException {
        at = limit - inflater.getRemaining();
        long crc = fourBytes();
        long size = fourBytes();
        if (crc != checksum.getValue() || size != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw new FileRefusedException(
                    FileCode.F04_CHECKSUM,
                    0,
                    "the compressed file does not agree with its own checksum; fetch or export it again");
        }
    }

    private void nextMember() throws IOException {
        if (at == limit && !fill()) {
            ended = true;
            return;
        }
        if (buffer[at] != 0x1f) {
            throw damaged("has bytes after its end");
        }
        header();
    }

    private long fourBytes() throws IOException {
        long value = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            value |= (long) need() << shift;
        }
        return value;
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            need();
        }
    }

    private void skipText(boolean there) throws IOException {
        boolean inside = there;
        while (inside) {
            inside = need() != 0;
        }
    }

    private int need() throws IOException {
        if (at == limit && !fill()) {
            throw truncated();
        }
        return buffer[at++] & 0xff;
    }

    private FileRefusedException truncated() {
        return new FileRefusedException(
                FileCode.F03_TRUNCATED,
                0,
                "the compressed file ends in its middle, after " + packedBytes + " bytes; fetch or export it again");
    }

    private static FileRefusedException damaged(String how) {
        return new FileRefusedException(
                FileCode.F23_ARCHIVE, 0, "the compressed file " + how + "; fetch or export it again");
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        packed.close();
    }
}
