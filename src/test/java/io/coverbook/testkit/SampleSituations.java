package io.coverbook.testkit;

import io.coverbook.testkit.SampleWorld.Kind;
import io.coverbook.testkit.SampleWorld.Row;
import java.util.List;

/**
 * Customers for what the other stories do not show, told briefly; sample-data/README.md says of which worked example each
 * is. Their dates in March and April have twins in the examples.
 */
final class SampleSituations {

    /** The account whose roles are told one by one. */
    static final String ASKS = "BA-100155";

    /** The account whose plan the last export shows with two tiers. */
    static final String CONFLICT = "BA-100154";

    private static final String PORTAL = "AZURE_PORTAL";

    private final SampleWorld world;
    private final SampleCustomers make;

    SampleSituations(SampleWorld world, SampleCustomers make) {
        this.world = world;
        this.make = make;
        instantsOfCancellation();
        purchases();
        sizes();
        payments();
        pricesInTime();
        whoMayAsk();
        agreementsWithoutPlan();
        agreementsThatEnd();
        plansOfAgreements();
    }

    private Row mca(String id, String country, String name, int subscriptions) {
        Row account = make.account(id, "MCA", country, name);
        make.subscriptions(account, subscriptions, "2025-11-17");
        return account;
    }

    private Row standard(Row account, String purchasedAt) {
        return make.plan(account, "STANDARD", PORTAL, purchasedAt);
    }

    private static void cancelled(Row plan, String at) {
        plan.says(at, "cancel_requested_at=" + at + " cancel_channel=AZURE_PORTAL");
    }

    private void instantsOfCancellation() {
        cancelled(
                standard(mca("BA-100142", "SE", "Nattviolens Tryckeri AB", 2), "2026-01-15T08:10:00Z"),
                "2026-04-14T23:59:59Z");
        cancelled(
                standard(mca("BA-100143", "SE", "Morgonrodnans Tryckeri AB", 2), "2026-01-15T08:20:00Z"),
                "2026-04-15T00:00:00Z");
        standard(mca("BA-100144", "FI", "Myöhäisherne Kustannus Oy", 3), "2025-11-20T09:00:00Z")
                .says("2026-03-05T09:30:00Z", "auto_renew=OFF auto_renew_changed_at=2026-03-05T09:30:00Z")
                .says("2026-04-02T10:00:00Z", "auto_renew=ON auto_renew_changed_at=2026-04-02T10:00:00Z");
        standard(mca("BA-100149", "NO", "Skumringstimen Bokhandel AS", 2), "2025-11-20T11:00:00Z")
                .says("2026-03-25T12:00:00Z", "auto_renew=OFF");
    }

    private void purchases() {
        Row again = mca("BA-100145", "DK", "Genboens Cykelværksted ApS", 2);
        cancelled(standard(again, "2026-01-15T10:00:00Z"), "2026-03-24T09:00:00Z");
        standard(again, "2026-03-24T15:00:00Z");

        Row up = mca("BA-100146", "US", "Tinderbrook Planetarium LLC", 4);
        cancelled(standard(up, "2026-01-15T14:00:00Z"), "2026-04-15T10:00:00Z");
        make.plan(up, "PROFESSIONAL_DIRECT", PORTAL, "2026-04-15T10:05:00Z");

        Row never = mca("BA-100150", "NL", "Uitgesteld Bestel B.V.", 2);
        make.plan(never, "STANDARD", PORTAL, "2026-03-10T09:00:00Z", "coverage_start", "2026-04-01")
                .says("2026-03-20T09:00:00Z", "cancel_requested_at=2026-03-20T09:00:00Z cancel_channel=AZURE_PORTAL");

        make.plan(
                mca("BA-100153", "US", "Overlook Pass Observatory Inc.", 2), "UNIFIED", PORTAL, "2026-03-10T16:00:00Z");

        standard(mca(CONFLICT, "IE", "Twin Ledgers Auditing Ltd", 2), "2026-03-12T12:00:00Z")
                .says("2026-04-08T08:00:00Z", "plan_tier=STANDARD");
    }

