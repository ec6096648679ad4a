package io.coverbook.ingest;

import io.coverbook.plan.Tier;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** The columns of an export of witnesses. */
final class WitnessColumns implements RowReader {

    private static final long KIND = 7;

    private static final Spellings<WitnessRow.Type> TYPES = Spellings.of(WitnessRow.Type.class, "");

    private final Column type;
    private final Column id;
    private final Column source;
    private final Column accountId;
    private final Column subscriptionId;
    private final Column name;
    private final Column tier;
    private final Column amount;
    private final Column currency;
    private final Column fromOn;
    private final Column throughOn;
    private final Column at;
    private final Column state;
    private final Column detail;

    WitnessColumns(Header header) {
        type = header.column("record_type");
        id = header.column("record_id");
        source = header.column("source");
        accountId = header.column("billing_account_id");
        subscriptionId = header.column("subscription_id");
        name = header.column("name");
        tier = header.column("plan_tier");
        amount = header.column("amount");
        currency = header.column("currency");
        fromOn = header.column("from_on");
        throughOn = header.column("through_on");
        at = header.column("at");
        state = header.column("state");
        detail = header.column("detail");
    }

    @Override
    public ExportRow row(Cells cells) {
        cells.beginFingerprint(KIND);
        WitnessRow.Type recorded = cells.requiredChoice(type, TYPES, WitnessRow.Type.OTHER);
        String record = cells.id(id);
        String told = cells.text(source);
        String account = cells.maybeId(accountId);
        String subscription = cells.maybeId(subscriptionId);
        String called = cells.text(name);
        Tier level = cells.maybeChoice(tier, SubscriptionColumns.TIERS);
        BigDecimal sum = cells.maybeSum(amount);
        String money = cells.maybeCurrency(currency);
        LocalDate from = cells.maybeDate(fromOn);
        LocalDate through = cells.maybeDate(throughOn);
        Instant when = cells.maybeInstant(at);
        String condition = cells.text(state);
        String more = cells.list(detail);
        return new WitnessRow(
                cells.line(),
                cells.fingerprint(),
                recorded,
                record,
                told,
                account,
                subscription,
                called,
                level,
                sum,
                money,
                from,
                through,
                when,
                condition,
                more);
    }
}
