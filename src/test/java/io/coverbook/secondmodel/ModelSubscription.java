package io.coverbook.secondmodel;

import io.coverbook.secondmodel.DayHistory.Saying;
import io.coverbook.secondmodel.ModelFacts.Version;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A subscription that can be covered, day by day. */
final class ModelSubscription extends Told {

    private static final LocalDate LONG_AGO = LocalDate.of(1970, 1, 1);

    private final LocalDate created;
    private final @Nullable LocalDate endedOn;
    private final DayHistory state;
    private final DayHistory place;

    ModelSubscription(String id, List<Version> versions) {
        super(id, versions);
        created = LocalDate.parse(newest().cell("created_on", LONG_AGO.toString()));
        endedOn = date(cell("ended_on"));
        LocalDate missing = versions.get(versions.size() - 1).seen();
        state = status(
                version ->
                        new Saying(version.cell("state", "ACTIVE"), date(version.cell("state_since")), version.seen()),
                new Saying("DELETED", missing, missing),
                List.of("DELETED"));
        place = history(version -> new Saying(
                version.cell("billing_account_id") + "|" + version.cell("ea_id"),
                date(version.cell("scope_since")),
                version.seen()));
    }

    LocalDate created() {
        return created;
    }

    /** Whether any version ever told of this agreement or account. */
    boolean everIn(Scope scope) {
        String column = scope.ea() ? "ea_id" : "billing_account_id";
        return shown().stream().anyMatch(version -> version.cell(column).equals(scope.id()));
    }

    /** X16.1, A8: created, and not yet past the day on which it was deleted or ended. */
    boolean there(LocalDate day) {
        return !day.isBefore(created)
                && (endedOn == null || !day.isAfter(endedOn))
                && !state(day).equals("DELETED");
    }

    String state(LocalDate day) {
        return state.on(day);
    }

    boolean active(LocalDate day) {
        return there(day) && List.of("ACTIVE", "WARNED", "PAST_DUE").contains(state(day));
    }

    String account(LocalDate day) {
        String value = place.on(day);
        return value.substring(0, value.indexOf('|'));
    }

    /** The export that was the first to show it in the account and agreement of the day. */
    LocalDate placeToldOn(LocalDate day) {
        String there = place.on(day);
        return shown().stream()
                .filter(version -> there.equals(version.cell("billing_account_id") + "|" + version.cell("ea_id")))
                .map(Version::seen)
                .findFirst()
                .orElseThrow();
    }

    /** The agreement of the day, empty when there is none. */
    String agreement(LocalDate day) {
        String value = place.on(day);
        return value.substring(value.indexOf('|') + 1);
    }

    /** X16.2: the agreement if there is one, else the account. */
    Scope scope(LocalDate day) {
        String agreement = agreement(day);
        return agreement.isEmpty() ? new Scope(false, account(day)) : new Scope(true, agreement);
    }
}
