package io.coverbook.azure;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Billing profiles and payment methods: what they tell of their billing accounts. An account may have several of both,
 * so the whole list is read before anything is told.
 */
final class ProfileList {

    private static final Map<String, String> FAMILIES = Map.ofEntries(
            Map.entry("creditcard", "CARD"),
            Map.entry("ewallet", "CARD"),
            Map.entry("directdebit", "CARD"),
            Map.entry("checkwire", "WIRE"),
            Map.entry("taskorder", "WIRE"),
            Map.entry("none", "NONE"),
            Map.entry("other", "NONE"));

    /** What one account's entries say so far. */
    private static final class Told {
        private final int number;
        private final Set<String> currencies = new TreeSet<>();
        private final Map<String, String> columns = new LinkedHashMap<>();
        private final Set<String> profiles = new TreeSet<>();
        private @Nullable Method method;

        private Told(int number) {
            this.number = number;
        }
    }

    private record Method(
            String family, boolean active, @Nullable YearMonth expiry) {

        /** The one a renewal would be paid with: an active one before others, then the one that lasts longest. */
        boolean before(@Nullable Method other) {
            if (other == null || active != other.active) {
                return other == null || active;
            }
            return expiry == null || (other.expiry != null && expiry.isAfter(other.expiry));
        }
    }

    private final Map<String, Told> accounts = new LinkedHashMap<>();

    void takeProfile(AzureEntry entry, AzureSink sink) {
        Told told = told(entry, sink);
        if (told == null) {
            return;
        }
        told.currencies.add(entry.or("currency").toUpperCase(Locale.ROOT));
        told.profiles.add(entry.or("name"));
        put(told, "country", entry.text("soldto.country", "billto.country"));
        put(told, "legal_name", entry.text("soldto.companyname", "billto.companyname"));
        put(told, "street", entry.text("soldto.addressline1", "billto.addressline1"));
        put(told, "city", entry.text("soldto.city", "billto.city"));
        put(told, "postal_code", entry.text("soldto.postalcode", "billto.postalcode"));
        put(told, "purchase_order", entry.text("ponumber"));
        put(told, "e_mail", entry.text("invoicerecipients.0", "billto.email"));
    }

    private static void put(Told told, String column, @Nullable String value) {
        if (value != null) {
            told.columns.putIfAbsent(column, column.equals("country") ? value.toUpperCase(Locale.ROOT) : value);
        }
    }

    void takeMethod(AzureEntry entry, AzureSink sink) {
        EntryTeller teller = new EntryTeller(entry, sink);
        String family = entry.text("family", "paymentmethod.family", "paymentmethodtype");
        if (family != null && family.equalsIgnoreCase("Credits")) {
            teller.note(AzureNote.LEFT_OUT, "credits, which pay for no support plan");
            return;
        }
        Told told = told(entry, sink);
        if (told == null) {
            return;
        }
        String method = family == null ? null : FAMILIES.get(family.toLowerCase(Locale.ROOT));
        if (method == null) {
            teller.note(AzureNote.UNKNOWN_VALUE, "family '" + family + "'");
            method = "NONE";
        }
        String status = entry.text("status", "paymentmethod.status");
        Method read = new Method(
                method,
                status == null || status.equalsIgnoreCase("active"),
                method.equals("CARD") ? expiry(teller) : null);
        if (!teller.faulty() && read.before(told.method)) {
            told.method = read;
        }
    }

    private static @Nullable YearMonth expiry(EntryTeller teller) {
        String text = teller.entry().text("expiration", "paymentmethod.expiration");
        YearMonth month = text == null ? null : AzureTime.month(text);
        if (text != null && month == null) {
            teller.fault(
                    AzureFault.Kind.DATE,
                    "expiration",
                    text,
                    "not a month such as 4/2028; correct the payment method at the source");
        }
        return month;
    }

    private @Nullable Told told(AzureEntry entry, AzureSink sink) {
        String account = AzureIds.account(entry);
        if (account == null) {
            new EntryTeller(entry, sink)
                    .fault(
                            AzureFault.Kind.UNRESOLVED_ACCOUNT,
                            "id",
                            entry.shown(),
                            "the entry's id does not name its billing account; export the list again");
            return null;
        }
        return accounts.computeIfAbsent(account, id -> new Told(entry.number()));
    }

    /** Tells the accounts, after the last entry. */
    void finish(AzureSink sink) {
        accounts.forEach((account, told) -> {
            AzureEntry entry = new AzureEntry();
            entry.begin(told.number);
            EntryTeller teller = new EntryTeller(entry, sink);
            teller.say("billing_account_id", account);
            teller.otherwise("agreement_type", AzureIds.agreementType(account));
            teller.otherwise("country", AccountList.NO_COUNTRY);
            told.columns.forEach(teller::say);
            if (told.profiles.isEmpty()) {
                teller.otherwise("currency", AccountList.NO_CURRENCY);
            } else {
                AccountList.currencyOf(teller, account, told.currencies);
            }
            if (told.profiles.size() == 1) {
                teller.say("billing_profile_id", told.profiles.iterator().next());
            }
            Method method = told.method;
            if (method != null) {
                teller.say("payment_method", method.family())
                        .say("payment_method_status", method.active() ? "ACTIVE" : "INACTIVE")
                        .say(
                                "payment_method_expiry",
                                method.expiry() == null ? "" : method.expiry().toString());
            }
            teller.done(account, false);
        });
    }
}
