package io.coverbook.plan;

/** What a plan covers as a whole: one billing account (R58) or one Enterprise Agreement (R77). */
public enum ScopeType {
    ACCOUNT,
    EA
}
