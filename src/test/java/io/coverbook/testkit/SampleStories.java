package io.coverbook.testkit;

import io.coverbook.testkit.SampleWorld.Row;
import java.util.List;

/**
 * Customers with accounts of their own agreement to whom something happens; sample-data/README.md tells the same in a
 * table. Exports are taken at midnight, so what happened on 31 March is first seen in the export of 30 April.
 */
final class SampleStories {

    private static final String PORTAL = "AZURE_PORTAL";

    private final SampleCustomers make;

    SampleStories(SampleWorld world, SampleCustomers make) {
        this.make = make;
        renewalAndCancellation();
        changesOfTier();
        shortMonths();
        secondThoughts();
        accountsInTrouble();
        currenciesAndPrices();
        whoIsCovered(world);
        channelsAndProgrammes();
        atTheEdgeOfTheMonth();
        whatTheExportLeavesOut();
    }

    private void renewalAndCancellation() {
        Row renews = make.account("BA-100101", "MCA", "SE", "Kvistbäckens Logistik AB");
        make.subscriptions(renews, 6, "2023-02-14");
        make.plan(renews, "STANDARD", PORTAL, "2024-05-15T09:12:44Z");

        Row cancels = make.account("BA-100102", "MCA", "US", "Tallgrass & Quill LLC");
        make.subscriptions(cancels, 4, "2024-09-02");
        make.plan(cancels, "STANDARD", PORTAL, "2025-01-12T17:40:03Z")
                .then("2026-03-18T14:20:31Z", "cancel_requested_at", "2026-03-18T14:20:31Z", "cancel_channel", PORTAL);
    }

    private void changesOfTier() {
        Row up = make.account("BA-100103", "MCA", "GB", "Brambleworth Dairies Ltd");
        make.subscriptions(up, 9, "2024-11-20");
        make.plan(up, "STANDARD", PORTAL, "2025-06-09T11:05:10Z")
                .then("2026-03-20T09:00:12Z", "cancel_requested_at", "2026-03-20T09:00:12Z", "cancel_channel", PORTAL);
        make.plan(up, "PROFESSIONAL_DIRECT", PORTAL, "2026-03-20T09:04:51Z");

        Row upUnsaid = make.account("BA-100104", "MOSP", "US", "Sandpiper Atlas Inc.");
        make.subscriptions(upUnsaid, 3, "2025-10-13");
        make.plan(upUnsaid, "DEVELOPER", PORTAL, "2025-11-03T20:18:00Z");
        make.plan(upUnsaid, "STANDARD", PORTAL, "2026-04-10T16:30:22Z");

        Row down = make.account(
                "BA-100105",
                "MCA",
                "DE",
                "Lindenquell Werke GmbH",
                "payment_method",
                "WIRE",
                "payment_method_expiry",
                "",
                "purchase_order",
                "BE-4711-26");
        make.subscriptions(down, 7, "2024-03-11");
        make.plan(down, "PROFESSIONAL_DIRECT", PORTAL, "2025-02-20T08:00:09Z")
                .then("2026-04-08T07:10:40Z", "cancel_requested_at", "2026-04-08T07:10:40Z", "cancel_channel", PORTAL);
        make.plan(down, "STANDARD", PORTAL, "2026-04-08T07:15:02Z");

        Row twice = make.account("BA-100106", "MCA", "FR", "Maison Verdefeuille SARL");
        make.subscriptions(twice, 5, "2025-04-22");
        make.plan(twice, "STANDARD", PORTAL, "2025-09-06T13:31:55Z");
        make.plan(twice, "STANDARD", PORTAL, "2026-03-24T10:02:17Z");

        Row lower = make.account("BA-100137", "MCA", "MX", "Mensajería Paso del Dromedario S.A.");
        make.subscriptions(lower, 6, "2024-06-03");
        make.plan(lower, "PROFESSIONAL_DIRECT", PORTAL, "2025-04-04T15:00:00Z");
        make.plan(lower, "STANDARD", PORTAL, "2026-04-13T18:45:30Z");
    }

