package io.coverbook.testkit;

import io.coverbook.testkit.SampleWorld.Row;

/**
 * Customers whose agreement has a plan with a story: through a partner, at its end, out of order, at a price of its own;
 * sample-data/README.md tells the same in a table.
 */
final class SampleContracts {

    private static final String SELLER = "MS_REPRESENTATIVE";

    private final SampleCustomers make;

    SampleContracts(SampleCustomers make) {
        this.make = make;
        partners();
        endOfThePlan();
        anomalies();
        pricesOfAgreements();
    }

    private void partners() {
        Row partner = make.account("BA-100322", "MPA", "AT", "Wolkenbruch Systemhaus GmbH", "currency", "USD");
        Row customer = make.account("BA-100323", "EA", "AT", "Gletscherblick Seilbahnen AG");
        Row indirect = make.agreement(
                "EA-700122",
                customer,
                "2025-06-01",
                "2028-05-31",
                "currency",
                "USD",
                "relationship",
                "INDIRECT",
                "partner_account_id",
                partner.id(),
                "support_level",
                "STANDARD",
                "support_coverage_start",
                "2025-06-01",
                "support_coverage_end",
                "2026-05-31",
                "notification_contacts",
                "it@gletscherblick-seilbahnen.example");
        make.subscriptions(customer, indirect, 6, "2025-06-02");

        Row orphaned = make.account("BA-100324", "EA", "AT", "Enzianhof Molkerei AG");
        Row nameless = make.agreement(
                "EA-700123",
                orphaned,
                "2025-08-01",
                "2028-07-31",
                "currency",
                "USD",
                "relationship",
                "INDIRECT",
                "support_level",
                "STANDARD",
                "support_coverage_start",
                "2025-08-01",
                "support_coverage_end",
                "2026-07-31");
        make.subscriptions(orphaned, nameless, 4, "2025-08-04");
    }

    private void endOfThePlan() {
        Row lapses = make.account("BA-100325", "EA", "GB", "Osprey Firth Water Authority");
        Row lapsed = make.agreement(
                "EA-700124",
                lapses,
                "2024-04-01",
                "2027-03-31",
                "currency",
                "USD",
                "support_level",
                "STANDARD",
                "support_coverage_start",
                "2025-04-01",
                "support_coverage_end",
                "2026-03-31",
                "notification_contacts",
                "it.contracts@osprey-firth.example");
        make.subscriptions(lapses, lapsed, 8, "2024-04-02");

        Row renews = make.account("BA-100326", "EA", "FI", "Revontuli Metsä Oyj");
        Row renewed = make.agreement(
                        "EA-700125",
                        renews,
                        "2024-04-01",
                        "2027-03-31",
                        "currency",
                        "USD",
                        "support_level",
                        "PROFESSIONAL_DIRECT",
                        "support_coverage_start",
                        "2025-04-01",
                        "support_coverage_end",
                        "2026-03-31")
                .then(
                        "2026-03-27T08:00:00Z",
                        "support_coverage_start",
                        "2026-04-01",
                        "support_coverage_end",
                        "2027-03-31");
        make.subscriptions(renews, renewed, 9, "2024-04-02");

        Row stops = make.account("BA-100327", "EA", "DK", "Hedelyng Forsikring A/S");
        Row stopped = make.agreement(
                        "EA-700126",
                        stops,
                        "2025-05-10",
                        "2028-05-09",
                        "currency",
                        "USD",
                        "support_level",
                        "STANDARD",
                        "support_coverage_start",
                        "2025-05-10",
                        "support_coverage_end",
                        "2026-05-09")
                .then("2026-03-16T09:00:00Z", "cancel_requested_at", "2026-03-16T09:00:00Z", "cancel_channel", SELLER);
        make.subscriptions(stops, stopped, 5, "2025-05-12");

        Row wrongDoor = make.account("BA-100328", "EA", "IE", "Ballykeel Bog Oak Crafts plc");
        Row goesOn = make.agreement(
                        "EA-700127",
                        wrongDoor,
                        "2025-08-15",
                        "2028-08-14",
                        "currency",
                        "USD",
                        "support_level",
                        "STANDARD",
                        "support_coverage_start",
                        "2025-08-15",
                        "support_coverage_end",
                        "2026-08-14")
                .then(
                        "2026-04-15T12:00:00Z",
                        "cancel_requested_at",
                        "2026-04-15T12:00:00Z",
                        "cancel_channel",
                        "AZURE_PORTAL");
        make.subscriptions(wrongDoor, goesOn, 4, "2025-08-18");

        Row upgrades = make.account("BA-100329", "EA", "CH", "Murmelbach Präzision AG");
        Row upgraded = make.agreement(
                        "EA-700128",
                        upgrades,
                        "2024-11-01",
                        "2027-10-31",
                        "currency",
                        "USD",
                        "support_level",
                        "STANDARD")
                .then("2026-04-09T14:00:00Z", "support_level", "PROFESSIONAL_DIRECT");
        make.subscriptions(upgrades, upgraded, 10, "2024-11-04");
        make.linkedPlan(upgrades, upgraded, "STANDARD", "2025-10-20T09:00:00Z", "2025-11-01", "2026-10-31")
                .then("2026-04-09T13:30:00Z", "cancel_requested_at", "2026-04-09T13:30:00Z", "cancel_channel", SELLER);
        make.linkedPlan(upgrades, upgraded, "PROFESSIONAL_DIRECT", "2026-04-09T14:00:00Z", "2026-04-10", "2027-04-09");
    }

