package io.coverbook.answer;

import io.coverbook.billing.ChargeState;
import io.coverbook.money.Money;
import io.coverbook.store.ChainStore;
import io.coverbook.store.FactRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/** What a charge costs and why, and what became of it (X2 to X5, X11). */
final class ChargeChain {

    private final ChainStore store;
    private final Chain chain;

    ChargeChain(ChainStore store, Chain chain) {
        this.store = store;
        this.chain = chain;
    }

    Explanation explain(String planId, int number) {
        String id = planId + "/" + number;
        FactRow plan = store.plan(planId).orElse(null);
        FactRow charge = store.charge(planId, number).orElse(null);
        if (plan == null) {
            return new Explanation("charge", id, false, "No plan " + planId + " is recorded.", List.of());
        }
        List<FactRow> versions = chain.planVersions(plan);
        chain.plan(plan, versions);
        FactRow term = store.term(planId, number).orElse(null);
        if (term != null) {
            chain.add("term", TermChain.term(term), "X1 X6", Chain.NOWHERE);
        }
        if (charge == null) {
            chain.run(plan.key("run_id"), "billing.first-month", "unified.billing");
            String why = term == null ? TermChain.didNot(plan, number) : notCharged(plan, term);
            return new Explanation("charge", id, false, why, chain.facts());
        }
        LocalDate day = Objects.requireNonNull(charge.day("charge_date"));
        if ("EA".equals(plan.text("scope_type"))) {
            chain.agreement(plan.key("scope_no"), day, "X5 P30 C11");
        }
        chain.account(plan.key("account_no"), day, "X5 C11", "agreement_type", "status", "currency");
        new PriceChain(store, chain).of(charge, Chain.last(versions));
        state(plan, charge);
        chain.run(charge.key("run_id"), "billing.zone", "fee.due", "purchase.proration", "money.rounding");
        return new Explanation("charge", id, true, sentence(planId, number, charge), chain.facts());
    }

    private static String notCharged(FactRow plan, FactRow term) {
        String id = plan.or("plan_id", "");
        return term.truth("billed")
                ? "Term " + term.text("term") + " of plan " + id
                        + " is not charged here: it began before the first billed month (L16)."
                : "Plan " + id + " is Unified: it covers, and its fee is billed elsewhere (P41).";
    }

    private void state(FactRow plan, FactRow charge) {
        if (charge.text("bill_to") != null) {
            chain.add("bill to", charge.or("bill_to", ""), "C11 P30", Chain.NOWHERE);
        }
        if (charge.text("posting_month") != null) {
            String month = charge.or("posting_month", "");
            chain.add(
                    "posting month",
                    charge.truth("late") ? month + ", its own was closed already" : month,
                    charge.truth("late") ? "X3 X14" : "X3",
                    Chain.NOWHERE);
        }
        String hold = charge.text("hold_reason");
        if (hold != null) {
            FlagMeaning.of(hold).ifPresent(meaning -> {
                chain.add(
                        "held",
                        hold + ": " + meaning.remedy() + " (" + meaning.who() + ")",
                        String.join(" ", meaning.rules()),
                        Chain.NOWHERE);
                chain.beside(plan, meaning, Objects.requireNonNull(plan.day("start_on")));
            });
        }
        if (charge.text("invoice_number") != null) {
            chain.add(
                    "invoice",
                    charge.text("invoice_number") + " line " + charge.text("line"),
                    "X12 X13",
                    Chain.NOWHERE);
        }
        if (charge.text("credit_notes") != null) {
            chain.add("credit note", charge.or("credit_notes", ""), "X15 C8 C9", Chain.NOWHERE);
        }
    }

    static String money(FactRow row, String column) {
        BigDecimal amount = row.amount(column);
        String currency = row.text("currency");
        return amount == null || currency == null
                ? "no price yet"
                : Money.rounded(Currency.getInstance(currency), amount).toString();
    }

    private static String sentence(String planId, int number, FactRow charge) {
        String costs = "Term " + number + " of plan " + planId + ", " + Chain.day(charge.day("charge_date"))
                + " through " + Chain.day(charge.day("service_through")) + ": " + money(charge, "amount") + ". ";
        String invoice = charge.or("invoice_number", "") + " line " + charge.or("line", "");
        return costs
                + switch (ChargeState.valueOf(charge.or("state", ""))) {
                    case OPEN -> "It is open and will be invoiced with " + charge.text("posting_month") + ".";
                    case HELD ->
                        "It is held and not invoiced: " + Codes.advice(charge.or("hold_reason", "")) + " ("
                                + charge.text("hold_reason") + ").";
                    case VOIDED -> "It is void: the term is not due any more, and it was never invoiced.";
                    case INVOICED ->
                        charge.text("invoice_number") == null
                                ? "It comes to nothing and was closed with " + charge.text("posting_month") + "."
                                : "It is invoiced, " + invoice + ".";
                    case CREDITED ->
                        "It was invoiced, " + invoice + ", and is credited"
                                + (charge.text("credit_notes") == null
                                        ? "; the credit note comes with the next close."
                                        : " by " + charge.text("credit_notes") + ".");
                };
    }
}
