package io.coverbook.cli;

import io.coverbook.batch.Results.Imported;
import io.coverbook.report.TextTable;
import io.coverbook.store.CheckStore.Difference;
import io.coverbook.store.CheckStore.Money;
import io.coverbook.store.Listing.Form;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What checked files would change beside their rows. */
final class CheckReport {

    private static final int SHOWN = 5;

    private CheckReport() {}

    static String text(Imported imported) {
        Difference difference = imported.difference();
        if (difference == null) {
            return "";
        }
        StringBuilder text = new StringBuilder("\nWhat the files would change, seen from " + difference.on() + "\n");
        agreements(difference, text);
        subscriptions(difference, text);
        money(difference, text);
        return text.toString();
    }

    private static void agreements(Difference difference, StringBuilder text) {
        int all = difference.agreements().size();
        text.append("  Agreements     ")
                .append(all == 0 ? "none loses its plan\n" : all + " would lose their last plan\n");
        difference.agreements().stream().limit(SHOWN).forEach(ea -> text.append("    ")
                .append(ea.eaId())
                .append(until(ea.until()))
                .append('\n'));
        more(all, text);
    }

    private static void subscriptions(Difference difference, StringBuilder text) {
        long all = difference.subscriptionsLosing();
        text.append("  Subscriptions  ")
                .append(all == 0 ? "none loses cover\n" : String.format(Locale.ROOT, "%,d would lose cover%n", all));
        difference.subscriptions().stream().limit(SHOWN).forEach(one -> text.append("    ")
                .append(one.subscriptionId())
                .append(until(one.until()))
                .append('\n'));
        more(all, text);
    }

    private static void more(long all, StringBuilder text) {
        if (all > SHOWN) {
            text.append(String.format(Locale.ROOT, "    and %,d more%n", all - SHOWN));
        }
    }

    private static String until(@Nullable LocalDate until) {
        return until == null ? ", at once" : ", from " + until + " on";
    }

    private static void money(Difference difference, StringBuilder text) {
        Map<String, BigDecimal[]> currencies = new TreeMap<>();
        for (Money plan : difference.money()) {
            BigDecimal[] sums = currencies.computeIfAbsent(
                    plan.currency(), key -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
            sums[0] = sums[0].add(plan.before());
            sums[1] = sums[1].add(plan.after());
        }
        int all = difference.money().size();
        text.append("  Money          ");
        if (all == 0) {
            text.append("no charge through ")
                    .append(difference.chargedThrough())
                    .append(" changes\n");
            return;
        }
        text.append(all).append(all == 1 ? " plan" : " plans").append(" charged otherwise through ");
        text.append(difference.chargedThrough()).append(":\n");
        TextTable table = new TextTable()
                .indented("    ")
                .column("currency", Form.TEXT)
                .column("before", Form.TEXT)
                .column("after", Form.TEXT)
                .column("difference", Form.TEXT);
        currencies.forEach((currency, sums) -> table.row(
                currency, sums[0].toPlainString(), sums[1].toPlainString(), signed(sums[1].subtract(sums[0]))));
        text.append(table.text());
    }

    private static String signed(BigDecimal sum) {
        return (sum.signum() > 0 ? "+" : "") + sum.toPlainString();
    }

    static Map<String, Object> json(Difference difference) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("on", difference.on());
        answer.put("charged_through", difference.chargedThrough());
        answer.put(
                "agreements_losing_plan",
                difference.agreements().stream()
                        .map(ea -> named("ea_id", ea.eaId(), ea.until()))
                        .toList());
        answer.put("subscriptions_losing_cover", difference.subscriptionsLosing());
        answer.put(
                "first_subscriptions_losing_cover",
                difference.subscriptions().stream()
                        .map(one -> named("subscription_id", one.subscriptionId(), one.until()))
                        .toList());
        answer.put("money", difference.money().stream().map(CheckReport::plan).toList());
        return answer;
    }

    private static Map<String, @Nullable Object> named(String column, String id, @Nullable LocalDate until) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put(column, id);
        row.put("from", until);
        return row;
    }

    private static Map<String, Object> plan(Money money) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("plan_id", money.planId());
        row.put("currency", money.currency());
        row.put("before", money.before().toPlainString());
        row.put("after", money.after().toPlainString());
        return row;
    }
}
