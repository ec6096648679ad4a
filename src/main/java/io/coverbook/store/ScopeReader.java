package io.coverbook.store;

import io.coverbook.calendar.DaySet;
import io.coverbook.calendar.Span;
import io.coverbook.entitlement.ScopeCover;
import io.coverbook.plan.Account;
import io.coverbook.plan.AccountHistory;
import io.coverbook.plan.AccountVersion;
import io.coverbook.plan.Agreement;
import io.coverbook.plan.AgreementHistory;
import io.coverbook.plan.AgreementPlan;
import io.coverbook.plan.AgreementVersion;
import io.coverbook.plan.PaymentEvent;
import io.coverbook.plan.PaymentResult;
import io.coverbook.plan.PlanHistory;
import io.coverbook.plan.PlanId;
import io.coverbook.plan.PlanVersion;
import io.coverbook.plan.Policies;
import io.coverbook.plan.Ruling;
import io.coverbook.plan.Scope;
import io.coverbook.plan.SupportPlan;
import io.coverbook.reconcile.Population;
import io.coverbook.reconcile.ScopeRule;
import io.coverbook.renewal.PlanLife;
import io.coverbook.renewal.ScopeFacts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the facts scope by scope, asks the rules, and stages their answers. Holds one customer at a time. */
final class ScopeReader {

    private final Connection connection;
    private final ScopeRule rule;
    private final DecisionStore.Basis basis;
    private final DecisionStage stage;
    private final Policies policies;
    private final Map<String, List<Ruling>> rulings;

    ScopeReader(Connection connection, ScopeRule rule, DecisionStore.Basis basis, DecisionStage stage)
            throws SQLException {
        this.connection = connection;
        this.rule = rule;
        this.basis = basis;
        this.stage = stage;
        this.policies = basis.policies();
        this.rulings = rulings(connection);
    }

    private record AccountLine(String id, @Nullable AccountVersion version) {}

    private record PlanLine(String id, int charges, PlanVersion version) {}

    private record PaymentLine(String plan, PaymentEvent event) {}

    private record AgreementLine(
            String id,
            String customer,
            @Nullable String accountId,
            @Nullable String partnerEMail,
            int charges,
            boolean charged,
            @Nullable AgreementVersion version) {}

    /** Every billing account, known or only named. */
    void accounts() throws SQLException {
        ScopeStream accounts = new ScopeStream(connection, "account-version-read");
        ScopeStream plans = new ScopeStream(connection, "plan-version-read-of-account");
        ScopeStream payments = new ScopeStream(connection, "payment-read-of-account");
        ScopeStream population = new ScopeStream(connection, "population-read-of-account");
        while (accounts.more()) {
            long scope = accounts.scope();
            Account account = account(accounts.take(scope, ScopeReader::accountLine));
            Map<String, Integer> recorded = new HashMap<>();
            List<SupportPlan> own =
                    plans(Scope.account(account.id()), plans.take(scope, ScopeReader::planLine), recorded);
            ScopeFacts facts = paid(
                    new ScopeFacts(Scope.account(account.id()), account, null, null, own, true),
                    payments.take(scope, ScopeReader::paymentLine));
            Population subscriptions = population.take(scope, Readings::population).stream()
                    .findFirst()
                    .orElse(Population.NOBODY);
            List<PlanLife> lives = rule.lives(facts);
            stage.add(scope, rule.decide(new ScopeRule.Facts(facts, subscriptions, DaySet.NONE, recorded), lives));
            stage.standing(scope, account);
        }
    }

    /** An agreement and what was read of it, while the other agreements of its customer are read. */
    private record Held(
            long scope, ScopeFacts facts, List<PlanLife> lives, Population population, Map<String, Integer> recorded) {}

    /** Every agreement, those of one customer together: a plan on one is the reason why the others have none (R77). */
    void agreements() throws SQLException {
        ScopeStream agreements = new ScopeStream(connection, "agreement-version-read");
        ScopeStream accounts = new ScopeStream(connection, "account-version-read-of-agreement");
        ScopeStream plans = new ScopeStream(connection, "plan-version-read-of-agreement");
        ScopeStream payments = new ScopeStream(connection, "payment-read-of-agreement");
        ScopeStream population = new ScopeStream(connection, "population-read-of-agreement");
        List<Held> customer = new ArrayList<>();
        String current = "";
        while (agreements.more()) {
            long scope = agreements.scope();
            List<AgreementLine> lines = agreements.take(scope, ScopeReader::agreementLine);
            if (!lines.get(0).customer().equals(current)) {
                decide(customer);
                customer.clear();
                current = lines.get(0).customer();
            }
            Map<String, Integer> recorded = new HashMap<>();
            ScopeFacts facts = paid(
                    facts(
                            lines,
                            accounts.take(scope, ScopeReader::accountLine),
                            plans.take(scope, ScopeReader::planLine),
                            recorded),
                    payments.take(scope, ScopeReader::paymentLine));
            Population subscriptions = population.take(scope, Readings::population).stream()
                    .findFirst()
                    .orElse(Population.NOBODY);
            customer.add(new Held(scope, facts, rule.lives(facts), subscriptions, recorded));
        }
        decide(customer);
    }

    private void decide(List<Held> customer) throws SQLException {
        DaySet covered = DaySet.NONE;
        if (customer.size() > 1) {
            List<Span> all = new ArrayList<>();
            customer.forEach(
                    held -> all.addAll(ScopeCover.coveredDays(held.lives()).spans()));
            covered = DaySet.of(all);
        }
        for (Held held : customer) {
            stage.add(
                    held.scope(),
                    rule.decide(
                            new ScopeRule.Facts(held.facts(), held.population(), covered, held.recorded()),
                            held.lives()));
        }
    }

