package io.coverbook.azure;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lists that Azure's interfaces and tools give, told by what an entry says of itself: its {@code type}, the path of
 * its id, or the names of its values, never by the name of the file (FORMATS 10.1).
 */
public enum AzureForm {
    BILLING_ACCOUNTS("billing accounts", AzureTarget.ACCOUNTS, AzureTarget.AGREEMENTS),
    BILLING_PROFILES("billing profiles", AzureTarget.ACCOUNTS),
    PAYMENT_METHODS("payment methods", AzureTarget.ACCOUNTS),
    BILLING_SUBSCRIPTIONS("billing subscriptions", AzureTarget.SUBSCRIPTIONS),
    SUBSCRIPTION_ALIASES("billing subscription aliases", AzureTarget.SUBSCRIPTIONS),
    BILLING_PROPERTY("the billing property of a subscription", AzureTarget.SUBSCRIPTIONS),
    PRODUCTS("products", AzureTarget.WITNESSES, AzureTarget.SUBSCRIPTIONS),
    ROLE_ASSIGNMENTS("role assignments", AzureTarget.ROLES),
    CLASSIC_ADMINISTRATORS("classic administrators", AzureTarget.ROLES),
    ROLE_DEFINITIONS("role definitions", AzureTarget.WITNESSES),
    MANAGEMENT_GROUPS("management groups", AzureTarget.WITNESSES),
    ARM_SUBSCRIPTIONS("subscriptions of a tenant", AzureTarget.WITNESSES),
    TENANT_ALIASES("subscription aliases", AzureTarget.WITNESSES),
    ACCOUNT_CENTER("subscriptions of the Account Center", AzureTarget.WITNESSES),
    USAGE("usage details", AzureTarget.WITNESSES),
    INVOICES("invoices", AzureTarget.WITNESSES),
    TRANSACTIONS("transactions", AzureTarget.WITNESSES),
    SUPPORT_TICKETS("support tickets", AzureTarget.WITNESSES),
    PARTNER_SUBSCRIPTIONS("Partner Center subscriptions", AzureTarget.WITNESSES),
    PARTNER_ORDERS("Partner Center orders", AzureTarget.WITNESSES),
    PARTNER_INVOICES("Partner Center invoices", AzureTarget.WITNESSES),
    COST_DETAILS("cost details", AzureTarget.WITNESSES),
    FOCUS("FOCUS costs", AzureTarget.WITNESSES),
    PARTNER_RECONCILIATION("Partner Center reconciliation", AzureTarget.WITNESSES),
    OTHER("a list without plans or cover", AzureTarget.WITNESSES);

    private static final Map<String, AzureForm> TYPES = Map.ofEntries(
            Map.entry("billingaccounts", BILLING_ACCOUNTS),
            Map.entry("billingprofiles", BILLING_PROFILES),
            Map.entry("paymentmethods", PAYMENT_METHODS),
            Map.entry("paymentmethodlinks", PAYMENT_METHODS),
            Map.entry("billingsubscriptions", BILLING_SUBSCRIPTIONS),
            Map.entry("billingsubscriptionaliases", SUBSCRIPTION_ALIASES),
            Map.entry("billingproperty", BILLING_PROPERTY),
            Map.entry("products", PRODUCTS),
            Map.entry("roleassignments", ROLE_ASSIGNMENTS),
            Map.entry("classicadministrators", CLASSIC_ADMINISTRATORS),
            Map.entry("roledefinitions", ROLE_DEFINITIONS),
            Map.entry("managementgroups", MANAGEMENT_GROUPS),
            Map.entry("aliases", TENANT_ALIASES),
            Map.entry("usagedetails", USAGE),
            Map.entry("invoices", INVOICES),
            Map.entry("transactions", TRANSACTIONS),
            Map.entry("supporttickets", SUPPORT_TICKETS));

