package io.coverbook.answer;

import io.coverbook.answer.CoverAnswer.Fact;
import io.coverbook.answer.CoverAnswer.Neighbour;
import io.coverbook.answer.CoverAnswer.Neighbours;
import io.coverbook.answer.CoverAnswer.User;
import io.coverbook.answer.CoverAnswer.Users;
import io.coverbook.answer.KnownCover.Subscribed;
import io.coverbook.answer.Requesters.Right;
import io.coverbook.calendar.Span;
import io.coverbook.calendar.Term;
import io.coverbook.calendar.Timeline;
import io.coverbook.entitlement.CoverReason;
import io.coverbook.entitlement.Entitlement;
import io.coverbook.entitlement.SubscriptionDays.Part;
import io.coverbook.entitlement.SubscriptionVersion;
import io.coverbook.plan.Account;
import io.coverbook.plan.AccountStatus;
import io.coverbook.renewal.PlanLife;
import io.coverbook.store.ChainStore;
import io.coverbook.store.CoverStore;
import io.coverbook.store.CoverStore.Interval;
import io.coverbook.store.CoverStore.Match;
import io.coverbook.store.CoverStore.Member;
import io.coverbook.store.Database;
import io.coverbook.store.DirectoryStore;
import io.coverbook.store.KnownStore;
import io.coverbook.store.KnownStore.Known;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers whether a subscription is covered on a day, with the chain of facts. The cover itself is the recorded one; of
 * what was known earlier it is decided again by the same rules.
 */
public final class Coverage {

    /** More matches than this are not worth reading. */
    private static final int MOST = 20;

    /** So many neighbours are counted, so that an answer about a giant account is as quick as any other. */
    private static final int COUNTED = 200;

    private static final int SHOWN = 5;

    private final CoverStore store;
    private final KnownStore facts;
    private final ChainStore charges;
    private final DirectoryStore directory;
    private final @Nullable Knowledge knowledge;

    public Coverage(Database database) {
        this.store = new CoverStore(database, ZoneOffset.UTC);
        this.facts = new KnownStore(database);
        this.charges = new ChainStore(database);
        this.directory = new DirectoryStore(database);
        this.knowledge = Knowledge.of(database).orElse(null);
    }

    /** The latest reconciled day, empty when none was. */
    public @Nullable LocalDate reconciled() {
        return knowledge == null ? null : knowledge.reconciled();
    }

    /**
     * The answer for the subscription that the word means.
     *
     * @param word an id, a name, or a part of either that only one has
     * @param at the day it is about, empty for the latest reconciled
     * @param as what was known when, empty for what the last reconcile knew
     */
    public CoverAnswer answer(String word, @Nullable LocalDate at, @Nullable AsKnown as) {
        List<Match> matches = store.meant(word, MOST);
        boolean one = matches.size() == 1
                || (matches.size() > 1
                        && matches.get(0).rank() < 3
                        && matches.get(1).rank() > matches.get(0).rank());
        if (!one) {
            return CoverAnswer.undecided(whichOne(word, matches), matches);
        }
        if (knowledge == null) {
            return CoverAnswer.undecided(
                    "Nothing was reconciled yet, so no cover is known; run reconcile --as-of DATE first.", matches);
        }
        LocalDate day = at == null ? knowledge.reconciled() : at;
        Knowledge.Basis basis = knowledge.basis(as, day);
        Known known = basis.known();
        return known == null
                ? CoverAnswer.undecided(String.valueOf(basis.note()), matches.subList(0, 1))
                : answer(matches.get(0), day, basis, known);
    }

    private String whichOne(String word, List<Match> matches) {
        if (!matches.isEmpty()) {
            long count = matches.get(0).allOfThem();
            return "'" + word + "' may mean " + count + " subscriptions; give more of the id or name.";
        }
        return store.isPlan(word)
                ? "'" + word + "' is a support plan, not a subscription that can be covered; see plans --plan " + word
                        + "."
                : "No subscription has '" + word + "' in its id or name.";
    }

