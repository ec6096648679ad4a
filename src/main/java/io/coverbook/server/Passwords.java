package io.coverbook.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The password files of a data directory, one for each role. */
record Passwords(Layout layout) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH_BYTES = 24;

    static Credentials random(String role) {
        byte[] secret = new byte[LENGTH_BYTES];
        RANDOM.nextBytes(secret);
        return new Credentials(role, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    Optional<Credentials> kept(String role) {
        Path file = layout.password(role);
        try {
            String secret = Files.exists(file) ? Files.readString(file).strip() : "";
            return secret.isEmpty() ? Optional.empty() : Optional.of(new Credentials(role, secret));
        } catch (IOException e) {
            throw new ServerException(
                    "Cannot read " + file + " (" + e + "). Run as the user whom the data directory belongs to.", e);
        }
    }

    void keep(Credentials credentials, @Nullable Account owner) {
        Path file = layout.password(credentials.user());
        try {
            PrivateFile.write(file, credentials.password() + "\n", owner);
        } catch (IOException e) {
            throw new ServerException(
                    "Cannot write " + file + " (" + e + "). Make room on the disk or make the folder writable, and"
                            + " start again.",
                    e);
        }
    }
}
