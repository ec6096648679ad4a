package io.coverbook.ingest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The room's inner doors, for measurements. */
public final class IngestProbe {

    private final Faults faults = new Faults();

    /** A day of an export as the program reads it. */
    public @Nullable LocalDate day(String text) {
        return IsoTime.day(text, faults);
    }
}
