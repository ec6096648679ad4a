package io.coverbook.secondmodel;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The five kinds of export, with the columns that every file of the kind has and those that identify a row (X21). */
enum FactKind {
    ACCOUNTS("billing-accounts", List.of("billing_account_id", "agreement_type", "country", "currency"), 1),
    SUBSCRIPTIONS("subscriptions", List.of("subscription_id", "billing_account_id"), 1),
    AGREEMENTS("enterprise-agreements", List.of("ea_id", "billing_account_id", "status", "start_date", "end_date"), 1),
    ROLES("role-assignments", List.of("user", "role", "scope"), 3),
    PAYMENTS("payments", List.of("plan_id", "at", "result"), 3);

    final String label;
    final List<String> required;
    private final int keys;

    FactKind(String label, List<String> required, int keys) {
        this.label = label;
        this.required = required;
        this.keys = keys;
    }

    String key(Map<String, String> row) {
        return required.subList(0, keys).stream()
                .map(column -> row.getOrDefault(column, ""))
                .collect(Collectors.joining("|"));
    }
}
