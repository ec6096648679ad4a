package io.coverbook.plan;

import io.coverbook.calendar.Timeline;
import io.coverbook.plan.Agreement.Order;
import io.coverbook.plan.Agreement.TemporaryRequest;
import io.coverbook.plan.FactHistory.Told;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes an agreement out of its versions (A2, A3, A6, F6, H3). */
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
                level(told, policies),
                order(told, policies),
                requests(told, policies),
                told.get(0).exportedAt());
    }

    /** The versions that count: a missing row that came back counts as never gone (A6). */
    static List<AgreementVersion> present(List<AgreementVersion> versions) {
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

    /** A source that cannot tell the level says nothing against one that can (L11). */
    private static Timeline<SupportLevel> level(List<AgreementVersion> told, Policies policies) {
        List<AgreementVersion> knowing = told.stream()
                .filter(v -> v.supportLevel() != SupportLevel.NOT_EXPORTED)
                .toList();
        return FactHistory.ofValue((knowing.isEmpty() ? told : knowing)
                .stream()
                        .map(v -> Told.of(v.supportLevel(), policies.dayOf(v.exportedAt())))
                        .toList());
    }

    /** The order through time; the day of a cancellation still counts as pending (H3). */
    private static Timeline<Order> order(List<AgreementVersion> told, Policies policies) {
        List<Told<Order>> all = new ArrayList<>();
        for (AgreementVersion v : told) {
            Order order = new Order(v.orderStatus(), v.orderedLevel(), v.orderDate());
            LocalDate seen = policies.dayOf(v.exportedAt());
            boolean closing = !order.pending() && v.orderStatus() != OrderStatus.FULFILLED;
            if (settled(v) && unheardOf(v, all)) {
                LocalDate ordered = all.isEmpty() ? null : v.orderDate();
                all.add(new Told<>(
                        new Order(OrderStatus.PENDING, v.orderedLevel(), v.orderDate()), seen, ordered, false));
                LocalDate begun = v.orderStatus() == OrderStatus.FULFILLED ? v.coverageStart() : null;
                seen = begun != null && v.orderChangedOn() == null ? begun : seen;
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

    /** Nothing was told of it before: no order at all, or another one that is no longer open. */
    private static boolean unheardOf(AgreementVersion v, List<Told<Order>> all) {
        Order last = all.isEmpty() ? null : all.get(all.size() - 1).value();
        return last == null || (!last.pending() && !Objects.equals(last.on(), v.orderDate()));
    }

    /** When the coverage of an order starts, as the first version said that told of it as fulfilled. */
    private static @Nullable LocalDate fulfilled(List<AgreementVersion> told, Order order) {
        boolean heard = false;
        for (AgreementVersion v : told) {
            boolean same = Objects.equals(v.orderDate(), order.on());
            if (v.orderStatus() == OrderStatus.FULFILLED && (heard || same)) {
                return v.coverageStart();
            }
            heard |= same && v.orderStatus() == OrderStatus.PENDING;
        }
        return null;
    }

    /** Every request that any version told, once, in order (F6). */
    private static List<TemporaryRequest> requests(List<AgreementVersion> told, Policies policies) {
        List<TemporaryRequest> all = new ArrayList<>();
        Timeline<Order> orders = order(told, policies);
        for (AgreementVersion v : told) {
            TemporaryRequest request = v.request();
            if (request != null && all.stream().noneMatch(r -> r.at().equals(request.at()))) {
                all.add(request.coveredFrom(fulfilled(told, orders.on(policies.dayOf(request.at())))));
            }
        }
        all.sort(Comparator.comparing(TemporaryRequest::at));
        return List.copyOf(all);
    }
}
