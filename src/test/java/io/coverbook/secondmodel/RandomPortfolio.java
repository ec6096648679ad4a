package io.coverbook.secondmodel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A few customers and what happens to them: accounts, subscriptions, and whatever plans and agreements they have. */
final class RandomPortfolio {

    private final Dice dice;
    private final String prefix;
    private final List<Story> stories = new ArrayList<>();
    private final RandomPlans plans;
    private final RandomAgreements agreements;
    private final List<String> accounts = new ArrayList<>();
    private final List<String> signed = new ArrayList<>();

    RandomPortfolio(Dice dice, String prefix) {
        this.dice = dice;
        this.prefix = prefix;
        this.plans = new RandomPlans(dice, stories);
        this.agreements = new RandomAgreements(dice, stories);
        int count = 2 + dice.below(7);
        int enterprises = 1 + dice.below(Math.min(3, count));
        for (int i = 0; i < count; i++) {
            accounts.add("BA-" + prefix + i);
        }
        for (int i = 0; i < count; i++) {
            account(accounts.get(i), i < enterprises);
        }
    }

    List<Story> stories() {
        return stories;
    }

    List<String> accounts() {
        return accounts;
    }

    private void account(String id, boolean enterprise) {
        Story account = new Story(FactKind.ACCOUNTS, id, dice.one(10) ? dice.anyExport() : 0);
        stories.add(account);
        String type = enterprise
                ? dice.of("EA", "EA", "EA", "MCA")
                : dice.of("MCA", "MCA", "MOSP", dice.one(6) ? "MPA" : "MCA");
        String country = dice.of("US", "US", "SE", "DE", "JP", "KR", "BR");
        account.then(0, "agreement_type", type, "country", country, "currency", currency(country));
        if (type.equals("MOSP") && dice.one(4)) {
            account.then(dice.anyExport(), "agreement_type", "MCA");
        }
        payment(account);
        if (dice.one(4)) {
            account.then(0, "e_mail", "finance@" + id + ".example", "billing_profile_id", "BP-" + id);
        }
        if (dice.one(3)) {
            account.then(0, "customer_id", "C-" + prefix);
        }
        standing(account);
        if (dice.one(10)) {
            LocalDate day = dice.day();
            account.then(
                    Math.max(1, dice.told(day)),
                    "currency",
                    dice.of("USD", "EUR"),
                    "currency_since",
                    dice.one(2) ? "" : day.toString());
        }
        subscriptions(id, "");
        if (enterprise) {
            int count = 1 + dice.below(3);
            for (int i = 0; i < count; i++) {
                String ea = "EA-" + id + i;
                signed.add(ea);
                agreements.sign(ea, dice.one(15) ? "BA-" + prefix + "-unknown" : id, accounts.get(accounts.size() - 1));
                subscriptions(id, ea);
                if (dice.one(3)) {
                    plans.buy(id, dice.one(12) ? ea + "-unknown" : ea);
                }
            }
        }
        if (!enterprise && !dice.one(5) || dice.one(8)) {
            plans.buy(dice.one(25) ? id + "-unknown" : id, "");
        }
    }

    private String currency(String country) {
        return switch (country) {
            case "DE", "SE" -> "EUR";
            case "JP" -> "JPY";
            case "KR" -> "KRW";
            case "BR" -> dice.of("USD", "KWD");
            default -> "USD";
        };
    }

    private void payment(Story account) {
        if (dice.one(3)) {
            account.then(0, "payment_method", dice.of("WIRE", "WIRE", dice.may(Feature.PAYMENT) ? "NONE" : "CARD"));
        }
        if (dice.may(Feature.PAYMENT) && dice.one(3)) {
            account.then(0, "payment_method_expiry", month(dice.day()));
            if (dice.one(2)) {
                account.then(
                        dice.anyExport(),
                        "payment_method_expiry",
                        month(dice.lastDay().plusYears(1)));
            }
        } else {
            account.then(0, "payment_method_expiry", "2040-12");
        }
        if (dice.may(Feature.PAYMENT) && dice.one(10)) {
            account.then(dice.anyExport(), "payment_method_status", "INACTIVE");
            account.then(dice.anyExport(), "payment_method_status", "ACTIVE");
        }
        if (dice.may(Feature.PROGRAMMES) && dice.one(5)) {
            account.then(0, "program", dice.of("MPN", "MSDN", "STARTUPS"));
            account.then(
                    dice.anyExport(),
                    "benefit_valid_to",
                    dice.one(4) ? "" : dice.day().plusDays(30).toString());
            account.then(dice.anyExport(), "incidents_remaining", dice.of("", "0", "2", "5"));
        }
    }

