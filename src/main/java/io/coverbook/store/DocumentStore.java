package io.coverbook.store;

import io.coverbook.billing.CreditTerms;
import io.coverbook.billing.InvoiceStatus;
import io.coverbook.billing.InvoiceTerms;
import io.coverbook.fault.FaultPoint;
import io.coverbook.money.Money;
import io.coverbook.plan.Account;
import io.coverbook.plan.AccountHistory;
import io.coverbook.plan.AccountVersion;
import io.coverbook.plan.Policies;
import io.coverbook.plan.TaxRates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Invoices and credit notes: proposed, checked, issued and sealed with their month (X12, X13, X15). */
public final class DocumentStore {

    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

    private static final Map<String, String> CONTROLS = controls();

    private final Statements sql;
    private final RunStore runs;

    /** What documents of a month rest on. */
    public record Closing(YearMonth month, LocalDate asOf, Policies policies, TaxRates taxes, RunMark run) {}

    /** The months closed so far. */
    public record Closed(
            @Nullable YearMonth first, @Nullable YearMonth last) {}

    public DocumentStore(Database database, RunStore runs) {
        this.sql = database.statements();
        this.runs = runs;
    }

    private static Map<String, String> controls() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("i01-lines", "I1 lines add up to invoices and charges");
        all.put("i01-count", "I1 every open charge stands on one line");
        all.put("i02-charges", "I2 terms without a charge");
        all.put("i03-amounts", "I3 charges negative or without a price");
        all.put("i05-covered", "I5 existing subscriptions have one entitlement");
        all.put("i06-intervals", "I6 entitlements that overlap");
        all.put("i07-verdicts", "I7 every agreement has one verdict");
        all.put("i08-verdicts", "I8 covered agreements without a covering plan");
        all.put("i09-rows", "I9 rows read are rows accounted for");
        all.put("i10-held", "I10 held or voided charges on invoices");
        all.put("i11-closed", "I11 documents of closed months");
        all.put("i12-renewing", "I12 scopes with two renewing plans");
        all.put("i13-developer", "I13 agreements covered by Developer");
        all.put("i14-credits", "I14 lines credited beyond their amount");
        all.put("i15-ended", "I15 terms that begin after the end");
        all.put("i16-plans", "I16 plans among covered subscriptions");
        all.put("series", "numbers without gap");
        return all;
    }

    public Closed closed() {
        return sql.first("month_close-last", Map.of(), (r, i) -> {
                    LocalDate first = Columns.dateOrNull(r, "first");
                    LocalDate last = Columns.dateOrNull(r, "last");
                    return new Closed(
                            first == null ? null : YearMonth.from(first), last == null ? null : YearMonth.from(last));
                })
                .orElseThrow();
    }

    /** The month of the earliest charge in any state (C15). */
    public Optional<YearMonth> earliestCharge() {
        return sql.list("charge-earliest", Map.of(), (r, i) -> Optional.ofNullable(r.getObject(1, LocalDate.class)))
                .get(0)
                .map(YearMonth::from);
    }

    /** The earliest day on which any plan could have begun. */
    public Optional<LocalDate> earliestStart(Policies policies) {
        return sql.list(
                        "plan_fact-earliest",
                        Map.of("zone", policies.zone().getId()),
                        (r, i) -> Optional.ofNullable(r.getObject(1, LocalDate.class)))
                .get(0);
    }

    /** Writes what issuing would issue. Returns the number of documents. */
    public long propose(Closing closing) {
        return sql.together(() -> {
            runs.fence(closing.run());
            Map<String, Object> parameters = parameters(closing);
            sql.update("proposed_line-delete", parameters);
            sql.update("proposed_invoice-delete", parameters);
            sql.update("proposed_credit-delete", parameters);
            sql.analyze("charge", "plan_state");
            sql.update("bill_stage-empty");
            sql.update("bill_stage-insert", parameters);
            sql.analyze("bill_stage");
            sql.update("proposed_line-insert", parameters);
            sql.analyze("proposed_line");
            terms(closing);
            sql.analyze("invoice_terms_stage");
            long documents = sql.update("proposed_invoice-insert", parameters);
            sql.analyze("proposed_invoice");
            return documents + credits(closing);
        });
    }

    /** The invariants, in SQL, on what is recorded and proposed; two at a time. */
    public List<Control> controls(Closing closing) {
        Map<String, Object> parameters = parameters(closing);
        Queue<String> open = new ConcurrentLinkedQueue<>(CONTROLS.keySet());
        Map<String, Control> done = new ConcurrentHashMap<>();
        try (SideWork<Boolean> beside = new SideWork<>("control", () -> control(open, parameters, done))) {
            if (FaultPoint.armed()) {
                beside.result(); // one after the other, so that faults strike at the same place each time
            }
            control(open, parameters, done);
            beside.result();
        } catch (SQLException e) {
            throw new StoreException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return CONTROLS.keySet().stream().map(done::get).toList();
    }

    /** Asks one after the other, as long as there are any. */
    private boolean control(Queue<String> open, Map<String, Object> parameters, Map<String, Control> done) {
        for (String name = open.poll(); name != null; name = open.poll()) {
            String control = name;
            String meaning = Objects.requireNonNull(CONTROLS.get(control));
            done.put(
                    control,
                    sql.first(
                                    "control-" + control,
                                    parameters,
                                    (r, i) -> new Control(
                                            control,
                                            meaning,
                                            Columns.text(r, "left_side"),
                                            Columns.text(r, "right_side"),
                                            r.getString("named")))
                            .orElseThrow());
        }
        return true;
    }

    /** Issues the proposal of the run and closes the month, in one transaction. Returns the number of documents. */
    public long issue(Closing closing) {
        return sql.together(() -> {
            runs.fence(closing.run());
            Map<String, Object> parameters = parameters(closing);
            long documents = series("INV", "invoice-insert", closing, parameters);
            sql.analyze("invoice");
            sql.update("invoice_line-insert", parameters);
            sql.analyze("invoice_line");
            sql.update("charge-issue", parameters);
            documents += series("CN", "credit_note-insert", closing, parameters);
            sql.update("month_close-insert", parameters);
            return documents;
        });
    }

    /** Brings the payment state of issued invoices to the day (C14). Returns how many moved. */
    public long settle(LocalDate asOf, Policies policies, RunMark run) {
        return sql.together(() -> {
            runs.fence(run);
            sql.update("settlement_stage-empty");
            LineSettlements.stage(sql.connection(), asOf, policies);
            sql.analyze("settlement_stage");
            sql.update("invoice_status-empty");
            CopyIn stage = new CopyIn(sql.connection(), "invoice_status-copy", 2);
            try (ResultSet r =
                    Statements.stream(sql.connection(), "invoice-unsettled-read", Map.of("on", Date.valueOf(asOf)))) {
                while (r.next()) {
                    InvoiceStatus status = InvoiceStatus.on(
                            asOf, Columns.date(r, "invoice_date"), Columns.date(r, "due_date"), r.getBoolean("unpaid"));
                    stage.row().text(Columns.text(r, "invoice_number")).code(status);
                }
                stage.finish();
            } catch (SQLException e) {
                throw new StoreException(e);
            }
            return (long) sql.update("invoice-update");
        });
    }

    private long series(String prefix, String statement, Closing closing, Map<String, Object> parameters) {
        parameters.put("series", prefix + "-" + closing.month().getYear());
        sql.update("document_series-insert", parameters);
        return sql.update(statement, parameters);
    }

    /** Asks the rule for the dates, tax and total of every proposed invoice. */
    private void terms(Closing closing) {
        sql.update("invoice_terms-empty");
        Connection connection = sql.connection();
        CopyIn stage = new CopyIn(connection, "invoice_terms-copy", 8);
        try {
            ScopeStream bills = new ScopeStream(connection, "bill_stage-read");
            while (bills.more()) {
                long no = bills.scope();
                List<BillLine> lines = bills.take(no, DocumentStore::billLine);
                InvoiceTerms.Bill bill = bill(lines, closing);
                InvoiceTerms decided = InvoiceTerms.decide(bill, closing.policies());
                stage.row()
                        .int8(no)
                        .date(decided.invoiceDate())
                        .date(decided.dueDate())
                        .code(bill.method())
                        .numeric(bill.taxRate())
                        .numeric(decided.tax().amount())
                        .numeric(decided.total().amount())
                        .bool(decided.issued());
            }
            stage.finish();
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    private record BillLine(
            String billTo,
            Money subtotal,
            boolean agreementLine,
            @Nullable String agreementCountry,
            @Nullable AccountVersion version) {}

    private static BillLine billLine(ResultSet r) throws SQLException {
        Currency currency = Currency.getInstance(Columns.text(r, "invoice_currency"));
        return new BillLine(
                Columns.text(r, "scope_id"),
                Money.rounded(currency, r.getBigDecimal("subtotal")),
                r.getBoolean("agreement_line"),
                r.getString("agreement_country"),
                Readings.account(r));
    }

    /** How the bill-to account pays and where it is, on the last day of the posting month (C10, C11). */
    private static InvoiceTerms.Bill bill(List<BillLine> lines, Closing closing) {
        BillLine first = lines.get(0);
        List<AccountVersion> versions = lines.stream()
                .map(BillLine::version)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        LocalDate last = closing.month().atEndOfMonth();
        Account account = versions.isEmpty()
                ? Account.unknown(first.billTo())
                : AccountHistory.of(first.billTo(), versions, closing.policies());
        String country = first.agreementCountry() == null ? account.country().on(last) : first.agreementCountry();
        return new InvoiceTerms.Bill(
                closing.month(),
                first.subtotal(),
                first.agreementLine(),
                account.payment().on(last).method(),
                closing.taxes().on(country, last));
    }

    /** A credit note that is to be: where it goes, what it credits, and the tax its invoice's rate gives. */
    private record Proposed(
            String billTo,
            String invoice,
            String plan,
            int term,
            String reason,
            CreditTerms.Credit credit,
            Money tax,
            @Nullable Long goodwill) {}

    private long credits(Closing closing) {
        Map<String, BigDecimal[]> sums = new HashMap<>();
        List<Proposed> open = sql.list("credit-open-list", Map.of(), (r, i) -> proposed(r, sums));
        CopyIn stage = new CopyIn(sql.connection(), "proposed_credit-copy", 11);
        try {
            for (int no = 1; no <= open.size(); no++) {
                Proposed note = open.get(no - 1);
                Money amount = note.credit().amount();
                stage.row()
                        .int8(closing.run().runId())
                        .int8(no)
                        .text(note.billTo())
                        .text(amount.currency().getCurrencyCode())
                        .text(note.invoice())
                        .text(note.plan())
                        .int4(note.term())
                        .text(note.reason())
                        .numeric(amount.amount())
                        .numeric(note.tax().amount())
                        .int8OrNull(note.goodwill());
            }
            return stage.finish();
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /** Credit notes against one invoice follow each other: the last one takes the tax that is left (L13). */
    private static Proposed proposed(ResultSet r, Map<String, BigDecimal[]> sums) throws SQLException {
        Currency currency = Currency.getInstance(Columns.text(r, "currency"));
        String invoice = Columns.text(r, "invoice_number");
        BigDecimal[] sum = sums.get(invoice);
        if (sum == null) {
            sum = new BigDecimal[] {r.getBigDecimal("credited"), r.getBigDecimal("credited_tax")};
            sums.put(invoice, sum);
        }
        CreditTerms.Credit credit = new CreditTerms.Credit(
                Money.rounded(currency, r.getBigDecimal("amount")),
                r.getBigDecimal("tax_rate"),
                Money.rounded(currency, r.getBigDecimal("invoice_subtotal")),
                Money.rounded(currency, r.getBigDecimal("invoice_tax")),
                Money.rounded(currency, sum[0]),
                Money.rounded(currency, sum[1]));
        Money tax = CreditTerms.tax(credit);
        sum[0] = sum[0].add(credit.amount().amount());
        sum[1] = sum[1].add(tax.amount());
        return new Proposed(
                Columns.text(r, "bill_to"),
                invoice,
                Columns.text(r, "plan_id"),
                r.getInt("term"),
                Columns.text(r, "reason"),
                credit,
                tax,
                r.getObject("goodwill_id", Long.class));
    }

    private static Map<String, Object> parameters(Closing closing) {
        YearMonth first = closing.policies().firstMonth();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("run", closing.run().runId());
        parameters.put("month", Date.valueOf(closing.month().atDay(1)));
        parameters.put("on", Date.valueOf(closing.asOf()));
        parameters.put("first", Date.valueOf(first == null ? ALWAYS : first.atDay(1)));
        return parameters;
    }
}
