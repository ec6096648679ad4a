package io.coverbook.azure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Billing subscriptions as subscriptions and support plans, in the words of CONTRACT 2.2. A support plan is a billing
 * subscription of its own, told by its category or its offer, and never one that can be covered (O34).
 */
final class SubscriptionList {

    private static final Map<String, String> STATES = Map.ofEntries(
            Map.entry("active", "ACTIVE"),
            Map.entry("enabled", "ACTIVE"),
            Map.entry("autorenew", "ACTIVE"),
            Map.entry("expiring", "ACTIVE"),
            Map.entry("transferring", "ACTIVE"),
            Map.entry("warned", "WARNED"),
            Map.entry("warning", "WARNED"),
            Map.entry("pastdue", "PAST_DUE"),
            Map.entry("disabled", "DISABLED"),
            Map.entry("suspended", "DISABLED"),
            Map.entry("inactive", "DISABLED"),
            Map.entry("abandoned", "EXPIRED"),
            Map.entry("cancelled", "EXPIRED"),
            Map.entry("canceled", "EXPIRED"),
            Map.entry("expired", "EXPIRED"),
            Map.entry("failed", "EXPIRED"),
            Map.entry("deleted", "DELETED"));

    private static final Set<String> MOVED = Set.of("transferredout", "transferred");
    private static final Set<String> GONE = Set.of("EXPIRED", "DELETED");
    private static final Map<String, String> FREQUENCIES = Map.of("monthly", "P1M", "p1m", "P1M", "month", "P1M");

    private final PlanNames names;
    private final Instant exportedAt;

    SubscriptionList(PlanNames names, Instant exportedAt) {
        this.names = names;
        this.exportedAt = exportedAt;
    }

    /** Whether the entry is a support plan. Other products may have "support" in their name and are none. */
    boolean isPlan(AzureEntry entry) {
        String category = entry.or("productcategory");
        String type = entry.or("producttype").replace(" ", "");
        return category.equalsIgnoreCase("AzureSupport")
                || names.isOffer(entry.text("offerid"))
                || (category.isEmpty() && type.equalsIgnoreCase("AzureSupport"));
    }

    void take(AzureEntry entry, AzureSink sink) {
        EntryTeller teller = new EntryTeller(entry, sink);
        String account = AzureIds.account(entry);
        if (account == null) {
            teller.fault(
                    AzureFault.Kind.UNRESOLVED_ACCOUNT,
                    "id",
                    entry.shown(),
                    "the entry's id does not name its billing account; export the list of the account itself");
            return;
        }
        teller.say("billing_account_id", account);
        teller.sayIf("display_name", entry.text("displayname"));
        if (isPlan(entry)) {
            plan(teller, account);
        } else {
            subscription(teller, account);
        }
    }

    private void subscription(EntryTeller teller, String account) {
        AzureEntry entry = teller.entry();
        String id = id(teller, "subscriptionid", "name");
        String state = state(teller);
        if (state != null && state.isEmpty()) {
            teller.note(AzureNote.LEFT_OUT, "subscription " + id + ", which has moved to another account");
            return;
        }
        teller.say("subscription_id", id);
        teller.sayIf("product_category", category(entry));
        if (AzureIds.isEnrollment(account)) {
            teller.say("ea_id", account);
        }
        teller.sayIf("state", state);
        LocalDate since = stateSince(teller, state);
        teller.sayIf("state_since", since == null ? null : since.toString());
        teller.sayDay("scope_since", "enrollmentaccountsubscriptiondetails.enrollmentaccountstartdate");
        LocalDate created = teller.day("purchasedate", "systemdata.createdat");
        teller.sayIf("created_on", created == null ? null : created.toString());
        if (entry.or("operationstatus").equalsIgnoreCase("LockedForUpdate")) {
            teller.note(AzureNote.UNKNOWN_VALUE, "operationStatus 'LockedForUpdate' of " + id);
        }
        teller.done(id, created != null && state != null && entry.knows("productcategory"));
    }

    private String id(EntryTeller teller, String... names) {
        String id = teller.entry().text(names);
        if (id == null) {
            teller.fault(
                    AzureFault.Kind.REQUIRED,
                    names[0],
                    "",
                    "the entry does not name the subscription; export it again");
            return "";
        }
        return AzureIds.clean(id.indexOf('/') < 0 ? id : AzureIds.last(id));
    }

    private static @Nullable String category(AzureEntry entry) {
        String category = entry.text("productcategory");
        if (category == null) {
            // An enrollment account has no other products than subscriptions.
            return entry.knows("enrollmentaccountid") ? "USAGE_BASED" : null;
        }
        return category.equalsIgnoreCase("UsageBased") ? "USAGE_BASED" : "OTHER";
    }

    /** Null when nothing is told, "" for one that is now at another account. */
    private static @Nullable String state(EntryTeller teller) {
        AzureEntry entry = teller.entry();
        if (suspended(entry, "cancelled") >= 0 || suspended(entry, "canceled") >= 0) {
            return "EXPIRED";
        }
        String told = entry.text(
                "enrollmentaccountsubscriptiondetails.subscriptionenrollmentaccountstatus",
                "status",
                "subscriptionbillingstatus",
                "state");
        if (told == null) {
            return null;
        }
        String form = told.toLowerCase(Locale.ROOT).replace(" ", "");
        if (MOVED.contains(form)) {
            return "";
        }
        if (STATES.getOrDefault(form, "").equals("DISABLED") && suspended(entry, "pastdue") >= 0) {
            return "PAST_DUE";
        }
        String state = STATES.get(form);
        if (state == null) {
            teller.note(AzureNote.UNKNOWN_VALUE, "status '" + told + "'");
        }
        return state;
    }