    private void sizes() {
        Row large = make.account("BA-100147", "MCA", "US", "Ten Thousand Lanterns Media Inc.");
        make.subscriptions(large, 60, "2025-06-09");
        standard(large, "2026-01-01T09:00:00Z");
        make.subscriptions(large, 1, "2026-04-09");

        mca("BA-100148", "PL", "Jaskółcze Ziele Apteka Sp. z o.o.", 2);

        world.add(Kind.SUBSCRIPTIONS, SampleWorld.guid("plan of the orphan"), "2026-03-09T09:00:00Z")
                .says(
                        "2026-03-09T09:00:01Z",
                        "billing_account_id=BA-199999 product_category=AZURE_SUPPORT state=ACTIVE created_on=2026-03-09"
                                + " plan_tier=STANDARD channel=AZURE_PORTAL purchased_at=2026-03-09T09:00:00Z"
                                + " auto_renew=ON billing_frequency=P1M");
    }

    private void payments() {
        Row inGrace = make.account(
                        "BA-100151", "MCA", "GB", "Wickerfield Auctions Ltd", "payment_method_expiry", "2026-03")
                .says("2026-04-06T10:55:00Z", "payment_method_expiry=2030-03");
        make.subscriptions(inGrace, 3, "2025-03-10");
        paid(standard(inGrace, "2025-09-01T09:00:00Z"), "2026-04-06T11:00:00Z");

        Row suspended = make.account(
                        "BA-100152", "MCA", "GB", "Saltpan Cottage Letting Ltd", "payment_method_expiry", "2026-03")
                .says("2026-04-20T15:55:00Z", "payment_method_expiry=2030-07");
        make.subscriptions(suspended, 2, "2025-03-10");
        paid(standard(suspended, "2025-09-01T10:00:00Z"), "2026-04-20T16:00:00Z");

        Row wire = make.account(
                "BA-100160",
                "MCA",
                "US",
                "Ironbark Ridge Vineyards Inc.",
                "payment_method",
                "WIRE",
                "payment_method_expiry",
                "");
        make.subscriptions(wire, 3, "2025-02-10");
        paid(standard(wire, "2025-10-02T18:00:00Z"), "2026-04-20T08:00:00Z");
    }

    private void paid(Row plan, String at) {
        world.add(Kind.PAYMENTS, plan.id() + at, at, "plan_id", plan.id(), "at", at, "result", "SUCCESS");
    }

    private void pricesInTime() {
        standard(mca("BA-100157", "US", "Decimal Creek Coffee LLC", 2), "2025-12-10T15:00:00Z");
        standard(mca("BA-100158", "US", "Ides Harbor Chandlery LLC", 2), "2025-12-15T15:00:00Z");
        standard(mca("BA-100159", "US", "Twentieth Mile Trucking LLC", 2), "2025-12-20T15:00:00Z");
    }

    private void whoMayAsk() {
        Row asks = make.account(ASKS, "MCA", "SE", "Frågvis & Döttrar AB");
        List<Row> three = make.subscriptions(asks, 3, "2025-08-11");
        standard(asks, "2025-09-05T09:00:00Z");
        String[] roles = {
            "OWNER agda 0",
            "CONTRIBUTOR bror 0",
            "SUPPORT_REQUEST_CONTRIBUTOR cilla 0",
            "READER disa 0",
            "CO_ADMIN edvin 0",
            "CONTRIBUTOR partner 0",
            "READER agda 1",
            "OWNER frida 2"
        };
        for (String told : roles) {
            String[] role = told.split(" ");
            String scope =
                    "/subscriptions/" + three.get(Integer.parseInt(role[2])).id();
            String user = role[1] + "@fragvis-dottrar.example";
            world.add(Kind.ROLES, told + asks.id(), "2026-01-05T09:00:00Z")
                    .says(
                            "2026-01-05T09:00:01Z",
                            "user=" + user + " role=" + role[0] + " scope=" + scope + " is_partner="
                                    + role[1].equals("partner"));
        }

        Row usedUp = make.account("BA-100156", "MOSP", "US", "Quarterstaff Fencing Club")
                .says("2026-01-05T09:00:00Z", "program=MSDN benefit_valid_to=2026-12-31 incidents_remaining=1")
                .says("2026-04-09T09:00:00Z", "incidents_remaining=0");
        make.subscriptions(usedUp, 2, "2025-10-20");
    }

