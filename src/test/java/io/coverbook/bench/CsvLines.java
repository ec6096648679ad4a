package io.coverbook.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A CSV file being written; no cell needs quotes. */
final class CsvLines implements AutoCloseable {

    private final BufferedWriter out;
    private long rows = -1;

    CsvLines(Path file, String header) throws IOException {
        Files.createDirectories(file.getParent());
        out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII);
        add(header);
    }

    void add(String line) throws IOException {
        out.write(line);
        out.write('\n');
        rows++;
    }

    /** Without the header. */
    long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
