package io.coverbook.secondmodel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Support plans as rows: bought, cancelled, bought again, upgraded, downgraded, doubled. */
final class RandomPlans {

    private final Dice dice;
    private final List<Story> stories;
    private int count;

    RandomPlans(Dice dice, List<Story> stories) {
        this.dice = dice;
        this.stories = stories;
    }

    /** Some plans for one account or agreement, each bought at a moment that may matter to the one before it. */
    void buy(String account, String agreement) {
        int plans = 1 + (dice.one(2) ? 1 + dice.below(2) : 0);
        Instant at = dice.at(start());
        for (int i = 0; i < plans; i++) {
            at = plan(account, agreement, at);
        }
    }

    private LocalDate start() {
        LocalDate from = dice.firstDay().minusDays(dice.one(4) ? 300 : 120);
        return dice.edge(from.plusDays(dice.below((int) (dice.lastDay().toEpochDay() - from.toEpochDay()) + 10)));
    }

    /** Returns a moment at which the next plan might be bought. */
    private Instant plan(String account, String agreement, Instant bought) {
        LocalDate day = ModelFacts.day(bought);
        int first = dice.one(4) ? dice.told(day) : Math.max(0, dice.told(day) - 1);
        while (!dice.may(Feature.DISPUTED) && first > 0 && day.plusDays(10).isBefore(dice.day(first))) {
            first--;
        }
        Story plan = new Story(FactKind.SUBSCRIPTIONS, "P" + stories.size() + "-" + account, first);
        stories.add(plan);
        boolean ea = !agreement.isEmpty();
        String channel = ea
                ? dice.of(
                        "MS_SELLER",
                        "RESELLER",
                        "PARTNER",
                        "MS_REPRESENTATIVE",
                        dice.one(4) ? "AZURE_PORTAL" : "PARTNER")
                : dice.of(
                        "AZURE_PORTAL",
                        "AZURE_PORTAL",
                        "AZURE_WEBSITE",
                        "MCA",
                        dice.of("MS_REPRESENTATIVE", "PARTNER"));
        plan.then(
                first,
                "billing_account_id",
                account,
                "product_category",
                "AZURE_SUPPORT",
                "plan_tier",
                tier(),
                "channel",
                channel,
                "purchased_at",
                written(bought),
                "linked_ea_id",
                agreement);
        LocalDate start = day;
        if (dice.one(6)) {
            start = day.plusDays(dice.below(25));
            plan.then(first, "coverage_start", start.toString());
        }
        extras(plan, start);
        Instant cancelled =
                dice.one(2) ? cancel(plan, bought, ea || dice.one(3)) : dice.at(start.plusDays(dice.below(70)));
        fate(plan);
        return switch (dice.below(5)) {
            case 0 -> cancelled;
            case 1 -> cancelled.plusSeconds(300);
            case 2 -> cancelled.minusSeconds(300);
            default -> dice.at(ModelFacts.day(cancelled).plusDays(dice.below(35)));
        };
    }

    private String tier() {
        return dice.of(
                "DEVELOPER",
                "STANDARD",
                "STANDARD",
                "STANDARD",
                "PROFESSIONAL_DIRECT",
                dice.one(5) ? "UNIFIED" : "PROFESSIONAL_DIRECT");
    }

    private String written(Instant at) {
        return dice.one(5)
                ? OffsetDateTime.ofInstant(at, ZoneOffset.ofHours(-7)).toString()
                : at.toString();
    }

    private void extras(Story plan, LocalDate start) {
        if (dice.one(4)) {
            plan.then(
                    plan.first,
                    "contract_end",
                    start.plusMonths(1 + dice.below(8))
                            .minusDays(dice.one(3) ? 5 : 1)
                            .toString());
        }
        if (dice.one(8)) {
            plan.then(plan.first, "promo_price", dice.of("0.00", "8.85", "50.00"));
            if (dice.one(2)) {
                plan.then(
                        plan.first,
                        "promo_until",
                        start.plusDays(dice.below(120)).toString());
            }
        }
        if (dice.one(20)) {
            plan.then(plan.first, "billing_frequency", "P1Y");
            if (dice.one(2)) {
                plan.then(dice.anyExport(), "billing_frequency", "P1M");
            }
        }
        if (dice.one(15)) {
            plan.then(dice.anyExport(), "plan_tier", tier());
        }
    }

    private Instant cancel(Story plan, Instant bought, boolean otherChannel) {
        LocalDate day = dice.one(6)
                ? ModelFacts.day(bought)
                : dice.edge(ModelFacts.day(bought).plusDays(1 + dice.below(100)));
        Instant at = dice.at(day);
        at = at.isBefore(bought) ? bought.plusSeconds(600) : at;
        int told = Math.max(plan.first, dice.told(ModelFacts.day(at)));
        int kind = dice.below(4);
        switch (kind) {
            case 0 -> plan.then(told, "auto_renew", "OFF");
            case 1 -> plan.then(told, "auto_renew", "OFF", "auto_renew_changed_at", at.toString());
            case 2 -> plan.then(told, "auto_renew", "OFF", "cancel_requested_at", at.toString());
            default -> plan.then(told, "cancel_requested_at", at.toString());
        }
        if (otherChannel || dice.one(6)) {
            plan.then(
                    told,
                    "cancel_channel",
                    dice.of("AZURE_PORTAL", "SUPPORT_REQUEST", "MS_REPRESENTATIVE", "PARTNER", ""));
        }
        if (kind > 0 && dice.one(3)) {
            Instant earlier = dice.at(day.minusDays(1 + dice.below(45)));
            plan.then(
                    told + 1,
                    kind == 1 ? "auto_renew_changed_at" : "cancel_requested_at",
                    (earlier.isBefore(bought) ? bought.plusSeconds(300) : earlier).toString());
        }
        if (dice.one(4)) {
            goOn(plan, at, told);
        }
        return at;
    }

    /** The cancellation is taken back: switched on again, or simply no longer told. */
    private void goOn(Story plan, Instant cancelled, int told) {
        LocalDate day = ModelFacts.day(cancelled).plusDays(dice.below(40));
        int export = Math.max(told + 1, dice.told(day));
        if (dice.one(3)) {
            keep(plan, cancelled, export);
            return;
        }
        plan.then(export, "auto_renew", "ON", "cancel_requested_at", "", "cancel_channel", "");
        plan.then(
                export,
                "auto_renew_changed_at",
                dice.one(2)
                        ? ""
                        : cancelled.plusSeconds(86_400L * (1 + dice.below(30))).toString());
    }

    /** Switched on again, while the row keeps the request; and sometimes off once more. */
    private void keep(Story plan, Instant cancelled, int export) {
        Instant on = cancelled.plusSeconds(86_400L * dice.below(30));
        plan.then(export, "auto_renew", "ON", "auto_renew_changed_at", on.toString());
        if (dice.one(3)) {
            Instant off = on.plusSeconds(86_400L * dice.below(60));
            plan.then(
                    export + 1 + dice.below(2),
                    "auto_renew",
                    "OFF",
                    "auto_renew_changed_at",
                    dice.one(3) ? "" : off.toString());
        }
    }

    private void fate(Story plan) {
        if (dice.one(10)) {
            int gone = dice.anyExport();
            for (int i = gone; i < dice.exports.size() && i > plan.first; i++) {
                plan.missing(i);
                if (dice.one(4)) {
                    break;
                }
            }
        }
        count++;
    }

    int count() {
        return count;
    }
}
