package io.coverbook.store;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tries things out: everything is done as it would be, looked at, and undone. */
public final class CheckStore {

    private static final int SHOWN = 20;

    private final Statements sql;

    public CheckStore(Database database) {
        this.sql = database.statements();
    }

    /** Does the work in one transaction and takes all of it back. */
    public <T> T undone(Supplier<T> work) {
        return sql.undone(work);
    }

    /** Remembers what is decided now. */
    public void remember(LocalDate on) {
        for (String table : List.of("check_agreement_stage", "check_subscription_stage", "check_charge_stage")) {
            sql.update(table + "-empty");
        }
        Map<String, Date> parameters = Map.of("on", Date.valueOf(on));
        sql.update("check_agreement_stage-fill", parameters);
        sql.update("check_subscription_stage-fill", parameters);
        sql.update("check_charge_stage-fill");
        sql.analyze("check_agreement_stage", "check_subscription_stage", "check_charge_stage");
    }

    /** An agreement that would have its plan for less long; {@code until} is the first day without, empty for at once. */
    public record Agreement(String eaId, @Nullable LocalDate until) {}

    /** A subscription that would have technical support for less long. */
    public record Subscription(
            String subscriptionId, @Nullable LocalDate until) {}

    /** What would be charged for a plan otherwise, in one currency. */
    public record Money(String planId, String currency, BigDecimal before, BigDecimal after) {}

    /**
     * What files would change beside the rows themselves.
     *
     * @param on the day it was looked at from
     * @param chargedThrough the day up to which charges are compared
     * @param agreements that would lose their last plan, or earlier than now
     * @param subscriptionsLosing how many would lose technical support, or earlier than now
     * @param subscriptions the first of them
     * @param money the plans for which another sum would be charged
     */
    public record Difference(
            LocalDate on,
            LocalDate chargedThrough,
            List<Agreement> agreements,
            long subscriptionsLosing,
            List<Subscription> subscriptions,
            List<Money> money) {}

    /** What is decided now, against what was remembered. */
    public Difference difference(LocalDate on, LocalDate chargedThrough) {
        Map<String, Object> parameters = Map.of("on", Date.valueOf(on), "most", SHOWN);
        List<Agreement> agreements = sql.list(
                "check_agreement_stage-lost",
                parameters,
                (r, i) -> new Agreement(Columns.text(r, "ea_id"), Columns.dateOrNull(r, "now_until")));
        long[] all = {0};
        List<Subscription> subscriptions = sql.list("check_subscription_stage-lost", parameters, (r, i) -> {
            all[0] = r.getLong("all_of_them");
            return new Subscription(Columns.text(r, "subscription_id"), Columns.dateOrNull(r, "now_until"));
        });
        List<Money> money = sql.list(
                "check_charge_stage-changed",
                parameters,
                (r, i) -> new Money(
                        Columns.text(r, "plan_id"),
                        Columns.text(r, "currency"),
                        r.getBigDecimal("before"),
                        r.getBigDecimal("now")));
        return new Difference(on, chargedThrough, agreements, all[0], subscriptions, money);
    }
}
