package io.coverbook.store;

import org.jspecify.annotations.Nullable;

/**
 * Two figures that must be equal before anything is issued (RULES, invariants).
 *
 * @param named the first few of what makes them differ, such as {@code PL-7/3} for a plan's charge of term 3; empty where they
 *     are equal or nothing can be named
 */
public record Control(
        String code,
        String what,
        String left,
        String right,
        @Nullable String named) {

    public boolean holds() {
        return left.equals(right);
    }
}
