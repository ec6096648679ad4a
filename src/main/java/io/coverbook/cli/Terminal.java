package io.coverbook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a person looks at what is written, so that colours and lines that change make sense. */
record Terminal(boolean out, boolean err) {

    /** Nobody looks: a file, a pipe, a test. */
    static final Terminal NONE = new Terminal(false, false);

    static Terminal ofProcess() {
        String kind = System.getenv("TERM");
        boolean able = kind != null && !kind.isBlank() && !kind.equals("dumb");
        return able ? new Terminal(shows(1), shows(2)) : NONE;
    }

    /** Java cannot tell for one stream, so the system is asked; where it does not say, plain output is always right. */
    private static boolean shows(int stream) {
        Path link = Path.of("/proc/self/fd/" + stream);
        try {
            String device = Files.readSymbolicLink(link).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
