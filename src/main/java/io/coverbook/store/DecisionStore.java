package io.coverbook.store;

import io.coverbook.billing.ChargeState;
import io.coverbook.plan.Policies;
import io.coverbook.plan.Policies.Denied;
import io.coverbook.plan.PriceBook;
import io.coverbook.reconcile.FlagCode;
import io.coverbook.reconcile.OverdueInvoices;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings what is recorded to what the rules decide: the rules read the facts scope by scope and their answers are
 * staged by COPY; then every table takes the difference as a set.
 */
public final class DecisionStore {

    /** Before every charge there can be: nothing is billed elsewhere. */
    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

    /** What other rules decided is decided again. */
    private static final String RULES = RulesSum.read();

    private static final String[] CODES_OF_SCOPES = Arrays.stream(FlagCode.values())
            .filter(FlagCode::ofScope)
            .map(Enum::name)
            .toArray(String[]::new);

    private final Database database;
    private final Statements sql;
    private final RunStore runs;

    /**
     * What the decisions of a run rest on.
     *
     * @param denied the countries in which something is not offered (R1, R75; P1, P32)
     * @param earliestOpen the first month that is not closed (X3)
     * @param whole whether every scope is decided, also those of which nothing else can be decided than before
     */
    public record Basis(
            PriceBook prices,
            Policies policies,
            Denied denied,
            LocalDate asOf,
            YearMonth earliestOpen,
            boolean whole,
            RunMark run) {}

    public DecisionStore(Database database, RunStore runs) {
        this.database = database;
        this.sql = database.statements();
        this.runs = runs;
    }

    /** About how many scopes there are. */
    public long scopes() {
        return sql.number("scope-last", Map.of());
    }

    /** Step 1, before its parts: nothing is staged, and the scopes are cut into so many parts. */
    public List<ScopeSlice> cut(Basis basis, int parts) {
        return sql.together(() -> {
            runs.fence(basis.run());
            choose(basis);
            return ScopeSlice.cut(sql, parts);
        });
    }

    /**
     * Step 1: the rules decide about every scope of a part; nothing recorded changes yet. Parts may be decided side by side.
     * Returns the staged rows.
     */
    public long decide(Basis basis, ScopeSlice slice) {
        return sql.together(() -> {
            runs.fence(basis.run());
            try (Connection reading = database.source().getConnection()) {
                reading.setAutoCommit(false);
                long staged = decide(basis, slice, reading);
                reading.rollback();
                return staged;
            } catch (SQLException e) {
                throw new StoreException(e);
            }
        });
    }

    /** The same over the connection of the open transaction, so that the rules see what it has not committed. */
    public long decideWithin(Basis basis) {
        return sql.together(() -> {
            runs.fence(basis.run());
            choose(basis);
            try {
                return decide(basis, ScopeSlice.ALL, sql.connection());
            } catch (SQLException e) {
                throw new StoreException(e);
            }
        });
    }

    /**
     * Which scopes are decided: those about which something else can be decided than is recorded, every one where it is not
     * known what that follows.
     */
    private void choose(Basis basis) {
        Map<String, @Nullable Object> parameters = parameters(basis);
        sql.update("decision-truncate");
        Optional<Map<String, Object>> since = sql.first(
                "decision_mark-read",
                parameters,
                (r, i) -> Map.of("on", Date.valueOf(basis.asOf()), "import", r.getLong(1), "ruling", r.getLong(2)));
        if (basis.whole() || since.isEmpty()) {
            sql.update("decided_stage-insert-all");
        } else {
            sql.update("decided_stage-insert-due", since.get());
            sql.analyze("decided_stage");
            sql.update("decided_stage-insert-siblings");
        }
        sql.analyze("decided_stage");
        sql.update("decided_plan_stage-insert");
        sql.analyze("decided_plan_stage");
        sql.update("decision_mark-begin", parameters);
    }

    private long decide(Basis basis, ScopeSlice slice, Connection reading) throws SQLException {
        DecisionStage stage = new DecisionStage(sql.connection(), basis.run().runId(), basis.earliestOpen());
        ScopeReader reader = new ScopeReader(reading, basis, slice, stage, told(basis));
        reader.accounts();
        reader.agreements();
        return stage.finish();
    }

