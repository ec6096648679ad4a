package io.coverbook.store;

import io.coverbook.entitlement.SubscriptionVersion;
import io.coverbook.plan.AccountVersion;
import io.coverbook.plan.AgreementVersion;
import io.coverbook.plan.PaymentEvent;
import io.coverbook.plan.PlanId;
import io.coverbook.plan.PlanVersion;
import io.coverbook.plan.Policies;
import io.coverbook.plan.Ruling;
import io.coverbook.renewal.ScopeFacts;
import io.coverbook.store.CoverStore.Source;
import io.coverbook.store.ScopeBinder.AccountLine;
import io.coverbook.store.ScopeBinder.AgreementLine;
import io.coverbook.store.ScopeBinder.Lines;
import io.coverbook.store.ScopeBinder.PaymentLine;
import io.coverbook.store.ScopeBinder.PlanLine;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The facts as they were known at some time (L20): of every object the versions that the imports known by then told, put
 * together for the rules, each with the line it was read from. Facts are only ever added, so what was known once can
 * always be told again.
 */
public final class KnownStore {

    private final Statements sql;

    public KnownStore(Database database) {
        this.sql = database.statements();
    }

    /**
     * What was known.
     *
     * @param asOf the day after which nobody knew yet whether a renewal would be paid (E8)
     * @param before exports of this instant and later were not known
     * @param lastRun imports of later runs were not known
     * @param ruledBefore what people decided at this instant and later was not known
     * @param upgradeDenied the countries in which an agreement cannot be upgraded (R75)
     */
    public record Known(
            LocalDate asOf,
            Instant before,
            long lastRun,
            Instant ruledBefore,
            Policies policies,
            Set<String> upgradeDenied) {}

    /** What one line of an export told, and the name it gave. */
    public record Evidence<V>(V told, @Nullable String name, Source source) {}

    /** One account or agreement with its plans; {@code facts} is what the rules ask about, the rest where it was read. */
    public record KnownScope(
            long scopeNo,
            ScopeFacts facts,
            String customer,
            List<Evidence<AccountVersion>> account,
            List<Evidence<AgreementVersion>> agreement,
            Map<String, List<Evidence<PlanVersion>>> plans,
            Map<String, List<Evidence<PaymentEvent>>> payments) {}

    /** What a line told of a subscription, with the numbers of its account and of the scope it puts it in. */
    public record SubscriptionTold(SubscriptionVersion version, long accountNo, long homeNo) {}

    private record AgreementRead(
            long scope,
            String id,
            @Nullable Long accountNo,
            @Nullable String accountId,
            @Nullable String customer,
            @Nullable Evidence<AgreementVersion> evidence) {}

    private record AccountRead(
            long scope, String id, @Nullable Evidence<AccountVersion> evidence) {}

    private record PlanRead(long scope, String id, Evidence<PlanVersion> evidence) {}

    /** What was read for several scopes. */
    private record Shelf(
            Map<Long, List<AgreementRead>> agreements,
            Map<Long, List<AccountRead>> accounts,
            Map<Long, List<PlanRead>> plans,
            Map<String, List<Evidence<PaymentEvent>>> payments,
            Set<String> charged) {}

    /** A run that decided cover: the day it was for, and its policies, one {@code key=value} a line. */
    public record CoverRun(long runId, LocalDate asOf, Instant startedAt, String policies) {}

    /**
     * The run that closed a month.
     *
     * @param newest the newest export that it knew
     */
    public record Closing(CoverRun run, LocalDate closedOn, Instant newest) {}

    /** The last run that decided cover: the entitlement table is its work. */
    public Optional<CoverRun> covering() {
        return sql.first("run-covering", Map.of(), (r, i) -> coverRun(r));
    }

    /** How a month was closed; empty while it is open. */
    public Optional<Closing> closing(YearMonth month) {
        return sql.first(
                "month_close-run",
                Map.of("month", Date.valueOf(month.atDay(1))),
                (r, i) -> new Closing(coverRun(r), Columns.date(r, "closed_on"), Columns.instant(r, "newest")));
    }

    private static CoverRun coverRun(ResultSet r) throws SQLException {
        return new CoverRun(
                r.getLong("run_id"),
                Columns.date(r, "as_of"),
                Columns.instant(r, "started_at"),
                Columns.text(r, "policies"));
    }

    /** The oldest export there is; empty when none was imported. */
    public Optional<Instant> firstExport() {
        return sql.list("import_file-first", Map.of(), (r, i) -> Optional.ofNullable(Columns.instantOrNull(r, "first")))
                .get(0);
    }

    /** Every line known of some subscriptions, by subscription, in order of export; none for one not known by then. */
    public Map<String, List<Evidence<SubscriptionTold>>> subscriptions(Collection<String> ids, Known known) {
        Map<String, Object> parameters = parameters(known);
        parameters.put("subscriptions", ids.toArray(String[]::new));
        Map<String, List<Evidence<SubscriptionTold>>> all = new TreeMap<>();
        sql.list("subscription-version-known", parameters, (r, i) -> all.computeIfAbsent(
                        Columns.text(r, "subscription_id"), id -> new ArrayList<>(1))
                .add(new Evidence<>(told(r, known.policies()), r.getString("display_name"), source(r))));
        return all;
    }