    /** Last words of types whose entries tell of no plan and no cover. */
    private static final Set<String> OTHERS = Set.of(
            "departments",
            "enrollmentaccounts",
            "invoicesections",
            "customers",
            "agreements",
            "billingrequests",
            "billingroleassignments",
            "billingroledefinitions",
            "billingperiods",
            "availablebalance",
            "policies",
            "services",
            "problemclassifications",
            "balances",
            "charges",
            "marketplaces",
            "pricesheets",
            "reservationtransactions",
            "exports");

    private final String title;
    private final AzureTarget first;
    private final @Nullable AzureTarget second;

    AzureForm(String title, AzureTarget only) {
        this(title, only, null);
    }

    AzureForm(String title, AzureTarget first, @Nullable AzureTarget second) {
        this.title = title;
        this.first = first;
        this.second = second;
    }

    /** For people: {@code billing subscriptions}. */
    public String title() {
        return title;
    }

    /** What its entries can be told as; the first always is, the others where an entry has what they need. */
    public List<AzureTarget> targets() {
        return second == null ? List.of(first) : List.of(first, second);
    }

    /** What an option calls it: {@code billing-subscriptions}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The form of that label. */
    public static Optional<AzureForm> labelled(String label) {
        return List.of(values()).stream()
                .filter(form -> form.label().equals(label))
                .findFirst();
    }

    /** What an entry is; empty when nothing tells. */
    static @Nullable AzureForm of(AzureEntry entry) {
        AzureForm named = typed(entry);
        if (named == null) {
            named = named(listOf(entry.or("id")));
        }
        return named == null ? byValues(entry) : named;
    }

    /** What the entry's own type says; null when it has none, or one of no list. */
    static @Nullable AzureForm typed(AzureEntry entry) {
        return named(lastWord(entry.or("type")));
    }

    private static @Nullable AzureForm named(String word) {
        AzureForm form = TYPES.get(word);
        return form == null && OTHERS.contains(word) ? OTHER : form;
    }

    /** {@code Microsoft.Billing/billingAccounts/products}: the last segment tells. */
    private static String lastWord(String type) {
        return type.startsWith("Microsoft.") || type.startsWith("microsoft.")
                ? type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT)
                : "";
    }

    /** {@code .../billingAccounts/1/products/2}: the segment before the last. */
    private static String listOf(String id) {
        String[] parts = id.split("/", -1);
        return parts.length < 3 ? "" : parts[parts.length - 2].toLowerCase(Locale.ROOT);
    }

    private static @Nullable AzureForm byValues(AzureEntry entry) {
        if (entry.knows("roledefinitionid") || entry.knows("roledefinitionname")) {
            return ROLE_ASSIGNMENTS;
        }
        if (entry.knows("subscriptionpolicies.quotaid") || (entry.knows("tenantid") && entry.knows("state"))) {
            return ARM_SUBSCRIPTIONS;
        }
        if (entry.knows("agreementtype") && entry.knows("name")) {
            return BILLING_ACCOUNTS;
        }
        if (entry.knows("provisioningstate") && entry.knows("subscriptionid")) {
            return TENANT_ALIASES;
        }
        if (entry.knows("subscriptionids.0") && entry.knows("puid")) {
            return ACCOUNT_CENTER;
        }
        if (entry.knows("supportplantype") || entry.knows("supportticketid")) {
            return SUPPORT_TICKETS;
        }
        return partner(entry);
    }

    private static @Nullable AzureForm partner(AzureEntry entry) {
        String type = entry.or("attributes.objecttype").toLowerCase(Locale.ROOT);
        if (type.equals("order") || entry.knows("lineitems.0.offerid")) {
            return PARTNER_ORDERS;
        }
        if (type.equals("invoice") || (entry.knows("invoicetype") && entry.knows("totalcharges"))) {
            return PARTNER_INVOICES;
        }
        if (type.equals("subscription") || entry.knows("autorenewenabled")) {
            return PARTNER_SUBSCRIPTIONS;
        }
        boolean known = entry.knows("entitlementtype")
                || entry.knows("cancellationreason")
                || entry.knows("virtualmachinereservations.0.reservationid")
                || entry.knows("azurecreditapplied")
                || entry.knows("submittedtime");
        return known || entry.knows("offertypes.0") ? OTHER : null;
    }
}
