package io.coverbook.plan;

/** Programmes that may bring limited support without a plan (R15). */
public enum Program {
    MPN,
    MSDN,
    STARTUPS
}
