package io.coverbook.azure;

import io.coverbook.azure.AzureFault.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file of costs: cost details of Azure's Cost Management, FOCUS, or a reconciliation of Partner Center. Costs never
 * hold what a support plan costs (FORMATS 1.1); they witness which subscriptions there are.
 */
public final class CostTable {

    private static final int NUMBER_LIMIT = 60;

    private final AzureForm form;
    private final Map<String, Integer> positions;
    private final @Nullable Boolean monthFirst;
    private final SeenSubscriptions seen = new SeenSubscriptions();

    private CostTable(AzureForm form, Map<String, Integer> positions, @Nullable Boolean monthFirst) {
        this.form = form;
        this.positions = positions;
        this.monthFirst = monthFirst;
    }

    /**
     * What the columns are those of; null for any other file.
     *
     * @param monthFirst the order of days that a person gave, empty to find it out
     */
    public static @Nullable CostTable of(List<String> header, @Nullable Boolean monthFirst) {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            positions.putIfAbsent(form(header.get(i)), i);
        }
        AzureForm form = null;
        if (has(positions, "billingperiodstart", "chargeperiodstart", "billedcost")) {
            form = AzureForm.FOCUS;
        } else if (has(positions, "partnerid", "customerid", "subscriptionid", "chargetype")) {
            form = AzureForm.PARTNER_RECONCILIATION;
        } else if (has(positions, "subscriptionguid", "usagedatetime", "meterid")
                || has(positions, "subscriptionid", "date", "meterid")) {
            form = AzureForm.COST_DETAILS;
        }
        return form == null ? null : new CostTable(form, positions, monthFirst);
    }

    private static boolean has(Map<String, Integer> positions, String... names) {
        for (String name : names) {
            if (!positions.containsKey(name)) {
                return false;
            }
        }
        return true;
    }

    private static String form(String name) {
        StringBuilder form = new StringBuilder(name.length());
        name.codePoints().filter(Character::isLetterOrDigit).forEach(form::appendCodePoint);
        return form.toString().toLowerCase(Locale.ROOT);
    }

    public AzureForm form() {
        return form;
    }

    /** Takes one row with as many cells as the header. */
    public void row(int line, String[] cells, AzureSink sink) {
        String cost = cell(cells, "billedcost", "costinbillingcurrency", "cost", "pretaxcost");
        if (cost != null && !number(cost)) {
            sink.fault(new AzureFault(
                    line,
                    Kind.NUMBER,
                    "cost",
                    cost,
                    "not a plain number; export the file again and do not save it from Excel"));
            return;
        }
        String provider = cell(cells, "providername", "provider");
        if (form == AzureForm.FOCUS && provider != null && !provider.equalsIgnoreCase("Microsoft")) {
            sink.note(AzureNote.LEFT_OUT, line, "costs of " + provider);
            return;
        }
        seen.evidence(cell(cells, "billingperiodenddate", "billingperiodend"));
        seen.evidence(cell(cells, "billingperiodstartdate", "billingperiodstart", "chargeenddate"));
        String id = cell(cells, "subaccountid", "subscriptionid", "subscriptionguid");
        if (id == null) {
            sink.note(AzureNote.LEFT_OUT, line, "costs without a subscription");
            return;
        }
        String fault = seen.see(new SeenSubscriptions.Sight(
                line,
                id.indexOf('/') < 0 ? id : AzureIds.last(id),
                cell(cells, "xbillingaccountid", "billingaccountid"),
                cell(cells, "subaccountname", "subscriptionname"),
                cell(cells, "chargeperiodstart", "date", "usagedatetime", "chargestartdate")));
        if (fault != null) {
            Kind kind = fault.startsWith("not a day") ? Kind.DATE : Kind.REQUIRED;
            sink.fault(new AzureFault(line, kind, "SubscriptionId", id, fault));
        }
    }

    /** Tells what the rows showed, after the last. */
    public void finish(AzureSink sink) throws AzureFormException {
        seen.finish(form, monthFirst, sink);
    }

    /** NULL, nothing and a missing column are all nothing (O10). */
    private @Nullable String cell(String[] cells, String... names) {
        for (String name : names) {
            Integer at = positions.get(name);
            String cell = at == null ? "" : cells[at].strip();
            if (!cell.isEmpty() && !cell.equals("NULL")) {
                return cell;
            }
        }
        return null;
    }

    /** Digits with one point, a sign and an exponent (O7). */
    private static boolean number(String text) {
        return text.length() <= NUMBER_LIMIT
                && text.matches("[+-]?[0-9]*\\.?[0-9]+(?:[eE][+-]?[0-9]{1,3})?|[+-]?[0-9]+\\.");
    }
}
