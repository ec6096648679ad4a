package io.coverbook.cli;

import io.coverbook.report.Json;
import io.coverbook.schedule.CardState;
import io.coverbook.schedule.CronWords;
import io.coverbook.schedule.Due;
import io.coverbook.store.ScheduleStore;
import io.coverbook.store.ScheduleStore.Last;
import io.coverbook.store.ScheduleStore.Node;
import io.coverbook.store.ScheduleStore.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The schedule as a person reads it, and as JSON. */
final class ScheduleReport {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final Duration ALIVE = Duration.ofSeconds(30);
    private static final int MOST_DUE = 6;
    private static final long WORTH_TELLING = 1_000;

    private ScheduleReport() {}

    static String text(List<CardState> states, List<Node> nodes, Instant now) {
        StringBuilder text = new StringBuilder();
        text.append("The schedule on ").append(minute(now, ZoneOffset.UTC)).append(" UTC\n");
        for (CardState state : states) {
            ZoneId zone = state.card().times().zone();
            text.append('\n')
                    .append(state.card().name())
                    .append(": ")
                    .append(state.card().title())
                    .append('\n');
            line(text, "runs", CronWords.of(state.card()));
            Pause pause = state.pause();
            if (pause != null) {
                line(text, "paused", "since " + minute(pause.at(), zone) + " by " + pause.actor());
            }
            line(text, "next", times(state.next(), zone));
            line(text, "last", last(state, zone));
            if (!state.due().isEmpty()) {
                line(text, "due", due(state.due(), zone));
            }
        }
        text.append('\n').append(nodes(nodes, now)).append('\n');
        return text.toString();
    }

    private static void line(StringBuilder text, String what, String value) {
        text.append(String.format(Locale.ROOT, "  %-6s  %s%n", what, value));
    }

    private static String last(CardState state, ZoneId zone) {
        Last last = state.last();
        if (last == null) {
            return "never";
        }
        StringBuilder text = new StringBuilder(minute(last.startedAt(), zone));
        text.append(", ").append(about(last.piece().about(), zone)).append(": ").append(result(last));
        Long millis = millis(last);
        if (millis != null) {
            text.append(" in ").append(seconds(millis));
            Long usual = state.usualMillis();
            if (usual != null) {
                boolean slow = millis > 2 * usual && millis > WORTH_TELLING;
                text.append(", usually ").append(seconds(usual)).append(slow ? " (slow)" : "");
            }
        }
        text.append(", by ").append(last.piece().actor());
        Integer code = last.code();
        if (code != null && code != Exit.DONE && code != Exit.REJECTED) {
            text.append("\n          ").append(reason(String.valueOf(last.said())));
        }
        return text.toString();
    }

    /** A day is named once. */
    private static String times(List<Instant> times, ZoneId zone) {
        StringBuilder text = new StringBuilder();
        String before = "";
        for (Instant time : times) {
            String minute = minute(time, zone);
            String day = minute.substring(0, 10);
            text.append(text.isEmpty() ? "" : ", ").append(day.equals(before) ? minute.substring(11) : minute);
            before = day;
        }
        return text.isEmpty() ? "never again" : text.toString();
    }

    /** The end of what was said: there stands why. */
    static String reason(String said) {
        List<String> lines = said.strip()
                .lines()
                .map(String::strip)
                .filter(line -> !line.startsWith(Words.SEE))
                .toList();
        // Below an unexpected error lies where it arose.
        return lines.stream()
                .filter(line -> line.startsWith(Program.UNEXPECTED))
                .findFirst()
                .orElseGet(() -> lines.isEmpty() ? "" : lines.get(lines.size() - 1));
    }

    private static String result(Last last) {
        Integer code = last.code();
        return code == null ? "running" : result(code);
    }

