package io.coverbook.renewal;

import io.coverbook.calendar.Span;
import io.coverbook.calendar.Terms;
import io.coverbook.calendar.Timeline;
import io.coverbook.plan.Account;
import io.coverbook.plan.AccountStatus;
import io.coverbook.plan.Agreement;
import io.coverbook.plan.AgreementStatus;
import io.coverbook.plan.Cancellation;
import io.coverbook.plan.ContractEnd;
import io.coverbook.plan.PlanId;
import io.coverbook.plan.Policies;
import io.coverbook.plan.Ruling;
import io.coverbook.plan.SupportPlan;
import io.coverbook.renewal.PlanLife.Ending;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A plan while its scope is being decided: later plans may still reactivate or supersede it. */
final class PlanDraft {

    private static final Set<AgreementStatus> LIVING = EnumSet.of(AgreementStatus.ACTIVE, AgreementStatus.EXTENDED);
    private static final Set<AgreementStatus> STARTABLE =
            EnumSet.of(AgreementStatus.PENDING, AgreementStatus.ACTIVE, AgreementStatus.EXTENDED);
    private static final Set<AgreementStatus> CUT_SHORT =
            EnumSet.of(AgreementStatus.TERMINATED, AgreementStatus.TRANSFERRED);

    private static final Comparator<Ending> ORDER =
            Comparator.comparingInt(Ending::term).thenComparing(Ending::outcome).thenComparing(Ending::on);

    private final ScopeFacts facts;
    private final Policies policies;
    private final LocalDate asOf;
    private final SelfRenewal renewal;
    private final List<PlanEvent> events = new ArrayList<>();
    private final List<Span> takenBack = new ArrayList<>();

    private SupportPlan plan;
    private @Nullable PlanHold hold;
    private @Nullable PlanId mergedInto;
    private final List<Superseded> superseded = new ArrayList<>();
    private @Nullable PlanLife life;

    /**
     * Bought over by a higher plan on a day: no term begins after {@code at} that starts on {@code from} or later (B8).
     */
    private record Superseded(Instant at, LocalDate from, LocalDate boughtOn) {}

    PlanDraft(SupportPlan plan, ScopeFacts facts, Policies policies, LocalDate asOf) {
        this.plan = plan;
        this.facts = facts;
        this.policies = policies;
        this.asOf = asOf;
        this.renewal = SelfRenewal.decide(plan, facts);
    }

    SupportPlan plan() {
        return plan;
    }

    void hold(@Nullable PlanHold reason) {
        hold = reason;
        life = null;
    }

    boolean held() {
        return hold != null;
    }

    void mergeInto(PlanId kept) {
        mergedInto = kept;
        life = null;
    }

    void event(PlanEvent event) {
        events.add(event);
        life = null;
    }

    /**
     * The plan was bought again while its paid term ran: what was cancelled or superseded goes on, and the new row's
     * wishes act on it (X8b). What was noted about the earlier wishes stays noted.
     */
    void reactivate(PlanDraft by) {
        SupportPlan again = by.plan;
        List<Cancellation> settled = new ArrayList<>();
        List<Cancellation> remaining = new ArrayList<>();
        Instant ended = decide(plan).effective();
        // A switch beside a request that was refused counts by itself from now on, on whichever side of the purchase
        // the
        // request lies; the refused one stays to be told.
        List<Cancellation> wishes = new ArrayList<>(CancellationRule.heard(plan, renewal, policies));
        wishes.addAll(CancellationRule.refused(plan, renewal, policies));
        for (Cancellation c : wishes) {
            // One that came too late counts from the day it was seen, so a purchase before that day is before it (C7).
            // But one that only gives an earlier date to what had ended the plan says nothing about what was bought
            // after it.
            boolean later = CancellationRule.counts(plan, c, policies).isAfter(again.purchasedAt());
            boolean over = ended != null && !ended.isAfter(again.purchasedAt()) && c.at().isBefore(ended);
            (later && !over ? remaining : settled).add(c);
        }
        CancellationRule.Decision before = decide(plan.withCancellations(settled));
        if (before.effective() != null) {
            // The row that was cancelled may go at last: its plan goes on as the other row.
            remaining.removeIf(Cancellation::vanished);
        }
        remaining.addAll(CancellationRule.heard(again, by.renewal, policies));
        events.addAll(before.events());
        takenBack.addAll(before.takenBack());
        LocalDate boughtAgain = policies.dayOf(again.purchasedAt());
        if (before.effective() != null) {
            CancellationRule.days(policies.dayOf(before.effective()), boughtAgain)
                    .ifPresent(takenBack::add);
        }
        for (Superseded each : superseded) {
            CancellationRule.days(each.boughtOn(), boughtAgain).ifPresent(takenBack::add);
        }
        plan = plan.withCancellations(remaining);
        superseded.clear();
        event(new PlanEvent(PlanEvent.Kind.PLAN_REACTIVATED, again.start()));
    }

