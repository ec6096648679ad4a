package io.coverbook.secondmodel;

import io.coverbook.secondmodel.ModelFacts.Version;
import io.coverbook.secondmodel.ModelPlan.Home;
import io.coverbook.secondmodel.ModelPlan.Terms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads plans out of the facts: rows of support plans, and agreements that carry a level (contract 2.2 and 2.3). */
final class ModelPlans {

    private final ModelWorld world;
    private final List<ModelPlan> plans = new ArrayList<>();
    private final Map<String, LocalDate> linked = new TreeMap<>();

    private ModelPlans(ModelWorld world) {
        this.world = world;
    }

    /** {@code charged}: plans that have a recorded charge, of which B10 makes a difference. */
    static List<ModelPlan> read(ModelWorld world, Map<String, List<Version>> rows, Set<String> charged) {
        ModelPlans read = new ModelPlans(world);
        rows.forEach((id, versions) -> read.row(new Told(id, versions)));
        for (ModelAgreement agreement : world.agreements.values()) {
            List<ModelPlan> periods = read.periods(agreement);
            LocalDate row = read.linked.get(agreement.id);
            boolean plan = row == null
                    || charged.contains("EA:" + agreement.id)
                            && !periods.isEmpty()
                            && periods.get(0).start.isBefore(row);
            if (plan) {
                read.plans.addAll(periods);
            }
        }
        return read.plans;
    }

    private void row(Told told) {
        Version row = told.newest();
        String ea = row.cell("linked_ea_id");
        ModelAgreement agreement = world.agreements.get(ea);
        Scope scope = ea.isEmpty() ? new Scope(false, row.cell("billing_account_id")) : new Scope(true, ea);
        String payer = agreement == null ? row.cell("billing_account_id") : agreement.account();
        Home home = new Home(scope, scope.ea() && agreement == null ? null : world.accounts.get(payer), agreement);
        Instant bought = Objects.requireNonNull(Told.instant(row.cell("purchased_at")));
        LocalDate given = Told.date(row.cell("coverage_start"));
        LocalDate start = given == null ? ModelFacts.day(bought) : given;
        String channel = row.cell("channel");
        List<LocalDate> wrong = new ArrayList<>();
        List<Cancellations.Saying> sayings = new ArrayList<>();
        Route route = new Route(channel, home, wrong, new HashSet<>());
        Instant off = null;
        for (Version version : told.shown()) {
            off = !version.cell("auto_renew").equals("OFF") ? null : off == null ? version.at() : off;
            sayings.add(saying(version, off, route));
            route.hearTakenBack(version);
        }
        if (told.gone()) {
            Cancellations.Saying last = sayings.get(sayings.size() - 1);
            boolean cancelled = last.cancel() != null
                    && !last.cancel().isAfter(told.missingSince())
                    && (last.on() == null || !last.on().isAfter(last.cancel()));
            sayings.add(cancelled ? last : new Cancellations.Saying(told.missingSince(), told.missingSince(), null));
        }
        ModelPlan plan =
                new ModelPlan(told.id, home, new Terms(row.cell("plan_tier"), channel, row, start, bought, sayings));
        plan.seen = told.firstAt();
        plan.missingSince = told.gone() ? told.missingSince() : null;
        plan.wrongChannel.addAll(wrong);
        plan.contractEnd = contractEnd(plan, Told.date(row.cell("contract_end")), agreement);
        plans.add(plan);
        if (scope.ea()) {
            linked.merge(ea, start, (a, b) -> a.isBefore(b) ? a : b);
        }
    }

    /**
     * By what channel a plan was bought, the cancellations that came by another one (CANCEL_WRONG_CHANNEL), and those that a
     * row told as taken back: rows that keep them say no more by it (B1).
     */
    private record Route(String channel, Home home, List<LocalDate> wrong, Set<Instant> takenBack) {
        void hearTakenBack(Version version) {
            Instant asked = Told.instant(version.cell("cancel_requested_at"));
            Instant changed = Told.instant(version.cell("auto_renew_changed_at"));
            boolean renews = !version.cell("auto_renew").equals("OFF");
            if (asked != null && renews && changed != null && changed.isAfter(asked)) {
                takenBack.add(asked);
            }
        }

        @Nullable Instant accepted(Version version) {
            Instant asked = Told.instant(version.cell("cancel_requested_at"));
            if (asked == null || takenBack.contains(asked)) {
                return null;
            }
            if (!ModelPlan.accepts(channel, home, version.cell("cancel_channel"), ModelFacts.day(asked))) {
                wrong.add(ModelFacts.day(asked));
                return null;
            }
            return asked;
        }
    }

    /** B1: cancel_requested_at, else the switch to OFF, else the first export that shows OFF. */
    private static Cancellations.Saying saying(Version version, @Nullable Instant off, Route route) {
        Instant changed = Told.instant(version.cell("auto_renew_changed_at"));
        Instant cancel = route.accepted(version);
        if (cancel == null && off != null) {
            Instant instant = changed == null ? off : changed;
            if (ModelPlan.onlineLike(route.channel(), route.home(), ModelFacts.day(instant))) {
                cancel = instant;
            }
        }
        return new Cancellations.Saying(version.at(), cancel, off == null ? changed : null);
    }

