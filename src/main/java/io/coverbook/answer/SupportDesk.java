package io.coverbook.answer;

import io.coverbook.answer.SupportAnswer.Note;
import io.coverbook.answer.SupportAnswer.Response;
import io.coverbook.answer.SupportAnswer.Subject;
import io.coverbook.answer.SupportQuestion.Problem;
import io.coverbook.answer.SupportQuestion.Speech;
import io.coverbook.entitlement.Cover.Source;
import io.coverbook.entitlement.CoverReason;
import io.coverbook.entitlement.SupportTier;
import io.coverbook.plan.Tier;
import io.coverbook.request.BusinessClock;
import io.coverbook.request.DayCover;
import io.coverbook.request.HeldRole;
import io.coverbook.request.HoursBook;
import io.coverbook.request.Lifecycle;
import io.coverbook.request.OpeningHours;
import io.coverbook.request.Permission;
import io.coverbook.request.RequestCover;
import io.coverbook.request.RequestCover.Circumstances;
import io.coverbook.request.RequestDecision;
import io.coverbook.request.RequestType;
import io.coverbook.request.ResponsePromise;
import io.coverbook.request.ResponsePromise.Wish;
import io.coverbook.request.ResponseTargets.Target;
import io.coverbook.request.Severity;
import io.coverbook.request.SupportRequest;
import io.coverbook.request.SupportTerms;
import io.coverbook.store.ChainStore;
import io.coverbook.store.CoverStore;
import io.coverbook.store.CoverStore.Interval;
import io.coverbook.store.CoverStore.Match;
import io.coverbook.store.Database;
import io.coverbook.store.FactRow;
import io.coverbook.store.RequesterStore;
import io.coverbook.store.RequesterStore.Told;
import io.coverbook.store.RequesterStore.User;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers what a request for support is answered with, from what is recorded (R3 to R54, P39 to P45, J). */
public final class SupportDesk {

    private static final int MOST = 20;

    private final CoverStore covers;
    private final ChainStore chains;
    private final RequesterStore requesters;
    private final SupportTerms terms;
    private final ZoneId zone;
    private final @Nullable LocalDate reconciled;

    /**
     * A desk over a database.
     *
     * @param zone in which an instant is a day (P2)
     * @param reconciled the latest reconciled day, empty before the first
     */
    public SupportDesk(Database database, ZoneId zone, SupportTerms terms, @Nullable LocalDate reconciled) {
        this.covers = new CoverStore(database, zone);
        this.chains = new ChainStore(database);
        this.requesters = new RequesterStore(database);
        this.terms = terms;
        this.zone = zone;
        this.reconciled = reconciled;
    }

    /** What is known about the subscription on the day: its cover, or in words why there is none to tell. */
    private record Standing(
            @Nullable DayCover cover, @Nullable String missing, boolean unknown) {

        static final Standing NONE = new Standing(null, null, false);

        /** Whether there is a subscription that day, as far as is known. */
        boolean exists() {
            return cover != null || unknown;
        }
    }

    /** Where the subscription belongs that day: the account as exports told it, and where the covering plan was read. */
    private record Home(@Nullable FactRow account, CoverStore.Source plan) {

        static final Home NONE = new Home(null, Chain.NOWHERE);
    }

