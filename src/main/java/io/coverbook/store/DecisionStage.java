package io.coverbook.store;

import io.coverbook.billing.DesiredCharge;
import io.coverbook.billing.PostingMonth;
import io.coverbook.calendar.Span;
import io.coverbook.calendar.Timeline;
import io.coverbook.entitlement.Cover;
import io.coverbook.entitlement.CoverSpan;
import io.coverbook.entitlement.Standing;
import io.coverbook.plan.Account;
import io.coverbook.plan.AccountStatus;
import io.coverbook.plan.PlanId;
import io.coverbook.reconcile.Flag;
import io.coverbook.reconcile.Notice;
import io.coverbook.reconcile.ScopeDecision;
import io.coverbook.reconcile.ScopeDecision.PlanState;
import io.coverbook.reconcile.ScopeDecision.TermState;
import io.coverbook.reconcile.VerdictSpan;
import io.coverbook.renewal.PlanLife;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts what the rules decided into staging, scope by scope. */
final class DecisionStage {

    private final CopyIn plans;
    private final CopyIn terms;
    private final CopyIn charges;
    private final CopyIn covers;
    private final CopyIn standings;
    private final CopyIn verdicts;
    private final CopyIn flags;
    private final CopyIn notices;
    private final CopyIn rests;
    private final long runId;
    private final YearMonth earliestOpen;

    DecisionStage(Connection connection, long runId, YearMonth earliestOpen) {
        this.runId = runId;
        this.earliestOpen = earliestOpen;
        plans = new CopyIn(connection, "plan_state-copy", 14);
        terms = new CopyIn(connection, "term-copy", 7);
        charges = new CopyIn(connection, "charge-copy", 12);
        covers = new CopyIn(connection, "cover-copy", 9);
        standings = new CopyIn(connection, "account_standing-copy", 4);
        verdicts = new CopyIn(connection, "ea_verdict-copy", 8);
        flags = new CopyIn(connection, "flag-copy", 6);
        notices = new CopyIn(connection, "notice-copy", 4);
        rests = new CopyIn(connection, "scope_rest-copy", 3);
    }

    void add(long scopeNo, ScopeDecision decision) throws SQLException {
        for (PlanState plan : decision.plans()) {
            plan(scopeNo, plan);
        }
        for (TermState term : decision.terms()) {
            terms.row()
                    .text(term.plan().value())
                    .int4(term.term().number())
                    .date(term.term().from())
                    .date(term.term().until())
                    .code(term.outcome())
                    .int8(runId)
                    .bool(term.billed());
        }
        for (DesiredCharge charge : decision.charges()) {
            charge(scopeNo, charge);
        }
        for (CoverSpan span : decision.cover()) {
            cover(scopeNo, span);
        }
        for (VerdictSpan span : decision.verdicts()) {
            verdict(scopeNo, span);
        }
        for (Flag flag : decision.flags()) {
            flag(flags, flag);
        }
        for (Notice notice : decision.notices()) {
            notices.row()
                    .text(notice.kind().name())
                    .text(notice.objectId())
                    .date(notice.due())
                    .text(notice.recipient());
        }
    }

    /** One row of a flag, none where nothing was raised. */
    static void flag(CopyIn flags, @Nullable Flag flag) throws SQLException {
        if (flag != null) {
            flags.row()
                    .text(flag.code().name())
                    .text(flag.objectType().name())
                    .text(flag.objectId())
                    .text(flag.severity().name())
                    .date(flag.firstSeen())
                    .date(flag.resolvedOn());
        }
    }

    /** The days of an account that was ever anything but active. */
    void standing(long scopeNo, Account account) throws SQLException {
        Timeline<AccountStatus> status = account.status();
        if (status.steps().size() == 1 && status.steps().get(0).value() == AccountStatus.ACTIVE) {
            return;
        }
        for (int i = 0; i < status.steps().size(); i++) {
            standings
                    .row()
                    .int8(scopeNo)
                    .date(status.during(i).from())
                    .date(status.during(i).until())
                    .int2(Standing.of(status.steps().get(i).value()).code());
        }
    }

    /** How long the decision about the scope holds, and with which customer's agreements it was decided. */
    void rest(long scopeNo, LocalDate through, @Nullable String customer) throws SQLException {
        rests.row().int8(scopeNo).date(through).text(customer);
    }

    long finish() throws SQLException {
        long rows = plans.finish() + terms.finish() + charges.finish() + covers.finish();
        rests.finish();
        return rows + standings.finish() + verdicts.finish() + flags.finish() + notices.finish();
    }

    private void plan(long scopeNo, PlanState state) throws SQLException {
        PlanLife life = state.life();
        PlanLife.Ending ended = state.ended();
        PlanId merged = life.mergedInto();
        plans.row()
                .text(life.plan().id().value())
                .int8(scopeNo)
                .text(life.plan().tier().name())
                .text(life.plan().channel().name())
                .date(state.start())
                .text(state.status().name())
                .date(state.coveredThrough())
                .date(life.contractEnd())
                .text(merged == null ? null : merged.value())
                .date(ended == null ? null : ended.on())
                .text(ended == null ? null : ended.outcome().name())
                .int8(runId)
                .bool(state.ends())
                .text(multirange(state.cancelled()));
    }

    private static @Nullable String multirange(List<Span> days) {
        return days.isEmpty()
                ? null
                : days.stream()
                        .map(span -> "[" + span.from() + "," + (span.open() ? "" : span.until()) + ")")
                        .collect(Collectors.joining(",", "{", "}"));
    }

    private void charge(long scopeNo, DesiredCharge charge) throws SQLException {
        boolean open = charge.hold() == null;
        charges.row()
                .text(charge.planId().value())
                .int4(charge.term().number())
                .date(charge.term().from())
                .date(charge.term().until())
                .int8(scopeNo)
                .text(charge.tier().name())
                .text(charge.currency())
                .numeric(charge.amount() == null ? null : charge.amount().amount())
                .text(charge.state().name())
                .text(charge.hold() == null ? null : charge.hold().name())
                .date(
                        open
                                ? PostingMonth.decide(charge.term().from(), earliestOpen)
                                        .atDay(1)
                                : null)
                .text(charge.billTo());
    }

    private void cover(long scopeNo, CoverSpan span) throws SQLException {
        Cover cover = span.cover();
        PlanId plan = cover.plan();
        covers.row()
                .int8(scopeNo)
                .date(span.days().from())
                .date(span.days().until())
                .text(cover.tier().name())
                .text(cover.source().name())
                .text(plan == null ? null : plan.value())
                .text(cover.reason().name())
                .bool(cover.technical())
                .text(cover.technical() ? cover.tier().maxSeverity() : null);
    }

    private void verdict(long scopeNo, VerdictSpan span) throws SQLException {
        PlanId plan = span.plan();
        verdicts.row()
                .int8(scopeNo)
                .date(span.days().from())
                .date(span.days().until())
                .text(span.verdict().name())
                .text(plan == null ? null : plan.value())
                .text(span.reason())
                .date(span.due())
                .int8(runId);
    }
}
