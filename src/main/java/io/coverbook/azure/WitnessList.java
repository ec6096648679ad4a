package io.coverbook.azure;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What others recorded about plans and subscriptions, in the words of the witnesses' own export. It is compared with our
 * facts and never becomes one (FORMATS 10.3).
 */
final class WitnessList {

    private static final Map<AzureForm, String> TYPES = Map.ofEntries(
            Map.entry(AzureForm.PRODUCTS, "PRODUCT"),
            Map.entry(AzureForm.ROLE_DEFINITIONS, "ROLE_DEFINITION"),
            Map.entry(AzureForm.MANAGEMENT_GROUPS, "MANAGEMENT_GROUP"),
            Map.entry(AzureForm.ARM_SUBSCRIPTIONS, "SUBSCRIPTION"),
            Map.entry(AzureForm.TENANT_ALIASES, "SUBSCRIPTION"),
            Map.entry(AzureForm.ACCOUNT_CENTER, "SUBSCRIPTION"),
            Map.entry(AzureForm.USAGE, "SUBSCRIPTION"),
            Map.entry(AzureForm.PARTNER_SUBSCRIPTIONS, "SUBSCRIPTION"),
            Map.entry(AzureForm.INVOICES, "INVOICE"),
            Map.entry(AzureForm.PARTNER_INVOICES, "INVOICE"),
            Map.entry(AzureForm.TRANSACTIONS, "TRANSACTION"),
            Map.entry(AzureForm.SUPPORT_TICKETS, "TICKET"),
            Map.entry(AzureForm.PARTNER_ORDERS, "ORDER"));

    private final PlanNames names;
    private final AzureForm form;
    private final SeenSubscriptions seen = new SeenSubscriptions();

    WitnessList(AzureForm form, PlanNames names) {
        this.form = form;
        this.names = names;
    }

    void take(AzureEntry entry, AzureSink sink) {
        EntryTeller teller = new EntryTeller(entry, sink);
        teller.say("record_type", TYPES.getOrDefault(form, "OTHER")).say("source", form.label());
        teller.sayIf("billing_account_id", AzureIds.account(entry));
        switch (form) {
            case USAGE -> usage(teller);
            case ACCOUNT_CENTER -> accountCenter(teller, sink);
            case ARM_SUBSCRIPTIONS, TENANT_ALIASES -> subscription(teller);
            case PARTNER_SUBSCRIPTIONS -> partnerSubscription(teller);
            case INVOICES, PARTNER_INVOICES -> invoice(teller);
            case TRANSACTIONS -> transaction(teller);
            case SUPPORT_TICKETS -> ticket(teller);
            case PRODUCTS -> product(teller);
            case ROLE_DEFINITIONS -> roleDefinition(teller);
            case MANAGEMENT_GROUPS -> managementGroup(teller);
            default -> other(teller);
        }
    }

    void finish(AzureSink sink) throws AzureFormException {
        seen.finish(form, null, sink);
    }

    private void done(EntryTeller teller, @Nullable String id) {
        if (id == null) {
            teller.fault(AzureFault.Kind.REQUIRED, "id", "", "the entry has no id; export the list again");
            return;
        }
        String plain = AzureIds.clean(id).replaceAll("[^\\x21-\\x7e]|[\"'`\\\\,;<>{}]", "_");
        teller.say("record_id", plain.substring(0, Math.min(200, plain.length())));
        teller.done(plain, true);
    }

    private static String cut(String text) {
        return text.length() > 500 ? text.substring(0, 500) : text;
    }

    private static void name(EntryTeller teller, String... names) {
        String name = teller.entry().text(names);
        teller.sayIf("name", name == null ? null : cut(name));
    }

    private void usage(EntryTeller teller) {
        AzureEntry entry = teller.entry();
        String id = entry.text("subscriptionguid", "subscriptionid");
        SeenSubscriptions.Sight sight = new SeenSubscriptions.Sight(
                entry.number(),
                id == null ? "" : id,
                entry.text("billingaccountid"),
                entry.text("subscriptionname"),
                entry.text("date", "usagestart"));
        String fault = seen.see(sight);
        if (fault != null) {
            teller.fault(AzureFault.Kind.REQUIRED, "subscriptionId", id == null ? "" : id, fault);
        }
    }

