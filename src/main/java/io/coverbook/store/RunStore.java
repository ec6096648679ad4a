package io.coverbook.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/**
 * The run row: who may write, on whose behalf, with which policies (DECISIONS L3). One program at a time holds the lock;
 * a run whose program is gone is continued or ended by the next one, without hand work.
 */
public final class RunStore {

    private final Statements sql;
    private final Database database;

    public RunStore(Database database) {
        this.database = database;
        this.sql = database.statements();
    }

    /** Why a run exists. */
    public enum Purpose {
        IMPORT,
        RECONCILE,
        MONTH_END
    }

    /** How a run can end. */
    public enum Ending {
        DONE,
        PROPOSED,
        FAILED
    }

    /**
     * What a run is to do and with what.
     *
     * @param hashes of the policies and of the reference data, already stored
     */
    public record Order(
            Purpose purpose,
            @Nullable LocalDate asOf,
            @Nullable YearMonth period,
            String actor,
            boolean secondPerson,
            Hashes hashes) {}

    /** What a run is decided with. */
    public record Hashes(String rules, String policies, String reference) {}

    /** A proposal that waits to be issued. */
    public record Proposal(
            long runId, YearMonth period, LocalDate asOf, String actor, boolean secondPerson, String facts) {}

    /** How long a step took and how many rows it wrote. */
    public record Step(String name, long millis, long rows) {}

    /** Somebody else is writing; try again later. */
    public static final class BusyException extends RuntimeException {

        private static final long serialVersionUID = 1;

        BusyException(String message) {
            super(message);
        }
    }

    /** The run was taken over by another program; this one must stop. */
    public static final class FencedException extends RuntimeException {

        private static final long serialVersionUID = 1;

        FencedException(RunMark run) {
            super("run " + run.runId() + " was taken over by another program; nothing more is written here");
        }
    }

    /** The lock of whoever writes, held until closed. */
    public static final class Lock implements AutoCloseable {

        private final Connection session;
        private final List<String> repaired = new ArrayList<>();

        private Lock(Connection session) {
            this.session = session;
        }

        /** What was mended as the lock was taken, in words; empty when the program before had ended well. */
        public List<String> repaired() {
            return List.copyOf(repaired);
        }

        @Override
        public void close() {
            try (Connection own = session;
                    Statement statement = own.createStatement()) {
                statement.execute(Sql.text("run-unlock"));
            } catch (SQLException e) {
                throw new StoreException(e);
            }
        }
    }

