package io.coverbook.renewal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The status of a plan on a day, and the last day it has covered or is paid to cover by then (B15, B16). */
public enum PlanStatus {
    SCHEDULED,
    ACTIVE,
    ENDING,
    ENDED,
    PAST_DUE,
    SUSPENDED,
    HELD,
    MERGED;

    /** The first that applies (B15). */
    public static PlanStatus on(PlanLife life, LocalDate day) {
        PlanLife.Ending ending = life.ending();
        if (life.mergedInto() != null) {
            return MERGED;
        }
        if (ending != null && !ending.on().isAfter(day)) {
            return ENDED;
        }
        if (life.plan().start().isAfter(day)) {
            return SCHEDULED;
        }
        if (life.hold() != null) {
            return HELD;
        }
        if (life.suspendedOn(day)) {
            return SUSPENDED;
        }
        if (life.pastDueOn(day)) {
            return PAST_DUE;
        }
        return life.endingKnownOn(day) ? ENDING : ACTIVE;
    }

    /** The last covered day within the terms begun by the day; empty for a plan that never covered (B16). */
    public static @Nullable LocalDate coveredThrough(PlanLife life, LocalDate day) {
        int begun = life.termsBegunBy(day);
        if (!life.inForce() || begun == 0) {
            return null;
        }
        LocalDate through = life.term(begun - 1).until().minusDays(1);
        while (!through.isBefore(life.plan().start()) && !life.covers(through)) {
            LocalDate last = through;
            through = life.cutOffs().stream()
                    .filter(cut -> cut.contains(last))
                    .findFirst()
                    .orElseThrow()
                    .from()
                    .minusDays(1);
        }
        return through.isBefore(life.plan().start()) ? null : through;
    }
}
