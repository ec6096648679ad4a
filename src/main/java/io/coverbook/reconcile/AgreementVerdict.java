package io.coverbook.reconcile;

import io.coverbook.calendar.DaySet;
import io.coverbook.calendar.Span;
import io.coverbook.entitlement.Cover;
import io.coverbook.entitlement.CoverReason;
import io.coverbook.entitlement.CoverSpan;
import io.coverbook.entitlement.TemporarySupport;
import io.coverbook.plan.Agreement;
import io.coverbook.plan.AgreementStatus;
import io.coverbook.plan.PlanId;
import io.coverbook.plan.Policies;
import io.coverbook.plan.SupportLevel;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides, for every day, whether an Enterprise Agreement has a plan, and from when to when one is missing (X17).
 *
 * <p>The FAQ: "Ja, ett separat supportavtal krävs" for every agreement (R76).
 *
 * @param spans the verdicts in order, without gap
 * @param missing the days that the flag EA_MISSING_PLAN holds (F1)
 * @param expired the days that the flag EA_EXPIRED_WITH_SUBSCRIPTIONS holds
 * @param missingIsAction the days on which a missing plan needs a person, not only notice
 * @param ordered the days on which an order is pending and not yet stale
 * @param stale the days on which an order has been pending too long
 * @param invalidRequestsOn the days of the requests for temporary support that do not hold
 */