    private CoverAnswer answer(Match match, LocalDate day, Knowledge.Basis basis, Known known) {
        String id = match.subscriptionId();
        KnownCover cover = new KnownCover(facts, known);
        Subscribed subscription =
                cover.subscriptions(List.of(id)).stream().findFirst().orElse(null);
        if (subscription == null) {
            String when = basis.recorded()
                    ? "Not known: the subscription was imported after the last reconcile; run reconcile."
                    : "Not known: no export of that time shows the subscription. " + basis.note();
            return CoverAnswer.undecided(when, List.of(match));
        }
        List<Interval> intervals = basis.recorded()
                ? store.intervals(id)
                : subscription.rows().stream().map(KnownCover::interval).toList();
        Interval now = intervals.stream()
                .filter(interval -> interval.contains(day))
                .findFirst()
                .orElse(null);
        Home home = Home.of(subscription, day, cover);
        return new CoverAnswer(
                List.of(),
                1,
                id,
                subscription.newest().name(),
                day,
                basis.note(),
                now != null && now.technical(),
                now,
                now == null ? absent(home, intervals) : sentence(now, home),
                facts(home, now, basis.recorded()),
                CoverChanges.decide(home.place(), now),
                now == null ? null : requesters(home, known, now.technical()),
                neighbours(home, cover),
                intervals);
    }

    /** The chain, and what the month of the day cost: a closed month stands as it was invoiced (X13). */
    private List<Fact> facts(Home home, @Nullable Interval now, boolean recorded) {
        List<Fact> chain = new ArrayList<>(CoverFacts.decide(home, now));
        PlanLife plan = home.place().plan();
        Term term = plan == null ? null : CoverFacts.term(plan, home.day());
        if (plan == null
                || term == null
                || home.day().isBefore(term.from())
                || !home.day().isBefore(term.until())) {
            return chain;
        }
        charges.charge(plan.plan().id().value(), term.number()).ifPresent(charge -> {
            String amount = charge.text("amount") == null
                    ? "no price"
                    : charge.or("amount", "") + " " + charge.or("currency", "");
            String invoice = charge.text("invoice_number") == null
                    ? ""
                    : " on " + charge.text("invoice_number") + " line " + charge.text("line");
            String notes = recorded && charge.text("credit_notes") != null
                    ? ", credited by " + charge.text("credit_notes")
                    : "";
            String hold = charge.text("hold_reason") == null ? "" : ", " + charge.text("hold_reason");
            chain.add(
                    Math.max(0, chain.size() - 1),
                    new Fact(
                            "charge",
                            "for " + term.from() + " through " + term.until().minusDays(1) + ", " + amount + ", "
                                    + charge.or("state", "") + invoice + hold + notes,
                            "X12 X13",
                            Chain.NOWHERE));
        });
        return chain;
    }

    private @Nullable Users requesters(Home home, Known known, boolean technical) {
        String id = home.subscription().id();
        Requesters requesters = new Requesters(directory, known, home.day());
        if (!requesters.told()) {
            return null;
        }
        List<Right> rights = requesters.on(List.of(id)).getOrDefault(id, List.of());
        return new Users(
                rights.size(),
                (int) rights.stream().filter(Right::mayCreate).count(),
                (int) rights.stream().filter(Right::canAssign).count(),
                rights.stream()
                        .limit(MOST)
                        .map(right -> new User(
                                right.user(),
                                right.role().name(),
                                right.entitling() && technical,
                                right.mayCreate(),
                                right.mayManage(),
                                right.canAssign(),
                                right.source()))
                        .toList());
    }

    /** Those who share the scope on the day, as far as they are counted. */
    private @Nullable Neighbours neighbours(Home home, KnownCover cover) {
        if (home.part() == null) {
            return null;
        }
        long scope = home.place().scope().told().scopeNo();
        List<Member> members = store.within(List.of(scope), false, 0, COUNTED + 1);
        List<String> ids = members.stream()
                .map(Member::subscriptionId)
                .filter(id -> !id.equals(home.subscription().id()))
                .limit(COUNTED)
                .toList();
        int count = 0;
        int covered = 0;
        List<Neighbour> some = new ArrayList<>();
        for (Subscribed other : cover.subscriptions(ids)) {
            Part part = other.on(home.day());
            Entitlement row = other.row(home.day());
            if (part != null && row != null && cover.scope(part.home()).told().scopeNo() == scope) {
                count++;
                covered += row.technical() ? 1 : 0;
                if (some.size() < SHOWN) {
                    some.add(new Neighbour(
                            other.id(),
                            other.newest().name(),
                            row.technical(),
                            row.reason().name()));
                }
            }
        }
        return new Neighbours(home.place().name(), count, members.size() > COUNTED, covered, some);
    }

    private static String absent(Home home, List<Interval> intervals) {
        LocalDate day = home.day();
        SubscriptionVersion newest = home.subscription().newest().told().version();
        if (day.isBefore(newest.createdOn())) {
            return "Not covered: the subscription did not exist on " + Chain.day(day) + ", it was created on "
                    + Chain.day(newest.createdOn()) + ".";
        }
        LocalDate last =
                intervals.isEmpty() ? null : intervals.get(intervals.size() - 1).through();
        return "Not covered: the subscription does not exist any more"
                + (last == null ? "." : ", its last day was " + Chain.day(last) + ".");
    }

