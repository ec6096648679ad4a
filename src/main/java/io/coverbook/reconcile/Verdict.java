package io.coverbook.reconcile;

/** Whether an Enterprise Agreement has the plan it needs (X17). */
public enum Verdict {
    COVERED,
    TEMPORARY,
    PENDING,
    MISSING,
    NOT_APPLICABLE
}