    private ScopeFacts facts(
            List<AgreementLine> lines,
            List<AccountLine> accountLines,
            List<PlanLine> planLines,
            Map<String, Integer> recorded) {
        AgreementLine line = lines.get(0);
        Scope scope = Scope.agreement(line.id());
        List<AgreementVersion> versions = lines.stream()
                .map(AgreementLine::version)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        String accountId = line.accountId() == null ? line.id() : line.accountId();
        Account account = accountLines.isEmpty() ? Account.unknown(accountId) : account(accountLines);
        Agreement agreement = versions.isEmpty()
                ? Agreement.unknown(line.id())
                : AgreementHistory.of(line.id(), line.customer(), versions, policies);
        List<SupportPlan> plans = new ArrayList<>(plans(scope, planLines, recorded));
        List<SupportPlan> own = AgreementPlan.of(line.id(), versions, policies);
        if (!own.isEmpty() && stands(own.get(0), plans, line.charged())) {
            own.forEach(period -> plans.add(ruled(period)));
            recorded.put(own.get(0).id().value(), line.charges());
        }
        String country = agreement.country() == null ? account.country().on(basis.asOf()) : agreement.country();
        return new ScopeFacts(
                scope,
                account,
                agreement,
                line.partnerEMail(),
                plans,
                !basis.denied().upgrades().contains(country));
    }

    /** The agreement's own row is a plan while no linked row is known, or was charged and began earlier (B10). */
    private static boolean stands(SupportPlan own, List<SupportPlan> linked, boolean charged) {
        return linked.isEmpty()
                || (charged && linked.stream().allMatch(plan -> own.start().isBefore(plan.start())));
    }

    /** The plan with what people decided about it. */
    private SupportPlan ruled(SupportPlan plan) {
        List<Ruling> decided = rulings.get(plan.id().value());
        return decided == null ? plan : plan.with(plan.payments(), decided);
    }

    /** As many as people could write by hand: read whole. */
    private static Map<String, List<Ruling>> rulings(Connection connection) throws SQLException {
        Map<String, List<Ruling>> all = new HashMap<>();
        try (ResultSet r = Statements.stream(connection, "ruling-read")) {
            while (r.next()) {
                Ruling.Kind kind = Columns.code(r, "kind", Ruling.Kind.class);
                all.computeIfAbsent(Columns.text(r, "plan_id"), id -> new ArrayList<>(1))
                        .add(new Ruling(kind, Columns.text(r, "code"), Columns.instant(r, "at")));
            }
        }
        return all;
    }

    private Account account(List<AccountLine> lines) {
        List<AccountVersion> versions = lines.stream()
                .map(AccountLine::version)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        String id = lines.get(0).id();
        return versions.isEmpty() ? Account.unknown(id) : AccountHistory.of(id, versions, policies);
    }

    private List<SupportPlan> plans(Scope scope, List<PlanLine> lines, Map<String, Integer> recorded) {
        List<SupportPlan> plans = new ArrayList<>(1);
        for (int from = 0; from < lines.size(); ) {
            String id = lines.get(from).id();
            int until = from;
            while (until < lines.size() && lines.get(until).id().equals(id)) {
                until++;
            }
            List<PlanVersion> versions =
                    lines.subList(from, until).stream().map(PlanLine::version).toList();
            plans.add(ruled(PlanHistory.of(new PlanId(id), scope, versions, policies)));
            recorded.put(id, lines.get(from).charges());
            from = until;
        }
        return plans;
    }

    private static ScopeFacts paid(ScopeFacts facts, List<PaymentLine> lines) {
        return lines.isEmpty()
                ? facts
                : new ScopeFacts(
                        facts.scope(),
                        facts.account(),
                        facts.agreement(),
                        facts.partnerEMail(),
                        paid(facts.plans(), lines),
                        facts.upgradeOffered());
    }

    /** Every plan with the attempts to collect its money, in order of time. */
    private static List<SupportPlan> paid(List<SupportPlan> plans, List<PaymentLine> lines) {
        return plans.stream()
                .map(plan -> plan.with(
                        lines.stream()
                                .filter(line -> line.plan().equals(plan.id().value()))
                                .map(PaymentLine::event)
                                .toList(),
                        plan.rulings()))
                .toList();
    }

    private static PaymentLine paymentLine(ResultSet r) throws SQLException {
        return new PaymentLine(
                Columns.text(r, "plan_id"),
                new PaymentEvent(Columns.instant(r, "at"), Columns.code(r, "result", PaymentResult.class)));
    }

    private static AccountLine accountLine(ResultSet r) throws SQLException {
        return new AccountLine(Columns.text(r, "scope_id"), Readings.account(r));
    }

    private static PlanLine planLine(ResultSet r) throws SQLException {
        return new PlanLine(Columns.text(r, "plan_id"), r.getInt("charges"), Readings.plan(r));
    }

    private static AgreementLine agreementLine(ResultSet r) throws SQLException {
        return new AgreementLine(
                Columns.text(r, "scope_id"),
                Columns.text(r, "customer_id"),
                r.getString("account_id"),
                r.getString("partner_e_mail"),
                r.getInt("charges"),
                r.getBoolean("charged"),
                Readings.agreement(r));
    }
}