    public SupportAnswer answer(SupportQuestion question) {
        LocalDate day = question.at().atZone(zone).toLocalDate();
        String word = question.who().subscription();
        if (word == null) {
            return decided(
                    question,
                    new Subject(null, null, question.who().user(), day, null, List.of(), List.of()),
                    Standing.NONE);
        }
        List<Match> matches = covers.meant(word, MOST);
        boolean one = matches.size() == 1
                || (matches.size() > 1
                        && matches.get(0).rank() < 3
                        && matches.get(1).rank() > matches.get(0).rank());
        if (!one) {
            return undecided(
                    question, new Subject(null, null, null, day, null, matches, List.of()), whichOne(word, matches));
        }
        Match match = matches.get(0);
        String id = match.subscriptionId();
        Standing standing = standing(id, day);
        if (standing.unknown() && !question.type().free()) {
            Subject subject = new Subject(id, match.name(), null, day, null, List.of(), List.of());
            return undecided(question, subject, String.valueOf(standing.missing()));
        }
        String user = question.who().user();
        List<User> users = user == null ? List.of() : requesters.find(user, MOST);
        boolean clear = users.size() < 2
                || (users.get(0).rank() < 3
                        && users.get(1).rank() > users.get(0).rank());
        if (!clear) {
            Subject subject = new Subject(id, match.name(), null, day, null, List.of(), users);
            return undecided(
                    question,
                    subject,
                    "'" + user + "' may mean " + users.get(0).allOfThem() + " users; give more of the name.");
        }
        String who = users.isEmpty() ? user : users.get(0).name();
        Subject subject = new Subject(id, match.name(), who, day, standing.cover(), List.of(), List.of());
        return decided(question, subject, standing);
    }

    private String whichOne(String word, List<Match> matches) {
        if (!matches.isEmpty()) {
            return "'" + word + "' may mean " + matches.get(0).allOfThem()
                    + " subscriptions; give more of the id or name.";
        }
        return covers.isPlan(word)
                ? "'" + word + "' is a support plan, not a subscription that a request can be about."
                : "No subscription has '" + word + "' in its id or name.";
    }

    private Standing standing(String id, LocalDate day) {
        List<Interval> intervals = covers.intervals(id);
        Optional<Interval> found =
                intervals.stream().filter(interval -> interval.contains(day)).findFirst();
        if (found.isPresent()) {
            Interval now = found.get();
            DayCover cover = new DayCover(
                    SupportTier.valueOf(now.tier()),
                    Source.valueOf(now.source()),
                    now.technical(),
                    CoverReason.valueOf(now.reason()),
                    now.planId());
            return new Standing(cover, null, false);
        }
        if (intervals.isEmpty()) {
            String missing = reconciled == null
                    ? "Nothing was reconciled yet, so no cover is known; run reconcile --as-of DATE first."
                    : "The subscription was imported after the last reconcile; run reconcile --as-of DATE first.";
            return new Standing(null, missing, true);
        }
        String missing = day.isBefore(intervals.get(0).from())
                ? "it was created on " + Chain.day(intervals.get(0).from())
                : "its last day was "
                        + Chain.day(intervals.get(intervals.size() - 1).through());
        return new Standing(null, missing, false);
    }

    private static SupportAnswer undecided(SupportQuestion question, Subject subject, String sentence) {
        return new SupportAnswer(question, subject, null, null, null, null, sentence, List.of(), List.of());
    }

    private SupportAnswer decided(SupportQuestion question, Subject subject, Standing standing) {
        List<Told> held = List.of();
        Permission permission;
        String user = subject.user();
        String id = subject.subscriptionId();
        if (id == null || !standing.exists()) {
            permission = question.type().free()
                    ? Permission.notNeeded()
                    : Permission.unknown(Permission.Why.NO_SUBSCRIPTION_YET);
        } else if (user == null) {
            permission = Permission.unknown(Permission.Why.NOBODY_NAMED);
        } else {
            held = requesters.roles(user, subject.day());
            List<HeldRole> roles = held.stream().map(Told::role).toList();
            permission = roles.isEmpty() && !requesters.rolesImported()
                    ? Permission.unknown(Permission.Why.ROLES_NOT_IMPORTED)
                    : Permission.decide(roles, id);
        }
        SupportRequest request = request(question);
        RequestCover ruling = RequestCover.decide(
                request, new Circumstances(subject.cover(), permission, terms.services(), subject.day()));
        RequestDecision decision = decision(permission, ruling);
        Home home = id == null ? Home.NONE : home(id, subject);
        Response response = decision == RequestDecision.ALLOWED && question.type() != RequestType.RCA
                ? response(question, request, subject.cover(), country(question.speech(), home.account()))
                : null;
        SupportSaying saying = new SupportSaying(question, subject, permission, ruling, response);
        List<Note> notes = new SupportNotes(terms, reconciled).of(question, subject, permission, response);
        return new SupportAnswer(
                question,
                subject,
                decision,
                permission,
                ruling,
                response,
                saying.sentence(decision, standing.missing()),
                saying.facts(held, home.plan(), home.account()),
                notes);
    }

