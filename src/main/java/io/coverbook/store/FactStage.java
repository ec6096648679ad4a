package io.coverbook.store;

import io.coverbook.calendar.Span;
import io.coverbook.entitlement.RoleRights;
import io.coverbook.entitlement.Standing;
import io.coverbook.entitlement.SubscriptionDays;
import io.coverbook.entitlement.SubscriptionDays.Part;
import io.coverbook.entitlement.SubscriptionVersion;
import io.coverbook.ingest.AccountRow;
import io.coverbook.ingest.AgreementRow;
import io.coverbook.ingest.ExportKind;
import io.coverbook.ingest.ExportRow;
import io.coverbook.ingest.ExportSink;
import io.coverbook.ingest.FileWarning;
import io.coverbook.ingest.PaymentRow;
import io.coverbook.ingest.PlanRow;
import io.coverbook.ingest.Reject;
import io.coverbook.ingest.RoleRow;
import io.coverbook.ingest.SubscriptionRow;
import io.coverbook.ingest.WitnessRow;
import io.coverbook.plan.RoleScope;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Puts the rows of one file into staging as they are read. */
final class FactStage implements ExportSink, AutoCloseable {

    private static final int SHOWN = 20;

    /** Rows between two words to whoever watches: a few times a second at the speed of an import. */
    private static final long PACE = 32_768;

    private final BlockSender sender = new BlockSender();
    private final CopyIn accounts;
    private final CopyIn agreements;
    private final CopyIn plans;
    private final CopyIn subscriptions;
    private final CopyIn roles;
    private final CopyIn payments;
    private final CopyIn witnesses;
    private final CopyIn spans;
    private final CopyIn rejected;
    private final LocalDate exportedOn;
    private final LongConsumer watch;
    private final List<Reject> shown = new ArrayList<>();
    private final List<FileWarning> warnings = new ArrayList<>();
    private long rows;

    FactStage(Connection connection, LocalDate exportedOn, LongConsumer watch) {
        this.exportedOn = exportedOn;
        this.watch = watch;
        accounts = new CopyIn(connection, "account-stage-copy", 27, sender);
        agreements = new CopyIn(connection, "agreement-stage-copy", 29, sender);
        plans = new CopyIn(connection, "plan-stage-copy", 19, sender);
        subscriptions = new CopyIn(connection, "subscription-stage-copy", 17, sender);
        roles = new CopyIn(connection, "role-stage-copy", 17, sender);
        payments = new CopyIn(connection, "payment-stage-copy", 7, sender);
        witnesses = new CopyIn(connection, "witness-stage-copy", 16, sender);
        spans = new CopyIn(connection, "subscription-span-copy", 7, sender);
        rejected = new CopyIn(connection, "reject_stage-copy", 6, sender);
    }

    /** The tables that the rows of a kind go to, with how they are called in statements. */
    static List<String> tables(ExportKind kind) {
        return switch (kind) {
            case BILLING_ACCOUNTS -> List.of("account");
            case ENTERPRISE_AGREEMENTS -> List.of("agreement");
            case SUBSCRIPTIONS -> List.of("plan", "subscription");
            case ROLE_ASSIGNMENTS -> List.of("role");
            case PAYMENTS -> List.of("payment");
            case WITNESSES -> List.of("witness");
        };
    }