    private void shortMonths() {
        Row last = make.account("BA-100107", "MCA", "AU", "Redfern Orchard Cooperative Ltd");
        make.subscriptions(last, 3, "2025-08-19");
        make.plan(last, "STANDARD", PORTAL, "2025-10-31T01:22:07Z");

        Row thirtieth = make.account("BA-100108", "MCA", "FI", "Kuukivi Analytiikka Oy");
        make.subscriptions(thirtieth, 8, "2025-05-05");
        make.plan(thirtieth, "PROFESSIONAL_DIRECT", PORTAL, "2025-12-30T12:12:12Z");

        Row twentyNinth = make.account("BA-100109", "MCA", "NL", "Zonnevlecht Glasbouw B.V.");
        make.subscriptions(twentyNinth, 2, "2025-07-07");
        make.plan(twentyNinth, "DEVELOPER", "AZURE_WEBSITE", "2025-08-29T19:47:33Z");

        Row leapDay = make.account("BA-100110", "MCA", "US", "Prairie Lantern Press LLC");
        make.subscriptions(leapDay, 4, "2023-12-11");
        make.plan(leapDay, "STANDARD", PORTAL, "2024-02-29T22:05:41Z");
    }

    private void secondThoughts() {
        Row sameDay = make.account("BA-100111", "MCA", "IT", "Castelnuvola Teatro S.r.l.");
        make.subscriptions(sameDay, 3, "2026-01-15");
        make.plan(sameDay, "DEVELOPER", PORTAL, "2026-04-21T08:02:00Z")
                .then("2026-04-21T08:25:19Z", "cancel_requested_at", "2026-04-21T08:25:19Z", "cancel_channel", PORTAL);

        Row boughtAgain = make.account("BA-100112", "MCA", "NO", "Glimmerfjord Havbruk AS");
        make.subscriptions(boughtAgain, 5, "2024-10-28");
        make.plan(boughtAgain, "STANDARD", PORTAL, "2025-03-05T07:55:00Z")
                .then("2026-04-14T09:41:00Z", "cancel_requested_at", "2026-04-14T09:41:00Z", "cancel_channel", PORTAL);
        make.plan(boughtAgain, "STANDARD", PORTAL, "2026-04-22T13:08:26Z");

        Row offAndOn = make.account("BA-100113", "MCA", "PT", "Azulejo Mareado Lda.");
        make.subscriptions(offAndOn, 4, "2025-01-20");
        make.plan(offAndOn, "STANDARD", PORTAL, "2025-07-27T10:30:00Z")
                .then("2026-03-28T10:00:58Z", "auto_renew", "OFF", "auto_renew_changed_at", "2026-03-28T10:00:58Z")
                .then("2026-04-09T08:37:14Z", "auto_renew", "ON", "auto_renew_changed_at", "2026-04-09T08:37:14Z");
    }

    private void accountsInTrouble() {
        Row closed = make.account("BA-100114", "MCA", "CA", "Mapleglen Cartage Ltd.")
                .then("2026-04-10T21:00:00Z", "status", "CLOSED", "status_since", "2026-04-10");
        make.subscriptions(closed, 5, "2024-08-12")
                .forEach(s -> s.then(
                        "2026-04-10T21:05:00Z",
                        "state",
                        "DELETED",
                        "state_since",
                        "2026-04-10",
                        "ended_on",
                        "2026-04-10"));
        make.plan(closed, "STANDARD", PORTAL, "2025-05-20T16:00:00Z");

        Row disabled = make.account("BA-100115", "MOSP", "US", "Copperwren Studios LLC")
                .then("2026-03-18T03:00:00Z", "status", "DISABLED", "status_since", "2026-03-18")
                .then("2026-04-06T15:22:00Z", "status", "ACTIVE", "status_since", "2026-04-06");
        make.subscriptions(disabled, 3, "2025-02-17");
        make.plan(disabled, "STANDARD", "AZURE_WEBSITE", "2025-08-20T18:09:00Z");

        Row expired =
                make.account("BA-100116", "MCA", "GB", "Pebblebrook Kennels Ltd", "payment_method_expiry", "2026-03");
        make.subscriptions(expired, 2, "2025-03-03");
        make.plan(expired, "STANDARD", PORTAL, "2025-04-01T12:00:30Z");

        Row newCard = make.account(
                        "BA-100117", "MCA", "DE", "Ostseefunkel Reederei GmbH", "payment_method_expiry", "2026-04")
                .then("2026-04-27T06:58:00Z", "payment_method_expiry", "2029-04");
        make.subscriptions(newCard, 6, "2024-05-27");
        make.plan(newCard, "STANDARD", PORTAL, "2025-01-22T09:00:00Z");
    }

