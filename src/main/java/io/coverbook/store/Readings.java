package io.coverbook.store;

import io.coverbook.calendar.DaySet;
import io.coverbook.calendar.Span;
import io.coverbook.entitlement.SubscriptionVersion;
import io.coverbook.plan.Account.Benefit;
import io.coverbook.plan.Account.Payment;
import io.coverbook.plan.AccountStatus;
import io.coverbook.plan.AccountVersion;
import io.coverbook.plan.Agreement.TemporaryRequest;
import io.coverbook.plan.AgreementStatus;
import io.coverbook.plan.AgreementType;
import io.coverbook.plan.AgreementVersion;
import io.coverbook.plan.CancelChannel;
import io.coverbook.plan.Channel;
import io.coverbook.plan.OrderStatus;
import io.coverbook.plan.PaymentMethod;
import io.coverbook.plan.PaymentMethodStatus;
import io.coverbook.plan.PlanVersion;
import io.coverbook.plan.Policies;
import io.coverbook.plan.Program;
import io.coverbook.plan.Relationship;
import io.coverbook.plan.Ruling;
import io.coverbook.plan.SubscriptionState;
import io.coverbook.plan.SupportLevel;
import io.coverbook.plan.Tier;
import io.coverbook.reconcile.Population;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the nouns of the rules out of rows. */
final class Readings {

    private Readings() {}

    /** A version, or null for an id that no export has shown. */
    static @Nullable AccountVersion account(ResultSet r) throws SQLException {
        Instant at = Columns.instantOrNull(r, "exported_at");
        if (at == null) {
            return null;
        }
        LocalDate expiry = Columns.dateOrNull(r, "payment_method_expiry");
        return new AccountVersion(
                at,
                r.getBoolean("absent"),
                Columns.code(r, "agreement_type", AgreementType.class),
                Columns.text(r, "country"),
                Columns.text(r, "currency"),
                Columns.dateOrNull(r, "currency_since"),
                Columns.text(r, "customer_id"),
                Columns.code(r, "status", AccountStatus.class),
                Columns.dateOrNull(r, "status_since"),
                new Payment(
                        Columns.code(r, "payment_method", PaymentMethod.class),
                        Columns.code(r, "payment_method_status", PaymentMethodStatus.class),
                        expiry == null ? null : YearMonth.from(expiry)),
                benefit(r),
                r.getString("billing_profile_id"),
                r.getString("e_mail"));
    }

    private static Benefit benefit(ResultSet r) throws SQLException {
        Program program = Columns.codeOrNull(r, "program", Program.class);
        return program == null
                ? Benefit.NONE
                : new Benefit(
                        program,
                        Columns.dateOrNull(r, "benefit_valid_to"),
                        r.getObject("incidents_remaining", Integer.class));
    }

    /** The terms of a plan that have a charge: from the first to the last, or one by one where some between have none. */
    static BitSet charged(ResultSet r) throws SQLException {
        BitSet charged = new BitSet();
        Array terms = r.getArray("terms");
        if (terms != null) {
            for (Integer term : (Integer[]) terms.getArray()) {
                charged.set(term);
            }
            return charged;
        }
        int first = r.getInt("first_term");
        if (!r.wasNull()) {
            charged.set(first, r.getInt("last_term") + 1);
        }
        return charged;
    }

    static SubscriptionVersion subscription(ResultSet r, Policies policies) throws SQLException {
        return new SubscriptionVersion(
                policies.dayOf(Columns.instant(r, "exported_at")),
                r.getBoolean("absent"),
                Columns.text(r, "account_id"),
                r.getString("ea_id"),
                Columns.code(r, "state", SubscriptionState.class),
                Columns.dateOrNull(r, "state_since"),
                Columns.date(r, "created_on"),
                Columns.dateOrNull(r, "scope_since"),
                Columns.dateOrNull(r, "ended_on"));
    }

    static PlanVersion plan(ResultSet r) throws SQLException {
        return new PlanVersion(
                Columns.instant(r, "exported_at"),
                r.getBoolean("absent"),
                Columns.code(r, "tier", Tier.class),
                Columns.code(r, "channel", Channel.class),
                Columns.instant(r, "purchased_at"),
                Columns.dateOrNull(r, "coverage_start"),
                Columns.dateOrNull(r, "contract_end"),
                r.getBoolean("auto_renew"),
                Columns.instantOrNull(r, "auto_renew_changed_at"),
                Columns.instantOrNull(r, "cancel_requested_at"),
                Columns.codeOrNull(r, "cancel_channel", CancelChannel.class),
                Columns.text(r, "billing_frequency"),
                r.getBigDecimal("promo_price"),
                Columns.dateOrNull(r, "promo_until"));
    }

    /** A version, or null for an id that no export has shown. */
    static @Nullable AgreementVersion agreement(ResultSet r) throws SQLException {
        Instant at = Columns.instantOrNull(r, "exported_at");
        if (at == null) {
            return null;
        }
        Instant requested = Columns.instantOrNull(r, "temp_request_at");
        String description = r.getString("temp_description");
        return new AgreementVersion(
                at,
                r.getBoolean("absent"),
                Columns.text(r, "account_id"),
                Columns.code(r, "status", AgreementStatus.class),
                Columns.dateOrNull(r, "status_since"),
                Columns.date(r, "start_date"),
                Columns.date(r, "end_date"),
                Columns.code(r, "relationship", Relationship.class),
                r.getString("partner_account_id"),
                r.getString("country"),
                r.getString("currency"),
                Columns.code(r, "support_level", SupportLevel.class),
                Columns.dateOrNull(r, "support_coverage_start"),
                Columns.dateOrNull(r, "support_coverage_end"),
                r.getBigDecimal("promo_price"),
                Columns.dateOrNull(r, "promo_until"),
                Columns.code(r, "order_status", OrderStatus.class),
                Columns.codeOrNull(r, "ordered_level", SupportLevel.class),
                Columns.dateOrNull(r, "order_date"),
                Columns.dateOrNull(r, "order_changed_on"),
                requested == null
                        ? null
                        : new TemporaryRequest(
                                requested,
                                Columns.codeOrNull(r, "temp_level", SupportLevel.class),
                                description != null && !description.isBlank()),
                r.getString("notification_contacts"),
                Columns.instantOrNull(r, "cancel_requested_at"),
                Columns.codeOrNull(r, "cancel_channel", CancelChannel.class));
    }

    static Ruling ruling(ResultSet r) throws SQLException {
        return new Ruling(
                Columns.code(r, "kind", Ruling.Kind.class), Columns.text(r, "code"), Columns.instant(r, "at"));
    }

    static Population population(ResultSet r) throws SQLException {
        return new Population(days(r.getString("present")), days(r.getString("active")));
    }

    /** A multirange of dates as PostgreSQL writes it: {[2025-01-01,2026-03-01),[2026-04-01,9999-12-31)}. */
    static DaySet days(@Nullable String multirange) {
        List<Span> spans = new ArrayList<>();
        int at = multirange == null ? -1 : multirange.indexOf('[');
        while (multirange != null && at >= 0) {
            int comma = multirange.indexOf(',', at);
            int end = multirange.indexOf(')', comma);
            spans.add(new Span(
                    LocalDate.parse(multirange.substring(at + 1, comma)),
                    LocalDate.parse(multirange.substring(comma + 1, end))));
            at = multirange.indexOf('[', end);
        }
        return DaySet.of(spans);
    }
}