    /** A higher plan was bought and nobody cancelled this one: it counts as cancelled by that purchase (X9, C7). */
    void supersede(SupportPlan by) {
        Instant at = by.purchasedAt();
        if (plan.firstSeenAt().isBefore(by.firstSeenAt())) {
            at = CancellationRule.backdated(plan, at, by.firstSeenAt(), policies, events);
        }
        superseded.add(new Superseded(at, by.start(), policies.dayOf(by.purchasedAt())));
        event(new PlanEvent(PlanEvent.Kind.IMPLICIT_UPGRADE, by.start()));
    }

    /** The instant from which it no longer renews, by a person's wish or a higher plan; empty while it renews. */
    @Nullable Instant endsAt() {
        Instant cancelled = decide(plan).effective();
        return Stream.concat(Stream.ofNullable(cancelled), superseded.stream().map(Superseded::at))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    PlanLife life() {
        if (life == null) {
            life = decide();
        }
        return life;
    }

    private CancellationRule.Decision decide(SupportPlan of) {
        return CancellationRule.decide(of, renewal, policies);
    }

    /** A merged plan has no end of its own: those of its wishes that count act on the plan it was merged into (B7.3). */
    private PlanLife decide() {
        CancellationRule.Decision cancel = decide(plan);
        List<PlanEvent> all = new ArrayList<>(cancel.events());
        if (mergedInto != null) {
            all.removeIf(event -> event.kind() != PlanEvent.Kind.CANCEL_WRONG_CHANNEL);
        }
        all.addAll(events);
        LocalDate contractEnd = ContractEnd.decide(
                plan.start(),
                plan.contractEnd(),
                facts.agreement() == null ? null : facts.agreement().endDate(),
                policies);
        List<Ending> endings = mergedInto == null ? endings(cancel.effective(), contractEnd) : new ArrayList<>();
        List<PastDue> pastDue = mergedInto == null && hold == null ? pastDue(earliest(endings)) : List.of();
        for (PastDue unpaid : pastDue) {
            LocalDate expired = unpaid.expiredOn();
            if (expired != null) {
                endings.add(at(plan.terms().firstFrom(expired), Outcome.ENDED_NONPAYMENT, expired));
            }
        }
        List<Span> cuts = new ArrayList<>(cutOffs());
        pastDue.forEach(unpaid -> unpaid.suspension().ifPresent(cuts::add));
        List<Span> undone = new ArrayList<>(takenBack);
        undone.addAll(cancel.takenBack());
        return new PlanLife(
                plan,
                hold,
                mergedInto,
                renewal,
                plan.channel().online() ? null : contractEnd,
                earliest(endings),
                List.copyOf(endings),
                pastDue,
                List.copyOf(undone),
                closedDays(),
                List.copyOf(cuts),
                List.copyOf(all));
    }

    private List<PastDue> pastDue(@Nullable Ending ending) {
        int terms = ending == null ? Integer.MAX_VALUE : ending.term();
        return new Dunning(plan, facts.account(), policies, asOf).decide(renewal, terms);
    }

    /** Everything that can end the plan, whatever comes first. */
    private List<Ending> endings(@Nullable Instant cancelled, LocalDate contractEnd) {
        List<Ending> endings = new ArrayList<>();
        Terms terms = plan.terms();
        Instant dismissed = hold == null ? null : plan.ruledAt(Ruling.Kind.DISMISS, hold.name());
        for (Instant wish : Arrays.asList(cancelled, dismissed)) {
            if (wish != null) {
                LocalDate day = policies.dayOf(wish);
                endings.add(
                        day.isBefore(plan.start())
                                ? new Ending(0, day, Outcome.ENDED_CANCELLED, day)
                                : at(terms.firstFrom(day.plusDays(1)), Outcome.ENDED_CANCELLED, day));
            }
        }
        for (Superseded each : superseded) {
            LocalDate after = policies.dayOf(each.at()).plusDays(1);
            LocalDate from = after.isBefore(each.from()) ? each.from() : after;
            endings.add(at(Math.max(1, terms.firstFrom(from)), Outcome.ENDED_UPGRADED, each.boughtOn()));
        }
        closed(endings);
        agreementOver(endings);
        contractOver(contractEnd, endings);
        return endings;
    }

    /** The first term after the contract that would begin on a day on which the plan does not renew by itself. */
    private void contractOver(LocalDate contractEnd, List<Ending> endings) {
        for (int i = 0; i < renewal.days().steps().size(); i++) {
            if (!renewal.days().steps().get(i).value()) {
                Span span = renewal.days().during(i);
                LocalDate after = contractEnd.plusDays(1);
                int k = Math.max(1, plan.terms().firstFrom(after.isBefore(span.from()) ? span.from() : after));
                if (span.contains(plan.terms().from(k))) {
                    endings.add(at(k, Outcome.ENDED_CONTRACT, null));
                    return;
                }
            }
        }
    }

    /** At one term the order of {@link Outcome} decides; a plan that never starts ends by the first wish (B11). */
    private static @Nullable Ending earliest(List<Ending> endings) {
        return endings.stream().min(ORDER).orElse(null);
    }

    private Ending at(int term, Outcome outcome, @Nullable LocalDate known) {
        return new Ending(term, plan.terms().from(term), outcome, known);
    }

    private void closed(List<Ending> endings) {
        Timeline<AccountStatus> status = facts.account().status();
        for (int i = 0; i < status.steps().size(); i++) {
            if (status.steps().get(i).value() == AccountStatus.CLOSED) {
                Span span = status.during(i);
                startingIn(span, 0, Outcome.ENDED_ACCOUNT_CLOSED, lastThatCounted(span))
                        .ifPresent(endings::add);
            }
        }
    }

    private void agreementOver(List<Ending> endings) {
        if (facts.agreement() == null) {
            return;
        }
        Timeline<AgreementStatus> status = facts.agreement().status();
        LocalDate over = null;
        for (int i = 0; i < status.steps().size(); i++) {
            AgreementStatus value = status.steps().get(i).value();
            Span span = status.during(i);
            // One that has not begun is not over: it may still begin in time (B15, G8).
            if (STARTABLE.contains(value)) {
                over = null;
            } else if (over == null) {
                over = CUT_SHORT.contains(value) ? lastThatCounted(span) : span.from();
            }
            if (!LIVING.contains(value)) {
                // Term 0 asks only that the agreement was not over before its first day (B12).
                boolean begins = STARTABLE.contains(value)
                        || (value == AgreementStatus.EXPIRED && span.from().equals(plan.start()));
                int least = begins && plan.firstTerm() == 0 ? 1 : 0;
                startingIn(span, least, Outcome.ENDED_AGREEMENT, over).ifPresent(endings::add);
            }
        }
    }

    /** The days on which the account is closed or the agreement over, from the day that each of them names (A8). */
    private List<Span> closedDays() {
        List<Span> closed = new ArrayList<>();
        Timeline<AccountStatus> account = facts.account().status();
        for (int i = 0; i < account.steps().size(); i++) {
            if (account.steps().get(i).value() == AccountStatus.CLOSED) {
                Span span = account.during(i);
                closed.add(new Span(lastThatCounted(span), span.until()));
            }
        }
        Agreement ea = facts.agreement();
        if (ea != null) {
            for (int i = 0; i < ea.status().steps().size(); i++) {
                AgreementStatus value = ea.status().steps().get(i).value();
                Span span = ea.status().during(i);
                if (!STARTABLE.contains(value)) {
                    LocalDate from = CUT_SHORT.contains(value) ? lastThatCounted(span) : span.from();
                    closed.add(new Span(from, span.until()));
                }
            }
        }
        return List.copyOf(closed);
    }

    /** The first term that would begin within the span does not. */
    private Optional<Ending> startingIn(Span span, int least, Outcome outcome, @Nullable LocalDate known) {
        int k = Math.max(least, plan.terms().firstFrom(span.from()));
        return span.contains(plan.terms().from(k)) ? Optional.of(at(k, outcome, known)) : Optional.empty();
    }

    /** The date that a closing names: its own day still counts, so the span begins after it (A8). */
    private static LocalDate lastThatCounted(Span span) {
        return span.from().minusDays(1);
    }

    /** A closed account and a terminated or transferred agreement end cover at once; the paid term is not refunded. */
    private List<Span> cutOffs() {
        List<Span> cuts = new ArrayList<>();
        Account account = facts.account();
        for (int i = 0; i < account.status().steps().size(); i++) {
            if (account.status().steps().get(i).value() == AccountStatus.CLOSED) {
                cuts.add(account.status().during(i));
            }
        }
        Agreement ea = facts.agreement();
        if (ea != null) {
            for (int i = 0; i < ea.status().steps().size(); i++) {
                if (CUT_SHORT.contains(ea.status().steps().get(i).value())) {
                    cuts.add(cutShort(ea.status().during(i), ea.endDate()));
                }
            }
        }
        return List.copyOf(cuts);
    }

    /** The last covered day is that of the agreement, or the day the status names if that is earlier (A8). */
    private static Span cutShort(Span span, LocalDate endDate) {
        LocalDate afterEnd = endDate.plusDays(1);
        return afterEnd.isBefore(span.from()) ? new Span(afterEnd, span.until()) : span;
    }
}