    private void accountCenter(EntryTeller teller, AzureSink sink) {
        AzureEntry entry = teller.entry();
        for (int i = 0; entry.knows("subscriptionids." + i); i++) {
            String id = entry.or("subscriptionids." + i);
            EntryTeller each = new EntryTeller(entry, sink);
            each.say("record_type", "SUBSCRIPTION").say("source", form.label());
            if (!AzureIds.isGuid(id)) {
                each.fault(
                        AzureFault.Kind.REQUIRED,
                        "SubscriptionIds",
                        id,
                        "not the id of a subscription; perhaps it was made unreadable on purpose");
                continue;
            }
            each.say("subscription_id", AzureIds.clean(id));
            done(each, id);
        }
    }

    private void subscription(EntryTeller teller) {
        AzureEntry entry = teller.entry();
        String id = entry.text("subscriptionid");
        if (id == null && entry.knows("tenantid")) {
            id = entry.text("id");
        }
        teller.sayIf("subscription_id", id == null ? null : AzureIds.clean(id));
        name(teller, "displayname", "name");
        teller.sayIf("state", entry.text("state", "provisioningstate"));
        teller.sayIf("detail", entry.text("subscriptionpolicies.quotaid"));
        done(teller, id);
    }

    private void partnerSubscription(EntryTeller teller) {
        AzureEntry entry = teller.entry();
        String id = entry.text("entitlementid", "id");
        teller.sayIf("subscription_id", id == null ? null : AzureIds.clean(id));
        name(teller, "friendlyname", "offername");
        teller.sayIf("state", entry.text("status"));
        teller.sayDay("from_on", "effectivestartdate", "creationdate");
        teller.sayDay("through_on", "commitmentenddate");
        teller.sayIf("detail", entry.text("offerid"));
        done(teller, entry.text("id"));
    }

    /** Only an invoice for support says what a plan cost. */
    private void invoice(EntryTeller teller) {
        AzureEntry entry = teller.entry();
        String type = entry.or("invoicetype");
        name(teller, "invoicetype", "documenttype");
        String subscription = entry.text("subscriptionid");
        String billed = subscription == null ? AzureIds.behind(entry.or("id"), "billingSubscriptions") : subscription;
        teller.sayIf("subscription_id", billed == null ? null : AzureIds.clean(billed));
        amount(teller, "subtotal", "billedamount", "totalamount", "amountdue");
        teller.sayDay("from_on", "invoiceperiodstartdate");
        teller.sayDay("through_on", "invoiceperiodenddate");
        sayTime(teller, "invoicedate", "invoiceperiodenddate");
        teller.sayIf("state", entry.text("status"));
        if (type.equalsIgnoreCase("AzureSupport")) {
            teller.say("detail", "SUPPORT");
        }
        done(teller, entry.text("name", "id"));
    }

    private void transaction(EntryTeller teller) {
        AzureEntry entry = teller.entry();
        name(teller, "productdescription", "producttype");
        boolean support =
                entry.or("productdescription").toLowerCase(Locale.ROOT).contains("support");
        teller.sayIf("plan_tier", support ? names.tier(null, entry.text("productdescription")) : null);
        String subscription = entry.text("azuresubscriptionid", "subscriptionid");
        teller.sayIf("subscription_id", subscription == null ? null : AzureIds.last(subscription));
        amount(teller, "subtotal", "transactionamount", "effectiveprice");
        teller.sayDay("from_on", "serviceperiodstartdate");
        teller.sayDay("through_on", "serviceperiodenddate");
        sayTime(teller, "date");
        teller.sayIf("state", entry.text("transactiontype"));
        if (support) {
            String credit = entry.or("azurecreditapplied.value");
            boolean credited = !credit.isEmpty() && !credit.equals("0") && !credit.equals("0.0");
            teller.say("detail", credited ? "SUPPORT CREDIT_APPLIED" : "SUPPORT");
        }
        done(teller, entry.text("name", "id"));
    }

