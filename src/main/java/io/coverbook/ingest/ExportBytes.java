package io.coverbook.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;

/** The bytes of an export as its text has them, unpacked, and the checksum of the file as it lies there. */
final class ExportBytes implements Closeable {

    private static final int HEAD = 64;

    private final DigestInputStream file;
    private final byte[] head;
    private final InputStream rest;

    ExportBytes(Path path, ReadOptions options) throws IOException {
        file = new DigestInputStream(Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS), Checksum.sha256());
        try {
            byte[] first = file.readNBytes(HEAD);
            if (GzipContent.begins(first)) {
                rest = new GzipContent(joined(first, file), options.maxBytes());
                head = rest.readNBytes(HEAD);
            } else if (first.length > 0 && path.toString().endsWith(".gz")) {
                throw new FileRefusedException(
                        FileCode.F23_ARCHIVE,
                        0,
                        "the name ends in .gz, but the content is not gzip; fetch the file again or rename it");
            } else {
                rest = file;
                head = first;
            }
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** The first bytes, fewer where there are no more. */
    byte[] head() {
        return head;
    }

    /** All bytes but the first {@code skipped}, which lie in the head. */
    InputStream content(int skipped) throws IOException {
        byte[] left = new byte[head.length - skipped];
        System.arraycopy(head, skipped, left, 0, left.length);
        return joined(left, rest);
    }

    private static InputStream joined(byte[] head, InputStream rest) throws IOException {
        PushbackInputStream whole = new PushbackInputStream(rest, HEAD);
        whole.unread(head);
        return whole;
    }

    /** Reads to the end of the file: its SHA-256 as 64 small hex digits. */
    String finish() throws IOException {
        rest.transferTo(OutputStream.nullOutputStream());
        file.transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(file.getMessageDigest().digest());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
