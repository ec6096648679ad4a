package io.coverbook.answer;

import io.coverbook.answer.CoverAnswer.Fact;
import io.coverbook.entitlement.CoverReason;
import io.coverbook.store.CoverStore;
import io.coverbook.store.CoverStore.Account;
import io.coverbook.store.CoverStore.Agreement;
import io.coverbook.store.CoverStore.Interval;
import io.coverbook.store.CoverStore.Match;
import io.coverbook.store.CoverStore.Plan;
import io.coverbook.store.CoverStore.Source;
import io.coverbook.store.CoverStore.Subscription;
import io.coverbook.store.CoverStore.Term;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers whether a subscription is covered on a day, from what the rules have recorded, with the chain of facts. */
public final class Coverage {

    /** More matches than this are not worth reading. */
    private static final int MOST = 20;

    private static final Source NOWHERE = new Source(null, null);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final CoverStore store;
    private final @Nullable LocalDate reconciled;

    /** @param reconciled the latest day that was reconciled, empty when none was */
    public Coverage(CoverStore store, @Nullable LocalDate reconciled) {
        this.store = store;
        this.reconciled = reconciled;
    }

    /** Everything that belongs to a subscription on a day. */
    private record Home(
            Subscription subscription,
            Account account,
            @Nullable Agreement agreement,
            List<Plan> plans) {

        String scope() {
            return agreement == null ? "account " + account.accountId() : "agreement " + agreement.agreementId();
        }
    }

