package io.coverbook;

import io.coverbook.cli.Program;
import java.time.Clock;
import java.util.TimeZone;

/** The one entry point, and the only place that reads the clock of the machine. */
public final class App {

    private App() {}

    public static void main(String[] words) {
        // Days are made of instants in the zone of the policies; whatever else asks for a zone gets this one.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        // Boot would warm up parts beside the start that no command but serve needs.
        System.setProperty("spring.backgroundpreinitializer.ignore", "true");
        System.exit(Program.run(Clock.systemUTC(), words));
    }
}
