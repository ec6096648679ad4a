package io.coverbook.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** What the server writes about itself. */
record LogFile(Path file) {

    private static final long FULL_BYTES = 10L * 1024 * 1024;
    private static final int LAST_LINES = 15;
    private static final long LAST_BYTES = 64L * 1024;

    /** Puts a large log aside, over the one put aside before. Only while no server writes to it. */
    void turnOver() {
        try {
            if (length() > FULL_BYTES) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new ServerException(
                    "Cannot put aside the log " + file + " (" + e + "). Make its folder writable.", e);
        }
    }

    long length() {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new ServerException("Cannot look at the log " + file + " (" + e + "). Make it readable.", e);
        }
    }

    /** What was written since the log had this length. */
    String since(long length) {
        long until = length();
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(LAST_BYTES, Math.max(0, until - length)));
            channel.read(bytes, until - bytes.capacity());
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new ServerException("Cannot read the log " + file + " (" + e + "). Make it readable.", e);
        }
    }

    /** The end of the log, for an error message. */
    String lastLines() {
        List<String> lines = since(Math.max(0, length() - LAST_BYTES)).lines().toList();
        return "The last lines of " + file + ":\n  "
                + String.join("\n  ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }
}