    private void anomalies() {
        Row developer = make.account("BA-100310", "EA", "PT", "Cortiça do Vale Encantado S.A.");
        Row notOnAnEa = make.agreement(
                "EA-700110",
                developer,
                "2025-03-01",
                "2028-02-29",
                "currency",
                "USD",
                "support_level",
                "DEVELOPER",
                "support_coverage_start",
                "2025-09-01",
                "support_coverage_end",
                "2026-08-31");
        make.subscriptions(developer, notOnAnEa, 4, "2025-03-03");

        Row two = make.account("BA-100330", "EA", "NL", "Stuifduin Verzekeringen N.V.");
        Row twice = make.agreement(
                "EA-700129", two, "2025-02-01", "2028-01-31", "currency", "USD", "support_level", "STANDARD");
        make.subscriptions(two, twice, 6, "2025-02-03");
        make.linkedPlan(two, twice, "STANDARD", "2026-01-12T10:00:00Z", "2026-02-01", "2027-01-31");
        make.linkedPlan(two, twice, "STANDARD", "2026-03-09T10:00:00Z", "2026-03-15", "2027-03-14");

        Row unequal = make.account("BA-100331", "EA", "SE", "Myrmossens Torv AB");
        Row mismatch = make.agreement(
                "EA-700130",
                unequal,
                "2025-09-01",
                "2028-08-31",
                "currency",
                "USD",
                "support_level",
                "PROFESSIONAL_DIRECT");
        make.subscriptions(unequal, mismatch, 5, "2025-09-02");
        make.linkedPlan(unequal, mismatch, "STANDARD", "2025-08-25T10:00:00Z", "2025-09-01", "2026-08-31");
    }

    private void pricesOfAgreements() {
        Row free = make.account("BA-100332", "EA", "AU", "Kookaburra Tidal Power Ltd");
        Row promo = make.agreement(
                "EA-700131",
                free,
                "2025-04-01",
                "2028-03-31",
                "currency",
                "USD",
                "support_level",
                "STANDARD",
                "support_coverage_start",
                "2025-10-01",
                "support_coverage_end",
                "2026-09-30",
                "promo_price",
                "0.00",
                "promo_until",
                "2026-03-31");
        make.subscriptions(free, promo, 6, "2025-04-02");

        Row agreed = make.account("BA-100333", "EA", "ES", "Molinos del Viento Norte S.A.");
        Row euro = make.agreement(
                "EA-700132",
                agreed,
                "2025-05-01",
                "2028-04-30",
                "support_level",
                "STANDARD",
                "support_coverage_start",
                "2025-05-01",
                "support_coverage_end",
                "2026-04-30",
                "promo_price",
                "92.00",
                "promo_until",
                "2026-04-30");
        make.subscriptions(agreed, euro, 7, "2025-05-02");

        Row open = make.account("BA-100334", "EA", "FR", "Verreries du Lac d'Argent SA");
        Row noPrice = make.agreement(
                "EA-700133",
                open,
                "2025-06-15",
                "2028-06-14",
                "support_level",
                "STANDARD",
                "support_coverage_start",
                "2025-06-15",
                "support_coverage_end",
                "2026-06-14");
        make.subscriptions(open, noPrice, 5, "2025-06-16");
    }
}
