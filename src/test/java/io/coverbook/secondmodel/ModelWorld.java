package io.coverbook.secondmodel;

import io.coverbook.secondmodel.ModelFacts.Version;
import io.coverbook.secondmodel.ModelPlan.Home;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Everything that all facts known by now say about one as-of day (A1): what recorded tables are compared with. */
final class ModelWorld {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}([T ].*)?");

    final ModelFacts facts;
    final ModelRules rules;

    /** The as-of day. */
    final LocalDate day;

    final Map<String, ModelAccount> accounts = new TreeMap<>();
    final Map<String, ModelAgreement> agreements = new TreeMap<>();
    final Map<String, ModelSubscription> subscriptions = new TreeMap<>();
    final List<ModelPlan> plans;
    final ModelCover cover;

    /** Nothing happens before the first day or after the horizon. */
    LocalDate firstDay;

    LocalDate horizon;

    private final Map<String, List<Version>> payments = new HashMap<>();
    private final Map<ModelPlan, ModelCourse> courses = new HashMap<>();

    ModelWorld(ModelFacts facts, ModelRules rules, LocalDate day, Set<String> charged) {
        this.facts = facts;
        this.rules = rules;
        this.day = day;
        this.firstDay = day;
        this.horizon = day;
        facts.all(FactKind.ACCOUNTS).forEach((id, told) -> accounts.put(id, new ModelAccount(id, told)));
        facts.all(FactKind.AGREEMENTS).forEach((id, told) -> agreements.put(id, new ModelAgreement(id, told)));
        Map<String, List<Version>> planRows = new LinkedHashMap<>();
        facts.all(FactKind.SUBSCRIPTIONS).forEach((id, told) -> {
            Version newest = new Told(id, told).newest();
            if (newest.cell("product_category").equals("AZURE_SUPPORT")) {
                planRows.put(id, told);
            } else if (!newest.cell("product_category").equals("OTHER")) {
                subscriptions.put(id, new ModelSubscription(id, told));
            }
        });
        facts.all(FactKind.PAYMENTS).values().forEach(told -> payments.computeIfAbsent(
                        told.get(0).cell("plan_id"), plan -> new ArrayList<>())
                .add(told.get(0)));
        span();
        plans = ModelPlans.read(this, planRows, charged);
        ModelConflicts.settle(this);
        cover = new ModelCover(this);
    }

    private void span() {
        for (FactKind kind : FactKind.values()) {
            facts.all(kind).values().stream().flatMap(List::stream).forEach(version -> {
                widen(version.seen());
                version.cells().values().stream()
                        .filter(cell -> DATE.matcher(cell).matches())
                        .forEach(cell -> widen(LocalDate.parse(cell.substring(0, 10))));
            });
        }
        firstDay = firstDay.minusDays(1);
        horizon = horizon.plusMonths(rules.number("seller.default-months", 12) + 2L);
    }

    private void widen(LocalDate date) {
        firstDay = date.isBefore(firstDay) ? date : firstDay;
        horizon = date.isAfter(horizon) ? date : horizon;
    }

    /** The instants of a plan's payment events of one result, up to the as-of day, in order. */
    List<Instant> payments(String plan, String result) {
        return payments.getOrDefault(plan, List.of()).stream()
                .filter(event -> event.cell("result").equals(result))
                .map(event -> Objects.requireNonNull(Told.instant(event.cell("at"))))
                .filter(at -> !ModelFacts.day(at).isAfter(day))
                .sorted()
                .toList();
    }

    /** The terms of a plan as far as anybody can see. */
    ModelCourse course(ModelPlan plan) {
        return courses.computeIfAbsent(plan, p -> ModelCourse.of(this, p, horizon));
    }

    /** The agreement's country, else its account's. */
    String country(Home home, LocalDate on) {
        String own = home.agreement() == null ? "" : home.agreement().on(on).cell("country");
        return own.isEmpty() && home.account() != null ? home.account().on(on).cell("country") : own;
    }

    boolean known(Scope scope) {
        return scope.ea() ? agreements.containsKey(scope.id()) : accounts.containsKey(scope.id());
    }
}
