package io.coverbook.secondmodel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Payments that succeed or fail, and users with their roles. */
final class RandomPeople {

    private final Dice dice;
    private final List<Story> stories;

    RandomPeople(Dice dice, List<Story> stories) {
        this.dice = dice;
        this.stories = stories;
    }

    void live() {
        if (dice.may(Feature.PAYMENT)) {
            payments();
        }
        if (dice.may(Feature.ROLES)) {
            roles();
        }
    }

    /** Half of them on days on which a term may begin, or just after. */
    private void payments() {
        for (Story plan : new ArrayList<>(stories)) {
            String bought = plan.row(dice.exports.size()).getOrDefault("purchased_at", "");
            int count = bought.isEmpty() ? 0 : dice.below(4);
            for (int i = 0; i < count; i++) {
                LocalDate start = LocalDate.parse(bought.substring(0, 10));
                LocalDate day = start.plusMonths(1 + dice.below(6)).plusDays(dice.of(0, 0, 3, 5, 14, 15, 20, 40));
                Instant at = dice.at(day);
                Story payment = new Story(FactKind.PAYMENTS, plan.id, dice.told(day));
                payment.then(0, "at", at.toString(), "result", dice.of("SUCCESS", "SUCCESS", "DECLINED"));
                stories.add(payment);
            }
        }
    }

    private void roles() {
        for (Story subscription : new ArrayList<>(stories)) {
            boolean plan = subscription.row(dice.exports.size()).containsKey("plan_tier");
            if (subscription.kind == FactKind.SUBSCRIPTIONS && !(plan && dice.one(2))) {
                int count = dice.below(3);
                for (int i = 0; i < count; i++) {
                    role(subscription.id);
                }
            }
        }
    }

    private void role(String subscription) {
        Story role =
                new Story(FactKind.ROLES, "user" + dice.below(4) + "@x.example", dice.one(3) ? dice.anyExport() : 0);
        String name = dice.of(
                "OWNER",
                "CONTRIBUTOR",
                "READER",
                "SUPPORT_REQUEST_CONTRIBUTOR",
                "ACCOUNT_ADMIN",
                "SERVICE_ADMIN",
                "CO_ADMIN",
                "CUSTOM");
        role.then(0, "role", name);
        switch (dice.below(5)) {
            case 0 ->
                role.then(0, "scope", "/subscriptions/" + subscription + "/resourceGroups/rg", "is_partner", "true");
            case 1 ->
                role.then(
                        0,
                        "scope",
                        "/providers/Microsoft.Management/managementGroups/mg" + stories.size(),
                        "subscription_ids",
                        subscription + ";S-0");
            default ->
                // One way of writing for a subscription: two rows that differ in nothing else would be the same row.
                role.then(0, "scope", (subscription.length() % 2 == 0 ? "" : "/subscriptions/") + subscription);
        }
        if (name.equals("CUSTOM")) {
            role.then(
                    0,
                    "actions",
                    dice.of(
                            "Microsoft.Support/*",
                            "*",
                            "*/read",
                            "Microsoft.Compute/*;microsoft.support/supportTickets/*"));
        }
        if (dice.one(4)) {
            for (int i = role.first + 1 + dice.below(2); i < dice.exports.size(); i++) {
                role.missing(i);
            }
        }
        stories.add(role);
    }
}
