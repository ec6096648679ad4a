package io.coverbook.testkit;

import io.coverbook.testkit.SampleWorld.Row;

/**
 * Customers with Enterprise Agreements: covered or not, in each status, and waiting for a plan; sample-data/README.md
 * tells the same in a table.
 */
final class SampleAgreements {

    private final SampleCustomers make;

    SampleAgreements(SampleCustomers make) {
        this.make = make;
        covered();
        notCovered();
        statusOfTheAgreement();
        pendingOrders();
    }

    private void covered() {
        Row byRow = make.account("BA-100301", "EA", "SE", "Trollsländans Energi AB");
        Row plan = make.agreement(
                "EA-700101",
                byRow,
                "2025-07-01",
                "2028-06-30",
                "currency",
                "USD",
                "support_level",
                "STANDARD",
                "support_coverage_start",
                "2025-07-01",
                "support_coverage_end",
                "2026-06-30",
                "notification_contacts",
                "cloud@trollslandans-energi.example;inkop@trollslandans-energi.example");
        make.subscriptions(byRow, plan, 12, "2025-07-02");

        Row byLink = make.account("BA-100302", "EA", "DE", "Grauwacke Maschinenbau AG");
        Row linked = make.agreement(
                "EA-700102",
                byLink,
                "2024-10-01",
                "2027-09-30",
                "currency",
                "USD",
                "support_level",
                "PROFESSIONAL_DIRECT");
        make.subscriptions(byLink, linked, 15, "2024-10-02");
        make.linkedPlan(byLink, linked, "PROFESSIONAL_DIRECT", "2025-09-18T08:30:00Z", "2025-10-01", "2026-09-30");

        Row unified = make.account("BA-100311", "EA", "US", "Meridian Gullwing Airlines Inc.");
        Row contract = make.agreement(
                "EA-700111",
                unified,
                "2025-02-01",
                "2028-01-31",
                "currency",
                "USD",
                "support_level",
                "UNIFIED",
                "support_coverage_start",
                "2025-02-01",
                "support_coverage_end",
                "2028-01-31");
        make.subscriptions(unified, contract, 14, "2025-02-03");
    }

    private void notCovered() {
        Row none = make.account("BA-100303", "EA", "GB", "Harrowgate Rail Holdings plc");
        make.subscriptions(none, make.agreement("EA-700103", none, "2025-04-01", "2028-03-31"), 9, "2025-04-02");

        Row two = make.account("BA-100304", "EA", "US", "Larkspur Mutual Assurance Co.");
        Row first = make.agreement(
                "EA-700104",
                two,
                "2025-01-01",
                "2027-12-31",
                "currency",
                "USD",
                "support_level",
                "STANDARD",
                "support_coverage_start",
                "2026-01-01",
                "support_coverage_end",
                "2026-12-31");
        Row second = make.agreement("EA-700105", two, "2025-09-01", "2028-08-31");
        make.subscriptions(two, first, 8, "2025-01-03");
        make.subscriptions(two, second, 5, "2025-09-02");

        Row empty = make.account("BA-100313", "EA", "BE", "Waterlelie Textiel N.V.");
        make.agreement("EA-700113", empty, "2026-02-01", "2029-01-31");

        Row joins = make.account("BA-100312", "EA", "US", "Quietriver Robotics Group Inc.");
        Row joined = make.agreement("EA-700112", joins, "2026-01-01", "2028-12-31");
        make.subscriptions(joins, joined, 3, "2026-01-05");
        Row alone = make.account("BA-100125", "MOSP", "US", "Quietriver Robotics Inc.", "customer_id", "C-100312");
        make.plan(alone, "DEVELOPER", "AZURE_WEBSITE", "2025-09-12T15:00:00Z");
        make.subscriptions(alone, 1, "2025-09-12")
                .get(0)
                .then(
                        "2026-04-08T11:00:00Z",
                        "billing_account_id",
                        joins.id(),
                        "ea_id",
                        joined.id(),
                        "scope_since",
                        "2026-04-08");
    }

