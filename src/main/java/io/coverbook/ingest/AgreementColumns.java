package io.coverbook.ingest;

import io.coverbook.plan.AgreementStatus;
import io.coverbook.plan.CancelChannel;
import io.coverbook.plan.OrderStatus;
import io.coverbook.plan.Relationship;
import io.coverbook.plan.SupportLevel;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The columns of an enterprise-agreements export (CONTRACT 2.3). */
final class AgreementColumns implements RowReader {

    private static final long KIND = 4;

    private static final Spellings<AgreementStatus> STATUSES = Spellings.of(AgreementStatus.class, "PENDING: New");

    private static final Spellings<Relationship> RELATIONSHIPS =
            Spellings.of(Relationship.class, "DIRECT: EaDirect; INDIRECT: EaIndirect");

    private static final Spellings<SupportLevel> LEVELS =
            Spellings.of(SupportLevel.class, "PROFESSIONAL_DIRECT: Pro-Direct");

    private static final Spellings<OrderStatus> ORDER_STATUSES =
            Spellings.of(OrderStatus.class, "FULFILLED: Completed; CANCELLED: Canceled");

    private final Column id;
    private final Column accountId;
    private final Column status;
    private final Column startDate;
    private final Column endDate;
    private final Column customerId;
    private final Column statusSince;
    private final Column relationship;
    private final Column partnerAccountId;
    private final Column country;
    private final Column currency;
    private final Column supportLevel;
    private final Column supportCoverageStart;
    private final Column supportCoverageEnd;
    private final Column promoPrice;
    private final Column promoUntil;
    private final Column orderStatus;
    private final Column orderedLevel;
    private final Column orderDate;
    private final Column orderChangedOn;
    private final Column tempRequestAt;
    private final Column tempLevel;
    private final Column tempDescription;
    private final Column notificationContacts;
    private final Column cancelRequestedAt;
    private final Column cancelChannel;
    private final Column updatedAt;

    AgreementColumns(Header header) {
        id = header.column("ea_id");
        accountId = header.column("billing_account_id");
        status = header.column("status");
        startDate = header.column("start_date");
        endDate = header.column("end_date");
        customerId = header.column("customer_id");
        statusSince = header.column("status_since");
        relationship = header.column("relationship");
        partnerAccountId = header.column("partner_account_id");
        country = header.column("country");
        currency = header.column("currency");
        supportLevel = header.column("support_level");
        supportCoverageStart = header.column("support_coverage_start");
        supportCoverageEnd = header.column("support_coverage_end");
        promoPrice = header.column("promo_price");
        promoUntil = header.column("promo_until");
        orderStatus = header.column("order_status");
        orderedLevel = header.column("ordered_level");
        orderDate = header.column("order_date");
        orderChangedOn = header.column("order_changed_on");
        tempRequestAt = header.column("temp_request_at");
        tempLevel = header.column("temp_level");
        tempDescription = header.column("temp_description");
        notificationContacts = header.column("notification_contacts");
        cancelRequestedAt = header.column("cancel_requested_at");
        cancelChannel = header.column("cancel_channel");
        updatedAt = header.column("updated_at");
    }

    @Override
    public ExportRow row(Cells cells) {
        cells.beginFingerprint(KIND);
        String agreement = cells.id(id);
        String account = cells.id(accountId);
        AgreementStatus state = cells.requiredChoice(status, STATUSES, AgreementStatus.ACTIVE);
        LocalDate start = cells.date(startDate);
        LocalDate end = cells.date(endDate);
        String customer = cells.maybeId(customerId);
        LocalDate since = cells.maybeDate(statusSince);
        Relationship billed = cells.choice(relationship, RELATIONSHIPS, Relationship.DIRECT);
        String partner = cells.maybeId(partnerAccountId);
        String land = cells.maybeCountry(country);
        String money = cells.maybeCurrency(currency);
        Support support = support(cells, money);
        Order order = order(cells);
        Temporary temporary = temporary(cells);
        String contacts = cells.list(notificationContacts);
        Instant cancelled = cells.maybeInstant(cancelRequestedAt);
        CancelChannel cancelledBy = cells.maybeChoice(cancelChannel, SubscriptionColumns.CANCEL_CHANNELS);
        Instant updated = cells.maybeInstant(updatedAt);
        if (cells.faults().none()) {
            checkOrder(cells, start, end, support);
        }
        return new AgreementRow(
                cells.line(),
                cells.fingerprint(),
                agreement,
                account,
                state,
                start,
                end,
                customer,
                since,
                billed,
                partner,
                land,
                money,
                support.level(),
                support.start(),
                support.end(),
                support.promoPrice(),
                support.promoUntil(),
                order.status(),
                order.level(),
                order.date(),
                order.changedOn(),
                temporary.requestAt(),
                temporary.level(),
                temporary.description(),
                contacts,
                cancelled,
                cancelledBy,
                updated);
    }

    private record Support(
            SupportLevel level,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            @Nullable BigDecimal promoPrice,
            @Nullable LocalDate promoUntil) {}

    private Support support(Cells cells, @Nullable String money) {
        return new Support(
                cells.choice(supportLevel, LEVELS, SupportLevel.NONE),
                cells.maybeDate(supportCoverageStart),
                cells.maybeDate(supportCoverageEnd),
                cells.maybePrice(promoPrice, money),
                cells.maybeDate(promoUntil));
    }

    private record Order(
            OrderStatus status,
            @Nullable SupportLevel level,
            @Nullable LocalDate date,
            @Nullable LocalDate changedOn) {}

    private Order order(Cells cells) {
        return new Order(
                cells.choice(orderStatus, ORDER_STATUSES, OrderStatus.NONE),
                cells.maybeChoice(orderedLevel, LEVELS),
                cells.maybeDate(orderDate),
                cells.maybeDate(orderChangedOn));
    }

    private record Temporary(
            @Nullable Instant requestAt,
            @Nullable SupportLevel level,
            @Nullable String description) {}

    private Temporary temporary(Cells cells) {
        return new Temporary(
                cells.maybeInstant(tempRequestAt), cells.maybeChoice(tempLevel, LEVELS), cells.text(tempDescription));
    }

    private void checkOrder(Cells cells, LocalDate start, LocalDate end, Support support) {
        if (end.isBefore(start)) {
            cells.fault(
                    endDate,
                    RejectCode.R07_DATE_ORDER,
                    "end_date " + end + " lies before start_date " + start + "; correct one of them");
        }
        boolean plan = support.level().tier() != null;
        LocalDate from = support.start() == null && plan ? start : support.start();
        LocalDate until = support.end();
        if (from != null && until != null && until.isBefore(from)) {
            cells.fault(
                    supportCoverageEnd,
                    RejectCode.R07_DATE_ORDER,
                    "support_coverage_end " + until + " lies before the coverage begins on " + from
                            + "; correct one of them");
        }
    }
}
