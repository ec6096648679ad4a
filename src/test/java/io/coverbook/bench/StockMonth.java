package io.coverbook.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the stock way decides of a month: a first charge a plan and who is covered since when, far simpler than the rules. */
final class StockMonth {

    static final List<String> TABLES = List.of(
            "create table charges (plan_id text collate \"C\", term int, service_from date, service_through date,"
                    + " tier text, amount numeric, currency text, primary key (plan_id, term))",
            "create table entitlements (subscription_id text collate \"C\", valid_from date, valid_through date,"
                    + " tier text, source text, technical_support boolean, max_severity text, plan_id text,"
                    + " reason text, primary key (subscription_id, valid_from))");

    static final String INSERT_CHARGE = "insert into charges values (?, 0, ?, ?, ?, ?, ?)";
    static final String INSERT_INTERVAL = "insert into entitlements values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    static final String PLANS = """
            select subscription_id, plan_tier, purchased_at::date, null as currency, billing_account_id
            from subscriptions where product_category = 'AZURE_SUPPORT'
            union all
            select 'EA:' || ea_id, support_level, support_coverage_start, null, billing_account_id
            from enterprise_agreements where support_level <> 'NONE'
            """;
    static final String JOINED_CHARGES =
            "select p.subscription_id, p.plan_tier, p.purchased_at, a.currency, p.billing_account_id from (" + PLANS
                    + ") p join billing_accounts a using (billing_account_id)";

    static final String SUBSCRIPTIONS = """
            select subscription_id, created_on, billing_account_id, ea_id, null as plan_id, null as tier,
                null::date as begins, null::date as ends
            from subscriptions where product_category <> 'AZURE_SUPPORT'
            """;
    static final String JOINED_COVER = """
            select u.subscription_id, u.created_on, u.billing_account_id, u.ea_id,
                coalesce(p.subscription_id, 'EA:' || e.ea_id) as plan_id, coalesce(p.plan_tier, e.support_level) as tier,
                coalesce(p.purchased_at::date, e.support_coverage_start) as begins, p.cancel_requested_at::date as ends
            from subscriptions u
            left join (
                select distinct on (billing_account_id) * from subscriptions where product_category = 'AZURE_SUPPORT'
                order by billing_account_id, purchased_at
            ) p on p.billing_account_id = u.billing_account_id
            left join enterprise_agreements e on e.ea_id = u.ea_id and e.support_level <> 'NONE'
            where u.product_category <> 'AZURE_SUPPORT'
            """;
    private static final String COVER_OF = """
            select subscription_id, plan_tier, purchased_at::date, cancel_requested_at::date
            from subscriptions where product_category = 'AZURE_SUPPORT' and billing_account_id = ?
            union all
            select 'EA:' || ea_id, support_level, support_coverage_start, null
            from enterprise_agreements where ea_id = ? and support_level <> 'NONE'
            order by 3 limit 1
            """;

    private static final Map<String, BigDecimal> PRICES = Map.of(
            "DEVELOPER", new BigDecimal("29"),
            "STANDARD", new BigDecimal("100"),
            "PROFESSIONAL_DIRECT", new BigDecimal("1000"));
    private static final Map<String, BigDecimal> RATES = Map.of(
            "USD", BigDecimal.ONE,
            "EUR", new BigDecimal("0.92"),
            "GBP", new BigDecimal("0.79"),
            "SEK", new BigDecimal("10.45"));

    private final JdbcTemplate jdbc;

    StockMonth(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A plan, with the currency of its account where the reader joined it. */
    record Plan(
            String id,
            String tier,
            LocalDate from,
            @Nullable String currency,
            String account) {

        static Plan read(ResultSet row, int number) throws SQLException {
            return new Plan(
                    row.getString(1),
                    row.getString(2),
                    row.getObject(3, LocalDate.class),
                    row.getString(4),
                    row.getString(5));
        }
    }

    record Charge(String plan, LocalDate from, LocalDate through, String tier, BigDecimal amount, String currency) {

        void set(PreparedStatement statement) throws SQLException {
            statement.setString(1, plan);
            statement.setObject(2, from);
            statement.setObject(3, through);
            statement.setString(4, tier);
            statement.setBigDecimal(5, amount);
            statement.setString(6, currency);
        }
    }

    /** The plan that covers a subscription. */
    record Cover(
            String plan,
            String tier,
            LocalDate from,
            @Nullable LocalDate cancelled) {

        static Cover read(ResultSet row, int number) throws SQLException {
            return new Cover(
                    row.getString(1),
                    row.getString(2),
                    row.getObject(3, LocalDate.class),
                    row.getObject(4, LocalDate.class));
        }
    }

    /** A usage subscription, with its cover where the reader joined it. */
    record Subscription(
            String id,
            LocalDate created,
            String account,
            @Nullable String agreement,
            @Nullable Cover cover) {

        static Subscription read(ResultSet row, int number) throws SQLException {
            String plan = row.getString(5);
            Cover cover = plan == null
                    ? null
                    : new Cover(
                            plan,
                            row.getString(6),
                            row.getObject(7, LocalDate.class),
                            row.getObject(8, LocalDate.class));
            return new Subscription(
                    row.getString(1), row.getObject(2, LocalDate.class), row.getString(3), row.getString(4), cover);
        }
    }

    record Interval(
            String subscription,
            LocalDate from,
            @Nullable LocalDate through,
            @Nullable Cover cover,
            String reason) {

        void set(PreparedStatement statement) throws SQLException {
            statement.setString(1, subscription);
            statement.setObject(2, from);
            statement.setObject(3, through, Types.DATE);
            statement.setString(4, cover == null ? "BASIC" : cover.tier());
            statement.setString(5, cover == null ? "NONE" : "PLAN");
            statement.setBoolean(6, cover != null);
            statement.setString(7, cover == null ? null : cover.tier().equals("DEVELOPER") ? "C" : "A");
            statement.setString(8, cover == null ? null : cover.plan());
            statement.setString(9, reason);
        }
    }

    static Charge charge(Plan plan) {
        return charge(plan, plan.currency());
    }

    Charge lookedUpCharge(Plan plan) {
        return charge(
                plan,
                jdbc.queryForObject(
                        "select currency from billing_accounts where billing_account_id = ?",
                        String.class,
                        plan.account()));
    }

    private static Charge charge(Plan plan, String currency) {
        BigDecimal amount =
                PRICES.get(plan.tier()).multiply(RATES.get(currency)).setScale(2, RoundingMode.HALF_UP);
        LocalDate through = plan.from().plusMonths(1).minusDays(1);
        return new Charge(plan.id(), plan.from(), through, plan.tier(), amount, currency);
    }

    static List<Interval> intervals(Subscription subscription) {
        return intervals(subscription, subscription.cover());
    }

    List<Interval> lookedUpIntervals(Subscription subscription) {
        List<Cover> found = jdbc.query(COVER_OF, Cover::read, subscription.account(), subscription.agreement());
        return intervals(subscription, found.isEmpty() ? null : found.get(0));
    }

    /** Before the plan, with it, and after the month in which it was cancelled. */
    private static List<Interval> intervals(Subscription subscription, @Nullable Cover cover) {
        LocalDate created = subscription.created();
        if (cover == null) {
            return List.of(new Interval(subscription.id(), created, null, null, "NO_PLAN"));
        }
        List<Interval> intervals = new ArrayList<>();
        LocalDate from = cover.from();
        if (created.isBefore(from)) {
            LocalDate before = from.minusDays(1);
            intervals.add(new Interval(subscription.id(), created, before, null, "NO_PLAN"));
        }
        LocalDate until = cover.cancelled() == null ? null : from.plusMonths(1);
        intervals.add(new Interval(
                subscription.id(),
                created.isBefore(from) ? from : created,
                until == null ? null : until.minusDays(1),
                cover,
                "COVERED_BY_PLAN"));
        if (until != null) {
            intervals.add(new Interval(subscription.id(), until, null, null, "PLAN_ENDED"));
        }
        return intervals;
    }
}
