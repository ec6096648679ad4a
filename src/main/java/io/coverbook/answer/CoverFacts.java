package io.coverbook.answer;

import io.coverbook.answer.CoverAnswer.Fact;
import io.coverbook.answer.CoverAnswer.Mark;
import io.coverbook.calendar.Span;
import io.coverbook.calendar.Term;
import io.coverbook.entitlement.ScopeCover;
import io.coverbook.entitlement.Standing;
import io.coverbook.entitlement.SubscriptionDays.Part;
import io.coverbook.entitlement.SubscriptionVersion;
import io.coverbook.entitlement.TemporarySupport;
import io.coverbook.entitlement.TemporarySupport.Activation;
import io.coverbook.plan.Account;
import io.coverbook.plan.AccountStatus;
import io.coverbook.plan.AccountVersion;
import io.coverbook.plan.Agreement;
import io.coverbook.plan.AgreementVersion;
import io.coverbook.plan.SubscriptionState;
import io.coverbook.reconcile.AgreementVerdict;
import io.coverbook.reconcile.Population;
import io.coverbook.reconcile.Verdict;
import io.coverbook.reconcile.VerdictSpan;
import io.coverbook.renewal.PlanLife;
import io.coverbook.store.CoverStore.Interval;
import io.coverbook.store.CoverStore.Source;
import io.coverbook.store.KnownStore.Evidence;
import io.coverbook.store.KnownStore.SubscriptionTold;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The chain of facts behind a cover: each with the line of the export that told it, and whether it speaks for cover. */
final class CoverFacts {

    private final Place place;
    private final LocalDate day;
    private final List<Fact> facts = new ArrayList<>();

    private CoverFacts(Place place) {
        this.place = place;
        this.day = place.day();
    }

    /** @param now the cover of the day, empty when the subscription does not exist then */
    static List<Fact> decide(Home home, @Nullable Interval now) {
        CoverFacts chain = new CoverFacts(home.place());
        chain.subscription(home);
        chain.scope();
        if (now != null) {
            chain.add("reason", now.reason(), mark(now.technical()), now.technical() ? "X16" : "X25", null);
        }
        return List.copyOf(chain.facts);
    }

    /** The part of the chain that all subscriptions of an account or agreement share. */
    static List<Fact> decide(Place place) {
        CoverFacts chain = new CoverFacts(place);
        chain.scope();
        return List.copyOf(chain.facts);
    }

    private void scope() {
        account();
        agreement();
        facts.addAll(PlanFacts.decide(place));
        program();
    }

    private void add(String what, String value, Mark mark, String rules, @Nullable Evidence<?> evidence) {
        facts.add(new Fact(what, value, mark, rules, source(evidence)));
    }

    static Source source(@Nullable Evidence<?> evidence) {
        return evidence == null ? Chain.NOWHERE : evidence.source();
    }

    static Mark mark(boolean speaksFor) {
        return speaksFor ? Mark.FOR : Mark.AGAINST;
    }

    private void subscription(Home home) {
        List<Evidence<SubscriptionTold>> told = home.subscription().told();
        SubscriptionVersion newest = home.subscription().newest().told().version();
        Part part = home.part();
        boolean exists = part != null && part.days().contains(day);
        Standing standing = part == null ? Standing.GOOD : part.standing();
        Evidence<SubscriptionTold> state = evidence(
                told,
                v -> exists
                        ? !v.absent() && v.state() != SubscriptionState.DELETED && Standing.of(v.state()) == standing
                        : gone(v) || day.isBefore(v.createdOn()));
        Evidence<SubscriptionTold> spoken = state == null ? told.get(0) : state;
        add(
                "subscription",
                state(spoken.told().version(), state != null, exists) + ", created " + newest.createdOn(),
                mark(exists && standing == Standing.GOOD),
                "X16.1 X16.7",
                spoken);
        Evidence<SubscriptionTold> linked = part == null
                ? told.get(told.size() - 1)
                : evidence(
                        told,
                        v -> !v.absent()
                                && v.accountId().equals(part.home().accountId())
                                && Objects.equals(v.eaId(), part.home().eaId()));
        LocalDate since = part == null ? null : since(part, home);
        add(
                "scope",
                "shares the plan of " + place.name() + (since == null ? "" : ", since " + since),
                Mark.NEITHER,
                "X16.2 P37",
                linked);
    }

