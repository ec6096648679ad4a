package io.coverbook.plan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wish to end a plan, as exports told it (X7, DECISIONS B1).
 *
 * @param at when it was asked for
 * @param via through whom; empty counts as accepted
 * @param autoRenewOff it is a switched-off renewal, which means nothing on plans that do not renew by themselves (B2)
 * @param seenAt the export that first showed it
 * @param fromTheStart already in the plan's first export, so nobody can have charged against it (C7)
 * @param withdrawnAt when renewal was switched on again
 * @param withdrawalSeenAt the export that first told so
 * @param insteadOf it counts only if the wish of this instant, told with it, was refused
 * @param correctedTo the earlier instant that a later export gave for it: it counts only if that came too late (C7)
 * @param accepted its way was found good already, for the row that told it
 */
public record Cancellation(
        Instant at,
        @Nullable CancelChannel via,
        boolean autoRenewOff,
        Instant seenAt,
        boolean fromTheStart,
        @Nullable Instant withdrawnAt,
        @Nullable Instant withdrawalSeenAt,
        @Nullable Instant insteadOf,
        @Nullable Instant correctedTo,
        boolean accepted) {

    /** A wish that nobody took back and that stands for itself. */
    public Cancellation(
            Instant at, @Nullable CancelChannel via, boolean autoRenewOff, Instant seenAt, boolean fromTheStart) {
        this(at, via, autoRenewOff, seenAt, fromTheStart, null, null, null, null, false);
    }

    /** The row is gone from the exports: a wish without a day, a way or a word of its own (A6). */
    public boolean vanished() {
        return via == null && !autoRenewOff && at.equals(seenAt);
    }

    /** The same wish once its way was found good: it counts wherever it acts, also on a plan of another channel. */
    public Cancellation found() {
        return with(withdrawnAt, withdrawalSeenAt, null, correctedTo, true);
    }

    /** The same wish, taken back on that instant, as the export of {@code seen} told first. */
    public Cancellation withdrawn(Instant on, Instant seen) {
        return with(on, seen, insteadOf, correctedTo, accepted);
    }

    /** The same wish, which the export that first showed the other one told already in another form. */
    public Cancellation seenWith(Cancellation other) {
        return new Cancellation(
                at,
                via,
                autoRenewOff,
                other.seenAt,
                other.fromTheStart,
                withdrawnAt,
                withdrawalSeenAt,
                insteadOf,
                correctedTo,
                accepted);
    }

    /** A later export gives it an earlier day; the first correction leads to the next. */
    public Cancellation corrected(Instant earlier) {
        return with(withdrawnAt, withdrawalSeenAt, insteadOf, correctedTo == null ? earlier : correctedTo, accepted);
    }

    public Cancellation insteadOf(@Nullable Instant request) {
        return with(withdrawnAt, withdrawalSeenAt, request, correctedTo, accepted);
    }

    private Cancellation with(
            @Nullable Instant on,
            @Nullable Instant onSeen,
            @Nullable Instant request,
            @Nullable Instant earlier,
            boolean found) {
        return new Cancellation(at, via, autoRenewOff, seenAt, fromTheStart, on, onSeen, request, earlier, found);
    }
}
