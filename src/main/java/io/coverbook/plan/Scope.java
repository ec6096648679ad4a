package io.coverbook.plan;

/** One billing account or one Enterprise Agreement, the thing for which a plan's fee is paid (R58, R76). */
public record Scope(ScopeType type, String id) {

    public static Scope account(String id) {
        return new Scope(ScopeType.ACCOUNT, id);
    }

    public static Scope agreement(String id) {
        return new Scope(ScopeType.EA, id);
    }

    public boolean isAgreement() {
        return type == ScopeType.EA;
    }
}
