package io.coverbook;

/** The one entry point. */
public final class App {

    private App() {}

    public static void main(String[] args) {
        // Wired once the command line stands.
    }
}
