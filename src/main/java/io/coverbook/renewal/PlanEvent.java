package io.coverbook.renewal;

import java.time.LocalDate;

/** Something about a plan that a person should know, and the day it happened (G5). */
public record PlanEvent(Kind kind, LocalDate on) {

    /** The codes of the flags that the events become. */
    public enum Kind {
        PLAN_REACTIVATED,
        CANCEL_WRONG_CHANNEL,
        BACKDATED_CANCEL_REVIEW,
        /** Only a candidate: it is flagged when an invoiced charge was really credited (G5). */
        BACKDATED_CANCEL_CREDITED,
        IMPLICIT_UPGRADE,
        OVERLAPPING_PAID_TERMS
    }
}