    private static boolean gone(SubscriptionVersion v) {
        return v.absent() || v.state() == SubscriptionState.DELETED || v.endedOn() != null;
    }

    private @Nullable Evidence<SubscriptionTold> evidence(
            List<Evidence<SubscriptionTold>> told, Predicate<SubscriptionVersion> holds) {
        return place.evidence(
                told, v -> holds.test(v.version()), v -> v.version().exportedOn());
    }

    /** When the subscription came to this home, if it was in another before. */
    private @Nullable LocalDate since(Part part, Home home) {
        LocalDate from = part.days().from();
        boolean elsewhere = false;
        for (Part each : home.subscription().parts()) {
            if (each.days().from().isAfter(part.days().from())) {
                break;
            }
            boolean same = each.home().equals(part.home());
            from = same && elsewhere ? each.days().from() : from;
            elsewhere = elsewhere || !same;
        }
        return elsewhere ? from : null;
    }

    /** The state as the line tells it; before the day it names, the subscription was in its ordinary state (A3). */
    private String state(SubscriptionVersion v, boolean told, boolean exists) {
        if (v.absent()) {
            return "missing from the export of " + v.exportedOn() + ", so deleted";
        }
        String word = v.state().name();
        LocalDate since = v.stateSince();
        if (exists && !told) {
            return "ACTIVE" + (since == null ? "" : ", as it is told to be " + word + " only since " + since);
        }
        return word
                + (since == null ? "" : " since " + since)
                + (v.endedOn() == null ? "" : ", last day " + v.endedOn());
    }

    private void account() {
        Account account = place.account().account();
        List<Evidence<AccountVersion>> told = place.account().told().account();
        if (!account.known()) {
            add("account", account.id() + ", which no export shows", Mark.NEITHER, "P47", null);
            return;
        }
        AccountStatus status = account.status().on(day);
        Evidence<AccountVersion> evidence = place.evidence(
                told, v -> status(v) == status, v -> place.policies().dayOf(v.exportedAt()));
        Evidence<AccountVersion> spoken = evidence == null ? told.get(0) : evidence;
        AccountVersion v = spoken.told();
        String since = v.absent()
                ? ", missing from the export of " + place.policies().dayOf(v.exportedAt())
                : evidence == null || v.statusSince() == null ? "" : " since " + v.statusSince();
        add(
                "account",
                account.id() + (spoken.name() == null ? "" : " " + spoken.name()) + ", "
                        + account.agreementType().on(day) + ", " + status + since,
                mark(status == AccountStatus.ACTIVE),
                place.agreement() == null ? "X16.2 X16.7 P36" : "E1 P36",
                spoken);
    }

    private static AccountStatus status(AccountVersion v) {
        return v.absent() ? AccountStatus.CLOSED : v.status();
    }

    private void agreement() {
        Agreement ea = place.agreement();
        if (ea == null) {
            return;
        }
        List<Evidence<AgreementVersion>> told = place.scope().told().agreement();
        if (!ea.known() || told.isEmpty()) {
            add("agreement", ea.id() + ", which no export shows", Mark.AGAINST, "P47", null);
            return;
        }
        Evidence<AgreementVersion> evidence = place.evidence(
                told,
                v -> !v.absent()
                        && v.status() == ea.status().on(day)
                        && v.endDate().equals(ea.endDate())
                        && v.startDate().equals(ea.startDate()),
                v -> place.policies().dayOf(v.exportedAt()));
        Evidence<AgreementVersion> spoken = evidence == null ? told.get(told.size() - 1) : evidence;
        Verdict verdict = verdict(ea);
        add(
                "agreement",
                ea.id() + ", " + ea.status().on(day) + ", " + ea.startDate() + " through " + ea.endDate()
                        + ", support level " + ea.level().on(day) + ", verdict " + verdict,
                mark(verdict == Verdict.COVERED || verdict == Verdict.TEMPORARY),
                "X17 R76",
                spoken);
        order(ea, told);
    }

