package io.coverbook.answer;

import io.coverbook.plan.Role;
import io.coverbook.store.CoverStore.Source;
import io.coverbook.store.DirectoryStore;
import io.coverbook.store.DirectoryStore.HeldRole;
import io.coverbook.store.KnownStore.Known;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who may ask for support for which subscription on a day, and who can hand that right on (R33 to R35, R60; E10). */
final class Requesters {

    private final DirectoryStore store;
    private final Known known;
    private final LocalDate day;
    private final @Nullable LocalDate first;

    Requesters(DirectoryStore store, Known known, LocalDate day) {
        this.store = store;
        this.known = known;
        this.day = day;
        this.first = store.firstRoles()
                .filter(at -> at.isBefore(known.before()))
                .map(known.policies()::dayOf)
                .orElse(null);
    }

    /**
     * What a user may do on a subscription: the highest of the roles there, and the rights of any of them.
     *
     * @param source where the highest role was read
     */
    record Right(
            String user,
            Role role,
            boolean entitling,
            boolean mayCreate,
            boolean mayManage,
            boolean canAssign,
            Source source) {

        private Right with(HeldRole other) {
            return new Right(
                    user,
                    role,
                    entitling || other.entitling(),
                    mayCreate || other.mayCreate(),
                    mayManage || other.mayManage(),
                    canAssign || other.canAssign(),
                    source);
        }

        private static Right of(HeldRole held) {
            return new Right(
                    held.user(),
                    held.role(),
                    held.entitling(),
                    held.mayCreate(),
                    held.mayManage(),
                    held.canAssign(),
                    held.source());
        }
    }

    /** Whether anything is known of roles. */
    boolean told() {
        return first != null;
    }

    /** The rights on each of some subscriptions, the highest role first; every one asked about has an entry. */
    Map<String, List<Right>> on(Collection<String> subscriptions) {
        Map<String, Map<String, Right>> rights = new HashMap<>();
        subscriptions.forEach(id -> rights.put(id, new LinkedHashMap<>()));
        if (first != null) {
            // The highest comes first, so it stays the role that is shown.
            for (HeldRole held : store.rolesOn(subscriptions, day, first, known)) {
                String only = held.subscriptionId();
                for (String id : only == null ? subscriptions : List.of(only)) {
                    rights.getOrDefault(id, new HashMap<>())
                            .compute(held.user(), (user, right) -> right == null ? Right.of(held) : right.with(held));
                }
            }
        }
        Map<String, List<Right>> all = new TreeMap<>();
        rights.forEach((id, byUser) -> all.put(id, new ArrayList<>(byUser.values())));
        return all;
    }

    /** The roles of a user on the day, the highest first. */
    List<HeldRole> roles(String user) {
        return first == null ? List.of() : store.rolesOf(user, day, first, known);
    }

    /** The user's rights on one subscription by these roles; empty for one that none of them reaches. */
    static @Nullable Right on(String subscription, List<HeldRole> roles) {
        Right right = null;
        for (HeldRole held : roles) {
            if (held.everywhere() || held.reached().contains(subscription)) {
                right = right == null ? Right.of(held) : right.with(held);
            }
        }
        return right;
    }
}
