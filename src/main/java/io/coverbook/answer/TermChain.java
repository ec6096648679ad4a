package io.coverbook.answer;

import io.coverbook.renewal.Outcome;
import io.coverbook.store.ChainStore;
import io.coverbook.store.FactRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Why a term of a plan began, or why it did not (X6). */
final class TermChain {

    private final ChainStore store;
    private final Chain chain;

    TermChain(ChainStore store, Chain chain) {
        this.store = store;
        this.chain = chain;
    }

    Explanation explain(String planId, int number) {
        String id = planId + "/" + number;
        FactRow plan = store.plan(planId).orElse(null);
        if (plan == null) {
            return new Explanation("term", id, false, "No plan " + planId + " is recorded.", List.of());
        }
        Optional<FactRow> term = store.term(planId, number);
        String sentence = term.map(row -> began(planId, row)).orElseGet(() -> didNot(plan, number));
        chain.plan(plan, chain.planVersions(plan));
        LocalDate first = term.map(row -> row.day("service_from")).orElseGet(() -> first(plan, number));
        term.ifPresent(row -> chain.add("term", term(row), number == 0 ? "X1" : "X1 P3", Chain.NOWHERE));
        surroundings(plan, first);
        ending(plan);
        chain.run(term.orElse(plan).key("run_id"), "billing.zone", "month.alignment", "seller.default-months");
        return new Explanation("term", id, term.isPresent(), sentence, chain.facts());
    }

    /** The agreement and the account as they were told for the first day of the term. */
    void surroundings(FactRow plan, LocalDate first) {
        if ("EA".equals(plan.text("scope_type"))) {
            chain.agreement(plan.key("scope_no"), first, "X6 P28");
        }
        chain.account(plan.key("account_no"), first, "X6 P36", "agreement_type", "status", "currency");
    }

    static LocalDate first(FactRow plan, int number) {
        return Objects.requireNonNull(plan.day("start_on")).plusMonths(number);
    }

    static String term(FactRow row) {
        return "number " + row.text("term") + ", " + row.text("service_from") + " through "
                + row.text("service_through") + ", " + row.text("outcome");
    }

    private void ending(FactRow plan) {
        if (plan.text("ending_on") != null) {
            Outcome outcome = Outcome.valueOf(plan.or("ending_outcome", ""));
            chain.add(
                    "ending",
                    outcome + " on " + plan.text("ending_on") + ": " + why(outcome),
                    rules(outcome),
                    Chain.NOWHERE);
        }
        if (plan.text("contract_end") != null) {
            chain.add("contract", "through " + plan.text("contract_end"), "P25 B5", Chain.NOWHERE);
        }
    }

    private static String began(String planId, FactRow term) {
        Outcome outcome = Outcome.valueOf(term.or("outcome", ""));
        return "Term " + term.text("term") + " of plan " + planId + " runs from "
                + Chain.day(term.day("service_from")) + " through " + Chain.day(term.day("service_through")) + ": "
                + why(outcome) + " (" + outcome + ").";
    }

    /** Why there is no such term. */
    static String didNot(FactRow plan, int number) {
        String id = plan.or("plan_id", "");
        String none = "Plan " + id + " has no term " + number + ": ";
        if (plan.text("merged_into") != null) {
            return none + "it was folded into plan " + plan.text("merged_into") + ", which goes on (X8).";
        }
        LocalDate first = first(plan, number);
        LocalDate ended = plan.day("ending_on");
        if (number >= 0 && ended != null && !first.isBefore(ended)) {
            Outcome outcome = Outcome.valueOf(plan.or("ending_outcome", ""));
            return none + why(outcome) + " (" + outcome + " on " + Chain.day(ended) + ").";
        }
        return none
                + (number < 0
                        ? "terms are counted from 0."
                        : "it would begin on " + Chain.day(first) + ", which no reconcile has reached.");
    }

    private static String why(Outcome outcome) {
        return switch (outcome) {
            case FIRST -> "the plan was bought, and nothing stopped it before its first day";
            case RENEWED -> "nothing had ended the plan by then, so it renewed by itself";
            case RENEWED_PAST_DUE -> "the plan renewed by itself, but the renewal could not be collected";
            case CONTINUES -> "the contract still ran";
            case HELD -> "the plan goes on, but it is held until somebody decides";
            case ENDED_CANCELLED -> "it was cancelled; the paid term was its last";
            case ENDED_UPGRADED -> "a higher plan was bought for the same account or agreement";
            case ENDED_ACCOUNT_CLOSED -> "the account was closed";
            case ENDED_NONPAYMENT -> "a renewal was not paid within its term";
            case ENDED_AGREEMENT -> "the agreement was not in force any more";
            case ENDED_CONTRACT -> "the contract was over, and such a plan does not renew by itself";
        };
    }

    static String rules(Outcome outcome) {
        return switch (outcome) {
            case ENDED_CANCELLED -> "X6 X7 B11";
            case ENDED_UPGRADED -> "X6 X9 B8";
            case ENDED_ACCOUNT_CLOSED -> "X6 P36";
            case ENDED_NONPAYMENT -> "X6 X19";
            case ENDED_AGREEMENT -> "X6 P28";
            case ENDED_CONTRACT -> "X6 P25 B5";
            case HELD -> "X11";
            case FIRST, RENEWED, RENEWED_PAST_DUE, CONTINUES -> "X6";
        };
    }
}
