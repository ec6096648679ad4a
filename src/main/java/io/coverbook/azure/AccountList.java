package io.coverbook.azure;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Billing accounts as accounts, in the words of CONTRACT 2.1. */
final class AccountList {

    /** Nobody can be billed in it, so that a charge waits until the currency is known (DECISIONS C6). */
    static final String NO_CURRENCY = "XXX";

    static final String NO_COUNTRY = "ZZ";

    private static final Map<String, String> STATUSES = Map.ofEntries(
            Map.entry("active", "ACTIVE"),
            Map.entry("underreview", "ACTIVE"),
            Map.entry("new", "ACTIVE"),
            Map.entry("pending", "ACTIVE"),
            Map.entry("extended", "ACTIVE"),
            Map.entry("disabled", "DISABLED"),
            Map.entry("deleted", "CLOSED"),
            Map.entry("terminated", "CLOSED"),
            Map.entry("transferred", "CLOSED"),
            Map.entry("expired", "CLOSED"));

    private static final Map<String, String> TYPES = Map.of(
            "microsoftonlineservicesprogram", "MOSP",
            "microsoftonlineservicesprogramagreement", "MOSP",
            "microsoftcustomeragreement", "MCA",
            "enterpriseagreement", "EA",
            "microsoftpartneragreement", "MPA");

    private AccountList() {}

    static void take(AzureEntry entry, AzureSink sink) {
        EntryTeller teller = new EntryTeller(entry, sink);
        String account = name(entry);
        if (account == null) {
            teller.fault(
                    AzureFault.Kind.UNRESOLVED_ACCOUNT,
                    "name",
                    entry.shown(),
                    "the entry does not name its billing account; export the list again");
            return;
        }
        teller.say("billing_account_id", account);
        teller.sayIf("agreement_type", type(teller, "agreementtype"));
        teller.otherwise("agreement_type", AzureIds.agreementType(account));
        teller.sayIf("display_name", entry.text("displayname"));
        teller.sayIf("status", status(teller));
        country(teller);
        currency(teller, account);
        teller.sayIf("legal_name", entry.text("soldto.companyname"));
        teller.sayIf("street", entry.text("soldto.addressline1"));
        teller.sayIf("city", entry.text("soldto.city"));
        teller.sayIf("postal_code", entry.text("soldto.postalcode"));
        teller.sayIf("e_mail", entry.text("notificationemailaddress"));
        teller.sayIf("purchase_order", entry.text("enrollmentdetails.ponumber"));
        teller.sayIf("vat_id", entry.text("taxids.0.id"));
        teller.sayDay("created_on", "systemdata.createdat");
        teller.done(account, false);
    }

    /** The account's own name, from the path where the entry has none. */
    static @Nullable String name(AzureEntry entry) {
        String name = entry.text("name");
        String known = name == null || name.indexOf('/') >= 0 ? AzureIds.account(entry) : AzureIds.clean(name);
        return known == null || known.equals("default") || known.indexOf('{') >= 0 ? null : known;
    }

    /** Null for a type that is none of ours, which is then told from the shape of the account's name. */
    static @Nullable String type(EntryTeller teller, String field) {
        String told = teller.entry().text(field);
        if (told == null) {
            return null;
        }
        String type = TYPES.get(told.toLowerCase(Locale.ROOT).replace(" ", ""));
        if (type == null) {
            teller.note(AzureNote.UNKNOWN_VALUE, field + " '" + told + "'");
        }
        return type;
    }

    private static @Nullable String status(EntryTeller teller) {
        String told = teller.entry().text("accountstatus");
        String status = told == null ? null : STATUSES.get(told.toLowerCase(Locale.ROOT));
        if (told != null && status == null) {
            teller.note(AzureNote.UNKNOWN_VALUE, "accountStatus '" + told + "'");
        }
        return status;
    }

    private static void country(EntryTeller teller) {
        AzureEntry entry = teller.entry();
        String country = entry.text(
                "soldto.country",
                "enrollmentdetails.countrycode",
                "billingprofiles.value.0.soldto.country",
                "billingprofiles.value.0.billto.country");
        teller.sayIf("country", country == null ? null : country.toUpperCase(Locale.ROOT));
        teller.otherwise("country", NO_COUNTRY);
        if (country == null) {
            teller.note(AzureNote.NOT_EXPORTED, "country");
        }
    }

    private static void currency(EntryTeller teller, String account) {
        AzureEntry entry = teller.entry();
        Set<String> currencies = new TreeSet<>();
        for (int i = 0; entry.knows("billingprofiles.value." + i + ".currency"); i++) {
            currencies.add(entry.or("billingprofiles.value." + i + ".currency").toUpperCase(Locale.ROOT));
        }
        String own = entry.text("enrollmentdetails.currency", "billingcurrency");
        if (own != null) {
            teller.say("currency", own.toUpperCase(Locale.ROOT));
        } else {
            currencyOf(teller, account, currencies);
        }
    }

    /** One currency of all the profiles is the account's; of several a person has to choose one (O31). */
    static void currencyOf(EntryTeller teller, String account, Set<String> currencies) {
        currencies.remove("");
        teller.otherwise("currency", NO_CURRENCY);
        if (currencies.size() == 1) {
            teller.say("currency", currencies.iterator().next());
        } else if (currencies.size() > 1) {
            teller.note(
                    AzureNote.SEVERAL, "currencies of account " + account + " (" + String.join(", ", currencies) + ")");
        } else {
            teller.note(AzureNote.NOT_EXPORTED, "currency");
        }
    }
}
