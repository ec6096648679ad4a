package io.coverbook.answer;

import io.coverbook.answer.CoverAnswer.Fact;
import io.coverbook.store.ChainStore;
import io.coverbook.store.Database;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Walks output rows back to the facts, rules, policies and reference data they rest on. */
public final class Explanations {

    private static final String CREDIT_NOTE = "CN-";

    private final ChainStore store;
    private final Database database;
    private final ZoneId zone;

    /** @param zone in which a day begins and ends (P2) */
    public Explanations(Database database, ZoneId zone) {
        this.store = new ChainStore(database);
        this.database = database;
        this.zone = zone;
    }

    public Explanation charge(String planId, int term) {
        return new ChargeChain(store, chain()).explain(planId, term);
    }

    public Explanation term(String planId, int term) {
        return new TermChain(store, chain()).explain(planId, term);
    }

    /** An invoice, or a credit note by its own number. */
    public Explanation invoice(String number) {
        String id = number.toUpperCase(Locale.ROOT);
        return id.startsWith(CREDIT_NOTE)
                ? new CreditNoteChain(store, chain()).explain(id)
                : new InvoiceChain(store, chain()).explain(id);
    }

    public Explanation flag(String code, String object) {
        return new FlagChain(store, chain()).explain(code, object);
    }

    /** The cover of a subscription on a day, the latest reconciled one if none is given. */
    public Explanation entitlement(String subscription, @Nullable LocalDate on) {
        CoverAnswer answer = new Coverage(database).answer(subscription, on, null);
        String id = answer.subscriptionId();
        LocalDate day = answer.at();
        if (id == null || day == null) {
            return new Explanation("entitlement", subscription, false, answer.sentence(), List.of());
        }
        Chain chain = chain();
        store.entitlementRun(id, day)
                .ifPresent(run -> chain.run(
                        run, "coverage.days", "subscription.supported-states", "subscription.move", "account.closed"));
        List<Fact> facts = new ArrayList<>(answer.facts());
        facts.addAll(chain.facts());
        return new Explanation(
                "entitlement", id + "/" + day, answer.interval() != null, answer.sentence(), List.copyOf(facts));
    }

    private Chain chain() {
        return new Chain(store, zone);
    }
}
