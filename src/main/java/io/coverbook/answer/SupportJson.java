package io.coverbook.answer;

import io.coverbook.answer.CoverAnswer.Fact;
import io.coverbook.answer.SupportAnswer.Note;
import io.coverbook.answer.SupportAnswer.Response;
import io.coverbook.request.DayCover;
import io.coverbook.request.HeldRole;
import io.coverbook.request.Permission;
import io.coverbook.request.RequestCover;
import io.coverbook.request.ResponsePromise;
import io.coverbook.request.ResponsePromise.Kept;
import io.coverbook.request.ResponsePromise.Option;
import io.coverbook.request.ResponseTargets.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An answer to a request under stable names (J1): the same for the command and whoever else tells it. */
public final class SupportJson {

    private SupportJson() {}

    /** Maps, lists, texts, whole numbers and truths; instants with the offset of the country. */
    public static Map<String, @Nullable Object> of(SupportAnswer answer) {
        SupportQuestion question = answer.question();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("type", question.type());
        json.put("subscription_id", answer.subject().subscriptionId());
        json.put("display_name", answer.subject().name());
        json.put("user", answer.subject().user());
        json.put("at", question.at());
        json.put("decision", answer.decision());
        json.put("reason", reason(answer));
        permission(json, answer.permission());
        cover(json, answer);
        json.put("severity", question.problem().severity());
        json.put("issue", question.problem().issue());
        response(json, question, answer.response());
        json.put("sentence", answer.sentence());
        json.put("facts", answer.facts().stream().map(SupportJson::fact).toList());
        json.put("notes", answer.notes().stream().map(SupportJson::note).toList());
        json.put(
                "matches",
                answer.subject().matches().stream().map(CoverJson::match).toList());
        json.put(
                "users",
                answer.subject().users().stream().map(user -> user.name()).toList());
        json.put("match_count", answer.allMatches());
        return json;
    }

    private static @Nullable String reason(SupportAnswer answer) {
        Permission permission = answer.permission();
        RequestCover ruling = answer.ruling();
        if (answer.decision() == null || permission == null || ruling == null) {
            return null;
        }
        return answer.decision() == ruling.decision()
                ? ruling.reason()
                : permission.why().name();
    }

    private static void permission(Map<String, @Nullable Object> json, @Nullable Permission permission) {
        HeldRole role = permission == null ? null : permission.deciding();
        json.put("may_create", permission == null ? null : permission.mayCreate());
        json.put("may_create_reason", permission == null ? null : permission.why());
        json.put("may_manage", permission == null ? null : permission.rights().mayManage());
        json.put(
                "can_assign_role",
                permission == null ? null : permission.rights().canAssign());
        json.put("role", role == null ? null : role.role());
        json.put("scope", role == null ? null : role.scope().written());
        json.put("is_partner", permission == null ? null : permission.partner());
    }

    private static void cover(Map<String, @Nullable Object> json, SupportAnswer answer) {
        RequestCover ruling = answer.ruling();
        DayCover cover = answer.subject().cover();
        json.put("covered", ruling == null ? null : ruling.covered());
        json.put("covered_decision", ruling == null ? null : ruling.decision());
        json.put("covered_reason", ruling == null ? null : ruling.reason());
        json.put("technical_support", cover == null ? null : cover.technical());
        json.put("tier", cover == null ? null : cover.tier());
        json.put("source", cover == null ? null : cover.source());
        json.put("plan_id", cover == null ? null : cover.planId());
        json.put("redirect", ruling == null ? null : ruling.redirect());
    }

    private static void response(
            Map<String, @Nullable Object> json, SupportQuestion question, @Nullable Response response) {
        ResponsePromise promise = response == null ? null : response.promise();
        ZoneId zone = response == null ? null : response.clock().hours().zone();
        json.put("window", promise == null ? null : promise.window().code());
        json.put("language", promise == null ? null : promise.language().tag());
        json.put("answers_in", promise == null ? null : promise.answersIn().tag());
        json.put("translation_on_request", promise == null ? null : promise.translationOnRequest());
        json.put("country", response == null ? null : response.country());
        json.put("zone", zone);
        json.put("open", promise == null ? null : promise.open());
        json.put("choice", promise == null ? null : promise.choice());
        Target target = response == null ? null : response.target();
        json.put("target_minutes", target == null ? null : target.within().toMinutes());
        json.put("clock", promise == null ? null : promise.counting());
        json.put("starts", promise == null ? null : local(promise.starts(), zone));
        json.put("deadline", promise == null ? null : local(promise.deadline(), zone));
        json.put(
                "options",
                promise == null
                        ? List.of()
                        : promise.options().stream()
                                .map(option -> option(option, zone))
                                .toList());
        Instant contact = question.firstContact();
        Optional<Kept> kept = promise == null || response == null || contact == null
                ? Optional.empty()
                : promise.kept(question.at(), contact, response.clock());
        json.put(
                "elapsed_minutes",
                kept.map(Kept::elapsed).map(Duration::toMinutes).orElse(null));
        json.put("in_time", kept.map(Kept::inTime).orElse(null));
    }

    private static Map<String, @Nullable Object> option(Option option, @Nullable ZoneId zone) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("choice", option.choice());
        json.put("starts", local(option.starts(), zone));
        json.put("deadline", local(option.deadline(), zone));
        return json;
    }

    private static @Nullable String local(Optional<Instant> at, @Nullable ZoneId zone) {
        return zone == null
                ? null
                : at.map(instant -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone)))
                        .orElse(null);
    }

    private static Map<String, @Nullable Object> fact(Fact fact) {
        Map<String, @Nullable Object> json = row("what", fact.what(), "value", fact.value());
        json.put("rules", List.of(fact.rule().split(" ", -1)));
        json.put("file", fact.source().file());
        json.put("line", fact.source().line());
        return json;
    }

    private static Map<String, @Nullable Object> note(Note note) {
        Map<String, @Nullable Object> json = row("code", note.code(), "text", note.text());
        json.put("severity", "INFO");
        json.put("rules", List.of(note.rules().split(" ", -1)));
        return json;
    }

    private static Map<String, @Nullable Object> row(
            String one, @Nullable Object first, String other, @Nullable Object second) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put(one, first);
        json.put(other, second);
        return json;
    }
}