    /** Step 2: plans, terms, charges, verdicts and notices take the difference. Returns the rows that changed. */
    public long record(Basis basis) {
        return sql.together(() -> {
            runs.fence(basis.run());
            Map<String, @Nullable Object> parameters = parameters(basis);
            sql.analyze("plan_state_stage", "term_stage", "charge_stage", "ea_verdict_stage");
            sql.update("scope_rest-delete");
            sql.update("scope_rest-insert");
            long changed = differ("plan_state", parameters) + differ("term", parameters);
            transitions();
            changed += sql.update("charge-credit", parameters);
            changed += sql.update("charge-update", parameters);
            changed += sql.update("charge-insert", parameters);
            changed += differ("ea_verdict", parameters);
            return changed + sql.update("notice-insert", parameters);
        });
    }

    /**
     * Step 5: to the flags of the scopes come those that follow from what is recorded now (the cover of step 3, the
     * payments of step 4), and flags take the difference, once (G1, G2). Returns the rows that changed.
     */
    public long flag(Basis basis) {
        return sql.together(() -> {
            runs.fence(basis.run());
            Map<String, @Nullable Object> parameters = parameters(basis);
            sql.update("session-bulk-memory");
            sql.update("flag-stage-resting", Map.of("codes", CODES_OF_SCOPES));
            sql.analyze("flag_stage");
            sql.update("flag-stage-uncredited");
            sql.update("flag-stage-late");
            sql.update("flag-stage-orphan", parameters);
            sql.update("flag-stage-retired", parameters);
            sql.update("flag-stage-requester", parameters);
            witnesses(parameters);
            overdue(basis.asOf());
            sql.analyze("flag_stage");
            long changed = sql.update("flag-update", parameters);
            changed += sql.update("flag-resolve", parameters);
            changed += sql.update("flag-insert", parameters);
            sql.update("decision_mark-complete", parameters);
            return changed;
        });
    }

    /** What others recorded against what we decided: differences are flags, never corrections (FORMATS 10.3). */
    private void witnesses(Map<String, @Nullable Object> parameters) {
        sql.update("flag-stage-unplanned", parameters);
        sql.update("flag-stage-unbilled", parameters);
        sql.update("flag-stage-fee", parameters);
        sql.update("flag-stage-ticket", parameters);
        sql.update("flag-stage-credit", parameters);
        sql.update("flag-stage-unexported", parameters);
    }

    /** Asks the rule about every account that pays by wire. */
    private void overdue(LocalDate asOf) {
        Connection connection = sql.connection();
        CopyIn flags = new CopyIn(connection, "flag-copy", 6);
        try (ResultSet rows = Statements.stream(connection, "invoice-read-wired")) {
            List<OverdueInvoices.Owed> owed = new ArrayList<>();
            String payer = "";
            while (rows.next()) {
                String billTo = Columns.text(rows, "bill_to");
                if (!billTo.equals(payer)) {
                    DecisionStage.flag(flags, OverdueInvoices.decide(payer, owed, asOf));
                    owed.clear();
                    payer = billTo;
                }
                owed.add(new OverdueInvoices.Owed(Columns.date(rows, "due_date"), Columns.date(rows, "settled_on")));
            }
            DecisionStage.flag(flags, OverdueInvoices.decide(payer, owed, asOf));
            flags.finish();
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    private long differ(String table, Map<String, @Nullable Object> parameters) {
        return (long) sql.update(table + "-delete", parameters) + sql.update(table + "-insert", parameters);
    }

    /** The rule of {@link ChargeState#next} as a table, so that sets can follow it. */
    private void transitions() {
        for (ChargeState recorded : ChargeState.values()) {
            transition(recorded, "NOTHING", recorded.next(null));
            transition(recorded, ChargeState.OPEN.name(), recorded.next(ChargeState.OPEN));
            transition(recorded, ChargeState.HELD.name(), recorded.next(ChargeState.HELD));
        }
    }

    private void transition(ChargeState recorded, String desired, ChargeState becomes) {
        sql.update(
                "charge_transition-insert",
                Map.of("recorded", recorded.name(), "desired", desired, "becomes", becomes.name()));
    }

    /** Whether exports tell nothing of later days, on which something may be and be over that nobody has decided about. */
    private boolean told(Basis basis) {
        List<Instant> newest = sql.list("import_file-told", Map.of(), (r, i) -> Columns.instant(r, "told"));
        return newest.stream().noneMatch(at -> basis.policies().dayOf(at).isAfter(basis.asOf()));
    }

    private static Map<String, @Nullable Object> parameters(Basis basis) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        YearMonth first = basis.policies().firstMonth();
        parameters.put("run", basis.run().runId());
        parameters.put("rules", RULES);
        parameters.put("on", Date.valueOf(basis.asOf()));
        parameters.put("zone", basis.policies().zone().getId());
        parameters.put("first", Date.valueOf(first == null ? ALWAYS : first.atDay(1)));
        return parameters;
    }
}
