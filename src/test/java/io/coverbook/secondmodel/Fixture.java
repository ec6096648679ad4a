package io.coverbook.secondmodel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The common fixture of the worked examples: accounts, their rows as they stand, and what was run. */
final class Fixture {

    private final Map<String, String> policies = new TreeMap<>(Map.of("billing.first-month", "1970-01"));
    private final Map<String, String> reference = new TreeMap<>();
    private final Map<FactKind, Map<String, Map<String, String>>> rows = new LinkedHashMap<>();
    private final List<Step> steps = new ArrayList<>();

    /** BA-A under a customer agreement with a card that lasts, S1 and S2 in it. */
    static Fixture common() {
        return new Fixture()
                .row(FactKind.ACCOUNTS, "BA-A", "agreement_type=MCA country=US currency=USD")
                .row(FactKind.ACCOUNTS, "BA-A", "payment_method_expiry=2030-12")
                .row(FactKind.SUBSCRIPTIONS, "S1", "billing_account_id=BA-A created_on=2025-01-01")
                .row(FactKind.SUBSCRIPTIONS, "S2", "billing_account_id=BA-A created_on=2025-01-01");
    }

    /** EA-1 of an enterprise account that pays by wire, S1 in it; nothing bought. */
    static Fixture enterprise() {
        return new Fixture()
                .row(FactKind.ACCOUNTS, "BA-E", "agreement_type=EA country=US currency=USD payment_method=WIRE")
                .row(FactKind.AGREEMENTS, "EA-1", "billing_account_id=BA-E status=ACTIVE")
                .row(FactKind.AGREEMENTS, "EA-1", "start_date=2025-07-01 end_date=2028-06-30")
                .row(FactKind.SUBSCRIPTIONS, "S1", "billing_account_id=BA-E ea_id=EA-1 created_on=2025-07-01");
    }

    /** From now on the row also says this: {@code column=value}, an empty value takes it back. */
    Fixture row(FactKind kind, String id, String cells) {
        Map<String, String> row = rows.computeIfAbsent(kind, k -> new LinkedHashMap<>())
                .computeIfAbsent(id, i -> new TreeMap<>(Map.of(kind.required.get(0), i)));
        for (String cell : cells.split(" ")) {
            String[] pair = cell.split("=", 2);
            if (pair[1].isEmpty()) {
                row.remove(pair[0]);
            } else {
                row.put(pair[0], pair[1]);
            }
        }
        return this;
    }

    /** A plan in BA-A, bought in the portal unless the cells say otherwise. */
    Fixture plan(String id, String tier, String bought, String cells) {
        row(FactKind.SUBSCRIPTIONS, id, "billing_account_id=BA-A product_category=AZURE_SUPPORT channel=AZURE_PORTAL");
        row(FactKind.SUBSCRIPTIONS, id, "plan_tier=" + tier + " purchased_at=" + bought);
        return cells.isEmpty() ? this : row(FactKind.SUBSCRIPTIONS, id, cells);
    }

    Fixture payment(String plan, String at) {
        return row(FactKind.PAYMENTS, plan, "at=" + at + " result=SUCCESS");
    }

    Fixture reference(String name, String text) {
        reference.put(name, text);
        return this;
    }

    Fixture gone(FactKind kind, String id) {
        rows.get(kind).remove(id);
        return this;
    }

    /** All rows as they stand, exported at the first instant of the day. */
    Fixture export(String day) {
        Instant at = ModelFacts.midnight(LocalDate.parse(day));
        List<Export> files = new ArrayList<>();
        rows.forEach((kind, byId) -> files.add(new Export(
                kind,
                at,
                false,
                byId.values().stream()
                        .map(TreeMap::new)
                        .map(row -> (Map<String, String>) row)
                        .toList())));
        steps.add(new Step.Import(files));
        return this;
    }

    Fixture reconcile(String day) {
        steps.add(new Step.Reconcile(LocalDate.parse(day)));
        return this;
    }

    Fixture monthEnd(String month) {
        steps.add(new Step.MonthEnd(YearMonth.parse(month)));
        return this;
    }

    /** The lines of a table without its header. */
    List<String> rows(Table table) {
        return SecondModel.tables(new Script(policies, reference, steps))
                .get(table)
                .lines()
                .skip(1)
                .toList();
    }

    /** Some columns of every row, joined by blanks. */
    List<String> columns(Table table, String... columns) {
        return rows(table).stream()
                .map(line -> {
                    List<String> cells = List.of(line.split(",", -1));
                    List<String> picked = new ArrayList<>();
                    for (String column : columns) {
                        picked.add(cells.get(table.columns.indexOf(column)));
                    }
                    return String.join(" ", picked).strip();
                })
                .toList();
    }

    List<String> charges() {
        return columns(Table.CHARGES, "plan_id", "charge_date", "service_through", "amount", "state");
    }

    List<String> cover(String subscription) {
        return columns(Table.ENTITLEMENTS, "subscription_id", "valid_from", "valid_through", "tier", "reason").stream()
                .filter(row -> row.startsWith(subscription + " "))
                .map(row -> row.substring(subscription.length() + 1))
                .toList();
    }

    List<String> flags() {
        return columns(Table.FLAGS, "code", "object_id", "severity", "first_seen", "resolved_on");
    }

    List<String> endings() {
        return columns(Table.ENDINGS, "plan_id", "on", "outcome");
    }

    List<String> notices() {
        return columns(Table.NOTICES, "kind", "object_id", "due_date");
    }
}
