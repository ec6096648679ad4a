package io.coverbook.reconcile;

import io.coverbook.billing.TermPrice;
import io.coverbook.billing.TermPrice.Quote;
import io.coverbook.calendar.Span;
import io.coverbook.calendar.Terms;
import io.coverbook.calendar.Timeline;
import io.coverbook.plan.Account.Payment;
import io.coverbook.plan.Agreement;
import io.coverbook.plan.PaymentMethod;
import io.coverbook.plan.PaymentMethodStatus;
import io.coverbook.plan.Policies;
import io.coverbook.plan.PriceBook;
import io.coverbook.plan.Relationship;
import io.coverbook.renewal.Outcome;
import io.coverbook.renewal.PastDue;
import io.coverbook.renewal.PlanLife;
import io.coverbook.renewal.ScopeFacts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides which notices are due by the day of the run (X20, DECISIONS G7 to G12).
 *
 * <p>The FAQ: whoever bought through a Microsoft representative or a partner "får ett meddelande" when it is time to
 * renew (R71).
 */
final class Notices {

    /** Notice of a new price, or of a card that will have expired, is given so many days ahead (X20, F11). */
    private static final int AHEAD = 30;

    private final ScopeFacts facts;
    private final TermPrice price;
    private final PriceBook prices;
    private final Policies policies;
    private final LocalDate asOf;
    private final List<Notice> due = new ArrayList<>();

    Notices(ScopeFacts facts, PriceBook prices, Policies policies, LocalDate asOf) {
        this.facts = facts;
        this.price = new TermPrice(facts, prices);
        this.prices = prices;
        this.policies = policies;
        this.asOf = asOf;
    }

    List<Notice> decide(List<PlanLife> lives) {
        for (PlanLife life : lives) {
            if (life.inForce()) {
                contract(life, lives);
                prices(life);
                card(life);
                for (PastDue unpaid : life.pastDue()) {
                    unpaid.failedOn().forEach(day -> add(Notice.Kind.PAYMENT_FAILED, life, day));
                }
                ended(life, lives);
            }
        }
        return due;
    }

    /** Before a seller's contract ends, and the day after it (P24, G10). */
    private void contract(PlanLife life, List<PlanLife> lives) {
        LocalDate end = life.contractEnd();
        if (end == null) {
            return;
        }
        LocalDate after = end.plusDays(1);
        int next = Math.max(1, life.plan().terms().firstFrom(after));
        for (int days : policies.noticeLeadDays()) {
            LocalDate day = end.minusDays(days);
            if (!day.isBefore(life.plan().start()) && open(life, next, day)) {
                add(Notice.Kind.RENEWAL_DUE, life, day);
            }
        }
        if (life.renewal().on(after) && life.hasTerm(next)) {
            add(Notice.Kind.AUTO_RENEWED_INFO, life, after);
        } else if (open(life, next, after) && !goesOn(life, lives, after)) {
            add(Notice.Kind.RENEWAL_LAPSED, life, after);
        }
    }

    /** Whether a later coverage period of the same plan takes over on the day (B9). */
    private static boolean goesOn(PlanLife life, List<PlanLife> lives, LocalDate day) {
        return lives.stream()
                .anyMatch(other -> other.plan().id().equals(life.plan().id())
                        && other.plan().firstTerm() > life.plan().firstTerm()
                        && other.inForce()
                        && other.paidOn(day));
    }

    /**
     * The term begins, or nothing but the contract's own end prevents it that has happened by the day, and neither is the
     * account closed nor the agreement over on it, for however short a time (G8).
     */
    private static boolean open(PlanLife life, int k, LocalDate day) {
        return life.hasTerm(k)
                || (!life.closedOn(day)
                        && life.endings().stream()
                                .map(Notices::dated)
                                .noneMatch(dated -> dated != null && !dated.isAfter(day)));
    }

    /** From when an end is known to come; what nobody knew before, like a pending agreement, from when it came. */
    private static @Nullable LocalDate dated(PlanLife.Ending end) {
        return end.known() != null || end.outcome() == Outcome.ENDED_CONTRACT ? end.known() : end.on();
    }

    /** The same of a term that would have to begin: none does after the contract. */
    private static boolean expected(PlanLife life, int k, LocalDate day) {
        return open(life, k, day) && life.endings().stream().noneMatch(end -> end.term() <= k && end.known() == null);
    }

