package io.coverbook.secondmodel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Some portfolios side by side, with their policies, prices, exports and the runs in between: the same for a seed. */
final class RandomScript {

    private final Dice dice;
    private final List<Story> stories = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    private RandomScript(long seed, int portfolios, Set<Feature> features) {
        Random random = new Random(seed);
        random.nextInt();
        dice = new Dice(random, Dice.times(random), features);
        anchors();
        for (int i = 0; i < portfolios; i++) {
            List<Story> own = new RandomPortfolio(dice, (char) ('a' + i / 10) + "" + i % 10 + "-").stories();
            new RandomPeople(dice, own).live();
            stories.addAll(own);
        }
    }

    static Script of(long seed, int portfolios, Set<Feature> features) {
        RandomScript script = new RandomScript(seed, portfolios, features);
        script.tell();
        return new Script(script.policies(), script.reference(), script.steps);
    }

    /** Whether the row is one of those that are always there. */
    static boolean anchor(String key) {
        return key.endsWith(" BA-0") || key.endsWith(" S-0") || key.endsWith(" EA-0");
    }

    /** Rows that are always there: no snapshot is empty. */
    private void anchors() {
        stories.add(new Story(FactKind.ACCOUNTS, "BA-0", 0)
                .then(
                        0,
                        "agreement_type",
                        "MCA",
                        "country",
                        "US",
                        "currency",
                        "USD",
                        "payment_method_expiry",
                        "2040-12"));
        stories.add(new Story(FactKind.SUBSCRIPTIONS, "S-0", 0)
                .then(
                        0,
                        "billing_account_id",
                        "BA-0",
                        "created_on",
                        dice.firstDay().toString()));
        stories.add(new Story(FactKind.AGREEMENTS, "EA-0", 0)
                .then(
                        0,
                        "billing_account_id",
                        "BA-0",
                        "status",
                        "PENDING",
                        "start_date",
                        dice.firstDay().toString())
                .then(0, "end_date", dice.firstDay().plusYears(1).toString()));
    }

    private Map<String, String> policies() {
        Map<String, String> policies = new TreeMap<>();
        policies.put("import.max-shrink", "1");
        int kind = dice.below(4);
        if (kind < 2) {
            policies.put("billing.first-month", "1970-01");
        } else if (kind == 2) {
            policies.put("billing.first-month", YearMonth.from(dice.firstDay()).toString());
        }
        if (dice.one(4)) {
            policies.put("cancellation.backdating-days", dice.of("10", "60"));
            policies.put("invoice.wire-terms-days", "14");
            policies.put("pending-order.days", "10");
            policies.put("temporary-support.days", "15");
        }
        if (dice.one(5)) {
            policies.put("seller.default-months", "6");
            policies.put("run.max-terms-per-plan", "5");
            policies.put("notice.lead-days", "45,10");
        }
        return policies;
    }

    private Map<String, String> reference() {
        LocalDate change = dice.day();
        StringBuilder prices = new StringBuilder("tier,currency,valid_from,amount\n");
        for (String tier : List.of("DEVELOPER,29,27", "STANDARD,100,92", "PROFESSIONAL_DIRECT,1000,920")) {
            String[] cell = tier.split(",");
            prices.append("%s,USD,2020-01-01,%s.00%n".formatted(cell[0], cell[1]));
            prices.append("%s,EUR,2020-01-01,%s.00%n".formatted(cell[0], cell[2]));
            if (dice.one(2)) {
                prices.append("%s,USD,%s,%s.55%n".formatted(cell[0], change, cell[1]));
            }
        }
        StringBuilder rates = new StringBuilder("month,currency,rate\n");
        YearMonth first = YearMonth.from(dice.firstDay()).minusMonths(14);
        for (int i = 0; i < 36; i++) {
            if (!dice.one(20)) {
                rates.append("%s,JPY,%d.237%n".formatted(first.plusMonths(i), 140 + dice.below(20)));
            }
            rates.append("%s,KWD,0.30%d%n".formatted(first.plusMonths(i), 1 + dice.below(9)));
        }
        return Map.of(
                "prices.csv",
                prices.toString(),
                "fx-rates.csv",
                rates.toString(),
                "tax-rates.csv",
                "country,valid_from,rate\nSE,2020-01-01,0.25\nDE,2020-01-01,0.16\nDE," + change
                        + ",0.19\nJP,2020-01-01,0.10\n",
                "ea-upgrade-regions.csv",
                "country,available\nBR,false\nUS,true\n",
                "markets.csv",
                "country,offered\nKR,false\nUS,true\n");
    }

