package io.coverbook.cli;

import io.coverbook.store.MonthStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many held plans are taken for granted (L9). */
final class HoldOptions {

    @Option(
            names = "--tolerate-holds",
            paramLabel = "N",
            description =
                    "exit code 3 when more than N plans are held or have a held charge (default: any number is fine)")
    private @Nullable Long most;

    int code(Root program) {
        if (most == null) {
            return Exit.DONE;
        }
        long held = new MonthStore(program.database()).heldPlans();
        if (held <= most) {
            return Exit.DONE;
        }
        program.err().println(held + " plans are held or have a held charge, more than the " + most + " tolerated");
        return Exit.REJECTED;
    }
}
