package io.coverbook.plan;

import io.coverbook.plan.PolicyCatalogue.Entry;
import java.util.List;

/** Every question that the source leaves open (RULES 6), with its answer and why it is answered so. */
final class PolicyRegister {

    static final String FIRST_MONTH = "billing.first-month";

    private static final String COUNTRIES = "country codes such as SE, separated by commas, or empty";
    private static final String DAYS = "days from 1 to 365";

    static final List<Entry> ENTRIES = List.of(
            set("P1", "markets.denied", "", COUNTRIES, "no list of markets is given; flagged, Basic is never blocked"),
            set("P2", "billing.zone", "UTC", "a zone name such as UTC or Europe/Stockholm", "Azure bills in UTC"),
            only("P3", "month.alignment", "ANNIVERSARY", "calendar months charge a late purchase twice within days"),
            only("P4", "fee.due", "TERM_START", "the fee is invoiced on the day of purchase: in advance"),
            only("P5", "purchase.proration", "NONE", "no refund at the end, so no part of a fee at the beginning"),
            only("P6", "coverage.days", "WHOLE_TERMS", "the paid term is covered to its last day and never refunded"),
            only("P7", "cancellation.instant", "REQUEST", "a cancellation counts from when it was submitted"),
            only("P8", "repurchase.same-tier", "REACTIVATION", "a second fee for the same plan would buy nothing"),
            only(
                    "P9",
                    "upgrade.without-cancellation",
                    "UPGRADE",
                    "an upgrade is end and buy; the missing row is flagged"),
            only("P10", "downgrade", "AT_PURCHASE", "as an upgrade; no refund, the highest tier covers"),
            only("P11", "purchase.while-renewing", "HOLD", "a scope is never billed twice in silence"),
            only("P12", "price.change", "NEXT_TERM", "a running term is never repriced"),
            only("P13", "currency.change", "CHARGE_DATE", "an invoice has one currency, the past is not converted"),
            only("P14", "money.rounding", "HALF_UP", "to the decimals of the currency, as is common in trade"),
            only("P15", "tax.base", "INVOICE_SUBTOTAL", "computed once; the rates are reference data"),
            only("P16", "invoice.credits", "NEVER", "Azure credits and prepayment do not pay for support plans"),
            set("P17", "invoice.day.default", "5", "a day from 1 to 28", "day of the next month"),
            set("P17", "invoice.day.ea", "12", "a day from 1 to 28", "agreements are invoiced later"),
            set("P17", "invoice.wire-terms-days", "30", "days from 0 to 365", "net 30 for wire transfer"),
            only("P17", "invoice.grouping", "ACCOUNT_AND_CURRENCY", "finance closes by calendar month, not by plan"),
            only("P18", "invoice.zero-total", "NOT_ISSUED", "no noise; the charge is kept"),
            only("P19", "correction", "CREDIT_NOTE", "an issued document never changes"),
            set("P20", "cancellation.backdating-days", "31", "days from 0 to 3660", "one billing month, then a person"),
            set("P21", "dunning.attempt-days", "0,3,7,14", "days from 0 to 365, ascending from 0", "half a term"),
            set("P21", "dunning.grace-days", "14", DAYS, "half a term"),
            only("P22", "renewal.card-expiry", "END_OF_MONTH", "a card is good through its last month"),
            only("P23", "renewal.mca-representative", "RENEWAL_AND_NOTICE", "satisfies both rules that could apply"),
            set("P24", "notice.lead-days", "60,30,7", DAYS + ", separated by commas", "the source gives none"),
            only("P24", "notice.lapse-days", "1", "a lapse is told on the day after"),
            set(
                    "P25",
                    "seller.default-months",
                    "12",
                    "months from 1 to 120",
                    "support of agreements is ordered yearly"),
            only("P26", "ea.cancellation", "PAID_MONTH", "no rule says what an end at the anniversary would cost"),
            only(
                    "P27",
                    "ea.checked-states",
                    "ACTIVE,EXTENDED,PENDING,EXPIRED",
                    "transferred and terminated need no plan"),
            only(
                    "P28",
                    "ea.end",
                    "PAID_MONTH",
                    "a begun month is charged in full; covered to its end unless transferred"),
            only("P29", "ea.transfer", "PLAN_STAYS", "plans are not transferred; a new one is due a month later"),
            only("P30", "ea.indirect-bill-to", "PARTNER", "the partner buys; without one the charge is held"),
            only("P31", "ea.second-plan", "AS_ON_ACCOUNT", "one plan for each agreement"),
            set("P32", "ea.upgrade-denied", "", COUNTRIES, "an upgrade needs to be offered in the region"),
            set("P33", "pending-order.days", "30", DAYS, "one month"),
            set("P33", "temporary-support.days", "30", DAYS, "one month"),
            only("P34", "temporary-support.fee", "NONE", "nothing is bought yet"),
            only(
                    "P35",
                    "subscription.supported-states",
                    "ACTIVE,WARNED,PAST_DUE",
                    "all operations work in these three"),
            only("P36", "account.closed", "ENDS_THAT_DAY", "nothing is left to support; no refund, no new term"),
            only("P36", "account.disabled", "HOLD_RENEWAL", "no technical support; the renewal waits"),
            only("P37", "subscription.move", "FIRST_DAY_IN_TARGET", "exports are daily"),
            only("P38", "plan.without-subscriptions", "CHARGE_AND_FLAG", "the fee runs on until somebody cancels"),
            only("P39", "program.benefit", "UNEXPIRED_WITH_BALANCE", "the program's own terms decide"),
            only("P40", "partner.benefit", "PER_REQUEST", "a partner needs to be administrator or owner"),
            only("P41", "unified.billing", "ELSEWHERE", "priced by contract; covered, never charged here"),
            only("P42", "requester.scope", "OWN_SUBSCRIPTIONS", "access to each subscription is needed"),
            only("P43", "requester.classic-roles", "ACCEPT_AND_FLAG", "they are retired and still found"),
            only("P44", "response.clock", "WINDOW", "24x7 counts wall clock, business hours count open time"),
            only("P45", "preview.severity-c", "BUSINESS_HOURS", "round the clock is for severity A and B"),
            only("P46", "import.repeated-rows", "LATER_WINS", "an import can be given again"),
            only("P47", "import.unknown-reference", "STORE_AND_FLAG", "no row is lost and no stranger is billed"),
            only("P48", "close.missed-months", "IN_ORDER", "the day of the event decides, not the day of the run"),
            only("P49", "website.auto-renew", "AS_PORTAL", "the rules treat both alike"),
            only("P50", "goodwill", "BY_HAND", "no refund is automatic; a credit needs a reason and an approver"),
            only("P51", "promotion.end", "LIST_PRICE_NEXT_TERM", "the promotion holds through its last day"),
            only("P52", "developer.production-use", "NOT_CHECKED", "no export tells it"),
            only("P53", "waiver", "REASON_AND_END", "a waived flag comes back; money held stays held"),
            only("P54", "partner-agreement.plan", "HOLD", "support for these runs through the partner"),
            only(
                    "P55",
                    "agreement-type.change",
                    "PLAN_GOES_ON",
                    "the account is the same; another account is a transfer"),
            set("L16", FIRST_MONTH, "", "a month YYYY-MM, or empty", "earlier terms were billed elsewhere"),
            set("L2", "close.approval", "NONE", "NONE or SECOND_PERSON", "who issues a month"),
            set("L6", "import.max-rejects", "0.01", "a share from 0 to 1", "a broken export is refused whole"),
            set("L6", "import.max-shrink", "0.05", "a share from 0 to 1", "half an export is no mass cancellation"),
            set("B17", "run.max-terms-per-plan", "15", "a number from 1 to 10000", "a runaway plan is held"));

    private PolicyRegister() {}

    private static Entry set(String number, String key, String standard, String good, String why) {
        return new Entry(number, key, standard, good, why, true);
    }

    /** A question with one answer: written down so that a wish for another is refused, not ignored (L15). */
    private static Entry only(String number, String key, String standard, String why) {
        return new Entry(number, key, standard, standard + ", nothing else", why, false);
    }
}
