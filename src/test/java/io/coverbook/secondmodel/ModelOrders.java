package io.coverbook.secondmodel;

import io.coverbook.secondmodel.ModelFacts.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The plan orders of an agreement and the requests for temporary support (X18, H3, F6). */
final class ModelOrders {

    private final List<Order> orders = new ArrayList<>();
    private final Map<Instant, Version> requests = new TreeMap<>();
    private final List<Activation> activations;

    /** An order: pending from its day through the last day on which it is, null while it is. */
    static final class Order {
        LocalDate from;

        @Nullable LocalDate through;

        String level;
        String end = "PENDING";
        final boolean seenPending;

        @Nullable LocalDate coverStart;

        Order(LocalDate from, String level, boolean seenPending) {
            this.from = from;
            this.level = level;
            this.seenPending = seenPending;
        }

        boolean pending(LocalDate day) {
            return !day.isBefore(from) && (through == null || !day.isAfter(through));
        }
    }

    /** {@code days} is how long temporary support lasts. */
    ModelOrders(ModelAgreement agreement, int days) {
        for (Version version : agreement.shown()) {
            hear(version);
            Instant request = Told.instant(version.cell("temp_request_at"));
            if (request != null) {
                requests.put(request, version);
            }
        }
        activations = activations(days);
    }

    private void hear(Version version) {
        String status = version.cell("order_status", "NONE");
        Order last = orders.isEmpty() ? null : orders.get(orders.size() - 1);
        LocalDate from = Told.date(version.cell("order_date"));
        if (status.equals("PENDING")) {
            LocalDate day = from == null ? version.seen() : from;
            if (last == null || last.through != null && !last.from.equals(day)) {
                last = new Order(day, "", true);
                orders.add(last);
            }
            last.from = day;
            last.through = null;
            last.end = status;
            last.level = version.cell("ordered_level");
            return;
        }
        boolean other = last == null || from != null && last.through != null && !last.from.equals(from);
        if (other && !status.equals("NONE") && from != null) {
            last = new Order(from, version.cell("ordered_level"), false);
            orders.add(last);
        }
        if (last != null) {
            close(last, status, version);
        }
    }

    /** H3: the day of a cancellation still counts as pending, the day of a fulfilment does not. */
    private static void close(Order order, String status, Version version) {
        LocalDate changed = Told.date(version.cell("order_changed_on"));
        if (order.end.equals(status) && changed == null || status.equals("NONE") && order.through != null) {
            return;
        }
        order.end = status;
        if (status.equals("FULFILLED")) {
            LocalDate cover = Told.date(version.cell("support_coverage_start"));
            order.coverStart = cover;
            LocalDate day = changed != null ? changed : order.seenPending || cover == null ? version.seen() : cover;
            order.through = day.minusDays(1);
        } else {
            order.through = status.equals("NONE") || changed == null ? version.seen() : changed;
        }
    }

    @Nullable Order pending(LocalDate day) {
        return orders.stream().filter(order -> order.pending(day)).findFirst().orElse(null);
    }

    /** E5: from when an order is fulfilled, the plan on the agreement's row counts as bought. */
    boolean fulfilled(LocalDate day) {
        return orders.stream()
                .anyMatch(
                        order -> order.end.equals("FULFILLED") && order.through != null && day.isAfter(order.through));
    }

    /** Every request with whether R80 lets it through. */
    Map<Instant, Boolean> requests() {
        Map<Instant, Boolean> judged = new TreeMap<>();
        requests.forEach((at, version) -> judged.put(at, valid(at, version) != null));
        return judged;
    }

    private @Nullable Order valid(Instant at, Version version) {
        Order order = pending(ModelFacts.day(at));
        String level = version.cell("temp_level");
        boolean good = order != null
                && List.of("STANDARD", "PROFESSIONAL_DIRECT").contains(level)
                && level.equals(order.level)
                && !version.cell("temp_description").isBlank();
        return good ? order : null;
    }

    /** What the valid requests switch on, before plans are looked at. */
    List<Activation> activations() {
        return activations;
    }

    private List<Activation> activations(int days) {
        List<Activation> activations = new ArrayList<>();
        requests.forEach((at, version) -> {
            Order order = valid(at, version);
            if (order != null) {
                LocalDate from = ModelFacts.day(at);
                LocalDate through = from.plusDays(days - 1L);
                if (List.of("CANCELLED", "NONE").contains(order.end) && order.through != null) {
                    through = earlier(through, order.through);
                }
                if (order.end.equals("FULFILLED") && order.coverStart != null) {
                    through = earlier(through, order.coverStart.minusDays(1));
                }
                activations.add(new Activation(from, through, order));
            }
        });
        return activations;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    /** A temporary activation at the ordered level. */
    record Activation(LocalDate from, LocalDate through, Order order) {}
}
