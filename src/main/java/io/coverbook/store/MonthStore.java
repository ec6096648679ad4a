package io.coverbook.store;

import io.coverbook.store.MonthFigures.Count;
import io.coverbook.store.MonthFigures.Documents;
import io.coverbook.store.MonthFigures.Missing;
import io.coverbook.store.MonthFigures.Sum;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a month comes to, and how new the facts are that it rests on. */
public final class MonthStore {

    private static final int MOST_URGENT = 5;

    private final Statements sql;

    public MonthStore(Database database) {
        this.sql = database.statements();
    }

    /**
     * The figures of a month.
     *
     * @param proposal the run that proposes its documents, empty when they are issued
     */
    public MonthFigures figures(YearMonth month, LocalDate asOf, @Nullable RunMark proposal) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("month", month.atDay(1));
        parameters.put("from", month.atDay(1));
        parameters.put("until", month.plusMonths(1).atDay(1));
        parameters.put("on", asOf);
        parameters.put("most", MOST_URGENT);
        parameters.put("run", proposal == null ? 0 : proposal.runId());
        long[] missing = new long[1];
        List<Missing> urgent = sql.list("ea_verdict-missing", parameters, (r, i) -> {
            missing[0] = r.getLong("all_of_them");
            return new Missing(
                    Columns.text(r, "ea_id"),
                    Columns.text(r, "customer"),
                    Columns.dateOrNull(r, "due_date"),
                    r.getLong("subscriptions"));
        });
        return new MonthFigures(
                month,
                asOf,
                counts("term-totals", parameters),
                counts("plan_state-totals", parameters),
                sums("charge-totals", "state", parameters),
                sums("charge-held", "hold_reason", parameters),
                documents(proposal == null ? "invoice-totals" : "proposed_invoice-totals", parameters),
                documents(proposal == null ? "credit_note-totals" : "proposed_credit-totals", parameters),
                urgent,
                missing[0]);
    }

    /** The day a month was closed on. */
    public Optional<LocalDate> closedOn(YearMonth month) {
        return sql.first("month_close-read", Map.of("month", month.atDay(1)), (r, i) -> Columns.date(r, "closed_on"));
    }

    /** How many plans are held, or have a charge that is. */
    public long heldPlans() {
        return sql.number("charge-held-plans", Map.of());
    }

    /** When the newest export of every kind was made that was ever taken. */
    public Map<String, Instant> newestExports() {
        Map<String, Instant> newest = new LinkedHashMap<>();
        sql.list(
                "import_file-freshness",
                Map.of(),
                (r, i) -> Objects.requireNonNullElse(
                        newest.put(Columns.text(r, "kind"), Columns.instant(r, "exported_at")), Instant.EPOCH));
        return newest;
    }

    private List<Count> counts(String statement, Map<String, Object> parameters) {
        return sql.list(statement, parameters, (r, i) -> new Count(Columns.text(r, "outcome"), r.getLong("count")));
    }

    private List<Sum> sums(String statement, String code, Map<String, Object> parameters) {
        return sql.list(
                statement,
                parameters,
                (r, i) -> new Sum(
                        Columns.text(r, code), r.getString("currency"), r.getLong("count"), r.getBigDecimal("amount")));
    }

    private List<Documents> documents(String statement, Map<String, Object> parameters) {
        return sql.list(statement, parameters, (r, i) -> documents(r));
    }

    private static Documents documents(ResultSet r) throws SQLException {
        return new Documents(
                Columns.text(r, "currency"),
                r.getLong("count"),
                Objects.requireNonNull(r.getBigDecimal("net")),
                Objects.requireNonNull(r.getBigDecimal("tax")),
                Objects.requireNonNull(r.getBigDecimal("total")));
    }
}
