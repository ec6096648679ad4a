package io.coverbook.reconcile;

/** Whether an Enterprise Agreement has the plan it needs (X17). */
public enum Verdict {
    COVERED,
    TEMPORARY,
    PENDING,
    MISSING,
    /** No source tells the support level, so a plan may be there or not (L11). */
    UNKNOWN,
    NOT_APPLICABLE
}