public record AgreementVerdict(
        List<VerdictSpan> spans,
        DaySet missing,
        DaySet expired,
        DaySet missingIsAction,
        DaySet ordered,
        DaySet stale,
        List<LocalDate> invalidRequestsOn) {

    /** What is true of an agreement on one day. */
    private record Day(Verdict verdict, @Nullable PlanId plan, String reason, boolean missing, boolean expired) {}

    /** The facts of one agreement, as the rules before this one left them. */
    public record Facts(
            Agreement agreement, List<CoverSpan> cover, Population population, TemporarySupport temporary) {}

    public static AgreementVerdict decide(Facts facts, Policies policies) {
        List<Span> runs = new ArrayList<>();
        List<Day> days = new ArrayList<>();
        LocalDate from = Span.EVER;
        Day current = on(facts, from, policies);
        for (LocalDate day : changes(facts, policies)) {
            Day next = on(facts, day, policies);
            if (!next.equals(current)) {
                runs.add(new Span(from, day));
                days.add(current);
                from = day;
                current = next;
            }
        }
        runs.add(new Span(from, Span.NEVER));
        days.add(current);
        return assemble(facts, runs, days, policies);
    }

    private static AgreementVerdict assemble(Facts facts, List<Span> runs, List<Day> days, Policies policies) {
        List<Span> missing = new ArrayList<>();
        List<Span> expired = new ArrayList<>();
        List<Span> without = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            Day day = days.get(i);
            addIf(day.missing(), runs.get(i), missing);
            addIf(day.expired(), runs.get(i), expired);
            addIf(day.verdict() == Verdict.MISSING, runs.get(i), without);
        }
        DaySet active = facts.population().active();
        DaySet pressing = DaySet.of(missing).or(DaySet.of(expired)).and(active);
        DaySet pending = statusDays(facts.agreement(), AgreementStatus.PENDING);
        List<VerdictSpan> spans = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            addSpans(runs.get(i), days.get(i), pressing, DaySet.of(without), spans);
        }
        return new AgreementVerdict(
                joined(spans),
                DaySet.of(missing),
                DaySet.of(expired).and(active),
                DaySet.of(missing).and(active).minus(pending),
                pendingDays(facts.agreement(), policies, false),
                pendingDays(facts.agreement(), policies, true),
                facts.temporary().invalidOn());
    }

    /** The days on which an order is pending: the first thirty of each, or those after them. */
    private static DaySet pendingDays(Agreement ea, Policies policies, boolean stale) {
        List<Span> days = new ArrayList<>();
        for (int i = 0; i < ea.order().steps().size(); i++) {
            LocalDate ordered = ea.order().steps().get(i).value().on();
            if (ea.order().steps().get(i).value().pending() && ordered != null) {
                LocalDate old = ordered.plusDays(policies.pendingOrderDays() + 1L);
                Span wanted = stale ? new Span(old, Span.NEVER) : new Span(ordered, old);
                days.addAll(DaySet.of(List.of(ea.order().during(i)))
                        .and(DaySet.of(List.of(wanted)))
                        .spans());
            }
        }
        return DaySet.of(days);
    }

    /** The days on which nothing tells whether the agreement has a plan (L11). */
    DaySet unknown() {
        return DaySet.of(spans.stream()
                .filter(span -> span.verdict() == Verdict.UNKNOWN)
                .map(VerdictSpan::days)
                .toList());
    }

    /** The due date may change inside a run, when subscriptions become active or cease to be (F3). */
    private static void addSpans(Span run, Day day, DaySet pressing, DaySet without, List<VerdictSpan> into) {
        if (day.verdict() != Verdict.MISSING) {
            into.add(new VerdictSpan(run, day.verdict(), day.plan(), day.reason(), null));
            return;
        }
        DaySet whole = DaySet.of(List.of(run));
        for (Span part : whole.and(pressing).spans()) {
            into.add(new VerdictSpan(part, day.verdict(), null, day.reason(), due(pressing, part.from())));
        }
        for (Span part : whole.minus(pressing).spans()) {
            into.add(new VerdictSpan(part, day.verdict(), null, day.reason(), due(without, part.from())));
        }
        into.sort((a, b) -> a.days().from().compareTo(b.days().from()));
    }

    /** Neighbours that say the same become one: only what flags they raise may differ inside it. */
    private static List<VerdictSpan> joined(List<VerdictSpan> spans) {
        List<VerdictSpan> joined = new ArrayList<>();
        for (VerdictSpan next : spans) {
            VerdictSpan last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && next.equals(last.during(next.days()))) {
                joined.set(
                        joined.size() - 1,
                        last.during(new Span(last.days().from(), next.days().until())));
            } else {
                joined.add(next);
            }
        }
        return List.copyOf(joined);
    }

    /** The end of the month after the first day of the run of days that contains this one (F8). */
    private static LocalDate due(DaySet runs, LocalDate day) {
        Span run =
                runs.spans().stream().filter(s -> s.contains(day)).findFirst().orElseThrow();
        return YearMonth.from(run.from()).plusMonths(1).atEndOfMonth();
    }

    private static Day on(Facts facts, LocalDate day, Policies policies) {
        Agreement ea = facts.agreement();
        for (AgreementStatus status :
                List.of(ea.status().on(day.plusDays(1)), ea.status().on(day))) {
            // The last day of a terminated agreement still covers, but is told as its end and asks for no plan (F5).
            if (status == AgreementStatus.TRANSFERRED || status == AgreementStatus.TERMINATED) {
                return none("EA_" + status.name());
            }
        }
        if (day.isBefore(ea.startDate())) {
            return none("EA_NOT_STARTED");
        }
        Cover cover = facts.cover().stream()
                .filter(c -> c.days().contains(day))
                .findFirst()
                .orElseThrow()
                .cover();
        LocalDate ordered = ea.order().on(day).on();
        boolean pending = TemporarySupport.pendingOn(ea, day);
        boolean stale = pending && ordered != null && day.isAfter(ordered.plusDays(policies.pendingOrderDays()));
        String reason = cover.reason().name();
        return switch (cover.source()) {
            case PLAN -> new Day(Verdict.COVERED, cover.plan(), reason, false, false);
            case TEMPORARY -> new Day(Verdict.TEMPORARY, null, reason, stale, false);
            case PROGRAM, NONE -> {
                if (pending && !stale) {
                    yield new Day(Verdict.PENDING, null, CoverReason.PENDING_ORDER_NOT_ACTIVATED.name(), false, false);
                }
                if (ea.level().on(day) == SupportLevel.NOT_EXPORTED) {
                    yield new Day(Verdict.UNKNOWN, null, "LEVEL_NOT_EXPORTED", false, false);
                }
                boolean expired = ea.status().on(day) == AgreementStatus.EXPIRED;
                yield new Day(Verdict.MISSING, null, reason, !expired, expired);
            }
        };
    }

    private static Day none(String reason) {
        return new Day(Verdict.NOT_APPLICABLE, null, reason, false, false);
    }

    private static DaySet statusDays(Agreement ea, AgreementStatus status) {
        List<Span> days = new ArrayList<>();
        for (int i = 0; i < ea.status().steps().size(); i++) {
            addIf(ea.status().steps().get(i).value() == status, ea.status().during(i), days);
        }
        return DaySet.of(days);
    }

    private static void addIf(boolean condition, Span span, List<Span> into) {
        if (condition) {
            into.add(span);
        }
    }

    private static SortedSet<LocalDate> changes(Facts facts, Policies policies) {
        Agreement ea = facts.agreement();
        SortedSet<LocalDate> days = new TreeSet<>();
        days.add(ea.startDate());
        for (LocalDate day : ea.status().changes()) {
            days.add(day);
            days.add(day.minusDays(1));
        }
        for (CoverSpan span : facts.cover()) {
            days.add(span.days().from());
        }
        days.addAll(ea.level().changes());
        ea.order().steps().forEach(step -> {
            days.add(step.from());
            LocalDate ordered = step.value().on();
            if (ordered != null) {
                days.add(ordered);
                days.add(ordered.plusDays(policies.pendingOrderDays() + 1L));
            }
        });
        days.remove(Span.EVER);
        return days;
    }
}