    /** Which of the suspension reasons is the one, -1 when none is. */
    private static int suspended(AzureEntry entry, String reason) {
        for (int i = 0; entry.knows("suspensionreasons." + i); i++) {
            if (entry.or("suspensionreasons." + i).equalsIgnoreCase(reason)) {
                return i;
            }
        }
        for (int i = 0; entry.knows("suspensionreasondetails." + i + ".reason"); i++) {
            if (entry.or("suspensionreasondetails." + i + ".reason").equalsIgnoreCase(reason)) {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable LocalDate stateSince(EntryTeller teller, @Nullable String state) {
        if (state == null || state.equals("ACTIVE")) {
            return null;
        }
        return teller.day("suspensionreasondetails.0.effectivedate");
    }

    private void plan(EntryTeller teller, String account) {
        AzureEntry entry = teller.entry();
        String id = id(teller, "name", "subscriptionid");
        teller.say("subscription_id", id).say("product_category", "AZURE_SUPPORT");
        String tier = names.tier(
                entry.text("offerid"),
                entry.text("skudescription"),
                entry.text("producttype"),
                entry.text("displayname"));
        if (tier == null) {
            String shown = entry.or("skudescription", "producttype", "displayname", "offerid");
            teller.fault(
                    AzureFault.Kind.UNKNOWN_TIER,
                    "skuDescription",
                    shown,
                    "no line of plan-names.csv tells which support plan '" + shown
                            + "' is; add one to the reference data and import the file again");
            return;
        }
        teller.say("plan_tier", tier);
        channel(teller, account);
        Instant purchased = teller.time("purchasedate", "termstartdate", "systemdata.createdat");
        if (purchased == null) {
            teller.fault(
                    AzureFault.Kind.REQUIRED, "purchaseDate", "", "the plan has no date of purchase; export it again");
            return;
        }
        teller.say("purchased_at", purchased.toString());
        term(teller, purchased);
        renewal(teller);
        teller.done(id, false);
    }

    /** Who sold it follows from the kind of account; only that a partner's account is one is not in its name. */
    private static void channel(EntryTeller teller, String account) {
        switch (AzureIds.agreementType(account)) {
            case "EA" -> teller.say("linked_ea_id", account).otherwise("channel", "MS_SELLER");
            case "MCA" -> teller.otherwise("channel", "MCA");
            default -> teller.otherwise("channel", "AZURE_PORTAL");
        }
    }

    /**
     * The source tells the term that runs, we keep the day from which terms are counted: the day of purchase, unless the
     * terms turn out to begin on another day of the month.
     */
    private static void term(EntryTeller teller, Instant purchased) {
        AzureEntry entry = teller.entry();
        LocalDate bought = purchased.atOffset(ZoneOffset.UTC).toLocalDate();
        LocalDate from = teller.day("termstartdate");
        LocalDate until = teller.day("termenddate");
        if (from != null && from.isAfter(bought)) {
            long months = ChronoUnit.MONTHS.between(bought, from);
            boolean onDay = bought.plusMonths(months).equals(from)
                    || bought.plusMonths(months + 1).equals(from);
            teller.say("coverage_start", onDay ? "" : from.minusMonths(months).toString());
        }
        boolean contract =
                !entry.or("termduration").isEmpty() && !entry.or("termduration").equalsIgnoreCase("P1M");
        if (contract && until != null) {
            teller.say("contract_end", until.minusDays(1).toString());
        }
        String frequency = entry.text("billingfrequency");
        if (frequency != null) {
            teller.say("billing_frequency", FREQUENCIES.getOrDefault(frequency.toLowerCase(Locale.ROOT), frequency));
        }
    }

    /** A cancellation beats the switch of renewal, which stays on (O36); a plan that just is over ended when first seen. */
    private void renewal(EntryTeller teller) {
        AzureEntry entry = teller.entry();
        String renews = entry.text("autorenew", "autorenewenabled");
        if (renews == null) {
            teller.note(AzureNote.NOT_EXPORTED, "autoRenew");
        } else {
            boolean on = renews.equalsIgnoreCase("On") || renews.equalsIgnoreCase("true");
            teller.say("auto_renew", on ? "ON" : "OFF");
        }
        String state = state(teller);
        int cancelled = Math.max(suspended(entry, "cancelled"), suspended(entry, "canceled"));
        boolean over = cancelled >= 0 || (state != null && (GONE.contains(state) || state.isEmpty()));
        if (!over) {
            if (state != null) {
                teller.say("cancel_requested_at", "");
            }
            return;
        }
        Instant effective = teller.time("suspensionreasondetails." + Math.max(0, cancelled) + ".effectivedate");
        if (effective != null) {
            teller.say("cancel_requested_at", effective.toString());
        } else {
            teller.otherwise("cancel_requested_at", exportedAt.toString());
        }
    }

    /** The billing account that a subscription's own side names. */
    void takeProperty(AzureEntry entry, AzureSink sink) {
        EntryTeller teller = new EntryTeller(entry, sink);
        String path = entry.text("billingaccountid");
        String account = path == null ? null : AzureIds.behind(path, "billingAccounts");
        String subscription = AzureIds.behind(entry.or("id"), "subscriptions");
        if (account == null || subscription == null) {
            teller.fault(
                    AzureFault.Kind.UNRESOLVED_ACCOUNT,
                    "billingAccountId",
                    entry.shown(),
                    "the entry does not name subscription and billing account; export it again");
            return;
        }
        teller.say("billing_account_id", account).say("subscription_id", subscription);
        if (AzureIds.isEnrollment(account)) {
            teller.say("ea_id", account);
        }
        teller.sayIf("display_name", entry.text("displayname"));
        teller.done(subscription, false);
    }
}
