package io.coverbook.answer;

import io.coverbook.store.ChainStore;
import io.coverbook.store.CoverStore.Source;
import io.coverbook.store.FactRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Why a flag is raised, what it rests on, and what to do about it (RULES 7). */
final class FlagChain {

    private final ChainStore store;
    private final Chain chain;

    FlagChain(ChainStore store, Chain chain) {
        this.store = store;
        this.chain = chain;
    }

    Explanation explain(String word, String object) {
        Optional<FlagMeaning> known = FlagMeaning.of(word);
        String code = known.map(FlagMeaning::code).orElse(word);
        String id = code + "/" + object;
        FactRow flag = store.flags(code, object).stream().findFirst().orElse(null);
        if (known.isEmpty() || flag == null) {
            String none = known.isEmpty()
                    ? "'" + word + "' is no flag."
                    : code + " was never raised for " + object + ". It comes when "
                            + known.get().raised() + ".";
            return new Explanation("flag", id, false, none, List.of());
        }
        FlagMeaning meaning = known.get();
        String rules = String.join(" ", meaning.rules());
        chain.add("raised when", meaning.raised(), rules, Chain.NOWHERE);
        object(flag, meaning);
        for (FactRow charge : store.heldCharges(object, code)) {
            chain.add(
                    "held charge",
                    "term " + charge.text("term") + ", " + charge.text("charge_date") + " through "
                            + charge.text("service_through") + ", " + ChargeChain.money(charge, "amount"),
                    "X11 C4",
                    Chain.NOWHERE);
        }
        chain.add(
                "days",
                flag.text("first_seen")
                        + (flag.text("resolved_on") == null ? " on" : " to " + flag.text("resolved_on")),
                "G4 G5",
                Chain.NOWHERE);
        chain.add("severity", flag.text("severity") + ": " + meaning.effect(), "X11", Chain.NOWHERE);
        decisions(code, object);
        chain.add("goes when", meaning.ends(), "G4", Chain.NOWHERE);
        chain.add("to do", meaning.remedy() + " (" + meaning.who() + ")", "P53", Chain.NOWHERE);
        chain.run(flag.key("run_id"));
        return new Explanation("flag", id, true, sentence(flag, meaning), chain.facts());
    }

    /** What people said about it, the last first. */
    private void decisions(String code, String object) {
        for (FactRow waiver : store.waivers(code, object)) {
            chain.add("waived", "until " + waiver.text("until_on") + said(waiver), "P53 L19", Chain.NOWHERE);
        }
        for (FactRow ruling : store.rulings(object, code)) {
            chain.add("decided", ruling.text("kind") + said(ruling), "X11 X15 L19", Chain.NOWHERE);
        }
    }

    private static String said(FactRow decision) {
        return ", by " + decision.text("actor") + " at " + decision.text("at") + ": " + decision.text("reason");
    }

    /** The rows that the flag rests on: its object, what that belongs to, and what it is measured against. */
    private void object(FactRow flag, FlagMeaning meaning) {
        LocalDate on = Objects.requireNonNull(flag.day("first_seen"));
        String id = flag.or("object_id", "");
        switch (flag.or("object_type", "")) {
            case "PLAN" ->
                store.plan(id)
                        .ifPresentOrElse(
                                plan -> {
                                    chain.plan(plan, chain.planVersions(plan));
                                    chain.beside(plan, meaning, on);
                                    surroundings(plan, on);
                                },
                                () -> newest("plan", store.planVersions(id), "A6"));
            case "ACCOUNT" -> chain.account(flag.key("scope_no"), on, "P1 P36", "agreement_type", "country", "status");
            case "EA" -> chain.agreement(flag.key("scope_no"), on, "X17 P27");
            case "SUBSCRIPTION" -> newest("subscription", store.subscriptionVersions(id), "P47 X16");
            case "FILE" -> chain.add("file", id, "X21 A9", new Source(id, null));
            default -> chain.add("object", id, "G3", Chain.NOWHERE);
        }
    }

    private void surroundings(FactRow plan, LocalDate on) {
        if ("EA".equals(plan.text("scope_type"))) {
            chain.agreement(plan.key("scope_no"), on, "X6 P28");
        }
        chain.account(plan.key("account_no"), on, "X6 P36", "agreement_type", "status", "currency");
    }

    private void newest(String what, List<FactRow> versions, String rules) {
        FactRow row = Chain.last(versions);
        if (row != null) {
            StringBuilder value = new StringBuilder();
            row.cells().forEach((name, cell) -> {
                if (!List.of("file", "line", "exported_at", "absent").contains(name)) {
                    value.append(value.isEmpty() ? "" : ", ")
                            .append(name.replace('_', ' '))
                            .append(' ')
                            .append(cell);
                }
            });
            chain.add(what, value.toString(), rules, row.source());
        }
    }

    private static String sentence(FactRow flag, FlagMeaning meaning) {
        String since = flag.text("resolved_on") != null
                ? " was raised on " + Chain.day(flag.day("first_seen")) + " and is resolved since "
                        + Chain.day(flag.day("resolved_on"))
                : " is raised since " + Chain.day(flag.day("first_seen"));
        return meaning.code() + since + " for " + flag.text("object_type") + " " + flag.text("object_id") + ": "
                + meaning.sentence() + ".";
    }
}