    /** The answer for the subscription that the word means; an id, a name, or a part of either. */
    public CoverAnswer answer(String word, @Nullable LocalDate at) {
        List<Match> matches = store.find(word, MOST);
        boolean one = matches.size() == 1
                || (matches.size() > 1
                        && matches.get(0).rank() < 3
                        && matches.get(1).rank() > matches.get(0).rank());
        if (!one) {
            return CoverAnswer.undecided(whichOne(word, matches), matches);
        }
        LocalDate day = at == null ? reconciled : at;
        if (day == null || reconciled == null) {
            return CoverAnswer.undecided(
                    "Nothing was reconciled yet, so no cover is known; run reconcile --as-of DATE first.", matches);
        }
        return answer(matches.get(0), day);
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

    private CoverAnswer answer(Match match, LocalDate day) {
        String id = match.subscriptionId();
        List<Interval> intervals = store.intervals(id);
        Interval now = intervals.stream()
                .filter(interval -> interval.contains(day))
                .findFirst()
                .orElse(null);
        Subscription subscription = store.subscription(id, day);
        Optional<Agreement> agreement = store.agreement(subscription.scopeNo(), day);
        Home home = new Home(
                subscription,
                store.account(subscription.accountNo(), day),
                agreement.orElse(null),
                store.plans(subscription.scopeNo(), day, now == null ? null : now.planId()));
        String sentence = now == null ? absent(day, subscription, intervals) : sentence(now, home, day);
        return new CoverAnswer(
                List.of(),
                1,
                id,
                subscription.name(),
                day,
                now != null && now.technical(),
                now,
                sentence,
                facts(home, now),
                intervals);
    }

    private static String absent(LocalDate day, Subscription subscription, List<Interval> intervals) {
        if (day.isBefore(subscription.createdOn())) {
            return "Not covered: the subscription did not exist on " + DAY.format(day) + ", it was created on "
                    + DAY.format(subscription.createdOn()) + ".";
        }
        if (intervals.isEmpty()) {
            return "Not known: the subscription was imported after the last reconcile; run reconcile.";
        }
        LocalDate last = intervals.get(intervals.size() - 1).through();
        return "Not covered: the subscription does not exist any more"
                + (last == null ? "." : ", its last day was " + DAY.format(last) + ".");
    }

    private static String sentence(Interval now, Home home, LocalDate day) {
        if (!now.technical()) {
            return "Not covered for technical support: " + why(now, home, day) + " (" + now.reason() + ").";
        }
        String by =
                switch (now.source()) {
                    case "TEMPORARY" -> "temporary " + tier(now.tier());
                    case "PROGRAM" -> "the benefit of its program";
                    default -> tier(now.tier());
                };
        String plan = now.planId() == null ? "" : "plan " + now.planId() + ", ";
        return "Covered for technical support by " + by + through(now, home) + " (" + plan + home.scope() + ").";
    }

    /** An end that is known, or the end of the term that is paid and goes on by itself. */
    private static String through(Interval now, Home home) {
        if (now.through() != null) {
            return " through " + DAY.format(now.through());
        }
        Term term = home.plans().stream()
                .filter(plan -> plan.planId().equals(now.planId()))
                .map(Plan::term)
                .findFirst()
                .orElse(null);
        return term == null ? "" : " through " + DAY.format(term.through()) + ", and renewing from there";
    }

    private static String why(Interval now, Home home, LocalDate day) {
        Plan plan = home.plans().isEmpty() ? null : home.plans().get(0);
        return switch (CoverReason.valueOf(now.reason())) {
            case ACCOUNT_NOT_ACTIVE ->
                "account " + home.account().accountId() + " is "
                        + since(home.account().status(), home.account().statusSince());
            case SUBSCRIPTION_NOT_ACTIVE ->
                "the subscription is "
                        + since(home.subscription().state(), home.subscription().stateSince());
            case PLAN_SUSPENDED -> "the plan is suspended until its renewal is paid";
            case DEVELOPER_NOT_ALLOWED_ON_EA -> "the Developer plan does not exist for agreements";
            case PLAN_HELD ->
                "the plan is held until somebody decides"
                        + (plan == null || plan.hold() == null ? "" : ": " + Codes.advice(plan.hold()));
            case PENDING_ORDER_NOT_ACTIVATED -> "a plan is ordered for " + home.scope() + " and not active yet";
            case TEMPORARY_EXPIRED -> "the temporary support is over and the ordered plan has not begun";
            case PLAN_NOT_STARTED -> "the plan that was bought has not begun" + begins(now);
            case PLAN_ENDED -> ended(now, home, day);
            case PLAN_LINKED_TO_OTHER_EA ->
                "the customer's plan belongs to another agreement and does not reach " + home.scope();
            case PROGRAM_TERMS_UNKNOWN -> "how far the benefit of the account's program reaches is not known";
            case EA_NO_PLAN, ACCOUNT_NO_PLAN -> home.scope() + " has no support plan";
            case ACCOUNT_PLAN, EA_PLAN, TEMPORARY_ORDER, PROGRAM_BENEFIT -> "the subscription may not use it";
        };
    }

    private static String begins(Interval now) {
        LocalDate through = now.through();
        return through == null ? "" : "; it begins on " + DAY.format(through.plusDays(1));
    }

    private static String ended(Interval now, Home home, LocalDate day) {
        for (Plan plan : home.plans()) {
            LocalDate last = plan.coveredThrough();
            if (last != null && last.isBefore(day)) {
                return "the plan ended on " + DAY.format(last);
            }
        }
        return "the plan ended on " + DAY.format(now.from().minusDays(1));
    }

    private static String since(@Nullable String state, @Nullable LocalDate since) {
        return (state == null ? "unknown" : state) + (since == null ? "" : " since " + DAY.format(since));
    }

    static String tier(String code) {
        return switch (code) {
            case "DEVELOPER" -> "Developer";
            case "STANDARD" -> "Standard";
            case "PROFESSIONAL_DIRECT" -> "Professional Direct";
            case "UNIFIED" -> "Unified";
            case "BASIC" -> "Basic";
            default -> code;
        };
    }

    private List<Fact> facts(Home home, @Nullable Interval now) {
        List<Fact> facts = new ArrayList<>();
        Subscription s = home.subscription();
        facts.add(new Fact(
                "subscription",
                s.state() + (s.stateSince() == null ? "" : " since " + s.stateSince()) + ", created " + s.createdOn()
                        + (s.absent() ? ", missing from the newest export" : ""),
                "X16.7",
                s.source()));
        Account a = home.account();
        String account = a.status() == null
                ? a.accountId() + ", which no export shows"
                : a.accountId() + name(a.name()) + ", " + a.agreementType() + ", "
                        + a.status() + (a.statusSince() == null ? "" : " since " + a.statusSince())
                        + (a.program() == null ? "" : ", program " + a.program());
        facts.add(new Fact("account", account, home.agreement() == null ? "X16.2" : "E1", a.source()));
        Agreement e = home.agreement();
        if (e != null) {
            facts.add(agreement(e));
        }
        if (home.plans().isEmpty()) {
            facts.add(new Fact("plan", "none for " + home.scope(), "X16.6", NOWHERE));
        }
        for (Plan plan : home.plans()) {
            facts.add(plan(plan));
            Term term = plan.term();
            if (term != null && plan.equals(home.plans().get(0))) {
                String value = "number " + term.number() + ", " + term.from() + " through " + term.through() + ", "
                        + term.outcome();
                facts.add(new Fact("term", value, "X6", plan.source()));
            }
        }
        if (now != null) {
            facts.add(new Fact("reason", now.reason(), now.technical() ? "X16" : "X25", NOWHERE));
        }
        return facts;
    }

    private static Fact agreement(Agreement e) {
        String value = e.status() == null
                ? e.agreementId() + ", which no export shows"
                : e.agreementId() + ", " + e.status() + " " + e.from() + " through " + e.through()
                        + ", support level " + e.supportLevel()
                        + ("NONE".equals(e.orderStatus()) ? "" : ", order " + e.orderStatus())
                        + (e.verdict() == null ? "" : ", verdict " + e.verdict())
                        + (e.due() == null ? "" : " due " + e.due());
        return new Fact("agreement", value, "X17", e.source());
    }

    private static Fact plan(Plan plan) {
        String value = plan.planId() + ", " + tier(plan.tier()) + ", " + plan.status() + ", from " + plan.start()
                + (plan.coveredThrough() == null ? "" : ", covered through " + plan.coveredThrough())
                + (plan.endingOn() == null ? "" : ", " + plan.endingOutcome() + " on " + plan.endingOn())
                + (plan.hold() == null ? "" : ", " + plan.hold());
        return new Fact("plan", value, plan.status().equals("HELD") ? "X11" : "X16.3", plan.source());
    }

    private static String name(@Nullable String name) {
        return name == null ? "" : " " + name;
    }
}
