package io.coverbook.store;

import io.coverbook.money.Money;
import io.coverbook.plan.Ruling;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people decided, written down with who and why, and audited (DECISIONS L18, L19). */
public final class PeopleStore {

    private static final String INVOICE = "invoice";

    private final Statements sql;
    private final RunStore runs;

    /** Who decides, when, and why. */
    public record Voice(String actor, String reason, Instant at) {}

    /** A flag that nothing has resolved. */
    public record OpenFlag(String code, String objectType, String objectId, String severity, LocalDate firstSeen) {}

    /** What was decided about a flag before. */
    public record Decided(Ruling.Kind kind, String code, Instant at, String actor, String reason) {}

    /**
     * A line of an issued invoice.
     *
     * @param remaining what is neither credited nor asked to be
     * @param invoiced whether its charge stands, that is, was not credited as a whole
     */
    public record Line(String planId, int term, Money amount, Money remaining, boolean invoiced) {}

    /** A credit that waits for a second person. */
    public record Waiting(long goodwillId, BigDecimal amount, String requestedBy) {}

    public PeopleStore(Database database) {
        this.sql = database.statements();
        this.runs = new RunStore(database);
    }

    /** The open flags of an object, the heaviest first; of any kind of object if none is given. */
    public List<OpenFlag> openFlags(String objectId, @Nullable String objectType) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("object", objectId);
        parameters.put("type", objectType);
        return sql.list(
                "flag-open-list",
                parameters,
                (r, i) -> new OpenFlag(
                        Columns.text(r, "code"),
                        Columns.text(r, "object_type"),
                        Columns.text(r, "object_id"),
                        Columns.text(r, "severity"),
                        Columns.date(r, "first_seen")));
    }

    /** Whether there is such a plan. */
    public boolean isPlan(String planId) {
        return sql.first("plan_state-one", Map.of("plan", planId), (r, i) -> true)
                .isPresent();
    }

    /** What was decided about a plan's flag, or about all of its flags, the last first. */
    public List<Decided> decided(String planId, @Nullable String code) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("plan", planId);
        parameters.put("code", code);
        return sql.list(
                "ruling-list",
                parameters,
                (r, i) -> new Decided(
                        Columns.code(r, "kind", Ruling.Kind.class),
                        Columns.text(r, "code"),
                        Columns.instant(r, "at"),
                        Columns.text(r, "actor"),
                        Columns.text(r, "reason")));
    }

    public long rule(String planId, Ruling.Kind kind, String code, Voice voice) {
        Map<String, Object> parameters = said(voice);
        parameters.put("plan", planId);
        parameters.put("kind", kind.name());
        parameters.put("code", code);
        String action = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return written("ruling-insert", parameters, voice, action, "plan " + planId + ", " + code);
    }

    public long waive(OpenFlag flag, LocalDate until, Voice voice) {
        Map<String, Object> parameters = said(voice);
        parameters.put("code", flag.code());
        parameters.put("type", flag.objectType());
        parameters.put("object", flag.objectId());
        parameters.put("until", Date.valueOf(until));
        String what = flag.code() + " of " + flag.objectType() + " " + flag.objectId() + " until " + until;
        return written("waiver-insert", parameters, voice, "waive", what);
    }

    public Optional<Line> line(String invoice, int line) {
        return sql.first("invoice_line-one", Map.of(INVOICE, invoice, "line", line), (r, i) -> {
            Currency currency = Currency.getInstance(Columns.text(r, "currency"));
            return new Line(
                    Columns.text(r, "plan_id"),
                    r.getInt("term"),
                    Money.rounded(currency, r.getBigDecimal("amount")),
                    Money.rounded(currency, r.getBigDecimal("remaining")),
                    Columns.text(r, "state").equals("INVOICED"));
        });
    }

    /** Asks for a credit; the database refuses one that does not fit into its line (I14). */
    public long credit(String invoice, int line, Money amount, boolean secondPerson, Voice voice) {
        Map<String, Object> parameters = said(voice);
        parameters.put(INVOICE, invoice);
        parameters.put("line", line);
        parameters.put("amount", amount.amount());
        parameters.put("second", secondPerson);
        return written("goodwill-insert", parameters, voice, "credit", invoice + " line " + line + ": " + amount);
    }

    /** The credits of a line that wait for a second person. */
    public List<Waiting> waiting(String invoice, int line) {
        return sql.list(
                "goodwill-waiting",
                Map.of(INVOICE, invoice, "line", line),
                (r, i) -> new Waiting(r.getLong("goodwill_id"), r.getBigDecimal("amount"), Columns.text(r, "actor")));
    }

    /** Agrees to a credit that somebody else asked for. */
    public void agree(Waiting waiting, Voice voice) {
        Map<String, Object> parameters = said(voice);
        parameters.put("goodwill", waiting.goodwillId());
        parameters.put("requester", waiting.requestedBy());
        sql.together(() -> {
            sql.update("goodwill_approval-insert", parameters);
            return runs.audit(
                    voice.actor(), "agree to credit", "credit " + waiting.goodwillId() + ": " + voice.reason());
        });
    }

    private static Map<String, Object> said(Voice voice) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("actor", voice.actor());
        parameters.put("reason", voice.reason());
        parameters.put("at", voice.at().atOffset(ZoneOffset.UTC));
        return parameters;
    }

    private long written(String statement, Map<String, Object> parameters, Voice voice, String action, String what) {
        return sql.together(() -> {
            long id = sql.first(statement, parameters, (r, i) -> r.getLong(1)).orElseThrow();
            runs.audit(voice.actor(), action, what + ": " + voice.reason());
            return id;
        });
    }
}
