package io.coverbook.plan;

import io.coverbook.calendar.Timeline;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A billing account through time. {@code status} has the closing day applied: CLOSED begins on the first day that no
 * longer counts (A8). {@code known} is false for an id that other rows name and no export has shown (P47).
 */
public record Account(
        String id,
        boolean known,
        String customerId,
        Timeline<AccountStatus> status,
        Timeline<AgreementType> agreementType,
        Timeline<String> currency,
        Timeline<String> country,
        Timeline<Payment> payment,
        Timeline<Benefit> benefit,
        @Nullable String billingProfileId,
        @Nullable String eMail,
        @Nullable Instant firstSeenAt) {

    /** How the account pays. {@code expiry} is the last month in which a card is valid (P22). */
    public record Payment(
            PaymentMethod method,
            PaymentMethodStatus status,
            @Nullable YearMonth expiry) {

        /** Whether a renewal on that day can be charged (X19, D1). */
        public boolean validOn(LocalDate day) {
            return switch (method) {
                case WIRE -> true;
                case NONE -> false;
                case CARD ->
                    status == PaymentMethodStatus.ACTIVE
                            && (expiry == null || !YearMonth.from(day).isAfter(expiry));
            };
        }
    }

    /**
     * Membership in a programme that may bring limited support (R15).
     *
     * @param validTo the last day, empty when the programme's terms are not told
     * @param incidents how many requests are left, empty when the programme's terms are not told
     */
    public record Benefit(
            @Nullable Program program,
            @Nullable LocalDate validTo,
            @Nullable Integer incidents) {

        public static final Benefit NONE = new Benefit(null, null, null);

        /** Whether it is a member, but nobody knows on what terms (E6). */
        public boolean termsUnknown() {
            return program != null && (validTo == null || incidents == null);
        }

        /** Whether it brings support on the day: unexpired, and incidents left (P39). */
        public boolean supportsOn(LocalDate day) {
            return program != null && validTo != null && incidents != null && incidents > 0 && !day.isAfter(validTo);
        }
    }

    /** An account that other rows name and no export has shown: nothing is known of it but its id. */
    public static Account unknown(String id) {
        return new Account(
                id,
                false,
                id,
                Timeline.always(AccountStatus.ACTIVE),
                Timeline.always(AgreementType.MOSP),
                Timeline.always(""),
                Timeline.always(""),
                Timeline.always(new Payment(PaymentMethod.WIRE, PaymentMethodStatus.ACTIVE, null)),
                Timeline.always(Benefit.NONE),
                null,
                null,
                null);
    }
}
