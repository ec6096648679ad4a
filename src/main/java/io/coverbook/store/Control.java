package io.coverbook.store;

/** Two figures that must be equal before anything is issued (RULES, invariants). */
public record Control(String code, String what, String left, String right) {

    public boolean holds() {
        return left.equals(right);
    }
}
