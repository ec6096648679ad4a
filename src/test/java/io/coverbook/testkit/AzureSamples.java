package io.coverbook.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The published files of Azure's interfaces and tools that the tests read; PROVENANCE.md beside them tells whose they are. */
public final class AzureSamples {

    private static final String FOLDER = "/io/coverbook/azure/";

    private AzureSamples() {}

    public static Path folder() {
        try {
            URL url = Objects.requireNonNull(AzureSamples.class.getResource(FOLDER + "PROVENANCE.md"));
            return Objects.requireNonNull(Path.of(url.toURI()).getParent());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Path file(String name) {
        return folder().resolve(name);
    }

    public static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table of two columns with a bar between, by the first; comments begin with #. */
    public static Map<String, String> table(String name) {
        Map<String, String> rows = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(file(name))) {
                int bar = line.indexOf(" | ");
                if (bar > 0 && !line.startsWith("#")) {
                    rows.put(line.substring(0, bar), line.substring(bar + 3));
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