    private Row enterprise(String account, String country, String name) {
        return make.account(account, "EA", country, name);
    }

    private void agreementsWithoutPlan() {
        Row idle = enterprise("BA-100335", "CA", "Hushwater Paddle Works Ltd.");
        Row resting = make.agreement("EA-700135", idle, "2025-10-01", "2028-09-30");
        make.subscriptions(idle, resting, 2, "2025-10-02")
                .forEach(s -> s.says("2026-03-02T09:00:00Z", "state=DISABLED state_since=2026-03-02"));

        Row unasked = enterprise("BA-100336", "US", "Marigold Falls School District");
        Row noOrder = make.agreement("EA-700139", unasked, "2025-07-01", "2028-06-30")
                .then(
                        "2026-03-11T15:00:00Z",
                        "temp_request_at",
                        "2026-03-11T15:00:00Z",
                        "temp_level",
                        "STANDARD",
                        "temp_description",
                        "We will order a plan next week");
        make.subscriptions(unasked, noOrder, 3, "2025-07-02");

        Row wordless = enterprise("BA-100337", "FR", "Moulin des Silences SA");
        Row blank = make.agreement("EA-700140", wordless, "2025-11-01", "2028-10-31")
                .says("2026-04-13T09:00:00Z", "order_status=PENDING ordered_level=STANDARD order_date=2026-04-13")
                .says("2026-04-14T09:00:00Z", "temp_request_at=2026-04-14T09:00:00Z temp_level=STANDARD");
        make.subscriptions(wordless, blank, 3, "2025-11-03");
    }

    private void agreementsThatEnd() {
        Row ends = enterprise("BA-100338", "US", "Halfmonth Steamship Corp.");
        Row extended = make.agreement("EA-700136", ends, "2023-04-16", "2026-04-15")
                .says(
                        "2025-04-01T09:00:00Z",
                        "currency=USD support_level=STANDARD support_coverage_start=2025-04-01"
                                + " support_coverage_end=2026-04-15")
                .says("2026-04-16T00:10:00Z", "status=EXTENDED status_since=2026-04-16");
        make.subscriptions(ends, extended, 4, "2023-04-17");

        Row leaves = enterprise("BA-100339", "BE", "Verhuizersgilde N.V.");
        Row target = enterprise("BA-100340", "BE", "Verhuizersgilde Groep N.V.");
        Row old = make.agreement("EA-700137", leaves, "2024-09-01", "2027-08-31")
                .says(
                        "2025-09-01T09:00:00Z",
                        "currency=USD support_level=STANDARD support_coverage_start=2025-09-01"
                                + " support_coverage_end=2026-08-31")
                .says("2026-04-11T07:00:00Z", "status=TRANSFERRED status_since=2026-04-10");
        Row group = make.agreement("EA-700138", target, "2026-04-01", "2029-03-31");
        make.subscriptions(leaves, old, 4, "2024-09-02")
                .forEach(s -> s.says(
                        "2026-04-11T07:30:00Z",
                        "billing_account_id=" + target.id() + " ea_id=" + group.id() + " scope_since=2026-04-11"));
    }

    private void plansOfAgreements() {
        Row wants = enterprise("BA-100341", "MX", "Ferrocarril del Cenote S.A.");
        Row upgraded = make.agreement("EA-700134", wants, "2025-01-01", "2027-12-31")
                .says("2025-01-02T09:00:00Z", "currency=USD");
        make.subscriptions(wants, upgraded, 5, "2025-01-03");
        make.linkedPlan(wants, upgraded, "STANDARD", "2025-12-10T09:00:00Z", "2026-01-01", "2026-12-31");
        make.linkedPlan(wants, upgraded, "PROFESSIONAL_DIRECT", "2026-04-07T09:00:00Z", "2026-04-10", "2027-04-09");

        Row online = enterprise("BA-100342", "AT", "Nebelkrähe Druckluft AG");
        Row portal = make.agreement("EA-700141", online, "2025-12-01", "2028-11-30")
                .says("2025-12-02T09:00:00Z", "currency=USD");
        make.subscriptions(online, portal, 3, "2025-12-03");
        make.plan(online, "STANDARD", PORTAL, "2026-03-04T10:00:00Z", "linked_ea_id", portal.id());
    }
}
