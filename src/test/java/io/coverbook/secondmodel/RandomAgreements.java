package io.coverbook.secondmodel;

import java.time.LocalDate;
import java.util.List;

/** Enterprise Agreements: their own plan, orders, temporary support, and how they end. */
final class RandomAgreements {

    private final Dice dice;
    private final List<Story> stories;

    RandomAgreements(Dice dice, List<Story> stories) {
        this.dice = dice;
        this.stories = stories;
    }

    Story sign(String id, String account, String partner) {
        LocalDate start = dice.firstDay().minusDays(30L + dice.below(400));
        LocalDate end =
                dice.one(3) ? dice.day().plusDays(20) : start.plusYears(3).minusDays(1);
        Story agreement = new Story(FactKind.AGREEMENTS, id, dice.one(8) ? dice.anyExport() : 0);
        stories.add(agreement);
        agreement.then(
                0,
                "billing_account_id",
                account,
                "status",
                dice.one(10) ? "PENDING" : "ACTIVE",
                "start_date",
                (start.isAfter(end) ? end : start).toString(),
                "end_date",
                end.toString());
        if (dice.one(4)) {
            agreement.then(0, "relationship", "INDIRECT", "partner_account_id", dice.one(5) ? "" : partner);
            if (dice.one(3)) {
                agreement.then(dice.anyExport(), "partner_account_id", partner);
            }
        }
        if (dice.one(5)) {
            agreement.then(
                    0,
                    "currency",
                    dice.of("USD", "EUR"),
                    "notification_contacts",
                    "ops@" + id + ".example;cfo@x.example");
        }
        plan(agreement, start);
        ending(agreement, end);
        if (dice.one(12)) {
            for (int i = Math.max(1, dice.anyExport()); i < dice.exports.size(); i++) {
                agreement.missing(i);
            }
        }
        return agreement;
    }

    private void plan(Story agreement, LocalDate start) {
        switch (dice.below(4)) {
            case 0 ->
                level(
                        agreement,
                        0,
                        dice.one(2) ? start : dice.edge(dice.firstDay().minusDays(dice.below(150))));
            case 1 -> order(agreement);
            case 2 -> agreement.then(0, "support_level", dice.of("NONE", "OTHER"));
            default -> {
                level(agreement, 0, dice.edge(dice.firstDay().minusDays(dice.below(100))));
                if (dice.one(2)) {
                    agreement.then(1 + dice.anyExport(), "support_level", tier());
                }
            }
        }
        if (dice.one(10)) {
            agreement.then(0, "promo_price", "8.85");
        }
    }

    private String tier() {
        return dice.of("STANDARD", "STANDARD", "PROFESSIONAL_DIRECT", "UNIFIED", "DEVELOPER", "NONE");
    }

    private void level(Story agreement, int export, LocalDate start) {
        agreement.then(
                export,
                "support_level",
                dice.of("STANDARD", "STANDARD", "PROFESSIONAL_DIRECT", "UNIFIED", "DEVELOPER"));
        agreement.then(export, "support_coverage_start", start.toString());
        if (dice.one(2)) {
            LocalDate end = start.plusMonths(2 + dice.below(9)).minusDays(1);
            agreement.then(export, "support_coverage_end", end.toString());
            if (dice.may(Feature.PERIODS) && dice.one(2)) {
                LocalDate next = end.plusDays(1 + (dice.one(2) ? 0 : dice.below(20)));
                agreement.then(
                        dice.told(next),
                        "support_coverage_start",
                        next.toString(),
                        "support_coverage_end",
                        next.plusMonths(6).minusDays(1).toString());
            }
        }
        if (dice.one(5)) {
            LocalDate day = start.plusDays(dice.below(120));
            int told = dice.told(day);
            if (dice.one(2)) {
                agreement.then(Math.max(1, told), "support_level", "NONE");
                told += 1 + dice.below(2);
            }
            agreement.then(
                    told,
                    "cancel_requested_at",
                    dice.at(day).toString(),
                    "cancel_channel",
                    dice.of("PARTNER", "MS_REPRESENTATIVE", "AZURE_PORTAL", ""));
            if (dice.one(4)) {
                agreement.then(told + 1, "cancel_requested_at", "");
            }
        }
    }

    private void order(Story agreement) {
        LocalDate day = dice.day();
        int told = Math.max(agreement.first, dice.told(day));
        String level = dice.of("STANDARD", "PROFESSIONAL_DIRECT");
        agreement.then(told, "order_status", "PENDING", "ordered_level", level, "order_date", day.toString());
        if (dice.one(2)) {
            request(agreement, day.plusDays(dice.below(20) - 2), level);
            if (dice.one(3)) {
                request(agreement, day.plusDays(20 + dice.below(25)), level);
            }
        }
        LocalDate changed = day.plusDays(1 + dice.below(50));
        int then = Math.max(told + 1, dice.told(changed));
        String on = dice.one(4) ? "" : changed.toString();
        switch (dice.below(4)) {
            case 0 -> {
                agreement.then(then, "order_status", "FULFILLED", "order_changed_on", on);
                agreement.then(
                        then,
                        "support_level",
                        level,
                        "support_coverage_start",
                        changed.plusDays(dice.below(20)).toString());
            }
            case 1 -> agreement.then(then, "order_status", "CANCELLED", "order_changed_on", on);
            case 2 -> agreement.then(then, "order_status", dice.one(3) ? "NONE" : "PENDING");
            default -> {}
        }
    }

    private void request(Story agreement, LocalDate day, String level) {
        agreement.then(
                dice.told(day),
                "temp_request_at",
                dice.at(day).toString(),
                "temp_level",
                dice.one(5) ? dice.of("DEVELOPER", "PROFESSIONAL_DIRECT", "STANDARD") : level,
                "temp_description",
                dice.one(6) ? "" : "cannot wait");
    }

    private void ending(Story agreement, LocalDate end) {
        if (dice.one(3)) {
            String status = dice.of("EXTENDED", "EXPIRED", "TERMINATED", "TRANSFERRED", "ACTIVE");
            LocalDate day =
                    List.of("EXTENDED", "EXPIRED").contains(status) ? end.plusDays(1) : dice.one(2) ? end : dice.day();
            agreement.then(dice.told(day), "status", status, "status_since", dice.one(3) ? "" : day.toString());
        }
    }
}
