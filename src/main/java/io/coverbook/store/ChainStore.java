package io.coverbook.store;

import io.coverbook.ingest.ReferenceRows;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an output row rests on: the recorded rows beneath it, every version of the facts, and what the run used. */
public final class ChainStore {

    private final Statements sql;

    public ChainStore(Database database) {
        this.sql = database.statements();
    }

    public Optional<FactRow> plan(String planId) {
        return sql.first("plan_state-one", Map.of("plan", planId), FactRow::read);
    }

    /** The other plans of its scope that are paid for on the day, or bought on it and merged into it. */
    public List<FactRow> plansBeside(String planId, LocalDate on) {
        return sql.list("plan_state-beside", Map.of("plan", planId, "on", Date.valueOf(on)), FactRow::read);
    }

    public List<FactRow> planVersions(String planId) {
        return sql.list("plan-version-list", Map.of("plan", planId), FactRow::read);
    }

    public List<FactRow> agreementVersions(long scopeNo) {
        return sql.list("agreement-version-list", Map.of("scope", scopeNo), FactRow::read);
    }

    public List<FactRow> accountVersions(long scopeNo) {
        return sql.list("account-version-list", Map.of("scope", scopeNo), FactRow::read);
    }

    public List<FactRow> subscriptionVersions(String subscriptionId) {
        return sql.list("subscription-version-list", Map.of("subscription", subscriptionId), FactRow::read);
    }

    public Optional<FactRow> term(String planId, int term) {
        return sql.first("term-one", Map.of("plan", planId, "term", term), FactRow::read);
    }

    public Optional<FactRow> charge(String planId, int term) {
        return sql.first("charge-one", Map.of("plan", planId, "term", term), FactRow::read);
    }

    /** The charges of a plan that are held for that reason. */
    public List<FactRow> heldCharges(String planId, String code) {
        return sql.list("charge-held-list", Map.of("plan", planId, "code", code), FactRow::read);
    }

    public Optional<FactRow> invoice(String number) {
        return sql.first("invoice-one", Map.of("invoice", number), FactRow::read);
    }

    public List<FactRow> lines(String invoice) {
        return sql.list("invoice_line-of", Map.of("invoice", invoice), FactRow::read);
    }

    public List<FactRow> creditNotes(String invoice) {
        return sql.list("credit_note-of", Map.of("invoice", invoice), FactRow::read);
    }

    public Optional<FactRow> creditNote(String number) {
        return sql.first("credit_note-one", Map.of("note", number), FactRow::read);
    }

    public List<FactRow> flags(String code, String objectId) {
        return sql.list("flag-one", Map.of("code", code, "object", objectId), FactRow::read);
    }

    /** What waivers a flag had, the last first. */
    public List<FactRow> waivers(String code, String objectId) {
        return sql.list("waiver-list", Map.of("code", code, "object", objectId), FactRow::read);
    }

    /** What people decided about a flag of a plan, the last first. */
    public List<FactRow> rulings(String planId, String code) {
        return sql.list("ruling-list", Map.of("plan", planId, "code", code), FactRow::read);
    }

    /** The run that wrote the entitlement of a subscription for a day. */
    public Optional<Long> entitlementRun(String subscriptionId, LocalDate on) {
        return sql.first(
                "entitlement-run",
                Map.of("subscription", subscriptionId, "on", Date.valueOf(on)),
                (r, i) -> r.getLong("run_id"));
    }

    public Optional<FactRow> run(long runId) {
        return sql.first("run-one", Map.of("run", runId), FactRow::read);
    }

    /** The rows of a file of the reference data that a run used. */
    public List<ReferenceRows.Row> reference(long runId, String name) {
        return sql.first(
                        "reference_file-content",
                        Map.of("run", runId, "name", name),
                        (r, i) -> Columns.text(r, "content"))
                .map(ReferenceRows::of)
                .orElse(List.of());
    }
}
