package io.coverbook.reconcile;

import io.coverbook.reconcile.Flag.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What every flag of the catalogue means (RULES 7), in words for those who have to act on it. */
public enum FlagGuide {
    EA_MISSING_PLAN(
            Severity.ACTION,
            Who.OPERATIONS,
            "X17 F3",
            "an agreement in force has no plan that covers the day; INFO while none of its subscriptions is active",
            "a plan covers the agreement, or the agreement ends",
            "order a plan for the agreement by the due date, or end its subscriptions"),
    EA_EXPIRED_WITH_SUBSCRIPTIONS(
            Severity.ACTION,
            Who.OPERATIONS,
            "X17 P27",
            "an agreement has expired and still has active subscriptions",
            "the agreement is renewed or its subscriptions are moved",
            "renew the agreement, or move the subscriptions"),
    EA_PLAN_PENDING(
            Severity.INFO,
            Who.OPERATIONS,
            "X17 F4",
            "a plan was ordered for an agreement and is not delivered yet",
            "the order is fulfilled or cancelled, or has waited too long",
            "wait, or ask for temporary support"),
    PENDING_ORDER_STALE(
            Severity.ACTION,
            Who.OPERATIONS,
            "X18 P33",
            "an order has been pending for longer than pending-order.days",
            "the order is fulfilled or cancelled",
            "chase the order"),
    TEMP_REQUEST_INVALID(
            Severity.ACTION,
            Who.OPERATIONS,
            "X18 R80 F6",
            "a request for temporary support lacked a pending order, a description, or the level ordered",
            "",
            "ask again, with the ordered level and a description of the problem"),
    EA_DEVELOPER_NOT_ALLOWED(
            Severity.BLOCKER,
            Who.OPERATIONS,
            "R73 X11",
            "the plan of an agreement is of the Developer tier",
            "the export states another tier, or the plan ends",
            "correct the level, or order Standard; dismiss the plan if it was never wanted"),
    EA_MULTIPLE_PLANS(
            Severity.BLOCKER,
            Who.OPERATIONS_AND_FINANCE,
            "X10 X11 R76 B7",
            "an agreement gets a second plan of the same or a lower tier while one renews",
            "the plan ends, or a person decides",
            "cancel one of the two; then release the plan that stays, or dismiss the one that does not"),
    EA_LEVEL_MISMATCH(
            Severity.ACTION,
            Who.OPERATIONS,
            "B10",
            "the agreement's own row states another level than the plan in force",
            "both state the same",
            "correct one of the two"),
    EA_LEVEL_NOT_EXPORTED(
            Severity.INFO,
            Who.OPERATIONS,
            "L11",
            "the source cannot tell the agreement's support level and nothing better is known",
            "an export tells the level",
            "import the level from a source that knows it"),
    CHARGED_WITHOUT_PLAN(
            Severity.ACTION,
            Who.OPERATIONS_AND_FINANCE,
            "L5 X24",
            "the provider's invoice or transaction is for support, and no plan of that subscription or account is known",
            "the plan is imported",
            "import the list that has the plan, or ask the provider what was billed"),
    PLAN_NOT_CHARGED_BY_PROVIDER(
            Severity.INFO,
            Who.FINANCE,
            "L5 X24",
            "between two of the provider's invoices for a plan lies a month that we charge and none of them bills",
            "the provider's invoice of that month is imported, or our charge is not wanted any more",
            "compare the plan's terms with the provider's invoices"),
    PROVIDER_FEE_DIFFERS(
            Severity.ACTION,
            Who.FINANCE,
            "L5 X24",
            "the provider's invoice for the days on which a term begins has another amount or currency than our charge",
            "both say the same",
            "compare the price list and the plan's promotion with the provider's invoice; our charge is not changed by it"),
    TICKET_UNDER_OTHER_PLAN(
            Severity.INFO,
            Who.OPERATIONS,
            "L5 X24",
            "a support ticket names another plan than covered its subscription on that day",
            "both say the same",
            "look which plan the provider knows for the subscription"),
    CREDIT_USED_FOR_SUPPORT(
            Severity.INFO,
            Who.FINANCE,
            "L5 X24",
            "a transaction for support on the provider's bill was paid with a credit",
            "the transaction is corrected",
            "ask the provider: credits cannot be used for support plans"),
    SUBSCRIPTION_NOT_EXPORTED(
            Severity.INFO,
            Who.OPERATIONS,
            "L5 P47",
            "a file of costs or a tenant's list shows a subscription that no list of billing subscriptions has",
            "a list with it is imported",
            "import the list of its billing account"),
    COVERAGE_OUTSIDE_TERM(
            Severity.ACTION,
            Who.OPERATIONS,
            "L5 B5",
            "the support coverage on an agreement's row lies wholly before or behind the agreement's term, in a list of Azure's",
            "an export states coverage inside the term, or the agreement in its extended term",
            "ask which of the two is right, and correct the other at its source"),
    UPGRADE_NOT_AVAILABLE_IN_REGION(
            Severity.BLOCKER,
            Who.OPERATIONS,
            "R75 P32 X11",
            "Professional Direct is bought for an agreement with Standard where this upgrade is not offered",
            "the plan ends, or a person decides",
            "ask the reseller; release the plan if it is offered after all, and correct ea-upgrade-regions.csv"),
    INDIRECT_EA_WITHOUT_PARTNER(
            Severity.BLOCKER,
            Who.OPERATIONS,
            "P30 X11",
            "an agreement is indirect and does not name the partner who pays",
            "the partner is known",
            "complete partner_account_id of the agreement"),
    PLAN_LINK_UNKNOWN_EA(
            Severity.BLOCKER,
            Who.OPERATIONS,
            "P47 X11",
            "a plan is linked to an agreement that no export shows",
            "an export shows the agreement",
            "correct the link, or import the agreement"),
    PLAN_SCOPE_UNKNOWN(
            Severity.BLOCKER,
            Who.OPERATIONS,
            "P47 X11",
            "a plan belongs to an account that no export shows",
            "an export shows the account",
            "import the account"),
    CHANNEL_NOT_ALLOWED(
            Severity.BLOCKER,
            Who.OPERATIONS_AND_FINANCE,
            "R55 R57 B4 P54 X11",
            "the plan cannot be bought through that channel for such an account or agreement",
            "the export is corrected, the plan ends, or a person decides",
            "check the order; release the plan if it stands, dismiss it if it does not"),
    CANCEL_WRONG_CHANNEL(
            Severity.ACTION,
            Who.OPERATIONS_AND_FINANCE,
            "R67 B3",
            "a cancellation came through a channel that cannot cancel the plan; it was ignored",
            "",
            "have the customer cancel through the plan's own channel"),
    DUPLICATE_PLAN_ON_ACCOUNT(
            Severity.BLOCKER,
            Who.FINANCE,
            "X10 X11 R59 P11 B7",
            "an account gets a second plan of the same tier while one renews",
            "the plan ends, or a person decides",
            "ask which one is wanted; release the plan if both are, dismiss it if it was a mistake"),
    LOWER_PLAN_WHILE_HIGHER_RENEWS(
            Severity.BLOCKER,
            Who.FINANCE,
            "X10 X11 P11 B7",
            "an account gets a plan of a lower tier while a higher one renews",
            "the plan ends, or a person decides",
            "ask which one is wanted; release the plan if both are, dismiss it if it was a mistake"),
    IMPLICIT_UPGRADE(
            Severity.ACTION,
            Who.FINANCE,
            "X9 P9",
            "a higher plan was bought and the running one was not cancelled; it was ended as an upgrade",
            "",
            "check that an upgrade was meant"),
    PLAN_REACTIVATED(
            Severity.INFO,
            Who.FINANCE,
            "X8 P8 B1",
            "a cancellation was taken back, or the same plan bought again, before the paid term was over",
            "",
            "nothing"),
    OVERLAPPING_PAID_TERMS(
            Severity.INFO,
            Who.FINANCE,
            "X9 X10 P10",
            "a plan was bought while the paid term of a cancelled higher one still runs; both fees stand",
            "",
            "nothing"),
    LATE_CHARGE(
            Severity.INFO,
            Who.FINANCE,
            "X14",
            "a term should have been charged in a month that was closed already; it is posted in the next open one",
            "",
            "nothing"),
    BACKDATED_CANCEL_CREDITED(
            Severity.INFO,
            Who.FINANCE,
            "X15 P20",
            "a cancellation became known late; invoiced terms after it are credited",
            "",
            "nothing"),
    BACKDATED_CANCEL_REVIEW(
            Severity.ACTION,
            Who.FINANCE,
            "X15 P20 C7",
            "a cancellation became known more than cancellation.backdating-days late; it counts from when it was seen",
            "",
            "decide; approve-credit makes it count from its own day, with credit notes for what was invoiced after it"),
    PLAN_WITHOUT_SUBSCRIPTIONS(
            Severity.ACTION,
            Who.ADMINISTRATORS_AND_FINANCE,
            "P38",
            "a plan is charged while its account or agreement has no subscription to cover",
            "a subscription appears, or the plan ends",
            "ask whether the plan should be cancelled"),
    PAST_DUE(
            Severity.ACTION,
            Who.FINANCE,
            "X19 P21 D4",
            "a renewal could not be collected; the plan covers until the grace is over",
            "the renewal is paid, or the plan is suspended",
            "have the customer pay, or give a working card"),
    INVOICE_OVERDUE(
            Severity.ACTION,
            Who.FINANCE,
            "X19 P17",
            "an invoice to be paid by wire is unpaid after its due date; coverage goes on",
            "the invoice is paid",
            "remind the customer"),
    ACCOUNT_DISABLED_AT_RENEWAL(
            Severity.BLOCKER,
            Who.FINANCE,
            "P36 C5 X11",
            "the account was disabled on the day of a renewal; that charge waits",
            "the account is active again",
            "clear why the account is disabled; the charge is released by itself"),
    NO_PRICE(
            Severity.BLOCKER,
            Who.FINANCE,
            "X4 X5 C6 X11",
            "no price is listed in the account's currency, and none can be converted",
            "a price or an exchange rate is there",
            "add the price or the rate to the reference data"),
    UNSUPPORTED_FREQUENCY(
            Severity.BLOCKER,
            Who.FINANCE,
            "R68 X11",
            "the row asks for another frequency than monthly",
            "the export states P1M, or a person decides",
            "correct the plan; release it if it is to be charged monthly after all"),
    SAFETY_BOUND(
            Severity.BLOCKER,
            Who.FINANCE,
            "B17 X11",
            "one run would charge more terms of the plan than run.max-terms-per-plan",
            "a run with a higher bound, or a person decides",
            "check the plan's dates; release it, or raise run.max-terms-per-plan for one run"),
    MISSING_FROM_EXPORT(
            Severity.ACTION,
            Who.OPERATIONS,
            "A6",
            "a row of an earlier full export is missing from a later one; it counts as cancelled or closed",
            "",
            "check the source; the row comes back with the next export that has it"),
    ORPHAN_SUBSCRIPTION(
            Severity.ACTION,
            Who.OPERATIONS,
            "P47",
            "a subscription names an account or agreement that no export shows; it has Basic",
            "an export shows it",
            "import the account or agreement"),
    DUPLICATE_CONFLICT(
            Severity.ACTION,
            Who.OPERATIONS,
            "X21 P46",
            "one file had two different rows for one key; the later one counts",
            "",
            "check the source"),
    STALE_EXPORT(
            Severity.ACTION,
            Who.OPERATIONS,
            "X21 A9",
            "a file is older than the newest one of its kind; it was refused whole",
            "",
            "nothing if the newer file is right; else export again"),
    MARKET_NOT_OFFERED(
            Severity.INFO,
            Who.ADMINISTRATORS,
            "R1 P1",
            "the account's country is not offered",
            "the country is corrected or offered",
            "check the country"),
    CLASSIC_ROLE_RETIRED(
            Severity.INFO,
            Who.ADMINISTRATORS,
            "R33 P43",
            "a user holds a classic role; these are retired",
            "the role is gone",
            "assign a role of today"),
    COVERED_BUT_NO_REQUESTER(
            Severity.INFO,
            Who.ADMINISTRATORS,
            "R35 P42 G6",
            "a covered subscription has nobody who may ask for support",
            "somebody holds a role on it",
            "assign Owner, Contributor or Support Request Contributor"),
    PROGRAM_BENEFIT_UNVERIFIED(
            Severity.INFO,
            Who.ADMINISTRATORS,
            "R15 P39 E6",
            "how far the benefit of the account's programme reaches is not told",
            "the terms are told, or the programme ends",
            "look the terms up and complete the account's row"),
    HOLIDAY_CALENDAR_MISSING(
            Severity.INFO,
            Who.ADMINISTRATORS,
            "R11",
            "the holidays of a country are not known",
            "",
            "add them to holidays.csv"),
    SERVICE_LIFECYCLE_UNKNOWN(
            Severity.INFO,
            Who.ADMINISTRATORS,
            "R19",
            "it is not known whether a service is generally available",
            "",
            "add it to services.csv");

