package io.coverbook.secondmodel;

import io.coverbook.secondmodel.Charge.Content;
import io.coverbook.secondmodel.ModelCourse.Ending;
import io.coverbook.secondmodel.ModelCourse.Term;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The recorded charges and what a run makes of them (C1 to C8, B17). */
final class ModelCharges {

    private final Map<String, Charge> recorded = new TreeMap<>();

    private int run;

    /** The first month that may still be posted to, null when every month is open. */
    @Nullable YearMonth firstOpen;

    /** A term that should be charged. */
    private record Desired(
            ModelPlan plan,
            Term term,
            Content content,
            @Nullable String hold) {
        String key() {
            return plan.id + " " + term.number();
        }
    }

    Collection<Charge> all() {
        return recorded.values();
    }

    Set<String> plans() {
        return recorded.values().stream().map(charge -> charge.plan).collect(Collectors.toSet());
    }

    /** The months in which desired charges fall, for the first close (C15). */
    static List<YearMonth> months(ModelWorld world, YearMonth firstMonth) {
        return desired(world, firstMonth).stream()
                .map(desired -> YearMonth.from(desired.content().from()))
                .toList();
    }

    void reconcile(ModelWorld world, YearMonth firstMonth) {
        run++;
        List<Desired> desired = desired(world, firstMonth);
        Map<String, String> bounded = bounded(world, desired);
        Set<String> keys = new HashSet<>();
        for (Desired wish : desired) {
            keys.add(wish.key());
            Charge charge = recorded.computeIfAbsent(
                    wish.key(), key -> new Charge(wish.plan().id, wish.term().number(), wish.content(), run));
            if (!charge.is("INVOICED", "CREDITED")) {
                charge.content = wish.content();
                post(charge, wish.hold() != null ? wish.hold() : bounded.get(wish.key()));
            }
        }
        recorded.forEach((key, charge) -> {
            if (!keys.contains(key)) {
                drop(world, charge);
            }
            if (charge.is("CREDITED") && !charge.noted) {
                charge.reason = reason(world, charge);
            }
        });
    }

    private void post(Charge charge, @Nullable String hold) {
        if (hold != null) {
            charge.state = "HELD";
            charge.posting = null;
        } else if (!charge.is("OPEN")) {
            YearMonth month = YearMonth.from(charge.content.from());
            charge.state = "OPEN";
            charge.posting = firstOpen != null && firstOpen.isAfter(month) ? firstOpen : month;
        }
        charge.hold = hold;
    }

    private static void drop(ModelWorld world, Charge charge) {
        if (charge.is("INVOICED")) {
            charge.state = "CREDITED";
        } else if (charge.is("OPEN", "HELD")) {
            charge.state = "VOIDED";
            charge.posting = null;
            charge.hold = null;
        }
    }

    /**
     * C9, until the note is written: the plan, in the coverage period of the term, was cancelled by then, by word or by a
     * higher purchase; else not.
     */
    private static String reason(ModelWorld world, Charge charge) {
        ModelPlan period = null;
        for (ModelPlan plan : periods(world, charge.plan)) {
            period = period == null || !plan.start.isAfter(charge.content.from()) ? plan : period;
        }
        Ending ending = period == null ? null : world.course(period).ending();
        return ending != null
                        && !ending.on().isAfter(charge.content.from())
                        && List.of("ENDED_CANCELLED", "ENDED_UPGRADED").contains(ending.outcome())
                ? "BACKDATED_CANCELLATION"
                : "CORRECTION";
    }

    private static List<ModelPlan> periods(ModelWorld world, String plan) {
        return world.plans.stream()
                .filter(period -> period.id.equals(plan))
                .sorted(Comparator.comparing((ModelPlan period) -> period.start))
                .toList();
    }

    /** B17: a plan with too many terms to charge in one run. */
    private Map<String, String> bounded(ModelWorld world, List<Desired> desired) {
        Map<String, List<Desired>> fresh = new HashMap<>();
        for (Desired wish : desired) {
            Charge charge = recorded.get(wish.key());
            if (charge == null || charge.held("SAFETY_BOUND") || cameWithBound(charge)) {
                fresh.computeIfAbsent(wish.plan().id, id -> new ArrayList<>()).add(wish);
            }
        }
        Map<String, String> bounded = new HashMap<>();
        int bound = world.rules.number("run.max-terms-per-plan", 15);
        fresh.values().stream()
                .filter(wishes -> wishes.size() > bound)
                .flatMap(List::stream)
                .forEach(wish -> bounded.put(wish.key(), "SAFETY_BOUND"));
        return bounded;
    }

    /** Held for a reason of its own, and recorded by the run that held others of the plan for their number. */
    private boolean cameWithBound(Charge charge) {
        return charge.is("HELD")
                && recorded.values().stream()
                        .anyMatch(other -> other.plan.equals(charge.plan)
                                && other.held("SAFETY_BOUND")
                                && other.run == charge.run);
    }

    private static List<Desired> desired(ModelWorld world, YearMonth firstMonth) {
        ModelPrices prices = new ModelPrices(world);
        List<Desired> desired = new ArrayList<>();
        for (ModelPlan plan : world.plans) {
            for (Term term : world.course(plan).terms()) {
                boolean begun = !term.from().isAfter(world.day)
                        && !YearMonth.from(term.from()).isBefore(firstMonth);
                if (begun && !plan.unified()) {
                    BigDecimal amount = prices.amount(plan, term.from());
                    Content content = new Content(
                            term.from(),
                            term.through(),
                            plan.tier,
                            amount,
                            prices.currency(plan, term.from()),
                            plan.home.scope());
                    desired.add(new Desired(plan, term, content, hold(world, plan, term, amount)));
                }
            }
        }
        return desired;
    }

    /** C4, the first that applies. */
    private static @Nullable String hold(ModelWorld world, ModelPlan plan, Term term, @Nullable BigDecimal amount) {
        String own = standing(plan);
        if (own != null) {
            return own;
        }
        if (released(world, plan, term) == null) {
            return amount == null ? "NO_PRICE" : null;
        }
        return released(world, plan, term).isAfter(world.day)
                ? "ACCOUNT_DISABLED_AT_RENEWAL"
                : amount == null ? "NO_PRICE" : null;
    }

    /** Holds that do not depend on the term. */
    static @Nullable String standing(ModelPlan plan) {
        if (plan.hold != null) {
            return plan.hold;
        }
        if (!plan.row.cell("billing_frequency", "P1M").equals("P1M")) {
            return "UNSUPPORTED_FREQUENCY";
        }
        ModelAgreement agreement = plan.home.agreement();
        return agreement != null && agreement.indirect() && agreement.partner().isEmpty()
                ? "INDIRECT_EA_WITHOUT_PARTNER"
                : null;
    }

    /**
     * C5: the day on which the account that was disabled at a renewal is active again, far away when it is not; null
     * when the renewal met no disabled account.
     */
    static @Nullable LocalDate released(ModelWorld world, ModelPlan plan, Term term) {
        ModelAccount account = plan.home.account();
        if (term.number() == 0 || account == null || !account.disabled(term.from())) {
            return null;
        }
        return term.from()
                .datesUntil(world.horizon)
                .filter(day -> account.status(day).equals("ACTIVE"))
                .findFirst()
                .orElse(LocalDate.MAX);
    }
}
