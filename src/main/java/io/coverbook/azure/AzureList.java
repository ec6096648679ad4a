package io.coverbook.azure;

import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a list of Azure's, entry by entry, in the words of one of our own kinds of export. */
public final class AzureList {

    private final AzureForm form;
    private final AzureTarget target;
    private final Instant exportedAt;
    private final SubscriptionList subscriptions;
    private final WitnessList witnesses;
    private final ProfileList profiles = new ProfileList();
    private @Nullable String part;
    private boolean several;

    public AzureList(AzureForm form, AzureTarget target, PlanNames names, Instant exportedAt) {
        this.form = form;
        this.target = target;
        this.exportedAt = exportedAt;
        this.subscriptions = new SubscriptionList(names, exportedAt);
        this.witnesses = new WitnessList(form, names);
    }

    /** What a file holds. */
    public record Found(AzureForm form, Set<AzureTarget> targets) {}

    /**
     * What the file is: its first entry tells, and where that leaves open what its entries can be told as, all of them.
     *
     * @param told the form that a person gave, empty to find it out
     */
    public static Found find(EntryReader reader, @Nullable AzureForm told, PlanNames names) throws IOException {
        AzureForm form = told;
        Set<AzureTarget> targets = EnumSet.noneOf(AzureTarget.class);
        SubscriptionList plans = new SubscriptionList(names, Instant.EPOCH);
        for (AzureEntry entry = reader.next(); entry != null; entry = reader.next()) {
            if (!entry.isObject()) {
                continue;
            }
            form = form == null ? AzureForm.of(entry) : form;
            if (form == null) {
                throw unknown(entry.shown(), reader);
            }
            targets.add(form.targets().get(0));
            if (form.targets().size() == targets.size()) {
                break;
            }
            if (form == AzureForm.BILLING_ACCOUNTS && AgreementList.tells(entry)) {
                targets.add(AzureTarget.AGREEMENTS);
            } else if (form == AzureForm.PRODUCTS && plans.isPlan(entry)) {
                targets.add(AzureTarget.SUBSCRIPTIONS);
            }
        }
        if (form == null) {
            throw new AzureFormException(
                    AzureFormException.Trouble.UNKNOWN,
                    0,
                    "the list is empty, and nothing tells of what; give --format, or leave the file out");
        }
        return new Found(form, targets.isEmpty() ? EnumSet.of(form.targets().get(0)) : targets);
    }

    /** A file that is broken further on is called broken. */
    private static AzureFormException unknown(String first, EntryReader reader) throws IOException {
        while (reader.next() != null) {
            // Only whether there is one counts.
        }
        return new AzureFormException(
                AzureFormException.Trouble.UNKNOWN,
                0,
                "nothing tells what the entries are" + (first.isEmpty() ? "" : " (the first is '" + first + "')")
                        + "; give --format, or leave the file out");
    }

    public void take(AzureEntry entry, AzureSink sink) {
        if (!entry.isObject()) {
            sink.fault(new AzureFault(
                    entry.number(),
                    AzureFault.Kind.SHAPE,
                    "",
                    "",
                    "a bare value or a list stands where an object belongs; export the list again"));
            return;
        }
        AzureForm own = AzureForm.typed(entry);
        if (own != null && own != form && own != AzureForm.OTHER && form != AzureForm.OTHER) {
            sink.fault(new AzureFault(
                    entry.number(),
                    AzureFault.Kind.SHAPE,
                    "type",
                    entry.or("type"),
                    "an entry of " + own.title() + " among " + form.title()
                            + "; import the lists as files of their own"));
            return;
        }
        part(entry);
        switch (target) {
            case ACCOUNTS -> accounts(entry, sink);
            case AGREEMENTS -> {
                if (AgreementList.tells(entry)) {
                    AgreementList.take(entry, exportedAt, sink);
                }
            }
            case SUBSCRIPTIONS -> subscriptions(entry, sink);
            case ROLES -> RoleList.take(entry, sink);
            case WITNESSES -> witnesses.take(entry, sink);
        }
    }

    private void accounts(AzureEntry entry, AzureSink sink) {
        if (form == AzureForm.BILLING_PROFILES) {
            profiles.takeProfile(entry, sink);
        } else if (form == AzureForm.PAYMENT_METHODS) {
            profiles.takeMethod(entry, sink);
        } else {
            AccountList.take(entry, sink);
        }
    }

    private void subscriptions(AzureEntry entry, AzureSink sink) {
        if (form == AzureForm.BILLING_PROPERTY) {
            subscriptions.takeProperty(entry, sink);
        } else if (form != AzureForm.PRODUCTS || subscriptions.isPlan(entry)) {
            subscriptions.take(entry, sink);
        }
    }

    /** After the last entry. */
    public void finish(AzureSink sink) throws AzureFormException {
        if (target == AzureTarget.ACCOUNTS) {
            profiles.finish(sink);
        } else if (target == AzureTarget.WITNESSES) {
            witnesses.finish(sink);
        }
    }

    /**
     * Whether the entries can be everything that their accounts or subscriptions have. A list made for one section,
     * customer, enrollment account or person looks just like one of the whole; only that all its entries share one of
     * these gives it away.
     */
    public boolean mayBeWhole() {
        return tellsWhatIsGone() && (several || part == null);
    }

    /** Whether what a whole list of the form lacks is gone: lists of accounts are only of those one may see. */
    public boolean tellsWhatIsGone() {
        return form == AzureForm.BILLING_SUBSCRIPTIONS || form == AzureForm.ROLE_ASSIGNMENTS;
    }

    private void part(AzureEntry entry) {
        if (several) {
            return;
        }
        String own = form == AzureForm.ROLE_ASSIGNMENTS
                ? entry.text("principalid", "principalname")
                : entry.text("invoicesectionid", "invoicesectionname", "customerid", "enrollmentaccountid");
        String known = own == null ? "" : own;
        if (part != null && !part.equals(known)) {
            several = true;
        }
        part = known.isEmpty() && part == null ? null : known;
    }
}
