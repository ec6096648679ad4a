package io.coverbook.secondmodel;

import io.coverbook.secondmodel.ModelCover.ScopeDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The cover of every subscription on every day of its life, equal days together (X16, E1, E2). */
final class ModelEntitlements {

    private final ModelWorld world;
    private final Map<String, TreeMap<LocalDate, Day>> days = new TreeMap<>();

    /** All columns of a row but its dates. */
    record Day(String tier, String source, boolean technical, String planId, String reason) {

        String severity() {
            if (!technical) {
                return "";
            }
            return List.of("DEVELOPER", "LIMITED_PROGRAM").contains(tier) ? "C" : "A";
        }
    }

    ModelEntitlements(ModelWorld world) {
        this.world = world;
    }

    /** Null when there is no row for the subscription on the day (X16.1). */
    @Nullable Day on(ModelSubscription subscription, LocalDate day) {
        if (!subscription.there(day)) {
            return null;
        }
        ModelAccount account = world.accounts.get(subscription.account(day));
        if (account != null && account.closed(day)) {
            return new Day("BASIC", "NONE", false, "", "ACCOUNT_NOT_ACTIVE");
        }
        Day found = scoped(world.cover.on(subscription.scope(day), day));
        if (account != null && account.disabled(day)) {
            return new Day(found.tier(), found.source(), false, found.planId(), "ACCOUNT_NOT_ACTIVE");
        }
        return List.of("DISABLED", "EXPIRED").contains(subscription.state(day))
                ? new Day(found.tier(), found.source(), false, found.planId(), "SUBSCRIPTION_NOT_ACTIVE")
                : found;
    }

    private static Day scoped(ScopeDay day) {
        if (day.plan() != null) {
            return new Day(day.plan().tier, "PLAN", true, day.plan().id, day.reason());
        }
        if (!day.temporary().isEmpty()) {
            return new Day(day.temporary(), "TEMPORARY", true, "", "TEMPORARY_ORDER");
        }
        if (day.benefit().equals("BENEFIT")) {
            return new Day("LIMITED_PROGRAM", "PROGRAM", true, "", "PROGRAM_BENEFIT");
        }
        return new Day("BASIC", "NONE", false, "", day.reason());
    }

    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (ModelSubscription subscription : world.subscriptions.values()) {
            LocalDate first = subscription.created();
            LocalDate from = first;
            Day held = null;
            for (LocalDate day = first.isBefore(world.firstDay) ? world.firstDay : first;
                    !day.isAfter(world.horizon);
                    day = day.plusDays(1)) {
                Day found = on(subscription, day);
                if (held != null && !held.equals(found)) {
                    rows.add(row(subscription, from, day.minusDays(1).toString(), held));
                }
                if (found != null && !found.equals(held)) {
                    from = held == null && day.equals(world.firstDay) ? first : day;
                }
                held = found;
            }
            if (held != null) {
                rows.add(row(subscription, from, "", held));
            }
        }
        return rows;
    }

    private static List<String> row(ModelSubscription subscription, LocalDate from, String through, Day day) {
        return List.of(
                subscription.id,
                from.toString(),
                through,
                day.tier(),
                day.source(),
                "" + day.technical(),
                "true",
                day.severity(),
                day.planId(),
                day.reason());
    }
}
