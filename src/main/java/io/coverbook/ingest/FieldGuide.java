package io.coverbook.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each column of our own exports means, for the templates and the documentation that are made from it (CONTRACT 2). */
public final class FieldGuide {

    private static final String MEANINGS = """
            billing_account_id = id | the billing account
            agreement_type = MOSP, MCA, EA, MPA | the kind of its agreement
            country = ISO 3166-1 alpha-2 | where it is sold to
            currency = ISO 4217 | what it is billed in
            customer_id = id | who it belongs to; else the account itself
            display_name = text | how people call it
            status@billing-accounts = ACTIVE (default), DISABLED, CLOSED | what it is
            status@enterprise-agreements = PENDING, ACTIVE, EXTENDED, EXPIRED, TRANSFERRED, TERMINATED | what it is
            status_since = date | since when; else since the first export that shows it
            currency_since = date | since when the currency holds
            payment_method = CARD (default), WIRE, NONE | how it pays
            payment_method_status = ACTIVE (default), INACTIVE | whether that can be used
            payment_method_expiry = YYYY-MM | the last month of the card
            billing_profile_id = id | the profile that is invoiced
            program = MPN, MSDN, STARTUPS | a programme with support of its own
            benefit_valid_to = date | the programme's last day
            incidents_remaining = number | requests left in the programme
            created_on = date | when it was created; a subscription's cover begins then (default 1970-01-01)
            updated_at = instant | of two rows for one key in a file, the later one counts
            legal_name = text | on the invoice
            street = text | on the invoice
            city = text | on the invoice
            postal_code = text | on the invoice
            vat_id = text | on the invoice
            e_mail = text | where notices go
            purchase_order = text | on the invoice
            subscription_id = id | the subscription; of a support plan, the plan
            product_category = USAGE_BASED (default), AZURE_SUPPORT, OTHER | a support plan is AZURE_SUPPORT and covers; only the first can be covered
            ea_id = id | the Enterprise Agreement
            state@subscriptions = ACTIVE (default), WARNED, PAST_DUE, DISABLED, EXPIRED, DELETED | what it is
            state_since = date | since when
            scope_since = date | since when it is in this account or agreement
            ended_on = date | its last day
            plan_tier = DEVELOPER, STANDARD, PROFESSIONAL_DIRECT, UNIFIED | of a support plan: required there
            channel = AZURE_WEBSITE, AZURE_PORTAL, MCA, MS_REPRESENTATIVE, MS_SELLER, RESELLER, PARTNER | who sold the plan: required there
            purchased_at = instant | when the plan was bought: required there
            coverage_start = date | the plan's first day, when it is not the day of purchase
            contract_end = date | the last day of a seller's contract
            auto_renew = ON (default), OFF | whether the plan renews by itself
            auto_renew_changed_at = instant | when that was switched
            cancel_requested_at = instant | when it was cancelled
            cancel_channel = AZURE_PORTAL, SUPPORT_REQUEST, MS_REPRESENTATIVE, PARTNER | through whom; else the plan's own way
            billing_frequency = P1M (default) | other frequencies are stored and held
            promo_price = amount | a fee instead of the price list's
            promo_until = date | the last day of that fee
            linked_ea_id = id | the agreement that the plan is for
            start_date = date | first day of the agreement
            end_date = date | last day of the agreement
            relationship = DIRECT (default), INDIRECT | who bills it
            partner_account_id = id | the partner who pays an indirect one
            support_level = NONE (default), DEVELOPER, STANDARD, PROFESSIONAL_DIRECT, UNIFIED, OTHER, NOT_EXPORTED | the plan on the agreement's own row; NOT_EXPORTED where the source cannot tell
            support_coverage_start = date | first day of that plan; else the agreement's
            support_coverage_end = date | its last day
            order_status = NONE (default), PENDING, FULFILLED, CANCELLED | an order of a plan
            ordered_level = as support_level | what was ordered
            order_date = date | when
            order_changed_on = date | when the order was last changed
            temp_request_at = instant | when temporary support was asked for
            temp_level = as support_level | at which level
            temp_description = text | the problem, without which it does not hold
            notification_contacts = addresses with ; between | where notices go
            user = text | address or object id
            role = OWNER, CONTRIBUTOR, READER, SUPPORT_REQUEST_CONTRIBUTOR, ACCOUNT_ADMIN, SERVICE_ADMIN, CO_ADMIN, CUSTOM | what the user has
            scope = /subscriptions/ID, a resource group, a management group, / | where
            subscription_ids = ids with ; between | the subscriptions below a management group
            actions = actions with ; between | what a custom role allows
            is_partner = true, false (default) | the user is the partner's
            partner_benefit = true, false (default) | the user has support of the partner
            plan_id = id | the plan that was paid for
            at@payments = instant | when the attempt was made
            at = instant | when it happened
            result = SUCCESS, DECLINED | how it ended
            invoice_number = id | the invoice it was for, if that is known
            amount@payments = amount | how much, else all that was owed
            amount = amount | negative for a credit
            record_type = SUBSCRIPTION, INVOICE, TRANSACTION, TICKET, PRODUCT, ORDER, ROLE_DEFINITION, MANAGEMENT_GROUP, OTHER | what somebody else recorded
            record_id = id | by which it is told apart
            source = text | where it comes from
            name = text | how it is called there
            from_on = date | the first day it is for
            through_on = date | the last day it is for
            state = text | its state there
            detail = text | SUPPORT on a bill for support
            """;

    /** One column: whether a row needs it, how it is written, and what it means. */
    public record Field(String name, boolean required, String form, String meaning) {}

    private FieldGuide() {}

    /** The columns of a kind, in the order of the contract. */
    public static List<Field> of(ExportKind kind) {
        Map<String, String[]> meanings = new TreeMap<>();
        MEANINGS.lines().forEach(line -> {
            String[] sides = line.split(" = | \\| ", 3);
            meanings.put(sides[0], new String[] {sides[1], sides[2]});
        });
        KindContract contract = KindContract.of(kind);
        List<Field> fields = new ArrayList<>();
        for (String name : contract.columns()) {
            String[] own = meanings.get(name + "@" + kind.label());
            String[] known = own == null ? meanings.get(name) : own;
            if (known == null) {
                throw new IllegalStateException("nothing tells what " + kind.label() + " " + name + " means");
            }
            fields.add(new Field(name, contract.required().contains(name), known[0], known[1]));
        }
        return List.copyOf(fields);
    }

    /** A header that a file of the kind can begin with. */
    public static String header(ExportKind kind) {
        return String.join(",", KindContract.of(kind).columns());
    }

    /** Every code that a file, a row or an oddity can get, with its meaning: {@code F01_EMPTY  the file holds nothing}. */
    public static List<String[]> codes() {
        List<String[]> codes = new ArrayList<>();
        for (FileCode code : FileCode.values()) {
            codes.add(new String[] {code.name(), code.meaning()});
        }
        for (RejectCode code : RejectCode.values()) {
            codes.add(new String[] {code.name(), code.meaning()});
        }
        for (WarningCode code : WarningCode.values()) {
            codes.add(new String[] {code.name(), code.meaning()});
        }
        return codes;
    }
}
