package io.coverbook.store;

import io.coverbook.billing.Settlement;
import io.coverbook.billing.Settlement.Owed;
import io.coverbook.billing.Settlement.Paid;
import io.coverbook.money.Money;
import io.coverbook.plan.Policies;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Reads what is owed and what was paid plan by plan, asks the rule, and stages when each line was settled (C14, L19). */
final class LineSettlements {

    private final CopyIn stage;
    private final LocalDate asOf;
    private final Policies policies;
    private final List<Integer> terms = new ArrayList<>();
    private final List<Owed> lines = new ArrayList<>();
    private final List<Paid> payments = new ArrayList<>();
    private String plan = "";

    private LineSettlements(Connection connection, LocalDate asOf, Policies policies) {
        this.stage = new CopyIn(connection, "settlement_stage-copy", 4);
        this.asOf = asOf;
        this.policies = policies;
    }

    /** Stages every line that must be paid; the empty staging table is the caller's. */
    static void stage(Connection connection, LocalDate asOf, Policies policies) {
        try (ResultSet rows = Statements.stream(connection, "invoice_line-read-owed")) {
            LineSettlements settlements = new LineSettlements(connection, asOf, policies);
            while (rows.next()) {
                settlements.take(rows);
            }
            settlements.decide();
            settlements.stage.finish();
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    private void take(ResultSet r) throws SQLException {
        String id = Columns.text(r, "plan_id");
        if (!id.equals(plan)) {
            decide();
            plan = id;
        }
        if (Columns.text(r, "kind").equals("OWED")) {
            terms.add(r.getInt("term"));
            lines.add(owed(r));
        } else {
            LocalDate on = policies.dayOf(Columns.instant(r, "at"));
            if (!on.isAfter(asOf)) {
                payments.add(new Paid(on, r.getString("invoice_number"), r.getBigDecimal("amount")));
            }
        }
    }

    private static Owed owed(ResultSet r) throws SQLException {
        BigDecimal amount = r.getBigDecimal("amount");
        Money net = Money.rounded(Currency.getInstance(Columns.text(r, "currency")), amount);
        return new Owed(
                Columns.text(r, "invoice_number"),
                Columns.date(r, "charge_date"),
                net.plus(net.times(r.getBigDecimal("tax_rate"))));
    }

    private void decide() throws SQLException {
        List<Optional<LocalDate>> settled = Settlement.decide(lines, payments);
        for (int i = 0; i < lines.size(); i++) {
            stage.row()
                    .text(plan)
                    .int4(terms.get(i))
                    .text(lines.get(i).invoiceNumber())
                    .date(settled.get(i).orElse(null));
        }
        terms.clear();
        lines.clear();
        payments.clear();
    }
}
