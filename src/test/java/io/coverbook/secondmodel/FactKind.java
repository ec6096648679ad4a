package io.coverbook.secondmodel;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /** Values that a column has when it is empty (contract, section 2): to tell them or not is the same. */
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("payment_method", "CARD"),
            Map.entry("payment_method_status", "ACTIVE"),
            Map.entry("product_category", "USAGE_BASED"),
            Map.entry("auto_renew", "ON"),
            Map.entry("billing_frequency", "P1M"),
            Map.entry("relationship", "DIRECT"),
            Map.entry("support_level", "NONE"),
            Map.entry("order_status", "NONE"));

    /** The cells that tell something. */
    Map<String, String> told(Map<String, String> row) {
        Map<String, String> told = new TreeMap<>(row);
        told.entrySet().removeAll(DEFAULTS.entrySet());
        if (this != AGREEMENTS) {
            told.remove("status", "ACTIVE");
        }
        told.remove("state", "ACTIVE");

        return told;
    }

    String key(Map<String, String> row) {
        return required.subList(0, keys).stream()
                .map(column -> row.getOrDefault(column, ""))
                .collect(Collectors.joining("|"));
    }
}
