package io.coverbook.secondmodel;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Invoices and credit notes as they were issued (X12, C9 to C14, P17, L13). */
final class ModelInvoices {

    private final List<Invoice> invoices = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    /** Whom an invoice goes to: the order of numbers within a month. */
    record Bill(String to, String profile, String currency) implements Comparable<Bill> {
        @Override
        public int compareTo(Bill other) {
            return Comparator.comparing(Bill::to)
                    .thenComparing(Bill::profile)
                    .thenComparing(Bill::currency)
                    .compare(this, other);
        }
    }

    /** An issued invoice; {@code wire} as the account paid on the last day of the month (C11). */
    record Invoice(
            String number,
            YearMonth month,
            Bill bill,
            boolean wire,
            LocalDate date,
            LocalDate due,
            BigDecimal subtotal,
            BigDecimal rate,
            BigDecimal tax,
            List<Charge> lines) {
        BigDecimal total() {
            return subtotal.add(tax);
        }
    }

    record Note(String number, YearMonth month, Invoice invoice, Charge charge, BigDecimal tax) {}

    List<Invoice> invoices() {
        return invoices;
    }

    List<Note> notes() {
        return notes;
    }

    /** Closes a month: every open charge of it is on an invoice, every credited one without a note gets one. */
    void issue(ModelWorld world, YearMonth month, ModelCharges charges) {
        Map<Bill, List<Charge>> bills = new TreeMap<>();
        for (Charge charge : charges.all()) {
            if (charge.is("OPEN") && month.equals(charge.posting)) {
                bills.computeIfAbsent(bill(world, charge), bill -> new ArrayList<>())
                        .add(charge);
            }
        }
        bills.forEach((bill, lines) -> {
            lines.sort(
                    Comparator.comparing((Charge line) -> line.content.from()).thenComparing(line -> line.plan));
            lines.forEach(line -> line.state = "INVOICED");
            BigDecimal subtotal =
                    lines.stream().map(line -> line.content.amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (subtotal.signum() != 0) {
                Invoice invoice = invoice(world, month, bill, lines);
                lines.forEach(line -> line.invoice = invoice.number());
                invoices.add(invoice);
            }
        });
        credit(month, charges);
    }

    /** C11. */
    private static Bill bill(ModelWorld world, Charge charge) {
        Scope scope = charge.content.scope();
        ModelAgreement agreement = scope.ea() ? world.agreements.get(scope.id()) : null;
        String to = agreement == null ? scope.id() : agreement.indirect() ? agreement.partner() : agreement.account();
        ModelAccount account = world.accounts.get(to);
        return new Bill(to, account == null ? "" : account.cell("billing_profile_id"), charge.content.currency());
    }

    private Invoice invoice(ModelWorld world, YearMonth month, Bill bill, List<Charge> lines) {
        LocalDate last = month.atEndOfMonth();
        ModelAccount account = world.accounts.get(bill.to());
        String method = account == null ? "WIRE" : account.method(last);
        boolean ea = lines.stream().anyMatch(line -> line.content.scope().ea());
        LocalDate date = month.plusMonths(1)
                .atDay(ea ? world.rules.number("invoice.day.ea", 12) : world.rules.number("invoice.day.default", 5));
        int terms = method.equals("WIRE") ? world.rules.number("invoice.wire-terms-days", 30) : 0;
        BigDecimal subtotal =
                lines.stream().map(line -> line.content.amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal rate = world.rules.taxRate(country(world, account, lines), last);
        return new Invoice(
                number("INV", month, invoices.stream().map(Invoice::number).toList()),
                month,
                bill,
                method.equals("WIRE"),
                date,
                date.plusDays(terms),
                subtotal,
                rate,
                ModelRules.round(subtotal.multiply(rate), bill.currency()),
                List.copyOf(lines));
    }

    /** C10: an unknown account's invoice is taxed as its agreement. */
    private static String country(ModelWorld world, @Nullable ModelAccount account, List<Charge> lines) {
        if (account != null) {
            return account.cell("country");
        }
        ModelAgreement agreement =
                world.agreements.get(lines.get(0).content.scope().id());
        return agreement == null ? "" : agreement.cell("country");
    }

    private static String number(String series, YearMonth month, List<String> given) {
        String prefix = series + "-" + month.getYear() + "-";
        long used = given.stream().filter(number -> number.startsWith(prefix)).count();
        return prefix + "%06d".formatted(used + 1);
    }

    private void credit(YearMonth month, ModelCharges charges) {
        charges.all().stream()
                .filter(charge -> charge.is("CREDITED") && !charge.noted && charge.invoice != null)
                .filter(charge -> charge.content.amount().signum() != 0)
                .sorted(Comparator.comparing(
                                (Charge charge) -> invoice(charge).bill().to())
                        .thenComparing(charge -> charge.content.currency())
                        .thenComparing(charge -> charge.plan)
                        .thenComparing(charge -> charge.term))
                .forEach(charge -> {
                    charge.noted = true;
                    String number =
                            number("CN", month, notes.stream().map(Note::number).toList());
                    notes.add(new Note(number, month, invoice(charge), charge, tax(charge)));
                });
    }

    private Invoice invoice(Charge charge) {
        return invoices.stream()
                .filter(invoice -> invoice.number().equals(charge.invoice))
                .findFirst()
                .orElseThrow();
    }

    /** L13: the last note against an invoice takes what is left of its tax. */
    private BigDecimal tax(Charge charge) {
        Invoice invoice = invoice(charge);
        BigDecimal amount = charge.content.amount();
        List<Note> earlier =
                notes.stream().filter(note -> note.invoice() == invoice).toList();
        BigDecimal credited =
                earlier.stream().map(note -> note.charge().content.amount()).reduce(amount, BigDecimal::add);
        if (credited.compareTo(invoice.subtotal()) == 0) {
            return earlier.stream().map(Note::tax).reduce(invoice.tax(), BigDecimal::subtract);
        }
        return ModelRules.round(amount.multiply(invoice.rate()), invoice.bill().currency());
    }

    /** C14, reading 15: each payment settles the plan's oldest line that needs one; the rest is unpaid. */
    Map<Charge, LocalDate> settled(ModelWorld world) {
        Map<String, List<Charge>> waiting = new HashMap<>();
        invoices.stream()
                .flatMap(invoice -> invoice.lines().stream().filter(line -> needsPayment(world, invoice, line)))
                .sorted(Comparator.comparing(line -> line.content.from()))
                .forEach(line -> waiting.computeIfAbsent(line.plan, plan -> new ArrayList<>())
                        .add(line));
        Map<Charge, LocalDate> settled = new HashMap<>();
        waiting.forEach((plan, lines) -> {
            for (Instant at : world.payments(plan, "SUCCESS")) {
                LocalDate day = ModelFacts.day(at);
                lines.stream()
                        .filter(line -> !settled.containsKey(line)
                                && !line.content.from().isAfter(day))
                        .findFirst()
                        .ifPresent(line -> settled.put(line, day));
            }
        });
        return settled;
    }

    boolean needsPayment(ModelWorld world, Invoice invoice, Charge line) {
        if (line.is("CREDITED") || line.content.amount().signum() == 0) {
            return false;
        }
        return invoice.wire()
                || world.plans.stream()
                        .filter(plan -> plan.id.equals(line.plan))
                        .map(plan -> world.course(plan).number(line.term))
                        .anyMatch(term -> term != null && term.dunning() != null);
    }

    private String status(ModelWorld world, Invoice invoice, Set<Charge> settled) {
        boolean unpaid = invoice.lines().stream()
                .anyMatch(line -> needsPayment(world, invoice, line) && !settled.contains(line));
        if (!unpaid && !world.day.isBefore(invoice.date())) {
            return "PAID";
        }
        return world.day.isAfter(invoice.due()) ? "OVERDUE" : "ISSUED";
    }

    List<List<String>> rows(ModelWorld world) {
        Set<Charge> settled = new HashSet<>(settled(world).keySet());
        return invoices.stream()
                .map(invoice -> List.of(
                        invoice.number(),
                        invoice.month().toString(),
                        invoice.bill().to(),
                        invoice.bill().profile(),
                        invoice.bill().currency(),
                        invoice.date().toString(),
                        invoice.due().toString(),
                        invoice.subtotal().toPlainString(),
                        invoice.tax().toPlainString(),
                        invoice.total().toPlainString(),
                        ModelRules.round(BigDecimal.ZERO, invoice.bill().currency())
                                .toPlainString(),
                        status(world, invoice, settled)))
                .toList();
    }

    List<List<String>> lines() {
        List<List<String>> rows = new ArrayList<>();
        for (Invoice invoice : invoices) {
            for (int i = 0; i < invoice.lines().size(); i++) {
                Charge line = invoice.lines().get(i);
                rows.add(List.of(
                        invoice.number(),
                        "" + (i + 1),
                        line.plan,
                        "" + line.term,
                        line.content.scope().type(),
                        line.content.scope().id(),
                        line.content.tier(),
                        line.content.from().toString(),
                        line.content.from().toString(),
                        line.content.through().toString(),
                        "1",
                        line.content.amount().toPlainString(),
                        line.content.amount().toPlainString()));
            }
        }
        return rows;
    }

    List<List<String>> creditNotes() {
        return notes.stream()
                .map(note -> {
                    BigDecimal amount = note.charge().content.amount();
                    return List.of(
                            note.number(),
                            note.month().toString(),
                            note.invoice().bill().to(),
                            note.invoice().bill().currency(),
                            note.invoice().number(),
                            note.charge().plan,
                            "" + note.charge().term,
                            note.charge().reason,
                            amount.toPlainString(),
                            note.tax().toPlainString(),
                            amount.add(note.tax()).toPlainString());
                })
                .toList();
    }
}
