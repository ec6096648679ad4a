package io.coverbook.secondmodel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Coverbook once more, day by day and without a database: slow, and so plain that it can be checked by reading the
 * rules next to it. It remembers only what the rules call recorded: charges, documents, months, flags and notices.
 */
final class SecondModel {

    private final ModelRules rules;
    private final ModelFacts facts = new ModelFacts();
    private final ModelCharges charges = new ModelCharges();
    private final ModelInvoices documents = new ModelInvoices();
    private final ModelFlags flags = new ModelFlags();
    private final ModelNotices notices = new ModelNotices();
    private final Map<YearMonth, LocalDate> closed = new TreeMap<>();
    private LocalDate latest = LocalDate.MIN;
    private @Nullable YearMonth firstMonth;

    SecondModel(Script script) {
        rules = new ModelRules(script.policies(), script.reference());
        firstMonth = rules.firstMonth();
    }

    static Map<Table, String> tables(Script script) {
        SecondModel model = new SecondModel(script);
        script.steps().forEach(model::run);
        return model.tables();
    }

    void run(Step step) {
        if (step instanceof Step.Import told) {
            // Files of one command are read in order of their time of export.
            told.files().stream()
                    .sorted(java.util.Comparator.comparing(Export::exportedAt))
                    .forEach(facts::take);
        } else if (step instanceof Step.Reconcile reconcile) {
            reconcile(reconcile.asOf(), YearMonth.from(reconcile.asOf()));
        } else if (step instanceof Step.MonthEnd monthEnd) {
            monthEnd(monthEnd.month());
        }
    }

    /** A10: a run never goes back. */
    private ModelWorld world(LocalDate asOf) {
        LocalDate day = asOf.isAfter(latest) ? asOf : latest;
        return new ModelWorld(facts, rules, day, charges.plans());
    }

    private ModelWorld reconcile(LocalDate asOf, YearMonth goLive) {
        firstMonth = firstMonth == null ? goLive : firstMonth;
        ModelWorld world = world(asOf);
        latest = world.day;
        charges.firstOpen = lastClosed() == null ? null : lastClosed().plusMonths(1);
        charges.reconcile(world, firstMonth);
        flags.record(world, charges, documents);
        notices.record(world);
        return world;
    }

    private @Nullable YearMonth lastClosed() {
        return closed.keySet().stream().reduce((a, b) -> b).orElse(null);
    }

    /** X13, P48: earlier open months first, each as of its own last day. */
    private void monthEnd(YearMonth month) {
        YearMonth last = lastClosed();
        YearMonth from = last == null ? firstToClose(month) : last.plusMonths(1);
        for (YearMonth next = from; !next.isAfter(month); next = next.plusMonths(1)) {
            ModelWorld world = reconcile(next.atEndOfMonth(), month);
            documents.issue(world, next, charges);
            closed.put(next, world.day);
        }
    }

    /** C15. */
    private YearMonth firstToClose(YearMonth month) {
        YearMonth goLive = firstMonth == null ? month : firstMonth;
        return Stream.of(
                        charges.all().stream().map(charge -> YearMonth.from(charge.content.from())),
                        ModelCharges.months(world(month.atEndOfMonth()), goLive).stream(),
                        Stream.of(month))
                .flatMap(months -> months)
                .min(YearMonth::compareTo)
                .orElse(month);
    }

    private List<List<String>> months() {
        List<List<String>> rows = new ArrayList<>();
        YearMonth first = Stream.concat(
                        closed.keySet().stream(),
                        charges.all().stream()
                                .filter(charge -> closed.isEmpty())
                                .map(charge -> YearMonth.from(charge.content.from())))
                .min(YearMonth::compareTo)
                .orElse(YearMonth.from(latest).plusMonths(1));
        for (YearMonth month = first; !month.isAfter(YearMonth.from(latest)); month = month.plusMonths(1)) {
            rows.add(row(month));
        }
        return rows;
    }

    private List<String> row(YearMonth month) {
        Map<String, BigDecimal> totals = new TreeMap<>();
        List<ModelInvoices.Invoice> issued = documents.invoices().stream()
                .filter(invoice -> invoice.month().equals(month))
                .toList();
        issued.forEach(invoice -> totals.merge(invoice.bill().currency(), invoice.total(), BigDecimal::add));
        long notes = documents.notes().stream()
                .filter(note -> note.month().equals(month))
                .count();
        LocalDate day = closed.get(month);
        return List.of(
                month.toString(),
                day == null ? "OPEN" : "CLOSED",
                day == null ? "" : day.toString(),
                day == null ? "" : "" + issued.size(),
                day == null ? "" : "" + notes,
                totals.entrySet().stream()
                        .map(total -> total.getKey() + "=" + total.getValue().toPlainString())
                        .collect(Collectors.joining(";")));
    }

    Map<Table, String> tables() {
        ModelWorld world = world(latest);
        ModelStandings standings = new ModelStandings(world);
        Map<Table, List<List<String>>> rows = new EnumMap<>(Table.class);
        rows.put(Table.PLANS, standings.plans());
        rows.put(Table.TERMS, standings.terms());
        rows.put(Table.ENDINGS, standings.endings());
        rows.put(Table.CHARGES, charges.all().stream().map(Charge::row).toList());
        rows.put(Table.INVOICES, documents.rows(world));
        rows.put(Table.INVOICE_LINES, documents.lines());
        rows.put(Table.CREDIT_NOTES, documents.creditNotes());
        rows.put(Table.ENTITLEMENTS, new ModelEntitlements(world).rows());
        rows.put(Table.EA_STATUS, new ModelVerdicts(world).rows());
        rows.put(Table.FLAGS, flags.rows());
        rows.put(Table.NOTICES, notices.rows());
        rows.put(Table.ENTITLED_USERS, new ModelUsers(world).rows());
        rows.put(Table.IMPORTS, facts.imports());
        rows.put(Table.MONTHS, months());
        Map<Table, String> texts = new EnumMap<>(Table.class);
        rows.forEach((table, list) -> texts.put(table, table.text(list)));
        return texts;
    }
}
