package io.coverbook.store;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is told outside: events that nobody was told of yet, the messages made of them, once each, and how far each has
 * gone. Reads decide nothing; what an event is called and whom it concerns is said above.
 */
public final class OutboxStore {

    private static final String MISSING = "EA_MISSING_PLAN";

    private final Statements sql;
    private final RunStore runs;

    public OutboxStore(Database database) {
        this.sql = database.statements();
        this.runs = new RunStore(database);
    }

    /**
     * From where telling begins.
     *
     * @param book marks this database among others, and a restored one as the same
     * @param lettersFrom the first day whose notices go to customers, empty while none ever went
     */
    public record Start(
            String book,
            long runId,
            long importId,
            LocalDate from,
            @Nullable LocalDate lettersFrom) {}

    /** An event that was not told: its key, what it is about, and all there is to say. */
    public record Untold(String key, String about, Map<String, @Nullable Object> facts) {}

    /** A message to be kept, with its facts as JSON. */
    public record Message(String id, String key, String topic, String about, Instant at, String facts) {}

    /** The ways a message can go. */
    public enum Channel {
        MAIL,
        WEBHOOK,
        LETTER
    }

    /** One way of a message; recipient and language are empty where the place is set outside. */
    public record Way(Channel channel, String recipient, String language) {}

    /** A message that waits to go one way. */
    public record Waiting(long no, Message message, String recipient, String language, int attempts) {}

    /** How an attempt can end. */
    public enum State {
        WAITING,
        SENT,
        REFUSED,
        GIVEN_UP
    }

    /**
     * How an attempt ended.
     *
     * @param next when to try again, where it waits
     */
    public record Settled(
            Waiting waiting,
            State state,
            Instant next,
            @Nullable String problem) {}

    /** Messages of one way and state. */
    public record Total(Channel channel, State state, long count, Instant oldest) {}

    /** Where telling begins; begun now if it never was. */
    public Start begin(LocalDate day) {
        sql.together(() -> sql.update("outbox_start-insert", Map.of("day", day)));
        return start().orElseThrow();
    }

    /** Where telling would begin if it began now; where it did, if it has. */
    public Start wouldBegin(LocalDate day) {
        return sql.undone(() -> {
            sql.update("outbox_start-insert", Map.of("day", day));
            return start().orElseThrow();
        });
    }

    public Optional<Start> start() {
        return sql.first(
                "outbox_start-read",
                Map.of(),
                (r, i) -> new Start(
                        Columns.text(r, "book"),
                        r.getLong("run_id"),
                        r.getLong("import_id"),
                        Columns.date(r, "from_on"),
                        Columns.dateOrNull(r, "letters_from")));
    }

    /** Lets letters begin with notices of a day; the first word counts, and is audited. */
    public void beginLetters(LocalDate day, String actor) {
        sql.together(() -> sql.update("outbox_start-letters", Map.of("day", day)) == 0
                ? 0L
                : runs.audit(actor, "begin letters", "to customers, about notices from " + day + " on"));
    }

    /** Runs that ended. */
    public List<Untold> runs(Start start) {
        return untold("run-untold", Map.of("run", start.runId()));
    }

    /**
     * Runs that say they go on while no program does. Read before and after it was seen that nobody holds the lock, so
     * that a run which ends or begins at this moment is not among them.
     */
    public List<Untold> stopped(Start start) {
        List<Untold> before = untold("run-unfinished", Map.of("run", start.runId()));
        if (before.isEmpty() || !free()) {
            return List.of();
        }
        Set<String> after = new HashSet<>();
        untold("run-unfinished", Map.of("run", start.runId())).forEach(run -> after.add(run.key()));
        return before.stream().filter(run -> after.contains(run.key())).toList();
    }

    private boolean free() {
        return sql.first("run-free", Map.of(), (r, i) -> r.getBoolean(1)).orElse(false);
    }

    /** Files that were refused or had rows rejected. */
    public List<Untold> files(Start start) {
        return untold("import_file-untold", Map.of("import", start.importId()));
    }

    /** Agreements that lack a plan and are not waived. */
    public List<Untold> agreements(LocalDate today) {
        return untold("flag-untold", Map.of("code", MISSING, "today", today));
    }

    /** Notices of these kinds that are due on the day or later, under event keys that begin with the prefix. */
    public List<Untold> notices(String prefix, List<String> kinds, LocalDate from) {
        return untold("notice-untold", Map.of("prefix", prefix, "kinds", String.join(",", kinds), "from", from));
    }

    private List<Untold> untold(String statement, Map<String, ?> parameters) {
        return sql.list(statement, parameters, (r, i) -> {
            Map<String, @Nullable Object> facts = facts(r);
            facts.remove("event_key");
            facts.remove("about");
            return new Untold(Columns.text(r, "event_key"), Columns.text(r, "about"), facts);
        });
    }

