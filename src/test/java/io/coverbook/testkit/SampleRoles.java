package io.coverbook.testkit;

import io.coverbook.testkit.SampleWorld.Kind;
import io.coverbook.testkit.SampleWorld.Row;
import java.util.List;
import java.util.stream.Collectors;

/** Every account has an administrator who owns its subscriptions through a management group. */
final class SampleRoles {

    private static final String SINCE = "2026-01-02T09:00:00Z";

    private SampleRoles() {}

    static void tell(SampleWorld world) {
        List<Row> subscriptions = world.rows(Kind.SUBSCRIPTIONS).stream()
                .filter(row -> row.value("product_category").equals("USAGE_BASED"))
                .toList();
        for (Row account : world.rows(Kind.ACCOUNTS)) {
            String own = subscriptions.stream()
                    .filter(row -> row.firstValue("billing_account_id").equals(account.id()))
                    .map(Row::id)
                    .collect(Collectors.joining(";"));
            if (!own.isEmpty() && !account.id().equals(SampleSituations.ASKS)) {
                world.add(
                        Kind.ROLES,
                        "owner of " + account.id(),
                        SINCE,
                        "user",
                        account.value("e_mail").replaceFirst("^[^@]+", "cloud.admin"),
                        "role",
                        "OWNER",
                        "scope",
                        "/providers/Microsoft.Management/managementGroups/" + account.id(),
                        "subscription_ids",
                        own);
            }
        }
    }
}