    /** B5: told, or twelve months; not beyond an agreement that was still running when the plan began. */
    private @Nullable LocalDate contractEnd(
            ModelPlan plan, @Nullable LocalDate told, @Nullable ModelAgreement agreement) {
        if (!plan.sellerLike()) {
            return null;
        }
        LocalDate end = told != null
                ? told
                : plan.start
                        .plusMonths(world.rules.number("seller.default-months", 12))
                        .minusDays(1);
        LocalDate cap =
                agreement == null ? null : Told.date(version(plan, agreement).cell("end_date"));
        return cap != null && !plan.start.isAfter(cap) && cap.isBefore(end) ? cap : end;
    }

    private static Version version(ModelPlan plan, ModelAgreement agreement) {
        return plan.id.equals("EA:" + agreement.id) ? plan.row : agreement.newest();
    }

    /** B9: one plan on the agreement's row, in as many periods as the exports told one after the other. */
    private List<ModelPlan> periods(ModelAgreement agreement) {
        List<Period> periods = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (Version version : agreement.shown()) {
            boolean tier = ModelAgreement.TIERS.contains(version.cell("support_level"));
            if (tier) {
                place(agreement, periods, version);
            }
            if (!periods.isEmpty()) {
                periods.get(periods.size() - 1).hear(version, tier, told);
            }
        }
        List<ModelPlan> plans = new ArrayList<>();
        int first = 0;
        for (Period period : periods) {
            ModelPlan plan = plan(agreement, period);
            plan.first = first;
            LocalDate end = Objects.requireNonNull(plan.contractEnd);
            while (!plan.termStart(first).isAfter(end)) {
                first++;
            }
            plans.add(plan);
        }
        return plans;
    }

    private void place(ModelAgreement agreement, List<Period> periods, Version version) {
        LocalDate start = start(version);
        while (periods.size() > 1 && !start.isAfter(end(agreement, periods.get(periods.size() - 2)))) {
            periods.remove(periods.size() - 1);
        }
        if (periods.isEmpty() || start.isAfter(end(agreement, periods.get(periods.size() - 1)))) {
            periods.add(new Period(version));
        } else {
            periods.get(periods.size() - 1).row = version;
        }
    }

    private static LocalDate start(Version version) {
        return LocalDate.parse(version.cell("support_coverage_start", version.cell("start_date")));
    }

    private LocalDate end(ModelAgreement agreement, Period period) {
        return Objects.requireNonNull(plan(agreement, period).contractEnd);
    }

    private ModelPlan plan(ModelAgreement agreement, Period period) {
        Version row = period.row;
        LocalDate start = start(row);
        String channel = row.cell("relationship").equals("INDIRECT") ? "RESELLER" : "MS_SELLER";
        Home home = new Home(new Scope(true, agreement.id), world.accounts.get(agreement.account()), agreement);
        List<LocalDate> wrong = new ArrayList<>();
        Route route = new Route(channel, home, wrong, Set.of());
        List<Cancellations.Saying> sayings = new ArrayList<>();
        boolean without = false;
        for (Period.Heard heard : period.heard) {
            Instant asked = heard.repeated() ? null : route.accepted(heard.version());
            boolean first = asked != null && (heard.none() == null || asked.isBefore(heard.none()));
            boolean back = without && heard.none() == null;
            sayings.add(new Cancellations.Saying(heard.version().at(), first ? asked : heard.none(), null, back));
            without = heard.none() != null;
        }
        ModelPlan plan = new ModelPlan(
                "EA:" + agreement.id,
                home,
                new Terms(row.cell("support_level"), channel, row, start, ModelFacts.midnight(start), sayings));
        plan.ownRow = true;
        plan.seen = period.opened;
        plan.wrongChannel.addAll(wrong);
        plan.contractEnd = contractEnd(plan, Told.date(row.cell("support_coverage_end")), agreement);
        return plan;
    }

    /** A coverage period in the making: the row it goes by, and what was said while it was the last one. */
    private static final class Period {
        private Version row;
        private final Instant opened;
        private final List<Heard> heard = new ArrayList<>();
        private final Set<String> own = new HashSet<>();
        private @Nullable Instant none;

        /** {@code none}: since when the level is back to NONE or OTHER (H2). */
        private record Heard(
                Version version, boolean repeated, @Nullable Instant none) {}

        private Period(Version row) {
            this.row = row;
            this.opened = row.at();
        }

        private void hear(Version version, boolean tier, Set<String> told) {
            none = tier ? null : none == null ? version.at() : none;
            String asked = version.cell("cancel_requested_at");
            boolean repeated = told.contains(asked) && !own.contains(asked);
            if (!asked.isEmpty() && told.add(asked)) {
                own.add(asked);
            }
            // A row without a level has no plan of which it could say that it is no longer cancelled.
            Heard before = heard.isEmpty() ? null : heard.get(heard.size() - 1);
            boolean silent = none != null && asked.isEmpty() && before != null && asks(before);
            heard.add(
                    silent ? new Heard(before.version(), before.repeated(), none) : new Heard(version, repeated, none));
        }

        private static boolean asks(Heard heard) {
            return !heard.version().cell("cancel_requested_at").isEmpty();
        }
    }
}