    /** Who acts on a flag. */
    public enum Who {
        OPERATIONS("operations"),
        FINANCE("finance"),
        ADMINISTRATORS("administrators"),
        OPERATIONS_AND_FINANCE("operations and finance"),
        ADMINISTRATORS_AND_FINANCE("administrators and finance");

        private final String words;

        Who(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    private final Severity severity;
    private final Who who;
    private final String rules;
    private final String raised;
    private final String ends;
    private final String remedy;

    FlagGuide(Severity severity, Who who, String rules, String raised, String ends, String remedy) {
        this.severity = severity;
        this.who = who;
        this.rules = rules;
        this.raised = raised;
        this.ends = ends;
        this.remedy = remedy;
    }

    /** The guide to a flag by its code. */
    public static Optional<FlagGuide> of(String code) {
        return Arrays.stream(values())
                .filter(guide -> guide.name().equals(code))
                .findFirst();
    }

    /** The severity it usually has. */
    public Severity severity() {
        return severity;
    }

    public Who who() {
        return who;
    }

    /** The rules, policies and decisions that it rests on. */
    public List<String> rules() {
        return List.of(rules.split(" "));
    }

    /** When it is raised. */
    public String raised() {
        return raised;
    }

    /** When it goes away; empty for an event, which has happened for good. */
    public Optional<String> ends() {
        return ends.isEmpty() ? Optional.empty() : Optional.of(ends);
    }

    public String remedy() {
        return remedy;
    }
}
