package io.coverbook.answer;

import io.coverbook.answer.CoverAnswer.Fact;
import io.coverbook.answer.SupportAnswer.Response;
import io.coverbook.answer.SupportAnswer.Subject;
import io.coverbook.request.BusinessClock;
import io.coverbook.request.DayCover;
import io.coverbook.request.HeldRole;
import io.coverbook.request.Issue;
import io.coverbook.request.Permission;
import io.coverbook.request.RequestCover;
import io.coverbook.request.RequestDecision;
import io.coverbook.request.RequestType;
import io.coverbook.request.ResponsePromise;
import io.coverbook.request.ResponsePromise.Choice;
import io.coverbook.request.ResponsePromise.Kept;
import io.coverbook.request.ResponseTargets.Counting;
import io.coverbook.request.ResponseTargets.Target;
import io.coverbook.request.SupportLanguage;
import io.coverbook.request.SupportWindow;
import io.coverbook.request.Topic;
import io.coverbook.store.CoverStore.Source;
import io.coverbook.store.FactRow;
import io.coverbook.store.RequesterStore.Told;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of an answer to a request: one sentence, and the facts it rests on. */
final class SupportSaying {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm:ss xxx", Locale.ENGLISH);

    private final SupportQuestion question;
    private final Subject subject;
    private final Permission permission;
    private final RequestCover ruling;
    private final @Nullable Response response;

    SupportSaying(
            SupportQuestion question,
            Subject subject,
            Permission permission,
            RequestCover ruling,
            @Nullable Response response) {
        this.question = question;
        this.subject = subject;
        this.permission = permission;
        this.ruling = ruling;
        this.response = response;
    }

    /** An instant by the clock of a place, such as {@code Saturday 11 April 2026, 15:00 +02:00}. */
    static String when(Instant at, ZoneId zone) {
        return WHEN.format(at.atZone(zone)).replaceFirst("(:\\d\\d):00 ", "$1 ");
    }

    String sentence(RequestDecision decision, @Nullable String missing) {
        if (decision != RequestDecision.ALLOWED) {
            return "Not allowed: " + why(decision, missing) + " (" + decision + ").";
        }
        String by = question.type().free()
                ? "it is included for every customer"
                : RequestCover.PARTNER_BENEFIT.equals(ruling.reason())
                        ? "it comes with the partner's own support plan"
                        : "it is covered by " + cover();
        return "Allowed: " + by + answered() + " (" + decision + ").";
    }

    private String answered() {
        if (response == null) {
            return "";
        }
        ZoneId zone = response.clock().hours().zone();
        return response.promise()
                .deadline()
                .map(at -> "; an answer is due by " + when(at, zone))
                .orElse("");
    }

    private String cover() {
        DayCover cover = subject.cover();
        if (cover == null) {
            return "nothing";
        }
        return switch (cover.source()) {
            case PLAN -> Coverage.tier(cover.tier().name()) + ", plan " + cover.planId();
            case TEMPORARY -> "temporary " + Coverage.tier(cover.tier().name());
            case PROGRAM -> "the benefit of its program";
            case NONE -> "Basic";
        };
    }

    private String why(RequestDecision decision, @Nullable String missing) {
        Topic topic = question.problem().topic();
        return switch (decision) {
            case ALLOWED -> "";
            case NO_SUBSCRIPTION ->
                subject.subscriptionId() == null
                        ? "a technical request is about a subscription, and none was named; billing and subscription"
                                + " requests need none"
                        : "the subscription does not exist that day, " + missing;
            case NO_PERMISSION -> subject.user() + " " + denied();
            case ON_PREMISES -> "no plan covers local computers or servers";
            case NOT_COVERED -> uncovered();
            case PARTNER_NEEDS_ADMIN_OR_OWNER ->
                "a partner who asks through the customer's plan must be administrator or Owner";
            case PRIVATE_OR_LIMITED_PREVIEW -> "no plan covers private and limited previews; ask the community";
            case PREVIEW_EXCEPTION -> "this public preview is one of those that plans do not cover";
            case SERVICE_REGION_EXCEPTION ->
                "the service is not supported " + (question.problem().region() == null ? "" : "in this region ")
                        + "yet";
            case ADVISORY_NOT_IN_PLAN -> "advice comes with Professional Direct and Unified, not with " + cover();
            case ADVISORY_OUT_OF_SCOPE ->
                ruling.rules().equals("R25")
                        ? "a public preview is repaired, not advised on"
                        : words(topic == null ? "this" : topic.name()) + " is not part of any plan's support";
            case SEVERITY_NOT_IN_PLAN ->
                "severity " + SupportDesk.severity(question.problem()) + " is not in " + cover()
                        + (subject.cover() == null
                                ? ""
                                : "; the highest is " + subject.cover().tier().maxSeverity());
            case RCA_NOT_AVAILABLE ->
                ruling.reason().equals("REQUEST_CLOSED")
                        ? "a root cause is told while its request is open"
                        : "a root cause is told for technical requests alone";
        };
    }

