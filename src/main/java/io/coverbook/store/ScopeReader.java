package io.coverbook.store;

import io.coverbook.plan.Ruling;
import io.coverbook.reconcile.Population;
import io.coverbook.reconcile.ScopeRule;
import io.coverbook.reconcile.ScopesTogether;
import io.coverbook.reconcile.ScopesTogether.Asked;
import io.coverbook.renewal.ScopeFacts;
import io.coverbook.store.ScopeBinder.AgreementLine;
import io.coverbook.store.ScopeBinder.Lines;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the facts of a slice scope by scope, asks the rules, and stages their answers. Holds one customer at a time. */
final class ScopeReader {

    private final Connection connection;
    private final ScopeRule rule;
    private final DecisionStage stage;
    private final ScopeBinder binder;
    private final Map<String, Object> slice;
    private final LocalDate asOf;
    private final boolean told;

    /** @param told whether exports tell nothing of days after that of the run, so that it can be said what rests */
    ScopeReader(Connection connection, DecisionStore.Basis basis, ScopeSlice slice, DecisionStage stage, boolean told)
            throws SQLException {
        this.asOf = basis.asOf();
        this.told = told;
        this.connection = connection;
        this.slice = slice.parameters();
        this.rule = new ScopeRule(basis.prices(), basis.denied().markets(), basis.policies(), basis.asOf());
        this.stage = stage;
        this.binder =
                new ScopeBinder(basis.policies(), basis.asOf(), basis.denied().upgrades(), rulings(connection));
    }

    /** Every billing account, known or only named. */
    void accounts() throws SQLException {
        ScopeStream accounts = stream("account-version-read");
        ScopeStream plans = stream("plan-version-read-of-account");
        ScopeStream payments = stream("payment-read-of-account");
        ScopeStream population = stream("population-read-of-account");
        while (accounts.more()) {
            long scope = accounts.scope();
            Lines lines = new Lines(
                    List.of(),
                    accounts.take(scope, ScopeBinder::accountLine),
                    plans.take(scope, ScopeBinder::planLine),
                    payments.take(scope, ScopeBinder::paymentLine));
            Map<String, BitSet> recorded = new HashMap<>();
            ScopeFacts facts = binder.account(lines, recorded);
            decide(List.of(new Held(scope, new Asked(facts, population(population, scope), recorded))), null);
            stage.standing(scope, facts.account());
        }
    }

    /** A scope and what was read of it, while the others are read that are decided with it. */
    private record Held(long scope, Asked asked) {}

    /** Every agreement, those of one customer together: a plan on one is the reason why the others have none (R77). */
    void agreements() throws SQLException {
        ScopeStream agreements = stream("agreement-version-read");
        ScopeStream accounts = stream("account-version-read-of-agreement");
        ScopeStream plans = stream("plan-version-read-of-agreement");
        ScopeStream payments = stream("payment-read-of-agreement");
        ScopeStream population = stream("population-read-of-agreement");
        List<Held> customer = new ArrayList<>();
        String current = "";
        while (agreements.more()) {
            long scope = agreements.scope();
            List<AgreementLine> told = agreements.take(scope, ScopeBinder::agreementLine);
            if (!told.get(0).customer().equals(current)) {
                decide(customer, current);
                customer.clear();
                current = told.get(0).customer();
            }
            Lines lines = new Lines(
                    told,
                    accounts.take(scope, ScopeBinder::accountLine),
                    plans.take(scope, ScopeBinder::planLine),
                    payments.take(scope, ScopeBinder::paymentLine));
            Map<String, BitSet> recorded = new HashMap<>();
            ScopeFacts facts = binder.agreement(lines, recorded);
            customer.add(new Held(scope, new Asked(facts, population(population, scope), recorded)));
        }
        decide(customer, current);
    }

    private static Population population(ScopeStream population, long scope) throws SQLException {
        return population.take(scope, Readings::population).stream().findFirst().orElse(Population.NOBODY);
    }

    private ScopeStream stream(String statement) throws SQLException {
        return new ScopeStream(connection, statement, slice);
    }

    private void decide(List<Held> together, @Nullable String customer) throws SQLException {
        ScopesTogether scopes =
                new ScopesTogether(rule, together.stream().map(Held::asked).toList());
        LocalDate through = told ? scopes.restThrough() : asOf;
        for (int i = 0; i < together.size(); i++) {
            stage.add(together.get(i).scope(), scopes.decisions().get(i));
            stage.rest(together.get(i).scope(), through, customer);
        }
    }

    /** As many as people could write by hand: read whole. */
    private static Map<String, List<Ruling>> rulings(Connection connection) throws SQLException {
        Map<String, List<Ruling>> all = new HashMap<>();
        try (ResultSet r = Statements.stream(connection, "ruling-read")) {
            while (r.next()) {
                all.computeIfAbsent(Columns.text(r, "plan_id"), id -> new ArrayList<>(1))
                        .add(Readings.ruling(r));
            }
        }
        return all;
    }
}
