package io.coverbook.answer;

import io.coverbook.billing.ChargeHold;
import io.coverbook.billing.HoldRuling;
import io.coverbook.calendar.Term;
import io.coverbook.entitlement.CoverReason;
import io.coverbook.plan.Account;
import io.coverbook.plan.AccountStatus;
import io.coverbook.plan.Agreement;
import io.coverbook.plan.PaymentMethod;
import io.coverbook.plan.Ruling;
import io.coverbook.renewal.Outcome;
import io.coverbook.renewal.PlanHold;
import io.coverbook.renewal.PlanLife;
import io.coverbook.store.CoverStore.Interval;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What would change an answer about cover: what ends it, or what would bring it. */
final class CoverChanges {

    private final Place place;
    private final Interval now;
    private final List<String> changes = new ArrayList<>();

    private CoverChanges(Place place, Interval now) {
        this.place = place;
        this.now = now;
    }

    /** @param now the cover of the day; without any nothing can be changed */
    static List<String> decide(Place place, @Nullable Interval now) {
        if (now == null) {
            return List.of();
        }
        CoverChanges rule = new CoverChanges(place, now);
        if (now.technical()) {
            rule.ends();
        } else {
            rule.brings(CoverReason.valueOf(now.reason()));
        }
        return List.copyOf(rule.changes);
    }

    private void ends() {
        LocalDate through = now.through();
        switch (now.source()) {
            case "PLAN" -> plan();
            case "TEMPORARY" ->
                changes.add(
                        "The ordered plan takes over when it begins; a cancelled order ends the temporary support on"
                                + " its day; a new request brings "
                                + place.policies().temporarySupportDays()
                                + " days more while the order is pending (R79, P33).");
            default ->
                changes.add("The benefit ends on its last day"
                        + (through == null ? "" : ", " + Chain.day(through))
                        + ", or with its last incident; a plan for " + place.name() + " would be better (R15).");
        }
    }

    private void plan() {
        PlanLife life = place.plan();
        Term term = life == null ? null : CoverFacts.term(life, place.day());
        if (life == null || term == null) {
            return;
        }
        String last = Chain.day(term.until().minusDays(1));
        boolean renews = life.renewal().on(place.day());
        PlanLife.Ending ending = life.ending();
        if (ending != null && ending.outcome() == Outcome.ENDED_CANCELLED && renews) {
            changes.add("It goes on if renewal of " + life.plan().id() + " is switched on again before "
                    + Chain.day(ending.on()) + " (X8).");
        } else if (ending != null) {
            changes.add(
                    "Cover by this plan ends as " + PlanFacts.cause(ending.outcome()) + " (" + ending.outcome() + "); "
                            + (renews
                                    ? "a plan bought by then goes on."
                                    : "a renewal ordered through the seller goes on (R71)."));
        } else if (renews) {
            changes.add("It renews until somebody cancels " + life.plan().id()
                    + " or switches its renewal off in the portal (R64); the month that is paid, through " + last
                    + ", stays covered.");
        } else {
            changes.add(
                    "It goes on with the contract; a seller or partner can end it, and the month that is paid, through "
                            + last + ", stays covered (R67).");
        }
        card(life, term, renews);
    }

    /** A card that expires before the next renewal cannot pay it (X19). */
    private void card(PlanLife life, Term term, boolean renews) {
        Account.Payment payment = place.scope().account().payment().on(place.day());
        YearMonth expiry = payment.expiry();
        boolean collected = renews && life.ending() == null && payment.method() == PaymentMethod.CARD;
        if (collected && expiry != null && YearMonth.from(term.until()).isAfter(expiry)) {
            changes.add("The card expires with " + Chain.month(expiry) + ": the renewal of " + Chain.day(term.until())
                    + " cannot be collected, and support stops "
                    + place.policies().dunningGraceDays()
                    + " days later unless it is paid (X19).");
        }
    }

