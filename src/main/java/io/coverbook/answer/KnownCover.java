package io.coverbook.answer;

import io.coverbook.calendar.DaySet;
import io.coverbook.calendar.Span;
import io.coverbook.calendar.Timeline;
import io.coverbook.entitlement.CoverSpan;
import io.coverbook.entitlement.Entitlement;
import io.coverbook.entitlement.ScopeCover;
import io.coverbook.entitlement.SubscriptionCover;
import io.coverbook.entitlement.SubscriptionDays;
import io.coverbook.entitlement.SubscriptionDays.Home;
import io.coverbook.entitlement.SubscriptionDays.Part;
import io.coverbook.plan.Account;
import io.coverbook.plan.AccountStatus;
import io.coverbook.plan.PlanId;
import io.coverbook.renewal.PlanLife;
import io.coverbook.renewal.ScopeFacts;
import io.coverbook.renewal.ScopePlans;
import io.coverbook.store.CoverStore.Interval;
import io.coverbook.store.KnownStore;
import io.coverbook.store.KnownStore.Evidence;
import io.coverbook.store.KnownStore.Known;
import io.coverbook.store.KnownStore.KnownScope;
import io.coverbook.store.KnownStore.SubscriptionTold;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides cover again from the facts as they were known, with the very rules of a reconcile. Keeps what it has decided, so
 * one is made for one answer.
 */
final class KnownCover {

    private final KnownStore store;
    private final Known known;
    private final Map<Long, Decided> decided = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();

    KnownCover(KnownStore store, Known known) {
        this.store = store;
        this.known = known;
    }

    Known known() {
        return known;
    }

    /**
     * A scope, its plans and its cover.
     *
     * @param elsewhere the days on which an agreement of the customer is covered (R77)
     * @param others the other agreements of the customer
     */
    record Decided(KnownScope told, List<PlanLife> lives, DaySet elsewhere, List<CoverSpan> cover, List<Other> others) {

        ScopeFacts facts() {
            return told.facts();
        }

        Account account() {
            return told.facts().account();
        }