    /** The due date is not asked for: it would take all subscriptions of the agreement. */
    private Verdict verdict(Agreement ea) {
        AgreementVerdict verdict = AgreementVerdict.decide(
                new AgreementVerdict.Facts(
                        ea,
                        ScopeCover.withoutProgram(
                                place.scope().facts(),
                                place.scope().lives(),
                                place.scope().elsewhere(),
                                place.policies()),
                        Population.NOBODY,
                        TemporarySupport.decide(ea, place.scope().lives(), place.policies())),
                place.policies());
        return verdict.spans().stream()
                .filter(span -> span.days().contains(day))
                .findFirst()
                .map(VerdictSpan::verdict)
                .orElseThrow();
    }

    /** What was ordered, and what was asked for meanwhile (X18). */
    private void order(Agreement ea, List<Evidence<AgreementVersion>> told) {
        Agreement.Order order = ea.order().on(day);
        LocalDate ordered = order.on();
        if (ordered == null || ordered.isAfter(day)) {
            return;
        }
        Evidence<AgreementVersion> line = place.evidence(
                told, v -> ordered.equals(v.orderDate()) && v.orderStatus() == order.status(), v -> place.policies()
                        .dayOf(v.exportedAt()));
        add(
                "order",
                order.status() + ", "
                        + (order.level() == null
                                ? "no level"
                                : Coverage.tier(order.level().name())) + ", ordered " + ordered,
                Mark.NEITHER,
                "X18 R79",
                line == null ? told.get(told.size() - 1) : line);
        TemporarySupport temporary = TemporarySupport.decide(ea, place.scope().lives(), place.policies());
        for (Agreement.TemporaryRequest request : ea.requests()) {
            LocalDate asked = place.policies().dayOf(request.at());
            if (!asked.isBefore(ordered) && !asked.isAfter(day)) {
                Span days = temporary.activations().stream()
                        .map(Activation::days)
                        .filter(each -> each.from().equals(asked))
                        .findFirst()
                        .orElse(null);
                add(
                        "request",
                        "temporary support asked for at " + request.at() + held(temporary, asked, days),
                        mark(days != null && days.contains(day)),
                        "X18 R80",
                        place.evidence(told, v -> request.equals(v.request()), v -> place.policies()
                                .dayOf(v.exportedAt())));
            }
        }
    }

    private static String held(TemporarySupport temporary, LocalDate asked, @Nullable Span days) {
        if (days != null) {
            return ", good through " + days.until().minusDays(1);
        }
        return temporary.validOn().contains(asked)
                ? ", which brings nothing: the ordered coverage had started by then"
                : ", which does not hold";
    }

    private void program() {
        Account account = place.scope().account();
        Account.Benefit benefit = account.benefit().on(day);
        if (benefit.program() == null) {
            return;
        }
        String terms = benefit.termsUnknown()
                ? ", on terms that are not told"
                : " through " + benefit.validTo() + ", " + benefit.incidents() + " incidents left";
        add(
                "program",
                benefit.program() + terms,
                mark(benefit.supportsOn(day)),
                "R15 P39",
                place.evidence(place.scope().told().account(), v -> v.benefit().equals(benefit), v -> place.policies()
                        .dayOf(v.exportedAt())));
    }

    /** The term of a plan that contains the day, else its last one; empty for one without any. */
    static @Nullable Term term(PlanLife life, LocalDate day) {
        int k = life.plan().terms().containing(day);
        PlanLife.Ending ending = life.ending();
        int last = ending == null ? k : Math.min(k, ending.term() - 1);
        return last < 0 || !life.hasTerm(last) ? null : life.term(last);
    }
}