    /** A subscription is asked for first, then permission, then cover (J4). */
    private static RequestDecision decision(Permission permission, RequestCover ruling) {
        boolean denied = Boolean.FALSE.equals(permission.mayCreate());
        return denied && ruling.decision() != RequestDecision.NO_SUBSCRIPTION
                ? RequestDecision.NO_PERMISSION
                : ruling.decision();
    }

    /** A severity that was not given is taken for the least. */
    static Severity severity(Problem problem) {
        Severity given = problem.severity();
        return given == null ? Severity.C : given;
    }

    private static SupportRequest request(SupportQuestion question) {
        Problem problem = question.problem();
        return new SupportRequest(
                question.type(),
                severity(problem),
                problem.issue(),
                problem.topic(),
                problem.place(),
                problem.service(),
                problem.region(),
                problem.lifecycle(),
                question.rootCause(),
                question.at());
    }

    private Home home(String id, Subject subject) {
        CoverStore.Subscription subscription = covers.subscription(id, subject.day());
        DayCover cover = subject.cover();
        String covering = cover == null ? null : cover.planId();
        CoverStore.Source plan = Chain.NOWHERE;
        if (covering != null) {
            plan = covers.plans(subscription.scopeNo(), subject.day(), covering).stream()
                    .filter(each -> each.planId().equals(covering))
                    .map(CoverStore.Plan::source)
                    .findFirst()
                    .orElse(Chain.NOWHERE);
        }
        return new Home(account(subscription.accountNo(), subject.day()), plan);
    }

    /** The account as the newest export of the day told it, else the first; empty when no export shows it. */
    private @Nullable FactRow account(long accountNo, LocalDate day) {
        FactRow holds = null;
        for (FactRow version : chains.accountVersions(accountNo)) {
            Instant told = Instant.parse(version.or("exported_at", ""));
            if (holds == null || !told.atZone(zone).toLocalDate().isAfter(day)) {
                holds = version;
            }
        }
        return holds;
    }

    private static @Nullable String country(Speech speech, @Nullable FactRow account) {
        return speech.country() != null || account == null ? speech.country() : account.text("country");
    }

    private Response response(
            SupportQuestion question, SupportRequest request, @Nullable DayCover cover, @Nullable String country) {
        OpeningHours hours = terms.hours().of(country).hours();
        ZoneId own = question.speech().zone();
        if (own != null && HoursBook.ownZone(hours.country())) {
            hours = hours.in(own);
        }
        BusinessClock clock = new BusinessClock(hours, terms.holidays());
        boolean technical = question.type() == RequestType.TECHNICAL;
        Target target = technical && cover != null ? target(request, cover) : null;
        boolean preview = technical && RequestCover.lifecycle(request, terms.services()) == Lifecycle.PUBLIC_PREVIEW;
        Wish wish = new Wish(
                question.speech().language(),
                request.severity(),
                preview,
                question.speech().choice(),
                target,
                request.at());
        return new Response(country, clock, ResponsePromise.decide(wish, clock), target);
    }

    /** Promised by the plan that covers; limited support of a programme and a partner's own plan promise nothing here. */
    private @Nullable Target target(SupportRequest request, DayCover cover) {
        return cover.paid() && request.severity().within(cover.tier())
                ? terms.targets()
                        .of(
                                Tier.valueOf(cover.tier().name()),
                                request.severity(),
                                request.at().atZone(zone).toLocalDate())
                        .orElse(null)
                : null;
    }
}
