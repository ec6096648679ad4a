package io.coverbook.answer;

import io.coverbook.answer.SupportAnswer.Note;
import io.coverbook.answer.SupportAnswer.Response;
import io.coverbook.answer.SupportAnswer.Subject;
import io.coverbook.answer.SupportQuestion.Problem;
import io.coverbook.ingest.Nearest;
import io.coverbook.request.HeldRole;
import io.coverbook.request.Holidays;
import io.coverbook.request.HoursBook;
import io.coverbook.request.HoursBook.Basis;
import io.coverbook.request.Lifecycle;
import io.coverbook.request.Permission;
import io.coverbook.request.RequestType;
import io.coverbook.request.ResponsePromise;
import io.coverbook.request.ServiceRegister.Release;
import io.coverbook.request.SupportTerms;
import io.coverbook.request.Topic;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is to be known beside the answer to a request: what was assumed, and what the reference data lacks. */
final class SupportNotes {

    private final SupportTerms terms;
    private final @Nullable LocalDate reconciled;
    private final List<Note> notes = new ArrayList<>();

    SupportNotes(SupportTerms terms, @Nullable LocalDate reconciled) {
        this.terms = terms;
        this.reconciled = reconciled;
    }

    List<Note> of(SupportQuestion question, Subject subject, Permission permission, @Nullable Response response) {
        if (reconciled != null && subject.cover() != null && subject.day().isAfter(reconciled)) {
            note(
                    "BEYOND_RECONCILED",
                    "The day lies after the latest reconciled one, " + reconciled + ": so far as is known by then.",
                    "E8");
        }
        asker(subject, permission);
        if (question.type() == RequestType.TECHNICAL) {
            problem(question.problem());
        }
        if (response != null) {
            if (response.hoursMatter()) {
                hours(question, response);
            }
            promise(question, response);
        }
        return List.copyOf(notes);
    }

    private void note(String code, String text, String rules) {
        notes.add(new Note(code, text, rules));
    }

    private void asker(Subject subject, Permission permission) {
        HeldRole role = permission.deciding();
        if (role != null && role.role().retired()) {
            note(
                    "CLASSIC_ROLE_RETIRED",
                    "The role " + role.role() + " is a retired one; it still counts. Assign a role of today.",
                    "R33 P43");
        }
        if (permission.why() == Permission.Why.ROLES_NOT_IMPORTED) {
            note(
                    "ROLES_NOT_IMPORTED",
                    "No role assignments were ever imported, so whether " + subject.user()
                            + " may ask is not known. Import them.",
                    "R27");
        }
        if (permission.partnerBenefit()) {
            note(
                    "PARTNER_BENEFIT",
                    "The partner may ask under its own support plan, whose limits and response times are not known"
                            + " here. The subscription is not covered by it for anybody else.",
                    "R38 P40");
        }
    }

    private void problem(Problem problem) {
        String word = problem.topicWord();
        if (word != null && problem.topic() == null) {
            String near = QuestionWords.nearestTopic(word);
            note(
                    "TOPIC_UNKNOWN",
                    "'" + word + "' is none of the known topics" + (near == null ? "" : " (did you mean " + near + "?)")
                            + "; it is taken to be in scope.",
                    "J5");
        }
        if (problem.topic() == Topic.THIRD_PARTY) {
            note(
                    "THIRD_PARTY",
                    "Microsoft helps to tell whether the cause lies in Azure: if so it is supported in full, else within"
                            + " commercial reason, and where nothing helps another way is named.",
                    "R41 R42");
        }
        String service = problem.service();
        if (service != null && problem.lifecycle() == null) {
            Release release = terms.services().release(service, problem.region());
            if (!release.known()) {
                String near = Nearest.of(service, terms.services().services());
                note(
                        "SERVICE_LIFECYCLE_UNKNOWN",
                        "services.csv does not know '" + service + "'"
                                + (near == null ? "" : " (did you mean " + near + "?)")
                                + "; it is taken to be generally available.",
                        "R19");
            }
        }
        Lifecycle lifecycle = problem.lifecycle() == null
                ? terms.services().release(service, problem.region()).lifecycle()
                : problem.lifecycle();
        if (!lifecycle.serviceLevels()) {
            note(
                    "PREVIEW_TERMS",
                    "A preview comes as it is, under supplemental terms: no service levels and no warranty.",
                    "R23");
        }
    }

    private void hours(SupportQuestion question, Response response) {
        String country = response.country();
        Basis basis = terms.hours().of(country).basis();
        ZoneId zone = question.speech().zone();
        if (country == null || basis == Basis.USUAL_IN_UTC) {
            note(
                    "COUNTRY_UNKNOWN",
                    "The country is not known, so business hours are 09:00 to 17:00 by UTC. Give --country.",
                    "R11");
        } else if (basis == Basis.USUAL) {
            note(
                    "USUAL_HOURS",
                    "business-hours.csv has no row for " + country
                            + "; the usual 09:00 to 17:00, Monday to Friday, count.",
                    "R11");
        }
        if (zone != null && country != null && !HoursBook.ownZone(country)) {
            note(
                    "ZONE_IGNORED",
                    "In North America the hours are those of the Pacific zone, wherever one is.",
                    "R10 P44");
        }
        LocalDate day = question.at().atZone(response.clock().hours().zone()).toLocalDate();
        if (country != null && terms.holidays().source(country, day.getYear()) == Holidays.Source.NONE) {
            note(
                    "HOLIDAY_CALENDAR_MISSING",
                    "The holidays of " + country
                            + " are not known; only weekends are left out. Add them to holidays.csv.",
                    "R11");
        }
    }

    private void promise(SupportQuestion question, Response response) {
        ResponsePromise promise = response.promise();
        if (question.type() == RequestType.TECHNICAL && question.problem().severity() == null) {
            note("SEVERITY_ASSUMED", "No severity was given; C, the least, is taken.", "R5");
        }
        if (question.type() == RequestType.TECHNICAL && response.target() == null) {
            note("NO_TARGET", "No response time is promised for this by the plan.", "R4");
        }
        if (response.target() != null && promise.deadline().isEmpty()) {
            note(
                    "NEVER_OPEN",
                    "There is no opening within a year; look at business-hours.csv and holidays.csv.",
                    "R11");
        }
        if (question.speech().choice() != null
                && !Objects.equals(question.speech().choice(), promise.choice())) {
            note("NOTHING_TO_CHOOSE", "There is nothing to choose: the language is answered at once.", "R9");
        }
    }
}