    private void ticket(EntryTeller teller) {
        AzureEntry entry = teller.entry();
        Map<String, String> plan = decoded(entry.or("supportplanid"));
        String subscription = AzureIds.behind(entry.or("id"), "subscriptions");
        String served = subscription == null ? plan.get("SubscriptionId") : subscription;
        teller.sayIf("subscription_id", served == null ? null : AzureIds.clean(served));
        name(teller, "supportplandisplayname", "supportplantype");
        teller.sayIf(
                "plan_tier",
                names.tier(plan.get("OfferId"), entry.text("supportplantype"), entry.text("supportplandisplayname")));
        sayTime(teller, "createddate", "servicelevelagreement.starttime");
        teller.sayIf("state", entry.text("status"));
        teller.sayIf("detail", plan.get("Source"));
        done(teller, entry.text("supportticketid", "name", "id"));
    }

    /** {@code Source:EA,SubscriptionId:...,OfferId:...,} in base 64; nothing when it is something else. */
    static Map<String, String> decoded(String planId) {
        Map<String, String> parts = new java.util.HashMap<>();
        if (planId.matches("[A-Za-z0-9+/]+={0,2}") && planId.length() % 4 == 0) {
            String text = new String(Base64.getDecoder().decode(planId), StandardCharsets.UTF_8);
            for (String part : text.split(",", -1)) {
                int colon = part.indexOf(':');
                if (colon > 0) {
                    parts.put(part.substring(0, colon), part.substring(colon + 1));
                }
            }
        }
        return parts;
    }

    private void product(EntryTeller teller) {
        AzureEntry entry = teller.entry();
        name(teller, "displayname");
        teller.sayIf("state", entry.text("status"));
        amount(teller, "lastcharge");
        teller.sayDay("from_on", "purchasedate");
        teller.sayDay("through_on", "enddate");
        teller.sayIf("detail", entry.text("producttype"));
        done(teller, entry.text("name", "id"));
    }

    private void roleDefinition(EntryTeller teller) {
        AzureEntry entry = teller.entry();
        name(teller, "rolename");
        StringBuilder actions = new StringBuilder();
        for (int i = 0; entry.knows("permissions.0.actions." + i); i++) {
            String action = entry.or("permissions.0.actions." + i);
            boolean support =
                    action.contains("*") || action.toLowerCase(Locale.ROOT).contains("support");
            if (support && actions.length() + action.length() < 1900) {
                actions.append(actions.length() == 0 ? "" : ";").append(action);
            }
        }
        teller.sayIf("detail", actions.toString());
        done(teller, entry.text("name", "id"));
    }

    private void managementGroup(EntryTeller teller) {
        AzureEntry entry = teller.entry();
        name(teller, "displayname");
        StringBuilder below = new StringBuilder();
        below(entry, "children.", below);
        teller.sayIf("detail", below.toString());
        done(teller, entry.text("id", "name"));
    }

    private static void below(AzureEntry entry, String path, StringBuilder into) {
        for (int i = 0; entry.knows(path + i + ".id"); i++) {
            String id = entry.or(path + i + ".id");
            String subscription = AzureIds.behind(id, "subscriptions");
            if (subscription != null) {
                into.append(into.length() == 0 ? "" : ";").append(subscription);
            }
            below(entry, path + i + ".children.", into);
        }
    }

    private void other(EntryTeller teller) {
        AzureEntry entry = teller.entry();
        name(teller, "displayname", "rolename", "name");
        teller.sayIf("state", entry.text("status", "state"));
        teller.sayDay("through_on", "virtualmachinereservations.0.expirydatetime");
        String id = entry.text("id", "name", "orderid", "referenceorder.lineitemid");
        done(teller, id == null ? form.label() + "-" + entry.number() : id);
    }

    private static void sayTime(EntryTeller teller, String... names) {
        Instant at = teller.time(names);
        teller.sayIf("at", at == null ? null : at.toString());
    }

    private static void amount(EntryTeller teller, String... names) {
        for (String name : names) {
            String value = teller.entry().text(name + ".value");
            if (value != null) {
                teller.say("amount", value);
                String currency = teller.entry().text(name + ".currency");
                teller.sayIf("currency", currency == null ? null : currency.toUpperCase(Locale.ROOT));
                return;
            }
        }
    }
}
