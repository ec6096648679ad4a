package io.coverbook.azure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The enrollment of a billing account as an agreement, in the words of CONTRACT 2.3 (FORMATS 3.1). */
final class AgreementList {

    private static final Map<String, String> STATUSES = Map.ofEntries(
            Map.entry("active", "ACTIVE"),
            Map.entry("underreview", "ACTIVE"),
            Map.entry("disabled", "ACTIVE"),
            Map.entry("pending", "PENDING"),
            Map.entry("new", "PENDING"),
            Map.entry("extended", "EXTENDED"),
            Map.entry("expired", "EXPIRED"),
            Map.entry("terminated", "TERMINATED"),
            Map.entry("deleted", "TERMINATED"),
            Map.entry("transferred", "TRANSFERRED"));

    private static final Map<String, String> LEVELS = Map.of(
            "standard", "STANDARD",
            "pro-direct", "PROFESSIONAL_DIRECT",
            "prodirect", "PROFESSIONAL_DIRECT",
            "professional direct", "PROFESSIONAL_DIRECT",
            "developer", "DEVELOPER",
            "unified", "UNIFIED",
            "other", "OTHER");

    /** Values that only those versions of the interface give that also give the level (FORMATS 1.3). */
    private static final String[] OF_NEW_VERSIONS = {
        "enrollmentdetails.supportcoverage",
        "enrollmentdetails.extendedtermoption",
        "enrollmentdetails.cloud",
        "enrollmentdetails.markupstatus",
        "enrollmentdetails.invoicerecipient",
        "enrollmentdetails.indirectrelationshipinfo.billingaccountname"
    };

    private AgreementList() {}

    /** Whether the entry is of an enrollment: only those are agreements. */
    static boolean tells(AzureEntry entry) {
        return entry.text("enrollmentdetails.startdate") != null
                || entry.or("agreementtype").equalsIgnoreCase("EnterpriseAgreement");
    }

    static void take(AzureEntry entry, Instant exportedAt, AzureSink sink) {
        EntryTeller teller = new EntryTeller(entry, sink);
        String id = AccountList.name(entry);
        LocalDate start = teller.day("enrollmentdetails.startdate");
        LocalDate end = teller.day("enrollmentdetails.enddate");
        if (id == null || teller.faulty()) {
            teller.fault(
                    AzureFault.Kind.UNRESOLVED_ACCOUNT,
                    "name",
                    entry.shown(),
                    "the entry does not name its enrollment; export the list again");
            return;
        }
        if (start == null || end == null) {
            teller.note(AzureNote.NOT_EXPORTED, "the term of agreement " + id);
            return;
        }
        teller.say("ea_id", id).say("billing_account_id", id);
        teller.say("start_date", start.toString()).say("end_date", end.toString());
        teller.say(
                "status",
                status(teller, end, exportedAt.atOffset(ZoneOffset.UTC).toLocalDate()));
        relationship(teller);
        String country = entry.text("enrollmentdetails.countrycode", "soldto.country");
        teller.sayIf("country", country == null ? null : country.toUpperCase(Locale.ROOT));
        String currency = entry.text("enrollmentdetails.currency");
        teller.sayIf("currency", currency == null ? null : currency.toUpperCase(Locale.ROOT));
        level(teller, id);
        coverage(teller);
        teller.done(id, false);
    }

    /** The status that is told, else what the term says: past its end an enrollment runs on unless that was declined. */
    private static String status(EntryTeller teller, LocalDate end, LocalDate today) {
        String told = teller.entry().text("accountstatus", "enrollmentdetails.status");
        String status = told == null ? null : STATUSES.get(told.toLowerCase(Locale.ROOT));
        if (told != null && status == null) {
            teller.note(AzureNote.UNKNOWN_VALUE, "status '" + told + "'");
        }
        if (status != null) {
            return status;
        }
        if (!today.isAfter(end)) {
            return "ACTIVE";
        }
        return teller.entry().or("enrollmentdetails.extendedtermoption").equalsIgnoreCase("Opted-Out")
                ? "EXPIRED"
                : "EXTENDED";
    }

    /** The channel tells who bills, and where it is silent the partner does. */
    private static void relationship(EntryTeller teller) {
        String channel = teller.entry().or("enrollmentdetails.channel").toLowerCase(Locale.ROOT);
        String partner = teller.entry().text("enrollmentdetails.indirectrelationshipinfo.billingaccountname");
        if (channel.contains("indirect") || (channel.isEmpty() && partner != null)) {
            teller.say("relationship", "INDIRECT");
        } else if (!channel.isEmpty()) {
            teller.say("relationship", "DIRECT");
            if (partner != null) {
                teller.note(AzureNote.SEVERAL, "channel " + channel + " and a partner, " + partner);
            }
        }
        teller.sayIf("partner_account_id", partner == null ? null : AzureIds.clean(partner));
    }

    /** Known, known to be none, or not exported: those are three (L11). */
    private static void level(EntryTeller teller, String id) {
        String told = teller.entry().text("enrollmentdetails.supportlevel");
        if (told != null) {
            String level = LEVELS.get(told.toLowerCase(Locale.ROOT));
            if (level == null) {
                teller.note(AzureNote.UNKNOWN_VALUE, "supportLevel '" + told + "'");
            }
            teller.say("support_level", level == null ? "OTHER" : level);
        } else if (teller.entry().knows("enrollmentdetails.supportlevel") || newVersion(teller.entry())) {
            teller.say("support_level", "NONE");
        } else {
            teller.otherwise("support_level", "NOT_EXPORTED");
            teller.note(AzureNote.NOT_EXPORTED, "the support level of agreement " + id);
        }
    }

    private static boolean newVersion(AzureEntry entry) {
        for (String name : OF_NEW_VERSIONS) {
            if (entry.knows(name)) {
                return true;
            }
        }
        return false;
    }

    private static void coverage(EntryTeller teller) {
        String text = teller.entry().text("enrollmentdetails.supportcoverage");
        if (text == null) {
            return;
        }
        LocalDate @Nullable [] days = AzureTime.coverage(text);
        if (days == null) {
            teller.fault(
                    AzureFault.Kind.DATE,
                    "enrollmentDetails.supportCoverage",
                    text,
                    "not two dates such as 1/26/2021 - 6/30/2021, month first; correct it at the source, or import the"
                            + " agreement's row as CSV");
            return;
        }
        teller.say("support_coverage_start", days[0].toString()).say("support_coverage_end", days[1].toString());
    }
}
