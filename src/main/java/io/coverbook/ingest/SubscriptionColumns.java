package io.coverbook.ingest;

import io.coverbook.plan.CancelChannel;
import io.coverbook.plan.Channel;
import io.coverbook.plan.ProductCategory;
import io.coverbook.plan.SubscriptionState;
import io.coverbook.plan.Tier;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a subscriptions export (CONTRACT 2.2): rows of category AZURE_SUPPORT are plans, all others can be
 * covered by one.
 *
 * <p>A plan row has no state of its own. Where it says state DELETED or an {@code ended_on} and no {@code
 * cancel_requested_at}, it counts as cancelled at midnight UTC of {@code ended_on}, else of {@code state_since}; where
 * neither is given it is rejected, for a cancellation without a date would move with every import.
 */
final class SubscriptionColumns implements RowReader {

    private static final long SUBSCRIPTION_KIND = 2;
    private static final long PLAN_KIND = 3;
    private static final String MONTHLY = "P1M";

    private enum AutoRenew {
        ON,
        OFF
    }

    private static final Spellings<ProductCategory> CATEGORIES = Spellings.of(
            ProductCategory.class, "OTHER: Hardware, ReservationOrder, SaaS, SavingsPlanOrder, Software, SeatBased");

    private static final Spellings<SubscriptionState> STATES = Spellings.of(
            SubscriptionState.class,
            "ACTIVE: Enabled, AutoRenew, Expiring; DISABLED: Suspended, Inactive; EXPIRED: Cancelled, Canceled");

    static final Spellings<Tier> TIERS = Spellings.of(Tier.class, "PROFESSIONAL_DIRECT: Pro-Direct");

    private static final Spellings<Channel> CHANNELS = Spellings.of(
            Channel.class,
            "AZURE_PORTAL: Portal; AZURE_WEBSITE: Website; MCA: MicrosoftCustomerAgreement;"
                    + " MS_REPRESENTATIVE: MicrosoftRepresentative; MS_SELLER: MicrosoftSeller, Seller");

    private static final Spellings<AutoRenew> SWITCH = Spellings.of(AutoRenew.class, "ON: True, Yes; OFF: False, No");

    static final Spellings<CancelChannel> CANCEL_CHANNELS =
            Spellings.of(CancelChannel.class, "AZURE_PORTAL: Portal; MS_REPRESENTATIVE: MicrosoftRepresentative");

    private final Column id;
    private final Column accountId;
    private final Column displayName;
    private final Column category;
    private final Column eaId;
    private final Column state;
    private final Column stateSince;
    private final Column createdOn;
    private final Column scopeSince;
    private final Column endedOn;
    private final Column updatedAt;
    private final Column tier;
    private final Column channel;
    private final Column purchasedAt;
    private final Column coverageStart;
    private final Column contractEnd;
    private final Column autoRenew;
    private final Column autoRenewChangedAt;
    private final Column cancelRequestedAt;
    private final Column cancelChannel;
    private final Column billingFrequency;
    private final Column promoPrice;
    private final Column promoUntil;
    private final Column linkedEaId;

    SubscriptionColumns(Header header) {
        id = header.column("subscription_id");
        accountId = header.column("billing_account_id");
        displayName = header.column("display_name");
        category = header.column("product_category");
        eaId = header.column("ea_id");
        state = header.column("state");
        stateSince = header.column("state_since");
        createdOn = header.column("created_on");
        scopeSince = header.column("scope_since");
        endedOn = header.column("ended_on");
        updatedAt = header.column("updated_at");
        tier = header.column("plan_tier");
        channel = header.column("channel");
        purchasedAt = header.column("purchased_at");
        coverageStart = header.column("coverage_start");
        contractEnd = header.column("contract_end");
        autoRenew = header.column("auto_renew");
        autoRenewChangedAt = header.column("auto_renew_changed_at");
        cancelRequestedAt = header.column("cancel_requested_at");
        cancelChannel = header.column("cancel_channel");
        billingFrequency = header.column("billing_frequency");
        promoPrice = header.column("promo_price");
        promoUntil = header.column("promo_until");
        linkedEaId = header.column("linked_ea_id");
    }

    @Override
    public ExportRow row(Cells cells) {
        cells.beginFingerprint(SUBSCRIPTION_KIND);
        ProductCategory kind = cells.choice(category, CATEGORIES, ProductCategory.USAGE_BASED);
        return kind == ProductCategory.AZURE_SUPPORT ? plan(cells) : subscription(cells, kind);
    }

