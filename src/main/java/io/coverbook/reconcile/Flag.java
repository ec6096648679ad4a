package io.coverbook.reconcile;

import io.coverbook.calendar.DaySet;
import io.coverbook.calendar.Span;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something a person should know or do, about one object (RULES 7; DECISIONS G1 to G5). */
public record Flag(
        FlagCode code,
        ObjectType objectType,
        String objectId,
        Severity severity,
        LocalDate firstSeen,
        @Nullable LocalDate resolvedOn) {

    /** What a flag is about. */
    public enum ObjectType {
        PLAN,
        ACCOUNT,
        EA,
        SUBSCRIPTION,
        FILE,
        ROLE
    }

    /** BLOCKER stops a charge, ACTION waits for a person, INFO is to be known. */
    public enum Severity {
        BLOCKER,
        ACTION,
        INFO
    }

    /** What is flagged: a code about an object. */
    public record Subject(FlagCode code, ObjectType objectType, String objectId) {}

    /** A state: its latest run of days that has begun by the day of the run, if there is one (G1). */
    public static @Nullable Flag ofState(
            Subject about, DaySet days, DaySet severe, List<Severity> severeElse, LocalDate asOf) {
        Span latest = null;
        for (Span span : days.spans()) {
            latest = span.from().isAfter(asOf) ? latest : span;
        }
        if (latest == null) {
            return null;
        }
        LocalDate last = latest.until().isAfter(asOf) ? asOf : latest.until().minusDays(1);
        return new Flag(
                about.code(),
                about.objectType(),
                about.objectId(),
                severe.contains(last) ? severeElse.get(0) : severeElse.get(1),
                latest.from(),
                latest.until().isAfter(asOf) ? null : latest.until());
    }

    /** An event: it has a day and is never resolved (G5). */
    public static Flag ofEvent(Subject about, Severity severity, LocalDate on) {
        return new Flag(about.code(), about.objectType(), about.objectId(), severity, on, null);
    }
}