    private static SubscriptionTold told(ResultSet r, Policies policies) throws SQLException {
        SubscriptionVersion version = Readings.subscription(r, policies);
        long account = r.getLong("account_no");
        long agreement = r.getLong("ea_no");
        return new SubscriptionTold(version, account, r.wasNull() ? account : agreement);
    }

    /** The agreements that may have been the customer's at some time: which were, their own facts tell. */
    public Set<Long> agreementsOf(String customer) {
        return new LinkedHashSet<>(
                sql.list("agreement-customer-siblings", Map.of("customer", customer), (r, i) -> r.getLong(1)));
    }

    /** What was known of some scopes, by number. Each gets an answer, if only that nothing was known of it. */
    public Map<Long, KnownScope> scopes(Collection<Long> numbers, Known known) {
        Shelf shelf = shelf(numbers, known);
        ScopeBinder binder = new ScopeBinder(
                known.policies(),
                known.asOf(),
                known.upgradeDenied(),
                rulings(shelf.payments().keySet(), known));
        Map<Long, KnownScope> scopes = new LinkedHashMap<>();
        numbers.forEach(number -> scopes.put(number, bind(number, shelf, binder)));
        return scopes;
    }

    private Shelf shelf(Collection<Long> numbers, Known known) {
        Map<Long, List<AgreementRead>> agreements = agreements(numbers, known);
        Set<Long> accountNos = new LinkedHashSet<>(numbers);
        Set<String> planIds = new LinkedHashSet<>();
        for (List<AgreementRead> told : agreements.values()) {
            Long account = last(told).accountNo();
            if (account != null) {
                accountNos.add(account);
            }
            planIds.add(PlanId.ofAgreement(told.get(0).id()).value());
        }
        Set<String> charged = charged(planIds, known);
        Map<Long, List<PlanRead>> plans = plans(numbers, known);
        plans.values().forEach(list -> list.forEach(read -> planIds.add(read.id())));
        return new Shelf(agreements, accounts(accountNos, known), plans, payments(planIds, known), charged);
    }

    private static KnownScope bind(long number, Shelf shelf, ScopeBinder binder) {
        List<AgreementRead> agreement = shelf.agreements().getOrDefault(number, List.of());
        Long billing =
                agreement.isEmpty() ? Long.valueOf(number) : last(agreement).accountNo();
        List<AccountRead> account =
                billing == null ? List.of() : shelf.accounts().getOrDefault(billing, List.of());
        String customer = customer(agreement, account);
        Map<String, List<Evidence<PlanVersion>>> plans = new LinkedHashMap<>();
        Map<String, List<Evidence<PaymentEvent>>> payments = new LinkedHashMap<>();
        List<PlanLine> planLines = new ArrayList<>();
        for (PlanRead read : shelf.plans().getOrDefault(number, List.of())) {
            plans.computeIfAbsent(read.id(), id -> new ArrayList<>(1)).add(read.evidence());
            planLines.add(new PlanLine(read.id(), new BitSet(), read.evidence().told()));
        }
        Set<String> ids = new LinkedHashSet<>(plans.keySet());
        agreement.forEach(read -> ids.add(PlanId.ofAgreement(read.id()).value()));
        List<PaymentLine> paymentLines = new ArrayList<>();
        for (String id : ids) {
            List<Evidence<PaymentEvent>> events = shelf.payments().getOrDefault(id, List.of());
            payments.put(id, events);
            events.forEach(event -> paymentLines.add(new PaymentLine(id, event.told())));
        }
        Lines lines = new Lines(
                agreement.stream().map(read -> line(read, customer, shelf)).toList(),
                account.stream()
                        .map(read -> new AccountLine(read.id(), told(read.evidence())))
                        .toList(),
                planLines,
                paymentLines);
        return new KnownScope(
                number,
                agreement.isEmpty() ? binder.account(lines, new HashMap<>()) : binder.agreement(lines, new HashMap<>()),
                customer,
                account.stream()
                        .map(AccountRead::evidence)
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList(),
                agreement.stream()
                        .map(AgreementRead::evidence)
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList(),
                plans,
                payments);
    }

    private static AgreementLine line(AgreementRead read, String customer, Shelf shelf) {
        String plan = PlanId.ofAgreement(read.id()).value();
        return new AgreementLine(
                read.id(),
                customer,
                read.accountId(),
                null,
                new BitSet(),
                shelf.charged().contains(plan),
                told(read.evidence()));
    }

