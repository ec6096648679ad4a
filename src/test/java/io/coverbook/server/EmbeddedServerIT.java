package io.coverbook.server;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerIT {
    @TempDir
    Path dir;

    @Test
    void starts() {
        for (int k = 0; k < 3; k++) {
            long t = System.nanoTime();
            try (EmbeddedServer s = EmbeddedServer.open(dir)) {
                System.err.println(s.describe() + " " + (System.nanoTime() - t) / 1000000);
                t = System.nanoTime();
            }
            System.err.println("stop " + (System.nanoTime() - t) / 1000000);
        }
    }
}