    private void brings(CoverReason reason) {
        switch (reason) {
            case ACCOUNT_NOT_ACTIVE -> account();
            case SUBSCRIPTION_NOT_ACTIVE -> {
                changes.add("The subscription must be ACTIVE, WARNED or PAST_DUE again (P35)" + then() + ".");
                orderIfNone();
            }
            case PLAN_SUSPENDED ->
                changes.add("Pay the renewal: cover comes back on the day of the payment, and the days between stay"
                        + " uncovered (X19).");
            case DEVELOPER_NOT_ALLOWED_ON_EA ->
                changes.add("Correct the level, or order Standard or Professional Direct for " + place.name()
                        + " through a Microsoft seller or partner (R72, R73).");
            case PLAN_HELD -> held();
            case PENDING_ORDER_NOT_ACTIVATED, TEMPORARY_EXPIRED -> pending();
            case PLAN_NOT_STARTED ->
                changes.add("Nothing has to be done: the plan that was bought covers from its first day.");
            case PROGRAM_TERMS_UNKNOWN -> {
                changes.add("Import benefit_valid_to and incidents_remaining of account "
                        + place.scope().account().id() + " (R15).");
                order();
            }
            default -> order();
        }
    }

    private void account() {
        Account account = place.account().account();
        if (account.status().on(place.day()) == AccountStatus.CLOSED) {
            changes.add(
                    "A closed account comes back only by an export that shows it active; or move the subscription to"
                            + " an account or agreement that has a plan (P37).");
            return;
        }
        changes.add("Account " + account.id() + " must be ACTIVE again (P36)" + then() + ".");
        orderIfNone();
    }

    /** What the scope would give a subscription in good standing. */
    private String then() {
        return now.planId() == null ? "" : "; plan " + now.planId() + " then covers at once";
    }

    private void orderIfNone() {
        if (now.source().equals("NONE")) {
            order();
        }
    }

    private void held() {
        PlanLife life = place.plan();
        PlanHold hold = life == null ? null : life.hold();
        if (life == null || hold == null) {
            return;
        }
        String code = hold.name();
        changes.add("Held for " + code + ": " + Codes.advice(code) + ".");
        if (HoldRuling.allowed(Ruling.Kind.RELEASE, ChargeHold.valueOf(code))) {
            changes.add("If it is right after all: release " + life.plan().id() + " --reason TEXT.");
        }
    }

    private void pending() {
        Agreement ea = place.agreement();
        Agreement.Order order = ea == null ? Agreement.Order.NONE : ea.order().on(place.day());
        String level = order.level() == null
                ? "the plan ordered"
                : Coverage.tier(order.level().name());
        changes.add("Ask for temporary support: a subscription-management request in the portal that names " + level
                + " and describes the problem brings " + place.policies().temporarySupportDays() + " days (R79, R80).");
        changes.add("Or have the order fulfilled; its plan covers from the start of its coverage.");
    }

    private void order() {
        Agreement ea = place.agreement();
        if (ea != null) {
            changes.add("Order Standard or Professional Direct for agreement " + ea.id()
                    + " through a Microsoft seller or partner (R72, R76); Developer cannot be had for an agreement, and a"
                    + " plan of another agreement or of an account does not reach it (R77).");
            return;
        }
        Account account = place.scope().account();
        if (!account.known()) {
            changes.add("Import account " + account.id() + ", which no export shows (P47).");
            return;
        }
        switch (account.agreementType().on(place.day())) {
            case MOSP, MCA ->
                changes.add(
                        "Buy Developer, Standard or Professional Direct for account " + account.id()
                                + " in the Azure portal (R55); it covers all its subscriptions from the day of purchase (R59).");
            case EA ->
                changes.add(
                        "Account " + account.id() + " buys under an Enterprise Agreement: link the subscription to its"
                                + " agreement, and order a plan for that (R76, R78).");
            case MPA -> changes.add("Support of account " + account.id() + " runs through its partner (P54).");
        }
    }
}
