package io.coverbook.azure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Azure's built-in roles beside the well-known ones that may make support requests, by the GUIDs of their definitions. */
final class SupportRoles {

    private static final Map<String, String> ACTIONS = read();

    private SupportRoles() {}

    /** Those of its actions that let it; null for a role that is not among them. */
    static @Nullable String actions(String definition) {
        return ACTIONS.get(definition);
    }

    private static Map<String, String> read() {
        Map<String, String> actions = new HashMap<>();
        try (InputStream in = SupportRoles.class.getResourceAsStream("support-roles.csv")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its own support-roles.csv");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            lines.lines().skip(1).map(line -> line.split(",", -1)).forEach(cells -> actions.put(cells[0], cells[2]));
            return actions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
