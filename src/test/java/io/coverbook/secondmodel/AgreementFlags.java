package io.coverbook.secondmodel;

import io.coverbook.secondmodel.Findings.Key;
import io.coverbook.secondmodel.ModelOrders.Order;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Flags on agreements (X17, X18, F1, F6, B10). */
final class AgreementFlags {

    private final ModelWorld world;
    private final Findings findings;
    private final ModelVerdicts verdicts;

    AgreementFlags(ModelWorld world, Findings findings) {
        this.world = world;
        this.findings = findings;
        this.verdicts = new ModelVerdicts(world);
    }

    void find() {
        for (ModelAgreement agreement : world.agreements.values()) {
            LocalDate first = agreement.start();
            ModelOrders orders = world.cover.orders(agreement.id);
            findings.daily(key("EA_MISSING_PLAN", agreement), first, day -> missing(agreement, day));
            findings.daily(
                    key("EA_EXPIRED_WITH_SUBSCRIPTIONS", agreement),
                    first,
                    day -> verdicts.expired(agreement, day) && verdicts.active(agreement, day) ? "ACTION" : null);
            findings.daily(
                    key("EA_PLAN_PENDING", agreement),
                    world.firstDay,
                    day -> pending(orders, day, false) ? "INFO" : null);
            findings.daily(
                    key("PENDING_ORDER_STALE", agreement),
                    world.firstDay,
                    day -> pending(orders, day, true) ? "ACTION" : null);
            findings.daily(
                    key("EA_LEVEL_MISMATCH", agreement),
                    world.firstDay,
                    day -> mismatch(agreement, day) ? "ACTION" : null);
            orders.requests().forEach((at, valid) -> {
                if (!valid) {
                    findings.event(key("TEMP_REQUEST_INVALID", agreement), "ACTION", ModelFacts.day(at));
                }
            });
        }
    }

    private static Key key(String code, ModelAgreement agreement) {
        return new Key(code, "EA", agreement.id);
    }

    private @Nullable String missing(ModelAgreement agreement, LocalDate day) {
        if (!verdicts.flagged(agreement, day)) {
            return null;
        }
        boolean act =
                verdicts.active(agreement, day) && !agreement.toldStatus(day).equals("PENDING");
        return act ? "ACTION" : "INFO";
    }

    private boolean pending(ModelOrders orders, LocalDate day, boolean stale) {
        Order order = orders.pending(day);
        return order != null && verdicts.stale(order, day) == stale;
    }

    /** Reading 9: the level that the agreement's row tells differs from the best plan; its own plan never does. */
    private boolean mismatch(ModelAgreement agreement, LocalDate day) {
        ModelPlan plan = world.cover.best(new Scope(true, agreement.id), day);
        String level = agreement.level(day);
        return plan != null && !plan.ownRow && ModelAgreement.TIERS.contains(level) && !level.equals(plan.tier);
    }
}