    /** Sends what is left; the number of rows that are staged. */
    long finish() {
        try {
            rejected.finish();
            spans.finish();
            long facts = accounts.finish() + agreements.finish() + plans.finish() + subscriptions.finish();
            return facts + roles.finish() + payments.finish() + witnesses.finish();
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    @Override
    public void close() {
        sender.close();
    }

    List<Reject> shown() {
        return List.copyOf(shown);
    }

    List<FileWarning> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public void row(ExportRow row) {
        count();
        try {
            if (row instanceof SubscriptionRow s) {
                subscription(s);
            } else if (row instanceof AccountRow a) {
                account(a);
            } else if (row instanceof PlanRow p) {
                plan(p);
            } else if (row instanceof AgreementRow e) {
                agreement(e);
            } else if (row instanceof RoleRow r) {
                role(r);
            } else if (row instanceof PaymentRow p) {
                payment(p);
            } else if (row instanceof WitnessRow w) {
                witness(w);
            }
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    @Override
    public void reject(Reject reject) {
        count();
        if (shown.size() < SHOWN) {
            shown.add(reject);
        }
        try {
            rejected.row()
                    .int4(reject.line())
                    .text(reject.code().name())
                    .text(reject.field())
                    .text(reject.value())
                    .text(reject.message())
                    .text(reject.raw());
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    private void count() {
        if (++rows % PACE == 0) {
            watch.accept(rows);
        }
    }

    @Override
    public void warning(FileWarning warning) {
        warnings.add(warning);
    }

    private void account(AccountRow a) throws SQLException {
        YearMonth expiry = a.paymentMethodExpiry();
        accounts.row()
                .int4(a.line())
                .int8(a.fingerprint())
                .text(a.billingAccountId())
                .code(a.agreementType())
                .text(a.country())
                .text(a.currency())
                .text(a.customerId())
                .text(a.displayName())
                .code(a.status())
                .date(a.statusSince())
                .date(a.currencySince())
                .code(a.paymentMethod())
                .code(a.paymentMethodStatus())
                .date(expiry == null ? null : expiry.atDay(1))
                .text(a.billingProfileId())
                .code(a.program())
                .date(a.benefitValidTo())
                .int4OrNull(a.incidentsRemaining())
                .date(a.createdOn())
                .instant(a.updatedAt())
                .text(a.legalName())
                .text(a.street())
                .text(a.city())
                .text(a.postalCode())
                .text(a.vatId())
                .text(a.eMail())
                .text(a.purchaseOrder());
    }

    private void agreement(AgreementRow e) throws SQLException {
        agreements
                .row()
                .int4(e.line())
                .int8(e.fingerprint())
                .text(e.eaId())
                .text(e.billingAccountId())
                .code(e.status())
                .date(e.startDate())
                .date(e.endDate())
                .text(e.customerId())
                .date(e.statusSince())
                .code(e.relationship())
                .text(e.partnerAccountId())
                .text(e.country())
                .text(e.currency())
                .code(e.supportLevel())
                .date(e.supportCoverageStart())
                .date(e.supportCoverageEnd())
                .numeric(e.promoPrice())
                .date(e.promoUntil())
                .code(e.orderStatus())
                .code(e.orderedLevel())
                .date(e.orderDate())
                .date(e.orderChangedOn())
                .instant(e.tempRequestAt())
                .code(e.tempLevel())
                .text(e.tempDescription())
                .text(e.notificationContacts())
                .instant(e.cancelRequestedAt())
                .code(e.cancelChannel())
                .instant(e.updatedAt());
    }

    private void plan(PlanRow p) throws SQLException {
        plans.row()
                .int4(p.line())
                .int8(p.fingerprint())
                .text(p.planId())
                .text(p.billingAccountId())
                .text(p.displayName())
                .code(p.tier())
                .code(p.channel())
                .instant(p.purchasedAt())
                .date(p.coverageStart())
                .date(p.contractEnd())
                .bool(p.autoRenew())
                .instant(p.autoRenewChangedAt())
                .instant(p.cancelRequestedAt())
                .code(p.cancelChannel())
                .text(p.billingFrequency())
                .numeric(p.promoPrice())
                .date(p.promoUntil())
                .text(p.linkedEaId())
                .instant(p.updatedAt());
    }

    private void subscription(SubscriptionRow s) throws SQLException {
        List<Part> parts = SubscriptionDays.decide(List.of(new SubscriptionVersion(
                exportedOn,
                false,
                s.billingAccountId(),
                s.eaId(),
                s.state(),
                s.stateSince(),
                s.createdOn(),
                s.scopeSince(),
                s.endedOn())));
        @Nullable Part only = parts.size() == 1 ? parts.get(0) : null;
        Span days = only == null ? new Span(Span.EVER, Span.NEVER) : only.days();
        subscriptions
                .row()
                .int4(s.line())
                .int8(s.fingerprint())
                .text(s.subscriptionId())
                .text(s.billingAccountId())
                .text(s.eaId())
                .text(s.displayName())
                .code(s.productCategory())
                .code(s.state())
                .date(s.stateSince())
                .date(s.createdOn())
                .date(s.scopeSince())
                .date(s.endedOn())
                .instant(s.updatedAt())
                .int2(parts.size())
                .date(days.from())
                .date(days.until())
                .int2(only == null ? Standing.GOOD.code() : only.standing().code());
        if (only == null) {
            spans(s.subscriptionId(), s.line(), parts);
        }
    }

    /** What a role allows is decided here once, so that sets only have to follow it. */
    private void role(RoleRow r) throws SQLException {
        RoleRights rights = RoleRights.decide(r.role(), r.actions());
        roles.row()
                .int4(r.line())
                .int8(r.fingerprint())
                .text(r.user())
                .code(r.role())
                .text(r.scope().path())
                .text(r.scope().written())
                .text(joined(r.subscriptionIds()))
                .text(joined(r.actions()))
                .bool(r.isPartner())
                .bool(r.partnerBenefit())
                .bool(r.scope().reach() == RoleScope.Reach.ROOT)
                .int2(r.role().rank())
                .bool(r.role().retired())
                .bool(rights.mayCreate())
                .bool(rights.mayManage())
                .bool(rights.canAssign())
                .bool(rights.entitling());
    }

    private static @Nullable String joined(List<String> parts) {
        return parts.isEmpty() ? null : String.join(";", parts);
    }

    private void payment(PaymentRow p) throws SQLException {
        payments.row()
                .int4(p.line())
                .int8(p.fingerprint())
                .text(p.planId())
                .instant(p.at())
                .code(p.result())
                .text(p.invoiceNumber())
                .numeric(p.amount());
    }

    private void witness(WitnessRow w) throws SQLException {
        witnesses
                .row()
                .int4(w.line())
                .int8(w.fingerprint())
                .code(w.type())
                .text(w.id())
                .text(w.source())
                .text(w.billingAccountId())
                .text(w.subscriptionId())
                .text(w.name())
                .code(w.tier())
                .numeric(w.amount())
                .text(w.currency())
                .date(w.fromOn())
                .date(w.throughOn())
                .instant(w.at())
                .text(w.state())
                .text(w.detail());
    }

    /** The runs of days of a subscription that has several, or has changed. */
    void spans(String subscriptionId, int line, List<Part> parts) {
        try {
            for (Part part : parts) {
                spans.row()
                        .text(subscriptionId)
                        .int4(line)
                        .date(part.days().from())
                        .date(part.days().until())
                        .text(part.home().accountId())
                        .text(part.home().eaId())
                        .int2(part.standing().code());
            }
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }
}
