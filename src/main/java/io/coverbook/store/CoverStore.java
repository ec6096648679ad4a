package io.coverbook.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is recorded about the cover of one subscription, with the file and line that each fact was read from. */
public final class CoverStore {

    /** The first digits of an id as Azure makes them: nobody means anything else by such a word. */
    private static final Pattern ID_DIGITS = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F-]*)?");

    private final Statements sql;
    private final ZoneId zone;

    /** @param zone in which a day begins and ends (P2) */
    public CoverStore(Database database, ZoneId zone) {
        this.sql = database.statements();
        this.zone = zone;
    }

    /** A subscription that a word may mean: rank 1 is its very id, 2 its id or name in another case, 3 a part of it. */
    public record Match(String subscriptionId, @Nullable String name, Holder account, int rank, long allOfThem) {}

    /** The billing account a subscription is in. */
    public record Holder(String accountId, @Nullable String name) {

        @Override
        public String toString() {
            return name == null ? accountId : accountId + " " + name;
        }
    }

    /** Where a fact was read; empty for an id that no export shows, and without a line for a row that is missing. */
    public record Source(@Nullable String file, @Nullable Integer line) {}

    /** A run of days with the same cover. {@code through} is the last day, empty when it is open. */
    public record Interval(
            LocalDate from,
            @Nullable LocalDate through,
            String tier,
            String source,
            boolean technical,
            @Nullable String planId,
            String reason) {

        public boolean contains(LocalDate day) {
            return !day.isBefore(from) && (through == null || !day.isAfter(through));
        }
    }

    /** A subscription by its number, the order in which exports first showed it, and its id. */
    public record Member(long number, String subscriptionId) {}

    /** What exports tell of a subscription, and where it belongs on the day. */
    public record Subscription(
            @Nullable String name,
            String state,
            @Nullable LocalDate stateSince,
            LocalDate createdOn,
            boolean absent,
            long accountNo,
            long scopeNo,
            Source source) {}

    /** What exports tell of an account. */
    public record Account(
            String accountId,
            @Nullable String name,
            @Nullable String agreementType,
            @Nullable String status,
            @Nullable LocalDate statusSince,
            @Nullable String program,
            Source source) {}

    /** What exports tell of an agreement, and its verdict on the day. */
    public record Agreement(
            String agreementId,
            @Nullable String status,
            @Nullable LocalDate from,
            @Nullable LocalDate through,
            @Nullable String supportLevel,
            @Nullable String orderStatus,
            @Nullable String verdict,
            @Nullable LocalDate due,
            Source source) {}

    /** A plan of the scope, and its term on the day or the last one before. */
    public record Plan(
            String planId,
            String tier,
            String status,
            LocalDate start,
            @Nullable LocalDate coveredThrough,
            @Nullable LocalDate endingOn,
            @Nullable String endingOutcome,
            @Nullable String hold,
            @Nullable Term term,
            Source source) {}

    /** A term of a plan. */
    public record Term(int number, LocalDate from, LocalDate through, String outcome) {}

    /**
     * Subscriptions that a word may mean, the best first: those whose id begins with it where it can be nothing else, the
     * very one where there is, else all with the word in their id or name, which takes long where there are very many.
     */
    public List<Match> meant(String word, int most) {
        if (ID_DIGITS.matcher(word).matches()) {
            List<Match> begin = begin(word.toLowerCase(Locale.ROOT), most);
            if (!begin.isEmpty()) {
                return begin;
            }
        }
        List<Match> exact = begin(word, 1);
        return exact.size() == 1 && exact.get(0).rank() == 1 ? exact : find(word, most);
    }

    private List<Match> find(String word, int most) {
        return sql.list("subscription_fact-find", Map.of("word", word, "most", most), (r, i) -> match(r));
    }

    /** Found by the key. */
    private List<Match> begin(String word, int most) {
        return sql.list(
                "subscription_fact-begin",
                Map.of("word", word, "after", word + Columns.LAST, "most", most),
                (r, i) -> match(r));
    }

    private static Match match(ResultSet r) throws SQLException {
        return new Match(
                Columns.text(r, "subscription_id"),
                r.getString("display_name"),
                new Holder(Columns.text(r, "account_id"), r.getString("account_name")),
                r.getInt("rank"),
                r.getLong("all_of_them"));
    }

    /** Whether the word is the id of a support plan, which is no subscription that can be covered. */
    public boolean isPlan(String word) {
        return sql.first("plan_fact-find", Map.of("word", word), (r, i) -> true).isPresent();
    }

    public List<Interval> intervals(String subscriptionId) {
        return sql.list(
                "entitlement-read",
                Map.of("subscription", subscriptionId),
                (r, i) -> new Interval(
                        Columns.date(r, "valid_from"),
                        Columns.dateOrNull(r, "valid_through"),
                        Columns.text(r, "tier"),
                        Columns.text(r, "source"),
                        r.getBoolean("technical"),
                        r.getString("plan_id"),
                        Columns.text(r, "reason")));
    }

    public Subscription subscription(String subscriptionId, LocalDate on) {
        Map<String, Object> parameters = day(on);
        parameters.put("subscription", subscriptionId);
        return sql.first(
                        "subscription_fact-told",
                        parameters,
                        (r, i) -> new Subscription(
                                r.getString("display_name"),
                                Columns.text(r, "state"),
                                Columns.dateOrNull(r, "state_since"),
                                Columns.date(r, "created_on"),
                                r.getBoolean("absent"),
                                r.getLong("account_no"),
                                r.getLong("scope_no"),
                                source(r)))
                .orElseThrow();
    }

    public Account account(long accountNo, LocalDate on) {
        Map<String, Object> parameters = day(on);
        parameters.put("scope", accountNo);
        return sql.first(
                        "scope-told-account",
                        parameters,
                        (r, i) -> new Account(
                                Columns.text(r, "scope_id"),
                                r.getString("display_name"),
                                r.getString("agreement_type"),
                                r.getString("status"),
                                Columns.dateOrNull(r, "status_since"),
                                r.getString("program"),
                                source(r)))
                .orElseThrow();
    }

    /** Empty when the scope is an account. */
    public Optional<Agreement> agreement(long scopeNo, LocalDate on) {
        Map<String, Object> parameters = day(on);
        parameters.put("scope", scopeNo);
        return sql.first(
                "scope-told-agreement",
                parameters,
                (r, i) -> new Agreement(
                        Columns.text(r, "scope_id"),
                        r.getString("status"),
                        Columns.dateOrNull(r, "start_date"),
                        Columns.dateOrNull(r, "end_date"),
                        r.getString("support_level"),
                        r.getString("order_status"),
                        r.getString("verdict"),
                        Columns.dateOrNull(r, "due_on"),
                        source(r)));
    }

    /** The plans of a scope: the covering one first, then the latest; at most four. */
    public List<Plan> plans(long scopeNo, LocalDate on, @Nullable String covering) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("scope", scopeNo);
        parameters.put("on", on);
        parameters.put("plan", covering);
        return sql.list(
                "plan_state-told",
                parameters,
                (r, i) -> new Plan(
                        Columns.text(r, "plan_id"),
                        Columns.text(r, "tier"),
                        Columns.text(r, "status"),
                        Columns.date(r, "start_on"),
                        Columns.dateOrNull(r, "covered_through"),
                        Columns.dateOrNull(r, "ending_on"),
                        r.getString("ending_outcome"),
                        r.getString("hold"),
                        term(r),
                        source(r)));
    }

    /**
     * The subscriptions that are or ever were in some scopes, so many at a time.
     *
     * @param scopes agreements, and accounts
     * @param everything whether the subscriptions of an account that are in agreements are wanted, too
     * @param after the number of the last one of the time before, 0 at first
     */
    public List<Member> within(Collection<Long> scopes, boolean everything, long after, int most) {
        return sql.list(
                "subscription_fact-within",
                Map.of("scopes", scopes.toArray(Long[]::new), "everything", everything, "after", after, "most", most),
                (r, i) -> new Member(r.getLong("subscription_no"), Columns.text(r, "subscription_id")));
    }

    private static @Nullable Term term(ResultSet r) throws SQLException {
        LocalDate from = Columns.dateOrNull(r, "service_from");
        return from == null
                ? null
                : new Term(r.getInt("term"), from, Columns.date(r, "service_through"), Columns.text(r, "outcome"));
    }

    private static Source source(ResultSet r) throws SQLException {
        String file = r.getString("file");
        return new Source(file, file == null ? null : r.getInt("line"));
    }

    private Map<String, Object> day(LocalDate on) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("on", on);
        parameters.put(
                "day_end",
                OffsetDateTime.ofInstant(on.plusDays(1).atStartOfDay(zone).toInstant(), java.time.ZoneOffset.UTC));
        return parameters;
    }
}