    private void tell() {
        for (int i = 0; i < dice.exports.size(); i++) {
            snapshot(i);
            runs(i);
            if (dice.one(3)) {
                partial(i);
            }
        }
        LocalDate end = dice.lastDay().plusDays(dice.below(50));
        if (dice.one(2)) {
            steps.add(new Step.MonthEnd(YearMonth.from(end).minusMonths(1)));
        }
        steps.add(new Step.Reconcile(end));
    }

    /** Payments that came since the last export, and who has which role. */
    private void extras(int i, List<Export> files) {
        if (dice.may(Feature.PAYMENT)) {
            List<Map<String, String>> rows = Story.rows(stories, FactKind.PAYMENTS, i);
            rows.removeIf(row -> dice.one(3));
            if (!rows.isEmpty()) {
                files.add(new Export(FactKind.PAYMENTS, dice.exports.get(i), false, rows));
            }
        }
        List<Map<String, String>> roles = Story.rows(stories, FactKind.ROLES, i);
        if (!roles.isEmpty() && dice.one(2)) {
            files.add(new Export(FactKind.ROLES, dice.exports.get(i), false, roles));
        }
    }

    private void snapshot(int i) {
        List<Export> files = new ArrayList<>();
        for (FactKind kind : List.of(FactKind.ACCOUNTS, FactKind.SUBSCRIPTIONS, FactKind.AGREEMENTS)) {
            if (i == 0 || !dice.one(8)) {
                List<Map<String, String>> rows = Story.rows(stories, kind, i);
                doubles(rows);
                files.add(new Export(kind, dice.exports.get(i), false, rows));
            }
        }
        extras(i, files);
        if (!files.isEmpty()) {
            steps.add(new Step.Import(files));
        }
        if (i > 0 && dice.one(10) && !files.isEmpty()) {
            Export stale = files.stream()
                    .filter(file -> file.kind() != FactKind.PAYMENTS)
                    .findFirst()
                    .orElse(files.get(0));
            Instant before = dice.exports.get(i - 1).minusSeconds(3600);
            steps.add(new Step.Import(List.of(new Export(stale.kind(), before, false, stale.rows()))));
        }
        if (dice.one(10) && !files.isEmpty()) {
            steps.add(new Step.Import(files));
        }
    }

    /** Rows that are there twice, some of them differently (X21). */
    private void doubles(List<Map<String, String>> rows) {
        if (!dice.one(4)) {
            return;
        }
        Map<String, String> row = rows.get(dice.below(rows.size()));
        rows.add(dice.below(rows.size()), row);
        int at = dice.below(rows.size());
        Map<String, String> other = new TreeMap<>(rows.get(at));
        if (dice.one(3)) {
            rows.set(at, new TreeMap<>(other));
            rows.get(at).put("updated_at", dice.at(dice.day()).toString());
            other.put("updated_at", dice.at(dice.day()).toString());
        }
        other.put(other.containsKey("ea_id") && other.containsKey("status") ? "customer_id" : "display_name", "else");

        rows.add(dice.below(rows.size()), other);
    }

    private void partial(int i) {
        if (i + 1 == dice.exports.size()) {
            return;
        }
        Instant at = dice.exports.get(i).plusSeconds(3600L * (1 + dice.below(40)));
        if (!at.isBefore(dice.exports.get(i + 1))) {
            return;
        }
        FactKind kind = dice.of(FactKind.ACCOUNTS, FactKind.SUBSCRIPTIONS, FactKind.AGREEMENTS);
        List<Map<String, String>> rows = Story.rows(stories, kind, i + 1);
        rows.removeIf(row -> dice.one(2));
        if (!rows.isEmpty()) {
            steps.add(new Step.Import(List.of(new Export(kind, at, true, rows))));
            runs(i);
        }
    }

    private void runs(int i) {
        LocalDate day = dice.day(i);
        switch (dice.below(5)) {
            case 0 -> steps.add(new Step.Reconcile(day));
            case 1 -> steps.add(new Step.Reconcile(day.plusDays(dice.below(20) - 5)));
            case 2, 3 -> {
                if (i > 0) {
                    steps.add(new Step.MonthEnd(YearMonth.from(day).minusMonths(1)));
                }
            }
            default -> {}
        }
    }
}