    private void currenciesAndPrices() {
        Row yen = make.account(
                "BA-100118",
                "MCA",
                "JP",
                "星影精密株式会社",
                "display_name",
                "Hoshikage Seimitsu KK",
                "e_mail",
                "billing@hoshikage-seimitsu.example",
                "payment_method",
                "WIRE",
                "payment_method_expiry",
                "");
        make.subscriptions(yen, 7, "2024-04-08");
        make.plan(yen, "STANDARD", "MCA", "2025-04-01T00:30:00Z");

        Row won = make.account("BA-100119", "MOSP", "KR", "Haneulbyeol Media Co., Ltd.");
        make.subscriptions(won, 4, "2025-06-16");
        make.plan(won, "STANDARD", PORTAL, "2025-10-17T02:10:00Z");

        Row euro = make.account("BA-100120", "MOSP", "FR", "Atelier Mirabellier SAS");
        make.subscriptions(euro, 2, "2025-09-01");
        make.plan(euro, "DEVELOPER", "AZURE_WEBSITE", "2025-11-11T11:11:00Z");

        Row promo = make.account("BA-100121", "MCA", "US", "Juniper Causeway Foundation");
        make.subscriptions(promo, 5, "2025-09-29");
        make.plan(
                promo, "STANDARD", PORTAL, "2025-10-10T14:14:00Z", "promo_price", "50.00", "promo_until", "2026-04-15");

        Row moved = make.account("BA-100139", "MCA", "CA", "Tamarack Ledger Services Ltd.", "currency", "USD")
                .then("2026-04-01T05:00:00Z", "currency", "CAD", "currency_since", "2026-04-01");
        make.subscriptions(moved, 4, "2025-02-03");
        make.plan(moved, "STANDARD", PORTAL, "2025-03-07T19:19:00Z");

        Row yearly = make.account("BA-100135", "MCA", "US", "Rooksbridge Foods Inc.");
        make.subscriptions(yearly, 3, "2025-05-12");
        make.plan(yearly, "STANDARD", PORTAL, "2025-06-23T20:00:00Z", "billing_frequency", "P1Y");
    }

    private void whoIsCovered(SampleWorld world) {
        Row nobody = make.account("BA-100122", "MCA", "SE", "Törnekvists Antikvariat AB");
        make.subscriptions(nobody, 1, "2023-10-09")
                .get(0)
                .then(
                        "2026-03-05T12:40:00Z",
                        "state",
                        "DELETED",
                        "state_since",
                        "2026-03-05",
                        "ended_on",
                        "2026-03-05");
        make.plan(nobody, "STANDARD", PORTAL, "2024-01-18T15:00:00Z");

        world.add(
                SampleWorld.Kind.SUBSCRIPTIONS,
                SampleWorld.guid("orphan"),
                "2025-12-01T09:00:00Z",
                "billing_account_id",
                "BA-199999",
                "display_name",
                "Loyalty club pilot",
                "product_category",
                "USAGE_BASED",
                "state",
                "ACTIVE",
                "created_on",
                "2025-12-01");

        Row with = make.account("BA-100123", "MCA", "GB", "Saltmarsh Ferries (Operations) Ltd");
        Row without =
                make.account("BA-100124", "MCA", "GB", "Saltmarsh Ferries (Leisure) Ltd", "customer_id", "C-100123");
        make.plan(with, "STANDARD", PORTAL, "2025-06-02T08:08:00Z");
        List<Row> operations = make.subscriptions(with, 4, "2024-12-02");
        List<Row> leisure = make.subscriptions(without, 3, "2025-01-13");
        operations.get(0).then("2026-03-16T10:00:00Z", "billing_account_id", without.id(), "scope_since", "2026-03-16");
        leisure.get(0).then("2026-04-12T10:00:00Z", "billing_account_id", with.id(), "scope_since", "2026-04-12");

        Row states = make.account("BA-100138", "MCA", "AT", "Blauhalm Apotheken GmbH");
        make.plan(states, "STANDARD", PORTAL, "2025-08-08T08:08:00Z");
        List<Row> each = make.subscriptions(states, 6, "2025-01-27");
        String[] state = {"ACTIVE", "WARNED", "PAST_DUE", "DISABLED", "EXPIRED", "DELETED"};
        for (int i = 1; i < state.length; i++) {
            each.get(i).then("2026-03-1" + i + "T07:00:00Z", "state", state[i], "state_since", "2026-03-1" + i);
        }
    }

