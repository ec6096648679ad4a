package io.coverbook.answer;

import io.coverbook.answer.KnownCover.Decided;
import io.coverbook.answer.KnownCover.Subscribed;
import io.coverbook.entitlement.SubscriptionDays.Part;
import io.coverbook.store.KnownStore.SubscriptionTold;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription on a day, and where it belongs.
 *
 * @param part its standing and home on the day; on a day on which it does not exist, those of the nearest day
 */
record Home(Subscribed subscription, @Nullable Part part, Place place) {

    static Home of(Subscribed subscription, LocalDate day, KnownCover cover) {
        Part part = nearest(subscription.parts(), day);
        SubscriptionTold newest = subscription.newest().told();
        Decided account = part == null ? cover.scope(newest.accountNo()) : cover.account(part.home());
        Decided scope = part == null ? cover.scope(newest.homeNo()) : cover.scope(part.home());
        return new Home(subscription, part, Place.of(account, scope, day, cover.known()));
    }

    private static @Nullable Part nearest(List<Part> parts, LocalDate day) {
        Part nearest = null;
        for (Part part : parts) {
            if (nearest == null || !part.days().from().isAfter(day)) {
                nearest = part;
            }
        }
        return nearest;
    }

    LocalDate day() {
        return place.day();
    }
}