    private static String month(LocalDate day) {
        return day.toString().substring(0, 7);
    }

    private void standing(Story account) {
        if (dice.one(4)) {
            LocalDate day = dice.day();
            account.then(
                    dice.told(day),
                    "status",
                    dice.of("DISABLED", "DISABLED", "CLOSED"),
                    "status_since",
                    dice.one(3) ? "" : day.toString());
            if (dice.one(2)) {
                LocalDate back = day.plusDays(dice.below(45));
                account.then(
                        Math.max(dice.told(day) + 1, dice.told(back)),
                        "status",
                        dice.of("ACTIVE", "ACTIVE", "CLOSED"),
                        "status_since",
                        dice.one(3) ? "" : back.toString());
            }
        }
        if (dice.one(20)) {
            for (int i = Math.max(account.first + 1, dice.anyExport()); i < dice.exports.size(); i++) {
                account.missing(i);
            }
        }
    }

    private void subscriptions(String account, String agreement) {
        int count = dice.below(3);
        for (int i = 0; i < count; i++) {
            Story subscription = new Story(
                    FactKind.SUBSCRIPTIONS, "S" + stories.size() + "-" + account, dice.one(8) ? dice.anyExport() : 0);
            stories.add(subscription);
            subscription.then(
                    0,
                    "billing_account_id",
                    account,
                    "ea_id",
                    agreement,
                    "state",
                    dice.of("ACTIVE", "ACTIVE", "ACTIVE", "WARNED", "PAST_DUE"));
            if (!dice.one(10)) {
                subscription.then(
                        0,
                        "created_on",
                        dice.firstDay().minusDays(dice.below(300)).toString());
            }
            fate(subscription);
        }
    }

    private void fate(Story subscription) {
        LocalDate day = dice.day();
        int told = dice.told(day);
        switch (dice.below(9)) {
            case 0 ->
                subscription.then(
                        told,
                        "state",
                        dice.of("DISABLED", "EXPIRED"),
                        "state_since",
                        dice.one(2) ? "" : day.toString());
            case 1 -> {
                subscription.then(told, "state", "DISABLED", "state_since", day.toString());
                subscription.then(
                        told + 1,
                        "state",
                        "ACTIVE",
                        "state_since",
                        dice.one(2) ? "" : day.plusDays(dice.below(30)).toString());
            }
            case 2 -> subscription.then(told, "state", "DELETED", "state_since", dice.one(2) ? "" : day.toString());
            case 3 -> subscription.then(told, "ended_on", day.toString());
            case 4 -> move(subscription, day, told);
            case 5 -> {
                move(subscription, day, told);
                move(subscription, day.plusDays(dice.below(20)), told + 1);
            }
            case 6 -> {
                for (int i = Math.max(subscription.first + 1, told); i < dice.exports.size(); i++) {
                    subscription.missing(i);
                    if (dice.one(3)) {
                        break;
                    }
                }
            }
            default -> {}
        }
    }

    private void move(Story subscription, LocalDate day, int told) {
        String since = dice.one(3) ? "" : day.toString();
        if (dice.one(2) && !signed.isEmpty()) {
            subscription.then(
                    told,
                    "ea_id",
                    dice.one(10) ? "EA-" + prefix + "-unknown" : signed.get(dice.below(signed.size())),
                    "scope_since",
                    since);
        } else {
            String account = dice.one(12) ? "BA-" + prefix + "-unknown" : accounts.get(dice.below(accounts.size()));
            subscription.then(told, "billing_account_id", account, "ea_id", "", "scope_since", since);
        }
    }
}
