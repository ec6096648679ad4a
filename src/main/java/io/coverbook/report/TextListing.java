package io.coverbook.report;

import io.coverbook.store.Listing;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A list for a terminal: a table of the first rows, the number of all of them, and where there are amounts a total for
 * each currency, of all rows whether shown or not.
 */
public final class TextListing implements Listing {

    private static final int WIDEST = 48;

    /** Shorter titles where the names of the contract would widen the table. */
    private static final Map<String, String> TITLES =
            Map.of("billing_account_id", "account", "active_subscriptions", "active subs", "scope_id", "account or EA");

    private final PrintWriter out;
    private final Set<String> left;
    private final long most;
    private final TextTable table = new TextTable();
    private final Map<String, BigDecimal[]> totals = new TreeMap<>();
    private final Map<String, Long> perCurrency = new HashMap<>();
    private final Set<String> codes = new TreeSet<>();
    private List<Column> columns = List.of();
    private long count;

    /**
     * @param left the columns that only CSV and JSON show
     * @param most the number of rows to show, zero for all
     */
    public TextListing(PrintWriter out, Set<String> left, long most) {
        this.out = out;
        this.left = Set.copyOf(left);
        this.most = most;
    }

    @Override
    public void columns(List<Column> all) {
        columns = all;
        all.stream().filter(this::shown).forEach(column -> table.column(title(column.name()), column.form()));
    }

    private static String title(String column) {
        return TITLES.getOrDefault(column, column.replace('_', ' '));
    }

    private boolean shown(Column column) {
        return !left.contains(column.name());
    }

    @Override
    public void row(List<@Nullable Object> values) {
        count++;
        add(values);
        int code = position("code");
        if (code >= 0) {
            codes.add(Objects.toString(values.get(code)));
        }
        if (most > 0 && count > most) {
            return;
        }
        List<@Nullable Object> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (shown(columns.get(i))) {
                Object value = values.get(i);
                cells.add(value instanceof String text ? TextTable.shortened(text, WIDEST) : value);
            }
        }
        table.row(cells.toArray());
    }

    private int position(String name) {
        return columns.stream().map(Column::name).toList().indexOf(name);
    }

    private void add(List<@Nullable Object> values) {
        int at = position("currency");
        if (at < 0 || values.get(at) == null) {
            return;
        }
        String currency = Objects.toString(values.get(at));
        BigDecimal[] sums = totals.computeIfAbsent(currency, none -> new BigDecimal[columns.size()]);
        perCurrency.merge(currency, 1L, Long::sum);
        for (int i = 0; i < sums.length; i++) {
            if (values.get(i) instanceof BigDecimal amount) {
                sums[i] = sums[i] == null ? amount : sums[i].add(amount);
            }
        }
    }

    /**
     * Prints what was read.
     *
     * @param noun what one row is, such as {@code invoice}
     * @param advice what to do about a code, for lists that have some
     */
    public void end(String noun, UnaryOperator<String> advice) {
        if (count == 0) {
            out.println("Nothing found: no " + noun + " matches.");
            return;
        }
        out.print(table.text());
        out.println();
        String shown = most > 0 && count > most
                ? String.format(Locale.ROOT, ", the first %,d shown (--limit 0 shows all)", most)
                : "";
        out.println(TextTable.cell(count) + " " + (count == 1 ? noun : noun + "s") + shown);
        if (!totals.isEmpty()) {
            out.print(totals());
        }
        if (!codes.isEmpty()) {
            TextTable meaning =
                    new TextTable().indented("  ").column("", Form.TEXT).column("", Form.TEXT);
            codes.forEach(code -> meaning.row(code, advice.apply(code)));
            out.println();
            out.println("What they mean and what to do:");
            out.print(meaning.text());
        }
    }

    private String totals() {
        List<Integer> summed = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).form() == Form.AMOUNT && shown(columns.get(i))) {
                summed.add(i);
            }
        }
        TextTable sums =
                new TextTable().indented("  ").column("total", Form.TEXT).column("count", Form.WHOLE);
        summed.forEach(i -> sums.column(columns.get(i).name(), Form.AMOUNT));
        totals.forEach((currency, amounts) -> {
            List<@Nullable Object> row = new ArrayList<>(List.of(currency, perCurrency.getOrDefault(currency, 0L)));
            summed.forEach(i -> row.add(amounts[i]));
            sums.row(row.toArray());
        });
        return sums.text();
    }
}
