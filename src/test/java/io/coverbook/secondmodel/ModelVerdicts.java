package io.coverbook.secondmodel;

import io.coverbook.secondmodel.ModelCover.ScopeDay;
import io.coverbook.secondmodel.ModelOrders.Order;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The verdict on every agreement, day by day (X17, F1 to F5). */
final class ModelVerdicts {

    private final ModelWorld world;
    private final Map<String, Map<LocalDate, Verdict>> verdicts = new HashMap<>();
    private final Map<String, Map<LocalDate, Boolean>> active = new HashMap<>();

    record Verdict(String verdict, String planId, String reason) {
        boolean missing() {
            return verdict.equals("MISSING");
        }
    }

    ModelVerdicts(ModelWorld world) {
        this.world = world;
    }

    Verdict on(ModelAgreement agreement, LocalDate day) {
        return verdicts.computeIfAbsent(agreement.id, id -> new HashMap<>())
                .computeIfAbsent(day, d -> judge(agreement, d));
    }

    private Verdict judge(ModelAgreement agreement, LocalDate day) {

        String status = agreement.toldStatus(day);
        if (List.of("TRANSFERRED", "TERMINATED").contains(status)) {
            return new Verdict("NOT_APPLICABLE", "", "EA_" + status);
        }
        if (day.isBefore(agreement.start())) {
            return new Verdict("NOT_APPLICABLE", "", "EA_NOT_STARTED");
        }
        ScopeDay found = world.cover.on(new Scope(true, agreement.id), day);
        if (found.plan() != null) {
            return new Verdict("COVERED", found.plan().id, "EA_PLAN");
        }
        if (!found.temporary().isEmpty()) {
            return new Verdict("TEMPORARY", "", "TEMPORARY_ORDER");
        }
        Order order = world.cover.orders(agreement.id).pending(day);
        return order != null && !stale(order, day)
                ? new Verdict("PENDING", "", "PENDING_ORDER_NOT_ACTIVATED")
                : new Verdict("MISSING", "", found.reason());
    }

    boolean stale(Order order, LocalDate day) {
        return day.isAfter(order.from.plusDays(world.rules.number("pending-order.days", 30)));
    }

    /** F1: missing, or still without a plan long after the order, temporary support or not. */
    boolean flagged(ModelAgreement agreement, LocalDate day) {
        Verdict verdict = on(agreement, day);
        if (verdict.verdict().equals("TEMPORARY")) {
            Order order = world.cover.orders(agreement.id).pending(day);
            return order != null && stale(order, day);
        }
        return verdict.missing() && !agreement.toldStatus(day).equals("EXPIRED");
    }

    boolean expired(ModelAgreement agreement, LocalDate day) {
        return agreement.toldStatus(day).equals("EXPIRED") && on(agreement, day).missing();
    }

    /** At least one coverable subscription in a state that carries technical support. */
    boolean active(ModelAgreement agreement, LocalDate day) {
        return active.computeIfAbsent(agreement.id, id -> new HashMap<>())
                .computeIfAbsent(day, d -> world.cover.subscriptions(new Scope(true, agreement.id)).stream()
                        .anyMatch(s -> s.active(d) && s.agreement(d).equals(agreement.id)));
    }

    /** F3. */
    private String due(ModelAgreement agreement) {
        if (!on(agreement, world.day).missing()) {
            return "";
        }
        Predicate<LocalDate> run = active(agreement, world.day)
                ? day -> active(agreement, day) && (flagged(agreement, day) || expired(agreement, day))
                : day -> on(agreement, day).missing();
        LocalDate first = world.day;
        while (run.test(first.minusDays(1)) && first.isAfter(world.firstDay)) {
            first = first.minusDays(1);
        }
        return YearMonth.from(first).plusMonths(1).atEndOfMonth().toString();
    }

    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (ModelAgreement agreement : world.agreements.values()) {
            Verdict verdict = on(agreement, world.day);
            rows.add(List.of(agreement.id, verdict.verdict(), verdict.planId(), verdict.reason(), due(agreement)));
        }
        return rows;
    }
}
