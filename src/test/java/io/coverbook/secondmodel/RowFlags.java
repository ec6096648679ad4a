package io.coverbook.secondmodel;

import io.coverbook.secondmodel.Findings.Key;
import io.coverbook.secondmodel.ModelInvoices.Invoice;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Flags on accounts, subscriptions, roles and files (G3, G4, readings 12 to 14). */
final class RowFlags {

    private static final List<String> CLASSIC = List.of("SERVICE_ADMIN", "CO_ADMIN");

    private final ModelWorld world;
    private final Findings findings;

    RowFlags(ModelWorld world, Findings findings) {
        this.world = world;
        this.findings = findings;
    }

    void find(ModelInvoices documents) {
        world.facts
                .incidents()
                .forEach(incident -> findings.event(
                        new Key(incident.code(), incident.type(), incident.id()), "ACTION", incident.day()));
        world.accounts.values().forEach(this::account);
        world.agreements.values().forEach(agreement -> missing(FactKind.AGREEMENTS, "EA", agreement.id));
        world.facts.all(FactKind.SUBSCRIPTIONS).forEach((id, told) -> {
            if (!world.subscriptions.containsKey(id)) {
                missing(FactKind.SUBSCRIPTIONS, "PLAN", id);
            }
        });
        world.subscriptions.values().forEach(this::orphan);
        world.facts.all(FactKind.ROLES).values().forEach(told -> classic(new Told("", told)));
        overdue(documents);
        new ModelUsers(world).requesters(findings);
    }

    /** A6: whenever an export was the first without the row, whether it came back or not. */
    private void missing(FactKind kind, String type, String id) {
        for (ModelFacts.Version version : world.facts.history(kind).getOrDefault(id, List.of())) {
            if (version.gone()) {
                findings.event(new Key("MISSING_FROM_EXPORT", type, id), "ACTION", version.seen());
            }
        }
    }

    private void account(ModelAccount account) {
        missing(FactKind.ACCOUNTS, "ACCOUNT", account.id);
        LocalDate seen = account.firstSeen();
        findings.daily(
                new Key("MARKET_NOT_OFFERED", "ACCOUNT", account.id),
                seen,
                day -> world.rules.notOffered(account.on(day).cell("country")) ? "INFO" : null);
        findings.daily(
                new Key("PROGRAM_BENEFIT_UNVERIFIED", "ACCOUNT", account.id),
                seen,
                day -> unverified(account.on(day)) ? "INFO" : null);
    }

    private static boolean unverified(ModelFacts.Version version) {
        return version.has("program") && !(version.has("benefit_valid_to") && version.has("incidents_remaining"));
    }

    /** P47: on every day on which it was told to be in an account or agreement that no export had shown yet. */
    private void orphan(ModelSubscription subscription) {
        LocalDate seen = subscription.firstSeen();
        LocalDate created = subscription.created();
        findings.daily(
                new Key("ORPHAN_SUBSCRIPTION", "SUBSCRIPTION", subscription.id),
                seen.isAfter(created) ? seen : created,
                day -> subscription.there(day)
                                && !subscription.placeToldOn(day).isAfter(day)
                                && orphaned(subscription, day)
                        ? "ACTION"
                        : null);
    }

    private boolean orphaned(ModelSubscription subscription, LocalDate day) {
        String agreement = subscription.agreement(day);
        return unknown(world.accounts.get(subscription.account(day)), day)
                || !agreement.isEmpty() && unknown(world.agreements.get(agreement), day);
    }

    private static boolean unknown(@Nullable Told told, LocalDate day) {
        return told == null || told.firstSeen().isAfter(day);
    }

    /** P43: administrators of the kind that was retired. */
    private void classic(Told told) {
        String role = told.cell("role");
        if (CLASSIC.contains(role)) {
            String id = told.cell("user") + "|" + role + "|" + told.cell("scope");
            LocalDate until = told.gone() ? ModelFacts.day(told.missingSince()) : null;
            findings.state(new Key("CLASSIC_ROLE_RETIRED", "ROLE", id), "INFO", told.firstSeen(), until);
        }
    }

    /** Reading 14: the days on which any issued invoice for wire transfer was over its due date and unpaid. */
    private void overdue(ModelInvoices documents) {
        Map<Charge, LocalDate> settled = documents.settled(world);
        Map<String, Map<Invoice, LocalDate>> byAccount = new HashMap<>();
        for (Invoice invoice : documents.invoices()) {
            List<Charge> lines = invoice.lines().stream()
                    .filter(line -> invoice.wire() && documents.needsPayment(world, invoice, line))
                    .toList();
            if (!lines.isEmpty()) {
                LocalDate until = lines.stream()
                        .map(line -> settled.getOrDefault(line, LocalDate.MAX))
                        .max(LocalDate::compareTo)
                        .orElseThrow();
                byAccount
                        .computeIfAbsent(invoice.bill().to(), to -> new HashMap<>())
                        .put(invoice, until);
            }
        }
        byAccount.forEach((account, invoices) -> findings.daily(
                new Key("INVOICE_OVERDUE", "ACCOUNT", account),
                world.firstDay,
                day -> invoices.entrySet().stream()
                                .anyMatch(e -> day.isAfter(e.getKey().due()) && day.isBefore(e.getValue()))
                        ? "ACTION"
                        : null));
    }
}
