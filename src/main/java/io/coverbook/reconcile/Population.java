package io.coverbook.reconcile;

import io.coverbook.calendar.DaySet;

/**
 * When a scope has subscriptions that a plan can cover.
 *
 * @param present the days with at least one that is not deleted
 * @param active the days with at least one in state ACTIVE, WARNED or PAST_DUE (X17)
 */
public record Population(DaySet present, DaySet active) {

    public static final Population NOBODY = new Population(DaySet.NONE, DaySet.NONE);
}
