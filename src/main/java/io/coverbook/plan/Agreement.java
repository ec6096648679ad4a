package io.coverbook.plan;

import io.coverbook.calendar.Timeline;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An Enterprise Agreement through time. {@code status} has the closing day applied: TERMINATED and TRANSFERRED begin on
 * the first day that no longer counts (A8).
 *
 * @param level the support level that the agreement's row states
 * @param order the order of a plan that stands on each day (X18)
 * @param requests the requests for temporary support told so far (R79)
 */
public record Agreement(
        String id,
        boolean known,
        String accountId,
        String customerId,
        LocalDate startDate,
        LocalDate endDate,
        Timeline<AgreementStatus> status,
        Relationship relationship,
        @Nullable String partnerAccountId,
        @Nullable String country,
        @Nullable String currency,
        @Nullable String notificationContacts,
        Timeline<SupportLevel> level,
        Timeline<Order> order,
        List<TemporaryRequest> requests,
        @Nullable Instant firstSeenAt) {

    /** An order of a plan: where it stands, the level ordered and the day of the order. */
    public record Order(
            OrderStatus status,
            @Nullable SupportLevel level,
            @Nullable LocalDate on) {

        public static final Order NONE = new Order(OrderStatus.NONE, null, null);

        public boolean pending() {
            return status == OrderStatus.PENDING;
        }
    }

    /**
     * A request to activate support while an order is pending (R79, R80).
     *
     * @param coverageStart of the order once it was fulfilled, after which temporary support has no place (X18)
     */
    public record TemporaryRequest(
            Instant at,
            @Nullable SupportLevel level,
            boolean described,
            @Nullable LocalDate coverageStart) {

        public TemporaryRequest(Instant at, @Nullable SupportLevel level, boolean described) {
            this(at, level, described, null);
        }

        TemporaryRequest coveredFrom(@Nullable LocalDate start) {
            return new TemporaryRequest(at, level, described, start);
        }
    }

    /** An agreement that other rows name and no export has shown (P47). */
    public static Agreement unknown(String id) {
        return new Agreement(
                id,
                false,
                id,
                id,
                LocalDate.of(1970, 1, 1),
                LocalDate.of(2099, 12, 31),
                Timeline.always(AgreementStatus.ACTIVE),
                Relationship.DIRECT,
                null,
                null,
                null,
                null,
                Timeline.always(SupportLevel.NONE),
                Timeline.always(Order.NONE),
                List.of(),
                null);
    }
}
