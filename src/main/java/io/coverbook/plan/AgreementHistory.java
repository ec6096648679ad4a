package io.coverbook.plan;

import io.coverbook.calendar.Timeline;
import io.coverbook.plan.Agreement.Order;
import io.coverbook.plan.Agreement.TemporaryRequest;
import io.coverbook.plan.FactHistory.Told;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes an agreement, and the plan its own row may state, out of its versions (A2, A3, A6, F6, H2, H3). */
public final class AgreementHistory {

    private AgreementHistory() {}

    /**
     * The agreement through time.
     *
     * @param versions in order of export, at least one
     */
    public static Agreement of(String id, String customerId, List<AgreementVersion> versions, Policies policies) {
        List<AgreementVersion> told = present(versions);
        AgreementVersion newest = told.get(told.size() - 1);
        return new Agreement(
                id,
                true,
                newest.accountId(),
                customerId,
                newest.startDate(),
                newest.endDate(),
                status(told, policies),
                newest.relationship(),
                newest.partnerAccountId(),
                newest.country(),
                newest.currency(),
                newest.notificationContacts(),
                order(told, policies),
                requests(told),
                told.get(0).exportedAt());
    }

    /** The plan stated on the agreement's row, empty when no version states one (CONTRACT 2.3, H2). */
    public static @Nullable SupportPlan ownPlan(String id, List<AgreementVersion> versions, Policies policies) {
        AgreementVersion last = null;
        AgreementVersion first = null;
        Instant goneAt = null;
        for (AgreementVersion v : present(versions)) {
            boolean states = v.ownTier() != null && !v.absent();
            if (states) {
                first = first == null ? v : first;
                last = v;
                goneAt = null;
            } else if (last != null && goneAt == null && !v.absent()) {
                goneAt = v.exportedAt();
            }
        }
        return last == null || first == null ? null : plan(id, first, last, goneAt, policies);
    }

    private static SupportPlan plan(
            String id, AgreementVersion first, AgreementVersion last, @Nullable Instant goneAt, Policies policies) {
        LocalDate start = last.coverageStart() == null ? last.startDate() : last.coverageStart();
        List<Cancellation> cancellations = new ArrayList<>();
        Instant requested = last.cancelRequestedAt();
        if (requested != null) {
            cancellations.add(new Cancellation(
                    requested,
                    last.cancelChannel(),
                    false,
                    last.exportedAt(),
                    first.cancelRequestedAt() != null,
                    null));
        }
        if (goneAt != null) {
            cancellations.add(new Cancellation(goneAt, null, false, goneAt, false, null));
        }
        Tier tier = last.ownTier();
        return new SupportPlan(
                PlanId.ofAgreement(id),
                Scope.agreement(id),
                tier == null ? Tier.STANDARD : tier,
                last.relationship() == Relationship.INDIRECT ? Channel.RESELLER : Channel.MS_SELLER,
                start,
                policies.beginningOf(start),
                last.coverageEnd(),
                last.promoPrice(),
                last.promoUntil(),
                true,
                true,
                first.exportedAt(),
                cancellations,
                0,
                List.of(),
                List.of());
    }

    private static List<AgreementVersion> present(List<AgreementVersion> versions) {
        List<AgreementVersion> kept = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            if (!versions.get(i).absent() || i == versions.size() - 1) {
                kept.add(versions.get(i));
            }
        }
        return kept;
    }

    private static Timeline<AgreementStatus> status(List<AgreementVersion> told, Policies policies) {
        List<Told<AgreementStatus>> all = new ArrayList<>();
        for (AgreementVersion v : told) {
            LocalDate seen = policies.dayOf(v.exportedAt());
            AgreementStatus status = v.absent() ? AgreementStatus.TERMINATED : v.status();
            boolean closing = status == AgreementStatus.TERMINATED || status == AgreementStatus.TRANSFERRED;
            all.add(new Told<>(status, seen, v.absent() ? seen : v.statusSince(), closing));
        }
        return FactHistory.ofStatus(all, AgreementStatus.ACTIVE);
    }

    /** The order through time; the day of a cancellation still counts as pending (H3). */
    private static Timeline<Order> order(List<AgreementVersion> told, Policies policies) {
        List<Told<Order>> all = new ArrayList<>();
        for (AgreementVersion v : told) {
            Order order = new Order(v.orderStatus(), v.orderedLevel(), v.orderDate());
            LocalDate seen = policies.dayOf(v.exportedAt());
            boolean closing = !order.pending() && v.orderStatus() != OrderStatus.FULFILLED;
            if (all.isEmpty() && settled(v)) {
                all.add(Told.of(new Order(OrderStatus.PENDING, v.orderedLevel(), v.orderDate()), seen));
                seen = v.orderChangedOn() == null && v.coverageStart() != null ? v.coverageStart() : seen;
            }
            // An order that is open holds from the day it was placed: no export of that day need have shown it.
            LocalDate changed = order.pending() && v.orderChangedOn() == null ? v.orderDate() : v.orderChangedOn();
            LocalDate since = all.isEmpty() ? null : changed;
            all.add(new Told<>(order, seen, since, closing && !all.isEmpty()));
        }
        return FactHistory.ofValue(all);
    }

    /** First seen when already settled: it was pending before, from the day it was ordered. */
    private static boolean settled(AgreementVersion v) {
        return (v.orderStatus() == OrderStatus.FULFILLED || v.orderStatus() == OrderStatus.CANCELLED)
                && v.orderDate() != null;
    }

    /** Every request that any version told, once, in order (F6). */
    private static List<TemporaryRequest> requests(List<AgreementVersion> told) {
        List<TemporaryRequest> all = new ArrayList<>();
        for (AgreementVersion v : told) {
            TemporaryRequest request = v.request();
            if (request != null && all.stream().noneMatch(r -> r.at().equals(request.at()))) {
                all.add(request);
            }
        }
        all.sort(Comparator.comparing(TemporaryRequest::at));
        return List.copyOf(all);
    }
}