    private void statusOfTheAgreement() {
        Row pending = make.account("BA-100306", "EA", "SE", "Solgläntans Vårdcentraler AB");
        make.agreement(
                        "EA-700106",
                        pending,
                        "2026-03-01",
                        "2029-02-28",
                        "status",
                        "PENDING",
                        "status_since",
                        "2026-03-01")
                .then("2026-04-06T09:00:00Z", "status", "ACTIVE", "status_since", "2026-04-06");
        make.agreementSeen("2026-03-12", "EA-700114", pending, "2026-06-01", "2029-05-31");

        Row extended = make.account("BA-100307", "EA", "NO", "Storsteinfjellet Bergverk AS");
        Row goesOn = make.agreement("EA-700107", extended, "2023-02-01", "2026-01-31", "currency", "USD")
                .then(
                        "2026-02-01T00:10:00Z",
                        "status",
                        "EXTENDED",
                        "status_since",
                        "2026-02-01",
                        "support_level",
                        "STANDARD",
                        "support_coverage_start",
                        "2026-02-01",
                        "support_coverage_end",
                        "2027-01-31");
        make.subscriptions(extended, goesOn, 7, "2023-02-02");

        Row extendedBare = make.account("BA-100308", "EA", "ES", "Cítricos de la Luna Vieja S.A.");
        Row bare = make.agreement("EA-700108", extendedBare, "2023-03-15", "2026-03-14")
                .then("2026-03-15T00:10:00Z", "status", "EXTENDED", "status_since", "2026-03-15");
        make.subscriptions(extendedBare, bare, 6, "2023-03-16");

        Row expired = make.account("BA-100309", "EA", "PL", "Bursztynowa Zatoka S.A.");
        Row over = make.agreement(
                        "EA-700109",
                        expired,
                        "2023-04-01",
                        "2026-03-31",
                        "currency",
                        "USD",
                        "support_level",
                        "STANDARD",
                        "support_coverage_start",
                        "2025-04-01",
                        "support_coverage_end",
                        "2026-03-31")
                .then("2026-04-01T00:10:00Z", "status", "EXPIRED", "status_since", "2026-04-01");
        make.subscriptions(expired, over, 5, "2023-04-03");

        Row left = make.account("BA-100318", "EA", "DK", "Tidevandets Skibsværft A/S");
        Row target = make.account("BA-100319", "EA", "DK", "Tidevandets Maritime Gruppe A/S");
        Row old = make.agreement("EA-700118", left, "2024-05-01", "2027-04-30")
                .then("2026-04-01T07:00:00Z", "status", "TRANSFERRED", "status_since", "2026-03-31");
        Row group = make.agreement(
                "EA-700119",
                target,
                "2025-11-01",
                "2028-10-31",
                "currency",
                "USD",
                "support_level",
                "STANDARD",
                "support_coverage_start",
                "2025-11-01",
                "support_coverage_end",
                "2026-10-31");
        make.subscriptions(target, group, 4, "2025-11-03");
        make.subscriptions(left, old, 6, "2024-05-02")
                .forEach(s -> s.then(
                        "2026-04-01T07:30:00Z",
                        "billing_account_id",
                        target.id(),
                        "ea_id",
                        group.id(),
                        "scope_since",
                        "2026-04-01"));

        Row ended = make.account("BA-100320", "EA", "CA", "Loonwater Pulp & Paper Ltd.");
        Row terminated = make.agreement(
                        "EA-700120",
                        ended,
                        "2024-07-01",
                        "2027-06-30",
                        "currency",
                        "USD",
                        "support_level",
                        "STANDARD",
                        "support_coverage_start",
                        "2025-07-01",
                        "support_coverage_end",
                        "2026-06-30")
                .then("2026-04-15T18:00:00Z", "status", "TERMINATED", "status_since", "2026-04-15");
        make.subscriptions(ended, terminated, 3, "2024-07-02")
                .forEach(s -> s.then("2026-04-15T18:30:00Z", "state", "DELETED", "state_since", "2026-04-15"));
    }

    private void pendingOrders() {
        Row helped = make.account("BA-100315", "EA", "NL", "Windroos Tuinbouw Coöperatie U.A.");
        Row temporary = make.agreement("EA-700115", helped, "2026-02-15", "2029-02-14", "currency", "USD")
                .then(
                        "2026-03-02T10:00:00Z",
                        "order_status",
                        "PENDING",
                        "ordered_level",
                        "STANDARD",
                        "order_date",
                        "2026-03-02")
                .then(
                        "2026-03-05T09:14:00Z",
                        "temp_request_at",
                        "2026-03-05T09:14:00Z",
                        "temp_level",
                        "STANDARD",
                        "temp_description",
                        "Support plan ordered on 2 March; our gateways drop connections, and we need help now")
                .then(
                        "2026-04-08T12:00:00Z",
                        "order_status",
                        "FULFILLED",
                        "order_changed_on",
                        "2026-04-08",
                        "support_level",
                        "STANDARD",
                        "support_coverage_start",
                        "2026-04-10",
                        "support_coverage_end",
                        "2027-04-09");
        make.subscriptions(helped, temporary, 7, "2026-02-16");

        Row waits = make.account("BA-100316", "EA", "IT", "Pietrasole Ceramiche S.p.A.");
        Row stale = make.agreement("EA-700116", waits, "2025-12-01", "2028-11-30", "currency", "USD")
                .then(
                        "2026-03-17T10:00:00Z",
                        "order_status",
                        "PENDING",
                        "ordered_level",
                        "PROFESSIONAL_DIRECT",
                        "order_date",
                        "2026-03-17");
        make.subscriptions(waits, stale, 5, "2025-12-02");

        Row refused = make.account("BA-100317", "EA", "US", "Bison Prairie Public Schools");
        Row invalid = make.agreement("EA-700117", refused, "2026-01-01", "2028-12-31", "currency", "USD")
                .then(
                        "2026-03-20T10:00:00Z",
                        "order_status",
                        "PENDING",
                        "ordered_level",
                        "STANDARD",
                        "order_date",
                        "2026-03-20")
                .then(
                        "2026-03-23T16:00:00Z",
                        "temp_request_at",
                        "2026-03-23T16:00:00Z",
                        "temp_level",
                        "PROFESSIONAL_DIRECT",
                        "temp_description",
                        "Need an architect this week");
        make.subscriptions(refused, invalid, 4, "2026-01-07");

        Row calledOff = make.account("BA-100321", "EA", "FR", "Transports Belle-Étoile SA");
        Row cancelled = make.agreement("EA-700121", calledOff, "2025-10-01", "2028-09-30", "currency", "USD")
                .then(
                        "2026-02-20T10:00:00Z",
                        "order_status",
                        "PENDING",
                        "ordered_level",
                        "STANDARD",
                        "order_date",
                        "2026-02-20")
                .then(
                        "2026-02-24T08:20:00Z",
                        "temp_request_at",
                        "2026-02-24T08:20:00Z",
                        "temp_level",
                        "STANDARD",
                        "temp_description",
                        "The route planner is down, and our plan is on order")
                .then("2026-03-12T10:00:00Z", "order_status", "CANCELLED", "order_changed_on", "2026-03-12");
        make.subscriptions(calledOff, cancelled, 6, "2025-10-02");
    }
}
