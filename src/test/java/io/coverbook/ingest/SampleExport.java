package io.coverbook.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Made-up rows with every column of the contract, each cell one of several values that all mean something else. */
final class SampleExport {

    private static final String DAYS = "2026-01-31 2026-02-28 2027-03-01";
    private static final String INSTANTS =
            "2026-01-31T08:15:00Z 2026-02-28T00:00:00Z 2026-02-28T00:00:00.5Z 2027-03-01T23:59:59Z";
    private static final String LEVELS = "DEVELOPER STANDARD PROFESSIONAL_DIRECT UNIFIED OTHER";

    private static final String ACCOUNT = """
            billing_account_id=BA-1 BA-2
            agreement_type=MOSP MCA EA MPA
            country=SE US
            currency=SEK USD JPY
            customer_id=C-1 C-2
            display_name=Ann Bo
            status=ACTIVE DISABLED CLOSED
            status_since=DAYS
            currency_since=DAYS
            payment_method=CARD WIRE NONE
            payment_method_status=ACTIVE INACTIVE
            payment_method_expiry=2028-02 2029-12
            billing_profile_id=P-1 P-2
            program=MPN MSDN STARTUPS
            benefit_valid_to=DAYS
            incidents_remaining=0 1 12
            created_on=DAYS
            updated_at=INSTANTS
            legal_name=Ann Bo
            street=Ann Bo
            city=Ann Bo
            postal_code=111 222
            vat_id=SE1 SE2
            e_mail=a@x b@x
            purchase_order=PO1 PO2
            """;

    private static final String SUBSCRIPTION = """
            subscription_id=S-1 S-2
            billing_account_id=BA-1 BA-2
            display_name=Ann Bo
            product_category=USAGE_BASED OTHER
            ea_id=EA-1 EA-2
            state=ACTIVE WARNED PAST_DUE DISABLED EXPIRED DELETED
            state_since=DAYS
            created_on=DAYS
            scope_since=DAYS
            ended_on=DAYS
            updated_at=INSTANTS
            """;

    private static final String PLAN = """
            subscription_id=S-1 S-2
            billing_account_id=BA-1 BA-2
            display_name=Ann Bo
            product_category=AZURE_SUPPORT
            plan_tier=DEVELOPER STANDARD PROFESSIONAL_DIRECT UNIFIED
            channel=AZURE_WEBSITE AZURE_PORTAL MCA MS_REPRESENTATIVE MS_SELLER RESELLER PARTNER
            purchased_at=INSTANTS
            coverage_start=DAYS
            contract_end=2028-01-31 2028-02-28
            auto_renew=ON OFF
            auto_renew_changed_at=INSTANTS
            cancel_requested_at=INSTANTS
            cancel_channel=AZURE_PORTAL SUPPORT_REQUEST MS_REPRESENTATIVE PARTNER
            billing_frequency=P1M P1Y
            promo_price=90.5 90.05 0
            promo_until=DAYS
            linked_ea_id=EA-1 EA-2
            updated_at=INSTANTS
            """;

    private static final String AGREEMENT = """
            ea_id=EA-1 EA-2
            billing_account_id=BA-1 BA-2
            status=PENDING ACTIVE EXTENDED EXPIRED TRANSFERRED TERMINATED
            start_date=2025-01-01 2025-01-02
            end_date=DAYS
            customer_id=C-1 C-2
            status_since=DAYS
            relationship=DIRECT INDIRECT
            partner_account_id=P-1 P-2
            country=SE US
            currency=SEK USD
            support_level=NONE LEVELS
            support_coverage_start=DAYS
            support_coverage_end=2028-01-31 2028-02-28
            promo_price=90.5 90.05 0
            promo_until=DAYS
            order_status=NONE PENDING FULFILLED CANCELLED
            ordered_level=LEVELS
            order_date=DAYS
            order_changed_on=DAYS
            temp_request_at=INSTANTS
            temp_level=LEVELS
            temp_description=Ann Bo
            notification_contacts=a@x;b@x c@x
            cancel_requested_at=INSTANTS
            cancel_channel=AZURE_PORTAL SUPPORT_REQUEST MS_REPRESENTATIVE PARTNER
            updated_at=INSTANTS
            """;

    private static final String ROLE = """
            user=ann@x bo@x o'brien@x
            role=OWNER CONTRIBUTOR READER SUPPORT_REQUEST_CONTRIBUTOR ACCOUNT_ADMIN SERVICE_ADMIN CO_ADMIN CUSTOM
            scope=/ /providers/Microsoft.Management/managementGroups/m1 /providers/Microsoft.Management/managementGroups/m2
            subscription_ids=S-1 S-1;S-2 S-2
            actions=* Microsoft.Support/* Microsoft.Support/*;*/read
            is_partner=true false
            partner_benefit=true false
            """;

    private static final String PAYMENT = """
            plan_id=PL-1 EA:EA-1
            at=INSTANTS
            result=SUCCESS DECLINED
            invoice_number=INV-2026-000001 INV-2026-000002
            amount=90.5 90.05 0
            """;

    static final List<String> KINDS = List.of(ACCOUNT, SUBSCRIPTION, PLAN, AGREEMENT, ROLE, PAYMENT);

    private final SplittableRandom random;
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    SampleExport(String kind, SplittableRandom random) {
        this.random = random;
        String full = kind.replace("DAYS", DAYS).replace("INSTANTS", INSTANTS).replace("LEVELS", LEVELS);
        full.lines().forEach(line -> {
            String[] sides = line.split("=", 2);
            values.put(sides[0], Arrays.asList(sides[1].split(" ")));
        });
    }

    List<String> columns() {
        return List.copyOf(values.keySet());
    }

    List<String> values(String column) {
        return values.getOrDefault(column, List.of());
    }

    Map<String, String> row() {
        Map<String, String> row = new LinkedHashMap<>();
        values.forEach((column, some) -> row.put(column, some.get(random.nextInt(some.size()))));
        return row;
    }

    /** The same columns in another order, under names that are spelled otherwise. */
    static String file(Map<String, String> row, List<String> order, boolean camelCase) {
        List<String> names =
                order.stream().map(name -> camelCase ? camelCase(name) : name).toList();
        List<String> cells =
                order.stream().map(name -> row.getOrDefault(name, "")).toList();
        return String.join(",", names) + "\n" + String.join(",", cells) + "\n";
    }

    List<String> shuffled(List<String> things) {
        List<String> copy = new ArrayList<>(things);
        for (int i = copy.size() - 1; i > 0; i--) {
            Collections.swap(copy, i, random.nextInt(i + 1));
        }
        return copy;
    }

    private static String camelCase(String name) {
        StringBuilder out = new StringBuilder();
        for (String word : name.split("_")) {
            out.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return out.toString();
    }
}
