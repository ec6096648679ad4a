package io.coverbook.testkit;

import io.coverbook.testkit.SampleWorld.Kind;
import io.coverbook.testkit.SampleWorld.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A made-up customer base of any size, the same for the same seed, in which much happens: accounts close and come back,
 * subscriptions move, pause, end and vanish, plans are bought, cancelled and bought twice, cards expire, agreements wait for
 * their plan, users get and lose roles. Told by monthly exports from 31 January 2026 on.
 */
public final class Portfolio {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 31);
    private static final List<String> COUNTRIES = List.of("SE", "US", "DE", "GB", "JP", "FR");
    private static final List<String> ROLES = List.of("OWNER", "READER", "CO_ADMIN", "CONTRIBUTOR", "CUSTOM", "READER");
    private static final List<String> TIERS = List.of("DEVELOPER", "STANDARD", "STANDARD", "PROFESSIONAL_DIRECT");

    private final SampleWorld world = new SampleWorld();
    private final SampleCustomers make = new SampleCustomers(world);
    private final Random random;
    private final List<Row> accounts = new ArrayList<>();
    private final List<Row> agreements = new ArrayList<>();
    private final List<String> payments = new ArrayList<>();
    private final List<String> subscribed = new ArrayList<>();

    private int plans;

    public Portfolio(long seed, int customers) {
        random = new Random(seed);
        // A kind without any row has no file; every portfolio has all three.
        for (int i = 0; i < Math.max(customers, 4); i++) {
            customer(i);
        }
    }

    /** Writes the exports of the first so many months, a folder each. */
    public Path write(Path folder, int months) throws IOException {
        for (int i = 0; i < months; i++) {
            LocalDate day = FIRST.plusDays(1).plusMonths(i).minusDays(1);
            for (Kind kind : Kind.EVERY) {
                Path file = folder.resolve(day + "/" + kind.fileName + "-" + day + ".csv");
                Files.createDirectories(file.getParent());
                Files.writeString(file, world.export(kind, day));
            }
            Files.writeString(folder.resolve(day + "/role-assignments-" + day + ".csv"), roles(i));
            Files.writeString(folder.resolve(day + "/payments-" + day + ".csv"), payments(day));
        }
        return folder;
    }

    /** Every subscription has a user but for some months; one user reads all, one owns what a group holds. */
    private String roles(int month) {
        StringBuilder file = new StringBuilder("user,role,scope,subscription_ids,actions\n");
        for (int i = 0; i < subscribed.size(); i++) {
            if ((i + month) % 7 != 0) {
                String role = ROLES.get((i + month / 2) % ROLES.size());
                file.append("user-%d,%s,%s,,%s\n"
                        .formatted(
                                i % 40, role, subscribed.get(i), role.equals("CUSTOM") ? "Microsoft.Support/*" : ""));
            }
        }
        String group = String.join(";", subscribed.subList(0, Math.min(5 + month, subscribed.size())));
        file.append("auditor,READER,/,,\n");
        file.append("lead,OWNER,/providers/Microsoft.Management/managementGroups/ALL,")
                .append(group)
                .append(",\n");
        return file.toString();
    }

    /** A log only grows: each file tells all attempts so far. */
    private String payments(LocalDate until) {
        StringBuilder file = new StringBuilder("plan_id,at,result\n");
        payments.stream()
                .filter(line -> line.split(",")[1].compareTo(until.toString()) < 0)
                .forEach(line -> file.append(line).append('\n'));
        return file.toString();
    }

    private void customer(int i) {
        boolean enterprise = i % 4 == 3;
        String type = enterprise ? "EA" : random.nextInt(3) == 0 ? "MOSP" : "MCA";
        String country = type.equals("MOSP") ? "US" : COUNTRIES.get(random.nextInt(COUNTRIES.size()));
        Row account = make.account("BA-%06d".formatted(200_000 + i), type, country, "Customer " + i + " Ltd");
        accounts.add(account);
        if (random.nextInt(5) == 0) {
            account.then(seen(-2), "payment_method_expiry", "2026-0" + (1 + random.nextInt(3)));
        }
        if (random.nextInt(6) == 0) {
            account.then(seen(-1), "program", "MSDN", "benefit_valid_to", on(60), "incidents_remaining", "2");
        }
        if (random.nextInt(5) == 0) {
            standing(account);
        }
        if (enterprise) {
            int count = 1 + random.nextInt(3);
            for (int k = 0; k < count; k++) {
                agreement(account, i, k);
            }
            return;
        }
        subscriptions(account, null);
        if (random.nextInt(4) > 0) {
            plan(account);
        }
        if (random.nextInt(6) == 0) {
            plan(account);
        }
    }

    private void standing(Row account) {
        int day = random.nextInt(60);
        String first = random.nextBoolean() ? "DISABLED" : "CLOSED";
        account.then(seen(day), "status", first, "status_since", on(day - random.nextInt(5)));
        if (random.nextBoolean()) {
            account.then(seen(day + 20), "status", "ACTIVE", "status_since", on(day + 15));
        }
    }

    private void agreement(Row account, int i, int k) {
        String from = (2024 + random.nextInt(2)) + "-0" + (1 + random.nextInt(9)) + "-01";
        Row agreement = make.agreement("EA-%06d".formatted(300_000 + i * 10 + k), account, from, "2027-12-31");
        agreements.add(agreement);
        subscriptions(account, agreement);
        int day = random.nextInt(70);
        switch (random.nextInt(6)) {
            case 0 -> agreement.then(seen(1), "support_level", "STANDARD", "support_coverage_start", "2025-11-15");
            case 1 ->
                make.linkedPlan(
                        account, agreement, "STANDARD", "2025-10-2" + k + "T09:00:00Z", "2025-11-01", "2026-10-31");
            case 2 ->
                agreement.then(
                        seen(day), "order_status", "PENDING", "ordered_level", "STANDARD", "order_date", on(day));
            case 3 ->
                agreement
                        .then(seen(day), "order_status", "PENDING", "ordered_level", "STANDARD", "order_date", on(day))
                        .then(
                                seen(day + 3),
                                "temp_request_at",
                                on(day + 2) + "T10:00:00Z",
                                "temp_level",
                                "STANDARD",
                                "temp_description",
                                "cannot wait");
            case 4 -> agreement.then(seen(day), "status", "TERMINATED", "status_since", on(day));
            default -> {}
        }
    }

    private void subscriptions(Row account, Row agreement) {
        String created = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(750)).toString();
        for (Row row : make.subscriptions(account, agreement, 1 + random.nextInt(6), created)) {
            subscribed.add(row.id());
            fate(row);
        }
        if (random.nextInt(4) == 0) {
            make.subscriptions(account, agreement, 1, on(random.nextInt(80)));
        }
    }

    private void fate(Row subscription) {
        int day = random.nextInt(75);
        switch (random.nextInt(12)) {
            case 0 -> subscription.then(seen(day), "state", "DISABLED", "state_since", on(day - random.nextInt(4)));
            case 1 ->
                subscription
                        .then(seen(day), "state", "WARNED", "state_since", on(day))
                        .then(seen(day + 9), "state", "EXPIRED", "state_since", on(day + 8))
                        .then(seen(day + 30), "state", "ACTIVE", "state_since", on(day + 28));
            case 2 -> subscription.then(seen(day), "state", "DELETED", "state_since", on(day));
            case 3 -> subscription.then(seen(day), "ended_on", on(day - random.nextInt(10)));
            case 4 -> subscription.goneFrom(seen(day));
            case 5 -> {
                Row home = accounts.get(random.nextInt(accounts.size()));
                subscription.then(
                        seen(day),
                        "billing_account_id",
                        home.id(),
                        "ea_id",
                        "",
                        "scope_since",
                        on(day - random.nextInt(6)));
            }
            case 6 -> {
                if (!agreements.isEmpty()) {
                    Row home = agreements.get(random.nextInt(agreements.size()));
                    subscription.then(seen(day), "ea_id", home.id(), "scope_since", on(day - random.nextInt(6)));
                }
            }
            default -> {}
        }
    }

    private void plan(Row account) {
        LocalDate bought = LocalDate.of(2025, 9, 1).plusDays(random.nextInt(200));
        String at = bought + "T0" + random.nextInt(10) + ":30:0" + plans++ % 10 + "Z";
        Row plan = make.plan(account, TIERS.get(random.nextInt(TIERS.size())), "AZURE_PORTAL", at);
        if (random.nextInt(3) == 0) {
            String result = random.nextInt(4) == 0 ? "DECLINED" : "SUCCESS";
            payments.add(plan.id() + "," + on(random.nextInt(60)) + "T11:00:00Z," + result);
        }
        int day = random.nextInt(75);
        if (random.nextInt(4) == 0 && on(day).compareTo(bought.plusDays(2).toString()) > 0) {
            plan.then(
                    seen(day),
                    "cancel_requested_at",
                    on(day) + "T07:00:00Z",
                    "cancel_channel",
                    "AZURE_PORTAL",
                    "auto_renew",
                    "OFF");
        }
    }

    /** The n-th day of the story. */
    private static String on(int day) {
        return LocalDate.of(2026, 1, 25).plusDays(day).toString();
    }

    private static String seen(int day) {
        return on(day) + "T20:00:00Z";
    }
}