    /** A term that will cost something else than the one before it (F11, G9). */
    private void prices(PlanLife life) {
        boolean steady =
                life.plan().promoPrice() == null && prices.steady(life.plan().tier());
        if (steady || !life.plan().tier().billedHere()) {
            return;
        }
        Terms terms = life.plan().terms();
        for (int k = 1; !ahead(life, k).isAfter(asOf); k++) {
            Optional<Quote> before = price.decide(life.plan(), terms.from(k - 1));
            Optional<Quote> then = price.decide(life.plan(), terms.from(k));
            boolean differs =
                    before.isPresent() && then.isPresent() && then.get().differsFrom(before.get());
            if (differs && expected(life, k, ahead(life, k))) {
                add(Notice.Kind.PRICE_CHANGE, life, ahead(life, k));
            }
        }
    }

    /** The first renewal after the month in which the card expires, the card being the one known then (G9, P22). */
    private void card(PlanLife life) {
        if (!life.plan().tier().billedHere() || lasting()) {
            return;
        }
        Terms terms = life.plan().terms();
        for (int k = 1; !ahead(life, k).isAfter(asOf); k++) {
            Payment card = facts.account().payment().on(ahead(life, k));
            boolean expiring = card.method() == PaymentMethod.CARD
                    && card.status() == PaymentMethodStatus.ACTIVE
                    && card.validOn(terms.from(k - 1))
                    && !card.validOn(terms.from(k));
            if (expiring && life.renewal().on(terms.from(k)) && expected(life, k, ahead(life, k))) {
                add(Notice.Kind.PAYMENT_METHOD_EXPIRING, life, ahead(life, k));
            }
        }
    }

    /** One method all along, good for longer than any notice looks ahead (shortcut, decides nothing). */
    private boolean lasting() {
        Timeline<Payment> payment = facts.account().payment();
        YearMonth expiry = payment.last().value().expiry();
        return payment.steps().size() == 1
                && (payment.last().value().method() != PaymentMethod.CARD
                        || expiry == null
                        || expiry.isAfter(YearMonth.from(asOf.plusDays(AHEAD))));
    }

    /** Never before the plan begins (G8). */
    private static LocalDate ahead(PlanLife life, int k) {
        LocalDate day = life.plan().terms().from(k).minusDays(AHEAD);
        return day.isBefore(life.plan().start()) ? life.plan().start() : day;
    }

    /** The first day without the plan, unless another one covers the scope then (G11). */
    private void ended(PlanLife life, List<PlanLife> lives) {
        PlanLife.Ending ending = life.ending();
        LocalDate day = ending == null ? null : firstUncovered(life, ending);
        if (day != null && lives.stream().noneMatch(other -> other.covers(day))) {
            add(Notice.Kind.PLAN_ENDED, life, day);
        }
    }

    /**
     * The day after the last paid one on which nothing but a missing payment can have kept it from covering: while it is
     * only suspended, it may still be paid.
     */
    private static @Nullable LocalDate firstUncovered(PlanLife life, PlanLife.Ending ending) {
        if (ending.outcome() == Outcome.ENDED_NONPAYMENT) {
            return ending.on();
        }
        List<Span> cuts = new ArrayList<>(life.cutOffs());
        life.pastDue().forEach(unpaid -> unpaid.suspension().ifPresent(cuts::remove));
        LocalDate day = ending.on();
        for (Span cut = containing(cuts, day); cut != null; cut = containing(cuts, day)) {
            day = cut.from();
        }
        return day.isAfter(life.plan().start()) ? day : null;
    }

    private static @Nullable Span containing(List<Span> cuts, LocalDate day) {
        LocalDate before = day.minusDays(1);
        return cuts.stream().filter(cut -> cut.contains(before)).findFirst().orElse(null);
    }

    private void add(Notice.Kind kind, PlanLife life, LocalDate day) {
        if (!day.isAfter(asOf)) {
            due.add(new Notice(kind, life.plan().id().value(), day, recipient(facts)));
        }
    }

    /** Whoever answers for the scope, and the partner of an indirect agreement too (G12). */
    static String recipient(ScopeFacts scope) {
        String account = scope.account().eMail() == null
                ? scope.account().id()
                : scope.account().eMail();
        Agreement ea = scope.agreement();
        if (ea == null) {
            return account;
        }
        String own = ea.notificationContacts() == null ? account : ea.notificationContacts();
        String partner = scope.partnerEMail() == null ? ea.partnerAccountId() : scope.partnerEMail();
        return ea.relationship() == Relationship.INDIRECT && partner != null ? own + ";" + partner : own;
    }
}