    /** The customer of an agreement: as its newest row says, else its account's, else the account itself (CONTRACT 2.3). */
    private static String customer(List<AgreementRead> agreement, List<AccountRead> account) {
        String own = agreement.isEmpty() ? null : last(agreement).customer();
        if (own != null) {
            return own;
        }
        if (account.isEmpty()) {
            return agreement.get(0).id();
        }
        AccountVersion newest = told(last(account).evidence());
        return newest == null ? last(account).id() : newest.customerId();
    }

    private static <V> @Nullable V told(@Nullable Evidence<V> evidence) {
        return evidence == null ? null : evidence.told();
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }

    private Map<Long, List<AgreementRead>> agreements(Collection<Long> numbers, Known known) {
        Map<Long, List<AgreementRead>> all = new LinkedHashMap<>();
        sql.list("agreement-version-known", scopes(numbers, parameters(known)), (r, i) -> {
            AgreementVersion version = Readings.agreement(r);
            AgreementRead read = new AgreementRead(
                    r.getLong("scope_no"),
                    Columns.text(r, "scope_id"),
                    r.getObject("account_no", Long.class),
                    r.getString("account_id"),
                    r.getString("own_customer"),
                    version == null ? null : new Evidence<>(version, null, source(r)));
            return all.computeIfAbsent(read.scope(), no -> new ArrayList<>(1)).add(read);
        });
        return all;
    }

    private Map<Long, List<AccountRead>> accounts(Collection<Long> numbers, Known known) {
        Map<Long, List<AccountRead>> all = new LinkedHashMap<>();
        sql.list("account-version-known", scopes(numbers, parameters(known)), (r, i) -> {
            AccountVersion version = Readings.account(r);
            AccountRead read = new AccountRead(
                    r.getLong("scope_no"),
                    Columns.text(r, "scope_id"),
                    version == null ? null : new Evidence<>(version, r.getString("display_name"), source(r)));
            return all.computeIfAbsent(read.scope(), no -> new ArrayList<>(1)).add(read);
        });
        return all;
    }

    /** The plans of some scopes by scope: where its newest known row puts each (A5). */
    private Map<Long, List<PlanRead>> plans(Collection<Long> numbers, Known known) {
        Map<String, List<PlanRead>> byPlan = new LinkedHashMap<>();
        sql.list("plan-version-known", scopes(numbers, parameters(known)), (r, i) -> {
            PlanRead read = new PlanRead(
                    r.getLong("scope_no"),
                    Columns.text(r, "plan_id"),
                    new Evidence<>(Readings.plan(r), null, source(r)));
            return byPlan.computeIfAbsent(read.id(), id -> new ArrayList<>(1)).add(read);
        });
        Map<Long, List<PlanRead>> all = new HashMap<>();
        byPlan.values().forEach(versions -> all.computeIfAbsent(last(versions).scope(), no -> new ArrayList<>(1))
                .addAll(versions));
        return all;
    }

    /** The payments by plan; every plan has an entry. */
    private Map<String, List<Evidence<PaymentEvent>>> payments(Set<String> plans, Known known) {
        Map<String, List<Evidence<PaymentEvent>>> all = new LinkedHashMap<>();
        plans.forEach(plan -> all.put(plan, new ArrayList<>(0)));
        Map<String, Object> parameters = parameters(known);
        parameters.put("plans", plans.toArray(String[]::new));
        sql.list("payment-known", parameters, (r, i) -> {
            PaymentLine line = ScopeBinder.paymentLine(r);
            return Objects.requireNonNull(all.get(line.plan())).add(new Evidence<>(line.event(), null, source(r)));
        });
        return all;
    }

    private Map<String, List<Ruling>> rulings(Set<String> plans, Known known) {
        Map<String, List<Ruling>> all = new HashMap<>();
        Map<String, Object> parameters = Map.of(
                "plans", plans.toArray(String[]::new),
                "ruled", known.ruledBefore().atOffset(ZoneOffset.UTC));
        sql.list("ruling-known", parameters, (r, i) -> all.computeIfAbsent(
                        Columns.text(r, "plan_id"), id -> new ArrayList<>(1))
                .add(Readings.ruling(r)));
        return all;
    }

    /** Those of some plans that were charged by the day it was known (B10). */
    private Set<String> charged(Set<String> plans, Known known) {
        Map<String, Object> parameters =
                Map.of("plans", plans.toArray(String[]::new), "on", Date.valueOf(known.asOf()));
        return new LinkedHashSet<>(sql.list("charge-known-plans", parameters, (r, i) -> Columns.text(r, "plan_id")));
    }

    private static Map<String, Object> scopes(Collection<Long> numbers, Map<String, Object> parameters) {
        parameters.put("scopes", numbers.toArray(Long[]::new));
        return parameters;
    }

    private static Map<String, Object> parameters(Known known) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("before", known.before().atOffset(ZoneOffset.UTC));
        parameters.put("run", known.lastRun());
        return parameters;
    }

    /** A row that is missing from an export has no line there. */
    private static Source source(ResultSet r) throws SQLException {
        int line = r.getInt("line");
        return new Source(Columns.text(r, "file"), line == 0 ? null : line);
    }
}
