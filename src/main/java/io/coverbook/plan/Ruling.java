package io.coverbook.plan;

import java.time.Instant;

/**
 * What a person decided about a plan that the rules leave to people (X11, X15, DECISIONS L19).
 *
 * @param code the flag that the ruling answers, such as DUPLICATE_PLAN_ON_ACCOUNT or BACKDATED_CANCEL_REVIEW
 */
public record Ruling(Kind kind, String code, Instant at) {

    /** What can be decided. */
    public enum Kind {
        /** The hold is lifted: what it held is posted, late where its month is closed (X11). */
        RELEASE,
        /** The hold stands for good: what it held is voided and the plan goes no further (X11, L1). */
        DISMISS,
        /** A cancellation older than the limit is credited after all (X15). */
        APPROVE_CREDIT
    }
}