    static String result(int code) {
        return switch (code) {
            case Exit.DONE -> "done";
            case Exit.REJECTED -> "done, with rejected rows or held plans (3)";
            case Exit.CONTROL -> "blocked: a control failed or the facts are not fresh (4)";
            case Exit.APPROVAL -> "waits for an approval (5)";
            case Exit.BUSY -> "put off: another run was writing or the database was away (75)";
            case Exit.STOPPED -> "stopped between two steps (143)";
            case ScheduleStore.GONE -> "cut short: its program was gone (137)";
            default -> "failed (" + code + ")";
        };
    }

    private static @Nullable Long millis(Last last) {
        Instant ended = last.endedAt();
        return ended == null ? null : Duration.between(last.startedAt(), ended).toMillis();
    }

    private static String due(List<Due> due, ZoneId zone) {
        String first = due.stream()
                .limit(MOST_DUE)
                .map(one -> about(one.about(), zone))
                .collect(Collectors.joining(", "));
        int more = due.size() - MOST_DUE;
        return first + (more > 0 ? " and " + more + " more" : "") + ", since "
                + minute(due.get(0).at(), zone);
    }

    /** A day or a month as it is, an instant as the files until then. */
    private static String about(String about, ZoneId zone) {
        return about.contains("T") ? "until " + minute(Instant.parse(about), zone) : about;
    }

    private static String nodes(List<Node> nodes, Instant now) {
        List<String> alive = nodes.stream()
                .filter(node -> node.seen().isAfter(now.minus(ALIVE)))
                .map(Node::name)
                .toList();
        return alive.isEmpty()
                ? "No program serves the schedule now: start coverbook serve, or call coverbook run --due by a timer."
                : "Served by " + String.join(", ", alive) + ".";
    }

    private static String minute(Instant at, ZoneId zone) {
        return MINUTE.format(at.atZone(zone));
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }

    static Map<String, @Nullable Object> json(List<CardState> states, List<Node> nodes, Instant now) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("schemaVersion", Json.SCHEMA_VERSION);
        answer.put("at", now);
        List<Map<String, @Nullable Object>> cards = new ArrayList<>();
        states.forEach(state -> cards.add(card(state)));
        answer.put("cards", cards);
        List<Map<String, @Nullable Object>> serving = new ArrayList<>();
        for (Node node : nodes) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("name", node.name());
            one.put("seen", node.seen());
            one.put("alive", node.seen().isAfter(now.minus(ALIVE)));
            serving.add(one);
        }
        answer.put("nodes", serving);
        return answer;
    }

    private static Map<String, @Nullable Object> card(CardState state) {
        Map<String, @Nullable Object> card = new LinkedHashMap<>();
        card.put("name", state.card().name());
        card.put("job", state.card().job().label());
        card.put("title", state.card().title());
        card.put("runs", CronWords.of(state.card()));
        card.put("cron", state.card().times().cron());
        card.put("zone", state.card().times().zone().getId());
        card.put("parameters", state.card().parameters());
        Pause pause = state.pause();
        card.put("paused", pause != null);
        card.put("paused_by", pause == null ? null : pause.actor());
        card.put("paused_at", pause == null ? null : pause.at());
        card.put("next", state.next());
        List<Map<String, @Nullable Object>> due = new ArrayList<>();
        for (Due one : state.due()) {
            Map<String, @Nullable Object> piece = new LinkedHashMap<>();
            piece.put("about", one.about());
            piece.put("at", one.at());
            due.add(piece);
        }
        card.put("due", due);
        card.put("last", state.last() == null ? null : last(state.last()));
        card.put("usual_millis", state.usualMillis());
        return card;
    }

    private static Map<String, @Nullable Object> last(Last last) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("about", last.piece().about());
        answer.put("started_at", last.startedAt());
        answer.put("ended_at", last.endedAt());
        answer.put("millis", millis(last));
        answer.put("code", last.code());
        answer.put("result", result(last));
        answer.put("actor", last.piece().actor());
        answer.put("node", last.piece().node());
        answer.put("said", last.said());
        return answer;
    }
}
