package io.coverbook.store;

import io.coverbook.store.RunStore.BusyException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the cards of the schedule did, which are paused, and the lock of whoever works through it. */
public final class ScheduleStore {

    /** The exit code of work whose program is gone: that of a killed process. */
    public static final int GONE = 137;

    private static final int LONGEST = 20_000;

    private final Statements sql;
    private final Database database;
    private final RunStore runs;

    public ScheduleStore(Database database) {
        this.database = database;
        this.sql = database.statements();
        this.runs = new RunStore(database);
    }

    /**
     * A piece of work of a card.
     *
     * @param about the day, month or instant it is about
     * @param asked by a person, not by the schedule
     * @param node the program that works
     */
    public record Piece(String card, String about, boolean asked, String actor, String node) {}

    /**
     * How the latest piece of work of a card went.
     *
     * @param endedAt empty while it is worked on
     * @param code its exit code, empty while it is worked on
     */
    public record Last(
            Piece piece,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Integer code,
            @Nullable String said) {}

    /** Who said last that a card is paused or goes on, and when. */
    public record Pause(boolean paused, Instant at, String actor) {}

    /** A program that serves the schedule. */
    public record Node(String name, Instant seen) {}

    /** The lock of whoever works through the schedule, held until closed or until its program is gone. */
    public static final class Lock implements AutoCloseable {

        private final Connection session;

        private Lock(Connection session) {
            this.session = session;
        }

        /**
         * Refuses to go on when another program may be working by now.
         *
         * @throws BusyException when the session broke
         */
        public void check() {
            if (!truth(session, "session-schedule-held")) {
                throw new BusyException("the lock of the schedule was lost; another program may go on with it");
            }
        }

        @Override
        public void close() {
            try (Connection own = session) {
                truth(own, "session-schedule-unlock");
            } catch (SQLException e) {
                throw new StoreException(e);
            }
        }
    }

    private static boolean truth(Connection session, String statement) {
        try (Statement asked = session.createStatement();
                ResultSet row = asked.executeQuery(Sql.text(statement))) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /** Empty while another program works through the schedule. */
    public Optional<Lock> lock() {
        try {
            Connection session = database.source().getConnection();
            if (truth(session, "session-schedule-lock")) {
                return Optional.of(new Lock(session));
            }
            session.close();
            return Optional.empty();
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /** Needs the lock. Ends what a killed program had begun. */
    public int abandon(Instant at) {
        return sql.together(() -> sql.update(
                "card_run-abandon",
                Map.of(
                        "at",
                        offset(at),
                        "code",
                        GONE,
                        "said",
                        "its program was gone before it could say how it went")));
    }

    /** A piece of work begins. */
    public long begin(Piece piece, Instant at) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("card", piece.card());
        parameters.put("about", piece.about());
        parameters.put("asked", piece.asked());
        parameters.put("actor", piece.actor());
        parameters.put("node", piece.node());
        parameters.put("at", offset(at));
        return sql.together(() -> sql.number("card_run-insert", parameters));
    }

    /** A piece of work ended with the exit code; what it said is kept up to a length. */
    public void finish(long run, Instant at, int code, String said) {
        String kept = said.length() > LONGEST ? said.substring(0, LONGEST) : said;
        sql.together(
                () -> sql.update("card_run-finish", Map.of("run", run, "at", offset(at), "code", code, "said", kept)));
    }

    /** By card. */
    public Map<String, Last> last() {
        Map<String, Last> all = new HashMap<>();
        sql.list("card_run-last", Map.of(), (r, i) -> last(r))
                .forEach(last -> all.put(last.piece().card(), last));
        return all;
    }

    private static Last last(ResultSet r) throws SQLException {
        Piece piece = new Piece(
                Columns.text(r, "card"),
                Columns.text(r, "about"),
                r.getBoolean("asked"),
                Columns.text(r, "actor"),
                Columns.text(r, "node"));
        Integer code = r.getObject("code", Integer.class);
        return new Last(
                piece,
                Columns.instant(r, "started_at"),
                Columns.instantOrNull(r, "ended_at"),
                code,
                r.getString("said"));
    }

    /** How many milliseconds the work of each card usually takes. */
    public Map<String, Long> usual() {
        Map<String, Long> all = new HashMap<>();
        sql.list("card_run-usual", Map.of(), (r, i) -> Map.entry(Columns.text(r, "card"), r.getLong("millis")))
                .forEach(usual -> all.put(usual.getKey(), usual.getValue()));
        return all;
    }

    /** When a card was last done. */
    public Optional<Instant> lastDone(String card) {
        return sql.first(
                        "card_run-purged",
                        Map.of("card", card),
                        (r, i) -> Optional.ofNullable(Columns.instantOrNull(r, "at")))
                .orElse(Optional.empty());
    }

    /** By card; cards nobody ever paused are missing. */
    public Map<String, Pause> pauses() {
        Map<String, Pause> all = new HashMap<>();
        sql.list(
                        "card_pause-last",
                        Map.of(),
                        (r, i) -> Map.entry(
                                Columns.text(r, "card"),
                                new Pause(r.getBoolean("paused"), Columns.instant(r, "at"), Columns.text(r, "actor"))))
                .forEach(pause -> all.put(pause.getKey(), pause.getValue()));
        return all;
    }

    /** Says that a card is paused or goes on. */
    public void pause(String card, Pause word) {
        sql.together(() -> {
            sql.update(
                    "card_pause-insert",
                    Map.of("card", card, "paused", word.paused(), "at", offset(word.at()), "actor", word.actor()));
            return runs.audit(word.actor(), word.paused() ? "pause card" : "resume card", card);
        });
    }

    /** The programs that serve the schedule now, or did until they were killed. */
    public List<Node> nodes() {
        return sql.list(
                "qrtz_scheduler_state-list",
                Map.of(),
                (r, i) -> new Node(
                        Columns.text(r, "instance_name"), Instant.ofEpochMilli(r.getLong("last_checkin_time"))));
    }

    /** Forgets technical entries about work that ended before the instant; how many they were. */
    public long forget(Instant before) {
        Map<String, Object> executions = Map.of(
                "before", Timestamp.valueOf(before.atOffset(ZoneOffset.UTC).toLocalDateTime()));
        return sql.together(() -> {
            long forgotten = sql.update("card_run-delete", Map.of("before", offset(before)));
            for (String table : List.of(
                    "batch_step_execution_context",
                    "batch_step_execution",
                    "batch_job_execution_context",
                    "batch_job_execution_params",
                    "batch_job_execution")) {
                forgotten += sql.update(table + "-delete", executions);
            }
            return forgotten + sql.update("batch-repair-ghosts");
        });
    }

    private static java.time.OffsetDateTime offset(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