    private static String sentence(Interval now, Home home) {
        if (!now.technical()) {
            return "Not covered for technical support: " + why(now, home) + " (" + now.reason() + ").";
        }
        String by =
                switch (now.source()) {
                    case "TEMPORARY" -> "temporary " + tier(now.tier());
                    case "PROGRAM" -> "the benefit of its program";
                    default -> tier(now.tier());
                };
        String plan = now.planId() == null ? "" : "plan " + now.planId() + ", ";
        return "Covered for technical support by " + by + through(now, home) + " (" + plan
                + home.place().name() + ").";
    }

    /** An end that is known, or the end of the term that is paid and goes on by itself. */
    private static String through(Interval now, Home home) {
        if (now.through() != null) {
            return " through " + Chain.day(now.through());
        }
        PlanLife plan = home.place().plan();
        Term term = plan == null || now.planId() == null ? null : CoverFacts.term(plan, home.day());
        return term == null ? "" : " through " + Chain.day(term.until().minusDays(1)) + ", and renewing from there";
    }

    private static String why(Interval now, Home home) {
        Account account = home.place().account().account();
        PlanLife plan = home.place().plan();
        return switch (CoverReason.valueOf(now.reason())) {
            case ACCOUNT_NOT_ACTIVE -> "account " + account.id() + " " + inactive(account, home.day());
            case SUBSCRIPTION_NOT_ACTIVE -> "the subscription is " + inactive(home);
            case PLAN_SUSPENDED -> "the plan is suspended until its renewal is paid";
            case DEVELOPER_NOT_ALLOWED_ON_EA -> "the Developer plan does not exist for agreements";
            case PLAN_HELD ->
                "the plan is held until somebody decides"
                        + (plan == null || plan.hold() == null
                                ? ""
                                : ": " + Codes.advice(plan.hold().name()));
            case PENDING_ORDER_NOT_ACTIVATED ->
                "a plan is ordered for " + home.place().name() + " and not active yet";
            case TEMPORARY_EXPIRED -> "the temporary support is over and the ordered plan has not begun";
            case PLAN_NOT_STARTED -> "the plan that was bought has not begun" + begins(now);
            case PLAN_ENDED -> "the plan ended on " + Chain.day(now.from().minusDays(1));
            case PLAN_LINKED_TO_OTHER_EA ->
                "the customer's plan belongs to another agreement and does not reach "
                        + home.place().name();
            case PROGRAM_TERMS_UNKNOWN -> "how far the benefit of the account's program reaches is not known";
            case EA_NO_PLAN, ACCOUNT_NO_PLAN -> home.place().name() + " has no support plan";
            case ACCOUNT_PLAN, EA_PLAN, TEMPORARY_ORDER, PROGRAM_BENEFIT -> "the subscription may not use it";
        };
    }

    /** A closing day is the last that counts (A8). */
    private static String inactive(Account account, LocalDate day) {
        LocalDate from = Span.EVER;
        for (Timeline.Step<AccountStatus> step : account.status().steps()) {
            from = step.from().isAfter(day) ? from : step.from();
        }
        AccountStatus status = account.status().on(day);
        if (from.equals(Span.EVER)) {
            return "is " + status;
        }
        return status == AccountStatus.CLOSED
                ? "was closed on " + Chain.day(from.minusDays(1))
                : "is " + status + " since " + Chain.day(from);
    }

    /** The state that the chain shows, since the day on which the subscription came to stand so. */
    private static String inactive(Home home) {
        String value = CoverFacts.decide(home, null).get(0).value();
        Part part = home.part();
        return value.replaceFirst("[ ,].*", "")
                + (part == null ? "" : " since " + Chain.day(part.days().from()));
    }

    private static String begins(Interval now) {
        LocalDate through = now.through();
        return through == null ? "" : "; it begins on " + Chain.day(through.plusDays(1));
    }

    static String tier(String code) {
        return switch (code) {
            case "DEVELOPER" -> "Developer";
            case "STANDARD" -> "Standard";
            case "PROFESSIONAL_DIRECT" -> "Professional Direct";
            case "UNIFIED" -> "Unified";
            case "BASIC" -> "Basic";
            case "LIMITED_PROGRAM" -> "limited support of a program";
            default -> code;
        };
    }
}
