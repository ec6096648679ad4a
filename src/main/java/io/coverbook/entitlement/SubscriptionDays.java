package io.coverbook.entitlement;

import io.coverbook.calendar.Span;
import io.coverbook.calendar.Timeline;
import io.coverbook.plan.FactHistory;
import io.coverbook.plan.FactHistory.Told;
import io.coverbook.plan.SubscriptionState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides on which days a subscription exists, in which scope and in what standing (X16 steps 1, 2 and 7; P35, P37).
 *
 * <p>A subscription that moved follows the plan of the place it moved to, from the day of the move; the plan stays
 * behind.
 */
public final class SubscriptionDays {

    /** Where a subscription is at home: its billing account, and its agreement if it has one. */
    public record Home(String accountId, @Nullable String eaId) {}

    /** A run of days in one place and one standing. */
    public record Part(Span days, Home home, Standing standing) {}

    private SubscriptionDays() {}

    /**
     * The parts of its life, in order; none of it before the day it was created or after the day it was deleted.
     *
     * @param versions in order of export, at least one
     */
    public static List<Part> decide(List<SubscriptionVersion> versions) {
        List<SubscriptionVersion> told = present(versions);
        SubscriptionVersion newest = told.get(told.size() - 1);
        if (told.size() == 1 && uneventful(newest)) {
            return List.of(new Part(
                    new Span(newest.createdOn(), Span.NEVER),
                    new Home(newest.accountId(), newest.eaId()),
                    Standing.of(newest.state())));
        }
        Timeline<Home> home = FactHistory.ofValue(told.stream()
                .map(v -> new Told<>(new Home(v.accountId(), v.eaId()), v.exportedOn(), v.scopeSince(), false))
                .toList());
        Timeline<SubscriptionState> state =
                FactHistory.ofStatus(told.stream().map(SubscriptionDays::state).toList(), SubscriptionState.ACTIVE);
        SortedSet<LocalDate> days = new TreeSet<>(home.changes());
        days.addAll(state.changes());
        days.add(newest.createdOn());
        List<Part> parts = new ArrayList<>();
        for (LocalDate day : days.tailSet(newest.createdOn())) {
            LocalDate next = days.tailSet(day.plusDays(1)).stream().findFirst().orElse(Span.NEVER);
            if (state.on(day) != SubscriptionState.DELETED) {
                add(new Part(new Span(day, next), home.on(day), Standing.of(state.on(day))), parts);
            }
        }
        return parts;
    }

    /** One version in which nothing changes: nearly all of a large export, so it is not taken the long way. */
    private static boolean uneventful(SubscriptionVersion v) {
        return !v.deleted() && (v.stateSince() == null || Standing.of(v.state()) == Standing.GOOD);
    }

    private static void add(Part part, List<Part> parts) {
        Part last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
        boolean goesOn = last != null
                && last.home().equals(part.home())
                && last.standing() == part.standing()
                && last.days().until().equals(part.days().from());
        if (goesOn && last != null) {
            Span whole = new Span(last.days().from(), part.days().until());
            parts.set(parts.size() - 1, new Part(whole, part.home(), part.standing()));
        } else {
            parts.add(part);
        }
    }

    private static Told<SubscriptionState> state(SubscriptionVersion v) {
        return v.deleted()
                ? new Told<>(SubscriptionState.DELETED, v.exportedOn(), v.deletedOn(), true)
                : new Told<>(v.state(), v.exportedOn(), v.stateSince(), false);
    }

    private static List<SubscriptionVersion> present(List<SubscriptionVersion> versions) {
        List<SubscriptionVersion> kept = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            if (!versions.get(i).absent() || i == versions.size() - 1) {
                kept.add(versions.get(i));
            }
        }
        return kept;
    }
}