    private static Map<String, @Nullable Object> facts(ResultSet row) throws SQLException {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        ResultSetMetaData about = row.getMetaData();
        for (int i = 1; i <= about.getColumnCount(); i++) {
            String name = about.getColumnLabel(i);
            facts.put(name, value(row, i, about.getColumnType(i)));
        }
        return facts;
    }

    private static @Nullable Object value(ResultSet row, int at, int type) throws SQLException {
        return switch (type) {
            case Types.BIGINT, Types.INTEGER -> row.getObject(at) == null ? null : row.getLong(at);
            case Types.BIT, Types.BOOLEAN -> row.getObject(at, Boolean.class);
            case Types.DATE -> row.getObject(at, LocalDate.class);
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> instant(row, at);
            default -> row.getString(at);
        };
    }

    private static @Nullable Instant instant(ResultSet row, int at) throws SQLException {
        OffsetDateTime time = row.getObject(at, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** Keeps a message with the ways it is to go, unless its event was kept before; says whether it is new. */
    public boolean keep(Message message, List<Way> ways) {
        return sql.together(() -> {
            Map<String, Object> parameters = Map.of(
                    "id", message.id(),
                    "key", message.key(),
                    "topic", message.topic(),
                    "about", message.about(),
                    "at", at(message.at()),
                    "facts", message.facts());
            Optional<Long> no = sql.first("outbox-insert", parameters, (r, i) -> r.getLong(1));
            for (Way way : no.isPresent() ? ways : List.<Way>of()) {
                sql.update(
                        "outbox_delivery-insert",
                        Map.of(
                                "message", no.orElseThrow(),
                                "channel", way.channel().name(),
                                "recipient", way.recipient(),
                                "language", way.language(),
                                "at", at(message.at())));
            }
            return no.isPresent();
        });
    }

    /**
     * One attempt: takes what is due, lets it be sent, and writes down how that ended, all while no other program can
     * take the same. Nothing is due: the work is not called.
     *
     * @param work says of each message that it tried how that ended; those it leaves out stay as they were
     * @return what was tried
     */
    public List<Settled> attempt(Channel channel, Instant now, int most, Function<List<Waiting>, List<Settled>> work) {
        return sql.together(() -> {
            List<Waiting> due = sql.list(
                    "outbox_delivery-take",
                    Map.of("channel", channel.name(), "now", at(now), "most", most),
                    (r, i) -> new Waiting(
                            r.getLong("message_no"),
                            message(r),
                            Columns.text(r, "recipient"),
                            Columns.text(r, "language"),
                            r.getInt("attempts")));
            List<Settled> settled = due.isEmpty() ? List.of() : work.apply(due);
            for (Settled each : settled) {
                settle(channel, now, each);
            }
            return settled;
        });
    }

    private void settle(Channel channel, Instant now, Settled each) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("message", each.waiting().no());
        parameters.put("channel", channel.name());
        parameters.put("recipient", each.waiting().recipient());
        parameters.put("state", each.state().name());
        parameters.put("next", at(each.next()));
        parameters.put("settled", each.state() == State.WAITING ? null : at(now));
        parameters.put("problem", each.problem());
        sql.update("outbox_delivery-settle", parameters);
    }

    private static Message message(ResultSet r) throws SQLException {
        return new Message(
                Columns.text(r, "message_id"),
                "",
                Columns.text(r, "topic"),
                Columns.text(r, "about"),
                Columns.instant(r, "at"),
                Columns.text(r, "facts"));
    }

    /** When something that waits is to be tried next; empty when nothing waits. */
    public Optional<Instant> next() {
        return sql.list(
                        "outbox_delivery-next",
                        Map.of(),
                        (r, i) -> Optional.ofNullable(Columns.instantOrNull(r, "next_at")))
                .get(0);
    }

    /**
     * Forgets what messages said and how they went that all reached whoever was to be told, all before the instant. What
     * waits, was refused or was given up stays, and so does the key of every event: none is told a second time.
     *
     * @return how many ways of messages were forgotten
     */
    public long forget(Instant before) {
        Map<String, Object> parameters = Map.of("before", at(before));
        return sql.together(() -> {
            sql.update("outbox-forget", parameters);
            return (long) sql.update("outbox_delivery-forget");
        });
    }

    public List<Total> totals() {
        return sql.list(
                "outbox_delivery-totals",
                Map.of(),
                (r, i) -> new Total(
                        Columns.code(r, "channel", Channel.class),
                        Columns.code(r, "state", State.class),
                        r.getLong("count"),
                        Columns.instant(r, "oldest")));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
