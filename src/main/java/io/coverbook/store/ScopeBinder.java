package io.coverbook.store;

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
import io.coverbook.renewal.ScopeFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Binds the rows that were read of one scope into the nouns that the rules ask about. */
final class ScopeBinder {

    private final Policies policies;
    private final LocalDate asOf;
    private final Set<String> upgradeDenied;
    private final Map<String, List<Ruling>> rulings;

    /** @param rulings what people decided, by plan */
    ScopeBinder(Policies policies, LocalDate asOf, Set<String> upgradeDenied, Map<String, List<Ruling>> rulings) {
        this.policies = policies;
        this.asOf = asOf;
        this.upgradeDenied = upgradeDenied;
        this.rulings = rulings;
    }

    /** A version of an account; none for an id that no export has shown. */
    record AccountLine(String id, @Nullable AccountVersion version) {}

    /** A version of a plan, and the terms for which the plan has a charge, but for those that the safety bound holds. */
    record PlanLine(String id, BitSet charged, PlanVersion version) {}

    record PaymentLine(String plan, PaymentEvent event) {}

    /**
     * A version of an agreement, with what its newest one says of customer, account and partner, the terms of its own plan
     * that have a charge, but for those that the safety bound holds, and whether there is any charge at all.
     */
    record AgreementLine(
            String id,
            String customer,
            @Nullable String accountId,
            @Nullable String partnerEMail,
            BitSet terms,
            boolean charged,
            @Nullable AgreementVersion version) {}

    /** What was read of one scope; the lines of the account are those of the agreement's billing account, if it has one. */
    record Lines(
            List<AgreementLine> agreement,
            List<AccountLine> account,
            List<PlanLine> plans,
            List<PaymentLine> payments) {}

    static PaymentLine paymentLine(ResultSet r) throws SQLException {
        return new PaymentLine(
                Columns.text(r, "plan_id"),
                new PaymentEvent(Columns.instant(r, "at"), Columns.code(r, "result", PaymentResult.class)));
    }

    static AccountLine accountLine(ResultSet r) throws SQLException {
        return new AccountLine(Columns.text(r, "scope_id"), Readings.account(r));
    }

    static PlanLine planLine(ResultSet r) throws SQLException {
        return new PlanLine(Columns.text(r, "plan_id"), Readings.charged(r), Readings.plan(r));
    }

    static AgreementLine agreementLine(ResultSet r) throws SQLException {
        return new AgreementLine(
                Columns.text(r, "scope_id"),
                Columns.text(r, "customer_id"),
                r.getString("account_id"),
                r.getString("partner_e_mail"),
                Readings.charged(r),
                r.getBoolean("charged"),
                Readings.agreement(r));
    }

    /** An account as a scope; {@code recorded} takes which terms of each plan have a charge. */
    ScopeFacts account(Lines lines, Map<String, BitSet> recorded) {
        Account account = account(lines.account());
        Scope scope = Scope.account(account.id());
        List<SupportPlan> plans = plans(scope, lines.plans(), recorded);
        return new ScopeFacts(scope, account, null, null, paid(plans, lines.payments()), true);
    }

    /** An agreement as a scope; {@code recorded} takes which terms of each plan have a charge. */
    ScopeFacts agreement(Lines lines, Map<String, BitSet> recorded) {
        AgreementLine line = lines.agreement().get(0);
        Scope scope = Scope.agreement(line.id());
        List<AgreementVersion> versions = lines.agreement().stream()
                .map(AgreementLine::version)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        String accountId = line.accountId() == null ? line.id() : line.accountId();
        Account account = lines.account().isEmpty() ? Account.unknown(accountId) : account(lines.account());
        Agreement agreement = versions.isEmpty()
                ? Agreement.unknown(line.id())
                : AgreementHistory.of(line.id(), line.customer(), versions, policies);
        List<SupportPlan> plans = new ArrayList<>(plans(scope, lines.plans(), recorded));
        List<SupportPlan> own = AgreementPlan.of(line.id(), versions, policies);
        if (!own.isEmpty() && stands(own.get(0), plans, line.charged())) {
            own.forEach(period -> plans.add(ruled(period)));
            recorded.put(own.get(0).id().value(), line.terms());
        }
        String country = agreement.country() == null ? account.country().on(asOf) : agreement.country();
        return new ScopeFacts(
                scope,
                account,
                agreement,
                line.partnerEMail(),
                paid(plans, lines.payments()),
                !upgradeDenied.contains(country));
    }

    /** The agreement's own row is a plan while no linked row is known, or was charged and began earlier (B10). */
    private static boolean stands(SupportPlan own, List<SupportPlan> linked, boolean charged) {
        return linked.isEmpty()
                || (charged && linked.stream().allMatch(plan -> own.start().isBefore(plan.start())));
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

    private List<SupportPlan> plans(Scope scope, List<PlanLine> lines, Map<String, BitSet> recorded) {
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
            recorded.put(id, lines.get(from).charged());
            from = until;
        }
        return plans;
    }

    /** The plan with what people decided about it. */
    private SupportPlan ruled(SupportPlan plan) {
        List<Ruling> decided = rulings.get(plan.id().value());
        return decided == null ? plan : plan.with(plan.payments(), decided);
    }

    /** Every plan with the attempts to collect its money, in order of time. */
    private static List<SupportPlan> paid(List<SupportPlan> plans, List<PaymentLine> lines) {
        return lines.isEmpty()
                ? plans
                : plans.stream()
                        .map(plan -> plan.with(
                                lines.stream()
                                        .filter(line ->
                                                line.plan().equals(plan.id().value()))
                                        .map(PaymentLine::event)
                                        .toList(),
                                plan.rulings()))
                        .toList();
    }
}
