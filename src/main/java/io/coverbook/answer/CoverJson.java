package io.coverbook.answer;

import io.coverbook.answer.CoverAnswer.Fact;
import io.coverbook.answer.CoverAnswer.Neighbour;
import io.coverbook.answer.CoverAnswer.Neighbours;
import io.coverbook.answer.CoverAnswer.User;
import io.coverbook.answer.CoverAnswer.Users;
import io.coverbook.store.CoverStore.Interval;
import io.coverbook.store.CoverStore.Match;
import io.coverbook.store.DirectoryStore.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers about cover by the names they have in JSON, the same from the command and over HTTP. Names never go. */
public final class CoverJson {

    private CoverJson() {}

    public static Map<String, @Nullable Object> of(CoverAnswer answer) {
        Interval now = answer.interval();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("subscription_id", answer.subscriptionId());
        json.put("display_name", answer.name());
        json.put("at", answer.at());
        json.put("known", answer.known());
        json.put("covered", answer.covered());
        json.put("tier", now == null ? null : now.tier());
        json.put("source", now == null ? null : now.source());
        json.put("plan_id", now == null ? null : now.planId());
        json.put("reason", now == null ? null : now.reason());
        json.put("valid_from", now == null ? null : now.from());
        json.put("valid_through", now == null ? null : now.through());
        json.put("sentence", answer.sentence());
        json.put("facts", answer.facts().stream().map(CoverJson::fact).toList());
        json.put("changes", answer.changes());
        json.put("requesters", requesters(answer.requesters()));
        json.put("neighbours", neighbours(answer.neighbours()));
        json.put(
                "intervals",
                answer.intervals().stream().map(CoverJson::interval).toList());
        json.put("matches", answer.matches().stream().map(CoverJson::match).toList());
        json.put("match_count", answer.matches().isEmpty() ? 0 : answer.matchCount());
        return json;
    }

    /** What a list comes to; the rows are told beside it. */
    public static Map<String, @Nullable Object> of(CoverSummary summary) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("of", summary.of());
        json.put("id", summary.id());
        json.put("display_name", summary.name());
        json.put("at", summary.at());
        json.put("known", summary.known());
        json.put("sentence", summary.sentence());
        json.put("count", summary.count());
        json.put("covered", summary.covered());
        json.put("tiers", summary.tiers());
        json.put("reasons", summary.reasons());
        json.put("unasked", summary.unasked());
        json.put("facts", summary.facts().stream().map(CoverJson::fact).toList());
        json.put("matches", summary.matches().stream().map(CoverJson::entry).toList());
        json.put("match_count", summary.matches().isEmpty() ? 0 : summary.matchCount());
        return json;
    }

    private static Map<String, @Nullable Object> entry(Entry entry) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", entry.id());
        json.put("display_name", entry.name());
        return json;
    }

    private static Map<String, @Nullable Object> fact(Fact fact) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("what", fact.what());
        json.put("value", fact.value());
        json.put("mark", fact.mark());
        json.put("rules", List.of(fact.rule().split(" ")));
        json.put("file", fact.source().file());
        json.put("line", fact.source().line());
        return json;
    }

    private static @Nullable Map<String, @Nullable Object> requesters(@Nullable Users all) {
        if (all == null) {
            return null;
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("count", all.count());
        json.put("may_create", all.mayCreate());
        json.put("can_assign_role", all.canAssignRole());
        json.put("rows", all.some().stream().map(CoverJson::user).toList());
        return json;
    }

    private static Map<String, @Nullable Object> user(User user) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("user", user.user());
        json.put("role", user.role());
        json.put("entitled", user.entitled());
        json.put("may_create", user.mayCreate());
        json.put("may_manage", user.mayManage());
        json.put("can_assign_role", user.canAssignRole());
        json.put("file", user.source().file());
        json.put("line", user.source().line());
        return json;
    }

    private static @Nullable Map<String, @Nullable Object> neighbours(@Nullable Neighbours all) {
        if (all == null) {
            return null;
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("scope", all.scope());
        json.put("count", all.count());
        json.put("at_least", all.atLeast());
        json.put("covered", all.covered());
        json.put("rows", all.some().stream().map(CoverJson::neighbour).toList());
        return json;
    }

    private static Map<String, @Nullable Object> neighbour(Neighbour neighbour) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("subscription_id", neighbour.subscriptionId());
        json.put("display_name", neighbour.name());
        json.put("covered", neighbour.covered());
        json.put("reason", neighbour.reason());
        return json;
    }

    private static Map<String, @Nullable Object> interval(Interval interval) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("valid_from", interval.from());
        json.put("valid_through", interval.through());
        json.put("tier", interval.tier());
        json.put("source", interval.source());
        json.put("technical_support", interval.technical());
        json.put("plan_id", interval.planId());
        json.put("reason", interval.reason());
        return json;
    }

    static Map<String, @Nullable Object> match(Match match) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("subscription_id", match.subscriptionId());
        json.put("display_name", match.name());
        json.put("billing_account_id", match.account().accountId());
        json.put("account_name", match.account().name());
        return json;
    }
}