    /** Takes the lock and repairs what a killed program left in the job repository. */
    public Lock lock() {
        try {
            Connection session = database.source().getConnection();
            boolean free;
            try (Statement statement = session.createStatement();
                    ResultSet row = statement.executeQuery(Sql.text("run-lock"))) {
                free = row.next() && row.getBoolean(1);
            }
            if (!free) {
                session.close();
                throw new BusyException("another run is writing; try again when it is done");
            }
            Lock lock = new Lock(session);
            repair(lock.repaired);
            return lock;
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /** Nobody else holds the lock, so whatever is marked as running belongs to a program that is gone. */
    private void repair(List<String> told) {
        int executions = sql.together(() -> {
            sql.update("batch-repair-steps");
            int jobs = sql.update("batch-repair-jobs");
            List<String> closed = sql.list("run-complete", Map.of(), (r, i) -> {
                audit(
                        Columns.text(r, "actor"),
                        "run done",
                        "run " + r.getLong("run_id") + ": " + Columns.text(r, "note"));
                return "a program was gone before it could say that its month is closed; it is closed";
            });
            told.addAll(closed);
            return jobs + sql.update("batch-repair-ghosts");
        });
        sql.first("run-orphan", Map.of(), (r, i) -> orphan(r)).ifPresent(told::add);
        if (executions > 0) {
            told.add("a program was gone in the middle of its work: " + executions
                    + (executions == 1 ? " entry" : " entries") + " of the job repository mended");
        }
    }

    private static String orphan(ResultSet r) throws SQLException {
        String purpose = Columns.text(r, "purpose").toLowerCase(Locale.ROOT).replace('_', '-');
        LocalDate asOf = Columns.dateOrNull(r, "as_of");
        return "run " + r.getLong("run_id") + " (" + purpose + (asOf == null ? "" : " as of " + asOf)
                + ") was left by a program that is gone; it is gone on with if this is the same work, else ended";
    }

    /** Begins a run, or goes on with the one that a killed program left at the same work. Needs the lock. */
    public RunMark begin(Order order) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("purpose", order.purpose().name());
        parameters.put("as_of", order.asOf());
        YearMonth period = order.period();
        parameters.put("period", period == null ? null : period.atDay(1));
        parameters.put("actor", order.actor());
        parameters.put("second_person", order.secondPerson());
        parameters.put("rules", order.hashes().rules());
        parameters.put("policies", order.hashes().policies());
        parameters.put("reference", order.hashes().reference());
        try {
            return sql.together(() -> {
                Optional<RunMark> orphan = orphan(order, parameters);
                return orphan.orElseGet(() -> new RunMark(
                        sql.first("run-insert", parameters, (r, i) -> r.getLong(1))
                                .orElseThrow(),
                        1));
            });
        } catch (DuplicateKeyException e) {
            throw new BusyException("another run began at this very moment; try again when it is done");
        }
    }

    private Optional<RunMark> orphan(Order order, Map<String, @Nullable Object> parameters) {
        record Orphan(long id, String purpose, @Nullable LocalDate period) {}
        Optional<Orphan> found = sql.first(
                "run-orphan",
                Map.of(),
                (r, i) -> new Orphan(r.getLong("run_id"), Columns.text(r, "purpose"), Columns.dateOrNull(r, "period")));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Orphan orphan = found.get();
        parameters.put("run", orphan.id());
        YearMonth period = order.period();
        boolean same = orphan.purpose().equals(order.purpose().name())
                && (period == null ? orphan.period() == null : period.atDay(1).equals(orphan.period()));
        if (!same) {
            sql.update("run-abandon", parameters);
            audit(order.actor(), "run failed", "run " + orphan.id() + ": its program was gone");
            return Optional.empty();
        }
        long epoch =
                sql.first("run-take-over", parameters, (r, i) -> r.getLong(1)).orElseThrow();
        return Optional.of(new RunMark(orphan.id(), epoch));
    }

    /** The first statement of every writing transaction: stops a program whose run was taken over. */
    void fence(RunMark run) {
        if (sql.first("run-fence", Map.of("run", run.runId(), "epoch", run.epoch()), (r, i) -> 1)
                .isEmpty()) {
            throw new FencedException(run);
        }
    }

    /** Ends the run and writes it into the audit. */
    public void finish(RunMark run, Ending ending, String actor, String note) {
        sql.together(() -> {
            Map<String, Object> parameters = Map.of(
                    "run",
                    run.runId(),
                    "epoch",
                    run.epoch(),
                    "state",
                    ending.name(),
                    "note",
                    note,
                    "facts",
                    factsVersion());
            int ended = sql.update("run-finish", parameters);
            if (ended != 1) {
                throw new FencedException(run);
            }
            return audit(actor, "run " + ending.name().toLowerCase(Locale.ROOT), "run " + run.runId() + ": " + note);
        });
    }

    public long audit(String actor, String action, String body) {
        return sql.first("audit-add", Map.of("actor", actor, "action", action, "body", body), (r, i) -> r.getLong(1))
                .orElseThrow();
    }

    /** An older proposal gives way to a new one. */
    public boolean discardProposals() {
        return sql.together(() -> sql.update("run-discard-proposals")) > 0;
    }

    public Optional<Proposal> proposal() {
        return sql.first(
                "run-proposal",
                Map.of(),
                (r, i) -> new Proposal(
                        r.getLong("run_id"),
                        YearMonth.from(Columns.date(r, "period")),
                        Columns.date(r, "as_of"),
                        Columns.text(r, "actor"),
                        r.getBoolean("second_person"),
                        String.valueOf(r.getString("facts_version"))));
    }

    /** Takes an approved proposal up again, to issue it. The database refuses the proposer where two are asked for. */
    public RunMark approve(Proposal proposal, String by) {
        return sql.together(() -> {
            long epoch = sql.first("run-approve", Map.of("run", proposal.runId(), "by", by), (r, i) -> r.getLong(1))
                    .orElseThrow();
            audit(by, "approve", "proposal of run " + proposal.runId() + " for " + proposal.period());
            return new RunMark(proposal.runId(), epoch);
        });
    }

    /** The facts and their reconciliation as they are now: what a proposal rests on. */
    public String factsVersion() {
        return sql.first("run-facts-version", Map.of(), (r, i) -> r.getString(1))
                .orElseThrow();
    }

    /** The latest day that any run has reconciled (A10). */
    public Optional<LocalDate> reconciledOn() {
        return sql.list("run-reconciled", Map.of(), (r, i) -> Optional.ofNullable(r.getObject(1, LocalDate.class)))
                .get(0);
    }

    /** Keeps how long a step took. */
    public void step(RunMark run, Step step) {
        sql.together(() -> sql.update(
                "run_step-insert",
                Map.of(
                        "run", run.runId(),
                        "epoch", run.epoch(),
                        "name", step.name(),
                        "millis", step.millis(),
                        "rows", step.rows())));
    }

    public List<Step> steps(RunMark run) {
        return sql.list(
                "run_step-list",
                Map.of("run", run.runId(), "epoch", run.epoch()),
                (r, i) -> new Step(Columns.text(r, "name"), r.getLong("millis"), r.getLong("rows")));
    }
}
