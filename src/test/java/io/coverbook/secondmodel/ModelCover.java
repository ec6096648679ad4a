package io.coverbook.secondmodel;

import io.coverbook.secondmodel.ModelCourse.Dunning;
import io.coverbook.secondmodel.ModelCourse.Term;
import io.coverbook.secondmodel.ModelOrders.Activation;
import io.coverbook.secondmodel.ModelOrders.Order;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What covers an account or an agreement on a day, and why nothing does (X16, X18, X25). */
final class ModelCover {

    private static final Comparator<ModelPlan> BEST = Comparator.comparing((ModelPlan plan) -> -plan.rank())
            .thenComparing(plan -> plan.start)
            .thenComparing(plan -> plan.id);

    private final ModelWorld world;
    private final Map<Scope, List<ModelPlan>> plans = new HashMap<>();
    private final Map<String, List<Scope>> siblings = new HashMap<>();
    private final Map<Scope, List<ModelSubscription>> subscriptions = new HashMap<>();
    private final Map<Scope, Map<LocalDate, ScopeDay>> days = new HashMap<>();
    private final Map<String, ModelOrders> orders = new HashMap<>();
    private final Map<ModelPlan, NavigableSet<LocalDate>> covered = new HashMap<>();

    /** A day of a scope: the best plan if one covers, else the level of a temporary activation, else a reason. */
    record ScopeDay(@Nullable ModelPlan plan, String temporary, String benefit, String reason) {}

    ModelCover(ModelWorld world) {
        this.world = world;
        for (ModelPlan plan : world.plans) {
            plans.computeIfAbsent(plan.home.scope(), scope -> new java.util.ArrayList<>())
                    .add(plan);
        }
        int days = world.rules.number("temporary-support.days", 30);
        world.agreements.values().forEach(agreement -> orders.put(agreement.id, new ModelOrders(agreement, days)));
    }

    List<ModelPlan> plans(Scope scope) {
        return plans.getOrDefault(scope, List.of());
    }

    /** All subscriptions that were ever in the scope. */
    List<ModelSubscription> subscriptions(Scope scope) {
        return subscriptions.computeIfAbsent(scope, s -> world.subscriptions.values().stream()
                .filter(sub -> sub.everIn(s))
                .toList());
    }

    ModelOrders orders(String agreement) {
        return Objects.requireNonNull(orders.get(agreement));
    }

    ScopeDay on(Scope scope, LocalDate day) {
        Map<LocalDate, ScopeDay> known = days.computeIfAbsent(scope, s -> new HashMap<>());
        ScopeDay found = known.get(day);
        if (found == null) {
            found = judge(scope, day);
            known.put(day, found);
        }
        return found;
    }

    private ScopeDay judge(Scope scope, LocalDate day) {
        ModelPlan plan = best(scope, day);
        if (plan != null) {
            return new ScopeDay(plan, "", "", scope.ea() ? "EA_PLAN" : "ACCOUNT_PLAN");
        }
        String benefit = benefit(scope, day);
        String temporary = temporary(scope, day);
        return new ScopeDay(null, temporary, benefit, reason(scope, day, benefit));
    }

    /** X16.3: the highest tier, then the earlier start, then the smaller id. */
    @Nullable ModelPlan best(Scope scope, LocalDate day) {
        return plans(scope).stream().filter(plan -> covers(plan, day)).min(BEST).orElse(null);
    }

    boolean covers(ModelPlan plan, LocalDate day) {
        return covered(plan).contains(day);
    }

    /** All days that a plan covers. */
    NavigableSet<LocalDate> covered(ModelPlan plan) {
        return covered.computeIfAbsent(plan, p -> {
            NavigableSet<LocalDate> days = paid(p);
            days.removeIf(day -> suspended(p, day));
            return days;
        });
    }

