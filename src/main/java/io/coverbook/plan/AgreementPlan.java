package io.coverbook.plan;

import io.coverbook.calendar.Terms;
import io.coverbook.plan.CancellationHistory.Word;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the plan that an agreement's own row states out of the row's versions (CONTRACT 2.3; DECISIONS B9, H2).
 *
 * <p>A coverage start after the end of the contract is a new order: it opens a new period of the same plan. Each period
 * is a plan of its own to the rules, with the same id; its dates are counted from its own start and the numbers of its
 * terms go on where those of the contract before it end.
 */
public final class AgreementPlan {

    private final String id;
    private final Policies policies;
    private final List<Period> periods = new ArrayList<>();

    /** A period while versions are read: the last version counts, the cancellations are kept as history. */
    private static final class Period {

        private final AgreementVersion first;

        /** What was asked for, and apart from it what the level said: each is taken back by itself (B1, H2). */
        private final List<Word> words = new ArrayList<>();

        private final List<Word> levels = new ArrayList<>();

        /** What was asked for after the level had gone back to none. */
        private final Map<Instant, Cancellation> afterwards = new LinkedHashMap<>();

        private AgreementVersion last;

        private @Nullable Instant withoutLevelSince;

        Period(AgreementVersion first) {
            this.first = first;
            this.last = first;
        }

        boolean heard(Instant requested) {
            return afterwards.containsKey(requested)
                    || words.stream()
                            .map(Word::wish)
                            .anyMatch(wish -> wish != null && wish.at().equals(requested));
        }

        List<Cancellation> cancellations() {
            List<Cancellation> all = new ArrayList<>(CancellationHistory.of(words));
            all.addAll(CancellationHistory.of(levels));
            all.sort(Comparator.comparing(Cancellation::seenAt));
            afterwards.forEach((at, wish) -> {
                if (all.stream().noneMatch(each -> each.at().equals(at))) {
                    all.add(wish);
                }
            });
            return List.copyOf(all);
        }
    }

    private AgreementPlan(String id, Policies policies) {
        this.id = id;
        this.policies = policies;
    }

    /**
     * The periods of the plan in order of start, none when no version states a plan.
     *
     * @param versions of the agreement, in order of export
     */
    public static List<SupportPlan> of(String id, List<AgreementVersion> versions, Policies policies) {
        AgreementPlan plan = new AgreementPlan(id, policies);
        for (AgreementVersion v : AgreementHistory.present(versions)) {
            // A row that is gone ends the agreement, and that ends the plan (A6).
            if (!v.absent()) {
                plan.tell(v);
            }
        }
        return plan.plans();
    }

    private void tell(AgreementVersion v) {
        if (v.ownTier() == null) {
            if (!periods.isEmpty()) {
                withoutLevel(v, last());
            }
            return;
        }
        LocalDate start = start(v);
        if (periods.isEmpty() || start.isAfter(contractEnd(last().last))) {
            periods.add(new Period(v));
        }
        // A start inside an earlier contract corrects that one: what was told to follow it never did.
        while (periods.size() > 1 && !start.isAfter(contractEnd(periods.get(periods.size() - 2).last))) {
            periods.remove(periods.size() - 1);
        }
        Period period = last();
        period.last = v;
        period.withoutLevelSince = null;
        period.words.add(new Word(v.exportedAt(), wish(v, period), false, false, null));
        period.levels.add(new Word(v.exportedAt(), null, false, true, null));
    }

    /**
     * The level back to none is a wish of its own, beside a request that is dated before it (H2, B1). A later request asks
     * for what has happened: it changes nothing, and is told where it came by a wrong way (B3).
     */
    private void withoutLevel(AgreementVersion v, Period period) {
        Instant since = period.withoutLevelSince == null ? v.exportedAt() : period.withoutLevelSince;
        period.withoutLevelSince = since;
        Cancellation asked = wish(v, period);
        if (asked != null && asked.at().isBefore(since)) {
            period.words.add(new Word(v.exportedAt(), asked, false, false, null));
        } else if (asked != null) {
            period.afterwards.putIfAbsent(asked.at(), asked.insteadOf(since));
        }
        Cancellation gone = new Cancellation(since, null, false, since, false);
        period.levels.add(new Word(v.exportedAt(), gone, false, true, null));
    }

    /** What was asked of an earlier period is not asked of a new one. */
    private @Nullable Cancellation wish(AgreementVersion v, Period period) {
        Instant requested = v.cancelRequestedAt();
        boolean earlier =
                requested != null && periods.stream().anyMatch(each -> each != period && each.heard(requested));
        return requested == null || earlier
                ? null
                : new Cancellation(requested, v.cancelChannel(), false, v.exportedAt(), period.words.isEmpty());
    }

    private Period last() {
        return periods.get(periods.size() - 1);
    }

    private List<SupportPlan> plans() {
        List<SupportPlan> plans = new ArrayList<>(periods.size());
        int firstTerm = 0;
        for (Period period : periods) {
            // The contract of the newest period may still be extended; the others are as they were when they ran out.
            LocalDate end = period == last() ? period.last.coverageEnd() : contractEnd(period.last);
            plans.add(plan(period, end, firstTerm));
            Terms terms = new Terms(start(period.last));
            firstTerm += Math.max(1, terms.firstFrom(contractEnd(period.last).plusDays(1)));
        }
        return plans;
    }

    /** Attributes are those of the newest version of the period, for its whole life (A5): a later order has its own. */
    private SupportPlan plan(Period period, @Nullable LocalDate contractEnd, int firstTerm) {
        AgreementVersion newest = period.last;
        Tier tier = newest.ownTier();
        LocalDate start = start(period.last);
        return new SupportPlan(
                PlanId.ofAgreement(id),
                Scope.agreement(id),
                tier == null ? Tier.STANDARD : tier,
                newest.relationship() == Relationship.INDIRECT ? Channel.RESELLER : Channel.MS_SELLER,
                start,
                policies.beginningOf(start),
                contractEnd,
                newest.promoPrice(),
                newest.promoUntil(),
                true,
                true,
                period.first.exportedAt(),
                period.cancellations(),
                firstTerm,
                List.of(),
                List.of());
    }

    private static LocalDate start(AgreementVersion v) {
        return v.coverageStart() == null ? v.startDate() : v.coverageStart();
    }

    private LocalDate contractEnd(AgreementVersion v) {
        return ContractEnd.decide(start(v), v.coverageEnd(), v.endDate(), policies);
    }
}
