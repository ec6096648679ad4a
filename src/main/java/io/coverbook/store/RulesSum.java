package io.coverbook.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The sum of the rules that the program was built with, and of how facts reach them: another one may decide otherwise. */
final class RulesSum {

    private static final String FILE = "/io/coverbook/rules.sum";

    private RulesSum() {}

    static String read() {
        try (InputStream in = RulesSum.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing; build with Maven");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