    private void channelsAndProgrammes() {
        Row seller = make.account(
                "BA-100126",
                "MCA",
                "CH",
                "Silberpfad Reisen AG",
                "payment_method",
                "WIRE",
                "payment_method_expiry",
                "");
        make.subscriptions(seller, 5, "2025-02-24");
        make.plan(
                seller,
                "STANDARD",
                "MS_REPRESENTATIVE",
                "2025-05-19T09:00:00Z",
                "coverage_start",
                "2025-06-01",
                "contract_end",
                "2026-05-31");

        Row reseller = make.account("BA-100127", "MPA", "SE", "Bärnstenens Molnpartner AB");
        make.subscriptions(reseller, 4, "2025-03-17");
        make.plan(reseller, "STANDARD", "PARTNER", "2026-02-11T10:00:00Z");

        Row startUp = make.account(
                "BA-100128",
                "MCA",
                "FI",
                "Pikselikoi Pelit Oy",
                "program",
                "STARTUPS",
                "benefit_valid_to",
                "2026-12-31",
                "incidents_remaining",
                "3");
        make.subscriptions(startUp, 3, "2025-11-03");

        Row unclear = make.account("BA-100129", "MOSP", "US", "Understory Labs LLC", "program", "MSDN");
        make.subscriptions(unclear, 2, "2025-07-21");
    }

    private void atTheEdgeOfTheMonth() {
        Row fresh = make.newAccount("BA-100140", "MCA", "US", "Cloudberry Hollow Bakery LLC", "2026-03-23");
        make.subscriptions(fresh, 3, "2026-03-24");
        make.plan(fresh, "STANDARD", PORTAL, "2026-03-28T10:00:00Z");

        Row april = make.newAccount("BA-100141", "MCA", "SE", "Ugglebo Hattmakeri AB", "2026-04-02");
        make.subscriptions(april, 2, "2026-04-07");
        make.plan(april, "DEVELOPER", PORTAL, "2026-04-16T08:44:10Z");

        Row future = make.account("BA-100130", "MCA", "NO", "Vinterhagen Fjernvarme AS");
        make.subscriptions(future, 4, "2025-12-08");
        make.plan(future, "STANDARD", PORTAL, "2026-04-20T11:00:00Z", "coverage_start", "2026-05-01");

        Row pacific = make.account("BA-100131", "MOSP", "US", "Cinderpeak Outfitters Inc.");
        make.subscriptions(pacific, 3, "2025-10-06");
        make.plan(pacific, "STANDARD", PORTAL, "2026-03-31T23:30:00-07:00");

        Row late = make.account("BA-100132", "MCA", "DE", "Bogenlicht Optik GmbH");
        make.subscriptions(late, 6, "2025-06-30");
        make.plan(late, "PROFESSIONAL_DIRECT", PORTAL, "2026-03-31T10:15:00Z");
    }

    private void whatTheExportLeavesOut() {
        Row credited = make.account("BA-100133", "MCA", "GB", "Meadowlark Hale Surveyors Ltd");
        make.subscriptions(credited, 4, "2025-09-15");
        make.plan(credited, "STANDARD", PORTAL, "2025-12-31T09:30:00Z")
                .then(
                        "2026-04-07T13:02:00Z",
                        "cancel_requested_at",
                        "2026-03-30T15:40:00Z",
                        "cancel_channel",
                        "SUPPORT_REQUEST");

        Row review = make.account("BA-100134", "MCA", "IE", "Kestrelmoor Quarries Ltd");
        make.subscriptions(review, 3, "2025-04-14");
        make.plan(review, "STANDARD", PORTAL, "2025-05-25T16:45:00Z")
                .then(
                        "2026-04-16T10:11:00Z",
                        "cancel_requested_at",
                        "2026-03-20T12:00:00Z",
                        "cancel_channel",
                        "SUPPORT_REQUEST");

        Row vanishes = make.account("BA-100136", "MCA", "US", "Fennelgate Dental Group LLC");
        make.subscriptions(vanishes, 4, "2025-01-06");
        make.plan(vanishes, "STANDARD", PORTAL, "2025-02-14T21:21:00Z").goneFrom("2026-04-11T00:00:00Z");
    }
}