    private static String words(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private String uncovered() {
        DayCover cover = subject.cover();
        if (cover == null) {
            return "the subscription has no cover";
        }
        if (cover.technical()) {
            return "this needs a paid plan, and the subscription has only " + cover();
        }
        return "the subscription has no technical support that day, "
                + words(cover.reason().name())
                + (cover.reason().name().startsWith("PENDING_ORDER")
                        ? "; a subscription management request can activate it for a time (R79)"
                        : "");
    }

    private String denied() {
        return switch (permission.why()) {
            case READ_ONLY -> "may only read here";
            case CUSTOM_ROLE_WITHOUT_REQUESTS -> "has a custom role that does not allow Microsoft.Support requests";
            case RESOURCE_GROUP_ONLY -> "has a role on a resource group only, not on the subscription";
            case OTHER_SUBSCRIPTION -> "has roles on other subscriptions, none on this one";
            case NO_ROLE -> "is shown by no export with a role that day";
            case ADMINISTRATOR, WRITE_PERMISSION, NO_SUBSCRIPTION_YET, NOBODY_NAMED, ROLES_NOT_IMPORTED -> "may ask";
        };
    }

    /**
     * What the answer rests on.
     *
     * @param held the roles of the user
     * @param plan where the covering plan was read
     * @param account whose country counts where none was given
     */
    List<Fact> facts(List<Told> held, Source plan, @Nullable FactRow account) {
        List<Fact> facts = new ArrayList<>();
        HeldRole deciding = permission.deciding();
        Told told = held.stream()
                .filter(role -> role.role().equals(deciding))
                .findFirst()
                .orElse(null);
        facts.add(new Fact(
                "may create",
                mayCreate(deciding),
                permission.why().rules(),
                told == null ? Chain.NOWHERE : told.source()));
        facts.add(new Fact("covered", covered(), ruling.rules(), question.type().free() ? Chain.NOWHERE : plan));
        if (response != null) {
            language(facts);
            if (response.hoursMatter()) {
                hours(facts, account);
            }
            response(facts, response);
        }
        return facts;
    }

    private String mayCreate(@Nullable HeldRole deciding) {
        Boolean may = permission.mayCreate();
        if (may == null) {
            return switch (permission.why()) {
                case NOBODY_NAMED -> "not asked: give --user";
                case NO_SUBSCRIPTION_YET -> "not asked: there is no subscription";
                default -> "not known: no role assignments were imported";
            };
        }
        if (!may) {
            return "no: " + subject.user() + " " + denied()
                    + (deciding == null || permission.why() == Permission.Why.OTHER_SUBSCRIPTION ? "" : role(deciding));
        }
        return deciding == null
                ? "yes: before there is a subscription nobody needs a role on it"
                : "yes: " + subject.user() + role(deciding) + (permission.partner() ? ", a partner" : "")
                        + (permission.rights().mayManage() ? "; may follow and change it, too" : "")
                        + (permission.rights().canAssign() ? "; may hand the role out" : "");
    }

    private static String role(HeldRole role) {
        return ", " + role.role() + " at " + role.scope().written();
    }

    private String covered() {
        if (ruling.covered()) {
            return question.type().free()
                    ? "yes: included for every customer, with or without a plan"
                    : "yes: " + ruling.reason() + ", " + cover() + issue();
        }
        return "no: " + why(ruling.decision(), null).replace(", null", "")
                + (ruling.reason().equals(ruling.decision().name()) ? "" : " (" + ruling.reason() + ")")
                + (ruling.redirect() == null ? "" : "; goes to " + ruling.redirect());
    }

    private String issue() {
        return question.type() == RequestType.TECHNICAL
                ? ", " + (question.problem().issue() == Issue.ADVISORY ? "advice" : "repair") + ", severity "
                        + SupportDesk.severity(question.problem())
                : "";
    }

    private void language(List<Fact> facts) {
        if (response == null) {
            return;
        }
        ResponsePromise promise = response.promise();
        String name = name(promise.language());
        String window = promise.window() == SupportWindow.AROUND_THE_CLOCK ? "around the clock" : "in business hours";
        String wanted = question.speech().language().getDisplayLanguage(Locale.ENGLISH);
        String text = promise.offered() && promise.language() != SupportLanguage.ENGLISH
                ? name + " " + window
                : "English " + window
                        + (promise.translationOnRequest() && promise.choice() == null
                                ? ", " + wanted + " by translation on request"
                                : "");
        facts.add(new Fact("language", text, promise.offered() ? "R6 R7 R8" : "R6 R9", Chain.NOWHERE));
    }

    private void hours(List<Fact> facts, @Nullable FactRow account) {
        if (response == null) {
            return;
        }
        BusinessClock clock = response.clock();
        ZoneId zone = clock.hours().zone();
        boolean open = clock.open(question.at());
        String holiday = clock.holidays()
                .on(clock.hours().country(), question.at().atZone(zone).toLocalDate());
        String country = response.country() == null ? "" : "of " + response.country() + " ";
        String next = open
                ? "open"
                : "closed" + (holiday == null ? "" : ", " + holiday)
                        + clock.opening(question.at())
                                .map(at -> ", opens " + when(at, zone))
                                .orElse("");
        facts.add(new Fact(
                "business hours",
                country + clock.hours().opens() + " to " + clock.hours().closes() + " " + zone + ", "
                        + days(clock.hours().weekdays()) + "; at that time " + next,
                "R10 R11",
                question.speech().country() == null && account != null ? account.source() : Chain.NOWHERE));
    }

    /** A run of days by its ends, others one by one. */
    private static String days(Set<DayOfWeek> days) {
        for (DayOfWeek first : DayOfWeek.values()) {
            DayOfWeek last = first.plus(days.size() - 1L);
            boolean run = days.size() > 1 && days.size() < 7;
            for (int i = 0; i < days.size(); i++) {
                run &= days.contains(first.plus(i));
            }
            if (run) {
                return name(first) + " to " + name(last);
            }
        }
        return days.size() == 7
                ? "every day"
                : days.stream().sorted().map(SupportSaying::name).collect(Collectors.joining(", "));
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private void response(List<Fact> facts, Response given) {
        ResponsePromise promise = given.promise();
        ZoneId zone = given.clock().hours().zone();
        Choice choice = promise.choice();
        if (choice != null) {
            facts.add(new Fact(
                    "choice",
                    choice == Choice.ENGLISH_NOW
                            ? "ENGLISH_NOW: English at once, translated on request"
                            : "WAIT_NEXT_BUSINESS_DAY: "
                                    + promise.starts()
                                            .map(at -> "begins " + when(at, zone))
                                            .orElse("nobody opens"),
                    "R9 P44",
                    Chain.NOWHERE));
        }
        Target target = given.target();
        if (target != null) {
            facts.add(new Fact(
                    "response", target(target, promise) + due(promise.deadline(), zone), "R4 R39 P44", Chain.NOWHERE));
        }
        Instant contact = question.firstContact();
        if (contact != null) {
            kept(facts, contact, promise.kept(question.at(), contact, given.clock()));
        }
    }

    private static String due(Optional<Instant> deadline, ZoneId zone) {
        return deadline.map(at -> ", by " + when(at, zone)).orElse("");
    }

    private static String target(Target target, ResponsePromise promise) {
        String counted = promise.counting() == Counting.BUSINESS ? " of open time" : "";
        return "within " + length(target.within()) + counted;
    }

    private static void kept(List<Fact> facts, Instant contact, Optional<Kept> kept) {
        String text = kept.map(its -> (its.inTime() ? "met" : "missed") + ", after " + length(its.elapsed()))
                .orElse("nothing was promised");
        facts.add(new Fact("first contact", contact + ": " + text, "R39", Chain.NOWHERE));
    }

    static String length(Duration length) {
        long hours = length.toHours();
        String minutes = length.toMinutesPart() == 0 ? "" : length.toMinutesPart() + " min";
        String whole = hours == 0 ? "" : hours + (hours == 1 ? " hour" : " hours");
        return whole.isEmpty() && minutes.isEmpty()
                ? "0 min"
                : whole + (whole.isEmpty() || minutes.isEmpty() ? "" : " ") + minutes;
    }

    private static String name(SupportLanguage language) {
        return language == SupportLanguage.CHINESE_TRADITIONAL
                ? "Chinese (traditional)"
                : Locale.forLanguageTag(language.tag()).getDisplayLanguage(Locale.ENGLISH);
    }
}