    private SubscriptionRow subscription(Cells cells, ProductCategory kind) {
        String subscription = cells.id(id);
        String account = cells.id(accountId);
        String name = cells.text(displayName);
        String agreement = cells.maybeId(eaId);
        SubscriptionState condition = cells.choice(state, STATES, SubscriptionState.ACTIVE);
        LocalDate since = cells.maybeDate(stateSince);
        LocalDate created = cells.date(createdOn, LocalDate.EPOCH);
        LocalDate scoped = cells.maybeDate(scopeSince);
        LocalDate ended = cells.maybeDate(endedOn);
        Instant updated = cells.maybeInstant(updatedAt);
        if (cells.filled(tier)) {
            cells.fault(
                    tier,
                    RejectCode.R15_INCONSISTENT,
                    "plan_tier is filled, but product_category is " + kind
                            + "; write AZURE_SUPPORT if the row is a support plan, else empty plan_tier");
        }
        return new SubscriptionRow(
                cells.line(),
                cells.fingerprint(),
                subscription,
                account,
                name,
                kind,
                agreement,
                condition,
                since,
                created,
                scoped,
                ended,
                updated);
    }

    private PlanRow plan(Cells cells) {
        Instant ended = ended(cells);
        cells.beginFingerprint(PLAN_KIND);
        String plan = cells.id(id);
        String account = cells.id(accountId);
        String name = cells.text(displayName);
        Tier level = cells.requiredChoice(tier, TIERS, Tier.STANDARD);
        Channel bought = cells.requiredChoice(channel, CHANNELS, Channel.AZURE_PORTAL);
        Instant purchased = cells.instant(purchasedAt);
        LocalDate start = cells.maybeDate(coverageStart);
        LocalDate end = cells.maybeDate(contractEnd);
        boolean renews = cells.choice(autoRenew, SWITCH, AutoRenew.ON) == AutoRenew.ON;
        Instant renewalChanged = cells.maybeInstant(autoRenewChangedAt);
        Instant cancelled = cells.maybeInstant(cancelRequestedAt, ended);
        CancelChannel cancelledBy = cells.maybeChoice(cancelChannel, CANCEL_CHANNELS);
        String frequency = cells.code(billingFrequency, MONTHLY);
        BigDecimal promo = cells.maybePrice(promoPrice, null);
        LocalDate promoTo = cells.maybeDate(promoUntil);
        String agreement = linkedAgreement(cells);
        Instant updated = cells.maybeInstant(updatedAt);
        if (end != null && cells.faults().none()) {
            checkContract(
                    cells, end, start == null ? purchased.atZone(ZoneOffset.UTC).toLocalDate() : start);
        }
        return new PlanRow(
                cells.line(),
                cells.fingerprint(),
                plan,
                account,
                name,
                level,
                bought,
                purchased,
                start,
                end,
                renews,
                renewalChanged,
                cancelled,
                cancelledBy,
                frequency,
                promo,
                promoTo,
                agreement,
                updated);
    }

    /** When a plan that says it is over, but not when it was cancelled, counts as cancelled; null when it goes on. */
    private @Nullable Instant ended(Cells cells) {
        SubscriptionState condition = cells.choice(state, STATES, SubscriptionState.ACTIVE);
        LocalDate since = cells.maybeDate(stateSince);
        LocalDate ended = cells.maybeDate(endedOn);
        boolean deleted = condition == SubscriptionState.DELETED;
        if (cells.filled(cancelRequestedAt) || (ended == null && !deleted)) {
            return null;
        }
        LocalDate day = ended == null ? since : ended;
        if (day == null) {
            cells.fault(
                    endedOn,
                    RejectCode.R02_REQUIRED,
                    "the plan is DELETED, but nothing says since when; fill in ended_on, state_since or"
                            + " cancel_requested_at");
            return null;
        }
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** A plan supports one agreement (C196). */
    private @Nullable String linkedAgreement(Cells cells) {
        if (cells.contains(linkedEaId, ';')) {
            cells.fault(
                    linkedEaId,
                    RejectCode.R15_INCONSISTENT,
                    "a plan covers one agreement, and this row names several; keep the one to which the plan is attached");
            return null;
        }
        return cells.maybeId(linkedEaId);
    }

    private void checkContract(Cells cells, LocalDate end, LocalDate start) {
        if (end.isBefore(start)) {
            cells.fault(
                    contractEnd,
                    RejectCode.R07_DATE_ORDER,
                    "contract_end " + end + " lies before the plan begins on " + start + "; correct one of them");
        }
    }
}