    /** All days that a plan would cover if it were never suspended. */
    NavigableSet<LocalDate> paid(ModelPlan plan) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        for (Term term : world.course(plan).terms()) {
            term.from()
                    .datesUntil(term.through().plusDays(1))
                    .filter(day -> coveredInTerm(plan, day))
                    .forEach(days::add);
        }
        return days;
    }

    /** P6, A8: not cut off with its account or agreement. */
    private boolean coveredInTerm(ModelPlan plan, LocalDate day) {
        ModelPlan.Home home = plan.home;
        return plan.inForce()
                && !(home.account() != null && home.account().closed(day))
                && !(home.agreement() != null && home.agreement().cutOff(day));
    }

    /** X19, E8: from the last attempt until the payment; without one until the plan ends. */
    boolean suspended(ModelPlan plan, LocalDate day) {
        for (Term term : world.course(plan).terms()) {
            Dunning dunning = term.dunning();
            if (dunning != null
                    && !dunning.suspended().isAfter(world.day)
                    && !day.isBefore(dunning.suspended())
                    && (dunning.paid() == null || day.isBefore(dunning.paid()))) {
                return true;
            }
        }
        return false;
    }

    private String temporary(Scope scope, LocalDate day) {
        if (!scope.ea() || !world.agreements.containsKey(scope.id())) {
            return "";
        }
        for (Activation activation : orders(scope.id()).activations()) {
            boolean inside = !day.isBefore(activation.from()) && !day.isAfter(activation.through());
            if (inside && !covered(scope, activation.from(), day)) {
                return activation.order().level;
            }
        }
        return "";
    }

    /** F6: once a plan has begun to cover, the activation is over. */
    private boolean covered(Scope scope, LocalDate from, LocalDate through) {
        return from.plusDays(1).datesUntil(through.plusDays(1)).anyMatch(day -> begins(scope, day));
    }

    private boolean begins(Scope scope, LocalDate day) {
        return world.plans.stream()
                .anyMatch(plan -> plan.home.scope().equals(scope) && plan.start.equals(day) && covers(plan, day));
    }

    /** R15: BENEFIT while it lasts, UNKNOWN when its terms are missing, empty without one. */
    private String benefit(Scope scope, LocalDate day) {
        ModelAgreement agreement = scope.ea() ? world.agreements.get(scope.id()) : null;
        String id = !scope.ea() ? scope.id() : agreement == null ? "" : agreement.account();
        ModelAccount account = world.accounts.get(id);
        if (account == null || !account.on(day).has("program")) {
            return "";
        }
        LocalDate until = Told.date(account.on(day).cell("benefit_valid_to"));
        String incidents = account.on(day).cell("incidents_remaining");
        if (until == null || incidents.isEmpty()) {
            return "UNKNOWN";
        }
        return !day.isAfter(until) && Integer.parseInt(incidents) > 0 ? "BENEFIT" : "";
    }

    /** X25 without the state of account and subscription; E3 to E7. */
    private String reason(Scope scope, LocalDate day, String benefit) {
        Predicate<ModelPlan> inTerm = plan -> world.course(plan).contains(day);
        if (any(scope, plan -> plan.inForce() && inTerm.test(plan) && suspended(plan, day))) {
            return "PLAN_SUSPENDED";
        }
        if (any(scope, plan -> "EA_DEVELOPER_NOT_ALLOWED".equals(plan.hold) && inTerm.test(plan))) {
            return "DEVELOPER_NOT_ALLOWED_ON_EA";
        }
        if (any(scope, plan -> plan.hold != null && inTerm.test(plan))) {
            return "PLAN_HELD";
        }
        Order pending = scope.ea() && world.agreements.containsKey(scope.id())
                ? orders(scope.id()).pending(day)
                : null;
        if (pending != null) {
            return activatedBefore(scope, pending, day) ? "TEMPORARY_EXPIRED" : "PENDING_ORDER_NOT_ACTIVATED";
        }
        if (any(scope, plan -> notStarted(plan, day))) {
            return "PLAN_NOT_STARTED";
        }
        if (any(scope, plan -> coveredBefore(plan, day))) {
            return "PLAN_ENDED";
        }
        if (scope.ea() && otherAgreementCovered(scope.id(), day)) {
            return "PLAN_LINKED_TO_OTHER_EA";
        }
        if (benefit.equals("UNKNOWN")) {
            return "PROGRAM_TERMS_UNKNOWN";
        }
        return scope.ea() ? "EA_NO_PLAN" : "ACCOUNT_NO_PLAN";
    }

    private boolean any(Scope scope, Predicate<ModelPlan> what) {
        return plans(scope).stream().anyMatch(what);
    }

    private boolean activatedBefore(Scope scope, Order order, LocalDate day) {
        return orders(scope.id()).activations().stream()
                .anyMatch(a -> a.order() == order && !a.from().isAfter(day));
    }

    /** E5: bought and not begun; the plan on an agreement's row counts as bought when its order is fulfilled. */
    private boolean notStarted(ModelPlan plan, LocalDate day) {
        if (!plan.inForce() || !day.isBefore(plan.start)) {
            return false;
        }
        ModelCourse course = world.course(plan);
        LocalDate until = course.terms().isEmpty() && course.ending() != null
                ? course.ending().on()
                : plan.start;
        boolean bought = plan.ownRow
                ? orders(plan.home.scope().id()).fulfilled(day)
                : !day.isBefore(ModelFacts.day(plan.bought));
        return bought && day.isBefore(until);
    }

    private boolean coveredBefore(ModelPlan plan, LocalDate day) {
        return !covered(plan).headSet(day).isEmpty();
    }

    private boolean otherAgreementCovered(String id, LocalDate day) {
        return siblings.computeIfAbsent(id, this::siblings).stream().anyMatch(other -> best(other, day) != null);
    }

    /** The other agreements of the same customer. */
    private List<Scope> siblings(String id) {
        ModelAgreement agreement = world.agreements.get(id);
        return world.agreements.values().stream()
                .filter(other -> agreement != null && !other.id.equals(id))
                .filter(other -> customer(other).equals(customer(agreement)))
                .map(other -> new Scope(true, other.id))
                .toList();
    }

    private String customer(ModelAgreement agreement) {
        ModelAccount account = world.accounts.get(agreement.account());
        return agreement.newest().cell("customer_id", account == null ? agreement.account() : account.customer());
    }
}
