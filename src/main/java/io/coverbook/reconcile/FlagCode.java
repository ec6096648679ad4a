package io.coverbook.reconcile;

import java.util.EnumSet;
import java.util.Set;

/** The flags (RULES 7) that are raised so far, each with what it is about and what a person should do. */
public enum FlagCode {
    EA_MISSING_PLAN("the agreement has no support plan of its own; order one, or end the subscriptions"),
    EA_EXPIRED_WITH_SUBSCRIPTIONS("the agreement has expired and still has active subscriptions; renew or move them"),
    EA_PLAN_PENDING("a plan is ordered and not delivered yet; wait, or ask for temporary activation"),
    PENDING_ORDER_STALE("the order has been pending for more than 30 days; chase it"),
    TEMP_REQUEST_INVALID("a request for temporary support does not hold; state the level ordered and the problem"),
    EA_DEVELOPER_NOT_ALLOWED("Developer cannot be had for an agreement; correct the level or order Standard"),
    EA_MULTIPLE_PLANS("the agreement has a plan already; cancel one of the two"),
    UPGRADE_NOT_AVAILABLE_IN_REGION("this upgrade is not offered in the agreement's country; ask the reseller"),
    INDIRECT_EA_WITHOUT_PARTNER("the partner who pays is not known; complete the agreement"),
    PLAN_LINK_UNKNOWN_EA("the plan is linked to an agreement that no export shows; correct the link"),
    PLAN_SCOPE_UNKNOWN("the plan belongs to an account that no export shows; import the account"),
    CHANNEL_NOT_ALLOWED("this plan cannot be bought this way for this account; check the order"),
    DUPLICATE_PLAN_ON_ACCOUNT("the account has the same plan already; cancel one of the two"),
    LOWER_PLAN_WHILE_HIGHER_RENEWS("a higher plan renews on the account; cancel one of the two"),
    CANCEL_WRONG_CHANNEL("a cancellation came through a channel that cannot cancel this plan; ask for it again"),
    IMPLICIT_UPGRADE("a higher plan was bought without cancelling this one; it was ended as an upgrade"),
    PLAN_REACTIVATED("the cancellation was taken back, the plan goes on"),
    OVERLAPPING_PAID_TERMS("a higher plan's paid term still runs; both are paid for some days"),
    BACKDATED_CANCEL_REVIEW("a cancellation came too late for an automatic credit; decide about it"),
    BACKDATED_CANCEL_CREDITED("a cancellation came late; what was invoiced for later terms is credited"),
    PAST_DUE("the renewal could not be paid; have the customer pay before the grace is over"),
    EA_LEVEL_MISMATCH("the agreement's row states another level than its plan; correct one of the two"),
    EA_LEVEL_NOT_EXPORTED("no export tells the agreement's support level; export it with a newer version, or as CSV"),
    COVERAGE_OUTSIDE_TERM("the plan's coverage lies outside the agreement's term; correct one of the two"),
    CHARGED_WITHOUT_PLAN(
            "the provider bills support for which no plan is known here; import the plan, or ask what it is"),
    PLAN_NOT_CHARGED_BY_PROVIDER(
            "the provider bills this plan in other months and not in one we charge; compare the two"),
    PROVIDER_FEE_DIFFERS("the provider bills another fee for this plan than we charge; compare price and currency"),
    TICKET_UNDER_OTHER_PLAN("a ticket was served under another plan than covers the subscription; compare the two"),
    CREDIT_USED_FOR_SUPPORT(
            "a credit was used for support on the provider's bill; the terms of credits do not allow it"),
    SUBSCRIPTION_NOT_EXPORTED("costs or a tenant's list show this subscription and no export does; import its list"),
    MARKET_NOT_OFFERED("Azure is not offered in the account's country; check the country"),
    PROGRAM_BENEFIT_UNVERIFIED("the terms of the account's programme are not told; look them up"),
    LATE_CHARGE("a charge came after its month was closed and is posted in the next open one"),
    PLAN_WITHOUT_SUBSCRIPTIONS("the plan is charged and covers nothing; ask whether it should be cancelled"),
    ACCOUNT_DISABLED_AT_RENEWAL("the account was disabled on the day of renewal; the charge waits"),
    NO_PRICE("there is no price in the account's currency; add one to the reference data"),
    UNSUPPORTED_FREQUENCY("only monthly billing is supported; correct the plan"),
    SAFETY_BOUND("more terms than allowed would be charged at once; check the plan, then raise run.max-terms-per-plan"),
    MISSING_FROM_EXPORT("the row was in an earlier export and is missing from the newest; check the source"),
    INVOICE_OVERDUE("an invoice to be paid by wire is not paid by its due date; remind the customer"),
    CLASSIC_ROLE_RETIRED("this role was retired on 31 August 2024; give the user Owner or Support Request Contributor"),
    COVERED_BUT_NO_REQUESTER("nobody may make a support request for this covered subscription; give somebody a role"),
    ORPHAN_SUBSCRIPTION("the subscription names an account or agreement that no export shows; import it"),
    DUPLICATE_CONFLICT("one file had two different rows for this key; the later one counts"),
    STALE_EXPORT("an older export came after a newer one of its kind; it was refused");

    /** Those that follow from what is recorded, of payments, bills of others, roles and files, and not from a scope's rules. */
    private static final Set<FlagCode> BESIDE_SCOPES = EnumSet.of(
            CHARGED_WITHOUT_PLAN,
            PLAN_NOT_CHARGED_BY_PROVIDER,
            PROVIDER_FEE_DIFFERS,
            TICKET_UNDER_OTHER_PLAN,
            CREDIT_USED_FOR_SUPPORT,
            SUBSCRIPTION_NOT_EXPORTED,
            LATE_CHARGE,
            COVERAGE_OUTSIDE_TERM,
            MISSING_FROM_EXPORT,
            INVOICE_OVERDUE,
            CLASSIC_ROLE_RETIRED,
            COVERED_BUT_NO_REQUESTER,
            ORPHAN_SUBSCRIPTION,
            DUPLICATE_CONFLICT,
            STALE_EXPORT);

    private final String advice;

    FlagCode(String advice) {
        this.advice = advice;
    }

    /** Whether the rules of a scope raise it, so that it rests with its scope. */
    public boolean ofScope() {
        return !BESIDE_SCOPES.contains(this);
    }

    /** What is wrong and what to do, in one line. */
    public String advice() {
        return advice;
    }
}