        CoverSpan on(LocalDate day) {
            return cover.stream()
                    .filter(span -> span.days().contains(day))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Another agreement of the same customer and its plans. */
    record Other(KnownScope told, List<PlanLife> lives) {}

    /**
     * A subscription as it was known.
     *
     * @param parts where it was at home when, and in what standing
     */
    record Subscribed(String id, List<Evidence<SubscriptionTold>> told, List<Part> parts, List<Entitlement> rows) {

        @Nullable Part on(LocalDate day) {
            return parts.stream()
                    .filter(part -> part.days().contains(day))
                    .findFirst()
                    .orElse(null);
        }

        @Nullable Entitlement row(LocalDate day) {
            return rows.stream()
                    .filter(row -> row.days().contains(day))
                    .findFirst()
                    .orElse(null);
        }

        Evidence<SubscriptionTold> newest() {
            return told.get(told.size() - 1);
        }
    }

    /** Several subscriptions, in order of id; those not known by then are left out. */
    List<Subscribed> subscriptions(Collection<String> ids) {
        Map<String, List<Evidence<SubscriptionTold>>> told = store.subscriptions(ids, known);
        Set<Long> scopes = new LinkedHashSet<>();
        Map<String, List<Part>> parts = new LinkedHashMap<>();
        told.forEach((id, versions) -> {
            versions.forEach(version -> number(version.told(), scopes));
            parts.put(
                    id,
                    SubscriptionDays.decide(versions.stream()
                            .map(version -> version.told().version())
                            .toList()));
        });
        decide(scopes);
        List<Subscribed> all = new ArrayList<>();
        parts.forEach((id, own) -> all.add(
                new Subscribed(id, Objects.requireNonNull(told.get(id)), own, SubscriptionCover.decide(own, homes()))));
        return all;
    }

    private void number(SubscriptionTold told, Set<Long> scopes) {
        numbers.put(account(told.version().accountId()), told.accountNo());
        scopes.add(told.accountNo());
        String ea = told.version().eaId();
        if (ea != null) {
            numbers.put(agreement(ea), told.homeNo());
            scopes.add(told.homeNo());
        }
    }

    private static String account(String id) {
        return "ACCOUNT " + id;
    }

    private static String agreement(String id) {
        return "EA " + id;
    }

    private SubscriptionCover.Homes homes() {
        return new SubscriptionCover.Homes() {
            @Override
            public List<CoverSpan> cover(Home home) {
                return scope(home).cover();
            }

            @Override
            public Timeline<AccountStatus> status(Home home) {
                return account(home).account().status();
            }
        };
    }

    /** The scope of a home that a subscription of this answer has or had. */
    Decided scope(Home home) {
        String ea = home.eaId();
        return ea == null ? account(home) : scope(Objects.requireNonNull(numbers.get(agreement(ea))));
    }

    /** The billing account of a home that a subscription of this answer has or had. */
    Decided account(Home home) {
        return scope(Objects.requireNonNull(numbers.get(account(home.accountId()))));
    }

    Decided scope(long number) {
        decide(Set.of(number));
        return Objects.requireNonNull(decided.get(number));
    }

    private void decide(Set<Long> wanted) {
        Set<Long> missing = new LinkedHashSet<>(wanted);
        missing.removeAll(decided.keySet());
        if (missing.isEmpty()) {
            return;
        }
        Map<Long, KnownScope> told = new LinkedHashMap<>(store.scopes(missing, known));
        Map<Long, KnownScope> siblings = siblings(told);
        Map<Long, List<PlanLife>> lives = new HashMap<>();
        Map<String, List<Long>> customers = new HashMap<>();
        siblings.forEach((number, scope) -> {
            lives.put(number, ScopePlans.decide(scope.facts(), known.policies(), known.asOf()));
            if (scope.facts().agreement() != null) {
                customers
                        .computeIfAbsent(scope.customer(), name -> new ArrayList<>())
                        .add(number);
            }
        });
        told.forEach((number, scope) -> {
            List<PlanLife> own = Objects.requireNonNull(lives.get(number));
            List<Long> together =
                    scope.facts().agreement() == null ? List.of() : customers.getOrDefault(scope.customer(), List.of());
            DaySet elsewhere = together.size() > 1 ? covered(together, lives) : DaySet.NONE;
            decided.put(
                    number,
                    new Decided(
                            scope,
                            own,
                            elsewhere,
                            ScopeCover.decide(scope.facts(), own, elsewhere, known.policies()),
                            together.stream()
                                    .filter(other -> !other.equals(number))
                                    .map(other -> new Other(
                                            Objects.requireNonNull(siblings.get(other)),
                                            Objects.requireNonNull(lives.get(other))))
                                    .toList()));
        });
    }

    /** The scopes, and the other agreements that may be of the same customers. */
    private Map<Long, KnownScope> siblings(Map<Long, KnownScope> told) {
        Set<Long> others = new LinkedHashSet<>();
        told.values().stream()
                .filter(scope -> scope.facts().agreement() != null)
                .map(KnownScope::customer)
                .distinct()
                .forEach(customer -> others.addAll(store.agreementsOf(customer)));
        others.removeAll(told.keySet());
        Map<Long, KnownScope> all = new LinkedHashMap<>(told);
        if (!others.isEmpty()) {
            all.putAll(store.scopes(others, known));
        }
        return all;
    }

    private static DaySet covered(List<Long> agreements, Map<Long, List<PlanLife>> lives) {
        List<Span> all = new ArrayList<>();
        agreements.forEach(number -> all.addAll(ScopeCover.coveredDays(Objects.requireNonNull(lives.get(number)))
                .spans()));
        return DaySet.of(all);
    }

    /** A row of the table as it is told. */
    static Interval interval(Entitlement row) {
        PlanId plan = row.plan();
        return new Interval(
                row.days().from(),
                row.days().open() ? null : row.days().until().minusDays(1),
                row.tier().name(),
                row.source().name(),
                row.technical(),
                plan == null ? null : plan.value(),
                row.reason().name());
    }
}
