package io.coverbook.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** The figures that are watched, read in one statement. */
public final class MeasureStore {

    private final Statements sql;

    public MeasureStore(Database database) {
        this.sql = database.statements();
    }

    /** A figure; the words tell several of one name apart, and are empty where there is one. */
    public record Measure(String name, String word, String secondWord, double value) {}

    /** All figures as they are now; what is not known has none. */
    public List<Measure> read(Instant now) {
        return sql.list(
                "run-measures",
                Map.of("now", now.atOffset(ZoneOffset.UTC), "today", LocalDate.ofInstant(now, ZoneOffset.UTC)),
                (r, i) -> new Measure(
                        Columns.text(r, "figure"),
                        Columns.text(r, "word"),
                        Columns.text(r, "second_word"),
                        r.getDouble("value")));
    }

    /** How many runs say they go on while no program does. */
    public long stopped() {
        return sql.number("run-idle", Map.of());
    }
}
