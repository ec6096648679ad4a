package io.coverbook.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The columns of one kind of export, as the contract lists them (CONTRACT 2.1 to 2.5), and of what others recorded. */
record KindContract(ExportKind kind, List<String> required, List<String> optional) {

    private static final List<KindContract> ALL = List.of(
            contract(
                    ExportKind.BILLING_ACCOUNTS,
                    "billing_account_id agreement_type country currency",
                    "customer_id display_name status status_since currency_since payment_method payment_method_status"
                            + " payment_method_expiry billing_profile_id program benefit_valid_to incidents_remaining"
                            + " created_on updated_at legal_name street city postal_code vat_id e_mail purchase_order"),
            contract(
                    ExportKind.SUBSCRIPTIONS,
                    "subscription_id billing_account_id",
                    "display_name product_category ea_id state state_since created_on scope_since ended_on updated_at"
                            + " plan_tier channel purchased_at coverage_start contract_end auto_renew"
                            + " auto_renew_changed_at cancel_requested_at cancel_channel billing_frequency promo_price"
                            + " promo_until linked_ea_id"),
            contract(
                    ExportKind.ENTERPRISE_AGREEMENTS,
                    "ea_id billing_account_id status start_date end_date",
                    "customer_id status_since relationship partner_account_id country currency support_level"
                            + " support_coverage_start support_coverage_end promo_price promo_until order_status"
                            + " ordered_level order_date order_changed_on temp_request_at temp_level temp_description"
                            + " notification_contacts cancel_requested_at cancel_channel updated_at"),
            contract(
                    ExportKind.ROLE_ASSIGNMENTS,
                    "user role scope",
                    "subscription_ids actions is_partner partner_benefit"),
            contract(ExportKind.PAYMENTS, "plan_id at result", "invoice_number amount"),
            contract(
                    ExportKind.WITNESSES,
                    "record_type record_id",
                    "source billing_account_id subscription_id name plan_tier amount currency from_on through_on at"
                            + " state detail"));

    private static KindContract contract(ExportKind kind, String required, String optional) {
        return new KindContract(kind, words(required), words(optional));
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.split(" "));
    }

    static List<KindContract> all() {
        return ALL;
    }

    static KindContract of(ExportKind kind) {
        return ALL.stream()
                .filter(contract -> contract.kind == kind)
                .findFirst()
                .orElseThrow();
    }

    /** Required ones first, both in the order of the contract. */
    List<String> columns() {
        List<String> columns = new ArrayList<>(required);
        columns.addAll(optional);
        return columns;
    }

    /** The contract's names by the form in which names are compared. */
    Map<String, String> byForm() {
        Map<String, String> forms = new TreeMap<>();
        columns().forEach(name -> forms.put(form(name), name));
        return forms;
    }

    /** How many of the given forms are columns of this kind. */
    int known(Set<String> forms) {
        return (int)
                columns().stream().filter(name -> forms.contains(form(name))).count();
    }

    /** The required columns that are not among the given forms. */
    List<String> missing(Set<String> forms) {
        return required.stream().filter(name -> !forms.contains(form(name))).toList();
    }

    /** What counts of a column's name: its letters and digits, in small letters. */
    static String form(String name) {
        StringBuilder form = new StringBuilder(name.length());
        name.codePoints().filter(Character::isLetterOrDigit).forEach(form::appendCodePoint);
        return form.toString().toLowerCase(Locale.ROOT);
    }
}
